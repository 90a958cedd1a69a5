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

from narration.document import LeftOut
from narration.readers import about, furniture, senders
from narration.readers.base import Block, Kind, line_at, lines_of, part_of
from narration.readers.vocabulary import BARS, bare, data, either

FEWEST_DIGITS = 7
_NUMBER = re.compile(rf"(?<![\w/-])\+?\(?\d(?:[ ().‑–-]{{0,2}}\d){{{FEWEST_DIGITS - 1},}}")
_MONEY = re.compile(r"(?:[$€£]|US\$|S/)\s*\d[\d.,]*|\d[\d.,]*\s*(?:€|pesos|euros)")
_LABELLED = re.compile(
    r"[^\W\d_a-z][^\W\d_]+ (?:[^\d:.|·•]{2,40}(?:\s\d{1,2}\s?h(?:oras)?)?|\d{1,2}\s?h(?:oras|ours)?):\s*\+?\(?\d"
)
"""A number with its name: “Línea del Holter 24 h: 300 …”, “Emergencias 24 h: 300 …”."""
_PIECES = re.compile(r"\s+[·|•/]\s+")
_NAMED = re.compile(
    r"(?P<name>(?=.*?[^\W\d_]{2})(?:.{2,70}?(?=\s*(?::|\s[–—-])\s*(?i:(?:ext(?:ensi[oó]n)?|anexo|interno|bleep|busca)\.?\s|"
    r"(?:via|through|por|a\stravés\sde)\s[^\d,:]{3,30},\s)?\+?\(?\d)"
    r"|[^\d,:|·•@]{3,50}(?=\s\+?\(?\d[\d ()-]{6,}\.?$)))"
)
_NEXT_NUMBER = re.compile(r"(?<=[\d)])[,;/]?\s+(?:[/·|•]\s+)?(?=[^\W\d_a-z][^\d:.]{2,40}:\s*[\d(+])")
"""Between two numbers on one line, each after its name."""
_OUTER = " ,;/|·•"
MOST_NUMBERS = 2
MOST_LINES_BETWEEN = 4
"""A name so many lines over a number is still that of who is rung there."""
MOST_NAME_WORDS = 4
_HOUSE = re.compile(r",.*$|[.\s]+$", re.DOTALL)
"""The street and the town after a name: “Clínica Sol, C/ Mayor 8, Salamanca”."""
_STOPS = re.compile(r"\s+[·|•]\s+|(?<=[^\W\d_]{3}\.)\s+(?=[^\W\d_a-z])|(?<=\d\.)\s+(?=[^\W\d_a-z])")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")


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
        return all(_is_for_nights(number) or _is_for_topic(number) for number in numbers)
    return asks(blocks) and not numbers


def _is_for_nights(sentence: str) -> bool:
    """Whether the one number of a sentence is for when its sender is not there."""
    nights = re.match(data("furniture")["contact"]["nights"], sentence, re.IGNORECASE) is not None
    return nights and len(_NUMBER.findall(sentence)) == 1


def _is_for_topic(sentence: str) -> bool:
    """Whether the number of a sentence is for those only whom its label names: “Insulin pump: call 555 0147”."""
    topic = re.match(data("furniture")["contact"]["for_topic"], sentence, re.IGNORECASE)
    named = topic and re.search(data("furniture")["contact"]["of_sender"], topic["topic"], re.IGNORECASE)
    return topic is not None and not named


def has_number(text: str) -> bool:
    """Whether a phone number stands in a text."""
    return _NUMBER.search(_MONEY.sub(" ", _DATE.sub(" ", text))) is not None


def is_line(text: str) -> bool:
    """Whether a contact line is a phone number that a patient may be told to ring."""
    other = re.search(data("furniture")["contact"]["other"], text, re.IGNORECASE)
    reached = furniture.is_emergency(text) or has_number(text) or _has_extension(text)
    return other is None and not about.facts(text)[0] and reached


def is_rung(text: str) -> bool:
    """Whether a contact line is one, or has the short number for a time of its own: “Out of hours: ring 111”."""
    return is_line(text) or is_for_a_time(text)


def _has_extension(text: str) -> bool:
    """Whether a line that says whose it is, or for when, has a number inside the house: ``Ward 4: ext. 1100``."""
    return re.search(data("furniture")["contact"]["extension"], text, re.IGNORECASE) is not None


def names_whom(text: str) -> bool:
    """Whether a line says whose number it has, or what for: no mere ``Tel:``, and no hospital's own name."""
    name = _NAMED.match(text.strip())
    return name is not None and is_line(text) and not (BARS.search(text) or _is_nobody(name["name"]))


def _is_nobody(name: str) -> bool:
    return _is_called(name, "nobody", "mere_labels")


def _is_called(name: str, *kinds: str) -> bool:
    """Whether a name before a number is one of the ``kinds`` in the data."""
    words = [pattern for kind in kinds for pattern in data("furniture")["contact"][kind]]
    return either(words).fullmatch(bare(re.sub(r"\s*\([^()]*\)", "", name))) is not None


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
    if furniture.tells_closed(text):
        return True
    return is_for_hours(text) or names_whom(text) or _with_hours(text, "nobody", "mere_labels")


def is_second_way(text: str) -> bool:
    """Whether a line right under a number that is said is for who cannot ring it: ``Textphone: 01632 960 942``."""
    return re.fullmatch(data("furniture")["contact"]["second_ways"], text.strip(" ."), re.IGNORECASE) is not None


def _with_hours(text: str, *unnamed: str) -> bool:
    """A number with its hours after it, and no ``unnamed`` kind before it: ``Unidad 920 555 010 (de 8:00 a 15:00)``."""
    hours = re.search(data("furniture")["contact"]["hours_span"], text, re.IGNORECASE)
    name = _NAMED.match(text.strip())
    return is_line(text) and hours is not None and not (name and _is_called(name["name"], *unnamed))


def _tells_when(text: str) -> bool:
    """The same as ``tells``, or says when a mere ``Tel:`` is answered: ``Enquiries: 01632 960 250, 9am-5pm``."""
    return tells(text) or _with_hours(text, "nobody")


def told_by(spoken: Sequence[Block]) -> Callable[[str], bool]:
    """Which contact lines of the text are said beside what is ``spoken`` already: any, where it lacks a number."""
    return is_line if is_missing(spoken) else _tells_when if asks(spoken) else tells


def by_number(block: Block) -> list[Block]:
    """The block, with each line that has a number to ring by itself: it is no sentence with the lines beside it."""
    inside = tuple(dict.fromkeys(block.breaks)) or tuple(match.end() for match in _NEXT_NUMBER.finditer(block.text))
    edges = [0, *inside, len(block.text)]
    lines = [block.text[a:b].strip() for a, b in pairwise(edges)]
    rings = [furniture.is_contact(line) or is_for_a_time(line) for line in lines]
    cuts = [0]
    for at in range(1, len(lines)):
        told = tells(lines[at]) and _is_ended(lines[at - 1])
        named = lines[at][:1].isupper() and names_whom(lines[at])  # whatever is said after the number
        starts = (rings[at] or named) and (all(rings) or told or (is_line(lines[at]) and is_name(lines[at - 1])))
        if starts or (rings[at - 1] and cuts[-1] == edges[at - 1] and lines[at][:1].isupper() and at > 1):
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


def from_letterhead(lines: Sequence[Block], bodies: Sequence[Block] = ()) -> list[Block]:
    """The first number over a letter, to be said at its end, with the names that stand before it.

    Where none stands before it, that of the last of the ``bodies`` over it does.
    """
    found = next((line for line in lines if any(map(is_line, (line.text, *_PIECES.split(line.text))))), None)
    if found is None:
        return []
    pieces = [piece.strip() for piece in _PIECES.split(found.text)]
    at = next((at for at, piece in enumerate(pieces) if is_line(piece)), 0)
    names = [piece for piece in pieces[:at] if not re.search(r"\d|@", piece) and not furniture.is_contact(piece)]
    above = [_HOUSE.sub("", body.text) for body in bodies if 0 <= found.line - body.line <= MOST_LINES_BETWEEN]
    under = [_HOUSE.sub("", body.text) for body in bodies if 0 < body.line - found.line <= MOST_LINES_BETWEEN]
    text = _with_name(pieces[at], names or above[-1:] or under[:1])
    if not names and len(pieces) > 1:  # the hours of a bar over the page: “555 0100 | Mon to Fri 8 to 5 | Sat 8 to 1”
        text = ", ".join([text, *filter(furniture.is_hours, pieces[at + 1 :])])
    # Two numbers side by side, each with its name, are two sentences.
    text = _NEXT_NUMBER.sub(". ", text)
    # Whoever needs the first at another time needs the one for that time: “After-hours line: …”.
    timed = [line for line in lines if line is not found and is_for_hours(line.text) and not BARS.search(line.text)]
    others = [line for line in timed if 0 < line.line - found.line <= MOST_LINES_BETWEEN]
    said = [Block(Kind.PARAGRAPH, f"{as_senders(text).rstrip('.')}.", found.line)]
    return said + [Block(Kind.PARAGRAPH, f"{line.text.rstrip('.')}.", line.line) for line in others]


def for_questions(items: Sequence[LeftOut]) -> list[Block]:
    """A number beside the text under a heading that asks (“Questions?”), for a page that says no other one."""
    for asked, told in pairwise(items):
        heads = asked.text.rstrip().endswith("?") and furniture.is_contact_heading(asked.text)
        if heads and asked.reason == told.reason and is_line(told.text):
            text = re.sub(rf"({_NUMBER.pattern}) (?=[^\W\d_])", r"\1, ", told.text.rstrip("."), count=1)  # its hours
            return [Block(Kind.PARAGRAPH, f"{asked.text} {text}.", told.line)]
    return []


def _with_name(text: str, names: Sequence[str]) -> str:
    """A number after the sender's ``names``, where only its street or a mere ``Tel:`` stands before it."""
    number = _NUMBER.search(text)
    if number is None or not names or _NEXT_NUMBER.search(text):
        return text
    before = text[: number.start()].strip(" (:–—-")
    named = bool(before) and not _is_nobody(before) and not re.search(r"\d", before)
    return text if named else f"{', '.join(names)}: {text[number.start() :]}"


def _is_labelled(text: str) -> bool:
    """Whether a line is nothing but a number after what it is: ``Citas: 955 000 170``, ``Conmutador 955 000 100``."""
    name = _NAMED.match(text.strip())
    short = name is not None and len(name["name"].split()) <= MOST_NAME_WORDS
    return is_called(text) or (short and furniture.is_contact(text))


def is_called(text: str) -> bool:
    """“Call or text (303) 555-0148” and no more."""
    return re.fullmatch(data("furniture")["contact"]["called_at"], text.strip(" ."), re.IGNORECASE) is not None


def as_senders(text: str) -> str:
    """Such a line of the sender's own: “Call or text us at (303) 555-0148”; any other as it is."""
    us = data("furniture")["contact"]["called_us"] if is_called(text) else {}
    said = (re.sub(at, say, text, flags=re.IGNORECASE) for at, say in us.items())
    return next((each for each in said if each != text), text)


def from_footer(lines: Sequence[Block], wanted: bool = False) -> list[Block]:
    """The numbers of a page's footer, to be said at the end of the text: those with their names beside them.

    Where one is ``wanted``, the first that has a name or stands beside its sender's does, too.
    """
    for line in reversed(lines):
        named = [part.strip() for part in BARS.split(line.text) if _LABELLED.match(part.strip()) and is_line(part)]
        if 0 < len(named) <= MOST_NUMBERS:
            return [Block(Kind.PARAGRAPH, f"{as_senders(part).rstrip('.')}.", line.line) for part in named]
    if not wanted:
        return []
    parted = [Block(Kind.PARAGRAPH, piece, line.line) for line in lines for piece in _STOPS.split(line.text)]
    bodies = [part for part in parted if senders.is_body(part.text)]
    labelled = [part for part in parted if _is_labelled(part.text) and (bodies or names_whom(part.text))]
    return from_letterhead(labelled, bodies)
