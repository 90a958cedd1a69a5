"""Which pieces of a block are not spoken, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from narration.readers.base import Block, Kind, lines_of
from narration.readers.lines import about, colophon, furniture, links, senders, sentences, triage
from narration.readers.sender import houses
from narration.readers.vocabulary import bare, listed

MOST_SCRAP_WORDS = 4

Span = tuple[int, int, str]
"""Start, end and reason of a piece of a block."""


def spans(block: Block, places: list[tuple[int, int]], language: str, *, first: bool = False) -> list[Span]:
    """The pieces of the block that are not spoken, in order; ``first`` says that nothing has been told before it."""
    if _is_all(block.text, places):
        return [(0, len(block.text), about.REFERENCE)]
    spans: list[Span] = [(start, end, about.REFERENCE) for start, end in places]
    lines = lines_of(block)
    if block.kind is Kind.HEADING and block.level == 1:
        return spans  # what else a title says is what the page is about
    if link := furniture.link_after_paper(block.text):
        at = block.text.rindex(link)
        return [*spans, (at, at + len(link), furniture.NAVIGATION)]
    reason = "" if spans else _whole(block, lines, language)
    if reason and not (reason == furniture.NAVIGATION and block.row and _tells_fact(block.text)):
        return [(0, len(block.text), reason)]
    at = 0
    # Lines that are no sentences are judged one by one where a fact stands among them.
    single = bool(spans) and len(lines) > 1 and not any(map(furniture.is_prose, lines))
    single = single or furniture.is_strip(lines)
    pieces: list[tuple[int, int]] = []
    for piece in lines if single else sentences.split(block.text, language):
        start = max(block.text.find(piece, at), at)
        at = start + len(piece)
        pieces.append((start, at))
        if at <= block.lead < len(block.text):
            continue  # “Contrast.” in bold type over its text is no button
        inner = _within(block.text, start, at, places, language)
        if furniture.names_place(_line_before(block, start)) and furniture.is_postal(piece):
            continue  # “Place: Tower B, floor 5. 12 Mill Road, Dunholt”: where to come
        # In a table a cell of a mere number is no number of a page.
        spans += [span for span in inner if not block.row or span[2] != furniture.NAVIGATION]
    if block.row:
        spans = _without_hours(block.text, pieces, spans)
    spans += _cut_out(block.text, spans)
    spans += _dates(block.text, pieces, spans)
    spans += _sender_before(block.text, pieces) if first else []
    return _joined(sorted(spans + _senders(block.text, pieces, spans)), block.text)


def _line_before(block: Block, at: int) -> str:
    """What stands before a place on its line."""
    return block.text[max((each for each in block.breaks if each <= at), default=0) : at].strip()


def _without_hours(row: str, pieces: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[Span]:
    """The pieces of a row that are not spoken; hours in it are, where anything else is: “Mondays. Hours: 8 to 13”."""
    hours = [span for span in spans if span[2] == furniture.CONTACT and not furniture.is_reached(row[slice(*span[:2])])]
    return [span for span in spans if len(spans) >= len(pieces) or span not in hours]


def _tells_fact(row: str) -> bool:
    """Whether a row has a name and what stands beside it, and neither is of the site: “1 week: No gym / golf”."""
    name, colon, beside = row.partition(": ")
    pieces = [name, *re.split(r"\s*[|·•,]\s*|\s/\s", beside)]
    site = any(listed("furniture", "navigation").fullmatch(bare(piece)) and not piece.isdigit() for piece in pieces)
    return bool(colon) and not site


def _dates(text: str, pieces: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[Span]:
    """A mere date right after who wrote or checked the text: “Checked by Dr Ann Lee. October 2024.”"""
    known = [any(start < b and a < end for start, end, _ in spans) for a, b in pieces]
    return [
        (*place, about.REFERENCE)
        for over, place, out, said in zip(pieces, pieces[1:], known, known[1:], strict=False)
        if out and not said and about.is_credit(text[slice(*over)]) and about.is_date(text[slice(*place)])
    ]


def _cut_out(text: str, spans: Sequence[Span]) -> list[Span]:
    """What goes out of a sentence: the law that it cites in brackets, “(Ley 7/2001, de 3 de mayo)”, and a site's form.

    “Call us on 01632 960 100 or fill in the form”: who listens has none.
    """
    kinds = (("laws", about.REFERENCE), ("forms_beside", furniture.NAVIGATION))
    found = [(*match.span(), reason) for key, reason in kinds for match in listed("colophon", key).finditer(text)]
    return [cut for cut in found if not any(start < cut[1] and cut[0] < end for start, end, _ in spans)]


def _senders(text: str, pieces: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[Span]:
    """The sender's name right before who wrote the text and when, at the end of a paragraph."""
    last = next((at for at, (start, _) in enumerate(pieces) if (start, about.REFERENCE) in _begins(spans)), len(pieces))
    tail = all((start, about.REFERENCE) in _begins(spans) for start, _ in pieces[last:])
    before = pieces[last - 1 : last] if tail and 0 < last < len(pieces) else []
    return [(a, b, about.REFERENCE) for a, b in before if senders.is_body(text[a:b].rstrip(" ."))]


def _sender_before(text: str, pieces: Sequence[tuple[int, int]]) -> list[Span]:
    """The sender's name before a page's first sentence: “Clinic 4, Urology Outpatients. Please read all of this.”

    Not before where or when to come: “Day Unit. Come at 8.”
    """
    if not pieces[1:]:
        return []
    (start, end), after = pieces[0], text[slice(*pieces[1])]
    name = text[start:end].rstrip(" .")
    told = furniture.is_prose(after) and not furniture.names_place(after)
    sends = senders.is_body(name) or senders.is_kind(name)
    return [(start, end, about.REFERENCE)] if told and sends and text[start:end].endswith(".") else []


def _begins(spans: Iterable[Span]) -> set[tuple[int, str]]:
    return {(start, reason) for start, _, reason in spans}


def _whole(block: Block, lines: list[str], language: str) -> str:
    """Why the block as a whole is not spoken."""
    if triage.is_filler(block.text, language):
        return triage.FILLER
    if (
        about.is_credit(block.text)
        or about.is_byline(block.text)
        or (block.kind is not Kind.ITEM and colophon.is_identity(block.text))
    ):
        return about.REFERENCE
    if len(lines) > 1 and furniture.is_contact_block(lines, language):
        return furniture.CONTACT
    said = sentences.split(block.text, language) if colophon.is_form(block.text) else []
    if any(furniture.is_prose(each) and not (colophon.is_form(each) or _reason_of(each)) for each in said):
        return ""  # “Hora: ____. Traiga su DNI.”
    return _reason_of(block.text)


def _reason_of(text: str) -> str:
    """Why a whole line or sentence is not spoken; “Yes!” is an answer, and no button."""
    if text.rstrip().endswith("!") and furniture.is_answer(text):
        return ""
    if reason := furniture.line_reason(text):
        return reason
    if links.is_booking(text):
        return furniture.NAVIGATION
    if about.is_credit(text, strictly=True):
        return about.REFERENCE
    if senders.is_for_staff(text) or senders.is_place(text):
        return about.REFERENCE
    return colophon.reason(text)


def _within(text: str, start: int, end: int, places: list[tuple[int, int]], language: str) -> list[Span]:
    """Why a sentence, or what facts have left of it, is not spoken."""
    free = [(start, end)]
    for left, right in places:
        free = [part for a, b in free for part in ((a, min(b, left)), (max(a, right), b)) if part[0] < part[1]]
    found: list[Span] = []
    for a, b in free:
        piece = text[a:b].strip().lstrip("·|•– ")
        if not re.search(r"\w", piece):
            reason = about.REFERENCE if places else ""
        elif triage.is_filler(piece, language):
            reason = triage.FILLER
        elif places and (
            about.is_credit(piece)
            or about.is_date(piece.strip("·|•– "))
            or about.is_card(piece)
            or _is_scrap(piece)
            or senders.is_letterhead(piece)
            or colophon.is_identity(piece, numbered=True)
            or listed("colophon", "beside_date").fullmatch(bare(piece))
        ):
            reason = about.REFERENCE
        else:
            reason = _reason_of(piece)
        if reason:
            found.append((a, b, reason))
    return found


def _is_scrap(piece: str) -> bool:
    """A few words beside a fact: ``Ward 12 · SL-4 ·`` before a date of review."""
    parts = re.split(r"[·|•]", piece)
    few = all(len(re.findall(r"[\w’']+", part)) <= MOST_SCRAP_WORDS for part in parts)
    return few and not any(furniture.is_prose(part) and not houses.is_state(part) for part in parts)


def _is_all(text: str, places: list[tuple[int, int]]) -> bool:
    rest = text
    for start, end in reversed(places):
        rest = rest[:start] + rest[end:]
    return bool(places) and not re.search(r"\w", rest)


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Neighbours with one reason are one piece."""
    joined: list[Span] = []
    for start, end, reason in spans:
        if joined and joined[-1][2] == reason and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end, reason)
        elif text[start:end].strip():
            joined.append((start, end, reason))
    return joined
