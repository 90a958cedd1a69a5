"""How what a clause speaks of is said again in a second sentence, and whether a clause names it at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.language.brackets import without_brackets
from narration.writing.sentences.clauses import FEWEST_WORDS, finite, has_verb, main_clause, subject
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.text import capitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_IN_SUBJECT = 5


def again(clause: str, words: Vocabulary) -> str:
    """The subject of ``clause`` said again: itself when short, else its pronoun.

    ``""`` when not sure, and where ``says_subjects`` is false.
    """
    grammar = words.grammar
    main = without_brackets(main_clause(clause, words))
    name, verb = subject(main, words)
    pronouns, negative = grammar["pronouns_again"], set(grammar["negative"])
    if not name and tokens(main):  # “it’s” has its subject in it
        name = tokens(main)[0].partition("’")[0]
        name = name if name in pronouns else ""
    if "’" in verb and (own := verb.partition("’")[0]) in pronouns:
        name = own  # “Afterwards you’ll have”
    found = tokens(name)
    if not pronouns or not found or found[0] in grammar["no_subject"] or "," in name or set(found) & negative:
        return ""
    after_place = found[-1] in grammar["pronouns"] and not set(found[-2:-1]) & set(grammar["prepositions"])
    if found[-1] in pronouns and (after_place or len(found) == 1):
        return str(pronouns[found[-1]])  # “Back on the ward you rest”
    several = set(found) & {grammar["bullets"]["and"], grammar["or"]}
    if found[0] in pronouns and found[0] in grammar["pronouns"] and not several:
        return str(pronouns[found[0]])  # “We most often treat”
    if of_some := re.fullmatch(grammar.get("one_of", r"(?!)"), name):
        return str(pronouns["they"]) if of_some["people"] else ""
    if re.fullmatch(grammar.get("person_named", r"(?!)"), name):
        return name
    if plural(name, verb, words):
        return str(pronouns["they"])
    if any(token in grammar["persons"] for token in found):
        return definite(name, words) if len(found) <= FEWEST_WORDS else ""
    if any(token.removesuffix("s") in grammar["persons"] for token in found):
        return str(pronouns["they"])  # “one of the nurses”
    return str(pronouns["it"])


def definite(noun_phrase: str, words: Vocabulary) -> str:
    """Who or what was named before: ``a midwife`` → ``The midwife``."""
    first, _, rest = noun_phrase.partition(" ")
    said = words.grammar["definite"].get(first.lower(), first)
    return capitalised(f"{said} {rest}" if rest else said)


def only_looks_so(text: str, words: Vocabulary) -> bool:
    """Whether the last word of a thing only looks like its verb: “the sciatic nerve block”, “a bad smell”."""
    name, verb = subject(text, words)
    sure = {*words.grammar["auxiliary"], *words.grammar["pronouns_again"]}
    if not name or last_word(text) != verb or verb in sure or set(tokens(name)[:1]) & sure:
        return False
    return plural(name, "", words) == verb.endswith("s")


def two_subjects(main: str, words: Vocabulary) -> bool:
    """Whether a clause after a comma names who does it, after one that has its verb."""
    commas = list(re.finditer(r", ", main))
    own = (main[at.end() :] for at in commas if has_verb(main[: at.start()], words))
    named = set(words.grammar["articles"])
    return any(set(tokens(part)[:1]) & named and subject_and_verb(part, words) for part in own)


def _joins_verb(found: Sequence[str], index: int, words: Vocabulary) -> bool:
    """Whether an “and” here comes before a verb with its pronoun, so that what stands before it has no verb."""
    pronouns = set(words.grammar["clitics"]) - set(words.grammar["articles"])
    return found[index] == words.grammar["bullets"]["and"] and bool(pronouns & set(found[index + 1 : index + 2]))


def subject_and_verb(text: str, words: Vocabulary) -> bool:
    """A short noun phrase and its verb, with nothing between that could be a verb of another."""
    found = tokens(text)
    if found[0] in words.grammar["clitics"] and finite(found, 1, words):
        return False  # “y la devolverá”
    unparted = len(tokens(text.partition(",")[0]))  # “una gasa, pegará …”: no comma parts a subject from its verb
    inner = {*words.grammar["relatives"], *words.grammar["subordinators"], *words.grammar["prepositions"]} - {
        "de",
        "del",
    }
    for index in range(1, min(unparted, _MOST_WORDS_IN_SUBJECT + 2)):
        if found[index] in inner or _joins_verb(found, index, words):
            return False  # “la saturación y le pone una vía”: what is measured, and the next verb
        if finite(found, index, words):
            return found[index].endswith("n") == (found[0] in words.grammar["plural_quantities"] or found[0][-1] == "s")
    return False
