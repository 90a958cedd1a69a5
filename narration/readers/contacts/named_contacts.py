"""The number of somebody whom the text names, beside it: “ring Mrs Hale”, with “Secretary: Mrs Jo Hale, …” above.

It is said there, also where another number is said: one who is told to ring
somebody must be able to.  So must one who is told to ring “the nurse line”, or
“the unit”, with “Unit reception: …” above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.document import LeftOut
from narration.language.brackets import without_brackets
from narration.readers.base import Block, Kind, is_under_space, part_of
from narration.readers.contacts import letter_numbers, own_number
from narration.readers.lines import furniture, helpline, links, senders
from narration.readers.vocabulary import bare, data, either

FEWEST_LETTERS = 5
MOST_WORDS = 40
MOST_NAME_WORDS = 4
MOST_WORDS_IN_UNIT = 7
_BARS = re.compile(r"\s+[|•·]\s+|[,;]?\s+(?=\S+@\S+\.\w|www\.|https?:)")
"""What parts a number from what stands beside it; an address to write to begins by itself."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIRST_DIGITS = re.compile(r"\+?\(?\d")
_NOBODY = re.compile(r"(?!)")


def with_names(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; under “Contact us”, a name on the line over “Tel: 01632 …” goes on its line.

    So does a unit's name apart under the text, as otherwise nobody could hear whose number it is.  So do the hours
    under “Call or text 555 0148”; under a button to book, that is the sender's own number: “Call or text us at …”, or
    it would be heard as that of whom the sentence before the button tells to ring.
    """
    made: list[Block] = []
    asked = begun = False
    parted = list(_by_lines(blocks))
    for at, block in enumerate(parted):
        above = made[-1] if made else None
        asked = furniture.is_contact_heading(block.text) or (asked and block.kind is Kind.PARAGRAPH)
        begun = begun or _is_text(block)
        under = above is not None and block.line == above.line + 1 and block.kind is above.kind is Kind.PARAGRAPH
        size = _size_of_name([each.text for each in made[-2:]], block.text) if under else 0
        if size and (asked or (begun and _is_unit_apart(parted, at - size))):
            name, place = _without_place(made[-size].text)
            places = [replace(made[-size], text=place), *made[len(made) - size + 1 :]]
            at = _number_at(block.text)
            places.append(replace(block, text=block.text[:at].strip(" :("), breaks=(), lead=0))  # a mere “Tel:”
            made[-size:] = [replace(block, text=f"{name}: {block.text[at:]}", lead=0)]
            made += [replace(each, reason=furniture.CONTACT) for each in places if each.text]
        elif begun and under and above and own_number.is_called(above.text) and furniture.is_hours(block.text):
            made[-1] = replace(above, text=f"{above.text}, {block.text}")
        elif begun and above and not block.reason and own_number.is_called(block.text) and _is_button(above.text):
            made.append(replace(block, text=own_number.as_senders(block.text)))
        else:
            made.append(block)
    return made


def _by_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; under “Contact us”, one that has a name over its number comes line by line."""
    asked = begun = False
    for block in blocks:
        asked = furniture.is_contact_heading(block.text) or (asked and block.kind is Kind.PARAGRAPH)
        begun = begun or _is_text(block)
        edges = [0, *block.breaks, len(block.text)]
        lines = [block.text[start:end].strip() for start, end in pairwise(edges)]
        unit = begun and senders.is_body(lines[0])
        if (asked or unit) and any(_size_of_name(lines[max(at - 2, 0) : at], lines[at]) for at in range(1, len(lines))):
            yield from (part_of(block, start, end) for start, end in pairwise(edges))
        else:
            yield block


def _is_text(block: Block) -> bool:
    """Whether the page's own text has begun with it."""
    return not block.reason and block.text.endswith(".") and furniture.is_prose(block.text)


def _is_unit_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line under a blank one is a part of a house, and no whole house: “Colposcopy Clinic”."""
    name, above = blocks[at], blocks[at - 1] if at else None
    apart = above is None or above.kind is not Kind.PARAGRAPH or is_under_space(name, above)
    return apart and senders.is_body(_without_place(name.text)[0])


def _size_of_name(above: Sequence[str], number: str) -> int:
    """How many of the lines over a number say whose it is, and where: two of “Day Unit”, “Floor 3, West Wing”."""
    if above and _names_its_number(above[-1], number):
        return 1
    if len(above) < 2 or helpline.has_number(above[-1]) or furniture.is_prose(above[-1]):
        return 0
    placed = re.search(data("furniture")["contact"]["places"], above[-1], re.IGNORECASE)
    return 2 if placed and _names_its_number(above[0], number) else 0


def _without_place(name: str) -> tuple[str, str]:
    """“Day Unit, Level 2, West Hospital” → “Day Unit”, and where that is."""
    first, _, place = name.partition(", ")
    return first, place


def _number_at(text: str) -> int:
    match = _FIRST_DIGITS.search(text)
    return match.start() if match else 0


def _names_its_number(name: str, text: str) -> bool:
    """“Day Surgery Unit, Level 2” over “Tel: 01632 …”; no hospital's own name, which is that of the sender."""
    at = _number_at(text)
    contact = data("furniture")["contact"]
    mere = not bare(text[:at]) or either(contact["mere_labels"]).fullmatch(bare(text[:at]))
    name, _ = _without_place(name)
    named = len(name.split()) <= MOST_WORDS_IN_UNIT and helpline.is_name(name) and not helpline.has_number(name)
    own = either([*contact["houses"], *contact["others"]]).fullmatch(bare(name)) or re.search(
        contact["places"], name, re.IGNORECASE
    )
    return bool(mere) and helpline.is_line(text) and named and not own


def _is_button(text: str) -> bool:
    button = links.is_call(text) or links.is_booking(text)
    return button or furniture.line_reason(text) == furniture.NAVIGATION


def beside(spoken: Sequence[Block], left: Sequence[LeftOut]) -> list[Block]:
    """The spoken blocks; after each that tells to ring somebody comes that number, from among what is ``left`` out.

    After a point it comes when its list has ended.
    """
    said = _digits(" ".join(block.text for block in spoken))
    lines = [(line, _rung(line.text)) for item in left for line in _lines(item) if _digits(line.text) not in said]
    lines += [(line, calls) for line, calls in letter_numbers.of(left) if _digits(line.text) not in said]
    # “Ring us” needs no number where the text says the sender's later on.
    told = [_digits(each) for block in spoken for each in helpline.NUMBER.findall(block.text)]
    late = [line for line, _ in lines if any(each in _digits(line.text) for each in told)]
    lines = [(line, calls) for line, calls in lines if calls != letter_numbers.rings_us() or line not in late]
    made: list[Block] = []
    waiting: list[Block] = []
    for block in spoken:
        if block.kind is not Kind.ITEM and not block.depth:
            made += waiting
            waiting = []
        made.append(block)
        if block.kind is not Kind.HEADING:
            rung = [line for line, calls in lines if (met := calls.search(block.text)) and _is_meant(block, met)]
            waiting += dict.fromkeys(rung)
            lines = [(line, calls) for line, calls in lines if line not in rung]
        if helpline.has_number(block.text):
            lines = [(line, calls) for line, calls in lines if calls not in letter_numbers.before_any()]
    return made + waiting


def _is_meant(block: Block, met: re.Match[str]) -> bool:
    """Whether words that point above do so over the text, and not to a number right before them."""
    return met.re != letter_numbers.above() or not helpline.has_number(block.text[: met.start()])


def _lines(item: LeftOut) -> list[Block]:
    """The numbers to ring in a piece that is left out, each with whose it is."""
    pieces = [piece.strip().rstrip(".") for piece in _BARS.split(item.text)]
    rings = (piece for piece in pieces if helpline.is_line(piece) and helpline.has_number(piece))
    return [Block(Kind.PARAGRAPH, f"{piece}.", item.line) for piece in rings if len(piece.split()) <= MOST_WORDS]


def _rung(line: str) -> re.Pattern[str]:
    """What tells to ring one who is named before the number of a line, and does not say the number there."""
    names = line[: match.start()] if (match := _FIRST_DIGITS.search(line)) else ""
    words = data("furniture")["contact"]
    known = {word for word in map(str.lower, _WORD.findall(names)) if len(word) >= FEWEST_LETTERS}
    known -= set(words["no_names"])
    if either([*words["houses"], *words["others"]]).fullmatch(bare(names)):
        return _NOBODY
    calls = rf"\b(?:{words['rings']})\s"
    named = [rf"(?:[\w’'.-]+\s){{0,3}}?(?:{'|'.join(map(re.escape, sorted(known)))})"] if known else []
    named += [rf"(?:(?:{words['the']})\s)?{re.escape(whole)}" for whole in _called(names)]
    if not named:
        return _NOBODY
    # Of “ring the unit, or Ward 4 on …” the number is that of the second.
    here = rf"(?:(?!,?\s(?:{words['or']})\s)[^.!?]){{0,60}}\d{{3}}"
    return re.compile(rf"{calls}(?:{'|'.join(named)})\b(?!{here})", re.IGNORECASE)


def _called(names: str) -> list[str]:
    """How a text may call the one who has a number: “Unit reception” is the unit, or its reception."""
    whole = bare(without_brackets(names)).lower()
    words = _WORD.findall(whole)
    if not 0 < len(words) <= MOST_NAME_WORDS or either(data("furniture")["contact"]["mere_labels"]).fullmatch(whole):
        return []
    houses = set(data("furniture")["contact"]["units"])
    return [whole, *(word for word in words if word in houses and word != whole)]


def _digits(text: str) -> str:
    """The digits of a text, those of each number together."""
    return re.sub(r"\D", "", text)
