"""Pictures that only an eye reads, before a warning or a number: “⚠ Call us the same day” is said without its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind

Change = tuple[int, int, str]
"""Where a piece of a block begins and ends, and what comes in its place."""

_PICTURE = re.compile(r"(?<!\S)[⚠❗❕‼ℹ☎✆📞📱🚨🚑🛑🔔]\ufe0f?\s*(?=[\w(¿¡“\"])")


def spelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without such pictures."""
    for block in blocks:
        plain = not block.reason and block.kind is not Kind.RULE
        yield changed(block, _pictures(block)) if plain else block


def changed(block: Block, changes: Sequence[Change]) -> Block:
    """The block with the pieces of its text changed, each of its lines still where it was."""
    text, breaks, lead = block.text, list(block.breaks), block.lead
    for start, end, instead in sorted(changes, reverse=True):
        text = f"{text[:start]}{instead}{text[end:]}"
        less = end - start - len(instead)
        breaks = [at - less if at >= end else min(at, start + len(instead)) for at in breaks]
        lead = lead - less if lead >= end else lead
    return replace(block, text=text, breaks=tuple(breaks), lead=lead) if changes else block


def _pictures(block: Block) -> list[Change]:
    return [(match.start(), match.end(), "") for match in _PICTURE.finditer(block.text)]
