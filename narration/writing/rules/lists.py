"""Lists of more than three items, said in two sentences: “They also include …”, “You may also feel …”.

The list must end the sentence and follow a verb that takes it; a sentence
with a negation stays whole, because the second half would deny once more.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from narration.writing.sentences import counted, things
from narration.writing.sentences.clauses import command, says_subjects, stands
from narration.writing.sentences.enumerations import MOST_ITEMS, acts, after_adverbial, joined, said_again
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_IN_ITEM = 9
_COMMA = re.compile(r", (?![^()]*\))")
"""Between items; a comma inside brackets parts nothing."""
_FIGURE = re.compile(r"[\d.,:/–½¼¾-]+")


class _List(NamedTuple):
    stem: str
    items: list[str]
    joined_by: str


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or two with half of the list each."""
    grammar = words.grammar["lists"]
    found = _find(sentence, words)
    if found is None:
        return [sentence]
    if found.joined_by in grammar["either"] and not set(tokens(found.stem)) & set(grammar["open"]):
        # “Many people have A, B, C or D” says nothing of both halves.
        return [sentence]
    number = words.grammar["bullets"].get("number", r"(?!)")  # told once
    stem = said_again(re.sub(number, "", found.stem), words)
    if not stem or _ordered_of_all(found.stem, words):
        return [sentence]
    half = (len(found.items) + 1) // 2
    opens = [set(tokens(found.items[at])[:1]) & set(words.grammar["prepositions"]) for at in (0, half)]
    if things.is_governed(found.items, half, words) or (opens[1] and not opens[0]):
        return [sentence]  # “an ache in the jaw, in the ear, in the neck or …”
    first = f"{found.stem} {joined(found.items[:half], found.joined_by, words)}."
    stem = agreeing(stem, found.items[half], words)
    rest = [counted.shared(found.stem, found.items[0], found.items[half], words), *found.items[half + 1 :]]
    return [first, *apply(f"{stem} {joined(rest, found.joined_by, words)}.", words)]


def agreeing(stem: str, item: str, words: Vocabulary) -> str:
    """“There are also” before one thing: “There is also a light, a fan and a bell.”"""
    one = words.grammar["lists"].get("one_first", {})
    return str(one.get(stem, stem)) if set(tokens(item)[:1]) & set(words.grammar["definite"]) else stem


def _ordered_of_all(stem: str, words: Vocabulary) -> bool:
    """Whether an order comes next that holds for all that a case names: “Go to hospital and show the card.”

    After two sentences it would be heard of what the second names alone; an order with a case of its own would not.
    """
    if not set(tokens(stem)) & set(words.grammar["strict_conditions"]):
        return False
    return command(words.following, words) and not set(tokens(words.following)) & set(words.grammar["conditions"])


def _find(sentence: str, words: Vocabulary) -> _List | None:
    grammar = words.grammar["lists"]
    if not sentence.endswith(".") or not balanced(sentence) or ";" in sentence or ":" in sentence:
        return None
    if set(tokens(sentence)) & {*grammar["not_with"], *words.grammar["negative"]}:
        return None
    lead, head = after_adverbial(sentence[:-1], words)
    last = re.search(grammar["last"], head)
    if last is None:
        return None
    *before, final = *_COMMA.split(head[: last.start()]), head[last.end() :]
    if len(before) + 1 <= MOST_ITEMS:
        return None
    verbs = list(re.finditer(rf"\b(?:{'|'.join(grammar['verbs'])})\b{grammar['particle']}", before[0], re.IGNORECASE))
    if not verbs:
        return None
    stem, opening = before[0][: verbs[-1].end()], before[0][verbs[-1].end() :].strip()
    items = [opening, *before[1:], final]
    short = words.grammar["examples"]["short"]
    if _hangs_together(items, words) or any(re.search(rf"(?:{short})$", f"{item},") for item in items):
        return None  # “there are symptoms, e.g., tiredness, dizziness and a fast heart”
    if set(tokens(stem)) & set(words.grammar["relatives"]) - {"what", "how", "than"}:
        # “wounds that have been slow to heal, …”: the verb is not the list's own.
        return None
    if any(
        one == words.grammar.get("series") and verb in words.grammar.get("verb_bases", ())
        for one, verb in pairwise(tokens(stem))
    ):
        return None  # “weigh you and check your pulse, weight, …”: the first is not done twice
    if any(not _item(item, words) for item in items) or re.search(grammar["scope"], final):
        return None
    clauses = says_subjects(words) and any(stands(item, words, opening=False) for item in items[1:])
    if clauses or any(acts(item, words) for item in items[1:]):
        return None  # “take your pulse, ask you a few things and put …”: each has a verb of its own
    joints = {last["word"], words.grammar["bullets"]["and"], words.grammar["bullets"]["or"]}
    if any(tokens(item)[0] in joints for item in before[1:]):
        # “Wear loose sleeves, and bring a blanket, snacks and …”: the list is that of another verb; “sangre en la
        # saliva, o en la nariz, y náuseas”: one item is another's.
        return None
    if any(
        re.search(grammar["at_place"], one) and re.match(grammar["place"], next_one)
        for one, next_one in pairwise(items)
    ):
        return None  # “an infection of the skin, the teeth or the bladder” is one item
    return _List(f"{lead}{stem}", items, last["word"])


def _hangs_together(items: list[str], words: Vocabulary) -> bool:
    """Whether items need what stands with the first or the last: “(you) at 1, 3 and 6 months”, “to a, b and c”.

    A mere figure needs the unit that comes last; what comes after a preposition, or after somebody, needs that word;
    and one “your” may hold for all (“in your neck, shoulders and arms”).
    """
    if any(_FIGURE.fullmatch(item) for item in items[1:]):
        return True
    your = words.grammar["lists"].get("your_place", r"(?!)")
    if any(re.search(your, one) and len(following.split()) == 1 for one, following in pairwise(items)):
        return True
    added = words.grammar["lists"].get("added", r"(?!)")
    if any(re.match(added, item) for item in items[1:]) and not re.match(added, items[0]):
        return True  # “tiene forma de tubo, abierto por los dos lados, con luz y aire”
    places = words.grammar.get("signs", {}).get("bare_places", r"(?!)")
    if any(re.fullmatch(places, item) for item in items[1:]):
        return True  # “dolor en el pecho, cuello o mandíbula, mareo o náuseas”
    joints = {words.grammar["bullets"]["and"], words.grammar["bullets"]["or"]}
    if any(set(tokens(item)[-1:]) & joints for item in items):
        return True  # “un piquete y, en 3-5 min, el labio dormido”
    if _are_of_one(items, words):
        return True
    first = tokens(items[0])[:1]
    return bool(set(first) & set(words.grammar["lists"].get("reaches_on", ())))


def _are_of_one(items: list[str], words: Vocabulary) -> bool:
    """Whether the last things are what another is of: “the card and the results of HIV, hepatitis B and syphilis”."""
    named = [
        bool(set(tokens(item)[:1]) & {*words.grammar["articles"], *words.grammar.get("determiners", ())})
        for item in items
    ]
    of = words.grammar["lists"].get("of", r"(?!)")
    return any(
        named[at] and re.search(of, item) and not any(named[at + 1 :]) and all(named[: at + 1])
        for at, item in enumerate(items[:-1])
    )


def _item(item: str, words: Vocabulary) -> bool:
    found = tokens(re.sub(r"\([^)]*\)", "", item))
    clause = {*words.grammar["auxiliary"], *words.grammar["relatives"], *words.grammar["subordinators"]}
    return 0 < len(found) <= _MOST_WORDS_IN_ITEM and not clause & set(found)
