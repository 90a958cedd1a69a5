"""A page's first line: what it is about, without who sends it, and said once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, part_of
from narration.readers.lines import about, senders, sentences
from narration.readers.lines.promote import ENDS
from narration.readers.parts.outlines import Outline
from narration.readers.sender import kind_titles, towns
from narration.readers.vocabulary import bare, data, listed

MOST_WORDS = 24
FIRST = 3
"""The title and what stands right under it."""
_BRACKETED = re.compile(r"\((?P<said>[^\W\d_][^().:;!?\d]{3,70})\)(?:\s?[,:–—-]\s(?P<whom>[^\W\d_][^\W\d_ ]{3,20}))?")
_BEFORE_SENDER = re.compile(r"\.\s+|\s+[-–—|·•]\s+")


def without_sender(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; of a first line “Your scan. Sleep Unit, Southern Hospital” only the scan is its title."""
    made = list(blocks)
    first = next((index for index, block in enumerate(blocks) if not block.reason), None)
    if first is None or blocks[first].kind not in (Kind.HEADING, Kind.PARAGRAPH):
        return made
    block = blocks[first]
    at = _sender_at(block.text) if not block.breaks and len(block.text.split()) <= MOST_WORDS else None
    if at is not None and not towns.are_sender([block.text, *(under.text for under in blocks[first + 1 : first + 2])]):
        sender = replace(part_of(block, at, len(block.text)), kind=Kind.PARAGRAPH, level=0, reason=about.REFERENCE)
        topic = part_of(block, 0, at)
        made[first : first + 1] = [replace(topic, text=topic.text.rstrip(" .-–—|·•")), sender]
    return made


def without_bold_sender(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a hospital's name in bold type under the title, over what greets the reader, is no part's name.

    What it stands over says what the page is for, or the other lines in bold type all ask something.
    """
    made = list(blocks)
    shown = [index for index, block in enumerate(blocks) if not block.reason][:FIRST]
    if len(shown) < FIRST or blocks[shown[0]].kind is not Kind.HEADING or blocks[shown[1]].kind is not Kind.PARAGRAPH:
        return made
    block, at = blocks[shown[1]], _bold_line(blocks[shown[1]])
    if not at or not senders.is_body(block.text[:at]):
        return made
    told = block.text[at:] or blocks[shown[2]].text
    others = [each.text[:end].strip() for each in blocks[shown[2] :] if (end := _bold_line(each))]
    asks = len(others) >= FIRST and all(other.endswith("?") for other in others)
    if asks or listed("letterhead", "introduces").search(told):
        rest = part_of(block, at, len(block.text))
        sender = replace(part_of(block, 0, at), strong=True, reason=about.REFERENCE)
        made[shown[1] : shown[1] + 1] = [sender, *([replace(rest, strong=False)] if rest.text else [])]
    return made


def _bold_line(block: Block) -> int:
    """Where a paragraph's first line ends, if it is all in bold type; 0 for any other."""
    first = next(iter(block.breaks), len(block.text))
    bold = block.kind is Kind.PARAGRAPH and not block.depth and block.lead in (first - 1, first) and block.lead > 0
    return first if bold else 0


def without_sentences(blocks: Sequence[Block], language: str) -> list[Block]:
    """The blocks; a first paragraph of nothing but the kind of sheet and who sends it is not said."""
    shown = [index for index, block in enumerate(blocks) if not block.reason][:FIRST]
    made = list(blocks)
    for index in shown:
        said = sentences.split(blocks[index].text, language) if blocks[index].kind is Kind.PARAGRAPH else []
        if len(said) > 1 and all(map(senders.is_letterhead, said)) and not any(map(kind_titles.topic_of, said)):
            made[index] = replace(blocks[index], reason=about.REFERENCE)
    return made


def _sender_at(text: str) -> int | None:
    """Where the name of a department or a hospital begins that ends a line, after what the page is about."""
    for match in _BEFORE_SENDER.finditer(text):
        topic, rest = text[: match.start()].strip(), text[match.end() :].strip()
        house = re.search(data("letterhead")["houses"], rest, re.IGNORECASE)
        short = match[0].startswith(".") and listed("letterhead", "shortened").fullmatch(topic.split()[-1])
        if short:
            continue  # “ST. MARY'S HOSPITAL” is one name
        if topic and house and senders.is_body(rest) and not senders.is_body(topic):
            return match.end()
    return None


def with_bracket(out: Outline) -> None:
    """A line in brackets right under the title goes on with it: “HYSTEROSCOPY”, “(a look …)”; also “(…) – Adults”."""
    first = next(iter(out.opening), None)
    said = _BRACKETED.fullmatch(first.text.strip()) if first and first.kind is Kind.PARAGRAPH else None
    if not out.title or said is None or "(" in out.title or ENDS.search(out.title):
        return
    loud = out.title.isupper()
    told = said["said"].upper() if loud else said["said"][:1].lower() + said["said"][1:]
    whom = said["whom"] or ""
    out.title = f"{out.title} ({told})" + (f" – {whom.upper() if loud else whom}" if whom else "")
    out.opening = out.opening[1:]


def say_once(out: Outline, title: str) -> None:
    """A line over the text that only repeats the title is not said again; it is listed as a heading."""
    again = [block for block in out.opening if title and bare(block.text).casefold() == bare(title).casefold()]
    out.opening = [block for block in out.opening if block not in again]
    out.dropped += again
