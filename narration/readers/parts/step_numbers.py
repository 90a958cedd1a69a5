"""The numbers of a list's steps, where the text points at them: ``Go back to step 2.`` → ``Step 2: Close the lid.``

A number before a step is for the eye and stays unsaid, but a listener who is sent to step 2 must have heard which that
is.  Only a list that counts on from 1 to the number pointed at is meant: the one that the words stand in, or else the
last one above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language_tags import primary
from narration.readers.base import Block, Kind, changed
from narration.readers.parts.outlines import Outline
from narration.readers.vocabulary import data, listed

_NUMBER = re.compile(r"\d+")
FEWEST = 2

Run = list[int]
"""The places of a list's steps, in order."""


def said(found: Outline, language: str) -> None:
    """The steps that the parts of ``found`` point at have their numbers, as the language says them."""
    label = data("labels")["step"].get(primary(language), "")
    blocks = [block for part in found.parts for block in part.blocks]
    named = [part.name for part in found.parts] + [block.text for block in blocks]
    if not label or any(listed("labels", "numbered_step").match(text) for text in named):
        return  # the page says its numbers itself
    runs = _runs(blocks)
    chosen: dict[int, str] = {}
    for at, block in enumerate(blocks):
        for last in _pointed_at(block.text):
            for place in _meant(runs, at, last):
                chosen[place] = label.replace("{number}", blocks[place].marker)
    begin = 0
    for part in found.parts:
        part.blocks = [changed(block, [(0, 0, chosen.get(begin + at, ""))]) for at, block in enumerate(part.blocks)]
        begin += len(part.blocks)


def _pointed_at(text: str) -> list[int]:
    """The last number of each place in a text that points at steps: 5 for “steps 3 to 5”."""
    found = listed("labels", "points_to_steps").finditer(text)
    return [max(map(int, _NUMBER.findall(match[0]))) for match in found]


def _runs(blocks: Sequence[Block]) -> list[Run]:
    """The numbered lists that count on from 1, whatever stands between their steps."""
    runs: list[Run] = []
    going: dict[int, Run] = {}  # by depth
    for at, block in enumerate(blocks):
        if block.kind is not Kind.ITEM or not block.marker.isdigit():
            continue
        run = going.get(block.depth)
        if run and block.marker == blocks[run[-1]].marker and _is_inside(blocks, run[-1], at):
            continue  # the rest of the same step, after its name
        if block.marker == "1":
            run = going[block.depth] = []
            runs.append(run)
        if run is not None and int(block.marker) == len(run) + 1:
            run.append(at)
        else:
            going.pop(block.depth, None)
    return [run for run in runs if len(run) >= FEWEST]


def _is_inside(blocks: Sequence[Block], first: int, later: int) -> bool:
    return blocks[later].line - blocks[first].line <= len(blocks[first].breaks) and later == first + 1


def _meant(runs: Sequence[Run], at: int, last: int) -> Run:
    """The steps that words at ``at`` point at, of which there are at least ``last``; none where that is not sure."""
    long = [run for run in runs if len(run) >= last]
    around = [run for run in long if run[0] <= at <= run[-1]]
    above = [run for run in long if run[-1] < at]
    near = around or above[-1:] or (long if len(long) == 1 else [])
    return near[0] if len(near) == 1 else []
