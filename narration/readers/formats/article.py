"""Which pieces of a web page are its article, and what each piece is.

A piece that the page does not mark as something else may still be a menu made
of bare links, or stand before the page's own heading in a part of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from narration.readers.base import Block, Kind, lines_of, part_of, squeeze
from narration.readers.lines.furniture import is_contact_heading, is_prose
from narration.readers.lines.helpline import has_number
from narration.readers.vocabulary import data, listed

NAVIGATION = "navigation"
MOST_LINKED = 0.6
MOST_TERM_WORDS = 9
FEWEST_LINKS = 3
MOST_MENU_WORDS = 60
_BULLET = re.compile(r"^[•·▪◦‣●○■□✓✔§\uf0b7\uf0a7]\s*(?=\w)|^o\s{2,}(?=\w)")
_BREAK = "\x1e"


@dataclass(slots=True)
class Piece:
    """Text between two block elements: ``(text, is bold, is a link)`` runs, and the elements around it.

    A line break in the page is a run of ``\\x1e``.  ``item`` says that it is a
    point of a list without being marked up as one, ``row`` that it is a table's,
    ``level`` that it is a heading inside one.
    """

    runs: list[tuple[str, bool, bool]] = field(default_factory=list)
    around: list[Any] = field(default_factory=list)
    reason: str = ""
    line: int = 0
    item: bool = False
    row: bool = False
    level: int = 0

    def add(self, text: str, bold: bool, linked: bool) -> None:
        if text:
            self.runs.append((text, bold, linked))

    def is_empty(self) -> bool:
        return not any(text.strip(f" \t\n\xa0{_BREAK}") for text, _, _ in self.runs)

    def place(self, around: list[Any], reason: str) -> None:
        self.around, self.reason = around, reason
        self.line = (around[-1].sourceline or 0) if around else 0

    def linked(self) -> float:
        """The share of its letters that are in links."""
        letters = [(len(re.findall(r"\w", text)), linked) for text, _, linked in self.runs]
        return sum(n for n, linked in letters if linked) / max(1, sum(n for n, _ in letters))

    def heading(self) -> int:
        """The level of the heading that it stands in, 0 for none."""
        for element in reversed(self.around):
            tag = element.tag if isinstance(element.tag, str) else ""
            if re.fullmatch(r"h[1-6]", tag):
                return int(tag[1])
            if tag == "summary" or (tag == "button" and opens(element)):
                return 3
            if element.get("role") == "heading":
                level = element.get("aria-level") or "2"
                return int(level) if level in "123456" and level else 2
            if "MsoTitle" in (element.get("class") or ""):
                return 1
        return 0


def is_sites(element: Any, around: Sequence[Any]) -> bool:
    """Whether an element that no name or role shows as one is the site's: a menu in a table, praise, a slogan."""
    if element.tag == "td":
        return _is_menu(element)
    if element.tag == "blockquote":  # praise, with who gives it
        return element.find(".//cite") is not None or element.find(".//footer") is not None
    # What stands in large letters under the title on a picture: “Quick, gentle, and close to you”.
    heading = isinstance(element.tag, str) and re.fullmatch(r"h[2-6]", element.tag) is not None
    over = [e for e in around if re.search(r"\b(?:hero|jumbotron)\b", e.get("class") or "")] if heading else []
    return any(e.find(".//h1") is not None and e.find(".//p") is None for e in over)


def _is_menu(cell: Any) -> bool:
    """Whether the cell of a table that only lays out a page holds a short menu, and perhaps an offer under it."""
    links = [link.text_content().split() for link in cell.iter("a")]
    words = cell.text_content().split()
    linked = sum(map(len, links))
    return len(links) >= FEWEST_LINKS and len(words) <= MOST_MENU_WORDS and linked * 3 >= len(words)


def opens(button: Any) -> bool:
    """Whether a button is a question, or says that it opens a text, and that text stands right under it."""
    under = button.getnext()
    if under is None or under.tag in ("a", "button", "form", "input"):
        return False
    texts = [squeeze(part.text_content()) for part in (*under.iter("p", "li"),)] or [squeeze(under.text_content())]
    asks = squeeze(button.text_content()).endswith("?") or button.get("aria-expanded") is not None
    return asks and not next(under.iter("form", "input"), None) and any(map(is_prose, texts))


def begins_its_text(box: Any) -> bool:
    """Whether the heading of a box, its only one, begins what the first paragraph right under it goes on with."""
    heads = list(box.iter("h2", "h3", "h4", "h5", "h6"))
    under = heads[0].getnext() if len(heads) == 1 else None
    goes_on = under is not None and under.tag == "p" and squeeze(under.text_content())[:1].islower()
    return goes_on and bool(squeeze(heads[0].text_content()))


def blocks(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of a page, those that are not its article with their reason."""
    pieces = _with_definitions(pieces)
    first = next((i for i, p in enumerate(pieces) if p.heading() == 1 and not p.reason), None)
    found: list[Block] = []
    item: Any = None
    for index, piece in enumerate(pieces):
        level = piece.heading()
        reason = piece.reason
        if not reason and not level and piece.linked() > MOST_LINKED and not (_is_sentence(piece) or _leads(piece)):
            reason = NAVIGATION
        if not reason and first is not None and index < first and not _share_article(piece, pieces[first]):
            reason = "" if _tells_the_way(piece) else NAVIGATION
        if reason == NAVIGATION and _tells_of_line(piece):
            reason = ""
        before, item = item, next((e for e in reversed(piece.around) if e.tag == "li"), None)
        made = _made(piece, level, reason, goes_on=item is not None and item is before)
        listed_under = reason and found and found[-1].reason == reason and is_contact_heading(found[-1].text)
        found += (line for block in made for line in _by_line(block)) if listed_under else made
    return found


def _by_line(block: Block) -> Iterator[Block]:
    """The block; where each line has a number to ring, as under “Contact us”, each by itself."""
    if not all(map(has_number, lines_of(block))):
        return iter([block])
    return (part_of(block, a, b) for a, b in pairwise([0, *block.breaks, len(block.text)]))


def _with_definitions(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a term of a list of definitions and what is said of it are one: ``Insulin: take half``.

    Not a term that is a heading: one in bold type, or a question, or one with several paragraphs under it.
    """
    tags = [piece.around[-1].tag if piece.around and not piece.heading() else "" for piece in pieces]
    made: list[Piece] = []
    for index, piece in enumerate(pieces):
        near = tags[index - 1 : index + 2] if index else ["", *tags[:2]]
        if tags[index] == "dd" and near[0] == "dt" and near[2:] != ["dd"] and _is_term(made[-1]):
            made[-1].runs += [(": ", False, False), *piece.runs]
            made[-1].item = True
        else:
            made.append(piece)
    return made


def _is_term(piece: Piece) -> bool:
    text = squeeze("".join(text for text, _, _ in piece.runs))
    bold = all(bold for text, bold, _ in piece.runs if text.strip())
    return not bold and not text.endswith((".", "?", "!", ":")) and len(text.split()) <= MOST_TERM_WORDS


def _is_sentence(piece: Piece) -> bool:
    """Whether a piece is told, though most of it is a link; several titles of other pages are no sentence."""
    text = squeeze("".join(text for text, _, _ in piece.runs))
    several = piece.linked() == 1 and sum(linked and run == " " for run, _, linked in piece.runs) > 1
    titles = several and not text.endswith(".") and not has_number(text)
    return is_prose(text) and len(text.split()) > 4 and not titles


def _leads(piece: Piece) -> bool:
    """Whether a line with a link in it begins a list: “Call (01632) 960 111 if:”."""
    around_link = [word for text, _, linked in piece.runs if not linked for word in re.findall(r"[^\W\d_]+", text)]
    return len(around_link) > 1 and "".join(text for text, _, _ in piece.runs).rstrip().endswith(":")


def _share_article(piece: Piece, title: Piece) -> bool:
    """Whether both stand in one ``<main>`` or ``<article>``, or directly side by side."""
    around = [e for e in title.around if e.tag in ("main", "article") or e.get("role") == "main"]
    if around:
        return any(e is around[0] for e in piece.around)
    return len(piece.around) > 1 and len(title.around) > 1 and piece.around[-2] is title.around[-2]


def _tells_the_way(piece: Piece) -> bool:
    """Whether a notice over the page tells where to park or to come in: “Lot C is closed. Please park in Mill Lane.”

    It links to nothing, and says so in whole sentences.
    """
    boxes = data("web_regions")["notices"]
    called = " ".join(f"{e.get('class') or ''} {e.get('role') or ''}" for e in piece.around)
    names = set(re.findall(r"[a-z]+", called))
    text = squeeze("".join(text for text, _, _ in piece.runs))
    told = _is_sentence(piece) and text.endswith(".") and not piece.linked()
    return told and bool(names & set(boxes["names"])) and listed("web_regions", "ways").search(text) is not None


def _tells_of_line(piece: Piece) -> bool:
    """Whether a sentence beside the article says when patients can ring: “Our nurse line is open 7 days a week.”"""
    text = squeeze("".join(text for text, _, _ in piece.runs))
    told = _is_sentence(piece) and text.endswith(".") and not piece.linked()
    return told and listed("web_regions", "nurse_lines").fullmatch(text) is not None


def _made(piece: Piece, level: int, reason: str, goes_on: bool) -> list[Block]:
    """One block, or several where the page has an empty line or a bold line inside a paragraph.

    ``goes_on`` says that an item of a list has begun before the piece.
    """
    made: list[Block] = []
    for runs in _paragraphs(piece.runs):
        text, breaks, bold_to, all_bold = _flat(runs)
        if not text:
            continue
        tags = [e.tag for e in piece.around]
        kind, marker, depth = (Kind.ITEM if piece.item else Kind.PARAGRAPH), "", 0
        if "li" in tags:
            kind = Kind.PARAGRAPH if goes_on or made else Kind.ITEM
            depth = sum(tag in ("ul", "ol") for tag in tags) or 1
            marker = str(_number(piece)) if "ol" in tags else ""
        # Several marks in one paragraph are parted in ``points``.
        if (bullet := _BULLET.match(text)) and not any(_BULLET.match(text[at:]) for at in breaks):
            kind, text, breaks, bold_to = Kind.ITEM, text[bullet.end() :], (), 0
        if level:
            made.append(Block(Kind.HEADING, text, piece.line, level=level, reason=reason))
        else:
            lead = 0 if all_bold and not breaks else bold_to
            made.append(
                Block(
                    kind,
                    text,
                    piece.line,
                    marker=marker,
                    strong=all_bold,
                    lead=lead,
                    depth=depth,
                    breaks=breaks,
                    reason=reason,
                    row=piece.row,
                    level=piece.level,
                )
            )
    return made


def _number(piece: Piece) -> int:
    item = next(e for e in reversed(piece.around) if e.tag == "li")
    return 1 + sum(1 for e in item.itersiblings(preceding=True) if e.tag == "li")


def _paragraphs(runs: Sequence[tuple[str, bool, bool]]) -> list[list[tuple[str, bool, bool]]]:
    """The runs, cut at an empty line and before a line that begins in bold type."""
    found: list[list[tuple[str, bool, bool]]] = [[]]
    for index, run in enumerate(runs):
        text = run[0].strip()
        if _BREAK not in run[0]:
            found[-1].append(run)
            continue
        # No plain ``strip``: a break counts as white space for it.
        following = next((r for r in runs[index + 1 :] if r[0].strip(" \t\r\n\xa0")), None)
        empty = following is not None and _BREAK in following[0]
        if empty or (following is not None and following[1] and len(following[0].split()) <= 9):
            found.append([])
        elif found[-1]:
            found[-1].append(run)
        if text.strip(_BREAK):
            found[-1].append((text, run[1], run[2]))
    return found


def _flat(runs: Sequence[tuple[str, bool, bool]]) -> tuple[str, tuple[int, ...], int, bool]:
    """Text, offsets of line breaks, length of the bold words it begins with, and whether all of it is bold."""
    text, breaks = "", []
    lead, leading, all_bold = 0, True, True
    for raw, bold, _ in runs:
        if raw == _BREAK:
            text = text.rstrip()
            if text:
                text += " "
                breaks.append(len(text))
            continue
        piece = squeeze(raw)
        gap = " " if raw[:1].isspace() and text and not text.endswith(" ") else ""
        text += gap + piece + (" " if piece and raw[-1:].isspace() else "")
        if piece:
            all_bold = all_bold and bold
            leading = leading and bold
            lead = len(text.rstrip()) if leading else lead
    clean = text.rstrip()
    return clean, tuple(b for b in breaks if b < len(clean)), lead, all_bold and bool(clean)
