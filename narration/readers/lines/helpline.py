"""The number to ring: which contact lines are said.

A line that tells whom to ring, for what or when (``Dialysis unit: …``, ``Out
of hours: …``) is said where it stands in the text.  The sender's own number, on
a line with nothing but ``Tel:`` or in the strip over or under a page (``Hospital
· Street · number``), is not: it is said, with its name and at the end, only
where the text tells its listener to ring and no other number is said.  One for
emergencies or a time of its own is said wherever it stands, and one that is
only for nights is no number to ring by day.  Fax, e-mail and register numbers
never are.  The words are in ``data/furniture.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.language.brackets import without_brackets
from narration.readers.base import Block, line_at, lines_of, part_of
from narration.readers.lines import about, furniture
from narration.readers.vocabulary import BARS, bare, data, either

FEWEST_DIGITS = 7
NUMBER = re.compile(rf"(?<![\w/-])\+?\(?\d(?:[ ().‑–-]{{0,2}}\d){{{FEWEST_DIGITS - 1},}}")
_MONEY = re.compile(r"(?:[$€£]|US\$|S/)\s*\d[\d.,]*|\d[\d.,]*\s*(?:€|pesos|euros)")
NAMED = re.compile(
    r"(?P<name>(?=.*?[^\W\d_]{2})(?:.{2,70}?(?=\s*(?::|\s[–—-])\s*(?i:(?:ext(?:ensi[oó]n)?|anexo|int(?:erno)?|bleep|busca)\.?\s|"
    r"(?:via|through|por|a\stravés\sde)\s[^\d,:]{3,30},\s)?\+?\(?\d)"
    r"|[^\d,:|·•@]{3,50}(?=\s\+?\(?\d[\d ()-]{6,}\.?$)))"
)
NEXT_NUMBER = re.compile(r"(?<=[\d)])[,;/]?\s+(?:[/·|•]\s+)?(?=[^\W\d_a-z][^\d:.]{2,40}:\s*[\d(+])")
"""Between two numbers on one line, each after its name."""
_LABEL = re.compile(r"[^\W\d_a-z][^\d:.]{2,40}:\s+[^\W\d_]")
"""What tells, right under a number, for what or when its line is: “Out of hours: go to the Emergency Department”."""
_OUTER = " ,;/|·•"
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|(?<![\d-])(?<!\d )(?:19|20)\d\d\s?–\s?(?:19|20)\d\d(?![\d-]| \d)"
)
"""A day, or the years that figures are from: “2018–2022”."""


def asks(spoken: Iterable[Block]) -> bool:
    """Whether the text tells its listener to ring."""
    text = " ".join(block.text for block in spoken)
    return re.search(data("furniture")["contact"]["asks"], text, re.IGNORECASE) is not None


def asks_us(spoken: Iterable[Block]) -> bool:
    """Whether the text tells its listener to ring its sender: a number in the site's own lines may be meant."""
    text = " ".join(block.text for block in spoken)
    return re.search(data("furniture")["contact"]["asks_us"], text, re.IGNORECASE) is not None


def is_missing(spoken: Iterable[Block]) -> bool:
    """Whether the text tells its listener to ring, and no phone number is said.

    Nor one by day, where it says “ring us”, and whom to ring at night.
    """
    blocks = list(spoken)
    sentences = [sentence for block in blocks for sentence in _SENTENCE.split(block.text)]
    numbers = [sentence for sentence in sentences if has_number(sentence)]
    rings_us = either([data("furniture")["contact"]["rings_us"]])
    if any(rings_us.search(sentence) for sentence in sentences):
        return all(map(_is_of_others, numbers))
    return asks(blocks) and not numbers


def lacks_machine(spoken: Iterable[Block]) -> bool:
    """Whether the text tells to leave a message, and says no number beside that, over it or under it."""
    texts = [block.text for block in spoken]
    leaves = either([data("furniture")["contact"]["leaves_message"]])
    places = [at for at, text in enumerate(texts) if leaves.search(text)]
    return any(not has_number(" ".join(texts[max(at - 1, 0) : at + 2])) for at in places)


def _is_of_others(sentence: str) -> bool:
    """Whether the number of a sentence is not the one by which its sender is reached in the ordinary way."""
    urgent = re.match(data("furniture")["contact"]["for_urgent"], sentence, re.IGNORECASE) is not None
    return urgent or is_for_nights(sentence) or _is_for_topic(sentence)


def is_for_nights(sentence: str) -> bool:
    """Whether the one number of a sentence is for when its sender is not there."""
    nights = re.match(data("furniture")["contact"]["nights"], sentence, re.IGNORECASE) is not None
    return nights and len(NUMBER.findall(sentence)) == 1


def _is_for_topic(sentence: str) -> bool:
    """Whether the number of a sentence is for those only whom its label names: “Insulin pump: call 555 0147”."""
    topic = re.match(data("furniture")["contact"]["for_topic"], sentence, re.IGNORECASE)
    named = topic and re.search(data("furniture")["contact"]["of_sender"], topic["topic"], re.IGNORECASE)
    return topic is not None and not named


def has_number(text: str) -> bool:
    """Whether a phone number stands in a text."""
    return NUMBER.search(_MONEY.sub(" ", _DATE.sub(" ", furniture.CLOCKS.sub(" ", text)))) is not None


def is_line(text: str) -> bool:
    """Whether a contact line is a phone number that a patient may be told to ring."""
    other = re.search(data("furniture")["contact"]["other"], text, re.IGNORECASE)
    short = re.fullmatch(data("furniture")["contact"]["named_short"], text.strip()) is not None
    reached = furniture.is_emergency(text) or has_number(text) or _has_extension(text) or short
    return other is None and not about.facts(text)[0] and reached


def is_rung(text: str) -> bool:
    """Whether a contact line is one, or has the short number for a time of its own: “Out of hours: ring 111”."""
    return is_line(text) or is_for_a_time(text)


def tells_where(text: str) -> bool:
    """Whether a line says where to go when the others are not there: “Out of hours: Emergency Unit, ground floor”."""
    return re.fullmatch(data("furniture")["contact"]["where_at_hours"], text.strip(), re.IGNORECASE) is not None


def _has_extension(text: str) -> bool:
    """Whether a line that says whose it is, or for when, has a number inside the house: ``Ward 4: ext. 1100``."""
    return re.search(data("furniture")["contact"]["extension"], text, re.IGNORECASE) is not None


def names_whom(text: str) -> bool:
    """Whether a line says whose number it has, or what for: no mere ``Tel:``, and no hospital's own name."""
    name = NAMED.match(text.strip())
    return name is not None and is_line(text) and not (BARS.search(text) or is_nobody(name["name"]))


def is_nobody(name: str) -> bool:
    """Whether a name before a number does not say whom one reaches there about the visit."""
    return _is_called(name, "houses", "others", "mere_labels")


def _is_called(name: str, *kinds: str) -> bool:
    """Whether a name before a number is one of the ``kinds`` in the data."""
    words = [pattern for kind in kinds for pattern in data("furniture")["contact"][kind]]
    return either(words).fullmatch(bare(without_brackets(name))) is not None


def is_for_a_time(text: str) -> bool:
    """Whether a line has the number for a time of its own: ``On the night (after 7 pm): 0491 570 156``."""
    if is_line(text):
        timed = either(data("furniture")["contact"]["at_times"]).match(text.strip()) is not None
        return timed or furniture.is_emergency(text)
    words = data("furniture")["contact"]
    timed = either([*words["at_times"], *words["at_hours"]]).match(text.strip()) is not None
    return timed and re.search(words["short_number"], text) is not None


def goes_with(block: Block, said: Sequence[Block]) -> bool:
    """Whether a line is another way to reach the number that the last of what is ``said`` has right above it."""
    above = [(lines_of(last)[-1], line_at(last, len(last.text))) for last in said[-1:]]
    return is_second_way(block.text) and any(is_line(text) and line == block.line - 1 for text, line in above)


def is_for_hours(text: str) -> bool:
    """The same, or the number for the hours that the line names: ``8am to 5pm: Day unit, 01632 960123``."""
    if is_for_a_time(text):
        return True
    before = re.split(r":(?!\d)", text, maxsplit=1)[0]
    named = either(data("furniture")["contact"]["at_hours"]).match(text.strip()) is not None
    return is_line(text) and (named or (before != text and furniture.is_hours(before)))


def tells(text: str) -> bool:
    """Whether a contact line in the text is said in any case: it names whom to ring, what for, or when.

    So are opening hours that tell when the house is closed.
    """
    if furniture.tells_closed(text) or re.fullmatch(data("furniture")["contact"]["with_option"], text.strip()):
        return True
    return is_for_hours(text) or names_whom(text) or _with_hours(text, "houses", "others", "mere_labels")


def is_second_way(text: str) -> bool:
    """Whether a line right under a number that is said is for who cannot ring it: ``Textphone: 01632 960 942``."""
    return re.fullmatch(data("furniture")["contact"]["second_ways"], text.strip(" ."), re.IGNORECASE) is not None


def _with_hours(text: str, *unnamed: str) -> bool:
    """A number with its hours after it, and no ``unnamed`` kind before it: ``Unidad 920 555 010 (de 8:00 a 15:00)``."""
    hours = re.search(data("furniture")["contact"]["hours_span"], text, re.IGNORECASE)
    name = NAMED.match(text.strip())
    return is_line(text) and hours is not None and not (name and _is_called(name["name"], *unnamed))


def _tells_when(text: str) -> bool:
    """The same as ``tells``, or says when a mere ``Tel:`` is answered: ``Enquiries: 01632 960 250, 9am-5pm``."""
    return tells(text) or _with_hours(text, "houses", "others")


def told_by(spoken: Sequence[Block]) -> Callable[[str], bool]:
    """Which contact lines of the text are said beside what is ``spoken`` already: any, where it lacks a number.

    But none for what is not the visit: ``Complaints: 01632 960 377``.
    """
    return _is_own if is_missing(spoken) else _tells_when if asks(spoken) else tells


def _is_own(text: str) -> bool:
    name = NAMED.match(text.strip())
    return is_line(text) and not (name and _is_called(name["name"], "others"))


def by_number(block: Block) -> list[Block]:
    """The block, with each line that has a number to ring by itself: it is no sentence with the lines beside it."""
    inside = tuple(dict.fromkeys(block.breaks)) or tuple(match.end() for match in NEXT_NUMBER.finditer(block.text))
    edges = [0, *inside, len(block.text)]
    lines = [block.text[a:b].strip() for a, b in pairwise(edges)]
    rings = [furniture.is_contact(line) or is_for_a_time(line) for line in lines]
    cuts = [0]
    for at in range(1, len(lines)):
        told = tells(lines[at]) and _is_ended(lines[at - 1])
        named = lines[at][:1].isupper() and names_whom(lines[at])  # whatever is said after the number
        starts = (rings[at] or named) and (all(rings) or told or (is_line(lines[at]) and is_name(lines[at - 1])))
        follows = rings[at - 1] and cuts[-1] == edges[at - 1] and lines[at][:1].isupper()
        if starts or (follows and (at > 1 or _LABEL.match(lines[at]))):
            cuts.append(edges[at])
    if len(cuts) == 1:
        return [block]
    return [_cut_out(block, a, b) for a, b in pairwise([*cuts, len(block.text)])]


def is_name(line: str) -> bool:
    """Whether a line is nothing but names, each with a capital: ``Sleep Laboratory, Level 1, West Building``."""
    words = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", line)
    small = data("letterhead")["small"]
    return len(words) > 1 and words[-1] not in small and not any(w[0].islower() for w in words if w not in small)


def _is_ended(line: str) -> bool:
    return re.search(r"[.!?:\d)]$", line) is not None


def _cut_out(block: Block, start: int, end: int) -> Block:
    piece = part_of(block, start, end)
    lead = block.lead if not start and block.lead < end else 0
    return replace(piece, text=piece.text.strip(_OUTER), lead=lead)
