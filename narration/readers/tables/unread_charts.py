"""Charts of numbers, a cell a line, whose width nothing shows: they are left out, and the reviewer is told.

A bare number would be heard beside nobody knows which words: “2.5 mL.”, “18–23.”, “5 mL.” might be anybody's dose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from narration.readers.base import Block, Kind
from narration.readers.tables import number_grids
from narration.readers.vocabulary import listed

REASON = "chart"
FEWEST_NUMBERS = 6
FEWEST_TURNS = 3
MOST_HEADS = 7
MOST_DIGITS = 6
_AMOUNT = re.compile(r"[^\d½¼¾⅓]{0,20}[\d½¼¾⅓][^:/]{0,15}(?:/\d{1,2})?[^:/]{0,12}")
MOST_WORDS = 5
MOST_WORDS_BESIDE = 3


def found(lines: Sequence[str]) -> Iterator[tuple[int, int, Block]]:
    """Where such a chart begins and ends, counted from 0, and what is left out."""
    at = 0
    while at < len(lines):
        end = _end_of_numbers(lines, at)
        numbers = [line.strip() for line in lines[at:end] if line.strip()]
        if len(numbers) < FEWEST_NUMBERS or not _are_mixed(numbers):
            at = max(end, at + 1)
            continue
        begin, end = _begin_of_heads(lines, at), _end_of_cells(lines, end)
        cells = [line.strip() for line in lines[begin:end] if line.strip()]
        yield begin, end, Block(Kind.PARAGRAPH, "; ".join(cells), begin + 1, reason=REASON)
        at = end


def _end_of_numbers(lines: Sequence[str], at: int) -> int:
    """Where bare numbers end that stand under one another from a line on, with a blank line between at most."""
    end = place = at
    while place < len(lines) and (
        _is_bare(lines[place]) or (place > at and lines[place - 1].strip() and not lines[place].strip())
    ):
        place += 1
        end = place if lines[place - 1].strip() else end
    return end


def _begin_of_heads(lines: Sequence[str], at: int) -> int:
    """Where the words over the columns begin: short lines right over the numbers, or over a blank line."""
    begin = at - (at > 1 and not lines[at - 1].strip())
    while begin and begin > at - MOST_HEADS and number_grids.may_be_head(lines[begin - 1].strip()):
        begin -= 1
    return begin if lines[begin].strip() else at


def _end_of_cells(lines: Sequence[str], end: int) -> int:
    while end < len(lines) and number_grids.may_be_head(lines[end].strip()):
        end += 1
    return end


def _is_bare(line: str) -> bool:
    """Whether a line is an amount and no more: “2.5 mL”, “18–23”, “Menos de 10”; no number to ring, time or point."""
    text = line.strip().rstrip("*†‡§")
    short = len(text.split()) <= MOST_WORDS and sum(map(str.isdigit, text)) <= MOST_DIGITS
    bare = short and _AMOUNT.fullmatch(text) is not None and len(re.findall(r"[^\W\d_]{3,}", text)) <= MOST_WORDS_BESIDE
    return bare and number_grids.kind_of(text) not in ("clock", "words", "") and number_grids.is_cell(text)


def _are_mixed(numbers: Sequence[str]) -> bool:
    """Whether amounts are of several columns: their units come by turns, or mere numbers go up and down.

    “2 towels” over “3 pens” is a list of things.
    """
    kinds = [number_grids.kind_of(number) for number in numbers]
    if not all(kind == number_grids.BARE or listed("labels", "chart_units").fullmatch(kind[2:]) for kind in kinds):
        return False
    firsts = [number_grids.first_number(number) for number in numbers]
    steps = [one < two for one, two in pairwise(firsts) if one != two]
    goes_back = sum(one != two for one, two in pairwise(steps)) >= FEWEST_TURNS
    return sum(one != two for one, two in pairwise(kinds)) >= FEWEST_TURNS or (
        {*kinds} == {number_grids.BARE} and goes_back
    )
