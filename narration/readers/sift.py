"""Blocks to what may be spoken and what is left out, each piece with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from narration.document import LeftOut, slug
from narration.readers import (
    about,
    asked,
    colophon,
    footnotes,
    furniture,
    headline,
    helpline,
    leaders,
    letterhead,
    mail,
    points,
    promote,
    senders,
    sentences,
    signatures,
    site_parts,
    triage,
)
from narration.readers.base import Block, Kind, Page, line_at, lines_of
from narration.readers.vocabulary import bare, listed

MOST_SCRAP_WORDS = 4
FEWEST_FACTS = 2
"""So many facts in a strip (“Time: 2 hours · Scan: 20 minutes”) are more than a number to ring and whose it is."""

_OUTER = " |·•"
Span = tuple[int, int, str]
"""Start, end and reason of a piece of a block."""


class LeftOutList:
    """Collects what is not spoken, numbered by reason."""

    def __init__(self) -> None:
        self.found: list[LeftOut] = []
        self._counts: dict[str, int] = {}

    def add(self, text: str, reason: str, line: int) -> None:
        self._counts[reason] = self._counts.get(reason, 0) + 1
        self.found.append(LeftOut(f"{slug(reason)}.{self._counts[reason]}", text, reason, line))


def sift(page: Page, language: str, known: dict[str, str], out: LeftOutList) -> list[Block]:
    """The blocks that may be spoken.  The rest goes to ``out``, and what the page says of itself into ``known``."""
    spelled = points.apart(leaders.spelled(footnotes.named(asked.unmarked(mail.with_subject(page.blocks)), language)))
    headed = headline.without_sentences(headline.without_sender(list(spelled)), language)
    article = letterhead.without(footnotes.unmarked(headed), page.title)
    article = list(signatures.without(list(site_parts.marked(article))))
    article = colophon.without(article, language)
    judged = list(_judged(article, language, known))
    first = _kept(judged, LeftOutList(), helpline.tells)
    kept = _kept(judged, out, helpline.told_by(first))
    if helpline.is_missing(kept):
        above = [Block(Kind.PARAGRAPH, item.text, item.line) for item in out.found if item.reason == furniture.CONTACT]
        below = [Block(Kind.PARAGRAPH, item.text, item.line) for item in out.found if item.reason != furniture.CONTACT]
        kept += helpline.from_letterhead(above) or helpline.from_footer(below)
    return kept


def _judged(article: Sequence[Block], language: str, known: dict[str, str]) -> Iterator[tuple[Block, bool, list[Span]]]:
    """Each block, whether it stays as it is, and the pieces of it that are not spoken."""
    for block, under in _with_next(_by_fact(article)):
        found, places = about.facts(block.text, block.breaks)
        for key, value in found.items():
            known.setdefault(key, value)
        whole = block.kind is Kind.RULE or (block.kind is Kind.HEADING and not places)
        whole = whole or _heads_contacts(block, under)
        yield block, whole, [] if block.reason or whole else _spans(block, places, language)


def _with_next(blocks: Iterable[Block]) -> Iterator[tuple[Block, Block | None]]:
    every = list(blocks)
    return zip_longest(every, every[1:])


def _heads_contacts(block: Block, under: Block | None) -> bool:
    """Whether “Contact us” stands apart over a text, and so is its heading and no button."""
    names = promote.stands_alone(block) and furniture.is_contact_heading(block.text)
    if names and under is not None and helpline.tells(under.text):
        return True
    prose = under is not None and under.kind is Kind.PARAGRAPH and not under.reason and furniture.is_prose(under.text)
    return names and under is not None and prose and not furniture.line_reason(under.text)


def _kept(
    judged: Iterable[tuple[Block, bool, list[Span]]], out: LeftOutList, said: Callable[[str], bool]
) -> list[Block]:
    """The blocks that may be spoken; a contact line in the text that is ``said`` stays."""
    kept: list[Block] = []
    begun = asked = False
    for block, whole, spans in judged:
        before = len(kept)
        if block.reason:
            out.add(block.text, block.reason, block.line)
        elif whole or _answers(block, kept):
            kept.append(block)
        else:
            in_place = said if begun else helpline.is_for_a_time
            if begun and spans and (asked or _speaks_beside(block, spans)):
                in_place = helpline.is_rung
            left = [part for span in spans for part in _without_lines(block, span, in_place)]
            for start, end, reason in left:
                out.add(block.text[start:end].strip(), reason, line_at(block, start))
            if rest := _without(block, left):
                kept += helpline.by_number(rest)
        begun = begun or any(b.kind is not Kind.HEADING and furniture.is_prose(b.text) for b in kept[-1:])
        asked = _asks_for_contacts(kept[before:], asked)
    return kept


def _speaks_beside(block: Block, spans: Sequence[Span]) -> bool:
    """Whether sentences stand beside a contact in its paragraph: “… if it bleeds. Tel: 01632 960 455.”"""
    rest = _without(block, list(spans))
    reached = any(reason == furniture.CONTACT for _, _, reason in spans)
    return reached and rest is not None and rest.text[-1:] in ".!?" and furniture.is_prose(rest.text)


def _asks_for_contacts(said: Sequence[Block], asked: bool) -> bool:
    """Whether the last heading that is said asks for nothing but the number: “Questions?”, “Teléfonos”."""
    for block in said:
        if block.kind is Kind.HEADING or promote.stands_alone(block):
            asked = furniture.is_contact_heading(block.text)
    return asked


def _by_fact(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a strip of facts that may be spoken (no menu, no address) comes fact by fact."""
    for block in blocks:
        facts = [piece for piece in re.split(r"[·•|]", block.text) if ":" in piece and not furniture.is_contact(piece)]
        reason = furniture.line_reason(block.text)
        spoken = (not reason and not furniture.is_strip(lines_of(block))) or (
            reason == furniture.CONTACT and len(facts) >= FEWEST_FACTS
        )
        told = spoken and facts and not block.reason and not about.facts(block.text)[0]
        yield from points.strips(block) if told else [block]


def _without_lines(block: Block, span: Span, said: Callable[[str], bool]) -> Iterator[Span]:
    """A contact's lines that are not spoken all the same: all but those with the number to ring."""
    start, end, reason = span
    if reason != furniture.CONTACT:
        yield span
        return
    edges = [start, *(at for at in block.breaks if start < at < end), end]
    bars = (start + match.end() for match in re.finditer(r"\s[·|•]\s+", block.text[start:end]))
    lines = list(pairwise(sorted({*edges, *bars})))
    left = [(a, b) for a, b in lines if not said(block.text[a:b].strip(_OUTER))]
    yield from ((a, b, reason) for a, b in (left if len(left) < len(lines) else [(start, end)]))


def _answers(block: Block, kept: list[Block]) -> bool:
    """Whether the block is the ``Yes`` or ``No`` right under a question."""
    asked = bool(kept) and kept[-1].kind is Kind.HEADING and kept[-1].text.rstrip().endswith("?")
    return asked and furniture.is_answer(block.text)


def _spans(block: Block, places: list[tuple[int, int]], language: str) -> list[Span]:
    """The pieces of the block that are not spoken, in order."""
    if _is_all(block.text, places):
        return [(0, len(block.text), about.REFERENCE)]
    spans: list[Span] = [(start, end, about.REFERENCE) for start, end in places]
    lines = lines_of(block)
    if block.kind is Kind.HEADING and block.level == 1:
        return spans  # what else a title says is what the page is about
    reason = "" if spans else _whole(block, lines, language)
    if reason:
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
        spans += _within(block.text, start, at, places, language)
    return _joined(sorted(spans + _senders(block.text, pieces, spans)), block.text)


def _senders(text: str, pieces: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[Span]:
    """The sender's name right before who wrote the text and when, at the end of a paragraph."""
    last = next((at for at, (start, _) in enumerate(pieces) if (start, about.REFERENCE) in _begins(spans)), len(pieces))
    tail = all((start, about.REFERENCE) in _begins(spans) for start, _ in pieces[last:])
    before = pieces[last - 1 : last] if tail and 0 < last < len(pieces) else []
    return [(a, b, about.REFERENCE) for a, b in before if senders.is_body(text[a:b].rstrip(" ."))]


def _begins(spans: Iterable[Span]) -> set[tuple[int, str]]:
    return {(start, reason) for start, _, reason in spans}


def _whole(block: Block, lines: list[str], language: str) -> str:
    """Why the block as a whole is not spoken."""
    if triage.is_filler(block.text, language):
        return triage.FILLER
    if about.is_credit(block.text) or (block.kind is not Kind.ITEM and colophon.is_identity(block.text)):
        return about.REFERENCE
    if len(lines) > 1 and furniture.is_contact_block(lines, language):
        return furniture.CONTACT
    said = sentences.split(block.text, language) if colophon.is_form(block.text) else []
    if any(furniture.is_prose(each) and not (colophon.is_form(each) or _reason_of(each)) for each in said):
        return ""  # “Hora: ____. Traiga su DNI.”
    return _reason_of(block.text)


def _reason_of(text: str) -> str:
    """Why a whole line or sentence is not spoken."""
    if reason := furniture.line_reason(text):
        return reason
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
    return all(len(re.findall(r"[\w’']+", part)) <= MOST_SCRAP_WORDS and not furniture.is_prose(part) for part in parts)


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


def _without(block: Block, spans: list[Span]) -> Block | None:
    """The block without its spans, each word still on its line; none when nothing is left."""
    if not spans:
        return block
    text, line = "", 0
    breaks: list[int] = []
    edges = [0, *(edge for start, end, _ in spans for edge in (start, end)), len(block.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = block.text[start:end]
        start += len(piece) - len(piece.lstrip(_OUTER))
        piece = piece.strip(_OUTER)
        if not re.search(r"\w", piece):
            continue
        offset = len(text) + 1 if text else 0
        if not text:
            line = line_at(block, start)
        reached = line + len(breaks)
        breaks += [offset] * (line_at(block, start) - reached)
        breaks += [offset + at - start for at in block.breaks if start < at < end]
        text = f"{text} {piece}" if text else piece
    if not text:
        return None
    lead = block.lead if spans[0][0] >= block.lead else 0
    text = text.rstrip(" ,;:") if block.kind is Kind.HEADING else text
    return replace(block, text=text, line=line, breaks=tuple(breaks), lead=lead)
