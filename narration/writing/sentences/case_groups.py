"""Short cases of one instruction side by side: “si tiene fiebre o tos”, and how the last of them is joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.sentences import euphony
from narration.writing.sentences.case_items import is_clause
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_TOGETHER = 15


def grouped(cases: Sequence[str], word: str, verb: str, words: Vocabulary) -> list[str]:
    """Short ones two by two: “si tiene fiebre o tos”; what denies joins nothing before it."""
    groups: list[str] = []
    open_group = False
    for place, case in enumerate(cases):
        begin = f"{word} {verb} " if verb and case.startswith(f"{word} {verb} ") else f"{word} "
        rest = case[len(begin) :]
        denies = set(tokens(case)) & set(words.grammar["negative"])
        short = groups and len(groups[-1].split()) + len(rest.split()) < _MOST_WORDS_TOGETHER
        timed = re.search(words.grammar["signs"]["of_its_time"], rest)  # “A o infarto en las últimas 6 semanas”
        joinable = (
            open_group
            and short
            and not denies
            and not timed
            and not re.search(words.grammar["signs"]["takes_in"], groups[-1])
        )
        if joinable and groups[-1].startswith(begin):
            ends = not any(after.startswith(begin) for after in cases[place + 1 : place + 2])
            flat = (ends and "," not in groups[-1]) or len(groups[-1].removeprefix(begin).split()) == 1
            groups[-1] += _one_more(rest, words, flat=flat, alone=" " not in groups[-1].removeprefix(begin))
            open_group = False
        else:
            groups.append(case)
            open_group = True
    return groups


def _one_more(item: str, words: Vocabulary, *, flat: bool, alone: bool = False) -> str:
    """The last of a group with its joint; a list that has its own “o” has no other: “tos, dolor o fiebre”.

    Its “o” is its own where the list is not ``flat``, and goes on: “fiebre de más de 38 °C, o piel u ojos amarillos”.
    The place of the next would be heard of a thing ``alone``, too: “picor, o calor en la cara”.
    """
    listed, signs = re.search(r"\s[ou]\s(?P<last>.+)", item), words.grammar["signs"]
    one_more = [re.fullmatch(signs[key], listed["last"]) for key in ("described", "bare_places")] if listed else []
    one_more += [re.match(signs["amount_more"], listed["last"])] if listed else []
    of_one = listed and (re.search(signs["same_thing"], item) or any(one_more))
    if listed and flat and not of_one and not is_clause(item, words):
        return f", {item}"
    placed = alone and re.match(signs["of_a_place"], item)
    return f"{',' if listed or placed else ''} {euphony.joint('o', item, words)} {item}"
