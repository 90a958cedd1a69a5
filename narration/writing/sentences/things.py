"""The things that somebody may have, as cases: “if you have a fever, chest pain or a rash” → two or more sentences.

The list is cut where no item needs its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.sentences import counted
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

FEWEST_THINGS = 3


def cases(text: str, pattern: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“if you have a fever, chest pain or a rash”: in two or more sentences, cut where no item needs its neighbour."""
    having = re.match(pattern["having"], text)
    items = re.split(r",\s+", text[having.end() :]) if having else []
    word = f"{words.grammar['or']} "
    if items and not items[-1].startswith(word):
        before, joint, last = items[-1].rpartition(f" {word}")
        items[-1:] = [before, f"{word}{last}"] if joint else items[-1:]
    if having is None or len(items) < FEWEST_THINGS or not items[-1].startswith(word):
        return []
    if set(tokens(items[0])[:1]) & set(words.grammar["negative"]):
        return []  # “if you have not had a scan, a blood test or …”
    if any(set(tokens(item.removeprefix(word))[:1]) & set(words.grammar["prepositions"]) for item in items):
        return []  # “a pump in your body or at your belt”: the last is no thing
    if not all(balanced(item) for item in items):
        return []  # “an implant (a disc called a pacemaker, for example), metal clips or …”
    acts = _acts(tokens(items[-1])[1:], words)
    if not all(thing(item, words) for item in (items[:-1] if acts else items)):
        return []
    if acts:
        # “… or feel faint”: the last is no thing, but what somebody does.
        person = _person(having["having"], items[-1].removeprefix(word), pattern)
        groups = _groups(items[:-1], word, words)
        return [*_having(having["having"], groups, word, words), f"{person} {items[-1].removeprefix(word)}"]
    shared = re.search(pattern["scope"], re.split(pattern["described"], items[-1])[0])
    shared = shared or re.search(pattern["unknown"], items[-1], re.IGNORECASE)
    groups = [items] if shared else _groups(items, word, words)
    return _having(having["having"], groups, word, words) if len(groups) > 1 else []


def _person(having: str, act: str, pattern: Mapping[str, Any]) -> str:
    """Who does the last: “if you have had” + “are ill” → “if you”, but + “been ill” → “if you have”."""
    person, _, had = having.rpartition(" ")
    perfect = re.match(pattern["perfect"], f"{person.rpartition(' ')[2]} {had}")
    return person.rpartition(" ")[0] if perfect and not re.match(pattern["participle"], act) else person


def thing(item: str, words: Vocabulary) -> bool:
    """Whether this names something and says nothing of it, but in a clause that describes it."""
    found = tokens(item)
    verbs = {*words.grammar["auxiliary"], *words.grammar["subordinators"]}
    described = re.search(words.grammar["cases"]["described"], item)
    item = re.sub(words.grammar["cases"].get("at_a_time", r"(?!)"), "", item)
    found = tokens(item)
    return not _acts(found, words) and (described is not None or not set(found) & verbs)


def _acts(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether these words are what somebody does: “feel faint”, “find it hard to breathe”."""
    verbs = {*words.grammar["verbs"], *words.grammar["verb_bases"]}
    does = found[0] in verbs and bool(set(found[1:2]) & set(words.grammar["ordered"]))
    return does or found[0] in words.grammar["cases"]["acts"]


def _having(having: str, groups: list[list[str]], word: str, words: Vocabulary) -> list[str]:
    first, *rest = [_joined(group, word, words) for group in groups]
    return [f"{having} {first}", *(f"{having} {counted.with_article(things, words)}" for things in rest)]


def _offers(item: str, words: Vocabulary) -> bool:
    """Whether an “or” in this parts two things; “38 or more” is one amount."""
    return re.search(rf"\s{words.grammar['or']}\s(?!{words.grammar['cases']['or_more']}\b)", item) is not None


def _groups(items: list[str], word: str, words: Vocabulary) -> list[list[str]]:
    """Lists inside the list end with their own “or”; a plain list has its seam nearest the middle."""
    closed = [at for at, item in enumerate(items) if item.startswith(word) or _offers(item, words)]
    if len(closed) > 1:
        groups: list[list[str]] = [[]]
        for at, item in enumerate(items):
            groups[-1].append(item)
            following = items[at + 1 :]
            if at in closed and following and (len(following) == 1 or not following[0].startswith(word)):
                groups.append([])
        # A group without its own “or” would be torn from the next.
        alone = all(any(word in f"{item} " for item in group) for group in groups)
        return groups if alone and not any(_bare(group, words) for group in groups[1:]) else [items]
    seams = [at for at in range(1, len(items) - 1) if _seam(items, at, words)]
    if not seams:
        return [items]
    length = [len(item.split()) for item in items]
    at = min(seams, key=lambda seam: abs(sum(length[:seam]) - sum(length[seam:])))
    return [items[:at], items[at:]]


def _bare(group: list[str], words: Vocabulary) -> bool:
    """Mere nouns (“neck or chest”), which may belong to what stands before them (“pain in the arm, neck or chest”)."""
    found = tokens(" ".join(group))
    return len(found) <= FEWEST_THINGS and not set(found) & {
        *words.grammar["articles"],
        *words.grammar["prepositions"],
    }


def _seam(items: list[str], at: int, words: Vocabulary) -> bool:
    """Whether the list may be cut before item ``at``: no preposition reaches over the seam from either side."""
    before, after = tokens(items[at - 1]), tokens(items[at])
    reaches_on = set(before) & set(words.grammar["prepositions"]) and after[0] not in words.grammar["articles"]
    # “A headache with fever, a stiff neck or …”: each of these may come with the first.
    reaches_on = reaches_on or set(before) & set(words.grammar["cases"]["together"])
    shares_end = len(before) == 1 and set(tokens(items[-1])) & set(words.grammar["prepositions"])
    if _shares_degree(items, at, words) or is_governed(items, at, words):
        return False
    return not reaches_on and not (shares_end and after[0] not in words.grammar["articles"])


def _shares_degree(items: list[str], at: int, words: Vocabulary) -> bool:
    """Whether item ``at`` may be as bad as one before it is said to be: “severe asthma, eczema or …”."""
    joint = words.grammar["or"]
    last = next((place for place in range(at, -1, -1) if len(set(tokens(items[place])) - {joint}) > 1), at)
    return last < at and tokens(items[last])[0] in words.grammar["cases"]["degrees"]


def is_governed(items: list[str], at: int, words: Vocabulary) -> bool:
    """Whether item ``at`` may be one more thing of a word before it: “a reaction to iodine, nuts or latex”."""
    before = ", ".join(items[:at])
    articles = words.grammar["articles"]
    own = [place for place in range(at + 1) if set(tokens(items[place])[:1]) & set(articles)]
    since = max((", ".join(items[:place]) for place in own), key=len, default="")
    governs = re.search(words.grammar["cases"].get("governs", r"(?!)"), before[len(since) :])
    return governs is not None and tokens(items[at])[0] not in articles


def _joined(group: list[str], word: str, words: Vocabulary) -> str:
    if len(group) == 1:
        return group[0].removeprefix(word)
    *before, last = group
    if _offers(last, words):
        together = set(tokens(before[-1])) & set(words.grammar["cases"]["together"])
        if not together and _shares_word(last, words):
            return f"{', '.join(before)}, {word}{last.removeprefix(word)}"
        return ", ".join(group)  # “a rash, a stain or pain”
    joint = ", " if len(before) > 1 or _offers(before[0], words) else " "
    return f"{', '.join(before)}{joint}{word}{last.removeprefix(word)}"


def _shares_word(item: str, words: Vocabulary) -> bool:
    """Whether two nouns of one item share the word before them (“yellow skin or eyes”), and end no list."""
    one, _, other = item.partition(f" {words.grammar['or']} ")
    first, articles = tokens(one), words.grammar["articles"]
    if first[0] in articles and len(tokens(other)) > 1 and tokens(other)[0] not in articles:
        return True  # “a cough or cold before a session”: one article, and one time, for both
    bare = len(first) > 1 and first[0] not in articles
    return bare and len(tokens(other)) == 1 and not set(first) & set(words.grammar["prepositions"])
