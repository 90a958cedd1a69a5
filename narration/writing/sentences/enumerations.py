"""Things in a row inside a sentence: how they are joined, and how what leads in to them is said once more."""

from __future__ import annotations

import re

from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import command, is_adverb, main_clause, says_subjects, subject
from narration.writing.sentences.subjects import again
from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

MOST_ITEMS = 3


def joined(items: list[str], word: str, words: Vocabulary) -> str:
    """The items with ``word`` before the last, after a comma where the one before has one: “sound or time, or …”."""
    if len(items) == 1:
        return items[0]
    joints = {words.grammar["or"], words.grammar["bullets"].get("and")}
    inner = says_subjects(words) and len(items) > 2 and bool(joints & set(tokens(items[-2])))
    return f"{', '.join(items[:-1])}{',' if inner else ''} {euphony.joint(word, items[-1], words)} {items[-1]}"


def acts(item: str, words: Vocabulary) -> bool:
    """Whether an item is what somebody does: a verb and what it is done to."""
    if not says_subjects(words) and command(item, words):
        return True  # “si siente mareo, tos o sudor frío, deténgase”
    found = tokens(item)
    done_to = {*words.grammar.get("determiners", ()), "you", "it", "them"}
    how = bool(found[1:2]) and says_subjects(words) and is_adverb(found[1], words)  # “or bleed easily”
    return found[0] in words.grammar.get("verb_bases", ()) and (how or bool(set(found[1:2]) & done_to))


def said_again(stem: str, words: Vocabulary) -> str:
    """The stem once more, with its subject said again and ``also`` in its place; ``""`` when not sure."""
    grammar = words.grammar["lists"]
    _, main = after_adverbial(stem, words)
    if grammar["also"] in tokens(main):
        return stem
    for pattern, begin in grammar["fixed"].items():
        if match := re.search(pattern, main, re.IGNORECASE):
            return str(match.expand(begin))
    found = main.split()
    if not found:
        return ""  # a list under a mere “…”
    if contracted := _contracted(found, words):
        return contracted  # “You’ll have”
    clitic = found[0].lower() in words.grammar.get("clitics", ())  # “Le atenderemos” is no order
    if grammar.get("also_after") and found[0].lower() in words.grammar["commands"] and not clitic:
        return " ".join([found[0], grammar["also"], *found[1:]])  # “Traiga también”
    if len(found) == 1 or (len(found) == 2 and found[0].lower() in grammar["polite"]):
        return f"{capitalised(grammar['also'])} {found[-1].lower()}"
    if found[0].lower() in grammar["polite"] and found[1].lower() in words.grammar["commands"]:
        return f"{capitalised(found[0].lower())} {grammar['also']} {' '.join(found[1:])}"
    if found[0].lower() in words.grammar["commands"] and set(tokens(main)) & set(words.grammar["conditions"]):
        return f"{capitalised(grammar['also'])} {decapitalised(main)}"
    if found[0].lower() in words.grammar["commands"] and says_subjects(words) and len(found) <= MOST_ITEMS + 1:
        return f"{capitalised(grammar['also'])} {decapitalised(main)}"
    name, _ = subject(main, words)
    rest = main[len(name) :].split()
    if contracted := _contracted(rest, words):
        return contracted  # “Afterwards you’ll have”
    if not says_subjects(words):
        before = name.split()
        while before and before[-1].lower() in words.grammar["clitics"]:  # “Le daremos”
            rest.insert(0, before.pop().lower())
        name = " ".join(before)
        return (
            f"{capitalised(grammar['also'])} {' '.join(rest)}"
            if name
            else f"{capitalised(grammar['also'])} {decapitalised(main)}"
        )
    said = again(main, words)
    if not said or not rest:
        return ""
    at = 1 if rest[0].lower() in grammar["modals"] else 0
    return " ".join([said, *rest[:at], grammar["also"], *rest[at:]])


def after_adverbial(text: str, words: Vocabulary) -> tuple[str, str]:
    """What opens a sentence before its main clause, and that clause: “Afterwards”, “you may feel”."""
    main = main_clause(re.sub(words.grammar["lists"]["leads"], "", text), words)
    return text[: len(text) - len(main)], main


def _contracted(found: list[str], words: Vocabulary) -> str:
    """“You’ll have” → “You’ll also have”: its subject and its auxiliary are one word."""
    first = (tokens(found[0]) or [""])[0] if found else ""
    known = first.partition("’")[0] in words.grammar["pronouns_again"] and first in words.grammar["auxiliary"]
    if not known or "’" not in first:
        return ""
    return " ".join([capitalised(found[0]), words.grammar["lists"]["also"], *found[1:]])
