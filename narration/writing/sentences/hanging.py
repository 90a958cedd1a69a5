"""What a half would lose if it stood by itself: how surely it is so, in which case, or who does it.

“In most cases it is a day case: you go home”, “without a companion there is no sedation, and the test would be
done without”, and in Spanish a verb of somebody named before that a friend would hear as an order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from narration.writing.sentences import of_both
from narration.writing.sentences.clauses import command, instructs, only_inner_verb
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_FEWEST_NAMES = 3
_MOST_WORDS_IN_NAME = 4


def often(half: str, words: Vocabulary) -> bool:
    """Whether a beginning says how often or how surely all that is joined to it is so: “Usually …, and …”."""
    return re.match(words.grammar["how_often"], half) is not None


def on_what_came_before(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> bool:
    """Whether the second half, if nothing stood before it, would say more than the page does.

    What a colon tells more of is so as often as that; and a verb in the conditional (“el examen se haría …”) tells
    of the case of the half before.
    """
    unsure = set(tokens(left)) & set(words.grammar["unsure"])
    if unsure and re.match(words.grammar.get("done_again", r"(?!)"), right):
        return True  # “you may have a puff, and we do it all again”: again only if you have
    same_time = bool(joint.get("same_time"))
    if (same_time or not joint["begin"]) and of_both.is_of_days(left, right, words) != same_time:
        return True
    if _so_in_most_cases(joint, left, right, words) or _in_a_case_of_both(joint, right, words):
        return True
    if joint["begin"] or re.match(words.grammar.get("in_this_case", r"(?!)"), right):
        return False
    if re.search(words.grammar.get("only_in_that_case", r"(?!)"), right):
        return True
    if not command(right, words) and _only_names(right, words):
        return True
    return joint["at"].startswith(":") and often(left, words) and not command(right, words)


def lacks_its_that(left: str, right: str, words: Vocabulary) -> bool:
    """Whether the first half is told by a “that” after an aside: “It can happen, though it is rare, that it fails”."""
    aside = words.grammar.get("that_after_aside")
    return aside is not None and bool(re.search(aside["left"], left) and re.match(aside["right"], right))


def lacks_its_verb(left: str, words: Vocabulary) -> bool:
    """Whether a first half only says who is meant: “Here’s what those who have had it, and their families, say”."""
    who = words.grammar.get("only_says_who")
    found = re.match(who, left) if who else None
    return found is not None and only_inner_verb(left[found.start("who") :], words)


def _so_in_most_cases(joint: Mapping[str, Any], left: str, right: str, words: Vocabulary) -> bool:
    """Whether what follows from a “usually” would be a promise by itself: “In most cases it is quick, so you go home”.

    An order (“…, so bring a book”) is for everybody, and a “so you may” promises nothing.  What follows from a “may”
    (“you may be given a sedative, so you must not drive”) is so only if that is, and stays with it.
    """
    hedge = words.grammar["so_in_most_cases"]
    if joint["begin"].rstrip(",") not in hedge["begins"]:
        return False
    if re.search(hedge["perhaps"], left):
        told = command(right, words) or re.match(hedge["told"], right)
        return not (told or re.search(hedge["perhaps"], right))
    if not re.search(hedge["at"], left):
        return False
    unsure = set(tokens(right)) & set(words.grammar["unsure"]) or re.search(hedge["at"], right)
    return not (unsure or instructs(right, words) or re.match(hedge["asks"], right))


def _in_a_case_of_both(joint: Mapping[str, Any], right: str, words: Vocabulary) -> bool:
    """Whether a comma parts a case from both halves: “it is not for you, and must be put off, if you are pregnant”."""
    if joint["at"].startswith(";"):
        return False
    own = re.sub(words.grammar.get("own_condition", r"(?!)"), "", right)
    return re.search(words.grammar["case_of_both"], own) is not None


def _only_names(right: str, words: Vocabulary) -> bool:
    """Whether what follows is only things in a row, of which some look like verbs: “an ache, a vomit”."""
    items = re.split(r",\s+", right.rstrip("."))
    opens = {*words.grammar["articles"], *words.grammar["plural_quantities"], words.grammar["or"]}
    named = [item for item in items if set(tokens(item)[:1]) & opens and len(tokens(item)) <= _MOST_WORDS_IN_NAME]
    clauses = {*words.grammar["auxiliary"], *words.grammar["pronouns_again"]} - opens
    clauses &= set(tokens(right))
    return len(items) >= _FEWEST_NAMES and len(named) * 2 > len(items) and not clauses


def heard_as_order(left: str, right: str, words: Vocabulary) -> bool:
    """Whether a verb of whoever ``left`` names would be an order to a friend: “Casi nadie recuerda nada.” “Siente …”"""
    if words.style.get("address") != "tú" or command(left, words):
        return False
    return bool(set(tokens(right)[:1]) & set(words.grammar.get("command_person", {})))


def wished(joint: Mapping[str, Any], right: str, words: Vocabulary) -> bool:
    """Whether a half begins with the wish of an inner clause: “un adulto que venga y se retire con usted”.

    With its pronoun before it, it is no order, and no sentence either; “no se retire” is both.
    """
    found = tokens(right)
    if not found or joint["at"].startswith((";", ":")) or found[0] not in words.grammar.get("clitics", ()):
        return False
    return words.grammar.get("command_person", {}).get("".join(found[1:2])) in ("usted", "ustedes")
