"""A page that shows no phases, such as a letter: its paragraphs are the parts, and several short ones are one.

Where most of it is one run of numbered steps, those are its paragraphs, and what stands over them opens the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, helpline, shouts
from narration.readers.lines.heading_words import is_remark
from narration.readers.lines.promote import MOST_LABEL_WORDS, is_few_words, stands_alone
from narration.readers.parts import calls
from narration.readers.parts.outlines import Outline, Part
from narration.readers.vocabulary import data, listed

MOST_PARTS = 8
"""With more paragraphs than these, each as a part would interrupt the text all the time."""
FEWEST_WORDS = 110
"""Short paragraphs make a part of about so many words, or more; there are two parts at least."""
FEWEST_STEPS = 4
FEWEST_STEP_WORDS = 40
MOST_FAREWELL = 40
"""A closing word has no more words than these."""
MOST_OPENING = 150
"""An introduction of more words is a part of its own."""

MOST_WORDS = 5
MOST_CLAUSE_WORDS = 8
FEWEST_WORDS_KEPT = 2
FEWEST_WORDS_NAMED = 3
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


def out_of_closing(out: Outline) -> None:
    """A part of its own for what stands below the last label, where it says more than a farewell does.

    Several paragraphs do, and so does one that tells what to call the emergency service for.
    """
    prose = [block for block in out.closing if furniture.is_prose(block.text) and not helpline.is_line(block.text)]
    many = len(prose) > 1 and _words(prose) > MOST_FAREWELL
    emergency = data("furniture")["contact"]["short_number"]
    warns = any(re.search(emergency, block.text) for block in prose)
    if len(out.parts) > 1 and (many or warns) and not any(map(calls.lead, out.closing)):
        out.parts.append(Part(_first_words(out.closing[0].text), out.closing, out.closing[0].line))
        out.closing = []


def _parts(blocks: Sequence[Block], steps: Sequence[int] = ()) -> list[Part]:
    parts: list[Part] = []
    leads = any(b.kind is Kind.PARAGRAPH and furniture.is_prose(b.text) for b in blocks) or bool(steps)
    last = max((at + 1 for at, block in enumerate(blocks) if at in steps or not _warns(block)), default=0)
    for at, block in enumerate(blocks):
        below = (block.kind is Kind.ITEM and leads and at not in steps) or furniture.is_contact(block.text)
        if parts and (below or _hangs_on(block.text)):
            parts[-1].blocks.append(block)
        else:
            warns = calls.lead(block) if at >= last else None  # “Go to hospital at once if” says what comes last
            parts.append(Part(warns[0] if warns else _first_words(block.text), [block], block.line))
    return parts


def _warns(block: Block) -> bool:
    """Whether a block tells when to ring, or is the number, or a point of what it says."""
    return block.kind is Kind.ITEM or calls.lead(block) is not None or helpline.has_number(block.text)


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
        if full or _is_named(part):
            made.append(part)
        else:
            made[-1].blocks += part.blocks
            # What comes after “On the day, …” may be of another day.
            made[-1].name = f"{made[-1].name.rstrip('…')}…"
        full = _words(made[-1].blocks) >= fewest
    if len(made) > 1 and not full and not _is_named(made[-1]):
        made[-2].blocks += made.pop().blocks
    return made


def _is_named(part: Part) -> bool:
    """Whether a part's name is a stage of the visit, or when to ring, and not just how it begins."""
    warns = calls.lead(part.blocks[0])
    return listed("labels", "stage_clauses").fullmatch(part.name) is not None or (warns or [""])[0] == part.name


def _words(blocks: Iterable[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _first_words(text: str) -> str:
    """What a part without a heading is called: its first clause, or a few words that break off in no phrase."""
    first = _SENTENCE.split(text, maxsplit=1)[0].rstrip(" .,;:!?")
    begins = _CLAUSE.split(first, maxsplit=1)[0].strip()
    if begins != first and listed("labels", "stage_clauses").fullmatch(begins):
        return begins
    words, clause = first.split(), begins.split()
    if len(words) > MOST_WORDS:
        words = clause if 1 < len(clause) <= MOST_CLAUSE_WORDS else _whole(words)
    name = " ".join(words).rstrip(".,;:!?")
    # A sentence that is said under it anyway would be said twice, if it were announced.
    return name if name == text.rstrip(":") else f"{name}…"


def _whole(words: Sequence[str]) -> list[str]:
    """The first words, without those at their end that go on in the next: “The nurse will”.

    Where the last of them would be parted from their noun (“When you get | to the Day Unit”), a few more.
    """
    never_last = {*data("labels")["never_last"]}
    opens = {*never_last, *data("labels")["goes_on"]}
    kept = MOST_WORDS
    while kept > FEWEST_WORDS_KEPT and (words[kept - 1].lower() in opens or words[kept - 1].isdigit()):
        kept -= 1
    if kept > FEWEST_WORDS_NAMED or words[kept].lower() not in never_last - {*data("labels")["joins"]}:
        return list(words[:kept])
    for end in range(MOST_WORDS + 1, min(MOST_CLAUSE_WORDS, len(words)) + 1):
        named = end < len(words) and words[end - 1][:1].isupper() and words[end][:1].isupper()
        if words[end - 1].lower() not in opens and not words[end - 1].isdigit() and not named:
            return list(words[:end])
    return list(words[:kept])
