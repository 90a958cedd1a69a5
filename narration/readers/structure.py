"""Blocks to title, opening, phases and closing: the same for every format.

A page shows its phases in one way throughout.  The ways are tried in the order
of how much they say: headings, then ``Label: paragraph``, then lines that stand
alone like a heading.  A page that shows none has a phase per paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from narration.readers.base import Block, Kind

LONGEST_LABEL_WORDS = 6
FEWEST_PHASES = 2

_LABEL = re.compile(r"^(?P<name>[^\W\d_a-z][^:.!;]{1,58}?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL)
_ENDS = re.compile(r"[.!;:,…]$")


@dataclass(slots=True)
class Part:
    """A phase on its way: its name and what stands under it."""

    name: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outline:
    """``shown`` is false when the page showed no phases and paragraphs had to do."""

    title: str
    opening: tuple[Block, ...]
    parts: tuple[Part, ...]
    closing: tuple[Block, ...]
    empty: tuple[str, ...] = ()
    shown: bool = True


def outline(blocks: Sequence[Block], bare: bool) -> Outline:
    """The page's outline.  ``bare`` says that the format has no headings of its own."""
    title, rest = _title(blocks, bare)
    ways: list[Callable[[Sequence[Block]], Outline | None]] = [_by_headings, _by_labels]
    if bare:
        ways.append(_by_lines)
    for way in ways:
        found = way(rest)
        if found is not None:
            return replace(found, title=title)
    return replace(_by_paragraphs(rest), title=title)


def _title(blocks: Sequence[Block], bare: bool) -> tuple[str, list[Block]]:
    spoken = [b for b in blocks if b.kind is not Kind.RULE]
    if not spoken:
        return "", list(blocks)
    first = spoken[0]
    rest = [b for b in blocks if b is not first]
    if first.kind is Kind.HEADING and first.level == 1:
        return first.text, rest
    if bare and _stands_alone(first) and not label(first):
        return first.text, rest
    return "", list(blocks)


def _stands_alone(block: Block) -> bool:
    """A short line without a full stop: a title or a heading."""
    return block.kind is Kind.PARAGRAPH and len(block.text.split()) <= 14 and not _ENDS.search(block.text)


def label(block: Block) -> tuple[str, Block] | None:
    """``Onset: Ketamine is given slowly.`` → the name, and the block without it.

    Not a label: a remark (``Note:``), a time (``10:30``), a colon late in a
    sentence, an item of a list.
    """
    match = _LABEL.match(block.text)
    if match is None or block.kind is not Kind.PARAGRAPH:
        return None
    name = match["name"].strip()
    if len(name.split()) > LONGEST_LABEL_WORDS or is_remark(name) or not match["rest"][0].isupper():
        return None
    offset = match.start("rest")
    breaks = tuple(b - offset for b in block.breaks if b > offset)
    line = block.line + sum(1 for b in block.breaks if b <= offset)
    return name, replace(block, text=match["rest"], breaks=breaks, line=line, lead=0)


def is_remark(name: str) -> bool:
    return name.lower().strip(" *") in data()["remarks"]


def _by_headings(blocks: Sequence[Block]) -> Outline | None:
    levels = [b.level for b in blocks if b.kind is Kind.HEADING]
    if not levels:
        return None
    top = min(levels)
    opening: list[Block] = []
    parts: list[Part] = []
    closing: list[Block] = []
    place = opening
    for block in blocks:
        if block.kind is Kind.RULE:
            place = closing if parts and parts[-1].blocks and _last_rule(blocks, block) else place
        elif block.kind is Kind.HEADING and block.level == top and _is(block.text, "closings") and parts:
            place = closing
        elif block.kind is Kind.HEADING and block.level == top and _is(block.text, "openings") and not parts:
            place = opening
        elif block.kind is Kind.HEADING and block.level == top:
            parts.append(Part(block.text.rstrip(":").strip()))
            place = parts[-1].blocks
        elif block.kind is Kind.HEADING:
            place.append(replace(block, kind=Kind.PARAGRAPH, text=_as_sentence(block.text)))
        else:
            place.append(block)
    return _checked(opening, parts, closing, fewest=1)


def _last_rule(blocks: Sequence[Block], rule: Block) -> bool:
    after = blocks[next(i for i, b in enumerate(blocks) if b is rule) + 1 :]
    return bool(after) and not any(b.kind in (Kind.RULE, Kind.HEADING) for b in after)


def _by_labels(blocks: Sequence[Block]) -> Outline | None:
    opening: list[Block] = []
    parts: list[Part] = []
    labelled = [label(b) for b in blocks]
    last = max((i for i, found in enumerate(labelled) if found), default=-1)
    closing: list[Block] = []
    for index, (block, found) in enumerate(zip(blocks, labelled, strict=True)):
        if block.kind is Kind.RULE:
            continue
        if found:
            parts.append(Part(found[0], [found[1]]))
        elif index > last and parts and (block.kind is Kind.PARAGRAPH or closing) and not _remark_block(block):
            closing.append(block)
        else:
            (closing or (parts[-1].blocks if parts else opening)).append(block)
    return _checked(opening, parts, closing, fewest=FEWEST_PHASES)


def _remark_block(block: Block) -> bool:
    match = _LABEL.match(block.text)
    return match is not None and is_remark(match["name"])


def _by_lines(blocks: Sequence[Block]) -> Outline | None:
    opening: list[Block] = []
    parts: list[Part] = []
    closing: list[Block] = []
    place = opening
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        prose = following is not None and following.kind in (Kind.PARAGRAPH, Kind.ITEM) and not _stands_alone(following)
        if block.kind is Kind.RULE:
            continue
        if _stands_alone(block) and prose and _is(block.text, "closings") and parts:
            place = closing
        elif _stands_alone(block) and prose:
            parts.append(Part(block.text))
            place = parts[-1].blocks
        else:
            place.append(block)
    return _checked(opening, parts, closing, fewest=FEWEST_PHASES)


def _by_paragraphs(blocks: Sequence[Block]) -> Outline:
    prose = [b for b in blocks if b.kind is not Kind.RULE]
    parts = [Part(_first_words(block.text), [block]) for block in prose]
    return Outline("", (), tuple(parts), (), shown=False)


def _checked(opening: list[Block], parts: list[Part], closing: list[Block], fewest: int) -> Outline | None:
    """A name without anything under it is no phase; the outline lists it, so that it is not lost."""
    kept = [part for part in parts if part.blocks]
    if len(kept) < fewest:
        return None
    empty = tuple(part.name for part in parts if not part.blocks)
    return Outline("", tuple(opening), tuple(kept), tuple(closing), empty)


def _first_words(text: str, most: int = 5) -> str:
    words = text.split()
    return " ".join(words[:most]).rstrip(".,;:!?") + ("…" if len(words) > most else "")


def _as_sentence(text: str) -> str:
    return text if re.search(r"[.!?:]$", text) else f"{text}."


def _is(name: str, kind: str) -> bool:
    return name.lower().strip(" .:*") in data()[kind]


@cache
def data() -> dict[str, Any]:
    """``data/labels.yaml``."""
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(
        (files("narration.readers") / "data" / "labels.yaml").read_text(encoding="utf-8")
    )
    return loaded
