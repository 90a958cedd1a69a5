"""The first half of an English sentence whose last act was cut off: “cuts it, washes it” has “and” before the last."""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import command, has_verb, main_clause, says_subjects, subject
from narration.writing.sentences.text import balanced, tokens
from narration.writing.vocabulary import Vocabulary

_INSERTED = re.compile(r"\s[–—]\s[^–—]*\s[–—](?=\s)|\s\([^()]*\)")
"""“A thinner one (2 mm, like a straw) goes in”, and the same with dashes."""


def closed(left: str, words: Vocabulary) -> str:
    """Verbs in a row whose last stood after the cut: “cuts it, washes it” → “cuts it and washes it”.

    ``""`` where something that may be a verb of the row is none that is known.
    """
    before, comma, last = left.rpartition(", ")
    _, verb = subject(main_clause(_INSERTED.sub("", left), words), words)
    second = (tokens(last) or [""])[0]
    verbs = words.grammar["verbs"]
    third = verb in words.grammar["singular_verbs"] or verb.endswith("s")
    row = comma and second in verbs and third == second.endswith("s") and (verb in verbs or says_subjects(words))
    # … also of a verb that no list knows but its ending and its object show: “divides it, seals the end”.
    shown = second.endswith("s") and re.match(words.grammar.get("acts_on", r"(?!)"), last)
    row = row or (comma and third and bool(shown))
    row = row or (comma and bool(verb) and says_subjects(words) and second in words.grammar["modals"])
    # “It is passed along, is taped to the cheek”
    row = row or (comma and third and says_subjects(words) and second in words.grammar["singular_verbs"])
    if comma and not row and third and second.endswith("s") and {second} - set(words.grammar["no_subject"]):
        return ""
    if row and says_subjects(words) and not has_verb(_INSERTED.sub("", before).rpartition(", ")[2], words):
        return ""  # “It is short and, like a photograph, makes …”
    return f"{before}{',' if ', ' in before else ''} {words.grammar['bullets']['and']} {last}" if row else left


def orders_closed(left: str, mark: str, right: str, words: Vocabulary) -> str:
    """Orders in a row whose last, ``right``, stood after an “and”: “Draw the blind, lie down” → “… and lie down”."""
    joint = str(words.grammar["bullets"]["and"])
    if not says_subjects(words) or joint not in tokens(mark) or not (command(left, words) and command(right, words)):
        return left
    if set(tokens(left)) & {*words.grammar["negative"], str(words.grammar["bullets"]["or"])}:
        return left  # “Do not run, lift things or get it wet”: an “and” would say something else
    for match in reversed(list(re.finditer(r",\s+", left))):
        before, last = left[: match.start()], left[match.end() :]
        if not balanced(last):
            continue  # a comma in brackets
        first, *others = tokens(_INSERTED.sub("", last))
        orders = len(tokens(before)) > 1 and command(before, words)  # “Please, take …”
        row = orders and first in words.grammar["verb_bases"] and joint not in others
        return f"{before}{',' if ', ' in before else ''} {joint} {last}" if row else left
    return left
