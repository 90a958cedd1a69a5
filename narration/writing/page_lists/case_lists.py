"""Cases that only semicolons hold apart, each with its order.

“Llame si A; B; o si C” → “Llame si A.” “Llame también si B.” …  Cut at its
semicolons, such a sentence would lose its order and its “si”, and each sign
would be stated as a fact.  The order may also stand over the cases, as a
heading inside the part (“Llame enseguida”) or as the part’s own name (“Llame
de inmediato si”, “Cuándo consultar”); and where the sentence only says how soon (“De inmediato, si
…”), the part’s name says what to do then (“Cuándo llamarnos”).  What is not
surely a list of cases, or holds an order of its own, stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from narration.document import Section
from narration.language.brackets import without_brackets
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import Said
from narration.writing.rules import cases
from narration.writing.sentences import case_items, euphony, instructions
from narration.writing.sentences.clauses import command, instructs
from narration.writing.sentences.text import capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_APART = re.compile(r";\s+(?![^()]*\))")


@dataclass(frozen=True, slots=True)
class _Cases:
    """The ``order``, as it begins the first sentence, the word that its cases hang on (“si”), and the cases."""

    order: str
    hangs: str
    first: str
    others: Sequence[str]


def told(said: Sequence[Said], section: Section, words: Vocabulary) -> list[Said]:
    """What a section says, each such sentence as one for each case."""
    grammar = words.grammar.get("case_lists")
    if grammar is None:
        return list(said)
    made: list[Said] = []
    for place, each in enumerate(said):
        over, told_over = _over(said, place, section, words)
        found = _parsed(each.text, over, section, grammar, words)
        if found is None or not (lines := list(_lines(found, grammar, words))):
            made.append(each)
            continue
        places = each.places
        if told_over and found.order == over:
            places = (*made.pop().places, *places)
        made += [Said(line, places) for line in lines]
    return made


def _over(said: Sequence[Said], place: int, section: Section, words: Vocabulary) -> tuple[str, bool]:
    """The order that stands over a sentence, and whether it is a sentence of its own; ``""`` for none."""
    order, hangs = words.grammar["calls_over_lists"]["order"], words.grammar["case_lists"]["if"]
    before = said[place - 1] if place else None
    if before is not None and section.sentences[min(before.places)].heading:
        name = before.text.rstrip(" .:!")
        return (name, True) if re.fullmatch(order, name) else ("", False)
    if place:
        return "", False
    name = re.sub(rf"\s+{hangs}$", "", stems.quiet(section.name).rstrip(" .:!…"))
    if re.fullmatch(order, name):
        return capitalised(name), False
    asked = re.sub(rf"\s+{hangs}$", "", stems.from_heading(section.name, words))
    return (asked, False) if re.search(words.grammar["case_lists"]["helps"], asked) else ("", False)


def _parsed(text: str, over: str, section: Section, grammar: Mapping[str, Any], words: Vocabulary) -> _Cases | None:
    first, *others = _APART.split(text.rstrip("."))
    first, *others = [first, *others] if others else _bare_cases(text.rstrip("."), grammar)
    if not others or not text.endswith(".") or not all(_is_case(case, grammar, words) for case in others):
        return None
    bare = [re.sub(grammar["joint"], "", case) for case in others]
    hang = [re.match(grammar["hangs"], case) is not None for case in bare]
    if any(not hung and not _may_hang(case, words) for case, hung in zip(bare, hang, strict=True)):
        return None
    if others[-1] == bare[-1] and not all(hang):
        return None  # without its “o”, what comes last may be a sentence of its own
    if begun := re.match(rf"{grammar['if']}\s+(?=\S)", first, re.IGNORECASE):
        answered = any(re.search(grammar["answered"], without_brackets(case)) for case in (first, *others))
        ordered = over and not answered and _is_case(first, grammar, words)
        return _Cases(over, grammar["if"], first[begun.end() :], bare) if ordered else None
    for lead in (grammar["with_if"], grammar["with_why"]):
        match = re.match(lead, first)
        order = match["order"] if match else ""
        if match is None or not _is_case(f"{grammar['if']} {match['case']}", grammar, words):
            continue
        if lead == grammar["with_why"] and not all(hang):
            continue
        if re.fullmatch(grammar["how_soon"], order):
            stem = stems.from_heading(section.name, words)
            do = re.sub(rf"\s+{grammar['if']}$", "", stem)
            order = f"{do} {decapitalised(order)}" if do else order
            return _Cases(f"{order}{match['comma']}", match["hangs"], match["case"], bare)
        if instructs(order, words) and (lead == grammar["with_if"] or re.match(grammar["calls"], order)):
            return _Cases(f"{order}{match['comma']}", match["hangs"], match["case"], bare)
    open_name = re.search(rf"\s{grammar['if']}$", stems.quiet(section.name).rstrip(" .:!…"))
    if over and open_name and not instructs(first, words) and _is_case(first, grammar, words):
        hung = _hung(grammar["if"], stems.bare(first, words), grammar, words)
        return _Cases(over, grammar["if"], hung.removeprefix(f"{grammar['if']} "), bare)
    return None


def _bare_cases(text: str, grammar: Mapping[str, Any]) -> list[str]:
    """The cases of a sentence that has nothing else: “Si A, si B o si C”, where no comma can part what holds then."""
    pieces = re.split(rf",\s+(?=(?:o\s+)?{grammar['if']}\s)", text)
    bare = re.match(rf"{grammar['if']}\s", text, re.IGNORECASE) and "," not in "".join(map(without_brackets, pieces))
    return pieces if bare else [text]


def _is_case(piece: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether a piece is no order, holds none, and begins with nothing that turns to something else (“pero”)."""
    text = without_brackets(re.sub(grammar["joint"], "", piece))
    bare = re.sub(rf"^{grammar['if']}\s+", "", text)
    turns = re.match(grammar["turns"], text) or cases.ends_in_order(text, words)
    return bool(bare) and not turns and not (command(bare, words) and not stems.is_clause(bare, words))


def _may_hang(case: str, words: Vocabulary) -> bool:
    """Whether a case without a “si” of its own can have one.

    “O durante dos semanas” is none, and “se pone roja” is said of the thing in the case before it.
    """
    of_a_thing = re.match(words.grammar["signs"]["of_a_thing"], case)
    return not of_a_thing and not set(tokens(case)[:1]) & set(words.grammar["prepositions"])


def _is_clause(case: str, grammar: Mapping[str, Any], words: Vocabulary) -> bool:
    return stems.is_clause(case, words) or re.match(grammar["named_acts"], case) is not None


def _lines(found: _Cases, grammar: Mapping[str, Any], words: Vocabulary) -> Iterator[str]:
    """The order with its first case, and again, short, with each of the others."""
    yield f"{capitalised(found.order)} {found.hangs} {found.first}."
    again = _again(found.order.rstrip(", "), grammar, words)
    has = re.match(words.grammar["signs"]["has"], found.first, re.IGNORECASE)
    for case in found.others:
        if re.match(grammar["hangs"], case):
            yield f"{again} {case}."
            has = None
        elif has and case_items.is_thing(case, words) and not _is_clause(case, grammar, words):
            yield f"{again} {_hung(f'{found.hangs} {has[0]}', case, grammar, words)}."
        elif re.match(grammar["named"], case):
            yield f"{again} {found.hangs} {case}."
        else:
            yield f"{again} {_hung(found.hangs, case, grammar, words)}."


def _hung(hangs: str, case: str, grammar: Mapping[str, Any], words: Vocabulary) -> str:
    things = re.fullmatch(grammar["two_things"], case)
    if things and not stems.is_clause(case, words):
        case = f"{things['one']} {euphony.joint(words.grammar['or'], things['other'], words)} {things['other']}"
    return stems.with_point(hangs, case, words) if hangs.startswith(grammar["if"]) else f"{hangs} {case}"


def _again(order: str, grammar: Mapping[str, Any], words: Vocabulary) -> str:
    """“Llame a la unidad, 555 12 34” → “Llame también”; “Hay que llamar de inmediato” → “… también”."""
    if command(order, words):
        return instructions.again(order, words.grammar["signs"], words)
    soon = re.sub(grammar["at_any_hour"], "", order)
    return f"{soon} {words.grammar['lists']['also']}"
