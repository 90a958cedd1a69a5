"""Amounts in brackets, by kind: the same in another unit, another one for another case, how long, how often.

As in ``insertions``, each gives what stands there instead of the bracket, or
``None`` where the bracket is of another kind.
"""

from __future__ import annotations

import re

from narration.writing.brackets.places import Place
from narration.writing.sentences.clauses import command, has_verb
from narration.writing.sentences.text import tokens


def same_amount(place: Place) -> str | None:
    """“2 litres (8 to 10 glasses)”: an amount of the same kind in another unit."""
    for units in place.data("units"):
        amount = rf"(?i){place.data('amount')}\s*(?:{units})"
        if re.fullmatch(amount, place.content) and re.search(rf"{amount}$", place.before):
            return f", {place.words.grammar['or']} {place.content}"
    return None


def same_share(place: Place) -> str | None:
    """“Fewer than 1 in 1,000 people (less than 0.1%)”: the same share in other figures."""
    twice = place.data("share_twice")
    if not twice or not re.fullmatch(twice["percent"], place.content):
        return None
    return f", {twice['say']} {place.content}" if re.search(twice["in"], place.before) else None


def other_amount(place: Place) -> str | None:
    """“10 mg (5 mg if you are over 75)”: another amount for another case."""
    for_whom = place.data("other_case")
    if not for_whom or not re.fullmatch(rf"(?i){place.data('amount')}(?:\s+[\w/%]+)?\s+{for_whom}", place.content):
        return None
    measured = re.search(rf"(?i)(?:{place.data('amount')}|\ban)\s+[\w/%]+$", place.before)
    return f", {place.words.grammar['or']} {place.content}" if measured else None


def other_medicine(place: Place) -> str | None:
    """“Take paracetamol (ibuprofen if you cannot)”: another medicine for another case, to be taken instead."""
    instead = place.data("medicine_instead")
    other = re.fullmatch(instead["what"], place.content) if instead else None
    if other is None or not re.search(instead["of"], place.before):
        return None
    known = re.search(instead["known"], other["name"]) or re.search(place.data("medicine"), other["name"])
    return f", {place.words.grammar['or']} {place.content}" if known else None


def lasts(place: Place) -> str | None:
    """“until it has healed (7 to 10 days)”: how long that takes; nothing does in a step's name (“Before you go”)."""
    until = place.data("until")
    if (
        not until
        or not place.ends
        or not re.fullmatch(rf"(?i){place.data('amount')}\s+{place.data('time')}", place.content)
    ):
        return None
    clause = re.search(until, place.before)
    if clause is None or not re.search(r"\w\s*$", place.before[: clause.start()]):
        return None
    return f", {place.data('takes')} {place.content}" if has_verb(clause["clause"], place.words) else None


def chance(place: Place) -> str | None:
    """“Rarely (fewer than 1 in 1,000 cases)”, “neck pain (7 in 100)”: how often is said with “in”."""
    rarely = re.search(place.data("rarely"), place.before, re.IGNORECASE) if place.data("rarely") else None
    if rarely and place.data("share") and re.fullmatch(place.data("share"), place.content):
        return f", {place.data('in')} {place.content}"  # “rarely (less than 1%) permanent”
    if not re.fullmatch(place.data("chance") or r"(?!)", place.content, re.IGNORECASE):
        return None
    if re.match(r"\s*[:,–—-]", place.after) and re.fullmatch(place.data("how_often") or r"(?!)", place.before.strip()):
        return f", {place.content}"
    may = place.ends and place.data("may_happen") and re.search(place.data("may_happen"), place.before)
    if rarely or may:  # “the lens may tear (about 1 in 100)”
        return f", {place.data('in')} {place.content}"
    counted = re.search(place.data("counted"), place.before, re.IGNORECASE)  # “a small chance (1 in 100) that …”
    if place.brackets > 1 and not counted and re.search(place.data("risk_of") or r"(?!)", place.before, re.IGNORECASE):
        return f" ({place.content})"  # “a risk of a leak (1 in 900) or a clot (…)”: no leak “in” these, nor a risk
    # “Weakness (1 in 200), infection and …”: between commas it could be said of what comes next.
    listed = re.match(r",\s+[a-z]", place.after) and ", " not in place.before
    if listed and re.search(place.data("is_so_often") or r"(?!)", place.before):
        return f" ({place.content})"  # “Fits are rare (1 in 5,000), they stop”: they are not rare “in” these
    return f" {place.data('in')} {place.content}" if (place.brackets > 1 or listed) and not counted else None


def how_common(place: Place) -> str | None:
    """“… and a broken jaw (very rarely).”: of the last of a list only."""
    said_as = (place.data("how_common") or {}).get(place.content.lower())
    return f", {said_as}" if said_as and place.ends and place.before[-1:].isalpha() else None


def goes_on_to_tell(place: Place) -> str | None:
    """“A dry mouth (may last a week)”: what the thing before it does, which after a comma alone has no subject."""
    tells = place.data("tells_of_thing")
    if not tells or place.among_others or not re.fullmatch(tells["at"], place.content):
        return None
    found = tokens(place.before)
    whole = command(place.before, place.words) or set(found) & {*place.words.grammar["negative"]}
    person = set(found[-1:]) & set(place.words.grammar["persons"])
    return None if whole or person or ", " in place.before else f", {tells['which']} {place.content}"


def how_rare(place: Place) -> str | None:
    """“Infección (raro)”, alone in its line: how often a thing comes, which is no adjective of it: “… : es raro”."""
    known = place.data("how_rare")
    told = re.fullmatch(known["at"], place.content) if known else None
    if told is None or not place.ends or "," in place.before or has_verb(place.before, place.words):
        return None
    return f": {known['several' if told['how'].endswith('s') else 'one']} {place.content.lower()}"


def in_total(place: Place) -> str | None:
    """“6 sessions over 3 weeks (36 total)”."""
    match = re.fullmatch(place.data("total"), place.content) if place.data("total") else None
    return f", {match['number']} {place.data('in_total')}" if match else None


def hours(place: Place) -> str | None:
    """“01632 960 587 (24 hours)”."""
    said_as = (place.data("hours") or {}).get(place.content.lower())
    return f", {said_as}" if said_as and place.before[-1:].isdigit() else None


def open_at(place: Place) -> str | None:
    """“01632 960 587 (Mon–Fri, 9 am to 4 pm)”: when somebody answers, apart from the digits of the number."""
    match = re.fullmatch(place.data("open_at"), place.content) if place.data("open_at") and place.ends else None
    if match is None or not re.search(place.data("number"), place.before):
        return None
    return f", {place.content}" if match["days"] else f", {place.data('from')} {place.content}"


def weighs(place: Place) -> str | None:
    """“Heavy bags (more than 5 kg) for a week”: of several things that come before."""
    pattern = place.data("weighs")
    if not pattern or not re.fullmatch(pattern, place.content) or not re.search(r"[a-rt-z]s$", place.before):
        return None
    return f" {place.data('of')} {place.content}"


def sized(place: Place) -> str | None:
    """“una incisión (2 o 3 cm)”: how large the thing just named is."""
    size = place.data("size")
    if not size or not re.fullmatch(size, place.content) or not re.search(place.data("sized"), place.before):
        return None
    return f", {place.data('of_size')} {place.content}"


def measure(place: Place) -> str | None:
    """“pure (100%) oxygen”: a figure between a word and its noun needs no comma."""
    following = tokens(place.after)[:1]
    if not place.data("amount") or not following or not re.match(r"\s+[a-z]", place.after):
        return None
    grammar = place.words.grammar
    closed = {*grammar["prepositions"], *grammar["no_subject"], *grammar["auxiliary"], *grammar["subordinators"],
              *grammar["relatives"], *grammar["subjects"], *grammar["adverbs"]}  # fmt: skip
    inside = following[0] in closed or following[0] in grammar["verbs"] or following[0].endswith(("ly", "ed"))
    if inside or not re.fullmatch(rf"(?i){place.data('amount')}\s*%", place.content):
        return None
    return f" {place.content}"
