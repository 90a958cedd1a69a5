"""What somebody does or is, as cases: “if you gain weight, feel unwell, or have a fever” → a sentence for each.

What is done may have things of its own with commas between them (“or are
allergic to latex, iodine or tape”); where a “not”, a modal or a “to” of the
first may hold for all, there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from narration.writing.sentences.clauses import has_verb, is_adverb, subordinate
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

_FEWEST_VERBS = 3
_FEWEST_WORDS = 2


def cases(text: str, pattern: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """Three verbs or more, each right after a comma, each with the person said again; none where that is not sure."""
    person = re.match(pattern["person"], text)
    found = _of_verbs(person, text[person.end() :], pattern, words) if person else []
    return [] if _share_a_time(found, pattern) else found


def with_things(text: str, pattern: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """Two verbs or more that surely are some, with what is done to what between them."""
    person = re.match(pattern["person"], text)
    found = _with_things(person, text, pattern, words) if person else []
    return [] if _share_a_time(found, pattern) else found


def _share_a_time(found: Sequence[str], pattern: Mapping[str, Any]) -> bool:
    """Whether a time at the end may hold for all: “if you have had a fit, or have fainted in the last month”."""
    *before, last = [*found, ""][: max(len(found), 1)]
    timed = re.search(pattern["lately"], last) is not None
    return timed and any(re.search(pattern["perfect"], one) and not re.search(pattern["lately"], one) for one in before)


def _of_verbs(person: re.Match[str], text: str, pattern: Mapping[str, Any], words: Vocabulary) -> list[str]:
    items = re.split(r",\s+", text)
    word = f"{words.grammar['or']} "
    known = {*words.grammar["verbs"], *words.grammar["auxiliary"]}
    if not items[-1].startswith(word):
        # “become breathless or have a fever”: two verbs with no comma between them.
        before, joint, last = items[-1].rpartition(f" {word}")
        items[-1:] = [before, f"{word}{last}"] if joint else items[-1:]
    if len(items) < _FEWEST_VERBS or not items[-1].startswith(word):
        return []
    items[-1] = items[-1].removeprefix(word)
    if not all(tokens(item) and tokens(item)[0] in known for item in items[1:]) or _reaches_on(items, words):
        return []
    return [f"{person['person']} {_perfect(items[0], item, pattern)}" for item in items]


def _with_things(person: re.Match[str], text: str, pattern: Mapping[str, Any], words: Vocabulary) -> list[str]:
    has = re.match(pattern["perfect"], text[person.end() :])
    perfect = has is not None or "’" in tokens(person["person"])[-1]
    items, parted = _parted(text[person.end() :], perfect, pattern, words)
    first = items[0]
    if (
        len(items) < _FEWEST_WORDS
        or not parted.endswith(f"{words.grammar['or']} ")
        or len(first.split()) < _FEWEST_WORDS
    ):
        return []
    if not all(balanced(item) for item in items) or _reaches_on(items, words):
        return []
    if re.search(pattern["of_all"], items[-1]):
        return []
    items = [*(_closed(item, words) for item in items[:-1]), items[-1]]
    first = items[0]
    if not parted.startswith(",") and any(_owns(item, words) for item in items[:-1]):
        return []
    plain = pattern["plain_person"].get(person["person"].replace("'", "’").lower(), person["person"])
    said = [
        f"{person['person']} {_perfect(first, item, pattern)}"
        if plain == person["person"] or re.match(pattern["participle"], item)
        else f"{plain} {item}"
        for item in items[1:]
    ]
    return [f"{person['person']} {first}", *said]


def _closed(item: str, words: Vocabulary) -> str:
    """Things whose “or” stood before the next verb have it before their last: “a rash, or a fever”."""
    before, comma, last = item.rpartition(", ")
    word = words.grammar["or"]
    bare = comma and tokens(last)[0] in words.grammar["articles"] and word not in tokens(last)
    return f"{before}, {word} {last}" if bare else item


def _parted(text: str, perfect: bool, pattern: Mapping[str, Any], words: Vocabulary) -> tuple[list[str], str]:
    """What is done, piece by piece, and the mark before the last of it."""
    bare = pattern["next_act"]
    items: list[str] = []
    parted = ""
    for mark, piece in re.findall(rf"(^|, or |, |{bare})(.+?)(?=, |{bare}|$)", text):
        if items and not _acts(piece, perfect, pattern, words):
            items[-1] += f"{mark}{piece}"
        else:
            items.append(piece)
            parted = mark
    return items, parted


def _acts(piece: str, perfect: bool, pattern: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether a piece surely begins with its verb: “are allergic”, “take any tablets”, after “have” a participle."""
    found = tokens(piece)
    if len(found) < _FEWEST_WORDS or ("’" in found[0] and found[0] not in words.grammar["modals"]):
        return False  # “you’ve been ill” has a person of its own
    if perfect and re.match(pattern["participle"], piece):
        return True
    if found[0] in words.grammar["auxiliary"] or found[0] in pattern["acts"]:
        return found[0] not in words.grammar["modals"] or found[0] in pattern["acts"]
    things = {*words.grammar["ordered"], *words.grammar["determiners"], *pattern["after_acts"]}
    return found[0] in words.grammar["verbs"] and (found[1] in things or is_adverb(found[1], words))


def _owns(item: str, words: Vocabulary) -> bool:
    """Whether what comes after this with no comma may hang on an inner clause of it, or on its “and”."""
    return subordinate(item, words) or (words.grammar["series"] in tokens(item) and has_verb(item, words, 1))


def _perfect(first: str, item: str, pattern: Mapping[str, Any]) -> str:
    """A participle with the “have” of the first: “if you have fainted, had a scan, or …” → “have had a scan”."""
    has = re.match(pattern["perfect"], first)
    return f"{has['have']} {item}" if has and re.match(pattern["participle"], item) else item


def _reaches_on(items: Sequence[str], words: Vocabulary) -> bool:
    """Whether a “not”, a modal or a “to” of the first may hold for all: “if you cannot eat, drink or pass urine”.

    A form after it that no modal can have (“or are sick”) shows that it does not.
    """
    before = {*words.grammar["negative"], *words.grammar["modals"]}
    own = set(words.grammar["auxiliary"]) - {"have", "do", "be", "need"}
    first = tokens(items[0])
    infinitive = any(one == "to" and verb in words.grammar["verb_bases"] for one, verb in pairwise(first))
    return (infinitive or bool(set(first) & before)) and tokens(items[-1])[0] not in own
