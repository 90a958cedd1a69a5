"""What a page has for a pen: boxes to tick beside each other, a line to fill in.

“Which arm? ☐ Left ☐ Right” asks nothing of who listens, so it is left out, and
so are the fields of a web form: “Name *”, “Phone *”, “Send”.  A
sentence that is whole without its line is said without it: “The nurse will tell
you when to come: ________”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, changed, part_of
from narration.readers.left_out import blanks, declarations
from narration.readers.lines.about import REFERENCE
from narration.readers.lines.colophon import is_form
from narration.readers.lines.heading_words import leads_list
from narration.readers.lines.marks import BOX
from narration.readers.vocabulary import bare, data, listed

FEWEST_BOXES = 2
FEWEST_FIELDS = 2
MOST_WORDS = 4
MOST_NAMED_WORDS = 7
"""Of a choice under a label that asks for one: “Site: ☐ Mill Lane Hospital, East Entrance ☐ …”."""
MOST_LABEL_WORDS = 6
_BOX = re.compile(rf"{BOX}\s*(?=[^\W_])")


def without(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each line of boxes to tick with its reason, and sentences without the line at their end."""
    blocks = declarations.without(list(blanks.filled(blocks)))
    below = _one_below_another(blocks) | _fields(blocks) | _beside_form(blocks)
    for at, block in enumerate(blocks):
        empty = block.kind is Kind.ITEM and is_form(block.text) and not re.search(r"[^\W_]", block.text)
        if at in below or empty or _is_under_form(blocks, at) or _is_over_form(blocks, at):
            yield replace(block, reason=block.reason or REFERENCE)
            continue
        if block.reason or block.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            yield block
            continue
        if beside := _told_beside(block):
            yield from beside
            continue
        edges = [0, *block.breaks, len(block.text)]
        form = is_form(block.text)
        lines = [part_of(block, a, b) for a, b in pairwise(edges)]
        asks = [_asks(line.text) or (form and _has_boxes_of_few_words(line)) for line in lines]
        asks = [ask or ends for ask, ends in zip(asks, _web_form(block, lines), strict=True)]
        if all(asks):
            yield replace(block, reason=REFERENCE)
        elif any(asks):
            yield from (replace(p, reason=REFERENCE) if ask else p for p, ask in zip(lines, asks, strict=True))
        else:
            yield _without_line(block)


def _one_below_another(blocks: Sequence[Block]) -> frozenset[int]:
    """Where boxes of which one is ticked stand one below another, and the question right over them."""
    ticks = [(box := _BOX.match(block.text)) and _is_choice(bare(block.text[box.end() :])) for block in blocks]
    found = {at for at, tick in enumerate(ticks) if tick and any(ticks[max(at - 1, 0) : at] + ticks[at + 1 : at + 2])}
    over = {at - 1 for at in found if at and at - 1 not in found}
    asks = {at for at in over if blocks[at].kind is Kind.PARAGRAPH and blocks[at].text.rstrip().endswith(("?", ":"))}
    return frozenset(found | {at for at in asks if len(blocks[at].text.split()) <= MOST_LABEL_WORDS})


def _beside_form(blocks: Sequence[Block]) -> frozenset[int]:
    """Where boxes of few words stand in a line that is to fill in, too, or right beside one that is.

    “Exam: ☐ Head ☐ Knee (☐ L ☐ R) ☐ Other: ____”, or “Site: [ ] Left lobe [ ] Right lobe” under “Date: ____”.
    So does the line of a web form that is agreed to: “☐ I accept the privacy policy”.
    """
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if block.reason or block.row or block.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        near = [blocks[i].text for i in (at, at - 1, at + 1) if 0 <= i < len(blocks)]
        agreed = re.search(data("colophon")["web_consent"], block.text, re.IGNORECASE)
        if agreed or (not block.breaks and any(map(is_form, near)) and _has_boxes_of_few_words(block)):
            found.add(at)
    return frozenset(found)


def _has_boxes_of_few_words(block: Block) -> bool:
    """Whether a line has boxes beside each other with a few words each, and asks for nothing to be brought or done."""
    line = f"☐ {block.text}" if block.kind is Kind.ITEM else block.text  # whose own box was taken for a bullet
    boxes = list(_BOX.finditer(line))
    if len(boxes) < FEWEST_BOXES:
        return False
    label = line[: boxes[0].start()].strip()
    ends = [*(box.start() for box in boxes[1:]), len(line)]
    pieces = [bare(line[box.end() : end]) for box, end in zip(boxes, ends, strict=True)]
    short = all(len(piece.split()) <= MOST_WORDS for piece in (label, *pieces))
    return short and not (leads_list(label) or listed("colophon", "to_do").match(label))


def _fields(blocks: Sequence[Block]) -> frozenset[int]:
    """Where the fields of a web form stand one below another, “Name *” over “Phone *”, and its button under them.

    Two names of fields are enough where one is marked as required or a button sends them.  They may stand beside each
    other before their button (“Name  Phone  [Send]”); who asks for them right over them is the form's, too.
    """
    found = {at for at, block in enumerate(blocks) if _is(block, "web_field", "web_button")}
    run: list[int] = []
    for at, block in enumerate([*blocks, None]):
        if block is not None and _is(block, "web_field"):
            run.append(at)
            continue
        ends = at if block is not None and _is(block, "web_button") else None
        marked = any(blocks[each].text.rstrip().endswith(("*", ")")) for each in run)
        if len(run) >= FEWEST_FIELDS and (marked or ends is not None):
            found |= {*run, *([] if ends is None else [ends])}
        run = []
    over = {at - 1 for at in found if at and at - 1 not in found}
    return frozenset(found | {at for at in over if _is(blocks[at], "web_over")})


def _web_form(block: Block, lines: Sequence[Block]) -> list[bool]:
    """Which lines of a block are fields beside each other with their button, or ask for them right above."""
    found = [_is(line, "web_field", "web_button") for line in lines]
    at = found.index(True) if any(found) else 0
    above = part_of(block, 0, block.breaks[at - 1]) if at else None
    return [True] * at + found[at:] if above and _is(above, "web_over") else found


def _is(block: Block, name: str, last: str = "") -> bool:
    """Whether a line is a field or a button of a web form, or (with a ``last``) some fields and their button."""
    line = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason and not block.row
    one = data("colophon")[name]
    whole = rf"(?:{one}[\s|·,]+){{{FEWEST_FIELDS},}}\W?\s?{data('colophon')[last]}\W?" if last else one
    return line and re.fullmatch(whole, block.text.strip(), re.IGNORECASE) is not None


def _is_under_form(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line right under one to fill in only names whose patient it is: ``Consultant: Dr Lee / Dr Moss``.

    So does one that says who signs there: ``Patient's signature: Name and signature of the doctor``.
    """
    block, above = blocks[at], blocks[at - 1] if at else None
    if above is None or block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not is_form(above.text):
        return False
    close = above.line + len(above.breaks) + 1 == block.line
    return close and listed("colophon", "in_form").fullmatch(block.text.strip(" .")) is not None


def _is_over_form(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line only asks for what is to be filled in right under it: “Write your own dates here:”."""
    under = blocks[at + 1] if at + 1 < len(blocks) else None
    asks = blocks[at].kind is Kind.PARAGRAPH and listed("colophon", "over_form").fullmatch(bare(blocks[at].text))
    return bool(asks) and under is not None and is_form(under.text)


def _asks(line: str) -> bool:
    """Whether a line has boxes beside each other of which one is ticked, and no list of things that are meant."""
    boxes = list(_BOX.finditer(line))
    if len(boxes) < FEWEST_BOXES:
        return False
    edges = [*(box.end() for box in boxes), len(line)]
    ends = [*(box.start() for box in boxes[1:]), len(line)]
    choices = [bare(line[a:b]) for a, b in zip(edges, ends, strict=False)]
    label = line[: boxes[0].start()].strip()
    one_of = listed("colophon", "one_of").fullmatch(bare(label)) is not None
    most = MOST_NAMED_WORDS if one_of else MOST_WORDS
    if any(len(choice.split()) > most for choice in choices):
        return False
    return is_form(label) or one_of or all(map(_is_choice, choices))


def _is_choice(text: str) -> bool:
    """Whether a few words are a side, an answer or somebody's name."""
    person = re.fullmatch(data("colophon")["person"], text, re.IGNORECASE)
    return person is not None or listed("colophon", "choices").fullmatch(text) is not None


def _told_beside(block: Block) -> list[Block]:
    """A form's line whose bracket tells when: ``Check-in: ____ (an hour before your scan)``; none for any other.

    The bracket is said after its label, and the rest of the line is the form's.
    """
    match = re.search(data("colophon")["told_beside"], block.text) if is_form(block.text) else None
    if match is None:
        return []
    pieces = [part_of(block, 0, match.start()), part_of(block, match.end(), len(block.text))]
    form = [replace(piece, reason=REFERENCE) for piece in pieces if re.search(r"\w", piece.text)]
    told = replace(part_of(block, match.start(), match.end()), text=f"{match['name']}: {match['told']}", breaks=())
    return [*form[:1], told, *form[1:]]


def _without_line(block: Block) -> Block:
    """The block; a sentence that tells who will tell something has a full stop for its line to fill in."""
    if not is_form(block.text):
        return block
    found = re.finditer(data("colophon")["told_line"], block.text, re.IGNORECASE)
    return changed(block, [(match.start("line"), match.end("line"), ".") for match in found])
