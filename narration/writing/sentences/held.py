"""What holds two halves of a sentence together, so that it is not cut between them.

A guard looks at a cut that a joint offers and says whether a half would lose something by it.  A new guard is one
function, whose docstring shows a sentence that it keeps whole, and its name in ``GUARDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from narration.writing.sentences import continued, first_halves, hanging, more_cases, of_both, symptoms
from narration.writing.sentences.clauses import command
from narration.writing.sentences.text import balanced, capitalised, tokens
from narration.writing.vocabulary import Vocabulary

_NEAR_WORDS = 6
_MOST_WORDS_WHOLE = 24
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a ``joint`` would cut: the two halves without what stands between them."""

    joint: Mapping[str, Any]
    left: str
    right: str
    words: Vocabulary

    @property
    def at_semicolon(self) -> bool:
        return str(self.joint["at"]).startswith(";")

    def pattern(self, key: str) -> str:
        """The language's pattern of that name; one that never matches where it has none."""
        return str(self.words.grammar.get(key, _NEVER))


def together(cut: Cut) -> bool:
    """Whether a half is not what the joint asks for, or would lose what it has from the other."""
    return any(guard(cut) for guard in GUARDS)


def _in_a_bracket(cut: Cut) -> bool:
    """“It hurts (a little; it soon goes)”."""
    return not balanced(cut.right)


def _after_a_colon(cut: Cut) -> bool:
    """“You need: a towel; the form”: what comes after a colon stays in one sentence, unless it named the topic."""
    topic = cut.pattern("topic") if cut.at_semicolon or cut.joint.get("reason") else _NEVER
    return re.search(r":\s", re.sub(topic, "", cut.left)) is not None


def _only_introduces(cut: Cut) -> bool:
    """“En casa, deje listo: una bata”."""
    grammar = cut.words.grammar
    if grammar["in_pairs"] and re.search(grammar["in_pairs"], cut.left):
        return True
    if re.fullmatch(grammar["bullets"].get("wants_object", _NEVER), cut.left):
        return True
    last = tokens(cut.left)[-1:]
    return bool(cut.joint.get("complete")) and bool(set(last) & {*grammar["introduces"], *grammar["verbs"]})


def _says_nothing_yet(cut: Cut) -> bool:
    """“La gastroscopia es una exploración”."""
    short = len(cut.left.split()) + len(cut.right.split()) <= _MOST_WORDS_WHOLE
    return short and re.search(cut.words.grammar["says_nothing_yet"], cut.left) is not None


def _points_ahead(cut: Cut) -> bool:
    """“Nobody looks forward to it, but having a tooth out …”: “it” is told only then."""
    return re.search(cut.pattern("points_ahead"), cut.left) is not None and tokens(cut.right)[0].endswith("ing")


def _breaks_off(cut: Cut) -> bool:
    """“We ask you to, and …”: no sentence ends so."""
    grammar = cut.words.grammar
    last = set(tokens(cut.left)[-1:])
    return re.search(grammar["never_ends"], cut.left) is not None or bool(last & set(grammar["never_last"]))


def _borrows(cut: Cut) -> bool:
    """The second half has a number or ends in a verb whose rest stands in the first: “aspirin need not be”.

    “… if you can”, “… where they are” and “… or not” end so and lack nothing.
    """
    if re.search(cut.pattern("bare_number"), cut.right):
        return True
    found, grammar = tokens(cut.right), cut.words.grammar
    whole = set(found[-_NEAR_WORDS:]) & {*grammar["relatives"], *grammar["conditions"], "as"}
    return bool(set(found[-1:]) & set(grammar["borrow"])) and not whole and found[-2:-1] != [grammar["or"]]


def _not_as_asked(cut: Cut) -> bool:
    """The first half lacks what the joint wants to see in it."""
    return re.search(cut.joint.get("left", ""), cut.left) is None


def _on_what_came_before(cut: Cut) -> bool:
    """“You may have a puff, and we do it all again”."""
    return hanging.on_what_came_before(cut.joint, cut.left, cut.right, cut.words)


def _sees_or_orders(cut: Cut) -> bool:
    """“El equipo sale, pero ve y oye todo”: by itself “ve” is an order to go."""
    return re.match(cut.pattern("sees_or_orders"), cut.right) is not None


def _says_whom(cut: Cut) -> bool:
    """“Mujeres que dan el pecho: …” says whom it is about, and nothing of them."""
    return cut.joint["at"].startswith(":") and re.fullmatch(cut.pattern("whom"), cut.left) is not None


def _not_by_itself(cut: Cut) -> bool:
    """“… un adulto que venga y se retire con usted”."""
    alone = re.match(cut.pattern("not_by_itself"), cut.right) is None
    return not alone or hanging.wished(cut.joint, cut.right, cut.words)


def _lacks_its_rest(cut: Cut) -> bool:
    """“Here’s what those who have had it, and their families, say”."""
    return hanging.lacks_its_that(cut.left, cut.right, cut.words) or hanging.lacks_its_verb(cut.left, cut.words)


def _tells_more_of_it(cut: Cut) -> bool:
    """One person does both, or the first half is only told more of."""
    same = continued.same_doer(cut.joint, cut.left, cut.right, cut.words)
    return same or first_halves.only_told_more(cut.left, cut.words)


def _loose(cut: Cut) -> bool:
    """Nothing shows whose verb the second half has, or it is the limit of both."""
    return continued.is_loose(cut.joint, cut.right, cut.words) or of_both.is_limit(cut.left, cut.right, cut.words)


def _more_than_one_clause(cut: Cut) -> bool:
    """The joint is sure of one clause only, and more come."""
    more = bool(cut.joint.get("one_clause")) and "," in cut.right
    return more and not continued.goes_on_plainly(cut.right, cut.words)


def _more_cases(cut: Cut) -> bool:
    """“Call us if it bleeds; if it swells; …”."""
    return cut.at_semicolon and more_cases.follow(cut.left, cut.right, cut.words)


def _orders_after_reason(cut: Cut) -> bool:
    """An order goes on after the reason in the middle: “Take your temperature, because …, and avoid …”."""
    if cut.joint["begin"] not in cut.words.grammar["reason_begins"]:
        return False
    ordered = re.search(rf",\s+{cut.words.grammar['bullets']['and']}\s+(?P<rest>.+)", cut.right)
    return ordered is not None and command(ordered["rest"], cut.words)


def _orders_where_told(cut: Cut) -> bool:
    """The joint tells of something, and the second half orders; or a sign after a semicolon goes on."""
    orders = bool(cut.joint.get("statement")) and command(cut.right, cut.words)
    return orders or (cut.at_semicolon and symptoms.goes_on(cut.left, cut.right, cut.words))


def _of_another_mood(cut: Cut) -> bool:
    """A half is no order where the joint wants one, or is one where it wants none."""
    words = cut.words
    if cut.joint.get("right") == "command" and not command(cut.right, words):
        return True
    bare = cut.left.removeprefix(f"{capitalised(words.grammar['lists']['also'])} ")  # “Also remove it, so we can see …”
    wanted = {"command": True, "statement": False}.get(cut.joint.get("first", ""))
    return wanted is not None and command(bare, words) != wanted


GUARDS: tuple[Callable[[Cut], bool], ...] = (
    _in_a_bracket,
    _after_a_colon,
    _only_introduces,
    _says_nothing_yet,
    _points_ahead,
    _breaks_off,
    _borrows,
    _not_as_asked,
    _on_what_came_before,
    _sees_or_orders,
    _says_whom,
    _not_by_itself,
    _lacks_its_rest,
    _tells_more_of_it,
    _loose,
    _more_than_one_clause,
    _more_cases,
    _orders_after_reason,
    _orders_where_told,
    _of_another_mood,
)
"""Cheap ones first; the order changes nothing else."""
