"""HTML: a saved web page to blocks, parsed by lxml, which fetches and runs nothing.

What the page marks as not its article (menus, banners, asides, footers, hidden
parts) stays in the list with its reason.  Only code (scripts, styles,
templates) is passed over: it holds no words of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from narration.errors import SourceError
from narration.readers.base import Block, Kind, Page, Source, squeeze
from narration.readers.decoding import decode
from narration.readers.formats import article
from narration.readers.formats.article import Piece
from narration.readers.left_out.top_bars import goes_on_bar
from narration.readers.lines import furniture
from narration.readers.tables import html_tables
from narration.readers.text import markup
from narration.readers.vocabulary import bare, data, listed

MAX_MARKUP_BYTES = 8_000_000
"""Markup without embedded pictures; the tree needs about ten times as much memory."""
MAX_ELEMENTS = 40_000
FEWEST_BOLD = 2
MOST_OF_THE_PAGE = 0.5
"""A part named like a menu that holds more of the words than this is the article all the same."""
FEWEST_REMARK_WORDS = 8
"""An aside of fewer words is a button, or the name of a picture."""

_CODE = {"script", "style", "template", "noembed", "iframe", "object", "svg", "math", "head", "textarea", "select"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "o:p", "p:p", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "label",
}  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WEIGHT = re.compile(r"font-weight:\s*(\w+)", re.IGNORECASE)
_HEAVY = ("bold", "6", "7", "8", "9")
_RULES = re.compile(r"([^{}]{1,200})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"(?:span|p|div|td)?\.([\w-]+)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_EMBEDDED = re.compile(rb"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]*")
_NOTES = re.compile(r"[\[(]?\d{1,2}(?:\s?[,;–-]\s?\d{1,2})*[\])]?")
_ENDS_WORD = re.compile(
    r"(?:(?<![^\W\d_])(?!(?:met(?:re|er|ro)|inche?|pulgada)s?$)[^\W\d_]{4,}|[^\W\d_]{2}[.,;:!?)”\"])$", re.IGNORECASE
)
"""A word of four letters or a stop before raised digits; “cm” and “10” may have a power."""
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def read(source: Source) -> Page:
    """A saved web page as blocks.  Raises ``SourceError`` for markup that is too large or nested past any real page."""
    markup = _EMBEDDED.sub(b"", source.data)
    if len(markup) > MAX_MARKUP_BYTES:
        raise SourceError(
            f"the page has {len(markup) / 1e6:,.0f} MB of markup; the limit is {MAX_MARKUP_BYTES / 1e6:.0f} MB.",
            remedy="Save the words alone, as text.",
            path=source.path,
        )
    declared = _CHARSET.search(markup[:4096])
    text = decode(markup, source.path, declared[1].decode("ascii") if declared else "")
    root, problem = _parsed(text)
    if problem:
        raise SourceError(problem, path=source.path)
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        problem = f"the page has more than {MAX_ELEMENTS:,} elements."
        raise SourceError(problem, remedy="Save the words alone, as text.", path=source.path)
    title = squeeze(root.findtext(".//title") or "")
    title = "" if title.lower() in _words("untitled") else title
    return Page(tuple(_blocks(root)), title, (root.get("lang") or root.get("{xml}lang") or "").strip())


def fragment(markup: str, line: int) -> list[Block]:
    """The blocks of a piece of HTML inside another format; ``line`` is where it begins."""
    from dataclasses import replace

    if not re.search(r"\w", re.sub(r"<[^>]*>", "", markup)):
        return []
    root, problem = _parsed(markup)
    return [] if problem else [replace(block, line=line) for block in _blocks(root)]


def _parsed(text: str) -> tuple[Any, str]:
    """The tree, or none and what is wrong."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, "this is not a web page that can be read."
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        return None, "the page is nested too deeply to be a real page."
    return root, ""


def _blocks(root: Any) -> list[Block]:
    return article.blocks(list(_Walk(root).pieces()))


class _Walk:
    """One pass over the tree, without recursion: text is gathered until a block element begins or ends."""

    def __init__(self, root: Any) -> None:
        self.body = root.find("body") if root.find("body") is not None else root
        self.size = max(1, len(self.body.text_content()))
        self.piece = Piece()
        self.open: list[tuple[Any, str]] = []
        # Where bold lines are headings, the terms of a list of definitions are not.
        self.bold: tuple[str, ...] = ("b", "strong")
        self.heavy = _heavy_classes(root)
        if not self._has_bold_lines():
            self.bold = ("b", "strong", "dt")

    def _has_bold_lines(self) -> bool:
        return sum(e.tag in ("h2", "h3") or self.is_bold(e) for e in self.body.iter("*")) >= FEWEST_BOLD

    def is_bold(self, element: Any) -> bool:
        """Whether an element's words are in bold type: by its style, its class, or what it is."""
        if weight := _WEIGHT.search(element.get("style") or ""):
            return weight[1].lower().startswith(_HEAVY)
        return element.tag in self.bold or bool(self.heavy & set((element.get("class") or "").split()))

    def pieces(self) -> Iterator[Piece]:
        from lxml import etree

        skip: Any = None
        bold = linked = 0
        walk = etree.iterwalk(self.body, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if skip is not None:
                if event == "end" and element is skip:
                    skip = None
                    self.piece.add(element.tail or "", bold > 0, linked > 0)
                continue
            change = 1 if event == "start" else -1
            bold += change * (tag != "" and self.is_bold(element))
            linked += change * (tag == "a")
            if (tag not in _INLINE or _is_for_readers_only(element)) and not (tag in _CODE and tag != "head"):
                yield from self.flush()
                self.move(event, element)
            if event == "start":
                if tag in _CODE or (tag == "sup" and _is_note_number(element)):
                    skip = element
                elif tag == "table" and (table := html_tables.blocks(element)):
                    yield from self.table(table, element)
                    skip = element
                    self.open.pop()
                else:
                    between = " | " if goes_on_bar(element) else {"br": "\x1e", "a": " "}.get(tag, "")
                    self.piece.add(between, bold > 0, linked > 0)
                    text = element.text or ""
                    self.piece.add(markup.power(_before(element), text) if tag == "sup" else text, bold > 0, linked > 0)
            elif element is not self.body:
                self.piece.add(element.tail or "", bold > 0, linked > 0)
        yield from self.flush()

    def move(self, event: str, element: Any) -> None:
        if event == "start":
            self.open.append((element, self.reason(element)))
        else:
            self.open.pop()

    def reason(self, element: Any) -> str:
        """Why this element is not the article; ``""`` when it is.  What stands in a part has the part's reason."""
        around = self.open[-1][1] if self.open else ""
        if around or element.tag in ("body", "main", "article"):
            return around
        names = _names(element)
        style = element.get("style") or ""
        if _is_for_readers_only(element):
            return "hidden"
        if element.get("hidden") is not None or _HIDDEN.search(style):
            panel = any(_names(e) & _words("panels") for e in [element, *(e for e, _ in self.open[-3:])])
            return "" if panel else "hidden"
        regions = data("web_regions")
        # A heading that opens its text at a click is a button inside a heading (WAI-ARIA, accordion pattern).
        if element.tag == "button" and (any(e.tag in _HEADINGS for e, _ in self.open[-3:]) or article.opens(element)):
            return ""
        found = regions["roles"].get(element.get("role") or "") or regions["elements"].get(element.tag, "")
        found = found or ("navigation" if article.is_sites(element, [e for e, _ in self.open]) else "")
        found = found or ("reference" if names & _words("sources") else "")
        hinted = bool(names & _words("names")) or any(set(pair) <= names for pair in regions["pairs"])
        if not found and not hinted and element.tag != "header":
            return ""
        if element.find(".//h1") is not None or len(element.text_content()) > MOST_OF_THE_PAGE * self.size:
            return ""
        inside = any(e.tag in ("main", "article") for e, _ in self.open)
        told = element.tag == "aside" and not hinted and (_sums_up(element) or _is_about_coming(element))
        if told or (element.tag == "aside" and not hinted and inside and _is_a_remark(element)):
            return ""
        return str(found) or ("navigation" if hinted or not inside else "")

    def flush(self) -> Iterator[Piece]:
        piece, self.piece = self.piece, Piece()
        if piece.is_empty():
            return
        piece.place([e for e, _ in self.open], self.open[-1][1] if self.open else "")
        yield piece

    def table(self, found: Sequence[Block], element: Any) -> Iterator[Piece]:
        """A table of facts, row by row, its caption first."""
        caption = element.find("caption")
        around, reason = [e for e, _ in self.open], self.open[-1][1]
        words = squeeze(caption.text_content()) if caption is not None else ""
        for block in [Block(Kind.PARAGRAPH, words, element.sourceline or 0), *found]:
            if block.text:
                piece = Piece(item=block.kind is Kind.ITEM, row=block.row, level=block.level)
                piece.add(block.text, False, False)
                piece.place(around, reason or block.reason)
                piece.line = block.line
                yield piece


def _heavy_classes(root: Any) -> frozenset[str]:
    """The classes that the page's own styles show in bold type: ``.c3 { font-weight: 700 }``."""
    found: set[str] = set()
    for style in root.iter("style"):
        for names, rules in _RULES.findall(style.text or ""):
            weight = _WEIGHT.search(rules)
            if weight and weight[1].lower().startswith(_HEAVY):
                found.update(match[1] for name in names.split(",") if (match := _CLASS.fullmatch(name.strip())))
    return frozenset(found)


def _is_for_readers_only(element: Any) -> bool:
    """Words that a screen reader says and nobody sees, such as “Information:” before a box."""
    names = _names(element) if isinstance(element.tag, str) and element.get("class") else set()
    heading = element.tag in ("h1", "h2", "h3")
    return not heading and any(set(pair) <= names for pair in data("web_regions")["unseen"])


def _is_a_remark(aside: Any) -> bool:
    """Whether an aside in the article only tells something, in whole sentences: it links to nothing and offers nothing.

    One with a heading, a list or a picture may be a part of the site that stands on each of its pages, but for one that
    tells when to ring, or whose heading is the beginning of its sentence: “Ring us if” over “you have a fever.”
    """
    inner = {part.tag for part in aside.iterdescendants() if isinstance(part.tag, str)}
    texts = [squeeze(part.text_content()) for part in aside.iter("p")] or [squeeze(aside.text_content())]
    whole = " ".join(texts)
    heads = [squeeze(part.text_content()) for part in aside.iterdescendants() if part.tag in _HEADINGS]
    asks = re.compile(data("furniture")["contact"]["asks"], re.IGNORECASE)
    rings = article.begins_its_text(aside) or any(map(asks.search, heads))
    allowed = {"p", "div", *_INLINE, *(_HEADINGS if rings else ())} - {"a", "label"}
    every = "".join(f"{''.join(heads)}{whole}".split()) == "".join(aside.text_content().split())
    plain = every and inner <= allowed
    told = len(whole.split()) >= FEWEST_REMARK_WORDS and all(map(furniture.is_prose, texts))
    return plain and told and not listed("web_regions", "adverts").search(whole)


def _sums_up(aside: Any) -> bool:
    """Whether an aside without a link says in brief what matters, by its heading: “Key points”, “En resumen”."""
    parts = [part for part in aside.iterdescendants() if isinstance(part.tag, str)]
    head = next((squeeze(part.text_content()) for part in parts if squeeze(part.text_content())), "")
    linked = any(part.tag in ("a", "form", "button", "img") for part in parts)
    return not linked and listed("web_regions", "summaries").fullmatch(bare(head)) is not None


def _is_about_coming(aside: Any) -> bool:
    """Whether an aside tells, by its heading, what to do about the appointment: “Changing your appointment”."""
    heads = (squeeze(part.text_content()) for part in aside.iterdescendants() if part.tag in _HEADINGS)
    return any(listed("web_regions", "about_coming").fullmatch(bare(head)) for head in heads)


def _is_note_number(element: Any) -> bool:
    """Whether raised digits lead to a page's sources (``aspirin.<sup>1,2</sup>``), and are no part of an amount."""
    inner = "".join(element.itertext()).strip()
    return _NOTES.fullmatch(inner) is not None and _ENDS_WORD.search(_before(element)) is not None


def _before(element: Any) -> str:
    """The words right before an element, inside the one that it stands in."""
    before, over = element.getprevious(), element.getparent()
    return (before.tail if before is not None else over.text if over is not None else "") or ""


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(data("web_regions")[key])


def _names(element: Any) -> set[str]:
    return {name.lower() for name in _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}")}
