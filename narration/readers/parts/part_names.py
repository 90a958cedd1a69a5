"""What stands in a part's name beside the name: its number, which is listed, and how long it takes, which is said.

``Phase 2: Onset · 40 min`` is the part ``Onset``: ``Phase 2`` helps an eye to
find its place, and is left out; ``This part takes 40 min.`` is said in the part, as
nobody could hear from “the onset, 40 min” what the figure is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from narration.language_tags import primary
from narration.readers.base import Block, Kind, changed
from narration.readers.lines import sentences
from narration.readers.lines.promote import step_of
from narration.readers.parts.outlines import Outline, Part
from narration.readers.vocabulary import data, listed

WIDEST = 1.6
FEWEST = 2
"""Phrases in a name that is more than one."""
_MARK = re.compile(r"\s+[·•|]\s+(?=\D{0,16}\d[^·•|]*$)")
"""What parts a heading from a figure at its end."""


def told(found: Outline, blocks: Sequence[Block], language: str, leave: Callable[[str, int], None]) -> None:
    """The lengths in the names of the parts are said in them; numbers that went with no trace are left out.

    ``blocks`` are those that the parts were made of.
    """
    spans = [span for part in found.parts if (span := listed("part_names", "spans").search(part.name))]
    ends = [number for span in spans for number in (span["least"], span["most"])]
    timed = len(set(ends)) < len(ends) or "0" in ends  # one begins where another ends
    back = not timed and _go_back(spans)
    for part in found.parts:
        _with_length(part, language, timed, back)
        part.name = _begun(_in_one(part.name, language))
        part.blocks = [_calmed(block) for block in part.blocks]
    for step, line in _unsaid_steps(found, blocks):
        leave(step, line)


def _with_length(part: Part, language: str, timed: bool, back: bool) -> None:
    """A part without the length in its name: ``Recovery (about 1 hour)``, and ``This part takes about 1 hour.``

    ``Peak (20–40 minutes)`` stays, as it may also be at that time, and so does what hours of fasting are under;
    ``back`` where the lengths of all parts cannot be times.
    """
    frame = data("part_names")["said"].get(primary(language), "")
    span = listed("part_names", "spans").search(part.name)
    takes = span is not None and not timed and (back or _is_narrow(span))
    length = span if takes else None if span else _at_end().search(part.name)
    name = part.name[: length.start()].strip() if length else ""
    if length is None or not frame or not name or listed("part_names", "no_lengths").match(name):
        part.name = f"{part.name[: span.start()]} ({span['span']})" if span else part.name
        return
    said = span["span"] if span else next(filter(None, length.groups()))
    part.name = name
    if span and not span["lead"]:
        frame = data("part_names")["ranged"].get(primary(language), frame)
    if not _tells(part, said):
        said = said.lower() if said.isupper() else f"{said[:1].lower()}{said[1:]}"
        part.blocks.insert(0, Block(Kind.PARAGRAPH, frame.replace("{length}", said), part.line))


def _in_one(name: str, language: str) -> str:
    """A name that is two phrases as one, to be said in a sentence: “At home. Advice” → “At home: Advice”.

    ``Seeing Dr. Hall`` is one already.
    """
    phrases = sentences.split(name, language)
    asks = name.endswith("?")  # “I smoke. Can I have one?”
    two = len(phrases) == FEWEST and phrases[0].endswith(".") and ":" not in name and not asks
    return f"{phrases[0][:-1]}: {phrases[1].rstrip('.')}" if two else name


def _begun(name: str) -> str:
    """A name with a capital, also where that of its number went: “Step 2: the scan” → “The scan”; no “pH test”."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return f"{name[:1].upper()}{name[1:]}" if first.isalpha() and first.islower() else name


def _is_narrow(span: re.Match[str]) -> bool:
    """Whether two figures are so near that they are how long something takes: ``30–40 min``, and no ``20–40``."""
    least, most = _bounds(span)
    return least < most <= WIDEST * least


def _bounds(span: re.Match[str]) -> tuple[float, float]:
    """Both figures of a span: 1 and 1.5 of ``1–1½ hours``."""
    least, most = (
        float(span[number]) + 0.5 * bool(span[half]) for number, half in (("least", "half"), ("most", "more"))
    )
    return least, most


def _go_back(spans: Sequence[re.Match[str]]) -> bool:
    """Whether a later part would begin before an earlier one, so that none tells when it is: “15–20”, “5–10 min”."""
    begins = [(_bounds(span)[0], "min" in span["span"].casefold()) for span in spans]
    return any(minutes == in_minutes and later < first for (first, minutes), (later, in_minutes) in pairwise(begins))


def _calmed(block: Block) -> Block:
    """A heading inside a part with a comma before its length, not a mark: ``Rest · 20 min``."""
    mark = _MARK.search(block.text) if block.level else None
    return changed(block, [(mark.start(), mark.end(), ", ")]) if mark else block


def _tells(part: Part, length: str) -> bool:
    """Whether a part's own words have how long it takes: ``The scan takes about 20 minutes.``"""
    amount = re.search(r"\d.*", length)
    if amount is None:
        return False
    same = re.compile(re.escape(amount[0].rstrip(".")), re.IGNORECASE)
    before = (block.text[: match.start()] for block in part.blocks for match in same.finditer(block.text))
    return any(listed("part_names", "told").search(text) for text in before)


def _unsaid_steps(found: Outline, blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """The numbers of steps that a part's name has lost, or that are all of it (``Phase 2``), each with its line."""
    steps = [(step, block.line) for block in blocks if (step := step_of(block.text))]
    known = {step.casefold() for step, _ in steps}
    alone = [part for part in found.parts if step_of(part.name) == part.name]
    steps += [(part.name, part.line) for part in alone if part.name.casefold() not in known]
    if not steps:
        return []
    said = [found.title, *(block.text for block in (*found.opening, *found.closing, *found.dropped))]
    for part in found.parts:
        said += ["" if part in alone else part.name, *(block.text for block in part.blocks)]
    whole = "\n".join(said).casefold()
    in_order = sorted(steps, key=lambda each: each[1])
    return [each for each in in_order if not re.search(rf"\b{re.escape(each[0].casefold())}\b", whole)]


@cache
def _at_end() -> re.Pattern[str]:
    """A length at the end of a name."""
    one = listed("part_names", "length").pattern
    return re.compile(data("part_names")["lengths"].replace("{length}", one), re.IGNORECASE)
