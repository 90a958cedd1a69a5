"""What the rules know of clauses: whether one stands on its own, what its subject is, and how to say it again.

A small grammar over word lists (``grammar.yaml``), not a parser: it answers
“not sure” often, and then the sentence stays whole.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary

ENOUGH_WORDS = 12
"""A sentence up to this length is short enough."""
FEWEST_WORDS = 3

_WORD = re.compile(r"[\w’'-]+")


def tokens(text: str) -> list[str]:
    """Lower-case words, with typographic apostrophes."""
    return [word.lower().replace("'", "’") for word in _WORD.findall(text)]


def long(sentence: str) -> bool:
    """Whether it is worth cutting."""
    return len(sentence.split()) > ENOUGH_WORDS


def stands(half: str, words: Vocabulary, opening: bool) -> bool:
    """Whether this is a clause with a subject and a finite verb.

    The ``opening`` half keeps the sentence's own beginning, so only its verb
    is asked for; a later half must also show its subject.
    """
    found = tokens(half)
    if len(found) < FEWEST_WORDS or not balanced(half):
        return False
    grammar = words.grammar
    if opening and found[0] in grammar["subordinators"]:
        # "When it begins, you may feel warm": the main clause comes after the comma.
        _, comma, main = half.partition(",")
        return bool(comma) and stands(main, words, opening=False)
    if opening:
        return any(finite(token, words) for token in (found[1:] if says_subjects(words) else found))
    if found[0] in grammar["commands"]:
        return True
    near = found[1 : 1 + grammar["verb_within"]]
    if found[0] in grammar["subjects"]:
        return any(finite(token, words) for token in near)
    if found[0] in grammar["no_subject"] or found[0].endswith(tuple(grammar["adverb_endings"])):
        return False
    if not says_subjects(words):
        return any(finite(token, words) for token in (found[0], *near))
    return any(token in grammar["auxiliary"] for token in near)


def finite(token: str, words: Vocabulary) -> bool:
    """Whether a word is surely or very likely a finite verb."""
    grammar = words.grammar
    return (
        token in grammar["auxiliary"]
        or token in grammar["verbs"]
        or (len(token) > FEWEST_WORDS and token.endswith(tuple(grammar["finite_endings"])))
    )


def balanced(half: str) -> bool:
    """A cut inside brackets or quotation marks would leave one open on each side."""
    return half.count("(") == half.count(")") and half.count("“") == half.count("”") and half.count('"') % 2 == 0


def subordinate(clause: str, words: Vocabulary) -> bool:
    """Whether a clause inside this one could own what follows it (“tell us if you …”)."""
    inner = {*words.grammar["subordinators"], *words.grammar["relatives"]}
    return any(token in inner for token in tokens(clause))


def main_clause(clause: str, words: Vocabulary) -> str:
    """The clause without an adverbial clause before it: “When it begins, you may …” → “you may …”."""
    found = tokens(clause)
    if found and found[0] in words.grammar["subordinators"] and "," in clause:
        return clause.partition(",")[2].strip()
    return clause


def subject(clause: str, words: Vocabulary) -> tuple[str, str]:
    """The subject of a clause and its finite verb; ``("", "")`` where that is not plain to see."""
    found = list(_WORD.finditer(clause))
    if found and finite(found[0].group(0).lower(), words):
        return "", found[0].group(0).lower()
    for index, match in enumerate(found[1:], 1):
        token = match.group(0).lower()
        if finite(token, words):
            first = index
            while first > 1 and _adverb(found[first - 1].group(0).lower(), words):
                first -= 1
            return clause[: found[first - 1].end()].strip(), token
    return "", ""


def again(clause: str, words: Vocabulary) -> str:
    """The subject of ``clause`` for a second sentence: itself when short, else its pronoun; ``""`` when not sure.

    A language that leaves its subjects out has no ``pronouns_again`` and gets
    ``""`` as well: ask ``says_subjects`` first.
    """
    grammar = words.grammar
    name, verb = subject(main_clause(clause, words), words)
    found = tokens(name)
    pronouns = grammar["pronouns_again"]
    if not pronouns or not found or found[0] in grammar["no_subject"] or "," in name:
        return ""
    if len(found) == 1 and found[0] in pronouns:
        return str(pronouns[found[0]])
    if plural(name, verb, words):
        return str(pronouns["they"])
    if any(token in grammar["persons"] for token in found):
        return name if len(found) <= FEWEST_WORDS else ""
    return str(pronouns["it"])


def plural(noun_phrase: str, verb: str, words: Vocabulary) -> bool:
    """Whether a subject is plural: its verb shows it, or a quantity before its head noun, or the noun's ending."""
    grammar = words.grammar
    if verb in grammar["singular_verbs"] or verb in grammar["plural_verbs"]:
        return verb in grammar["plural_verbs"]
    found = tokens(noun_phrase)
    head: list[str] = []
    for token in found:
        if token in grammar["prepositions"]:
            break
        head.append(token)
    if not head:
        return False
    last = head[-1]
    return (
        "and" in head
        or head[0] in grammar["plural_quantities"]
        or last in grammar["plural_nouns"]
        or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    )


def says_subjects(words: Vocabulary) -> bool:
    """Whether a finite verb needs its subject said (English), or may go without (Spanish)."""
    return bool(words.grammar["pronouns_again"])


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def decapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def _adverb(token: str, words: Vocabulary) -> bool:
    return token in words.grammar["adverbs"] or token.endswith(tuple(words.grammar["adverb_endings"]))
