"""When to ask for help, one case at a time: “Call us if …, if …, or if …” → “Call us if …” “Also call us if …”

Only in a long sentence: an instruction, or a statement whose beginning can be
said again.  A beginning that is long, holds an amount, or tells to do one
thing *or* another is not said twice: “Do the same if …”.  What denies stays whole.
The cases are those that the page parts: each with its own “if”, each a clause
or a verb of its own, the things that somebody may have, or what semicolons part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.sentences import acts, closed_cases, things
from narration.writing.sentences.clauses import (
    command,
    conditional,
    has_verb,
    long,
    stands,
    subordinate,
)
from narration.writing.sentences.enumerations import said_again
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 20
_MOST_WORDS_AGAIN = 7
_MOST_WORDS_IN_STATEMENT = 9
_FEWEST_CASES = 3


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each case."""
    pattern = words.grammar["cases"]
    if not pattern or not long(sentence, words, _OVER_WORDS) or not sentence.endswith(".") or not balanced(sentence):
        return [sentence]
    if made := _case_first(sentence, words) or _for_things(sentence, words):
        return made
    begin = re.match(pattern["begin"], sentence)
    if begin and re.search(pattern["next_order"], begin[0]):
        return _next_order(sentence, begin, words) or [sentence]
    if begin is None or _denies(begin[0], words):
        return [sentence]
    if conditional(re.sub(pattern["when_told"], "", begin[0]), words):
        return [sentence]
    last = re.search(r"\(([^()]*)\)\.$", sentence)
    if last and conditional(last[1], words, strictly=True):
        return [sentence]  # “… if A, B, or C (if we don’t know)”: it may be said of all
    if re.match(pattern["aside"], sentence[begin.end() :]) or re.search(pattern["for_some"], sentence):
        return [sentence]  # “Ring us, or 111 if we’re closed, if it bleeds”
    said = _unshouted(begin[0].strip())
    cases = _cases(sentence[begin.end() : -1], words)
    again = _again(said.rstrip(","), words) if len(cases) > 1 else ""
    if not again:
        return [sentence]
    cases = cases if ";" in sentence[begin.end() :] else [closed_cases.with_or(case, words) for case in cases]
    return [f"{said} {cases[0]}.", *(_told(again, case, pattern, words) for case in cases[1:])]


def _told(again: str, case: str, pattern: Mapping[str, Any], words: Vocabulary) -> str:
    """A later case; one with an order of its own has only that: “If you have a fit, dial 999.”"""
    own = re.search(pattern["in_which_case"], case)
    if own and command(own["order"], words):
        return f"{capitalised(case[: own.start()])}, {own['order']}."
    return f"{again} {case}."


def _next_order(sentence: str, begin: re.Match[str], words: Vocabulary) -> list[str]:
    """“Weigh yourself daily and if A, or B, ring us.” → “Weigh yourself daily.” “If A, or B, ring us.”

    The condition is that of the second order, which stays whole with all of its cases.
    """
    first = re.sub(words.grammar["cases"]["next_order"], "", begin[0])
    then = sentence[begin.end() :]
    ordered = any(command(piece, words) for piece in then[:-1].split(", ")[1:])
    if not ordered or not command(first, words) or conditional(first, words) or not balanced(first):
        return []
    return [f"{first}.", capitalised(then)]


def _case_first(sentence: str, words: Vocabulary) -> list[str]:
    """“If A, B, or if C, call us.” → “If A, call us.” “Also call us if B.” …"""
    match = re.fullmatch(words.grammar["cases"]["case_first"], sentence)
    if match is None or re.search(words.grammar["cases"]["inside"], match["cases"]):
        return []  # “If you stay the night, if you have diabetes, bring …”: the second only holds in the first
    if _denies(match["order"], words) or conditional(match["order"], words):
        return []
    told = re.match(words.grammar["cases"]["told"], capitalised(match["order"]))
    order = match["order"][told.end() :] if told else match["order"]
    cases = _cases(decapitalised(match["cases"]), words) if command(order, words) else []
    again = _again(capitalised(match["order"]), words) if len(cases) > 1 else ""
    if not again or words.grammar["series"] in tokens(cases[0]):
        return []  # “If you take them and feel sick, have …”: taking them may be meant in each case
    cases = [closed_cases.with_or(case, words) for case in cases]
    return [f"{capitalised(cases[0])}, {match['order']}.", *(f"{again} {case}." for case in cases[1:])]


def _for_things(sentence: str, words: Vocabulary) -> list[str]:
    """“Call the ward for A, B, C or D.” → “Call the ward for A or B.” “Also call the ward for C or D.”"""
    pattern = words.grammar["cases"]
    match = re.fullmatch(pattern["for_things"], sentence)
    if match is None or _denies(match["order"], words) or conditional(sentence, words):
        return []
    if re.search(pattern["said_of_all"], match["things"]):
        return []
    having = f"{pattern['had']} "
    found = things.cases(f"{having}{match['things']}", pattern, words)
    again = _again(match["order"].rstrip(","), words) if len(found) > 1 else ""
    if not again or not all(case.startswith(having) for case in found):
        return []
    said = [f"{match['for']} {case.removeprefix(having)}." for case in found]
    return [f"{match['order']} {said[0]}", *(f"{again} {one}" for one in said[1:])]


def _denies(begin: str, words: Vocabulary) -> bool:
    """Whether a “not” of the beginning would hold for each case; “without delay” denies nothing."""
    plain = re.sub(words.grammar["cases"]["no_denial"], "", begin)
    return bool(set(tokens(plain)) & set(words.grammar["negative"]))


def _unshouted(begin: str) -> str:
    """A heading's capitals inside a sentence: “Let Us Know” → “Let us know”, “CALL US” → “Call us”."""
    parts = [word for word in begin.split() if word[0].isalpha()]
    shown = len(parts) > 1 and all(word[0].isupper() for word in parts)
    return capitalised(begin.lower()) if shown and not re.search(r"\d", begin) else begin


def _again(begin: str, words: Vocabulary) -> str:
    """How the beginning is said for the next case; ``""`` where that is not sure."""
    pattern = words.grammar["cases"]
    if turned := re.match(pattern["turned"], begin):
        return _again(capitalised(begin[turned.end() :]), words)
    if timed := re.fullmatch(pattern["timed"], begin):
        said = _again(capitalised(timed["order"]), words)
        return f"{timed['when']}, {decapitalised(said)}" if said else ""
    told = re.match(pattern["told"], begin)
    order = begin[told.end() :] if told else begin
    also = str(words.grammar["lists"]["also"])
    who = f"{told['who']} " if told else ""
    if not command(order, words):
        return _statement(begin, words) or (
            capitalised(pattern["same"]) if re.match(pattern["to_be_done"], begin) else ""
        )
    if re.search(pattern["goes_on"], order):
        return ""
    order = without_number(order, words)
    if is_said_once(order, words) or order.lower().startswith(pattern["same"]):
        return f"{who}{pattern['same']}" if told else capitalised(pattern["same"])
    first, _, rest = order.partition(" ")
    if also in rest.split():
        return f"{who}{order}" if told else order
    if first.lower() in words.grammar["lists"]["polite"]:
        return f"{first} {also} {rest}"
    return f"{who}{also} {order}" if told else f"{capitalised(also)} {decapitalised(order)}"


def without_number(order: str, words: Vocabulary) -> str:
    """“Ring us on 01632 960 111, day or night” → “Ring us”: both have just been told, but not how soon."""
    called = re.fullmatch(words.grammar["cases"]["called"], order)
    return f"{called['who']}{called['when'] or ''}" if called else order


def is_said_once(order: str, words: Vocabulary) -> bool:
    """Whether an order is too long to be told for each case, or is one thing *or* another, or holds an amount."""
    return re.search(words.grammar["cases"]["not_twice"], order) is not None or len(order.split()) > _MOST_WORDS_AGAIN


def _statement(begin: str, words: Vocabulary) -> str:
    """“We'd put it off” → “We'd also put it off”."""
    if "," in begin or len(begin.split()) > _MOST_WORDS_IN_STATEMENT or re.search(r"\d", begin):
        return ""
    also = str(words.grammar["lists"]["also"])
    first, _, rest = begin.partition(" ")
    if tokens(first)[0] in words.grammar["auxiliary"] and "’" in tokens(first)[0]:
        return begin if also in rest.split() else f"{first} {also} {rest}"
    return said_again(begin, words) if stands(begin, words, opening=True) else ""


def _cases(text: str, words: Vocabulary) -> list[str]:
    """Each with its own “if”: as the page has them, or of a list of clauses, verbs or things under one."""
    pattern = words.grammar["cases"]
    if ";" in text:
        return _parted(text, pattern, words) or [text]
    framed = re.match(pattern["frame"], text)
    if framed and len(re.split(pattern["between"], text)) == 1:  # “…, or if you have …” may be at another time
        return _in_a_time(framed, text, words)
    cases = re.split(pattern["between"], text)
    if len(cases) > 1:
        # Three “if” show the cases by themselves; a verb that is a noun, too, is not always known.
        shown = has_verb(cases[0], words, 1) and len(cases) >= _FEWEST_CASES
        if re.search(pattern.get("reason", r"(?!)"), cases[-1]):
            return [text]  # “if A or if B, as you may need more”: the reason may be that of each
        return cases if shown or all(has_verb(case, words, 1) for case in cases) else [text]
    found = acts.cases(text, pattern, words) or _clauses(text, words) or things.cases(text, pattern, words)
    found = found or acts.with_things(text, pattern, words)
    return [text] if not found or _share_the_days_before(found, pattern) else found


def _in_a_time(framed: re.Match[str], text: str, words: Vocabulary) -> list[str]:
    """“if, in the first week, A, B or C” → “if, in the first week, A”, “if, in that time, B or C”."""
    first, *rest = _cases(f"{framed['if']} {text[framed.end() :]}", words)
    begin, then = f"{framed['if']} ", words.grammar["cases"]["then"]
    if not all(case.startswith(begin) for case in (first, *rest)):
        return [text]
    said = [f"{framed[0]}{first.removeprefix(begin)}"]
    return [*said, *(f"{framed['if']}, {then}, {case.removeprefix(begin)}" for case in rest)]


def _share_the_days_before(found: Sequence[str], pattern: Mapping[str, Any]) -> bool:
    """Whether days before the visit at the end may hold for all: “if you get a cold or a rash in the week before”."""
    *before, last = found
    return re.search(pattern["days_before"], last) is not None and not any(
        re.search(pattern["days_before"], one) for one in before
    )


def _parted(text: str, pattern: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“if it bleeds; you have a fever; or your arm swells”, “if you have a fever; chest pain; or a rash”.

    What points back (“; it may be nothing”), and an order, is no case.
    """
    if_, _, rest = text.partition(" ")
    joint = rf"(?:{words.grammar['or']}|{words.grammar['series']})"
    cases = [re.sub(rf"^{joint}\s+", "", case) for case in re.split(r";\s+", rest)]
    listed = len(cases) >= things.FEWEST_THINGS or re.search(rf";\s+{joint}\s", rest)
    unsure = re.compile(rf"{pattern['points_back']}|.*:")
    if not listed or any(not balanced(case) or unsure.match(case) for case in cases):
        return []
    cases = [re.sub(rf"^{if_}\s+", "", case, flags=re.IGNORECASE) for case in cases]
    if has_verb(cases[0], words) and all(_says(case, words) for case in cases[1:]):
        return [f"if {case}" for case in cases]
    having = re.match(pattern["having"], f"if {cases[0]}")
    if having is None or not all(things.thing(case, words) for case in cases[1:]):
        return []
    return [f"if {cases[0]}", *(f"{having['having']} {case}" for case in cases[1:])]


def _says(case: str, words: Vocabulary) -> bool:
    return not command(case, words) and (closed_cases.is_clause(case, words) or stands(case, words, opening=False))


def _clauses(text: str, words: Vocabulary) -> list[str]:
    """“if your eye hurts, your sight gets worse, or light hurts it”."""
    if_, _, rest = text.partition(" ")
    cases: list[str] = []
    parted, joint = "", words.grammar["series"]
    marked = words.grammar["cases"].get("next_clause", r"(?!)")
    for mark, piece in re.findall(rf"(^|, or |, |{marked})(.+?)(?=, |{marked}|$)", rest):
        if cases and not closed_cases.is_clause(piece, words):
            cases[-1] += f"{mark}{piece}"
        else:
            cases.append(piece)
            parted = mark
    sure = len(cases) > 1 and parted.endswith(f"{words.grammar['or']} ") and has_verb(cases[0], words)
    if not parted.startswith(","):
        # “if it is over 38 or you are sick”: no comma, so nothing before it may own the second clause.
        sure = sure and not any(subordinate(case, words) or joint in tokens(case) for case in cases[:-1])
    return [f"{if_} {case}" for case in cases] if sure and not if_.endswith(",") else []
