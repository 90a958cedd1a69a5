"""A page that shows no phases, such as a letter: its paragraphs are the parts, and several short ones are one.

Where most of it is one run of numbered steps, those are its paragraphs, and what stands over them opens the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from narration.readers import furniture, shouts
from narration.readers.base import Block, Kind
from narration.readers.outlines import Outline, Part
from narration.readers.promote import MOST_LABEL_WORDS, is_few_words, is_remark, stands_alone
from narration.readers.vocabulary import data, listed

MOST_PARTS = 8
"""With more paragraphs than these, each as a part would interrupt the text all the time."""
FEWEST_WORDS = 110
"""Short paragraphs make a part of about so many words, or more; there are two parts at least."""
FEWEST_STEPS = 4
FEWEST_STEP_WORDS = 40
MOST_OPENING = 150
"""An introduction of more words is a part of its own."""

MOST_WORDS = 5
MOST_CLAUSE_WORDS = 8
FEWEST_WORDS_KEPT = 2
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CLAUSE = re.compile(r"[,;:(]|\s[–—-]\s")


def as_parts(blocks: Sequence[Block]) -> Outline:
    """A part for each paragraph; the items of a list belong to the paragraph over it, a number to ring to the last."""
    said = [block for block in blocks if block.kind is not Kind.RULE]
    steps = _steps(said)
    if steps:
        return _by_steps(said[: steps[0]], _parts(said[steps[0] :], [at - steps[0] for at in steps]))
    parts = _parts(said)
    return Outline(parts=_gathered(parts) if len(parts) > MOST_PARTS else parts, shown=False)


def _parts(blocks: Sequence[Block], steps: Sequence[int] = ()) -> list[Part]:
    parts: list[Part] = []
    leads = any(b.kind is Kind.PARAGRAPH and furniture.is_prose(b.text) for b in blocks) or bool(steps)
    for at, block in enumerate(blocks):
        below = (block.kind is Kind.ITEM and leads and at not in steps) or furniture.is_contact(block.text)
        if parts and (below or _hangs_on(block.text)):
            parts[-1].blocks.append(block)
        else:
            parts.append(Part(first_words(block.text), [block], block.line))
    return parts


def _steps(blocks: Sequence[Block]) -> list[int]:
    """Where the numbered steps stand, sentences most of them, that are more than half of the page."""
    found: list[int] = []
    for at, block in enumerate(blocks):
        if block.kind is Kind.ITEM and block.marker == str(len(found) + 1):
            found.append(at)
    prose = [at for at in found if furniture.is_prose(blocks[at].text)]
    words = _words(blocks[at] for at in found)
    # An introduction would take short steps in.
    fewest = FEWEST_STEP_WORDS if found and found[0] else FEWEST_WORDS
    many = len(found) >= FEWEST_STEPS and words >= fewest and words * 2 > _words(blocks)
    return found if many and len(prose) * 2 > len(found) else []


def _by_steps(above: Sequence[Block], steps: Sequence[Part]) -> Outline:
    """The introduction as the opening, and the steps in parts, the first named by the line that stands over it."""
    out = Outline(parts=_gathered(steps, FEWEST_WORDS), shown=False)
    opening = list(above)
    if opening and _names(opening[-1]):
        out.parts[0].name = shouts.calm(opening.pop().text.rstrip(": "))
    if _words(opening) > MOST_OPENING:
        out.parts[:0] = _parts(opening)
    else:
        out.opening = opening
    return out


def _names(block: Block) -> bool:
    """Whether a line over the steps is their name: ``INSTRUCTIONS``, ``Pasos para el examen:``."""
    words = block.text.rstrip(": ")
    asks = listed("labels", "column_asks").match(words) and len(words.split()) <= MOST_LABEL_WORDS  # “How it goes:”
    led = block.text.endswith(":") and (asks or is_few_words(words, MOST_LABEL_WORDS))
    return block.kind is Kind.PARAGRAPH and (stands_alone(block) or bool(led))


def _hangs_on(text: str) -> bool:
    """Whether a paragraph speaks of what stands over it: “For any of those ring us”, “Si ocurre algo de esto”.

    “NOTE: …” is no name of a part, either.
    """
    label, colon, _ = text.partition(":")
    return listed("labels", "hanging").match(text) is not None or bool(colon and is_remark(label))


def _gathered(parts: Sequence[Part], fewest: int = 0) -> list[Part]:
    """The parts with short ones joined to those before them, the rest of them to the last; ``fewest`` words in each."""
    made: list[Part] = []
    fewest = fewest or min(FEWEST_WORDS, sum(_words(part.blocks) for part in parts) // 2)
    full = True
    for part in parts:
        if full:
            made.append(part)
        else:
            made[-1].blocks += part.blocks
        full = _words(made[-1].blocks) >= fewest
    if len(made) > 1 and not full:
        made[-2].blocks += made.pop().blocks
    return made


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def first_words(text: str) -> str:
    """What a part without a heading is called: its first clause, or a few words that break off in no phrase."""
    first = _SENTENCE.split(text, maxsplit=1)[0].rstrip(" .,;:!?")
    words, clause = first.split(), _CLAUSE.split(first, maxsplit=1)[0].split()
    if len(words) > MOST_WORDS:
        words = clause if 1 < len(clause) <= MOST_CLAUSE_WORDS else _whole(words[:MOST_WORDS])
    name = " ".join(words).rstrip(".,;:!?")
    # A sentence that is said under it anyway would be said twice, if it were announced.
    return name if name == text.rstrip(":") else f"{name}…"


def _whole(words: Sequence[str]) -> list[str]:
    """The words without those at their end that go on in the next: “The nurse will take your”."""
    kept, never_last = list(words), {*data("labels")["never_last"], *data("labels")["goes_on"]}
    while len(kept) > FEWEST_WORDS_KEPT and (kept[-1].lower() in never_last or kept[-1].isdigit()):
        kept.pop()
    return kept
