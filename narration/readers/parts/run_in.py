"""Headings that stand in the line of their text, or in its first line: “**Eating.** Take nothing …”.

A format that has headings of its own has these besides.  Inside a part they
are said as a step; above the first heading a question is a part like those below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, changed
from narration.readers.lines.furniture import is_contact
from narration.readers.lines.heading_words import is_remark
from narration.readers.lines.promote import (
    ENDS,
    MOST_LABEL_WORDS,
    MOST_LEAD_WORDS,
    MOST_WORDS,
    Split,
    cut,
    is_few_words,
)
from narration.readers.vocabulary import data

_MOST_CHARACTERS = 45
"""Lines of text are broken later than this."""
_FULL_STOPS = (".", "!", "?", "…", ":")
_DASH = re.compile(r"\s*[–—-]\s+(?=[^\W_])")
_DOTTED = re.compile(r"(?P<name>[^\W\d_a-z][^\W\d_]{2,}(?:,? [^\W\d_]+)*)\s?\.\s?[-–—]\s*(?=[¿¡]?[^\W\d_a-z])")
_STEP = re.compile(r"^(?P<step>(?:step|phase|stage|part|paso|fase|etapa|parte)\s+\w+)\s*[.)–—-]+\s+", re.IGNORECASE)


def parted(block: Block) -> list[Block]:
    """The block; bold words with a full stop at its head (``Eating. Take nothing …``) are a heading inside its part."""
    if block.kind is Kind.ITEM:
        return [_named(block)]
    if block.kind is not Kind.PARAGRAPH or block.depth:
        return [block]
    words = block.text[: block.lead].rstrip()
    led = words.endswith((".", "?")) and block.lead < len(block.text)
    short = len(words.split()) <= MOST_LEAD_WORDS and not is_remark(words)
    return cut(block, (words, block.lead) if led and short else _bold_line(block) or _first_line(block))


def with_colons(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a name with a full stop and a dash before its text gets its colon: “Ayuno.- No coma …”."""
    return [_with_colons(block) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) else block for block in blocks]


def _with_colons(block: Block) -> Block:
    marks = [
        mark
        for mark in _DOTTED.finditer(block.text)
        if mark.start() in (0, *block.breaks) and len(mark["name"].split()) <= MOST_LEAD_WORDS
    ]
    return changed(block, [(mark.end("name"), mark.end(), ": ") for mark in marks]) if marks else block


def _named(item: Block) -> Block:
    """A point; a dash after its name in bold type is said as a colon: “**Warfarin** – stop it” is no list of two."""
    name, rest = item.text[: item.lead].rstrip(), item.text[item.lead :]
    dash = _DASH.match(rest)
    if not name or dash is None or name[-1] in ".:?!" or item.breaks:
        return item
    return replace(item, text=f"{name}: {rest[dash.end() :]}", lead=0)


def _bold_line(block: Block) -> Split | None:
    """A first line that is all in bold type, over a sentence: “**How do I know it worked**” over its answer."""
    first = next(iter(block.breaks), 0)
    name, rest = block.text[: block.lead].strip(), block.text[first:].lstrip('¿¡“"(')
    if not name or block.lead not in (first - 1, first) or len(name.split()) > MOST_WORDS or is_remark(name):
        return None
    goes_on = ENDS.search(name) or name.split()[-1].lower() in data("labels")["never_last"] or is_contact(name)
    return None if goes_on or not rest[:1].isupper() else (name, first)


def _first_line(block: Block) -> Split | None:
    """A line that its length did not break, and that is no sentence, over the beginning of one."""
    first = next(iter(block.breaks), 0)
    name, rest = block.text[:first].strip(), block.text[first:].strip()
    short = len(name.split()) <= MOST_LABEL_WORDS and len(name) <= _MOST_CHARACTERS and not is_remark(name)
    if not short or not (is_few_words(name, MOST_LABEL_WORDS) or name.endswith("?")):
        return None
    if ENDS.search(name) or is_contact(name) or not name[:1].isupper():
        return None
    says = [word for word in rest.split() if word.islower()]
    if not rest.lstrip('¿¡“"(')[:1].isupper() or rest[-1:] not in _FULL_STOPS or len(says) * 3 < len(rest.split()):
        return None
    return _STEP.sub(r"\g<step>: ", name, count=1), first


def with_questions_above(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a question in bold type at the head of a paragraph above the first heading is a heading like it."""
    first = next((index for index, block in enumerate(blocks) if block.kind is Kind.HEADING), 0)
    made: list[Block] = []
    for block in blocks[:first]:
        at = len(block.text) if block.strong else block.lead
        asks = at > 1 and block.text[:at].rstrip().endswith("?") and block.kind is Kind.PARAGRAPH
        made += [
            replace(part, level=blocks[first].level) if part.kind is Kind.HEADING else part
            for part in cut(block, (block.text[:at].strip(), at) if asks else None)
        ]
    return [*made, *blocks[first:]]
