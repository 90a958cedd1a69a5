"""The words over a column, where they and a cell under them are said as one: ``How long it lasts``, over ``Hours``.

What stands in such a cell is no sentence and no name without them: a time
without its beginning (``20–60 min``, under ``Time since the dose``), two days
(``3 days before - a week after``, under ``From / until``), a mere number (``7``,
under ``Days before``), a time of day that is a shift.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from narration.readers.base import Block, Kind
from narration.readers.lines import helpline
from narration.readers.lines.about import REFERENCE
from narration.readers.tables import column_ends
from narration.readers.vocabulary import data, listed

_SPAN = re.compile(r"(?P<one>[^-–—,;:.]+?)\s+[-–—]\s+(?P<other>[^-–—,;:.]+)")
NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\s?(?:a|o|y|to|or|[-–])\s?\d{1,3})?)(?P<rest>$|\s*[(,;].*)")
_COUNT = re.compile(r"\d{1,2}(?P<what>\s?[^\W\d_][^\d.;]*)?")
_TURN = re.compile(r"(?P<name>[^\W\d_]{3,})\s(?:\d{1,2}(?:\s?(?:[-–]|a|y|to|and)\s?\d{1,2})?|[IVX]{1,4})")
"""“Week 2”, “Semanas 3 y 4”: one of several times in a row."""
OUTER = "¿?: "
HABITS = ("usually", "normalmente")
"""What is said of habits: of any cell, and not only of a number."""
FEWEST_LETTERS = 2
"""So few letters in capitals may be a word of their own: “OK”."""
_BLANK = re.compile(r"[_.…]{3,}\s?[^\W\d_]{0,10}")
"""A line to fill in, with its unit."""


class Row(NamedTuple):
    """A row’s cells, and the words over them, ``""`` over what is said without them."""

    cells: Sequence[str]
    heads: Sequence[str]


SAYS = re.compile(r"[\w✓✔✅☑👍✗✘✕✖×❌🚫⛔👎]|\+{2,}")
"""What a cell has that tells something: words, a number, a mark (“✔”), a degree (“++”)."""


def says(cell: str) -> bool:
    """Whether a cell tells something; “n/a” is an empty cell to a listener."""
    return SAYS.search(cell) is not None and listed("labels", "column_nothing").fullmatch(cell) is None


def dials(head: str, cell: str) -> bool:
    """Whether words over a number order to dial it, which they go on in: “Fainting: call 911”."""
    number = helpline.has_number(cell) or re.match(r"\d{3}\b", cell) is not None
    return number and listed("labels", "column_dials").fullmatch(head.strip(OUTER)) is not None


def _counted(cells: Sequence[str], heads: Sequence[str]) -> Row | None:
    """A row under times one after another, “Week 1”, “Week 2”: a mere number counts what the first one does.

    It is said with the row's name, “Steroid, week 2: 3 times a day”, and not “Week 2: 3”.
    """
    turns = [_TURN.fullmatch(head.strip()) for head in heads[1:]]
    names = {turn["name"].lower().rstrip("s") if turn else "" for turn in turns}
    found = [_COUNT.fullmatch(cell) for cell in cells[1:]]
    what = next((match["what"] or "" for match in found if match), "")
    mere = [match is not None and match["what"] is None for match in found]
    if len(names) != 1 or "" in names or not what or not any(mere):
        return None
    said = [_times(cell, what) if bare else cell for cell, bare in zip(cells[1:], mere, strict=True)]
    over = [f"{cells[0]}, {lowered(head)}" if bare else head for head, bare in zip(heads[1:], mere, strict=True)]
    return Row([cells[0], *said], [heads[0], *over])


def _times(number: str, what: str) -> str:
    """“3” and “ times a day” → “3 times a day”; of one, “1 time a day”."""
    one = re.sub(r"(?<=[^\W\d_]{2})s\b", "", what.replace("veces", "vez"), count=1)
    return f"{number}{one if number == '1' and 's' in what.split()[0].split('/')[0][-1:] else what}"


def lowered(head: str) -> str:
    """The words over a column inside a sentence; an acronym keeps its capitals."""
    return head[:1].lower() + head[1:] if head[1:2].islower() else head


def capitalised(head: str) -> str:
    return head[:1].upper() + head[1:]


def together(cells: Sequence[str], heads: Sequence[str]) -> Row:
    """The row, with the words over its columns in its cells where they are said as one."""
    if len(cells) != len(heads) or len(cells) < 2:
        return Row(cells, heads)
    if counted := _counted(cells, heads):
        return counted
    told = [
        _told(head, cell) or _ordered(cells[0], head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True)
    ]
    said = [cell if each is None else each for each, cell in zip(told, cells[1:], strict=True)]
    for at, each in enumerate(said):
        often = any(listed("labels", "rates").search(cell) for cell in said[:at])
        if often and (lasts := _lasting(heads[at + 1], each)):
            told[at] = said[at] = lasts
    left = [head if each is None else "" for each, head in zip(told, heads[1:], strict=True)]
    return Row([_key(heads[0], cells[0]), *said], [heads[0], *left])


def without_blanks(cells: Sequence[str], heads: Sequence[str], line: int) -> tuple[Sequence[str], list[Block]]:
    """A row without its cells that are a line to fill in (“____ mls”, under “Dose”), and those, left out."""
    blank = [at > 0 and _BLANK.fullmatch(cell) is not None for at, cell in enumerate(cells)]
    if len(cells) != len(heads) or not any(blank):
        return cells, []
    left = [f"{head.strip(OUTER)}, {cell}" for head, cell, out in zip(heads, cells, blank, strict=True) if out]
    rest = ["" if out else cell for cell, out in zip(cells, blank, strict=True)]
    return rest, [Block(Kind.PARAGRAPH, f"{cells[0]}: {'; '.join(left)}", line, reason=REFERENCE)]


def _key(head: str, cell: str) -> str:
    """A first cell: ``20–60 min`` → ``20–60 min after the dose``; ``Mañana (8-12)`` → ``Turno mañana (8-12)``."""
    name = head.strip(OUTER)
    if since := timed(head, cell):
        return since
    if noun := _noun_for(name, cell):
        return f"{noun} {lowered(cell)}"
    shift = listed("labels", "column_shifts").fullmatch(name)
    return f"{name} {cell[:1].lower()}{cell[1:]}" if shift and listed("labels", "shifts").match(cell) else cell


def _noun_for(head: str, cell: str) -> str:
    """The noun that a first cell does without: “Complicación”, over “Relacionadas con …” → “Complicaciones”."""
    wants = listed("labels", "column_wants_noun").match(cell)
    if wants is None or not re.fullmatch(r"[^\W\d_]{4,}(?: [^\W\d_]{4,})?", head):
        return ""
    many = wants["en"] or wants["several"]
    for at, say in data("labels")["column_nouns"].items():
        if (found := re.fullmatch(at, head, re.IGNORECASE)) and bool(wants["en"]) == ("en" in found.groupdict()):
            agrees = wants["en"] or bool(wants["feminine"]) == ("feminine" in found.groupdict())
            return capitalised(found.expand(say) if many else head) if agrees else ""
    return ""


def timed(head: str, cell: str) -> str:
    """A length of time with the words over it: ``2 weeks`` under ``Time before`` → ``2 weeks before``; else ``""``."""
    name = head.strip(OUTER)
    told = data("labels")["column_since"]
    since = next((re.sub(at, say, name) for at, say in told.items() if re.match(at, name)), "")
    if since and listed("labels", "column_mere_times").fullmatch(cell):
        return f"{cell} {since}"
    unit = listed("labels", "column_key_units").fullmatch(name)
    if unit is None or not NUMBER.fullmatch(cell):
        return ""
    many = unit["unit"].lower()
    return f"{cell} {of_one(many) if cell == '1' else many} {unit['side']}"


def of_one(unit: str) -> str:
    """A unit of time as the number one has it: “days” → “day”."""
    return re.sub(r"^(mes)es$|^(\w+)s$", r"\1\2", unit)


def _told(head: str, cell: str) -> str | None:
    """A cell with the words over it, or one that needs none (“every 4 hours”, under “When”); else ``None``."""
    name = head.strip(OUTER)
    if ends := listed("labels", "column_from_to").fullmatch(name):
        span = _SPAN.fullmatch(cell)
        return f"{ends['begin'].lower()} {span['one']} {ends['end'].lower()} {span['other']}" if span else cell
    if listed("labels", "column_whens_alone").fullmatch(name) and listed("labels", "rates").search(cell):
        return cell
    lasts = listed("labels", "column_lasts").fullmatch(name)
    if lasts and (listed("labels", "lengths").match(cell) or listed("labels", "lengths_beside").match(cell)):
        return f"{lasts['verb']} {cell[:1].lower()}{cell[1:]}"
    if until := column_ends.told(name, cell):
        return until
    if listed("labels", "column_days").fullmatch(name) and listed("labels", "column_own_times").match(cell):
        return cell
    if begin := unsure(name):
        return _hedged(begin, cell)
    for key, begin in (("column_for_long", "for"), ("column_for_long_es", "durante")):
        if listed("labels", key).fullmatch(name) and re.match(r"\d", cell) and listed("labels", "lengths").match(cell):
            return f"{begin} {cell}"
    unit = listed("labels", "column_units").fullmatch(name)
    if unit and re.match(r"not?\s\w+\s\w+[^\d]*$", cell, re.IGNORECASE):
        return cell  # “Not on the day”, under “Hours before arrival”
    if unit and listed("labels", "column_calls").match(cell):
        return cell  # “Ring us first”
    unit = unit or (listed("labels", "column_counts").fullmatch(name) if re.fullmatch(r"\d{1,3}", cell) else None)
    if unit and (number := NUMBER.fullmatch(cell)):
        named = unit["unit"].lower()
        named = re.sub(r"^(\w+)s\b", r"\1", named) if number["number"] == "1" else named
        return f"{number['number']} {named}{number['rest']}"
    return None


def _lasting(head: str, cell: str) -> str | None:
    """How long something is taken that an earlier cell says how often to take: ``for 7 days``, under ``Duration``."""
    lengths = data("labels")["column_durations"].items()
    begin = next((say for at, say in lengths if re.fullmatch(at, head.strip(OUTER), re.IGNORECASE)), "")
    timed = re.match(r"\d", cell) and listed("labels", "lengths").match(cell)
    return f"{begin} {cell}" if begin and timed else None


def _hedged(begin: str, cell: str) -> str | None:
    """A cell with how sure it is: ``usually the same day``; only a number is “about” anything."""
    if listed("labels", "column_unsure_already").match(cell):
        return cell
    habit = begin in HABITS
    timed = listed("labels", "column_unsure_times").match(cell) if habit else cell[:1].isdigit()
    return f"{begin} {lowered(cell)}" if timed else None if habit else cell


def unsure(head: str) -> str:
    """What says right before a time how sure the words over it are: ``Typical time`` → “usually”; else ``""``."""
    name = head.strip(OUTER)
    hedges = data("labels")["column_unsure"]
    return next((say for pattern, say in hedges.items() if re.fullmatch(pattern, name, re.IGNORECASE)), "")


def _ordered(key: str, head: str, cell: str) -> str | None:
    """At a time, an order over things goes on in them: ``8 hours``, ``Stop giving`` over ``Solid food``."""
    name = head.strip(OUTER)
    timed = listed("labels", "column_mere_times").fullmatch(key) or listed("labels", "column_times").match(key)
    own = listed("labels", "column_own_orders").match(cell) or not re.match(r"[^\W\d_]{2}", cell)
    if not timed or own or not listed("labels", "column_orders_things").fullmatch(name):
        return None
    return f"{name[:1].lower()}{name[1:]} {cell[:1].lower() if cell[1:2].islower() else cell[:1]}{cell[1:]}"


def said_once(cells: Sequence[str], heads: Sequence[str]) -> Row:
    """A row; “do not stop” under both “Last dose” and “Restart”, as a cell over two columns is, has neither word.

    Under any others it has both: “Day before: continue. Day of surgery: continue”; under all columns of one name it
    has that name: “Last dose: 3 days before”, under “Last dose, kidneys normal” and “Last dose, kidneys weak”.
    """
    made, over = list(cells), list(heads)
    for at in range(2, len(cells) if len(cells) == len(heads) else 0):
        again = any(listed("labels", "column_again").fullmatch(head.strip(OUTER)) for head in heads[at - 1 : at + 1])
        if cells[at] == cells[at - 1] and again and listed("labels", "column_keeps").match(cells[at]):
            over[at - 1] = made[at] = ""
    for name in {head.partition(", ")[0] for head in heads[1:] if ", " in head} if len(cells) == len(heads) else ():
        places = [at for at, head in enumerate(heads) if at and head.partition(", ")[0] == name]
        if len(places) > 1 and len({made[at] for at in places}) == 1:
            over[places[0]] = name
            for at in places[1:]:
                made[at] = ""
    return Row(made, over)


def answered(key: str, head: str, cell: str) -> str:
    """``Knee`` under ``Does the head go in?`` and over ``No``: ``Knee: does the head go in? No``; ``""`` for others."""
    asked = head.strip(OUTER)
    if not head.rstrip().endswith("?") or not listed("labels", "column_answers").match(cell):
        return ""
    if listed("labels", "column_bare_questions").fullmatch(head.strip()):
        return ""
    opens = "¿" if head.lstrip().startswith("¿") else ""
    return f"{key}: {opens}{lowered(asked)}? {cell[:1].upper()}{cell[1:]}"


def allowed(key: str, facts: Sequence[tuple[str, str]]) -> str:
    """``Bread`` with white bread under “Allowed”, beside a column “Not allowed”: ``Bread, allowed: White bread``.

    Only one of the two said would leave open what the other column tells; ``""`` for a row with no such columns.
    """
    (head, cell), *others = [(head.strip(OUTER), cell) for head, cell in facts]
    if not listed("labels", "column_allows").fullmatch(head) or listed("labels", "column_answers").match(cell):
        return ""
    if not any(listed("labels", "column_forbids").fullmatch(other) for other, _ in others):
        return ""
    head = head if head.isupper() and len(head) <= FEWEST_LETTERS else head.lower()
    return f"{key}{' –' if ',' in key else ','} {head}: {cell}"


def as_sentence(head: str) -> str:
    """Words that hedge what is under them, over all the rows: ``Qué suele pasar`` → ``Esto es lo que suele pasar``."""
    name = head.strip(OUTER)
    for at, say in data("labels")["column_hedge_begins"].items():
        name = re.sub(at, say, name, flags=re.IGNORECASE)
    return name
