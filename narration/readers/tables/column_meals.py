"""A column called by what is also the name of a meal: “Comida” over what to eat all day.

“Día de la prueba, comida: Ayuno de sólidos” would be heard of lunch.  Beside a column for another meal (“Cena”)
the word is that of the meal, and stays.  The words are under ``column_meals`` in ``data/labels.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from narration.readers.vocabulary import data, either

_FEWEST_WORDS = 2
"""A cell of fewer words (“No”, “Lunch”) is no diet."""


def told(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The words over the columns of some ``rows``, with what is eaten for the name of a meal where it is none."""
    words = data("labels")["column_meals"]
    names = [head.strip("¿?: ") for head in heads]
    food = [at > 0 and either(words["food"]).fullmatch(name) is not None for at, name in enumerate(names)]
    made = list(heads)
    # Of a medicine “comida” tells what it is taken with: the rows must be days or hours.
    if not any(food) or not either(words["times"]).fullmatch(names[0]) or _has(words["others"], names):
        return made
    for at, head in enumerate(heads):
        cells = [row[at] for row in rows if at < len(row) and row[at]] if food[at] else []
        diet = [len(cell.split()) >= _FEWEST_WORDS and not either(words["beside"]).match(cell) for cell in cells]
        if cells and sum(diet) * 2 > len(diet):
            made[at] = words["say"] if head[:1].isupper() else words["say"].lower()
    return made


def _has(patterns: Sequence[str], names: Sequence[str]) -> bool:
    return any(either(patterns).fullmatch(name) for name in names)
