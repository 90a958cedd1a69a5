"""A mere “Date: 12/08/2024” that stands among nothing but the number and the revision of a leaflet is the leaflet's.

By itself such a date may be the patient's own appointment, so it is said.  The
words are in ``data/colophon.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from narration.readers.base import Block, Kind, line_at, lines_of
from narration.readers.lines import about
from narration.readers.vocabulary import bare, listed

_CODES = frozenset({"reference", "version"})


def among_facts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; with the reason set on such a date in a table, or on one of several lines that stand together.

    Nothing else follows them in the table or right under them: “Reference, date, time” are of an appointment.
    """
    made = list(blocks)
    at = 0
    for known, run in groupby(blocks, key=_is_known):
        end = at + len(list(run))
        lines = [line for block in blocks[at:end] for line in lines_of(block)]
        if known and _are_facts(lines) and not _goes_on(blocks, end):
            for index in range(at, end):
                if not blocks[index].reason and any(map(_is_date, lines_of(blocks[index]))):
                    made[index] = replace(blocks[index], reason=about.REFERENCE)
        at = end
    return made


def _is_known(block: Block) -> bool:
    """Whether all lines of a block are facts about a leaflet, or mere dates."""
    return all(_is_date(line) or about.facts(line)[0] for line in lines_of(block))


def _are_facts(lines: Sequence[str]) -> bool:
    """Whether a leaflet's number or revision is among the facts, and a mere date, too."""
    known = {key for line in lines if not _is_date(line) for key in about.facts(line)[0]}
    return bool(known & _CODES) and any(map(_is_date, lines))


def _goes_on(blocks: Sequence[Block], end: int) -> bool:
    """Whether what follows stands in the same table, or right under the last line."""
    last, after = blocks[end - 1], blocks[end : end + 1]
    under = line_at(last, len(last.text)) + 1
    return any(block.row if last.row else (block.line == under and block.kind is not Kind.HEADING) for block in after)


def _is_date(line: str) -> bool:
    label = about.without_date(line)
    return label != line and listed("colophon", "date_label").fullmatch(bare(label)) is not None
