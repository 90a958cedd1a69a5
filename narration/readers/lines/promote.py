"""Headings that the format does not know as headings: numbered steps, bold lines, labels.

Each finder looks at the whole page and says which blocks begin with a heading:
one such line may be an accident, so it takes two of a kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, part_of
from narration.readers.lines import furniture, letters, senders
from narration.readers.lines.heading_words import begins_clause, is_remark, is_stem
from narration.readers.vocabulary import data, listed

FEWEST = 2
LEVEL = 6
"""A heading found here ranks below any that the format itself states."""
MOST_WORDS = 14
MOST_LEAD_WORDS = 9
MOST_LABEL_WORDS = 6
MOST_LOOSE_WORDS = 3
MOST_NUMBERED_WORDS = 5

_LABEL = re.compile(
    r"^(?P<name>¿?[^\W\d_a-z][^:.!;]{1,58}?(?:\s\([^()]{0,30}\d[^()]{0,30}\))?)\s*:\s+(?P<rest>\S.*)$", re.DOTALL
)
ENDS = re.compile(r"[.!;:,…]$")
_DOSE = re.compile(r"\d\s?(?:mg|mcg|µg|g|gr|ml|UI|IU|%)(?![^\W_])")
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
_STEP = re.compile(
    rf"(?P<step>(?:step|phase|stage|part|paso|fase|etapa|parte) (?:\d{{1,2}}|[ivx]{{1,4}}|{_NUMBER_WORDS})"
    r"(?:(?:\s(?:of|de)\s|/)\d{1,2})?)\b"
    r"(?:\s*[:.)·|–—-]+\s*|\s*$|\s+(?=\([^()]{3,40}\)[.:]\s))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ORDINAL = re.compile(
    r"(?!\d{1,2}\.[0-5]\d\s*[:–-])"
    r"(?:\d{1,2}(?:[a-h]|(?:\.\d{1,2})*)\s*(?:\)\.|[.):–-]|\.-)|\(\d{1,2}\)|[ivx]{1,4}[.)])\s+(?=\S)"
    r"|\d{1,2}(?:\.\d)+\s+(?!t\b|tesla)(?=¿|(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
"""“8.30: Settling in” is a time of day, and no number of a part."""

_PICTURES = re.compile(r"^(?:[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\s*)+(?=\w|[¿¡])")
"""“⚠ Call us if”."""

_DASHES = frozenset("-–—")
"""A dash between two words of a line is none."""

Split = tuple[str, int]
"""A heading's words, and the offset where the block's text goes on."""


def name_of(heading: str) -> str:
    """A heading's name without its number: ``Step 2: Lying down`` → ``Lying down``, ``1. Before`` → ``Before``."""
    text = _PICTURES.sub("", heading.strip().rstrip(":").strip())
    step = _STEP.match(text)
    if step and listed("part_names", "length").fullmatch(step["rest"].strip()):
        return text  # “Phase 2 · 40 min” has no other name
    if step:
        return step["rest"].strip().rstrip(":").strip() or step["step"].strip()
    number = _ORDINAL.match(text)  # “The wait (approx. 20 min)” has none, whatever its “x.” looks like
    return text[number.end() :].strip() or text if number else text


def step_of(heading: str) -> str:
    """A heading's number, where a word is with it, which is not announced: ``Step 2`` of ``Step 2: Lying down``."""
    step = _STEP.match(_PICTURES.sub("", heading.strip()))
    return step["step"] if step else ""


def is_numbered(heading: str) -> bool:
    """Whether a heading says itself that it is a phase: ``Phase 2: In the scanner``."""
    return _STEP.match(heading.strip()) is not None


def stands_alone(block: Block) -> bool:
    """A short line without a full stop: a title or a heading."""
    words = sum(word not in _DASHES for word in block.text.split())
    broken_off = block.text.isupper() and block.text.endswith(("…", "...")) and is_stem(block.text)  # “CALL US IF…”
    ended = ENDS.search(block.text) and not broken_off
    short = block.kind is Kind.PARAGRAPH and not block.depth and words <= MOST_WORDS and not ended
    named = listed("labels", "other_names").match(block.text)  # “Also called: needle test”, under a title
    return short and not named and not senders.is_room(block.text)


def promote(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with pseudo-headings as headings, unless the page has headings of its own."""
    if sum(b.kind is Kind.HEADING for b in blocks) >= FEWEST:
        return list(blocks)
    finders: list[Callable[[Sequence[Block], int], Split | None]] = [_step, _numbered_line, _bold_line]
    for finder in finders:
        found = [finder(blocks, index) for index in range(len(blocks))]
        if sum(split is not None for split in found) >= FEWEST:
            return [part for b, split in zip(blocks, found, strict=True) for part in cut(b, split)]
    return list(blocks)


def cut(block: Block, split: Split | None) -> list[Block]:
    """The heading that a block begins with, and what is left of the block."""
    if split is None:
        return [block]
    name, at = split
    heading = replace(block, kind=Kind.HEADING, text=name, level=LEVEL, marker="", lead=0, breaks=())
    rest = part_of(block, at, len(block.text))
    if not rest.text:
        return [heading]
    # What follows “During:” is a sentence now, and begins as one; what follows “Call us if:” goes on with it.
    text = rest.text if is_stem(name) else rest.text[:1].upper() + rest.text[1:]
    return [heading, replace(rest, kind=Kind.PARAGRAPH, text=text, strong=False)]


def _step(blocks: Sequence[Block], index: int) -> Split | None:
    """``Step 3: The scan`` with its text below or after it; a row of a table is all of its step: ``Phase 1: Walk``."""
    block = blocks[index]
    match = _STEP.match(block.text) if block.kind is not Kind.RULE and not block.row else None
    if match is None:
        return None
    at = match.start("rest")
    first = next((b for b in block.breaks if b > at), len(block.text))
    title = block.text[at:first].strip()
    if not title or not furniture.is_prose(title):
        return block.text[:first].strip(), first
    bracket = re.match(r"\((?P<name>[^()]{3,40})\)[.:]\s+", block.text[at:])
    if bracket:
        return f"{match['step']}: {bracket['name'][:1].upper()}{bracket['name'][1:]}", at + bracket.end()
    named = re.match(r"([^\W\d_][^:.!?;]{1,60})(?:(:)|[.?])\s+(?=\S)", block.text[at:])
    if named and is_few_words(named[1], MOST_LEAD_WORDS if named[2] else MOST_NUMBERED_WORDS):
        return f"{match['step']}: {named[1]}", at + named.end()
    return match["step"], at


def is_few_words(words: str, most: int) -> bool:
    """A few words that are no clause: ``Check in``, not ``You lie down``."""
    found = words.lower().split()
    return len(found) <= most and not set(found) & set(data("labels")["not_in_labels"])


def _numbered_line(blocks: Sequence[Block], index: int) -> Split | None:
    """``1. Before you arrive``, and what happens then below it."""
    block = blocks[index]
    following = next((b for b in blocks[index + 1 : index + 2]), None)
    if following is None or not block.marker.isdigit() or following.marker == str(int(block.marker) + 1):
        return None
    in_list = block.text[:1].islower() or (not block.strong and _ends_list(blocks, index))
    if in_list or (following.kind is Kind.ITEM and following.depth > block.depth and _is_led_in(blocks, index)):
        return None
    words = block.text[: block.breaks[0]].strip() if block.breaks and not block.strong else block.text
    short = len(words.split()) <= MOST_WORDS and not ENDS.search(words)
    return (words, len(words)) if short or block.strong else None


def _ends_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether a numbered line counts on from two points that are sentences right below one another."""
    at, depth = index, blocks[index].depth
    while at and blocks[at - 1].kind is Kind.ITEM:
        at -= 1
    ended = [b.depth == depth and b.marker.isdigit() and bool(ENDS.search(b.text)) for b in blocks[at:index]]
    return "11" in "".join(str(int(each)) for each in ended)


def _is_led_in(blocks: Sequence[Block], index: int) -> bool:
    """Whether a numbered line is a point of the list that a line over its first (``Once home:``) leads in to."""
    first = next((at for at in range(index, -1, -1) if blocks[at].marker == "1"), 0)
    return first > 0 and blocks[first - 1].kind is Kind.PARAGRAPH and blocks[first - 1].text.endswith(":")


def _bold_line(blocks: Sequence[Block], index: int) -> Split | None:
    """A short paragraph in bold type, or one whose first line is."""
    block = blocks[index]
    if block.kind is not Kind.PARAGRAPH or block.depth or is_remark(block.text):
        return None
    if block.strong and len(block.text.split()) <= MOST_WORDS and not block.text.endswith((",", ";")):
        return block.text, len(block.text)
    first = next(iter(block.breaks), 0)
    if block.lead and first and block.lead in (first - 1, first) and len(block.text[:first].split()) <= MOST_WORDS:
        return block.text[: block.lead].strip(), first
    return None


def label(block: Block, loose: bool = False) -> Split | None:
    """``Onset: Ketamine is given slowly.`` → the name, and where the text goes on.

    The name may be set off by bold type instead (``**The visit.** The doctor
    explains``), and then the block may be an item of a list.  Not a label: a
    remark (``Note:``), a time (``10:30``), a colon late in a sentence.
    ``loose`` also believes a short name before a lower-case letter.
    """
    if block.kind is Kind.HEADING or block.kind is Kind.RULE or furniture.is_contact(block.text):
        return None
    if block.lead and (found := _bold_lead(block)):
        return found
    match = _LABEL.match(block.text)
    if match is None or block.kind is not Kind.PARAGRAPH:
        return None
    name, begins = match["name"].strip(), match["rest"][0]
    if listed("labels", "answers_beside").match(block.text, match.start("rest")):
        return None  # “Pacemaker: No”: a name of what it answers
    if letters.is_salutation(name):
        return None  # “Señor paciente: lea esta hoja …”
    if _DOSE.search(name):
        return None  # “Paracetamol 1 g: 1 every 8 hours”: a medicine and how to take it
    # “The middle (about 10 to 40 minutes)” is a name of two words, and how long it takes.
    words = re.sub(data("labels")["time_beside"], "", name).split()
    if len(words) > (MOST_LEAD_WORDS if is_stem(name) else MOST_LABEL_WORDS) or is_remark(name):
        return None
    if begins.islower():
        clause = {word.lower() for word in words} & set(data("labels")["not_in_labels"])
        if not loose or ((len(words) > MOST_LOOSE_WORDS or clause) and not is_stem(name)):
            return None
    return name, match.start("rest")


def with_strong_lines(blocks: Sequence[Block], labelled: Sequence[Split | None]) -> list[Split | None]:
    """``**How do I get ready?**`` over a list, where other paragraphs begin with their names in bold type."""
    bold = sum(found is not None and bool(b.lead) and not b.strong for b, found in zip(blocks, labelled, strict=True))
    if bold < FEWEST:
        return list(labelled)
    return [found or _strong_line(block) for block, found in zip(blocks, labelled, strict=True)]


def _strong_line(block: Block) -> Split | None:
    alone = block.kind is Kind.PARAGRAPH and block.strong and not block.depth and not is_remark(block.text)
    short = len(block.text.split()) <= MOST_LEAD_WORDS and not block.text.endswith((".", ",", ";"))
    return (block.text.strip(), len(block.text)) if alone and short else None


def stem_line(blocks: Sequence[Block], index: int) -> Split | None:
    """``Tell us beforehand if:``, ``Risks:`` or ``Care at home:`` over a list, as the name of what stands in it."""
    block, following = blocks[index], next(iter(blocks[index + 1 : index + 2]), None)
    leads = block.kind is Kind.PARAGRAPH and not block.depth and not block.breaks
    if not leads or following is None or following.kind is not Kind.ITEM:
        return None
    name, colon = block.text.rstrip(": "), block.text.rstrip().endswith(":")
    named = listed("labels", "list_names").fullmatch(name) or (_is_name(name) and not begins_clause(name))
    return (name, len(block.text)) if is_stem(name) or (colon and named) else None


def _is_name(words: str) -> bool:
    """A few words with a capital that are no clause, and no lone verb: ``Care at home``."""
    return words[:1].isupper() and " " in words and is_few_words(words, MOST_LABEL_WORDS)


def begins_labels(blocks: Sequence[Block]) -> bool:
    """Whether the first block is one of several labels, not a title with a colon in it (``ECT: a guide``).

    A title says no sentence, and what follows it does: without a label, or with one in other letters.
    A line that is all in capitals, over one that is no label, is a title with what it says of itself
    (``KNEE SURGERY: THE FIRST WEEK``).
    """
    first, following = blocks[0], next(iter(blocks[1:]), None)
    if listed("letterhead", "subtitles").fullmatch(first.text):
        return False
    if first.text.isupper() and stands_alone(first) and following is not None and label(following) is None:
        return False
    if not label(first) or following is None or not furniture.is_prose(following.text):
        return label(first) is not None and listed("letterhead", "subtitles_after").search(first.text) is None
    return label(following) is not None and first.text.isupper() == following.text.partition(":")[0].isupper()


def _bold_lead(block: Block) -> Split | None:
    words, rest = block.text[: block.lead].strip(), block.text[block.lead :].lstrip()
    colon = re.match(r"[:–—-]\s*", rest)
    if not words or not rest or is_remark(words) or len(words.split()) > MOST_LEAD_WORDS:
        return None
    if not colon and not re.search(r"[.:?!–—-]$", words):
        return None
    at = len(block.text) - len(rest) + (colon.end() if colon else 0)
    begins = block.text[at : at + 1]
    return (words.rstrip(".:–—- "), at) if begins and not begins.islower() else None
