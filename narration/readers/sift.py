"""Blocks to what may be spoken and what is left out, each piece with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest

from narration.document import LeftOut, slug
from narration.readers.base import Block, Kind, Page, line_at, lines_of
from narration.readers.contacts import contact_pieces, named_contacts, other_formats, own_number
from narration.readers.left_out import bylines, captions, forms, pasted, post_links, sheet_dates, site_parts, unspoken
from narration.readers.left_out.unspoken import Span
from narration.readers.lines import about, colophon, furniture, heading_words, helpline, promote, triage
from narration.readers.lists import clause_numbers, crosses, line_lists, points
from narration.readers.parts import asked, heading_numbers, headline
from narration.readers.sender import letterhead, mail, over_title_run, signatures
from narration.readers.tables import leaders, table_marks, table_names, table_notes, timetables
from narration.readers.text import citations, footnotes, signs
from narration.readers.vocabulary import bare, data

FEWEST_FACTS = 2
"""So many facts in a strip (“Time: 2 hours · Scan: 20 minutes”) are more than a number to ring and whose it is."""

Judged = tuple[Block, bool, list[Span]]
"""A block, whether it stays as it is, and the pieces of it that are not spoken."""

BAR = "·"
"""What parts two pieces of a strip whose middle is left out."""
_WORD = re.compile(r"\w+")


class LeftOutList:
    """Collects what is not spoken, numbered by reason."""

    def __init__(self) -> None:
        self.found: list[LeftOut] = []
        self._counts: dict[str, int] = {}

    def add(self, text: str, reason: str, line: int) -> None:
        self._counts[reason] = self._counts.get(reason, 0) + 1
        self.found.append(LeftOut(f"{slug(reason)}.{self._counts[reason]}", text, reason, line))

    def take(self, said: Sequence[Block]) -> list[Block]:
        """The blocks, which are said after all: what they have every word and number of is not left out."""
        words = {word for block in said for word in _WORD.findall(block.text)}
        lines = {block.line for block in said}
        self.found = [i for i in self.found if i.line not in lines or set(_WORD.findall(i.text)) - words]
        return list(said)


def sift(page: Page, language: str, known: dict[str, str], out: LeftOutList) -> list[Block]:
    """The blocks that may be spoken.  The rest goes to ``out``, and what the page says of itself into ``known``."""
    pasted_out = pasted.without(named_contacts.with_names(mail.with_subject(page.blocks)))
    numbered = clause_numbers.without(heading_numbers.dotted(pasted_out))
    numbered = list(table_names.without_numbers(numbered))
    marked = list(crosses.unmarked(list(table_marks.spelled(numbered, language)), language))
    written = list(forms.without(list(timetables.spelled(list(signs.spelled(marked)), language))))
    listed = list(line_lists.under_headings(asked.unmarked(written)))
    spelled = points.apart(leaders.spelled(footnotes.named(table_notes.placed(listed), language)))
    headed = headline.without_sentences(headline.without_bold_sender(headline.without_sender(list(spelled))), language)
    unmarked = list(citations.without(footnotes.unmarked(headed)))
    article = letterhead.without(over_title_run.without(unmarked), page.title)
    article = list(post_links.without(list(bylines.without(article))))
    article = list(signatures.without(list(site_parts.marked(list(captions.told(article))))))
    article = colophon.without(sheet_dates.among_facts(article), language)
    judged = _without_empty(list(_judged(article, language, known)))
    kept = _kept(judged, out, helpline.told_by(_kept(judged, LeftOutList(), helpline.tells)))
    kept += out.take(own_number.from_beside(kept, out.found))
    if not helpline.has_number(" ".join(block.text for block in kept)):
        kept += out.take(own_number.for_questions(out.found, helpline.asks_us(kept)))
    said = named_contacts.beside(kept, out.found)
    already = frozenset(kept)
    out.take([block for block in said if block not in already])
    return mail.heard(said, page.blocks) + out.take(other_formats.told(said, out.found, language))


def _judged(article: Sequence[Block], language: str, known: dict[str, str]) -> Iterator[Judged]:
    """Each block, whether it stays as it is, and the pieces of it that are not spoken."""
    told = False
    for block, under in _with_next(_by_fact(article)):
        found, places = about.facts(block.text, block.breaks)
        for key, value in found.items():
            known.setdefault(key, value)
        whole = block.kind is Kind.RULE or (block.kind is Kind.HEADING and not places)
        whole = whole or _heads_contacts(block, under) or heading_words.begins_steps(block, under)
        whole = whole or (told and _heads_start(block, under))
        first = not told
        told = told or furniture.is_prose(block.text)
        yield block, whole, [] if block.reason or whole else unspoken.spans(block, places, language, first=first)


def _without_empty(judged: Sequence[Judged]) -> list[Judged]:
    """The same; a heading over nothing but filler goes with it, or it would be said as a line of the part before."""
    made = list(judged)
    heads = [at for at, each in enumerate(made) if _may_head(each)]
    for at, end in pairwise([*heads, len(made)]):
        block, whole, _ = made[at]
        under = [each for each in made[at + 1 : end] if each[0].kind is not Kind.RULE]
        deeper = end < len(made) and made[end][0].level > block.level > 0
        if (
            at
            and not deeper
            and any(map(_is_filler, under))
            and all(b.reason or _is_filler((b, w, s)) for b, w, s in under)
        ):
            made[at] = (replace(block, reason=triage.FILLER), whole, [])
    return made


def _may_head(judged: Judged) -> bool:
    block = judged[0]
    alone = block.kind is Kind.HEADING or promote.stands_alone(block)
    named = alone and not re.search(r"\d", block.text) and not furniture.line_reason(block.text)
    return named and not block.reason and not _is_filler(judged)


def _is_filler(judged: Judged) -> bool:
    """Whether the whole of a block is filler."""
    block, _, spans = judged
    return [(end - start, reason) for start, end, reason in spans] == [(len(block.text), triage.FILLER)]


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


def _heads_start(block: Block, under: Block | None) -> bool:
    """Whether “Inicio” stands over a text, below others, and so names how something begins and no site's first page."""
    text = under is not None and not under.reason and furniture.is_prose(under.text)
    return text and promote.stands_alone(block) and bare(block.text).lower() in data("labels")["starts"]


def _kept(judged: Iterable[Judged], out: LeftOutList, said: Callable[[str], bool]) -> list[Block]:
    """The blocks that may be spoken; a contact line in the text that is ``said`` stays."""
    kept: list[Block] = []
    over: list[Block] = []  # numbers that stand over the text: a listener needs to know first what they are for
    begun = asked = listed = False
    every = list(judged)
    beside = _beside_numbers([block for block, _, _ in every], said)
    for at, (block, whole, spans) in enumerate(every):
        before = len(kept)
        if block.reason:
            out.add(block.text, block.reason, block.line)
        elif whole or _answers(block, kept, [each for each, _, _ in every[max(at - 1, 0) : at + 2]]):
            kept.append(block)
        else:
            in_place = said if begun else helpline.is_for_a_time
            near = asked or (listed and block.kind is Kind.ITEM) or at in beside or _speaks_beside(block, spans)
            if begun and spans and near:
                in_place = helpline.is_rung
            if helpline.goes_with(block, kept[-1:]):
                in_place = helpline.is_second_way
            left = [part for span in spans for part in contact_pieces.left(block, span, in_place)]
            for start, end, reason in left:
                out.add(block.text[start:end].strip(), reason, line_at(block, start))
            if rest := _without(block, left):
                alone = not begun and [reason for _, _, reason in spans] == [furniture.CONTACT] and left != spans
                alone = alone and helpline.is_rung(rest.text) and not furniture.is_prose(rest.text)
                rest = contact_pieces.joined(own_number.of_strip(rest, block))
                (over if alone else kept).extend(helpline.by_number(rest))
        begun = begun or any(b.kind is not Kind.HEADING and furniture.is_prose(b.text) for b in kept[-1:])
        asked = _asks_for_contacts(kept[before:], asked)
        listed = listed if block.kind is Kind.ITEM else _leads_to_numbers(block)
    return kept + over


def _beside_numbers(blocks: Sequence[Block], said: Callable[[str], bool]) -> frozenset[int]:
    """The rows of a table that says one of its numbers: without its number, another row would be no row of it."""
    found: set[int] = set()
    for row, run in groupby(range(len(blocks)), key=lambda at: blocks[at].row):
        places = list(run)
        found |= {*places} if row and any(said(blocks[at].text) for at in places) else set()
    return frozenset(found)


def _leads_to_numbers(block: Block) -> bool:
    """Whether a line over a list says when to ring the numbers in it: “If you feel unsafe, do not wait:”."""
    return not block.reason and block.text.rstrip().endswith(":") and furniture.tells_when(block.text)


def _speaks_beside(block: Block, spans: Sequence[Span]) -> bool:
    """Whether sentences stand beside a contact in its paragraph: “… if it bleeds. Tel: 01632 960 455.”"""
    rest = _without(block, list(spans))
    reached = any(reason == furniture.CONTACT for _, _, reason in spans)
    return reached and rest is not None and rest.text[-1:] in ".!?" and furniture.is_prose(rest.text)


def _asks_for_contacts(said: Sequence[Block], asked: bool) -> bool:
    """Whether the last heading that is said asks for nothing but the number: “Questions?”, “Teléfonos”."""
    for block in said:
        if asked and helpline.is_rung(block.text):
            continue  # a row of the numbers under it, and no heading over the next
        if block.kind is Kind.HEADING or promote.stands_alone(block):
            asked = furniture.is_contact_heading(block.text)
    return asked


def _by_fact(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a strip of facts that may be spoken (no menu, no address) comes fact by fact."""
    for block in blocks:
        pieces = re.split(r"[·•|]", block.text)
        facts = [p for p in pieces if ":" in p and not (furniture.is_contact(p) or furniture.is_hours(p))]
        reason = furniture.line_reason(block.text)
        spoken = (not reason and not furniture.is_strip(lines_of(block))) or (
            reason == furniture.CONTACT and len(facts) >= FEWEST_FACTS
        )
        whose = about.is_credit(block.text) or about.facts(block.text)[0]  # “By Ann Lee | Photo: Mill Studio”
        told = spoken and facts and not block.reason and not whose
        yield from points.strips(block) if told else [block]


def _answers(block: Block, kept: list[Block], near: Sequence[Block]) -> bool:
    """Whether the block is the ``Yes`` or ``No`` right under a question; two of them ``near`` are buttons."""
    asked = bool(kept) and kept[-1].text.rstrip().endswith("?") and furniture.is_answer(block.text)
    alone = kept[-1:] == [*near[:1]] and sum(furniture.is_answer(each.text) for each in near) == 1
    return asked and (alone or kept[-1].kind is Kind.HEADING)


def _without(block: Block, spans: list[Span]) -> Block | None:
    """The block without its spans, each word still on its line; none when nothing is left."""
    if not spans:
        return block
    text, line, bar = "", 0, False
    breaks: list[int] = []
    edges = [0, *(edge for start, end, _ in spans for edge in (start, end)), len(block.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = block.text[start:end]
        start += len(piece) - len(piece.lstrip(contact_pieces.OUTER))
        piece = piece.strip(contact_pieces.OUTER)
        if not re.search(r"\w", piece):
            continue
        between = f" {BAR} " if bar and line_at(block, start) == line + len(breaks) else " "
        between = "" if piece[0] in ".,;:!?" else between  # the end of a sentence whose last words are left out
        bar = re.search(rf"[{BAR}|•]\s*$", block.text[start : start + len(piece) + len(BAR) + 2]) is not None
        offset = len(text) + len(between) if text else 0
        if not text:
            line = line_at(block, start)
        reached = line + len(breaks)
        breaks += [offset] * (line_at(block, start) - reached)
        breaks += [offset + at - start for at in block.breaks if start < at < end]
        text = f"{text}{between}{piece}" if text else piece
    if not text:
        return None
    lead = block.lead if spans[0][0] >= block.lead else 0
    text = text.rstrip(" ,;:") if block.kind is Kind.HEADING else text
    return replace(block, text=text, line=line, breaks=tuple(breaks), lead=lead)
