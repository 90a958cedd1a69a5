"""Sentences that the page breaks in two: at the end of a line that it shows as a paragraph, or under a heading.

“I work in the hand unit” / “along with two nurses.” → one paragraph; “For 3 hours” as a heading over “before you
come:” → one heading, or the beginning of the list under it.  Only a small letter shows it, which no point of a list
may have; and, of a title in two lines, letters in a bracket that stand for both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.lines.heading_words import is_stem
from narration.readers.lines.promote import stands_alone
from narration.readers.vocabulary import listed

FEWEST_WORDS = 5
"""A line of fewer words may be a name, and the next one what it names."""
MOST_WORDS_OF_REST = 6
MOST_WORDS_OF_NAME = 4
_SHORT = re.compile(r"\s\((?P<short>[A-Z]{2,6})\)$")
_BEGINS = re.compile(r"[“\"(¿¡]?[^\W\d_a-zà-ÿ]")
_OPEN = re.compile(r"[^\W\d_],?$")
_ENDED = re.compile(r"[.!?…][”\"’)]*$")


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such sentences whole, each line where it was."""
    made: list[Block] = []
    over = next((at for at, block in enumerate(blocks) if furniture.is_prose(block.text)), len(blocks))
    for at, block in enumerate(blocks):
        if made and _goes_on(made[-1], block):
            made[-1] = _one(made[-1], block)
        elif at < over and made and _ends_title(made[-1], block, blocks[at + 1 : at + 2]):
            made[-1] = replace(_one(made[-1], block), breaks=())
        elif made and _ends_name(made[-1], block):
            made[-1] = _name(_one(made[-1], block), blocks[at + 1 : at + 2])
        else:
            made.append(block)
    return made


def _one(first: Block, rest: Block) -> Block:
    at = len(first.text) + 1
    breaks = (*first.breaks, at, *(at + each for each in rest.breaks))
    return replace(first, text=f"{first.text} {rest.text}", breaks=breaks)


def _name(whole: Block, under: Sequence[Block]) -> Block:
    """A heading that is whole again: over a list the beginning of its points, over a text a heading still."""
    if under and under[0].kind is Kind.ITEM:
        return replace(whole, kind=Kind.PARAGRAPH, level=0, lead=0, strong=False)
    return replace(whole, text=whole.text.rstrip(": "))


def _plain(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and not (block.depth or block.reason or block.row)


def _goes_on(first: Block, rest: Block) -> bool:
    """Whether a paragraph is the rest of the sentence that the one over it begins."""
    if not (_plain(first) and _plain(rest)) or not rest.text[:1].islower() or is_stem(first.text):
        return False
    begun = re.split(r"(?<=[.!?])\s+", first.text)[-1]
    whole = len(begun.split()) >= FEWEST_WORDS and _BEGINS.match(begun) and _OPEN.search(begun)
    ends = _ENDED.search(rest.text) or begun.endswith(",")
    return bool(whole and ends) and not begun.isupper() and not furniture.is_contact(first.text)


def _ends_title(first: Block, rest: Block, under: Sequence[Block]) -> bool:
    """Whether two lines over a text are one title: the first ends in “with”, or a bracket has the letters of both.

    “Endoscopic Ultrasound of the” / “Pancreas”; “Transoesophageal” / “Echocardiogram (TOE)”.
    """
    together = _plain(first) and _plain(rest) and rest.line == first.line + 1 and not (first.breaks or rest.breaks)
    alone = not under or under[0].line > rest.line + 1
    if not (together and alone and stands_alone(first) and stands_alone(rest)) or furniture.is_contact(rest.text):
        return False
    goes_on = listed("labels", "title_goes_on").search(first.text) and rest.text[:1].isupper()
    return bool(goes_on) or _has_letters_of(first.text, rest.text)


def _has_letters_of(first: str, rest: str) -> bool:
    """Whether a bracket at the end of the second line stands for the words of both lines."""
    if (short := _SHORT.search(rest)) is None:
        return False
    halves = (first, rest[: short.start()])
    names = [[word[0].lower() for word in half.split() if word[:1].isupper()] for half in halves]
    letters = short["short"].lower()
    left = iter(letters)
    return all(names) and letters[0] == names[0][0] and all(letter in left for letter in (*names[0], *names[1]))


def _ends_name(name: Block, rest: Block) -> bool:
    """Whether a line over a text is the second half of the heading over it: “For 2 weeks” / “before your visit:”."""
    if name.kind is not Kind.HEADING or name.reason or not _plain(rest) or not re.search(r"\d", name.text):
        return False
    short = len(name.text.split()) <= MOST_WORDS_OF_NAME and len(rest.text.split()) <= MOST_WORDS_OF_REST
    return short and rest.text[:1].islower() and rest.text.endswith(":") and name.text[-1:].isalpha()
