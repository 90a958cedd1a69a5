"""Three or more whole clauses in a row: “A band goes here, a clip sits there, and a light shines.” → three sentences.

Only where each could stand alone or each is an order, and where no condition,
no “not” and no inner clause of one could hold for the others.
"""

from __future__ import annotations

import re

from narration.writing.sentences.clauses import command, conditional, has_verb, long, stands, subordinate
from narration.writing.sentences.text import balanced, capitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 18
_FEWEST_CLAUSES = 3
_COMMA = re.compile(r", (?![^()]*\))")


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each clause."""
    joint = words.grammar.get("series")
    if not joint or not long(sentence, words, _OVER_WORDS) or not re.fullmatch(r"[^:;?]+\.", sentence):
        return [sentence]
    clauses = _in_a_row(_grouped(_COMMA.split(sentence[:-1]), f"{joint} ", words), f"{joint} ", words)
    if len(clauses) < _FEWEST_CLAUSES or not balanced(sentence):
        return [sentence]
    first = tokens(clauses[0])[0]
    led = first in words.grammar["no_subject"] or first in words.grammar["times_shared"]
    own = words.grammar.get("own_condition", r"(?!)")  # “take a tablet if sore”
    if led or any(conditional(re.sub(own, "", clause), words) for clause in clauses):
        return [sentence]
    if any(subordinate(re.sub(own, "", clause), words) for clause in clauses[:-1]):
        return [sentence]
    if set(tokens(clauses[0])) & set(words.grammar["negative"]):
        return [sentence]
    if any(last_word(clause) in words.grammar["borrow"] for clause in clauses):
        return [sentence]  # “Some need to be held, others must not be, and …”
    orders = [command(clause, words) for clause in clauses]
    bare = [_without_name(clause, words) for clause in clauses]
    alone = stands(bare[0], words, opening=True) and all(stands(clause, words, opening=False) for clause in bare[1:])
    if not (all(orders) or (alone and not any(orders))):
        return [sentence]
    return [f"{capitalised(clause)}." for clause in clauses]


def _grouped(parts: list[str], joint: str, words: Vocabulary) -> list[str]:
    """The clauses that commas part, each with the commas of its own things.

    “Your pulse | BP and temperature will be taken | your weight will be noted | and a tube | called a cannula | will
    be placed” → three.
    """
    clauses: list[str] = []
    for index, part in enumerate(parts):
        last = _without_name(clauses[-1], words).removeprefix(joint) if clauses else ""
        whole = bool(last) and stands(last, words, opening=len(clauses) == 1)
        begins = part.startswith(joint) or stands(part, words, opening=False)
        if not clauses or (whole and (begins or _begins_things(parts[index:], joint, words))):
            clauses.append(part)
        else:
            clauses[-1] = f"{clauses[-1]}, {part}"
    return clauses


def _without_name(clause: str, words: Vocabulary) -> str:
    """“A tube, called a cannula, is put in”, “A tube (…) is put in” → “A tube is put in”: its verb stands near."""
    return re.sub(rf", {words.grammar['called']} [^,]*,|\s\([^()]*\)(?=\s)", "", clause)


def _begins_things(parts: list[str], joint: str, words: Vocabulary) -> bool:
    """Whether bare things are the subject of a verb that comes after the last: “blood pressure | pulse and …  are”."""
    never_first = {*words.grammar["no_subject"], *words.grammar["auxiliary"]}
    for count, part in enumerate(parts, start=1):
        if part.startswith(joint) or set(tokens(part)[:1]) & never_first:
            return False
        if stands(part, words, opening=False) or has_verb(part, words):
            said_of_several = {*words.grammar["plural_verbs"], *words.grammar["modals"]} & set(tokens(part))
            return count > 1 and f" {joint}" in part and bool(said_of_several)
    return False


def _in_a_row(parts: list[str], joint: str, words: Vocabulary) -> list[str]:
    """The clauses; the last two may have no comma between them: “…, the joint is filled and a camera is passed in”."""
    *clauses, last = parts
    if last.startswith(joint):
        return [*clauses, last.removeprefix(joint)]
    left, _, right = last.partition(f" {joint}")
    whole = clauses and f" {joint}" not in right and all(stands(part, words, opening=False) for part in (left, right))
    return [*clauses, left, right] if whole else []
