"""Lines in capitals over labels: ``BEFORE SURGERY`` is the part, and ``Food: …`` under it is said in it.

Where labels stand under lines in capitals, those name the parts.  What a
bracket says beside such a name is a sentence under it.  Where the labels are
in capitals themselves, a line in capitals between them is a part like theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.language.brackets import without_brackets
from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, triage
from narration.readers.lines.heading_words import is_remark, is_stem
from narration.readers.lines.promote import FEWEST, LEVEL, MOST_WORDS, Split, cut, label

FEWEST_LETTERS = 4
FEWEST_SAID = 4
"""So many words in a bracket beside a name are a sentence for the reader."""
FEWEST_PARTS = 3
"""Fewer lines in capitals do not show that a question among them is a part."""
_NAME = re.compile(r"(?P<name>[^()]+?)\s*\((?P<said>[^()]+)\)\s*(?P<rest>[^()]*)$")


def over_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with lines in capitals over labels as headings; none where the page has headings of its own."""
    if sum(block.kind is Kind.HEADING for block in blocks) >= FEWEST:
        return []
    lines = [index for index in range(len(blocks) - 1) if _is_line(blocks, index)]
    over = [index for index in lines if _is_quiet_label(blocks[index + 1])]
    loud = _shouted_labels(blocks)
    if len(lines) < FEWEST + 1 or len(over) < FEWEST:
        return _among_labels(blocks, lines, loud)
    made: list[Block] = []
    alone = {index for index in loud if not loud & {index - 1, index + 1} and index - 1 not in lines}
    for index, block in enumerate(blocks):
        if index in lines:
            made += _parted(block)
        else:
            made += cut(block, _label(block) if index in alone and index > lines[0] else None)
    return made


def _among_labels(blocks: Sequence[Block], lines: Sequence[int], loud: set[int]) -> list[Block]:
    """The blocks, with labels in capitals and the lines in capitals between them as headings; none without both."""
    apart = {at for at in lines if blocks[at + 1].kind is Kind.ITEM or furniture.is_prose(blocks[at + 1].text)}
    if len(loud) < FEWEST or not apart or min(apart) < min(loud) or len(apart) > len(loud):
        return []
    made: list[Block] = []
    for index, block in enumerate(blocks):
        named = _label(block)
        # Beside such names, “QUÉ ES” is one, too.
        alike = named is not None and (index in loud or (named[0].isupper() and " " in named[0]))
        made += _parted(block) if index in apart else cut(block, named if alike else None)
    return made


def _shouted_labels(blocks: Sequence[Block]) -> set[int]:
    """Where a label itself is in capitals: one by itself is a part like the lines, several are labels like any."""
    return {index for index, block in enumerate(blocks) if (named := _label(block)) and _shouts(named[0])}


def _label(block: Block) -> Split | None:
    """A label; one in capitals also before a lower-case letter: ``CALL US IF: you have a fever``."""
    found = label(block)
    loose = None if found else label(block, loose=True)
    return found or (loose if loose and _shouts(loose[0]) else None)


def calm(name: str) -> str:
    """A name in capitals as the beginning of a sentence; short words that no grammar knows are acronyms and stay."""
    if not is_loud(name):
        return name
    grammar = triage.grammar()
    lowered = re.sub(
        r"[^\W\d_]+",
        lambda word: word[0].lower() if len(word[0]) >= FEWEST_LETTERS or word[0].lower() in grammar else word[0],
        name,
    )
    return lowered[:1].upper() + lowered[1:]


def is_loud(text: str) -> bool:
    """Whether a line is in capitals but for what a bracket says: ``PUTTING IT ON (about 10 minutes)``."""
    return loud(text).isupper()


def _is_line(blocks: Sequence[Block], index: int) -> bool:
    block, below = blocks[index], blocks[index + 1]
    return (
        block.kind is Kind.PARAGRAPH
        and not block.depth
        and not block.breaks
        and (below.kind is Kind.ITEM or (below.kind is Kind.PARAGRAPH and not _shouts(loud(below.text))))
        and label(block) is None
        and not is_remark(block.text)
        and len(loud(block.text).split()) <= MOST_WORDS
        and _shouts(loud(block.text))
    )


def loud(text: str) -> str:
    """A line without what a bracket in it says."""
    return without_brackets(text).rstrip(": ")


def _shouts(name: str) -> bool:
    return name.isupper() and any(len(word) >= FEWEST_LETTERS for word in re.findall(r"[^\W\d_]+", name))


def _is_quiet_label(block: Block) -> bool:
    named = label(block)
    return named is not None and not _shouts(named[0])


def _parted(block: Block) -> list[Block]:
    """The heading, and what a bracket beside it says to the reader."""
    heading = replace(block, kind=Kind.HEADING, text=block.text.rstrip(": "), level=LEVEL, lead=0)
    match = _NAME.match(block.text)
    if match is None or is_stem(block.text) or match["rest"].strip(": ") or not _is_said(match["said"]):
        return [heading]
    said = calm(match["said"].strip())
    said = said[:1].upper() + said[1:] + ("" if said.endswith((".", "!", "?")) else ".")
    return [replace(heading, text=match["name"]), replace(block, text=said, lead=0, strong=False)]


def _is_said(words: str) -> bool:
    """Whether a bracket is long enough for a sentence, or says how long it takes: “allow 90 minutes”."""
    enough = FEWEST_SAID - 1 if re.search(r"\D\s\d", words) else FEWEST_SAID
    return len(words.split()) >= enough


def are_parts(names: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether lines in capitals name all parts of a page, and none of its labels is loud, too.

    A question among several is a part like theirs: “Am I a candidate?”, over “RISKS”.
    """
    loud = sum(map(str.isupper, names))
    asked = sum(name.endswith("?") and not name.isupper() for name in names)
    shown = loud == len(names) or (loud >= FEWEST_PARTS and loud + asked == len(names))
    return shown and not any(map(str.isupper, labels))
