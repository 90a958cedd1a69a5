"""The lines of who sends a copied page, which stand together over its title: a name, a trade, an address, a number.

``Dr Ann Lee MBBS``, ``Provider No. 123``, ``Quay Family Medical, Shop 4`` and then, apart, ``VASECTOMY``: not each of
them is known for a sender's by its words, but where the first is, and the line
apart under them says more of what the text is about, they all are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from narration.readers.base import Block, Kind, is_under_space, lines_of
from narration.readers.lines import about, furniture, letters, senders, stages
from narration.readers.lines.heading_words import begins_list, is_remark
from narration.readers.lines.promote import stands_alone
from narration.readers.sender.site_lines import telling
from narration.readers.vocabulary import bare, listed

MOST_LINES = 8


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the reason set on such lines, and on one that a later page of the sheet has again."""
    if any(map(letters.is_greeting, blocks[: letters.MOST_BLOCKS_ABOVE])):
        return list(blocks)  # all that stands over a letter is its sender's
    shown = [at for at, block in enumerate(blocks) if not block.reason and block.kind is not Kind.RULE]
    run = _first_run(blocks, shown)
    title = shown[len(run)] if run and len(shown) > len(run) + 1 else -1
    if title < 0 or not _is_title(blocks, run, title):
        return list(blocks)
    sent = {blocks[at].text for at in run if not furniture.is_contact(blocks[at].text)}
    again = {at for at in shown if blocks[at].text in sent and blocks[at].kind is Kind.PARAGRAPH}
    return [_left_out(block) if at in again else block for at, block in enumerate(blocks)]


def _left_out(block: Block) -> Block:
    return replace(block, reason=furniture.CONTACT if furniture.is_hours(block.text) else about.REFERENCE)


def _first_run(blocks: Sequence[Block], shown: Sequence[int]) -> list[int]:
    """The page's first lines with no blank line between them, where the first is a sender's name."""
    lines = [at for at, _ in takewhile(lambda each: _is_line(blocks[each[1]]), enumerate(shown))]
    close = takewhile(lambda at: not at or not is_under_space(blocks[shown[at]], blocks[shown[at - 1]]), lines)
    run = [shown[at] for at in close]
    first = lines_of(blocks[run[0]])[0] if run else ""
    named = senders.is_letterhead(first) or senders.has_kind_after(first)
    return run if named and len(run) <= MOST_LINES else []


def _is_line(block: Block) -> bool:
    plain = block.kind is Kind.PARAGRAPH and not (block.strong or block.lead)
    return plain and all(
        senders.is_letterhead(line)
        or furniture.is_contact(line)
        or furniture.is_hours(line)
        or not furniture.is_prose(line)
        for line in lines_of(block)
    )


def _is_title(blocks: Sequence[Block], run: Sequence[int], at: int) -> bool:
    """Whether the line apart under the sender's is the title, rather than one of the sender's own lines."""
    block = blocks[at]
    text = block.text
    known = senders.is_letterhead(text) or furniture.line_reason(text) or about.facts(text)[0] or is_remark(text)
    part = stages.is_stage(text) or begins_list(text) or listed("letterhead", "mere_kinds").fullmatch(bare(text))
    if block.kind is not Kind.PARAGRAPH or not stands_alone(block) or known or part:
        return False
    if listed("labels", "openings").fullmatch(bare(text)) or not is_under_space(block, blocks[run[-1]]):
        return False
    said = telling(" ".join(b.text for b in blocks[at + 1 :] if furniture.is_prose(b.text)))
    mine = len(telling(text) & said)
    others = [line for each in run for line in lines_of(blocks[each]) if _may_be_title(line)]
    if any(len(telling(other) & said) >= max(mine, 1) or _is_beside(other, text) for other in others):
        return False
    if mine:
        return True
    over = blocks[at + 1].kind is not Kind.PARAGRAPH or not furniture.is_prose(blocks[at + 1].text)
    return over and text.isupper() and not any(map(str.isupper, others))  # a part's name stands over its text


def _is_beside(other: str, title: str) -> bool:
    """Whether a line may be the title's own, over or under it: a part's name, or one with a word of it."""
    return stages.wraps_by_name(other) or bool(telling(other) & telling(title))


def _may_be_title(text: str) -> bool:
    known = senders.is_letterhead(text) or senders.has_kind_after(text) or furniture.is_contact(text)
    return not (known or re.search(r"\d", text))
