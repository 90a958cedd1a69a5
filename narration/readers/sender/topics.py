"""Which line under a sender's name is the page's title: the one that names what the page is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from narration.readers.base import Block, Kind
from narration.readers.lines import about, colophon, furniture, stages
from narration.readers.lines.promote import MOST_LABEL_WORDS, is_few_words, label
from narration.readers.lines.senders import is_kind
from narration.readers.vocabulary import bare, data, listed

FEWEST_PARAGRAPHS = 2
"""Fewer under a line may be the one part of the page that has its name over it."""


def has_better_title(blocks: Sequence[Block], shown: list[int], head: list[int], found: list[int]) -> bool:
    """Whether a line after the letterhead is no phase's name like the headings below, but the title over them."""
    rest = after(blocks, head, found)
    if not rest:
        return False
    best = blocks[rest[0]]
    above = [index for index in head if index < rest[0]]
    # A hospital's name, then the leaflet's number or date: what comes after both is what it is about.
    if any(index in found for index in above) and any(about.facts(blocks[index].text)[0] for index in above):
        return True
    if _is_under_sender_and_kind(blocks, above, rest[0]) or _ends_the_head(blocks, above, rest[0]):
        return True
    if _is_under_an_address(blocks, above, rest[0]) or _is_right_under_the_kind(blocks, above, rest[0]):
        return True
    if _is_right_under_the_sender(blocks, above, rest[0]):
        return True
    if listed("letterhead", "subtitles_after").search(best.text):
        return True
    under = next((index for index in head if index > rest[0]), None)
    # What kind of sheet it is, its number and its date stand under a title.
    if is_subtitle(best) or (under is not None and (under in found or about.facts(blocks[under].text)[0])):
        return True
    if best.kind is Kind.HEADING:
        levels = [blocks[i].level for i in shown if blocks[i].kind is Kind.HEADING and i not in found]
        if levels.count(best.level) == 1 or _stands_over_another(blocks, rest[0]):
            return True
        return _names_the_topic(best, _next_said(blocks, rest[0]))
    later = [blocks[index] for index in shown if index > rest[0]]
    if any(listed("letterhead", "introduces").search(block.text) for block in later[:1]):
        return True
    if (
        len(rest) > 1
        or _stands_over_another(blocks, rest[0])
        or any(block.kind is Kind.HEADING or (best.strong and block.strong) for block in later)
    ):
        return True
    below = [block for block in later if is_line(block) or block.marker]
    if _is_only_line(best, later):
        return True
    if sum(bool(block.marker) for block in below) * 2 > len(below):
        return True
    shouted = sum(block.text.isupper() or bool(block.marker) for block in below)
    return shouted * 2 > len(below) and not best.text.isupper()


def _is_only_line(best: Block, later: Sequence[Block]) -> bool:
    """Whether a page has nothing below but paragraphs: its only line is no part's name, as no other part has one."""
    text = [block for block in later if not is_contact(block)]
    plain = all(b.kind is Kind.PARAGRAPH and furniture.is_prose(b.text) and label(b) is None for b in text)
    return plain and len(text) >= FEWEST_PARAGRAPHS and not stages.is_stage(best.text)


def after(blocks: Sequence[Block], head: Sequence[int], found: Sequence[int]) -> list[int]:
    """The lines of the head that are no letterhead and no date of it, from the first that is not to fill in."""
    others = [index for index in head if index not in found and not about.facts(blocks[index].text)[0]]
    return [*dropwhile(lambda index: colophon.is_form(blocks[index].text), others)]


def _stands_over_another(blocks: Sequence[Block], index: int) -> bool:
    """Whether a heading has nothing under it but the next of its kind, and names no stage of the visit.

    A line has a question apart under it.
    """
    block, under = blocks[index], _next_said(blocks, index)
    if under is None or stages.is_stage(block.text) or furniture.opens(block.text)[0]:
        return False
    if block.kind is Kind.HEADING:
        return under.kind is Kind.HEADING and under.level == block.level
    return under.line > block.line + 1 and under.text.rstrip().endswith("?") and not block.text.rstrip().endswith("?")


def _names_the_topic(block: Block, under: Block | None) -> bool:
    """Whether a heading is the title among others of its level: “Having a scan”, or one over what the page is for."""
    name = bare(block.text)
    if stages.is_stage(name) or name.endswith("?") or name.lower() in data("labels")["openings"]:
        return False
    if listed("letterhead", "topics").match(name):
        return True
    told = under is not None and listed("letterhead", "introduces").search(under.text)
    return bool(told) and not re.search(data("letterhead")["of_the_page"], name, re.IGNORECASE)


def _is_close(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a line stands right under the line above it, or under nothing but what is left out."""
    if not above:
        return False
    between = blocks[above[-1] + 1 : index]
    return 0 < blocks[above[-1]].line == blocks[index].line - 1 or (bool(between) and all(b.reason for b in between))


def _ends_the_head(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a line right under the sender's stands apart over a heading: “RADIOLOGY / BARIUM SWALLOW”."""
    under = blocks[index + 1 : index + 2]
    close = _is_close(blocks, above, index)
    return close and all(b.line > blocks[index].line + 1 and _may_head(b) for b in under)


def _is_under_an_address(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a line under the sender's name and address stands over another line, a question, a heading or labels."""
    between = blocks[above[-1] + 1 : index] if above else []
    under = _next_said(blocks, index)
    apart = under is not None and label(under) is not None and under.line > blocks[index].line + 1
    told = apart or (under is not None and _may_head(under)) or _has_parts_below(blocks, index)
    return any(map(is_contact, between)) and under is not None and told


def _is_right_under_the_kind(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a line right under the kind of sheet stands over labels: “Patient information / Paracentesis”.

    So may one under the sender's name, where the labels stand apart.
    """
    under = _next_said(blocks, index)
    close = _is_close(blocks, above, index)
    if not close or under is None or label(blocks[index]) or stages.is_stage(blocks[index].text):
        return False
    kind = is_kind(blocks[above[-1]].text)
    return label(under) is not None and (kind or under.line > blocks[index].line + 1)


def _is_right_under_the_sender(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a line stands right under the sender's and apart from the text, and other lines below it stand alone."""
    under = blocks[index + 1 : index + 2]
    close = _is_close(blocks, above, index)
    best = blocks[index]
    labelled = label(best) and not best.text.isupper()  # “PD TRAINING: YOUR ROADMAP” has a subtitle
    if not close or best.kind is Kind.HEADING or labelled or stages.is_stage(best.text):
        return False
    apart = all(block.line > blocks[index].line + 1 for block in under)
    return apart and sum(is_line(block) for block in blocks[index + 1 :]) > 1


def _is_under_sender_and_kind(blocks: Sequence[Block], above: Sequence[int], index: int) -> bool:
    """Whether a line apart stands under a hospital's name and the kind of sheet, and over a question or a heading.

    Over a paragraph other lines that stand as headings show that it is no part's name.
    """
    kinds = [is_kind(blocks[at].text) for at in above]
    below = _next_said(blocks, index)
    if below is None or not any(kinds) or all(kinds):
        return False
    apart = below.kind is Kind.HEADING or below.line > blocks[index].line + 1
    return apart and (below.text.rstrip().endswith("?") or is_line(below) or _has_parts_below(blocks, index))


def stands_over_parts(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line that asks nothing and names no stage of the visit stands over a line, its own or a part's."""
    text, under = blocks[index].text.rstrip(), _next_said(blocks, index)
    named = is_line(blocks[index]) and not text.endswith((".", "?", ":")) and not stages.is_stage(text)
    return named and under is not None and _may_head(under)


def _has_parts_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line names no stage of the visit, and other lines below it stand over text."""
    below = [block for block in blocks[index + 2 :] if not block.reason]
    others = sum(is_line(block) or _names_with_colon(block) for block in below)
    return not stages.is_stage(blocks[index].text) and others > 1


def _names_with_colon(block: Block) -> bool:
    """``During the scan:``, on a line of its own."""
    text = block.text.rstrip()
    return block.kind is Kind.PARAGRAPH and text.endswith(":") and is_few_words(text.rstrip(": "), MOST_LABEL_WORDS)


def is_subtitle(block: Block) -> bool:
    """Whether a line names the kind of sheet besides its subject."""
    return is_line(block) and listed("letterhead", "subtitles").fullmatch(bare(block.text)) is not None


def is_mere_kind(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line right under the title, and right over none, only says “Instructions”."""
    line, under = blocks[index].line, _next_said(blocks, index)
    apart = blocks[index - 1].line == line - 1 and under is not None and under.line > line + 1
    return apart and listed("letterhead", "mere_kinds").fullmatch(bare(blocks[index].text)) is not None


def is_contact(block: Block) -> bool:
    """Whether a line is an address, a number or a fact about the page."""
    return block.kind is Kind.PARAGRAPH and furniture.line_reason(block.text) in (furniture.CONTACT, about.REFERENCE)


def _next_said(blocks: Sequence[Block], index: int) -> Block | None:
    """The next block that is neither left out nor a menu."""
    after = (block for block in blocks[index + 1 :] if not block.reason)
    return next((block for block in after if furniture.line_reason(block.text) != furniture.NAVIGATION), None)


def _may_head(block: Block) -> bool:
    return is_line(block) or block.text.rstrip().endswith("?")


def is_line(block: Block) -> bool:
    """Whether a block is a line that says no sentence."""
    return block.kind in (Kind.PARAGRAPH, Kind.HEADING) and not furniture.is_prose(block.text)
