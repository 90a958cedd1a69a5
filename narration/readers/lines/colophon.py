"""The small print about a leaflet: its number, its sources, who wrote it, where to get it in Braille, what it costs.

Some of it is known by its words wherever it stands.  The rest is judged at the
end of the page as a whole: below the last sentence that is said, a short line
after a source or a number belongs to it.  The words are in
``data/colophon.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, lines_of, part_of
from narration.readers.lines import about, furniture, helpline, senders, triage
from narration.readers.vocabulary import LOOSE_BARS, bare, data, listed

MOST_TAIL_WORDS = 40
"""A block with more words than this is no small print."""
FEWEST_CONTROL = 2
FEWEST_NAMES = 3
MOST_TOWN_WORDS = 3
MOST_ROLE_WORDS = 6
_CELLS = re.compile(r"\s+[/|·•]\s+")
_NAMES = re.compile(r"\s*[|·•]\s*|[.,;]\s+|\s[–—-]\s")
_STOPS = re.compile(r"(?<=\.)\s+(?=[^\W\d_a-z]|[\d(])")


def reason(text: str) -> str:
    """Why a whole line or sentence is not spoken, wherever it stands; ``""`` when it may be."""
    clean = bare(text)
    code = about.without_date(clean).strip()
    if is_form(text) or any(re.fullmatch(data("colophon")[name], code) for name in ("certain_code", "labelled_code")):
        return about.REFERENCE
    if listed("colophon", "offers").fullmatch(clean):
        return furniture.NAVIGATION
    other = listed("colophon", "formats").fullmatch(clean)
    if other and re.search(data("colophon")["sheet"], clean, re.IGNORECASE):
        return about.REFERENCE
    return about.REFERENCE if listed("colophon", "anywhere").fullmatch(clean) else ""


def is_form(text: str) -> bool:
    """Whether a text has a place to write, and says nothing without it: ``Name: ________``."""
    said = re.fullmatch(data("colophon")["written_here"], text.strip(), re.IGNORECASE)
    return said is None and re.search(data("colophon")["form"], text) is not None


def is_identity(text: str, numbered: bool = False) -> bool:
    """Whether a line only says which sheet it is: its name and number, and who wrote it, where and when beside it.

    ``numbered`` says that its number was known otherwise, and ``text`` is what stood beside it.
    """
    pieces = [piece for piece in LOOSE_BARS.split(text.strip(" .")) if bare(piece)]
    papers = [_is_paper(piece) for piece in pieces]
    beside = all(paper or _is_beside(piece) for paper, piece in zip(papers, pieces, strict=True))
    return beside and (numbered or any(papers))


def _is_paper(piece: str) -> bool:
    """``Leaflet PRS 112``, ``Hoja para pacientes HP-SUE-12``: the kind of sheet, and its number in capitals."""
    piece = about.without_date(bare(piece)).rstrip(" ,")
    paper, code = data("colophon")["paper"], data("colophon")["code"]
    return re.fullmatch(rf"{paper}(?-i:{code})", piece, re.IGNORECASE) is not None


def _is_beside(piece: str) -> bool:
    """What may stand beside a sheet's number: a fact, the kind of sheet, a name, a town with a date."""
    place, comma, _ = piece.partition(",")
    dated = about.without_date(piece) != piece and comma and _is_town(place.strip())
    person = re.fullmatch(data("colophon")["person"], bare(piece), re.IGNORECASE)
    return bool(about.facts(piece)[0] or dated or person) or senders.is_letterhead(piece) or _is_code(piece)


def without(blocks: Sequence[Block], language: str) -> list[Block]:
    """The blocks, with the reason set on the small print below the last sentence that is said."""
    blocks = [line for block in blocks for line in _without_number(block)]
    reasons = [block.reason or _reason_of(block, language) or _of_sender(blocks, at) for at, block in enumerate(blocks)]
    end = max((i for i, block in enumerate(blocks) if not reasons[i] and _is_said(block)), default=-1)
    out = list(blocks)
    begun = False
    for index in range(end + 1, len(out)):
        block, found = out[index], reasons[index]
        if block.kind is Kind.RULE or block.reason or helpline.tells_where(block.text):
            continue
        begun = begun or found == about.REFERENCE
        above_small = about.REFERENCE in reasons[index + 1 : index + 2] and block.kind is Kind.PARAGRAPH
        strip = (
            block.kind is Kind.PARAGRAPH and len(_CELLS.split(block.text)) > FEWEST_CONTROL and not _speaks(block.text)
        )
        if not found and (strip or (above_small and _is_house(block.text))):
            out[index] = replace(block, reason=about.REFERENCE)
            continue
        above_contact = furniture.CONTACT in reasons[index + 1 : index + 2] and block.kind is not Kind.HEADING
        if found == about.REFERENCE or (not found and begun):
            out[index] = replace(block, reason=about.REFERENCE)
        elif not found and above_contact and _is_name(block.text) and not _heads_number(block, out[index + 1]):
            out[index] = replace(block, reason=furniture.CONTACT)
    return out


def _without_number(block: Block) -> list[Block]:
    """The lines of a block by themselves, where a number to ring stands over or under the leaflet's own number.

    So are its sentences, where one tells where the text lies in large print.
    """
    stops = [match.end() for match in _STOPS.finditer(block.text)]
    pieces = [block.text[a:b].strip() for a, b in pairwise([0, *stops, len(block.text)])]
    if block.kind is Kind.PARAGRAPH and not block.reason and any(map(_is_offered_here, pieces)):
        small = any(about.facts(piece)[0] for piece in pieces)
        return [part_of(block, a, b) for a, b in pairwise([0, *stops, len(block.text)])] if small else [block]
    lines = lines_of(block)
    rings = [helpline.tells(line) for line in lines]
    if block.kind is not Kind.PARAGRAPH or block.reason or not any(rings):
        return [block]
    small = any(about.facts(line)[0] or _is_code(line) for line, ring in zip(lines, rings, strict=True) if not ring)
    edges = [0, *block.breaks, len(block.text)]
    return [part_of(block, a, b) for a, b in pairwise(edges)] if small else [block]


def _is_offered_here(sentence: str) -> bool:
    """``Large print copies at the desk.``: what a patient can take there, and no mere “available on request”."""
    return listed("colophon", "offered_here").fullmatch(bare(sentence)) is not None and not reason(sentence)


def _is_house(text: str) -> bool:
    """Whether a line right over the small print is nothing but names: “Falls Oral & Facial Surgery Erik Hall, DDS”."""
    return senders.is_body(text) or (senders.is_named(text) and len(text.split()) >= FEWEST_NAMES)


def _is_name(text: str) -> bool:
    """Whether a line over a number only says whose it is, and not when to ring it."""
    return not (furniture.is_prose(text) or furniture.tells_when(text) or helpline.tells(text) or _is_to_ring(text))


def _heads_number(block: Block, under: Block) -> bool:
    """Whether “Contact details” stands over a number that is said."""
    return furniture.is_contact_heading(block.text) and helpline.tells(under.text)


def is_control(cells: Sequence[str]) -> bool:
    """Whether cells are the names of a table of document control: ``Form``, ``Rev``, ``Owner``."""
    known = data("colophon")["control"]
    names = [bare(cell).lower() for cell in cells if cell]
    certain = sum(name in known["certain"] for name in names)
    likely = sum(name in known["likely"] for name in names)
    return certain > 0 and len(names) >= FEWEST_CONTROL and certain + likely == len(names)


def _is_said(block: Block) -> bool:
    """Whether the block is part of the text: a heading, an item of a list, a sentence."""
    return block.kind in (Kind.HEADING, Kind.ITEM) or (block.kind is Kind.PARAGRAPH and furniture.is_prose(block.text))


def _reason_of(block: Block, language: str) -> str:
    """Why a block at the end of the page is small print."""
    text = block.text
    if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or len(text.split()) > MOST_TAIL_WORDS:
        return ""
    if _is_source(text):
        return about.REFERENCE
    if block.kind is Kind.ITEM:
        return ""
    if triage.is_filler(text, language):
        return triage.FILLER
    pieces = [piece for piece in (LOOSE_BARS.split(text) if LOOSE_BARS.search(text) else [text]) if piece]
    if any(_is_code(piece) for piece in pieces) and not furniture.is_prose(text):
        return about.REFERENCE
    if re.match(rf"{data('colophon')['certain_code']}\b", text) and not _speaks(text):
        return about.REFERENCE  # whatever stands after the sheet's own number: who approved it, and when
    if re.search(data("colophon")["licence"], text, re.IGNORECASE):
        return about.REFERENCE
    if about.facts(text)[0] and not _speaks(text):
        return about.REFERENCE
    if _is_control_strip(text) or _is_numbered_and_dated(text):
        return about.REFERENCE
    kinds = {_piece_reason(piece) for piece in _sentences(text)}
    if "" in kinds:
        return furniture.line_reason(text)  # the strip of links at the end, with who owns the site before it
    return about.REFERENCE if about.REFERENCE in kinds else kinds.pop()


def _is_numbered_and_dated(text: str) -> bool:
    """``NMC Patient Education Form PE-204 Rev. 08/2024``: a number after what it is, a date, and no grammar."""
    told = about.without_date(text)
    small = set(re.findall(r"[^\W\d_]+", text.lower())) & triage.grammar() - set(data("letterhead")["small"])
    numbered = re.search(rf"(?<!\w){data('colophon')['labelled_code']}(?!\w)", told) is not None
    return told != text and numbered and not small and not furniture.is_prose(text)


def _is_control_strip(text: str) -> bool:
    """``Written by: Ann Lee / Approved by: Dr Fox / Valid until Dec 2026``: who made the sheet, and until when."""
    pieces = _CELLS.split(text)
    known = sum(about.is_credit(piece, strictly=True) or bool(about.facts(piece)[0]) for piece in pieces)
    return known >= FEWEST_CONTROL and known * 2 >= len(pieces) and not _speaks(text)


def _sentences(text: str) -> list[str]:
    """A text, cut after its full stops, but for those of a title: “Dr. Lee”."""
    title = re.compile(rf"\b(?:{data('about')['titles']})\.$", re.IGNORECASE)
    found: list[str] = []
    for piece in _STOPS.split(text):
        if found and title.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _of_sender(blocks: Sequence[Block], index: int) -> str:
    """Why a line of nothing but a unit and its town, or who signs, is small print: it answers nothing above it."""
    block, above = blocks[index], blocks[index - 1] if index else None
    if block.kind is not Kind.PARAGRAPH or block.depth or above is None or len(block.text.split()) > MOST_TAIL_WORDS:
        return ""
    ended = above.reason or re.search(r"[.!)][”\"’»)]*$", above.text) or furniture.is_contact(above.text)
    answers = above.kind is Kind.HEADING or not ended
    names = [bare(part) for part in _NAMES.split(block.text) if bare(part)]
    bodies = sum(map(senders.is_body, names))
    towns = all(senders.is_body(name) or _is_town(name) for name in names)
    return about.REFERENCE if ((bodies and towns) or _is_signature(block.text)) and not answers else ""


def _is_signature(text: str) -> bool:
    """``Prof. D. Ruiz, Consultant Physician``, ``Ann Lee RN | Nurse Specialist | Day Unit``: a name, and what it is."""
    name, *others = (bare(part) for part in (LOOSE_BARS.split(text) if LOOSE_BARS.search(text) else text.split(",", 1)))
    if not others or furniture.is_prose(text) or _speaks(text) or re.search(r"\d", text):
        return False
    person = re.fullmatch(data("colophon")["person"], name, re.IGNORECASE)
    named = (person or LOOSE_BARS.search(text)) and all(word[0].isupper() for word in name.split())
    role = any(re.search(data("colophon")["roles"], other, re.IGNORECASE) for other in others)
    return bool(named) and role and all(len(other.split()) <= MOST_ROLE_WORDS for other in others)


def _is_town(name: str) -> bool:
    words = name.split()
    return len(words) <= MOST_TOWN_WORDS and all(not w[0].islower() or w in data("letterhead")["small"] for w in words)


def _speaks(text: str) -> bool:
    """Whether a word of the text is for the patient, who needs more than the leaflet's own number and date."""
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    return bool(
        words & {*data("furniture")["contact"]["speaking"], *data("letterhead")["to_reader"]} - {"guide", "guía"}
    )


def _is_to_ring(text: str) -> bool:
    """``Questions? Ring 01632 960 444``: a line that tells its reader to ring, and where."""
    return _speaks(text) and helpline.is_line(text)


def _piece_reason(piece: str) -> str:
    if _is_source(piece) or _is_code(piece) or about.is_credit(piece) or about.facts(piece)[0]:
        return about.REFERENCE
    return reason(piece) or furniture.line_reason(piece)


def _is_source(text: str) -> bool:
    if re.fullmatch(data("colophon")["sources"], text.strip(), re.IGNORECASE):
        return True
    return any(re.search(pattern, text) for pattern in data("colophon")["entry"])


def _is_code(text: str) -> bool:
    text = about.without_date(text)
    return re.fullmatch(data("colophon")["code"], bare(text) if "(" not in text else text.strip(" .")) is not None
