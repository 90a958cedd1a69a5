"""Headings that a copy has run into their text with nothing between: “Before the test You may eat, although …”.

Believed only on a page without headings, where several paragraphs begin so:
with the name of a stage of the visit, or with words after which a sentence
begins with one that has a capital nowhere else (“You”, “Please”, “Puede”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, stages
from narration.readers.lines.promote import Split, cut
from narration.readers.vocabulary import listed

FEWEST = 3
"""So many paragraphs of a page show that it has lost the ends of its headings' lines."""
FEWEST_WORDS = 8
"""What comes after such a heading is a paragraph."""
MOST_NAME_WORDS = 6
MOST_UNSURE_WORDS = 3
_WORD = re.compile(r"\S+")
_QUESTION = re.compile(r"[¿\w][^.?!]{5,70}\?(?=\s+[¿¡]?[^\W\d_a-z])")
_SMALL = re.compile(r"[^\W\d_A-ZÁÉÍÓÚÑ][\w’'-]*")


def cut_out(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each such heading as one."""
    if any(block.kind is Kind.HEADING for block in blocks):
        return [*blocks]
    sure = [_split(block) for block in blocks]
    if sum(split is not None for split in sure) < FEWEST:
        return [*blocks]
    made: list[Block] = []
    for block, split in zip(blocks, sure, strict=True):
        made += cut(block, split or _asked(block) or _split(block, sure=False))
    return made


def _split(block: Block, sure: bool = True) -> Split | None:
    """Where a paragraph's text begins after its heading; also after a few small words where other headings are sure."""
    words = [*_WORD.finditer(block.text)]
    if block.kind is not Kind.PARAGRAPH or block.reason or block.lead or len(words) < FEWEST_WORDS:
        return None
    for at in range(1, MOST_NAME_WORDS + 1):
        name, word, before = block.text[: words[at - 1].end()], words[at][0], words[at - 1][0]
        if not re.match(r"[¿¡]?[^\W\d_a-zñáéíóú]\w", word) or not re.search(r"\w$", before):
            continue
        small = at > 1 and all(map(_SMALL.fullmatch, (match[0] for match in words[1:at])))
        opens = small and listed("labels", "sentence_openers").fullmatch(word) is not None
        unsure = not sure and small and at <= MOST_UNSURE_WORDS and words[at + 1][0][:1].islower()
        if opens or unsure or stages.is_stage(name) or furniture.is_contact_heading(name):
            return name, words[at].start()
    return None


def _asked(block: Block) -> Split | None:
    """A question that such a page has run into its answer."""
    asked = _QUESTION.match(block.text) if block.kind is Kind.PARAGRAPH and not block.reason else None
    return (asked[0], asked.end()) if asked else None
