"""Questions that stand in the paragraphs of their answers: “Will it hurt? Most people …”, or “Q: Will it hurt? A: No.”.

A page that is made of them names its parts by them.  Letters before a question
and its answer (``Q:``, ``P:``) are for the eye; they are believed only where
several questions have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, is_under_space, part_of
from narration.readers.lines import furniture, helpline
from narration.readers.lines.promote import LEVEL, cut, stands_alone

FEWEST = 2
MOST_ASK = 0.75
_QUESTION = re.compile(
    r"(?<!\S)(?:Q(?:uestion)?|P(?:regunta)?)\s?\d{0,2}\s?[:.)]\s+(?P<asks>[^?]{3,160}\?)\s*", re.IGNORECASE
)
_ANSWER = re.compile(r"(?:A(?:nswer)?|R(?:espuesta)?)\s?\d{0,2}\s?[:.)]\s+(?=\S)", re.IGNORECASE)
_UNMARKED = re.compile(
    r"(?P<mark>(?P<letter>Q|P)(?:uestion|regunta)?\s?\d{0,2}\s?[:.)]\s+)(?P<asks>[^\W\d_][^?.:;!]{3,120})",
    re.IGNORECASE,
)
"""A question that the page has not marked as one, over its answer: “Q: Can I eat”, “A: Yes.”"""
_FIRST = re.compile(r"(?P<asks>(?:¿|(?=[^\W\d_a-z]))[^?.!:;]{3,140}\?)\s+(?:[-–—]\s+)?(?=[“\"(¡]?[^\W_])(?![^?.!]*\?)")
"""A question at the head of a paragraph, and no second question after it: that would be a list of things to tell."""


def unmarked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without such letters; a question is a heading where the page has no others."""
    headed = sum(block.kind is Kind.HEADING for block in blocks) >= FEWEST
    parted = _with_marks([piece for block in blocks for piece in _parted(block)])
    asked = sum(_QUESTION.fullmatch(block.text) is not None for block in parted)
    if asked >= FEWEST:
        return [_without_mark(block, headed or _has_lines(parted)) for block in parted]
    return list(blocks) if headed else _with_first_questions(blocks)


def in_bold(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a question in bold type is a heading, where nearly all headings are questions themselves."""
    heads = [block for block in blocks if block.kind is Kind.HEADING]
    asking = sum(block.text.rstrip().endswith("?") for block in heads)
    if asking < FEWEST or asking < MOST_ASK * len(heads):
        return list(blocks)
    level = min(block.level for block in heads if block.text.rstrip().endswith("?"))
    return [
        replace(block, kind=Kind.HEADING, level=level, lead=0) if _asks_in_bold(block) else block for block in blocks
    ]


def _asks_in_bold(block: Block) -> bool:
    alone = block.kind is Kind.PARAGRAPH and block.strong and not block.reason and not block.depth
    return alone and re.fullmatch(r"[^?.!]{3,140}\?", block.text.strip()) is not None


def _has_lines(blocks: Sequence[Block]) -> bool:
    """Whether lines stand alone over a text like headings, beside which questions with letters are only lines, too."""
    lines = [
        line
        for above, line, under in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if stands_alone(line)
        and is_under_space(line, above)
        and not _QUESTION.match(line.text)
        and not furniture.is_contact_heading(line.text)
        and under.kind is Kind.PARAGRAPH
        and furniture.is_prose(under.text)
        and not (_QUESTION.match(under.text) or _ANSWER.match(under.text))
    ]
    return len(lines) >= FEWEST


def _with_marks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a question with its letter, right over an answer with one, has its question mark."""
    made = list(blocks)
    for at, (block, under) in enumerate(pairwise(blocks)):
        match = _UNMARKED.fullmatch(block.text) if not (block.reason or block.kind is Kind.RULE) else None
        if match and _ANSWER.match(under.text) and not under.reason:
            opened = "¿" if match["letter"] in "Pp" else ""
            text = f"{match['mark']}{opened}{match['asks']}?"
            made[at] = replace(block, text=text, lead=min(block.lead, len(match["mark"])), breaks=())
    return made


def _with_first_questions(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a question at the head of a paragraph is a heading, where most paragraphs begin so."""
    prose = [b for b in blocks if b.kind is Kind.PARAGRAPH and not b.reason and furniture.is_prose(b.text)]
    asking = [block for block in prose if not block.lead and _FIRST.match(block.text)]
    lines = sum(stands_alone(b) and not b.reason and not furniture.line_reason(b.text) for b in blocks[1:])
    if len(asking) < FEWEST or len(asking) * 2 <= len(prose) or lines >= len(asking):
        return list(blocks)
    known = frozenset(asking)
    made: list[Block] = []
    for block in blocks:
        found = _FIRST.match(block.text) if block in known else None
        if block is blocks[-1] and not found and len(made) > FEWEST and helpline.has_number(block.text):
            made.append(Block(Kind.RULE, "", block.line))  # whom to ring is no part of the last answer
        made += cut(block, (found["asks"], found.end()) if found else None)
    return made


def _parted(block: Block) -> Iterator[Block]:
    """The block; one that holds questions with their letters comes as each question and its answer."""
    plain = block.kind is Kind.PARAGRAPH and not block.reason
    marks = list(_QUESTION.finditer(block.text)) if plain else []
    marks = [mark for mark in marks if re.search(r"(?:^|[.!?…][”\"’)]*)\s*$", block.text[: mark.start()])]
    if not marks or marks[0].start():
        yield block
        return
    edges = [*(edge for mark in marks for edge in mark.span()), len(block.text)]
    for start, end in pairwise(edges):
        if block.text[start:end].strip():
            yield replace(part_of(block, start, end), strong=False)


def _without_mark(block: Block, headed: bool) -> Block:
    if block.kind is Kind.RULE or block.reason:
        return block
    if match := _QUESTION.fullmatch(block.text):
        kind, level = (block.kind, block.level) if headed else (Kind.HEADING, LEVEL)
        return replace(block, kind=kind, level=level, text=match["asks"], breaks=(), lead=0, depth=0)
    if match := _ANSWER.match(block.text):
        at = match.end()
        breaks = tuple(edge - at for edge in block.breaks if edge > at)
        return replace(block, text=block.text[at:], breaks=breaks, lead=max(block.lead - at, 0))
    return block
