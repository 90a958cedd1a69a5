"""One order said for many cases, each in a line of its own: two short cases make one line.

“Call us if A.” “Also call us if B.” “Also call us if C.” “Also call us if D.” → “Call us if A, or if B.” “Also call us
if C, or if D.”  Each case keeps its own “if”, so none can be heard of the other; it has no reason and no condition of
its own, and two lists only make a line where both are short.  A long place is named once.  Only orders, and what is
not so: of what somebody may do “if A” and “if B” it is not sure that one is enough, and “We check if A” asks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from narration.script import Say
from narration.writing.page_lists.points import are_counted
from narration.writing.page_lists.sames import FEWEST_IN_A_ROW, MOST_WORDS, MOST_WORDS_OF_TWO
from narration.writing.sentences.clauses import command, instructs
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Case:
    """A line: the ``order`` as it is said, what all lines of its run share, and its case with the ``link`` (“if”)."""

    say: Say
    order: str = ""
    shared: str = ""
    link: str = ""
    case: str = ""


def joined(lines: Sequence[Say], words: Vocabulary) -> list[Say]:
    """The lines of a part, with two cases of the same order in one line where that is short and sure."""
    grammar = words.grammar.get("same_orders")
    if not grammar:
        return list(lines)
    made: list[Say] = []
    cases = (_case(line, grammar, words) for line in lines)
    runs = [(shared, list(run)) for shared, run in groupby(cases, key=lambda case: case.shared)]
    for at, (shared, run) in enumerate(runs):
        after = next((under[0].say.text for _, under in runs[at + 1 : at + 2]), "")
        if shared:
            run[1:] = [_shorter(case, grammar) for case in run[1:]]
        counted = are_counted(run, after, words)
        made += _in_twos(run, grammar, words) if shared and not counted else [case.say for case in run]
    return made


def _shorter(case: _Case, grammar: Mapping[str, Any]) -> _Case:
    """A line right after the same order: “Also go to your nearest emergency department” → “Also go there”."""
    for pattern, instead in grammar["again"].items():
        if found := re.fullmatch(pattern, case.order):
            order = re.sub(r"\s+", " ", found.expand(instead)).strip()
            text = f"{order} {case.link} {case.case}."
            return replace(case, order=order, say=replace(case.say, text=text))
    return case


def _case(line: Say, grammar: Mapping[str, Any], words: Vocabulary) -> _Case:
    """The line as an order with its case; any other line shares nothing."""
    found = None if line.from_style else re.fullmatch(grammar["line"], line.text)
    if found is None or re.search(grammar["not_shared"], found["order"]):
        return _Case(line)
    also = words.grammar["lists"]["also"]
    order = " ".join(word for word in found["order"].lower().split() if word.rstrip(",") != also)
    shared = f"{order} {found['link']}" if _holds_for_each(order, words) else ""
    return _Case(line, found["order"], shared, found["link"], found["case"])


def _holds_for_each(order: str, words: Vocabulary) -> bool:
    """Whether one case is enough for what is said: an order, or what is not so (“We cannot treat you”)."""
    denied = set(tokens(order)) & set(words.grammar["negative"])
    return command(order, words) or instructs(order, words) or bool(denied)


def _in_twos(run: Sequence[_Case], grammar: Mapping[str, Any], words: Vocabulary) -> list[Say]:
    """The lines of a run; of two lines only a short sentence is made, and they stay where it would be long."""
    most = MOST_WORDS if len(run) >= FEWEST_IN_A_ROW else MOST_WORDS_OF_TWO
    made: list[Say] = []
    place = 0
    while place < len(run):
        pair = run[place : place + 2]
        text = _together(pair, grammar, words)
        if text and len(text.split()) <= (MOST_WORDS_OF_TWO if _are_lists(pair, grammar) else most):
            sources = dict.fromkeys(source for case in pair for source in case.say.sources)
            made.append(replace(pair[0].say, text=text, sources=tuple(sources)))
            place += 2
        else:
            made.append(pair[0].say)
            place += 1
    return made


def _together(pair: Sequence[_Case], grammar: Mapping[str, Any], words: Vocabulary) -> str:
    """“Call us if A, or if B.”; ``""`` for one case, or one that has to be alone."""
    if len(pair) == 1 or any(_stays_alone(case.case, grammar, words) for case in pair):
        return ""
    if _are_lists(pair, grammar) and any(re.search(grammar["both"], case.case) or "," in case.case for case in pair):
        return ""
    first, other = pair
    return f"{first.order} {first.link} {first.case}{words.grammar['sames']['joint']}{other.link} {other.case}."


def _are_lists(pair: Sequence[_Case], grammar: Mapping[str, Any]) -> bool:
    return all(re.search(grammar["listed"], re.sub(grammar["aside"], " ", case.case)) for case in pair)


def _stays_alone(case: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether a case has what might be heard of the other one: a reason, or a comma that is not one of “A, B or C”."""
    plain = re.sub(grammar["aside"], " ", case)
    series = re.fullmatch(grammar["series"], plain)
    return re.search(words.grammar["sames"]["apart"], plain) is not None or ("," in plain and series is None)
