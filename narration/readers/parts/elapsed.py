"""Clocks that count from the start: ``0:15–0:40`` → ``From 15 to 40 minutes after the start``, never a time of day.

Only at the beginning of a part's name or of a line, and only where they rise
from ``0:00``, or two of them are within the first hour: ``0:00 Nothing to
eat`` over ``7:30 You come in`` is midnight.  ``T+90 min`` says itself what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from narration.language_tags import primary
from narration.readers.base import Block, Change, Kind, changed
from narration.readers.parts.outlines import Outline, Part
from narration.readers.vocabulary import data, listed

HOUR = 60
LATEST = 12 * HOUR
"""Nothing that is counted from its start takes so long; what is later is a time of day."""
FEWEST_IN_FIRST_HOUR = 2
_REACH = 20
"""What ends a sentence, and the space after it, has fewer characters."""
_ENDED = re.compile(r"[.!?…][”\"’»)]*\s*$")


def told(found: Outline, language: str) -> None:
    """Such clocks are said as the time from the start."""
    frames = data("elapsed")["said"].get(primary(language))
    if frames is None:
        return
    blocks = [block.text for part in found.parts for block in part.blocks]
    if any(listed("elapsed", "seconds").search(text) for text in blocks):
        return
    named = _counts([part.name for part in found.parts])
    for part in found.parts:
        counts = _counts([block.text[at:] for block in part.blocks for at in _lines(block)])
        part.blocks = [_with_time(block, frames, counts) for block in part.blocks]
        _with_name(part, frames, named)


def _counts(texts: Sequence[str]) -> bool:
    """Whether the clocks that some of the texts begin with count from a start."""
    clocks = [found for text in texts if (found := re.match(data("elapsed")["clock"], text))]
    times = [_minutes(found["from"]) for found in clocks]
    every = [_minutes(found[group]) for found in clocks for group in ("from", "to") if found[group]]
    first = [time for time in times if time < HOUR]
    rise = times == sorted(times) and len(set(times)) == len(times)
    return len(first) >= FEWEST_IN_FIRST_HOUR and rise and max(every) < LATEST


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * HOUR + int(minutes)


def _time(text: str, frames: Mapping[str, str], counts: bool) -> tuple[str, int]:
    """The time from the start that a text begins with, as it is said, and where the text goes on; ``""`` for none."""
    clock = re.match(data("elapsed")["clock"], text) if counts else None
    found = clock or re.match(data("elapsed")["counted"], text)
    then = re.compile(data("elapsed")["then"]).match(text, found.end()) if found else None
    if found is None or then is None:
        return "", 0
    if clock is not None:
        return _of_clock(clock, frames), then.end()
    hours = found["unit"].lower().startswith("h")
    number = int(found["number"])
    said = _counted(number, *(("hour", "many_hours") if hours else ("minute", "many_minutes")), frames)
    side = "after" if found["side"] == "+" else "before"
    return (frames[side].replace("{time}", said) if number else frames["start"]), then.end()


def _of_clock(clock: re.Match[str], frames: Mapping[str, str]) -> str:
    begins = _minutes(clock["from"])
    if not clock["to"]:
        return frames["after"].replace("{time}", _length(begins, frames)) if begins else frames["start"]
    ends = _minutes(clock["to"])
    if not begins:
        return frames["until"].replace("{to}", _length(ends, frames))
    if ends < HOUR:
        return frames["minutes"].replace("{from}", str(begins)).replace("{to}", str(ends))
    return frames["span"].replace("{from}", _length(begins, frames)).replace("{to}", _length(ends, frames))


def _length(minutes: int, frames: Mapping[str, str]) -> str:
    """``1 hour and 30 minutes``."""
    hours, rest = divmod(minutes, HOUR)
    each = ((hours, "hour", "many_hours"), (rest, "minute", "many_minutes"))
    return frames["and"].join(_counted(number, one, many, frames) for number, one, many in each if number)


def _counted(number: int, one: str, many: str, frames: Mapping[str, str]) -> str:
    return frames[one] if number == 1 else frames[many].replace("{number}", str(number))


def _with_time(block: Block, frames: Mapping[str, str], counts: bool) -> Block:
    """The block with the times that its lines begin with as they are said."""
    changes: list[Change] = []
    for at in _lines(block):
        when, end = _time(block.text[at:], frames, counts)
        rest = ": " if block.text[at + end :] else ""
        changes += [(at, at + end, f"{when}{rest}")] if when else []
    return changed(block, changes)


def _lines(block: Block) -> list[int]:
    """Where the lines of a block begin, that begin a sentence."""
    return [at for at in (0, *block.breaks) if not at or _ENDED.search(block.text[max(0, at - _REACH) : at])]


def _with_name(part: Part, frames: Mapping[str, str], counts: bool) -> None:
    """A part's name without the time, which is said in it; the time alone is its name."""
    when, end = _time(part.name, frames, counts)
    rest = part.name[end:].strip()
    if not when or not rest:
        part.name = when or part.name
        return
    part.name = f"{rest[:1].upper()}{rest[1:]}"
    if not listed("elapsed", "starts").fullmatch(rest):
        text = frames["this"].replace("{when}", f"{when[:1].lower()}{when[1:]}")
        part.blocks.insert(0, Block(Kind.PARAGRAPH, text, part.line))
