"""An instruction before one more case, and the reason for all cases; for a language with one word for them (*si*)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.writing.sentences import set_aside
from narration.writing.sentences.clauses import FEWEST_WORDS, command, has_verb, instructs, main_clause, says_subjects
from narration.writing.sentences.continued import shows_subject
from narration.writing.sentences.enumerations import joined
from narration.writing.sentences.text import balanced, capitalised, decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_OF_THE_SAME = 18
_FRIENDS = {"tú", "vos"}


def again(main: str, signs: Mapping[str, Any], words: Vocabulary) -> str:
    """The instruction once more, short: “Llame también”; “Haga lo mismo” where there are two, or a denial.

    What is to be done at once, or so long before, is so in each case: “Avise también de inmediato”.
    """
    said = _short(main, signs, words)
    if says_the_same(said, signs):
        return said
    when = (re.search(signs[key], main) for key in ("so_long_before", "at_once"))
    return " ".join([said, *(found[0] for found in when if found and found[0] not in said)])


def _short(main: str, signs: Mapping[str, Any], words: Vocabulary) -> str:
    """The instruction without what it says besides."""
    also = str(words.grammar["lists"]["also"])
    duty = re.match(signs["duty"], main, re.IGNORECASE)
    denies = set(tokens(main)) & set(words.grammar["negative"])
    orders = [part for part in re.split(signs["two_orders"], main) if command(part.strip(), words)]
    if placed := re.fullmatch(signs["at_place"], main, re.IGNORECASE):
        return capitalised(f"{placed['verb']} {also} {placed['place']}")
    bare = re.sub(signs["urging"], "", main)
    if bare != main:
        return _short(bare, signs, words)
    if duty and not denies:
        return capitalised(f"{duty['again']} {also}")
    if stated := re.fullmatch(signs["statement"], main):
        return capitalised(f"{also} {decapitalised(stated['again'])}")
    if never := re.match(signs["never"], main, re.IGNORECASE):
        return capitalised(f"{never['again']} {signs['neither']}")
    if nor := re.match(signs["nor"], main, re.IGNORECASE):
        return capitalised(f"{signs['neither']} {nor['again']}")
    short = re.match(signs["again"], main, re.IGNORECASE)
    choice = re.search(rf"\s(?:{words.grammar['or']}|u)\s", main)
    second = len(orders) > 1 or re.search(signs["second_order"], main)
    if short and not denies and not choice and not second:
        return capitalised(f"{short[0]} {also}")
    return the_same(" ".join(orders), signs, words, ban=re.match(signs["ban"], main) is not None)


def says_the_same(said: str, signs: Mapping[str, Any]) -> bool:
    """Whether an instruction said again is “Haga lo mismo”, or after a ban “Tampoco lo haga”."""
    return said in {*signs["same"].values(), *signs["same_ban"].values()}


def the_same(orders: str, signs: Mapping[str, Any], words: Vocabulary, *, ban: bool = False) -> str:
    """“Haga lo mismo”, or “Haz lo mismo” after an order to a friend; after a ``ban`` “Tampoco lo haga”.

    Some orders to a friend are those of *tú* and of *vos* (“vete”, “danos”): the page tells which it says.
    """
    ordered = (token for token in tokens(orders) if token in words.grammar["command_person"])
    page = words.style.get("address", "usted")
    usual = "tú" if ban and re.match(signs["friends_ban"], orders) else page
    person = words.grammar["command_person"].get(next(ordered, ""), usual)
    same = signs["same_ban" if ban else "same"]
    return str(same[page if {person, page} <= _FRIENDS else person])


def besides(told: str, cases: Sequence[str], signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """“Avísenos antes, y también si A o si B” → “Avísenos antes.” “Avísenos también si A.” …"""
    if not command(told, words) or says_the_same(again(told, signs, words), signs):
        return []
    return [f"{capitalised(told)}.", *told_again(told, ("", *cases), signs, words)]


def told_again(main: str, cases: Sequence[str], signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """The instruction again for each case but the first; “Haga lo mismo” once for as many as a sentence holds.

    Nothing where a bracket would come between the instruction and “lo mismo”: it may say something else to do.  Nor
    where nobody does what is said: “No es candidato, o debe posponerse, si …”.
    """
    told = again(main, signs, words)
    if not says_the_same(told, signs):
        return [f"{told} {case}." for case in cases[1:]]
    if any(map(set_aside.holds, cases[:-1])) or re.match(signs["no_act"], main):
        return []
    groups: list[list[str]] = []
    for case in cases[1:]:
        held = " ".join([told, *(groups[-1] if groups else ()), case]).split()
        bare = groups and not any(re.search(r"\s[ou]\s", one) for one in (*groups[-1], case))
        if bare and len(held) <= _MOST_WORDS_OF_THE_SAME:
            groups[-1].append(case)
        else:
            groups.append([case])
    return [f"{told} {joined(group, words.grammar['or'], words)}." for group in groups]


def may_hold_always(main: str, rest: Sequence[str], signs: Mapping[str, Any]) -> bool:
    """Whether “lo mismo” would take in an order that may hold in any case: “Guarde reposo y sople si …”."""
    same = any(line.startswith(tuple(signs["same"].values())) for line in rest)
    return same and re.search(r"\s[ye]\s", main) is not None and not re.match(signs["in_the_case"], main)


def reason_of_all(reason: str, signs: Mapping[str, Any], words: Vocabulary) -> list[str]:
    """The reason for all the cases as a sentence that says so; nothing where its subject is not told."""
    if of_all := re.match(signs["of_all"], reason):
        return [f"{signs['all_this'][of_all['verb']]} {reason[of_all.end() :]}."]
    if re.match(signs["about_all"], reason):
        return [f"{capitalised(reason)}."]
    if not shows_subject(reason, words) or re.match(signs["vague"], reason):
        return []
    return [f"{capitalised(reason)}." if re.match(signs["says_itself"], reason) else f"{signs['the_reason']} {reason}."]


def tells(sentence: str, words: Vocabulary) -> bool:
    """Whether a Spanish sentence says what is to be done: “se recomienda …”, “tres días antes empiece …”."""
    if says_subjects(words):
        return False
    if re.search(words.grammar["signs"]["tells"], sentence):
        return True
    found = tokens(sentence)
    grammar = words.grammar
    inner = {*grammar["relatives"], *grammar["clause_words"], *grammar["clitics"], *grammar["forbid_with"]}
    led = re.match(grammar["signs"]["led"], sentence) is not None
    return led and any(
        found[index - 1] not in inner and _order_of_usted(found[index:], words) for index in range(1, len(found))
    )


def _order_of_usted(found: Sequence[str], words: Vocabulary) -> bool:
    """Whether an order begins here that is no verb of a thing too, as those of *tú* are (“toma”)."""
    surely = found[0] in words.grammar["forbid_with"] or words.grammar["command_person"].get(found[0]) != "tú"
    return surely and command(" ".join(found), words)


def begins_with_order(clause: str, words: Vocabulary) -> bool:
    """Whether a clause is an order of a verb that may be a noun, too: “If it hurts, move back a step”."""
    found = tokens(main_clause(clause, words))
    orders = {*words.grammar.get("verb_bases", ()), *words.grammar.get("orders_besides", ())}
    return balanced(clause) and len(found) >= FEWEST_WORDS and found[0] in orders


def mostly(texts: Sequence[str], words: Vocabulary) -> bool:
    """Whether at least half of what a part says, but mere names, tells the listener what to do."""
    said = [text for text in texts if text and has_verb(text, words)]
    told = [text for text in said if instructs(text, words) or tells(text, words)]
    return len(told) * 2 >= len(said) > 0
