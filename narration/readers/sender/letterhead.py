"""What stands over a text: the sender's name and address, the date and number of a letter, the kind of sheet.

A leaflet's first lines may name the hospital before the title, or after it; in
a letter all that stands above “Dear …” is the sender's.  The words are in
``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, lines_of
from narration.readers.lines import about, colophon, furniture, letters, stages, triage
from narration.readers.lines.promote import label
from narration.readers.lines.senders import (
    FEWEST_PLACES,
    MOST_PLACE_WORDS,
    are_houses,
    is_body,
    is_kind,
    is_letterhead,
    is_named_kind,
    is_slogan,
    is_specialties,
    is_whereabouts,
)
from narration.readers.sender import enclosed, houses, kind_titles, mastheads, over_letter, towns
from narration.readers.sender.kind_titles import left_out
from narration.readers.sender.topics import after, has_better_title, is_contact, is_line, is_mere_kind, is_subtitle
from narration.readers.vocabulary import BARS, bare

SHORTEST_TELLING = 4
MOST_SERVICE_WORDS = 6
"""Of a strip with the town at its end; one without it has fewer in each piece."""
_SEVERAL = re.compile(r",|\s[·|–-]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_STOPPED = re.compile(r"[.:;,!?…]$")


def without(blocks: Sequence[Block], title: str = "") -> list[Block]:
    """The blocks, with the reason set on those that are the letterhead.

    ``title`` is what the format says that the page is called; without one, a
    hospital's name may have to be the title.
    """
    parted = mastheads.cut_off(_parted(letters.with_subject(blocks)))
    blocks = kind_titles.with_label([kind_titles.with_topic(block) for block in kind_titles.apart(parted)])
    letter = _salutation(blocks)
    if letter is not None:
        return enclosed.with_title(over_letter.with_orders(_above(blocks, letter), letter))
    shown = [index for index, block in enumerate(blocks) if not block.reason and block.kind is not Kind.RULE]
    head = _head(blocks, shown)
    owners = houses.owners(blocks, head)
    found = [index for index in head if is_letterhead(blocks[index].text)]
    places = (*towns.over_places(blocks, head), *houses.over_a_body(blocks, head))
    found += _others(found, (*places, *owners, *towns.under_senders(blocks, head)))
    found += _others(found, (*_with_kinds(blocks, head), *_whereabouts(blocks, head)))
    boasts = _others(found, (*_with_services(blocks, head), *_with_slogans(blocks, head)))
    found += boasts
    titled = next((i for i in head if i not in found and not about.facts(blocks[i].text)[0]), len(blocks))
    found = [
        index
        for index in found
        if index < titled or not is_body(blocks[index].text) or not _is_phase(blocks, shown, index)
    ]
    plain = houses.plain_words(blocks)
    found += _others(found, mastheads.under(blocks, titled, found, plain))
    found += [
        index
        for index in head
        if index > titled
        and index not in found
        and (is_subtitle(blocks[index]) or (index == titled + 1 and is_mere_kind(blocks, index)))
    ]
    called = bool(title) and bool(shown) and bare(blocks[shown[0]].text).casefold() not in title.casefold()
    better = ((boasts or owners) and _is_topic(blocks, head, found)) or has_better_title(blocks, shown, head, found)
    if shown and shown[0] in found and better:
        blocks = _with_title(blocks, shown, head, found)
    elif shown and shown[0] in found and not called:
        blocks, title_at = kind_titles.with_kind(blocks, found)
        found.remove(title_at if title_at in found else shown[0])
    return [left_out(block) if index in found else block for index, block in enumerate(blocks)]


def _others(found: Sequence[int], places: Iterable[int]) -> list[int]:
    """The places that are not found yet."""
    return [place for place in places if place not in found]


def _head(blocks: Sequence[Block], shown: Sequence[int]) -> list[int]:
    """The lines over the text, without the numbers and addresses below the first.

    The first may be longer than a line, where it ends as no sentence and the sender stands under it.
    """
    head: list[int] = []
    for index in shown:
        text = blocks[index].text
        dotted = furniture.is_prose(text) and colophon.is_form(text)  # “Name: ......”
        if head and (dotted or furniture.is_hours(text)):
            continue
        sent = is_body(text) or are_houses(text) or _is_strip(text) or (bool(head) and houses.is_state(text))
        over_sender = not head and not _STOPPED.search(text) and any(is_letterhead(blocks[i].text) for i in shown[1:2])
        if not (sent or over_sender or is_line(blocks[index]) or is_contact(blocks[index])):
            break
        head += [] if head and is_contact(blocks[index]) else [index]
    return head


def _with_title(blocks: list[Block], shown: list[int], head: list[int], found: list[int]) -> list[Block]:
    """The blocks, with the line that comes after a sender's heading as the heading of the page."""
    best = after(blocks, head, found)[0]
    if blocks[shown[0]].kind is not Kind.HEADING or about.facts(blocks[best].text)[0]:
        return blocks
    titled = replace(blocks[best], kind=Kind.HEADING, level=1, lead=0)
    return [titled if index == best else block for index, block in enumerate(blocks)]


def _right_under_a_body(blocks: Sequence[Block], head: list[int]) -> list[int]:
    """The lines with nothing between them and the name of who sends the page."""
    return [
        index
        for before, index in pairwise(head)
        if is_body(blocks[before].text) and blocks[index].line == blocks[before].line + 1
    ]


def _with_services(blocks: Sequence[Block], head: list[int]) -> list[int]:
    """A line right under a clinic's name that is a strip of what it offers: ``Implantes · Ortodoncia``."""
    under = _right_under_a_body(blocks, head)
    return [i for i in under if _is_strip(blocks[i].text) or is_specialties(blocks[i].text)]


def _whereabouts(blocks: Sequence[Block], head: list[int]) -> list[int]:
    """The lines under the sender's name with where in the house it is: ``Planta 1ª, Bloque B``."""
    sent = next((index for index in head if is_letterhead(blocks[index].text)), len(blocks))
    return [index for index in head if index > sent and is_whereabouts(blocks[index].text)]


def _with_kinds(blocks: Sequence[Block], head: list[int]) -> list[int]:
    """A line right under the title that is a name and the kind of sheet: ``Northmere Psychiatry | Patient Handout``.

    Plain text has no headings: there the title is the first line, if that is not the sender's name.
    """
    return [
        index
        for before, index in pairwise(head)
        if (blocks[before].kind is Kind.HEADING or (before == head[0] and not is_letterhead(blocks[before].text)))
        and is_line(blocks[index])
        and is_named_kind(blocks[index].text)
    ]


def _with_slogans(blocks: Sequence[Block], head: list[int]) -> list[int]:
    """The line right under a clinic's name with what it says to all (``Your care, at your pace``), beside the title.

    Under a heading of Markdown a blank line stands between.
    """
    apart = [b for a, b in pairwise(head) if blocks[a].kind is Kind.HEADING and is_body(blocks[a].text)]
    return [
        index
        for index in sorted({*_right_under_a_body(blocks, head), *apart})
        if is_slogan(blocks[index].text)
        and not stages.is_stage(blocks[index].text)
        and any(other != index and not is_letterhead(blocks[other].text) for other in after(blocks, head, ()))
    ]


def _is_topic(blocks: Sequence[Block], head: list[int], found: list[int]) -> bool:
    """Whether the line that is left of the head names what the page is about, and no stage of the visit."""
    return any(not stages.is_stage(blocks[index].text) for index in after(blocks, head, found)[:1])


def _is_strip(text: str) -> bool:
    """``Implants · Braces``, also with more words beside the town: ``Salud mental e infusiones · Querétaro, Qro.``."""
    pieces = BARS.split(text.strip())
    town = towns.is_town(pieces[-1])  # whose full stop is that of a shortened name
    most = MOST_SERVICE_WORDS if town else MOST_PLACE_WORDS
    short = len(pieces) >= FEWEST_PLACES and all(len(piece.split()) <= most for piece in pieces)
    return short and (town or not furniture.is_prose(text))


def _parted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a first paragraph of short lines, one of them a hospital's name, comes line by line.

    It may stand under a heading that is the title.
    """
    first = next((index for index, block in enumerate(blocks) if not block.reason), 0)
    fewest = any  # of the lines are the sender's; under a line in bold type, which may be a part's name, all of them
    if [block.kind for block in blocks[first : first + 2]] == [Kind.HEADING, Kind.PARAGRAPH]:
        first += 1
    elif len(blocks) > first + 1 and blocks[first].strong and not blocks[first].breaks and is_line(blocks[first]):
        first, fewest = first + 1, all
    parted, plain = list(blocks), houses.plain_words(blocks)
    for block in blocks[first : first + 1]:
        lines = lines_of(block)
        told = [line for line in lines if furniture.is_prose(line) and not _is_of_sender(line)]
        sent = [is_letterhead(line) or houses.is_house(line, plain) for line in lines]
        if len(lines) > 1 and not told and fewest(sent):
            strong = block.lead > 0
            parted[first : first + 1] = [
                replace(block, text=line, line=block.line + at, strong=strong, lead=0, breaks=())
                for at, line in enumerate(lines)
            ]
    return parted


def _is_of_sender(line: str) -> bool:
    """Whether a long line, or one with a full stop in it (``Quay Clinic · Leeds, Yorks.``), still says no sentence."""
    known = is_letterhead(line) or furniture.is_contact(line) or _is_strip(line)
    return known or bool(kind_titles.topic_of(line)) or _is_kind_and_credit(line)


def _is_kind_and_credit(line: str) -> bool:
    """``Information for patients. Written by the sleep team.``: the kind of sheet, and who made it."""
    said = re.split(r"(?<=[^\W\d_]{3}\.)\s+", line)
    return all(is_kind(sentence) or about.is_credit(sentence, strictly=True) for sentence in said)


def _salutation(blocks: Sequence[Block]) -> int | None:
    """Where “Dear …” stands, when only lines stand above it."""
    for index, block in enumerate(blocks[: letters.MOST_BLOCKS_ABOVE]):
        if letters.is_salutation(block.text):
            return index
        long = any(
            len(line.split()) > furniture.MOST_LINE_WORDS and not furniture.line_reason(line)
            for line in lines_of(block)
        )
        if block.kind is Kind.PARAGRAPH and not block.reason and long:
            return None
    return None


def _above(blocks: list[Block], letter: int) -> list[Block]:
    """The sender's lines, but for one that names what the letter is about."""
    body = {word for block in blocks[letter + 1 :] for word in _telling(block.text)}
    titles = [i for i, block in enumerate(blocks[:letter]) if is_line(block) and _is_subject(block.text, body)]
    headings = [i for i, block in enumerate(blocks[:letter]) if block.kind is Kind.HEADING and i not in titles]
    named = [i for i in headings if not is_letterhead(blocks[i].text)]
    stated = [i for i in sorted({*titles, *named}) if blocks[i].kind is Kind.HEADING and blocks[i].level == 1]
    below = any(
        b.kind is Kind.HEADING and b.level == 1 for b in blocks[letter : letter + letters.MOST_BLOCKS_BELOW + 1]
    )
    kept = stated[:1] or ([] if below else titles[:1] or named[:1])
    under = [i for i in titles if stated and i == stated[0] + 1 and blocks[i].kind is Kind.HEADING]
    made = [_as_line(block) if index in under else block for index, block in enumerate(blocks)]
    kept += under
    return [
        left_out(block) if index < letter and index not in kept and block.kind is not Kind.RULE else block
        for index, block in enumerate(made)
    ]


def _as_line(block: Block) -> Block:
    """A heading right under the title, which tells what the page is, as a sentence over the letter."""
    return replace(block, kind=Kind.PARAGRAPH, level=0, text=f"{block.text.rstrip(' .:')}.")


def _is_subject(text: str, body: set[str]) -> bool:
    if is_letterhead(text) or is_specialties(text) or re.search(r"\d", text) or furniture.line_reason(text):
        return False
    if about.facts(text)[0]:
        return False
    return bool(_telling(text) & body)


def _telling(text: str) -> set[str]:
    """The words that say what a text is about."""
    return {word for word in map(str.lower, _WORD.findall(text)) if len(word) >= SHORTEST_TELLING} - triage.grammar()


def _is_phase(blocks: Sequence[Block], shown: list[int], index: int) -> bool:
    """Whether a place under the title (``Day Surgery Unit``) has its own text: a phase, and no letterhead."""
    at = shown.index(index)
    block, before, after = blocks[index], blocks[shown[at - 1]], [blocks[i] for i in shown[at + 1 : at + 2]]
    if block.kind is Kind.HEADING:
        return True
    if _SEVERAL.search(block.text):  # a department and its hospital
        return False
    told = bool(after) and after[0].kind is not Kind.HEADING and not is_line(after[0]) and not after[0].strong
    told = told and label(after[0]) is None  # “Before: …” is a part of its own
    return told and before.line != block.line - 1
