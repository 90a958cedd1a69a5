"""Headings whose number has no dot, or that a letter counts: “1 Introduction”, “02 The scan”, “A) Before”, “2.1 Diet”.

Such a number looks like an amount (“the 1 introduction”), and is none where the
headings or the lines that stand alone over a text count on from 1 without a gap.
They get the dot that others have; a letter is taken off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, changed, is_under_space
from narration.readers.lines.promote import stands_alone
from narration.readers.vocabulary import listed

FEWEST = 2
FEWEST_LINES = 3
"""So many lines that no format knows as headings."""
_NUMBER = re.compile(r"0?(?P<number>\d{1,2})(?:(?:\s*[|·•º°]|\s[–—-])\s*|\s+)(?=[¿¡\"“«]?[^\W\d_a-z][^\W\d_]*\s?)")
_LETTER = re.compile(r"(?P<letter>[A-H])(?:[).:]|\.?\s?[-–—])\s+(?=[¿¡\"“«]?[^\W\d_])")
_INNER = re.compile(r"(?P<over>\d{1,2})\.\d{1,2}\s")
_POINTS = re.compile(r"\b(?:section|part|apartado|secci[oó]n|punto|inciso|parte)\s[A-H]\b")

Found = list[tuple[int, re.Match[str]]]
"""Where the numbered headings stand, each with the match of its number."""


def dotted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; bare numbers before headings that count from 1 on have a dot, letters that count are gone."""
    made = list(blocks)
    for at, match in _counted(blocks, [(at, m) for at, b in enumerate(blocks) if (m := _bare(b))]):
        block, number = blocks[at], match["number"]
        if block.kind is Kind.HEADING:
            made[at] = changed(block, [(0, match.end(), f"{number}. ")])
        else:
            made[at] = replace(changed(block, [(0, match.end(), "")]), kind=Kind.ITEM, marker=number, depth=1)
    if any(_POINTS.search(block.text) for block in blocks):
        return made
    lettered = [(at, m) for at, b in enumerate(blocks) if b.kind is Kind.HEADING and (m := _LETTER.match(b.text))]
    if len(lettered) >= FEWEST and [m["letter"] for _, m in lettered] == list("ABCDEFGH"[: len(lettered)]):
        for at, match in lettered:
            made[at] = changed(blocks[at], [(0, match.end(), "")])
    return made if lettered else _lettered_lines(made)


def _lettered_lines(blocks: list[Block]) -> list[Block]:
    """The blocks; lines that letters count, each over a text of its own, have numbers as others have."""
    lines = [
        (at, letter)
        for at, block in enumerate(blocks)
        if _is_over_text(blocks, at, "") and (letter := _letter_of(blocks, at, block))
    ]
    if not _count_on(lines):
        return _without_letters(blocks)
    for number, (at, _) in enumerate(lines, 1):
        match = _LETTER.match(blocks[at].text)
        bare = changed(blocks[at], [(0, match.end(), "")] if match else [])
        blocks[at] = replace(bare, kind=Kind.ITEM, marker=str(number), depth=1)
    return blocks


def _without_letters(blocks: list[Block]) -> list[Block]:
    """The blocks; lettered lines of a page's parts, one of them over a table (“A. Fasting”), without their letters."""
    places = [at for at in range(1, len(blocks) - 1) if _stands_apart(blocks, at)]
    lines = [(at, letter) for at in places if (letter := _letter_of(blocks, at, blocks[at]))]
    if not _count_on(lines) or sum(_is_over_text(blocks, at, "") for at, _ in lines) < FEWEST:
        return blocks
    for at, _ in lines:
        match = _LETTER.match(blocks[at].text)
        blocks[at] = changed(blocks[at], [(0, match.end(), "")] if match else [])
    return blocks


def _count_on(lines: Sequence[tuple[int, str]]) -> bool:
    return len(lines) >= FEWEST_LINES and [letter for _, letter in lines] == list("abcdefgh"[: len(lines)])


def _stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line stands alone under a blank one, over something that is no lettered line itself."""
    plain = blocks[at].kind is Kind.PARAGRAPH and is_under_space(blocks[at], blocks[at - 1])
    return plain and blocks[at + 1].kind is not Kind.RULE and not _LETTER.match(blocks[at + 1].text)


def _letter_of(blocks: Sequence[Block], at: int, block: Block) -> str:
    """The letter before a line that stands alone over a text: of an item that is no point of a list, too."""
    if block.reason:
        return ""
    if block.kind is Kind.ITEM:
        short = stands_alone(replace(block, kind=Kind.PARAGRAPH, depth=0)) and block.text[:1] not in "(["
        under = blocks[at + 1]
        return block.marker if short and under.kind is Kind.PARAGRAPH else ""
    match = _LETTER.match(block.text) if stands_alone(block) else None
    return match["letter"].lower() if match else ""


def _bare(block: Block) -> re.Match[str] | None:
    """The bare number before a heading, or before a line that may be one; none of an amount (“2 Hours before”)."""
    may_head = block.kind is Kind.HEADING or (stands_alone(block) and not block.row)
    match = _NUMBER.match(block.text) if may_head and not block.reason else None
    return None if match is None or listed("labels", "counted").match(block.text[match.end() :]) else match


def _counted(blocks: Sequence[Block], found: Found) -> Found:
    """Those that count on from 1, each over a text of its own or over its parts (“2.1 Fasting”)."""
    run: Found = []
    for at, match in found:
        heading = blocks[at].kind is Kind.HEADING
        if int(match["number"]) == len(run) + 1 and (heading or _is_over_text(blocks, at, match["number"])):
            run.append((at, match))
    headings = sum(blocks[at].kind is Kind.HEADING for at, _ in run)
    if 0 < headings < len(run):
        run = [(at, match) for at, match in run if blocks[at].kind is Kind.HEADING]
    return run if len(run) >= (FEWEST if headings else FEWEST_LINES) else []


def _is_over_text(blocks: Sequence[Block], at: int, number: str) -> bool:
    under = next(iter(blocks[at + 1 : at + 2]), None)
    if under is None or under.kind is Kind.RULE:
        return False
    inner = _INNER.match(under.text)
    told = under.kind is Kind.ITEM or not stands_alone(under) or under.text.endswith("?")
    return inner["over"] == number if inner else told
