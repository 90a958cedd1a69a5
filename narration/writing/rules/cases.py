"""Cases under one instruction, in a few sentences: “Llame si A, si B o si C” → “Llame si A.” “Llame también si B.” …

For a language with one word for every case (Spanish *si*).  Only a long sentence, only an instruction, and only cases
that each show a verb of their own or are things under one verb (“si tiene A, B o C”).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.sentences import euphony, instructions, numbers, set_aside, symptoms
from narration.writing.sentences.case_groups import grouped
from narration.writing.sentences.case_items import is_clause, is_thing, items_of
from narration.writing.sentences.clauses import command, instructs, long, own_verb, verb_first
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

OVER_WORDS = 20
MOST_WORDS_IN_MAIN = 14
_MOST_WORDS_IN_CASE = 12
MOST_WORDS_IN_ITEM = 18
FEWEST_CASES = 3


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, or one for each case or two."""
    signs = words.grammar.get("signs")
    if not signs or not sentence.endswith(".") or not balanced(sentence):
        return [sentence]
    if led := re.match(signs["attention"], sentence):
        first, *more = apply(capitalised(sentence[led.end() :]), words)
        return [f"{led[0]}{decapitalised(first)}", *more] if more else [sentence]
    if made := _whenever(sentence, signs, words):
        return made
    text, brackets = set_aside.taken(re.sub(signs["adverb"], r" \g<if> \g<adverb> ", sentence[:-1]))
    parted = symptoms.with_commas(text, signs, words)
    made = [] if re.search(r"[;:]", parted) else _one_by_one(parted, brackets, signs, words)
    made = made or [f"{symptoms.closed(text, signs, words)}."]
    said = [numbers.agreeing(set_aside.put_back(line, brackets), text, words) for line in made]
    return said if said != [f"{text}."] else [sentence]


def _whenever(sentence: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Se pide cuando A, cuando B o cuando C” → “Se pide cuando A.” “También se pide cuando B.” …"""
    main, *cases = re.split(rf"\b{signs['whenever']}\b", sentence)
    if len(cases) < 2 or not re.fullmatch(signs["statement"], main.strip()) or re.search(r"\bsi\b", sentence):
        return []
    said = apply(signs["if"].join([main, *cases]), words)
    return [re.sub(rf"\b{signs['if']}\b", signs["whenever"], line) for line in said] if len(said) > 1 else []


def _tells(main: str, signs: Mapping[str, Any], words: Vocabulary) -> bool:
    """Whether what stands before the cases is to be done in each, or is so in each: “La cita se aplaza”."""
    if re.fullmatch(signs["statement"], main):
        return True
    stated = (re.match(signs[key], main, re.IGNORECASE) for key in ("rings", "duty", "nor"))
    return instructs(main, words) or any(stated)


def _one_by_one(text: str, brackets: Sequence[str], signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """The sentences for the cases of ``text``; nothing where it stays whole.

    Its ``brackets``, which are set aside, count for how long it is.
    """
    if re.search(signs["window"], text):
        return []  # “si en las dos semanas anteriores tiene fiebre, o si estuvo …”: also only in those weeks
    reason = re.search(signs["reason"], text)
    if reason and not own_verb(reason["reason"], words):
        return []  # what it says would be heard as one more case
    because = instructions.reason_of_all(reason["reason"], signs, words) if reason else []
    if reason and not because:
        return []  # a reason without a subject would speak of the last case only
    whole, text = text, text[: reason.start()] if reason else text
    if not long(set_aside.put_back(text, brackets), words, OVER_WORDS):
        several = len(re.split(signs["between"], text)) >= FEWEST_CASES
        return [f"{text}.", *because] if several and because and long(whole, words, OVER_WORDS) else []
    main = re.match(signs["main"], text, re.IGNORECASE)
    if main and re.search(signs["goes_on"], main["main"]):
        return []  # “Descanse, y si tiene sueño, no conduzca”: what comes is a sentence with its own condition
    if main and re.fullmatch(signs["only_when"], main["main"]):
        cases = _cases(text[main.end() :], signs, words)
        return [f"{main[0]}{cases[0]}.", *(f"{signs['also_if']} {case}." for case in cases[1:])] if cases else []
    if main and len(main["main"].split()) <= MOST_WORDS_IN_MAIN and _tells(main["main"], signs, words):
        rest_of_it = text[main.end() :]
        if re.match(signs["tells_all"], main["main"]):  # “Avísenos si toma A, y si toma B”: of each
            rest_of_it = re.sub(signs["and_if"], f" {words.grammar['or']} ", rest_of_it)
        cases = _cases(rest_of_it, signs, words)
        if cases and (always := re.fullmatch(signs["besides"], main["main"])):
            return instructions.besides(always["told"], cases, signs, words)
        if len(cases) > 1:
            apart = re.fullmatch(signs["always"], main["main"])
            ordered = apart["last"] if apart else main["main"]
            first = f"{capitalised(ordered if apart else main[0].strip())} {cases[0]}."
            rest = instructions.told_again(ordered, cases, signs, words)
            if not apart and instructions.may_hold_always(ordered, rest, signs):
                return []
            return [*([f"{capitalised(apart['first'])}."] if apart else []), first, *rest, *because] if rest else []
    return [] if because else _main_last(text, signs, words)


def _main_last(text: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Si A, B o C, llame” → “Si A, llame.” “Llame también si B.” …"""
    begin = f"{signs['if']} "
    if not text.lower().startswith(begin):
        return []
    for match in re.finditer(r", ", text):
        left, main = text[: match.start()], text[match.end() :]
        if not (command(main, words) or re.match(signs["duty"], main, re.IGNORECASE)) or re.search(r"\bsi\b", main):
            continue
        if re.match(signs["has"], main, re.IGNORECASE):
            continue  # “…, siente dolor” is no order to sit down
        if re.search(signs["asks_that"], left):
            continue  # “…, se le pedirá que se duche, orine y beba”: all of it is asked
        if re.search(signs["inside"], left):
            return []  # “Si le ingresan, si usa insulina, tráigala”: the second only holds in the first
        cases = _cases(f"{begin}{left[len(begin) :]}", signs, words)
        if len(cases) < 2 or len(main.split()) > MOST_WORDS_IN_MAIN:
            return []
        rest = instructions.told_again(main, cases, signs, words)
        return [f"{capitalised(cases[0])}, {main}.", *rest] if rest else []
    return []


def _cases(text: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """Each with its own “si”; nothing where one has no verb."""
    cases = list[str]()
    found = _with_its_thing([case.strip(" ,") for case in re.split(signs["between"], text)], signs, words)
    *listed, last = found or [""]
    if not found or any(re.search(signs["not_closed"], case) for case in listed):
        return []
    for case in (*(_closed(case, signs, words) for case in listed), last):
        cases += _halves(case, signs, words) if len(case.split()) > _MOST_WORDS_IN_CASE else [case]
    return [] if any(ends_in_order(case, words) for case in cases) else cases


def _with_its_thing(cases: Sequence[str], signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """The cases; one that speaks of the thing before it, with that: alone it would speak of the listener.

    “si el catéter está roto o si pierde líquido”; nothing where a case further back names the thing.
    """
    articles, found = set(words.grammar["articles"]), list[str]()
    for case in cases:
        named = [bool(set(tokens(one)[1:2]) & articles) for one in found]
        if not any(named) or not re.match(signs["of_a_thing"], case):
            found.append(case)
        elif named[-1]:
            found[-1] += f" {words.grammar['or']} {case}"
        else:
            return []
    return found


def ends_in_order(case: str, words: Vocabulary) -> bool:
    """Whether a case holds what is to be done: “si está mareado, no conduzca”, “si puede y deseche la leche”."""
    parts = re.split(r",\s+(?:(?:[yeou]|pero)\s+)?|\s+(?:[ye]|pero)\s+", case)[1:]
    return any(_only_order(part, words) or re.match(words.grammar["signs"]["besides_this"], part) for part in parts)


def _closed(case: str, signs: Mapping[str, Any], words: Vocabulary) -> str:
    """A list of things whose “o” stood before the next case gets its own: “si tiene tos, fiebre o mareo”."""
    before, comma, last = case.rpartition(", ")
    rest = re.sub(signs["frame"], "", case.partition(" ")[2])
    has = any(re.match(signs[key], rest, re.IGNORECASE) for key in ("has", "comes_with"))
    open_still = re.search(r"\s[ou]\s", last) is None or re.search(signs["same_thing"], last)
    thing = has and is_thing(last, words) and not is_clause(last, words)
    # “si la herida se pone roja, supura, se abre o si tiene fiebre”: what it does, one verb after another
    does = ", " in before and all(verb_first(tokens(part), words) is not None for part in case.split(", ")[1:])
    if not (comma and open_still and (thing or does)) or re.search(r"\bcomo\b", case):
        return case
    pause = "," if re.search(r"\s[ou]\s", before) else ""  # “dificultad para hablar o tragar, o debilidad”
    return f"{before}{pause} {euphony.joint('o', last, words)} {last}"


def _halves(case: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """A case of several verbs, or of several things under one, in groups."""
    word, _, rest = case.partition(" ")
    if sudden := re.match(signs["sudden"], rest):
        halves = _halves(f"{word} {rest[sudden.end() :]}", signs, words)
        return [f"{word} {sudden[0]}{half.removeprefix(f'{word} ')}" for half in halves]
    items = items_of(rest, signs, words)
    if len(items) >= FEWEST_CASES and (made := _time_first(case, items[-1], signs, words)):
        return made
    if (tokens(rest) or [""])[0] in words.grammar["prepositions"] or re.match(signs["frame"], rest):
        return _framed(case, signs, words)
    if set(tokens(items[0])[:1]) & set(words.grammar["articles"]) and any(_goes_on(item, words) for item in items[1:]):
        return [case]  # “si la fiebre sube o pasa de 38 °C”: of the fever
    if len(items) < 2 or any(not item or len(item.split()) > MOST_WORDS_IN_ITEM for item in items):
        return [case]
    if any(re.match(signs["no_case"], item) for item in items):
        return [case]
    own_time = is_clause(items[-1], words) and re.match(signs["own_time"], items[-1])
    if (re.search(signs["scope"], items[-1]) and not own_time) or any(_only_order(item, words) for item in items[1:]):
        return [case]
    has = re.match(signs["has"], rest, re.IGNORECASE)
    listed = has and len(items) >= FEWEST_CASES and not re.search(signs["kinds"], items[0])
    said: list[str] = []
    for place, item in enumerate(items):
        of_thing = place and set(tokens(items[place - 1])[:1]) & set(words.grammar["articles"])
        if of_thing and re.match(signs["of_a_thing"], item):
            said[-1] += f" {words.grammar['or']} {item}"  # “la fiebre pasa de 38 °C” + “dura más de un día”
        elif is_clause(item, words) or (listed and not place):
            said.append(f"{word} {item}")
            has = re.match(signs["has"], item, re.IGNORECASE) or has  # “si tose, tiene fiebre, dolor en el pecho o …”
        elif has and place and is_thing(item, words):
            said.append(f"{word} {has[0]} {item}")
        else:
            return [case]
    return grouped(said, word, has[0] if has else "", words)


def _time_first(case: str, last: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Si tiene A, B o C en los cinco días siguientes” → “si en los cinco días siguientes tiene A o B”, …"""
    word, _, rest = case.partition(" ")
    late = re.search(signs["time_last"], rest)
    if late is None or is_clause(last, words) or not re.match(signs["has"], rest, re.IGNORECASE):
        return []
    made = _framed(f"{word} {late['time']} {rest[: late.start()]}", signs, words)
    return made if len(made) > 1 else []


def _framed(case: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Si durante la noche tiene A, B o C” → “si durante la noche tiene A o B”, “si entonces tiene C”.

    When it is holds for all of them; where the verbs are several (“si entre dos sesiones A o B”), it stays whole.
    """
    word, _, rest = case.partition(" ")
    frame = re.match(signs["frame"], rest)
    verb = re.match(signs["has"], rest[frame.end() :]) if frame else None
    if frame is None or verb is None:
        return [case]
    first, *others = _halves(f"{word} {rest[frame.end() :]}", signs, words)
    begin = f"{word} {verb[0]} "
    if not all(other.startswith(begin) for other in (first, *others)):
        return [case]
    then = next((say for at, say in signs["then_in"].items() if re.search(at, frame[0])), signs["then"])
    later = (f"{word} {then} {other.removeprefix(f'{word} ')}" for other in others)
    return [f"{word} {frame[0]}{first.removeprefix(f'{word} ')}", *later]


def _goes_on(item: str, words: Vocabulary) -> bool:
    """Whether an item begins with its verb, so that the subject of the first may be its own."""
    found = tokens(item)
    verb = verb_first(found, words)
    if re.match(words.grammar["signs"]["of_person"], item):
        return False  # “si la herida supura o tiene fiebre”: no wound has a fever
    return verb is not None and not set(found[:verb]) & set(words.grammar["person_clitics"])


def _only_order(item: str, words: Vocabulary) -> bool:
    """Whether an item is no case but an order: “lleve uno de repuesto”."""
    first = (tokens(item) or [""])[0]
    if re.match(words.grammar["signs"]["state"], item):
        return False
    if first in words.grammar["forbid_with"]:
        return command(item, words)
    return command(item, words) and words.grammar["command_person"].get(first, "tú") != "tú"
