"""Which headings are phases, and what stands around one: the blocks under it, a run of short lines, the page's end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import helpline, shouts, stages, triage
from narration.readers.lines.furniture import is_contact, is_contact_heading, is_prose, is_to_listener
from narration.readers.lines.heading_words import begins_list, is_frequency, is_stem, leads_list
from narration.readers.lines.promote import is_numbered, name_of, stands_alone
from narration.readers.parts import calls
from narration.readers.parts.outlines import Part
from narration.readers.vocabulary import bare, listed

_WITH_NUMBER = re.compile(
    r"[ ,]*(?:\((?=[^()]*\d)|\b(?:at|on|al)\s+(?=[\d(])).*(?=\s(?:if|when|si|cuando)\b)", re.IGNORECASE
)
"""The number to ring in a heading that breaks off (“Call us at 555-0148 if”), which its sentence says."""
FEWEST = 2
"""Lines in a run, or phases beside a lone heading."""
_TEXT = 99
"""What is no heading ranks below all of them."""


def phases(blocks: Sequence[Block], titled: bool = False) -> tuple[frozenset[int], Block | None]:
    """Which headings are phases, and the one that merely wraps others.

    ``titled`` says that the page's title is none of them: a lone heading with a
    text of its own over deeper ones is then a phase beside those, and no title.
    The highest level that has several headings.  Where just one of them has
    nothing but further headings under it (``On the day``, with ``Arriving`` and
    ``The scan``) it wraps phases; where several have, they are the phases.
    """
    at = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    if not at:
        return frozenset(), None
    found, wrapper = _highest(blocks, at)
    if titled and wrapper is not None and _tells(blocks, blocks.index(wrapper)):
        found, wrapper = found | {blocks.index(wrapper)}, None
    elif titled and wrapper is None:
        found |= _under_the_only_one(blocks, found)
    return found | lone_last(blocks, at, found), wrapper


def _highest(blocks: Sequence[Block], at: Sequence[int]) -> tuple[frozenset[int], Block | None]:
    levels = sorted({blocks[index].level for index in at})
    top = [index for index in at if blocks[index].level == levels[0]]
    if len(top) == 1 and len(levels) > 1 and not is_numbered(blocks[top[0]].text):
        second = [index for index in at if blocks[index].level == levels[1]]
        if len(second) >= FEWEST:
            return frozenset(second), blocks[top[0]]
    wrappers = [index for index in top if len(_inside(blocks, index)) >= FEWEST]
    if len(wrappers) == 1 and len(top) > 1 and blocks[wrappers[0]].text.rstrip().endswith("?"):
        # What stands under a question answers it, and is no phase beside it.
        return frozenset(top), None
    if len(wrappers) == 1 and all(is_frequency(blocks[index].text) for index in _inside(blocks, wrappers[0])):
        return frozenset(top), None  # “Common” and “Rare” are nothing without the “Side effects” over them.
    if len(wrappers) == 1 and len(top) > 1 and stages.has_questions(blocks[wrappers[0]].text):
        return frozenset(top), None  # Small questions are one part, “Frequently asked questions”.
    if len(wrappers) == 1 and len(top) > 1 and stages.is_stage(blocks[wrappers[0]].text):
        return frozenset(top), None  # “Diet” and “Medicines” beside “After the scan” would be nobody's.
    if len(wrappers) == 1 and len(top) > 1 and not is_numbered(blocks[wrappers[0]].text):
        wrapper = wrappers[0]
        return frozenset(top) - {wrapper} | set(_inside(blocks, wrapper)), blocks[wrapper]
    return frozenset(top), None


def _inside(blocks: Sequence[Block], index: int) -> list[int]:
    """The headings directly under a heading that has no text of its own."""
    found: list[int] = []
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if block.kind is Kind.HEADING:
            if block.level <= blocks[index].level:
                break
            if not found or block.level <= blocks[found[0]].level:
                found.append(at)
        elif not found and block.kind is not Kind.RULE:
            return []
    return found


def named_over(blocks: Sequence[Block], wrapper: Block) -> str:
    """The name of a heading that wraps phases beside others, to be said with the first of them; none of a page's title.

    Before a question it would break the question in two.
    """
    beside = [block for block in blocks if block.kind is Kind.HEADING and block.level == wrapper.level]
    first = next((b for b in blocks[blocks.index(wrapper) + 1 :] if b.kind is Kind.HEADING), wrapper)
    asks = any(block.text.rstrip().endswith("?") for block in (wrapper, first))
    return name_of(wrapper.text) if len(beside) > 1 and not asks else ""


def joined(over: str, name: str) -> str:
    """The first part's name after that of the heading over it: ``On the day: Checking in``."""
    return f"{over}: {name}" if over else name


def _under_the_only_one(blocks: Sequence[Block], found: frozenset[int]) -> frozenset[int]:
    """The deeper headings under a heading with a text of its own, where the only one beside it says whom to ask."""
    own = [index for index in sorted(found) if not is_contact_heading(blocks[index].text)]
    if len(own) != 1 or len(found) == 1 or not _tells(blocks, own[0]):
        return frozenset()
    end = min((index for index in found if index > own[0]), default=len(blocks))
    inner = [index for index in range(own[0] + 1, end) if blocks[index].kind is Kind.HEADING]
    level = min((blocks[index].level for index in inner), default=0)
    under = frozenset(index for index in inner if blocks[index].level == level)
    return under if len(under) >= FEWEST else frozenset()


def _tells(blocks: Sequence[Block], index: int) -> bool:
    """Whether sentences stand right under a heading, and none that only leads in to the headings below it."""
    text = [block for block in below(blocks, index) if block.kind is not Kind.RULE]
    return bool(text) and is_prose(text[-1].text) and not text[-1].text.rstrip().endswith(":")


def below(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """What stands between a heading and the next."""
    ends = (at for at in range(index + 1, len(blocks)) if blocks[at].kind is Kind.HEADING)
    return blocks[index + 1 : next(ends, len(blocks))]


def with_nothing_under(blocks: Sequence[Block]) -> list[int]:
    """The headings inside a part that ask something, or say whom to ask, with nothing under them before the next.

    Any other may say all by itself: “Do not drive for a day”.
    """
    found: list[int] = []
    below = 0  # the level of the heading right under; 0 at the end of the part
    for at in range(len(blocks) - 1, -1, -1):
        text, level = blocks[at].text.rstrip("."), blocks[at].level
        if level and below <= level and (text.endswith("?") or is_contact_heading(text)):
            found.append(at)
        else:
            below = level or _TEXT
    return found


def heads_numbers(blocks: Sequence[Block], index: int) -> bool:
    """Whether a heading that says whom to ask has the number to ring under it: a part, and no farewell."""
    if not is_contact_heading(blocks[index].text):
        return False
    return any(
        helpline.has_number(b.text) or is_contact(b.text) or helpline.is_line(b.text) for b in below(blocks, index)
    )


def is_last_rule(blocks: Sequence[Block], index: int) -> bool:
    """Whether nothing but text stands below a line across the page."""
    after = blocks[index + 1 :]
    return bool(after) and not any(b.kind in (Kind.RULE, Kind.HEADING) for b in after)


def leads_a_run(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line stands apart over lines that stand together: ``Qué traer``, with a thing on each line."""
    above, line, *under = (blocks[i] if i >= 0 else None for i in range(index - 1, min(index + 3, len(blocks))))
    run = [block for block in under if block is not None and stands_alone(block) and block.line]
    if line is None or len(run) < FEWEST or run[1].line != run[0].line + 1:
        return False
    apart = above is None or above.kind is not Kind.PARAGRAPH or not stands_alone(above)
    return apart and run[0].line > line.line + 1


def lone_last(blocks: Sequence[Block], at: Sequence[int], found: frozenset[int]) -> frozenset[int]:
    """The page's last heading, deeper than the phases, that is a box of its own.

    It is the only one of its kind, or it tells when to ring (``Acuda si…``) or who cannot come what to do.
    """
    last, others = at[-1], [blocks[index].level for index in at[:-1]]
    warns = is_stem(blocks[last].text) and listed("labels", "calls").match(blocks[last].text)
    named = warns or listed("web_regions", "about_coming").fullmatch(bare(blocks[last].text))
    if last in found or len(found) < FEWEST or not (named or blocks[last].level > max(others)):
        return frozenset()
    return frozenset() if last - 1 in at or not below(blocks, last) else frozenset({last})


def is_inner(block: Block) -> bool:
    """Whether a line that stands alone is numbered as a part of a part: ``2.1 In the theatre``."""
    return stands_alone(block) and re.match(r"\d{1,2}\.\d{1,2}[.)]?\s+(?:[^\W\d_a-z]|¿)", block.text) is not None


def unnumbered(text: str) -> str:
    """A heading inside a phase without the number of its place: ``3.1. Fasting`` → ``Fasting``."""
    return re.sub(
        r"^(?!\d{1,2}\.\d\d\s(?i:[ap]\.?\s?m|h|hs|hrs|horas|hours)\b)"  # “7.30 am” is a time
        r"(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\d{1,2}[a-h]?[.)]|[a-h]\))\s+(?=[^\W\d_]|¿)",
        "",
        text,
    )


def _is_named_row(first: Block) -> bool:
    """Whether a row of a table is a name and what belongs to it, and so goes on with no heading: ``Fever: …``."""
    return first.row and ":" in first.text


def _untitled(stem: str) -> str:
    """The beginning of a sentence without a title's capitals: ``Call Our Ward If You Have`` → ``Call our Ward if …``.

    Only words of grammar are none of a name.
    """
    first, *words = stem.split(" ")
    titled = all(word[:1].isupper() for word in words) and not stem.isupper()
    small = [word.lower() if word.istitle() and word.lower() in triage.grammar() else word for word in words]
    return " ".join((first, *small)) if titled else stem


def lead_in(part: Part) -> None:
    """A heading that begins a sentence also says it: with the text that goes on below it, or over a list."""
    first = next(iter(part.blocks), None)
    part.name = _untitled(part.name) if is_stem(part.name) else part.name
    begins = part.name.strip().rstrip("?:….").rstrip()
    if first is None:
        return
    if is_stem(part.name) and first.kind is Kind.PARAGRAPH and first.text[:1].islower():
        for at in range(_goes_on(part.blocks)):
            block = part.blocks[at]
            part.blocks[at] = replace(block, text=f"{shouts.calm(begins)} {block.text}", breaks=(), lead=0)
    elif (is_stem(part.name) and not _tells_itself(part)) or (
        first.kind is Kind.ITEM and not _is_named_row(first) and _leads_points(part.name)
    ):
        part.blocks.insert(0, Block(Kind.PARAGRAPH, f"{begins}:", part.line))
    if is_stem(part.name) and helpline.has_number(part.name):
        part.name = _WITH_NUMBER.sub("", part.name, count=1)


def is_told_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether a heading only begins (“Give us a call if”) what the sentence under it tells: “Ring 01632 … if …”."""
    under = next(iter(blocks[index + 1 : index + 2]), None)
    whole = under is not None and under.kind is Kind.PARAGRAPH and calls.is_told(under.text)
    return whole and is_stem(blocks[index].text) and calls.is_told(blocks[index].text)


def _tells_itself(part: Part) -> bool:
    """Whether “Call us if” stands over sentences that say so themselves: “Bleeding is rare. Ring 01632 … if …”."""
    told = [block.text for block in part.blocks[:2] if block.kind is Kind.PARAGRAPH]
    if not calls.is_told(part.name) or not any(map(calls.is_told, told)):
        return False
    # “You have a fever.” is a case of it, whatever comes next.
    return calls.is_told(told[0]) or not is_to_listener(told[0])


def _leads_points(name: str) -> bool:
    return leads_list(name) or begins_list(name)


def _goes_on(blocks: Sequence[Block]) -> int:
    """How many paragraphs a heading begins: the first, and each after one that a semicolon or a comma ends.

    “Call us if” over “you bleed;” and “after a week you have:”, which is no fact without it.
    """
    at = 1
    while at < len(blocks) and blocks[at - 1].text.rstrip().endswith((";", ",")):
        small = blocks[at].kind is Kind.PARAGRAPH and not blocks[at].level and blocks[at].text[:1].islower()
        if not small:
            break
        at += 1
    return at


def spoken(block: Block, over_list: bool = False) -> Block:
    """A heading among paragraphs is said as a sentence, without its number: “**2. Numbing.** A spray …” → “Numbing.”"""
    if block.kind is not Kind.HEADING:
        return block
    return replace(block, kind=Kind.PARAGRAPH, text=as_sentence(unnumbered(block.text), over_list))


def as_sentence(text: str, over_list: bool = False) -> str:
    """A heading among sentences; one that breaks off, or begins the list under it, leads in to it."""
    if over_list or is_stem(text) or is_frequency(text):
        return f"{text.rstrip(':….').rstrip()}:"
    return text if re.search(r"[.!?:]$", text) else f"{text}."
