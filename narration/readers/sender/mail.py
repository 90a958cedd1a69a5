"""A saved e-mail: the lines over it (“From: …”, “Asunto: …”) are for the eye, and its subject is the title.

The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, changed, part_of
from narration.readers.lines import about
from narration.readers.vocabulary import data

FEWEST_LINES = 2
"""A subject by itself is a letter's; under a sender's line it is an e-mail's."""


def with_subject(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with an e-mail's subject as the title over its text, and the lines around it with their reason."""
    shown = [piece for block in blocks for piece in _by_line(block)]
    first = next((index for index, block in enumerate(shown) if not _is_around(block)), len(shown))
    last = next((index for index in range(first, len(shown)) if not _field(shown[index].text)), len(shown))
    found = [_field(block.text) for block in shown[first:last]]
    if len(found) < FEWEST_LINES or not {"sender", "subject"} <= set(found):
        return list(blocks)
    titled = found.index("subject")
    below = " ".join(block.text for block in shown[last:])
    header = [
        _title(block, below) if at == titled else replace(block, reason=block.reason or about.REFERENCE)
        for at, block in enumerate(shown[first:last])
    ]
    return [*shown[:first], *header, *shown[last:]]


def heard(blocks: Sequence[Block], page: Sequence[Block]) -> list[Block]:
    """What is said of a ``page``; of an e-mail, “this e-mail” is “ours”: whoever listens has another thing before them.

    “Lea este correo y guárdelo” → “Lea nuestro correo y guárdelo”
    """
    if with_subject(page) == list(page):
        return list(blocks)
    said = data("letterhead")["mail"]["heard_as"].items()
    found = [
        [(*match.span(), match.expand(say)) for at, say in said for match in re.finditer(at, block.text, re.IGNORECASE)]
        for block in blocks
    ]
    return [changed(block, changes) for block, changes in zip(blocks, found, strict=True)]


def _is_around(block: Block) -> bool:
    return bool(block.reason) or block.kind is Kind.RULE


def _by_line(block: Block) -> Iterator[Block]:
    """A paragraph that begins with lines of a header comes line by line."""
    edges = [0, *block.breaks, len(block.text)]
    if len(edges) <= FEWEST_LINES or block.kind is not Kind.PARAGRAPH or not _field(block.text[: edges[1]]):
        yield block
        return
    for start, end in pairwise(edges):
        if not _field(block.text[start:end]):
            yield part_of(block, start, len(block.text))
            return
        yield part_of(block, start, end)


def _field(text: str) -> str:
    """Which line of a header it is: ``sender``, ``subject`` or ``other``; ``""`` for none."""
    name, colon, value = text.partition(":")
    if not colon or not value.strip():
        return ""
    kinds = data("letterhead")["mail"]
    return next((kind for kind in ("sender", "subject", "other") if name.strip("*_ ").lower() in kinds[kind]), "")


def _title(block: Block, below: str) -> Block:
    """What the e-mail is about, without its number and what its reader is asked to do with it.

    “Confirmation of appointment – Knee injection – 14 May, 9:20” is a “Knee injection”, where what is ``below`` says
    that day and hour once more.
    """
    kinds = data("letterhead")["mail"]
    words = block.text.partition(":")[2].strip("*_ ")
    words = re.sub(kinds["around_subject"], "", words, flags=re.IGNORECASE).strip()
    when = re.search(kinds["when_in_subject"], words, re.IGNORECASE)
    if when and all(re.search(rf"(?<!\d){re.escape(part)}(?!\d)", below, re.IGNORECASE) for part in when.groups("")):
        words = words[: when.start()].strip()
    return Block(Kind.HEADING, words[:1].upper() + words[1:], block.line, level=1)
