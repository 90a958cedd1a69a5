"""HTML: a saved web page to blocks, parsed by lxml, which fetches and runs nothing.

What the page marks as not its article (menus, banners, asides, footers, hidden
parts) stays in the list with its reason.  Only code (scripts, styles,
templates) is passed over: it holds no words of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from narration.errors import SourceError
from narration.readers.base import Block, Kind, Page, Source
from narration.readers.decoding import decode
from narration.readers.plain import squeeze

_CODE = {"script", "style", "template", "noembed", "iframe", "object", "svg", "math", "head", "textarea", "select"}
_REGIONS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "form": "navigation",
    "button": "navigation",
    "dialog": "navigation",
    "noscript": "navigation",
    "figcaption": "picture",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "navigation",
    "dialog": "navigation",
    "alertdialog": "navigation",
}
_HINT = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|nav|navbar|navigation|menu|sidebar|share|sharing|social|"
    r"skip-?links?|related|pagination|newsletter|feedback|site-footer|footer|site-header|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "label",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
MOST_OF_THE_PAGE = 0.5
"""A part named like a menu that holds more of the words than this is the article all the same."""


def read(source: Source) -> Page:
    """A saved web page as blocks.  Raises ``SourceError`` when it is nested past what a page needs."""
    from lxml import etree, html

    declared = _CHARSET.search(source.data[:4096])
    text = decode(source.data, source.path, declared[1].decode("ascii") if declared else "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise SourceError("this is not a web page that can be read.", path=source.path) from None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise SourceError("the page is nested too deeply to be a real page.", path=source.path)
    title = squeeze(root.findtext(".//title") or "")
    return Page(tuple(_Walk(root).blocks()), title, (root.get("lang") or "").strip())


class _Walk:
    """One pass over the tree, without recursion: text is gathered until a block element begins or ends."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.body = root.find("body") if root.find("body") is not None else root
        self.size = max(1, len(self.body.text_content()))
        self.pieces: list[tuple[str, bool]] = []
        self.open: list[tuple[str, str]] = []
        self.line = 0

    def blocks(self) -> Iterator[Block]:
        from lxml import etree

        skipping = 0
        bold = 0
        for event, element in etree.iterwalk(self.body, events=("start", "end")):
            tag = element.tag
            code = tag in _CODE
            inline = tag in _INLINE
            if event == "start":
                if not inline:
                    yield from self.flush()
                    self.open.append((tag, self.reason(element) if not skipping else ""))
                    self.line = element.sourceline or 0
                skipping += code
                bold += tag in ("b", "strong")
                if not skipping:
                    self.pieces.append((element.text or "", bold > 0))
            else:
                if not inline:
                    yield from self.flush()
                    self.open.pop()
                skipping -= code
                bold -= tag in ("b", "strong")
                if not skipping and element is not self.body:
                    self.pieces.append((element.tail or "", bold > 0))

    def reason(self, element: Any) -> str:
        """Why this element is not the article; ``""`` when it is, or when a part around it already says so."""
        if element.tag in ("body", "main", "article") or (self.open and self.open[-1][1]):
            return self.open[-1][1] if self.open else ""
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return "hidden"
        found = _ROLES.get(element.get("role") or "") or _REGIONS.get(element.tag, "")
        hinted = _HINT.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if not found and not hinted and element.tag != "header":
            return ""
        if element.find(".//h1") is not None or len(element.text_content()) > MOST_OF_THE_PAGE * self.size:
            return ""
        inside = any(tag in ("main", "article") for tag, _ in self.open)
        return found or ("navigation" if hinted or not inside else "")

    def flush(self) -> Iterator[Block]:
        pieces, self.pieces = self.pieces, []
        text = squeeze("".join(piece for piece, _ in pieces))
        if not text:
            return
        strong = all(bold for piece, bold in pieces if piece.strip())
        tags = [tag for tag, _ in self.open]
        reason = self.open[-1][1] if self.open else ""
        heading = next((tag for tag in reversed(tags) if re.fullmatch(r"h[1-6]", tag)), "")
        if heading:
            yield Block(Kind.HEADING, text, self.line, level=int(heading[1]), reason=reason)
        elif "li" in tags:
            yield Block(Kind.ITEM, text, self.line, marker="1" if "ol" in tags else "", strong=strong, reason=reason)
        else:
            yield Block(Kind.PARAGRAPH, text, self.line, strong=strong, reason=reason)
