"""Titles in a line with the kind of sheet or a label: “Patient information: your scan”, “Procedure: a skin biopsy”.

The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, part_of
from narration.readers.lines import about, furniture
from narration.readers.lines.senders import is_body, is_kind, is_named
from narration.readers.sender.topics import is_line
from narration.readers.vocabulary import bare, data

MOST_LINES = 4
"""Over the text of a page, in which a line with its title is looked for."""
_BODY = re.compile(r"(?P<body>[^.:;!?]{3,80})\.\s+(?=\S)")


def topic_of(line: str) -> str:
    """What comes after the kind of sheet in one line, if that is no sentence; ``""`` for none."""
    match = re.fullmatch(data("letterhead")["kind_before"], line.strip(), re.IGNORECASE)
    topic = match["topic"].strip() if match else ""
    return "" if re.search(r"\d", topic) or furniture.is_prose(topic) else topic


def apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a line with a body before its kind and topic comes as two: “Eye Unit. Information: your scan”."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        body = _BODY.match(block.text) if at < MOST_LINES and not block.reason else None
        rest = block.text[body.end() :] if body else ""
        if body and is_body(body["body"]) and topic_of(rest):
            made += [part_of(block, 0, body.end()), part_of(block, body.end(), len(block.text))]
        elif body and block.kind is Kind.PARAGRAPH and is_kind(rest) and not is_body(body["body"]):
            # “Having a drain put in. Information for patients.”
            title = part_of(block, 0, body.end())
            made += [
                replace(title, text=title.text.rstrip(" .")),
                left_out(part_of(block, body.end(), len(block.text))),
            ]
        else:
            made.append(block)
    return made


def with_topic(block: Block) -> Block:
    """``Patient information: your scan`` → the title that is in it."""
    topic = "" if block.reason or block.kind not in (Kind.PARAGRAPH, Kind.HEADING) else topic_of(block.text)
    if not topic:
        return block
    topic = topic[:1].upper() + topic[1:]
    return block if is_body(topic) else replace(block, kind=Kind.HEADING, text=topic, level=1, breaks=(), lead=0)


def with_label(blocks: list[Block]) -> list[Block]:
    """``Procedimiento: biopsia de piel`` under nothing but a clinic's names → the title that is in it."""
    for index, block in enumerate(blocks):
        if block.reason:
            continue
        match = re.fullmatch(data("letterhead")["topic_label"], block.text.strip(), re.IGNORECASE)
        if match and is_line(block) and not re.search(r"\d", match["topic"]):
            title = replace(block, kind=Kind.HEADING, text=match["topic"].strip(), level=1, breaks=(), lead=0)
            return [*map(left_out, blocks[:index]), title, *blocks[index + 1 :]]
        if block.kind is not Kind.PARAGRAPH or not is_line(block) or not is_named(block.text):
            break
    return blocks


def with_kind(blocks: list[Block], found: list[int]) -> tuple[list[Block], int]:
    """The blocks, and where a kind of sheet names the subject of a page without a title; -1 for none.

    ``Information for patients attending for a barium swallow`` → ``Barium swallow``; so does a sheet “for” or
    “about” a procedure.
    """
    for index in found:
        match = re.fullmatch(data("letterhead")["kind_for"], bare(blocks[index].text), re.IGNORECASE)
        if match and not is_body(blocks[index].text):
            topic = next(filter(None, match.groups()))
            text = topic[:1].upper() + topic[1:]
            title = replace(blocks[index], kind=Kind.HEADING, text=text, level=1, breaks=(), lead=0)
            return [title if at == index else block for at, block in enumerate(blocks)], index
    return blocks, -1


def left_out(block: Block) -> Block:
    """The block, which is small print if nothing else."""
    return replace(block, reason=block.reason or furniture.line_reason(block.text) or about.REFERENCE)
