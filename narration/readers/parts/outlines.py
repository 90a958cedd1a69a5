"""What ``structure`` makes of a page: its title, and its blocks by part."""

from __future__ import annotations

from dataclasses import dataclass, field

from narration.readers.base import Block


@dataclass(slots=True)
class Part:
    """A phase on its way: its name and what stands under it."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    line: int = 0


@dataclass(slots=True)
class Outline:
    """``dropped`` holds headings whose words are no phase's name.

    ``shown`` is false when the page showed no phases and paragraphs had to do.
    """

    opening: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    closing: list[Block] = field(default_factory=list)
    dropped: list[Block] = field(default_factory=list)
    title: str = ""
    shown: bool = True
