"""The beginning that the points of a list share (“Call us if you have:”), and how each point is said with it.

An open beginning cannot stand alone: it is said with its first point and again with the later ones, so that no point
loses its condition and becomes a statement (“You have kidney disease.”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from narration.language.brackets import without_brackets, without_last_bracket
from narration.writing.frame.names import unshouted
from narration.writing.page_lists import brought, doing, holding, valued
from narration.writing.sentences.clauses import (
    command,
    conditional,
    finite,
    has_verb,
    instructs,
    main_clause,
    own_verb,
    says_subjects,
    stands,
    subject,
)
from narration.writing.sentences.phrases import ends_with_noun
from narration.writing.sentences.plurals import plural
from narration.writing.sentences.text import capitalised, decapitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary

_QUOTED = re.compile(r"[“«\"][^”»\"]*[”»\"]")
MOST_WORDS_AGAIN = 8
"""A longer beginning that holds no condition is said again only if it must be."""
MOST_WORDS_WHOLE = 20
"""A list under a beginning that denies stays one sentence up to this length."""


def opened(lead: str, words: Vocabulary) -> str:
    """The beginning as its points are said with it; ``""`` when it stands alone."""
    grammar = _grammar(words)
    if not grammar:
        return ""
    text = lead.strip().rstrip(":….").strip()
    text = unshouted(text, {}) if text.isupper() and re.search(r"[ ’']", text) else text
    for pattern, instead in grammar.get("instead", {}).items():
        text = re.sub(pattern, instead, text, count=1)
    text = capitalised(text.strip())
    if inside := re.match(grammar.get("time_inside", r"(?!)"), text, re.IGNORECASE):
        text = capitalised(f"{inside['time']}, {decapitalised(inside['do'])}")
    bare = re.sub(grammar["names"], "", text).strip()
    for found in (bare, text):
        # The verb of a bracket opens nothing: “Typical times (these may vary)”.
        if found and is_open(found, words) and is_open(without_last_bracket(found), words):
            return found
    apart = re.search(grammar.get("apart", r"(?!)"), text)
    if apart and not has_verb(next(filter(None, apart.groups())), words):
        return f"{text},"
    return ""


def quiet(heading: str) -> str:
    """A heading as the beginning of a sentence: “Let Us Know If” → “Let us know if”."""
    words = unshouted(heading, {}).split()
    titled = len(words) > 1 and all(word[:1].isupper() for word in words)
    return " ".join([*words[:1], *map(str.lower, words[1:])]) if titled else " ".join(words)


def is_better_closed(lead: str, stem: str, words: Vocabulary) -> bool:
    """Whether a long beginning that also stands alone (“You must come … with the following papers”) is said once."""
    return len(stem.split()) > MOST_WORDS_AGAIN and not (conditional(stem, words) or is_open(lead.rstrip(":… "), words))


def pointing(stem: str, points: Sequence[str], words: Vocabulary) -> str:
    """“The benefits are” before points that are sentences: “The benefits are these”; ``""`` where it takes them."""
    these = _grammar(words).get("pointing", {}).get(last_word(stem), "")
    return f"{stem} {these}" if these and all(is_clause(point, words) for point in points) else ""


def is_open(text: str, words: Vocabulary) -> bool:
    """Whether a beginning cannot stand without its points (“You should:”, “Call us if you have:”)."""
    found = tokens(text)
    grammar = _grammar(words)
    if not found or not grammar or re.match(grammar.get("asks", r"(?!)"), text):
        return False
    if re.search(grammar.get("not_open", r"(?!)"), text):
        return False
    if re.search(grammar.get("series_from", r"(?!)"), text):
        return True
    if tokens(main_clause(text, words)) == found[-1:] and found[-1] in words.grammar["commands"]:
        return True  # “Unless we have said otherwise, stop:”
    named = len(found) > 1 and found[-2] in {*words.grammar["determiners"], *words.grammar["singular_pointers"]}
    opening = re.search(grammar.get("opens_at", r"(?!)"), text)
    if opening and not has_verb(opening["subject"] or "", words):
        return True
    return found[-1] in grammar["opens"] or (
        grammar.get("by_verb", "all") != ""
        and found[-1] in words.grammar["verbs"]
        and not named
        and not ends_with_noun(found, words)
        and not _is_pair(found, words)
        and found[-1] not in grammar.get("closes", ())
        and not re.search(grammar["names"], text)
    )


def is_label(lead: str, told: str, words: Vocabulary) -> bool:
    """Whether a beginning names two things over a sentence of their own: “Work and travel: Stay at home …”.

    The second may look like a verb, which would take what comes after the colon for its object.
    """
    pair = re.fullmatch(rf"\w+\s+(?:{'|'.join(_joints(words))})\s+\w+\s*:?", lead.strip())
    return pair is not None and re.match(r"[^\W\d_a-z][a-z]", told) is not None


def _is_pair(found: Sequence[str], words: Vocabulary) -> bool:
    """“Food and drink”: two things, of which the second may look like a verb."""
    acts = {*words.grammar["commands"], *words.grammar["verbs"], *words.grammar["subjects"]}
    return len(found) == 3 and found[1] in _joints(words) and found[0] not in acts


def _joints(words: Vocabulary) -> tuple[str, str]:
    return _grammar(words)["and"], _grammar(words)["or"]


def speaks(text: str, words: Vocabulary) -> bool:
    """Whether a text is the beginning of a clause, and no name: “For 24 hours do not”, “You will need”."""
    first = tokens(text)[:1]
    says = first and (first[0] in words.grammar["subjects"] or finite(first, 0, words))
    return bool(denies(text, words) or says) or re.match(_grammar(words).get("adverbial", r"(?!)"), text) is not None


def denies(text: str, words: Vocabulary) -> bool:
    """Whether a beginning has a word that denies; “sin falta” is none."""
    asserted = re.sub(_grammar(words).get("not_denied", r"(?!)"), "", text)
    return bool(set(tokens(asserted)) & set(words.grammar["negative"]))


def pointed_on(texts: Sequence[str], items: Sequence[int], words: Vocabulary) -> Sequence[str]:
    """A beginning that points at the list right under it, as one: “Tell us if any of these apply.” → “… apply:”."""
    pattern = _grammar(words).get("points_on", r"(?!)")
    if not items:
        return texts
    following = [*items[1:], 0]
    return [
        f"{text.rstrip('. ')}:" if after and after != item and re.search(pattern, text.strip()) else text
        for text, item, after in zip(texts, items, following, strict=True)
    ]


def dangles(text: str, words: Vocabulary) -> bool:
    """Whether a text breaks off before what its last words lead in to: “Call us if you have:”, “Avísenos si…”."""
    pattern = words.grammar.get("dangling")
    if re.fullmatch(r"\w+\.", text.strip()) or re.search(words.grammar.get("elliptic", r"(?!)"), text.strip()):
        return False  # the answer “No.”, or “Ring us if it is.”
    return bool(pattern) and re.search(str(pattern), text.strip().rstrip(":;,.… ")) is not None


def from_heading(name: str, words: Vocabulary) -> str:
    """The beginning that a heading is to the list right under it: “When to call us” → “Call us if”."""
    for pattern, stem in _grammar(words).get("heading_stems", {}).items():
        if match := re.match(pattern, unshouted(name, {}).strip().rstrip("?:….").strip()):
            return capitalised(match.expand(stem))
    return ""


def with_point(stem: str, point: str, words: Vocabulary) -> str:
    """The two as one clause: “Call us if you” + “you have a fever” → “Call us if you have a fever”."""
    grammar = _grammar(words)
    if aside := re.fullmatch(r"(\([^()]*\))\s+(.+)", point):
        point = f"{aside[2]} {aside[1]}"  # “(if you felt it) the baby moves less” after “Call if”
    if paired := valued.said(stem, point, words) or valued.tabled(stem, point) or doing.said(stem, point, words):
        return paired
    case = grammar.get("in_case")
    if case and re.match(case["point"], point) and (had := re.search(case["at"], stem)):
        return f"{stem[: had.start()]}{case['say']} {point}"  # “Tell us if you have, or have had,” + “pregnancy”
    been = grammar.get("been")
    if been and re.match(been["point"], point) and (had := re.search(been["at"], stem)):
        return f"{stem[: had.start()]} {point}"  # “Have you ever had” + “been told …” → “Have you ever been told …”
    last, _, rest = point.partition(" ")
    if rest and last_word(stem) == last.lower() in words.grammar["strict_conditions"]:
        return f"{stem} {rest}"  # “Llame si” + “si algo le preocupa”
    point = rest if rest and last_word(stem) == last.lower() else point
    head = re.search(grammar.get("same_head", r"(?!)"), stem)
    if head and re.match(rf"{head['head']}\b", point):
        return f"{stem[: head.start()]}{point}"  # “Anote la hora exacta de” + “la hora en que se acostó”
    clause = is_clause(point, words)
    if not clause and (told := holding.not_had(stem, point, words)):
        return told
    point = point if clause else holding.with_its_article(stem, point, words)
    if apart := brought.after(stem, point, words) or ("" if clause else holding.said(stem, point, words)):
        return apart
    first = "" if re.match(grammar.get("starts_not", r"(?!)"), point) else (tokens(point) or [""])[0]
    own = re.search(grammar.get("own_condition", r"(?!)"), stem)
    if own and first in words.grammar["strict_conditions"]:
        return f"{stem[: own.start()].rstrip()} {point}"  # “Llame si presenta” + “si no puede orinar”
    if clause and (match := re.search(grammar["before_clause"], stem)):
        stem = f"{stem[: match.start()]}{match['if']}"
    elif not clause and (match := re.search(grammar["before_verb"], stem)) and first in grammar["starts"]:
        stem = f"{stem[: match.start()]}{match['if']}{match['who'] or grammar['who']}"
    elif not clause and re.search(grammar["bare_condition"], stem) and first not in grammar["starts"]:
        stem = f"{stem} {holding.verb_for(point, words)}".rstrip()
        point = rest if rest and last_word(stem) == last.lower() else point
    return f"{stem if clause else holding.had(stem, point, words)} {holding.with_case(stem, point, words)}"


def is_clause(point: str, words: Vocabulary) -> bool:
    """Whether a point is a sentence in itself (“you have a fever”), and no thing or verb alone."""
    point = re.sub(_grammar(words).get("suddenly", r"(?!)"), "", _QUOTED.sub("", point))  # “sensación de ‘algo va mal’”
    if re.match(_grammar(words)["clause"], point) or _is_verb_first(point, words):
        return True
    # “A fever that lasts” has a verb, but is a thing; what a bracket says is no part of it.
    point = without_brackets(point)
    if re.match(_grammar(words).get("clause_past_relative", r"(?!)"), point) and own_verb(point, words):
        return True  # “el líquido que sale se vuelve turbio”
    bare = re.match(_grammar(words).get("clause_of_bare", r"(?!)"), point)
    name, verb = (bare["name"], "") if bare else subject(point, words)
    relative = {*words.grammar["relatives"], *words.grammar["subordinators"]} & set(tokens(name))
    if not name or relative or tokens(name)[-1:] in ([word] for word in _joints(words)):
        return False  # “la mano fría o pierde fuerza”: what is before the word has no verb of its own
    if bare:
        return tokens(name)[0] not in words.grammar["no_subject"]
    if verb in words.grammar.get("verb_bases", ()) and not plural(name, "", words):
        return False  # “a smelly discharge”
    return re.match(_grammar(words)["clause_of_thing"], point) is not None


def _is_verb_first(point: str, words: Vocabulary) -> bool:
    """Whether a point begins with its verb, where that needs no subject: “pierdes fuerza”, but no “falta de aire”."""
    found = tokens(point)
    not_before = _grammar(words).get("verb_not_before")
    return not_before is not None and finite(found, 0, words) and not set(found[1:2]) & set(not_before)


def adverbial(lead: str, words: Vocabulary) -> bool:
    """Whether a beginning only says when or where: “Then:”, “En casa:”, “If you feel unwell:”."""
    match = re.match(_grammar(words).get("adverbial", r"(?!)"), lead)
    if not says_subjects(words) and instructs(lead, words):
        return False  # “En cuanto a sus pastillas, siga la tabla”
    if re.match(_grammar(words).get("then", r"(?!)"), lead) and stands(lead.partition(" ")[2], words, opening=True):
        return False  # “Then you get the tablets”
    pointing = re.search(_grammar(words)["names"], lead)
    return match is not None and not pointing and main_clause(lead, words) == lead


def names_cases(stem: str, words: Vocabulary) -> bool:
    """Whether one point is enough: “Call us if”, not “If you take warfarin, please”, nor “Drive, so long as you”."""
    main, each = main_clause(stem, words), re.search(_grammar(words).get("asks_each", r"(?!)"), stem)
    ordered = re.match(_grammar(words).get("orders_all", r"(?!)"), main)
    return each is None and conditional(stem, words) and (main == stem or ordered is None or conditional(main, words))


def statements(points: Sequence[str], words: Vocabulary) -> bool:
    """Whether each point may be said by itself: a clause, or an order."""
    at, commands = _grammar(words).get("described_after", r"(?!)"), set(words.grammar["commands"])
    told = ((point, command(point, words)) for point in (re.sub(at, "", point) for point in points))
    return all(order or stands(each, words, opening=False) or {*tokens(each)[:1]} & commands for each, order in told)


def is_doubtful(lead: str, points: Sequence[str], words: Vocabulary) -> bool:
    """Whether points may not be true of whoever listens: “Reasons to ring us:” + “you have a fever”."""
    unsure = conditional(lead, words) or re.search(_grammar(words).get("doubtful", r"(?!)"), lead) is not None
    return unsure and any(is_clause(point, words) for point in points)


def forbids(lead: str, points: Sequence[str], words: Vocabulary) -> bool:
    """Whether points are what must not be done: “Do none of these:” + “drive”, which alone would be an order."""
    denied = re.search(_grammar(words).get("forbids", r"(?!)"), lead) is not None
    verbs = {*words.grammar["commands"], *words.grammar.get("verb_bases", ())}
    return denied and any(set(tokens(point)[:1]) & verbs for point in points)


def bare(point: str, words: Vocabulary) -> str:
    """A point without the “; and” between it and the next, and the “…” before it, as inside a sentence."""
    text = re.sub(r"^(?:…|\.{3})\s*", "", point.strip())
    text = re.sub(_grammar(words)["between"], "", text.rstrip("."), flags=re.IGNORECASE).strip().removesuffix(" –")
    first = text.partition(" ")[0]
    named = re.sub(r"['’]s$", "", first.rstrip(",:;")) in words.grammar.get("proper", ())
    keeps = named or (not first[1:].islower() and len(first) > 1) or (tokens(text) or [""])[0] == "i"
    return text if keeps else decapitalised(text)


def _grammar(words: Vocabulary) -> dict[str, Any]:
    found: dict[str, Any] = words.grammar["bullets"]
    return found
