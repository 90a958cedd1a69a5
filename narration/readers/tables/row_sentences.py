"""A row of several columns as sentences: “Milk, stop in the morning: 4 a.m.”, “When to stop at noon: 9 a.m.”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.brackets import without_brackets
from narration.readers.tables import cell_sentences, cells_alone, column_heads, column_keys, column_lights, column_words
from narration.readers.vocabulary import listed

MOST_WORDS = 20
_STOPS = re.compile(r";|[.!?]\s+[^\W\d_a-z]|[^\W\d_]{3}[.!?]$")
_ANSWERED = re.compile(r"[:?] (?:yes|no|sí)$", re.IGNORECASE)
_Fact = tuple[str, str]
"""The words over a column, and a cell under them."""


def named(cells: Sequence[str], heads: Sequence[str]) -> str:
    """A row with the words over its columns: ``Milk, stop in the morning: 4 a.m.; when to stop at noon: 9 a.m.``.

    A column is a sentence of its own, so that each is heard with its name, but
    for short ones that explain themselves.
    """
    key = _keyed(cells[0], heads[0])
    facts = [(head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True) if column_words.SAYS.search(cell)]
    facts = [fact for fact in facts if not listed("labels", "column_nothing").fullmatch(fact[1])] or facts
    if not facts:
        return key
    if key.endswith("?"):
        answers = [f"{column_words.capitalised(head.strip('¿?: '))}: {cell.rstrip('.')}" for head, cell in facts]
        return ended(f"{key} {'. '.join(answers)}")
    plain = [not head or (column_heads.explains_itself(head) and not column_heads.asks_when(head)) for head, _ in facts]
    short = sum(len(cell.split()) for cell in (key, *(cell for _, cell in facts))) <= MOST_WORDS
    if all(plain) and short and not any(_STOPS.search(cell) or cells_alone.begins_sentence(cell) for _, cell in facts):
        return f"{key}: {'; '.join(cell for _, cell in facts)}".replace("; for ", ", for ").replace(
            "; durante ", ", durante "
        )
    return _with_others(key, _first(key, facts, plain[0]), facts)


def _keyed(key: str, head: str) -> str:
    """The name of a row, with the word over its column where it is a mere sign, “Category 3”, or is of its kind."""
    timed = re.search(r"\d[:.]\d\d|\d\s?hs?$", key) and listed("labels", "column_silent").fullmatch(head.strip("¿?: "))
    if head and not timed and not re.search(r"[^\W\d_]{2}", key):
        name = column_keys.counted(head.rstrip(" :.…"), key)
        return f"{name} {key}"
    return column_keys.of_kind(head.strip(" :.…"), key)


def _first(key: str, facts: Sequence[_Fact], plain: bool) -> str:
    """The row's name and its first cell; ``plain``: what stands over that explains itself."""
    over = facts[0][0].strip("¿?: ")
    acts = any(listed("labels", key).fullmatch(over) for key in ("column_actions", "column_things", "column_diets"))
    first = plain or acts or cell_sentences.says_again(*facts[0])
    verdict = column_words.allowed(key, facts)
    said = verdict or (f"{key}: {facts[0][1]}" if first else cell_sentences.with_head(key, *facts[0]))
    # “Morning of, upper EUS” would go on with the row's name, and “green light” would be its colour
    apart = "," in without_brackets(over) or column_lights.is_light(over)
    if not first and not verdict and (apart or cell_sentences.labelled(over) != over):
        label = cell_sentences.inside(facts[0][0])  # “Cannula, the place: Nose” is hard to follow
        said = f"{key.rstrip('.')}. {label[:1].upper()}{label[1:]}: {facts[0][1]}"
    return said


def _with_others(key: str, said: str, facts: Sequence[_Fact]) -> str:
    """The row's first cell, already said, and the others, each as a sentence of its own."""
    last = facts[0][1]
    for head, cell in facts[1:]:
        # A sentence of its own needs the word over its column, which one that is short enough does not: “1 in 20”.
        kept = listed("labels", "column_pauses").fullmatch(head) and listed("labels", "column_keeps").match(cell)
        told_of_it = cells_alone.of_it(cell)
        needless = cells_alone.needs_none(head, cell) or cell_sentences.says_again(head, cell)
        silent = needless or kept is not None or bool(told_of_it)
        asked = not silent and column_heads.asks_whether(head)
        over = f"{head.strip()} {cell}" if asked else cell_sentences.beside_name(head, cell)
        fact = (told_of_it or cell) if silent else over
        if listed("labels", "column_whens_alone").fullmatch(head.strip("¿?: ")):
            fact = listed("labels", "column_day_times").sub(lambda day: day[0].lower(), fact, count=1)
        if not (silent or asked) and listed("labels", "answers_with_more").match(cell):
            fact = cell_sentences.with_head(key, head, cell)  # “Stay, heart: No. Stay, bone: Yes, 2 days”
        told, last = last, cell
        if silent and cells_alone.goes_on(fact) and not (_STOPS.search(told) or re.search(r"[,/]", told)):
            said += f", {fact}"  # “dose: 1 tablet. How often: 8 hours, 3 days”
            continue
        said = re.sub(r"(?<=[^\W\d_]{3})\.$", "", said)
        said += f"; {fact}" if said.endswith(".") else f". {fact[:1].upper()}{fact[1:]}"  # after “4 a.m.”
    return ended(re.sub(r"(?<=[^\W\d_]{3})\.$", "", said))


def ended(said: str) -> str:
    """A row that ends with an answer, with its full stop: “Fasting? No” would go on in the name of the next row."""
    return f"{said}." if _ANSWERED.search(said) else said
