"""How a bracket of no kind is said: between commas or dashes, or as it is where both would blur the sentence."""

from __future__ import annotations

import re

from narration.writing.brackets import limits
from narration.writing.brackets.places import Place
from narration.writing.sentences.clauses import command, conditional, has_verb, own_verb, says_subjects, stands
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_MOST_PAIRS = 2
_WORDS_NEAR = 4
"""So few words are a phrase with its preposition."""
_FEW_WORDS = r"(?:\d+(?:[-–]\d+)? )?[a-záéíóúñü]+(?: [a-záéíóúñü]+){0,2}"


def aside(place: Place) -> str:
    """Between commas; between dashes where a comma would make it an item of a list."""
    content, after = place.content, place.after
    if not says_subjects(place.words) and _would_blur(place):
        return f"{place.before} ({content}){after}"
    if content.endswith(("?", "!")):
        return f"{place.before} ({content}){after}"  # what is asked or called out there is no part of the sentence
    if _describes(place):
        return f"{place.before}, {place.words.grammar['or']} {content},{after}"
    if keeps_dashes(place.words) and (_blurs(place) or limits.says_more(place) or _of_a_pair(place)):
        return f"{place.before} ({content}){after}"
    if after.lstrip()[:1] in ("–", "—"):
        # Two dashes in a row close nothing that can be heard.
        return f"{place.before}, {content}{after}" if ", " not in content else f"{place.before} ({content}){after}"
    if place.ends and command(content, place.words) and keeps_dashes(place.words):
        return f"{place.before}{place.data('dash')}{content}{after}"
    opens = set(tokens(content)[:1]) & {*place.words.grammar["subordinators"], *place.data("adverbial")}
    if opens and keeps_dashes(place.words) and _next_item(place):
        return f"{place.before} ({content}){after}"
    plain = ", " not in content and (opens or place.ends or re.search(r"\d", content.split()[0]))
    if plain or not keeps_dashes(place.words) or not place.among_others:
        closes = "" if place.ends or after.startswith(",") else ","
        return f"{place.before}, {content}{closes}{after}"
    if place.before[-1:].isdigit() and content[:1].isnumeric():
        return f"{place.before} ({content}){after}"  # a dash between two figures is said as “to”: “day 2 – ½ tsp”
    dash = str(place.data("dash"))
    if place.ends:
        return f"{place.before}{dash}{content}{after}"
    if place.brackets > _MOST_PAIRS or (after.startswith(",") and not _clause_follows(place)):
        # “Down's syndrome (trisomy 21), Edwards' syndrome …”: a dash would take the place of the comma of the list.
        return f"{place.before} ({content}){after}"
    return f"{place.before}{dash}{content}{dash.rstrip()}{after.removeprefix(',')}"


def _blurs(place: Place) -> bool:
    """Whether commas would make another thing of a name, or give a figure to what comes after it.

    “A tear (perforation) of the bowel”; “is rare (less than 1 %), infection rarer”; “at once (999 or A&E) for”.
    """
    content, after = place.content, place.after
    if re.fullmatch(place.data("emergency"), content):
        return True
    if re.fullmatch(place.data("share"), content):
        return after.startswith(",") and not re.match(rf",\s+(?:{place.data('list_goes_on')}|but|so|which)\b", after)
    adverb = content.endswith("ly") or content in {*place.data("adverbial"), *place.words.grammar["adverbs"]}
    name = re.fullmatch(r"[a-z]{4,}|[A-Z]{2,5}", content) is not None and not adverb
    # “An ECG (heart tracing)”: the words for the letters; “(theatre has a speaker)”: a clause of its own.
    spelled = re.search(r"\b[A-Z]{2,5}$", place.before) and re.fullmatch(r"[a-z]{4,} [a-z]{4,}", content)
    if place.ends and (spelled or re.fullmatch(place.data("bare_clause") or r"(?!)", content)):
        return True
    return name and not content.endswith("ing") and (place.ends or not place.after.startswith(","))


def _describes(place: Place) -> bool:
    """Whether the bracket has another word for the one before it, and both describe what follows.

    “Weight-loss (bariatric) surgery”.
    """
    pattern, following = place.data("describes"), re.match(r"\s+[a-z]+", place.after)
    if not pattern or following is None or not re.fullmatch(pattern, place.content):
        return False
    grammar = place.words.grammar
    closed = {*grammar["prepositions"], *grammar["no_subject"], *grammar["auxiliary"], *grammar["subordinators"]}
    closed |= {*grammar["relatives"], *grammar["adverbs"], *grammar["verbs"]}
    return following[0].strip() not in closed


def _next_item(place: Place) -> bool:
    """Whether more of a list comes, of which commas would make it: “allergies (especially to latex), fits and …”."""
    item = place.next_item(r"[^,():;]+")
    if not place.among_others or not item or _clause_follows(place) or has_verb(item, place.words):
        return False
    grammar = place.words.grammar
    no_item = {*grammar["prepositions"], *grammar["relatives"], *grammar["subordinators"]}
    return not set(tokens(item)[:1]) & no_item


def _clause_follows(place: Place) -> bool:
    """Whether the comma after a bracket parts clauses and no items of a list."""
    following = place.after.removeprefix(",").strip()
    joins = re.match(rf"(?:{place.data('list_goes_on')}|but|so)\b", following)
    if not joins and not has_verb(place.before, place.words, 1):
        return False  # “Changes in taste (…), numbness and tinnitus are common”
    return bool(joins) or (stands(following, place.words, opening=False) and not command(following, place.words))


def keeps_dashes(words: Vocabulary) -> bool:
    return bool(words.grammar.get("insertions", {}).get("dash"))


def is_one_of_two(place: Place) -> bool:
    """Whether an earlier bracket is like this one: “a los 30 minutos (consulta) o a las 2 horas (cirugía)”."""
    other = rf"\({_FEW_WORDS}\),?\s(?:{place.data('joins')})\s[^()]*$"
    return re.fullmatch(_FEW_WORDS, place.content) is not None and re.search(other, place.before) is not None


def _of_a_pair(place: Place) -> bool:
    """Whether this bracket and its neighbour tell two cases apart, which only two brackets keep alike.

    “After a week (desk work) or six weeks (heavy work)”.
    """
    joint = rf"(?:,|,?\s(?:{place.data('list_goes_on')}|to|but))\s[^(),;:.]{{1,60}}"
    return (
        re.match(rf"{joint}\([^()]+\)", place.after) is not None
        or re.search(rf"\([^()]+\){joint}$", place.before) is not None
    )


def _after_a_list(place: Place) -> bool:
    """Whether a comma would make the bracket one more item: “una quemadura, una úlcera o un tumor (zona receptora)”."""
    joins = place.data("joins")
    listed = re.search(rf",[^,()]+\s(?:{joins})\s[^,()]+$", place.before)
    two = place.data("pair") and re.match(place.data("pair")["what"], place.content)
    return place.ends and listed is not None and bool(two or re.fullmatch(_FEW_WORDS, place.content))


def _is_a_name(place: Place) -> bool:
    """Whether commas would make a second thing of a thing's bare name: “los sensores (pegatinas) en el pecho”.

    At the end of a sentence it may also name all of it: “se siente fuera de su cuerpo (disociación)”.
    """
    name = re.fullmatch(f"(?:{place.data('bare_name')})s?", place.content) if place.data("bare_name") else None
    adverb = place.content in place.words.grammar["adverbs"]
    inside = not place.ends or place.after.startswith(".")
    return name is not None and not adverb and inside and place.before[-1:].isalpha()


def _would_blur(place: Place) -> bool:
    """Whether commas would make a bracket an item of a list, or tear the sentence by another: it stays as it is."""
    grammar, content = place.words.grammar, place.content
    opens = bool(set(tokens(content)[:1]) & {*grammar["clause_words"], *grammar["relatives"]})
    if place.data("joins") and set(tokens(content)[:1]) & set(grammar["strict_conditions"]) and ", " in content:
        return True  # “su medicación (si usa inhaladores, también la cámara)”: a condition with what hangs on it
    apart = place.data("listed_apart") or ()
    if any(re.search(one["before"], place.before) and re.fullmatch(one["what"], content) for one in apart):
        return True
    if place.data("may_be") and place.ends and re.match(place.data("may_be")["what"], content):
        return True  # “… o si no puede andar (podría ser una trombosis)”: a second sentence
    if place.data("joins") and (_same_preposition(place) or content[0] in '“«"' or _between_phrases(place)):
        return True
    if place.data("joins") and ("®" in content or (place.ends and _only_names(place))):
        return True
    if place.data("joins") and ", " in content and re.match(rf",|\s(?:{place.data('joins')})\s", place.after):
        return True  # “con comida (o paracetamol, si no puede), 3 días”: the commas would part it in three
    if _is_a_rate(place) or (
        place.data("no_thing") and ", " in content and re.search(place.data("no_thing"), place.before)
    ):
        return True
    joint = re.match(rf"(?:{place.data('joins') or '(?!)'})\b", content)
    paired = place.data("in_pairs") and re.match(place.data("in_pairs"), content)
    if paired and own_verb(content, place.words):
        return True  # “(ni usted ni ella sabrán cuál)”: a sentence, whose first word joins it to nothing
    opens = opens or (place.ends and re.match(place.data("unless") or r"(?!)", content) is not None)
    if not place.data("joins") or opens or joint:
        return False
    if re.match(r"\s+(?:que\b|\d)", place.after) or command(content, place.words):
        return True  # “un derrame (agua en la rodilla) que haya que sacar”
    if _after_a_list(place) or _is_a_name(place):
        return True
    if place.data("alone") and re.fullmatch(place.data("alone"), place.before.strip()):
        return re.search(r"\d", content) is None
    if (tokens(place.before) or [""])[-1] in grammar["commands"]:
        return True  # “no se bañe (bañera o piscina)”
    # “medicinas (para la tensión, el azúcar o el corazón)” tells which; names after a comma would be things more.
    closed = place.ends and re.search(rf"\s(?:{place.data('joins')})\s", content)
    listed = ", " in content and not (closed and tokens(content)[0] in grammar["prepositions"])
    # “están fríos”, “usualmente se suspende” would be a second sentence after a mere comma.
    return place.in_list or listed or own_verb(content, place.words) or _is_a_pair(place)


def _same_preposition(place: Place) -> bool:
    """Whether the bracket begins as what it explains: “por la vía transyugular (por una vena del cuello)”."""
    first = (tokens(place.content) or [""])[0]
    near = tokens(place.before)[-_WORDS_NEAR:]
    return first in place.words.grammar["prepositions"] and first in near


def _only_names(place: Place) -> bool:
    """Whether a comma would add one more to names: “llagas, tos (en algunos)”, “Tapazol (tiamazol): 5 mg”."""
    name = place.data("bare_name") and re.fullmatch(place.data("bare_name"), place.content)
    named = ", " in place.before or (name and place.after.startswith(":"))  # no “Urgencias (24 horas): …”
    return bool(named) and not has_verb(place.before, place.words) and not has_verb(place.content, place.words)


def _between_phrases(place: Place) -> bool:
    """Whether commas would give what follows to the bracket: “el mismo día (una estancia de 20 horas) con un tubo”."""
    grammar = place.words.grammar
    first, following = (tokens(place.content) or [""])[0], (tokens(place.after) or [""])[0]
    opens = {*grammar["prepositions"], *grammar["clause_words"], *grammar["relatives"], *grammar["amounts"]}
    bare = first.isalpha() and first not in {*opens, *grammar["articles"], *grammar["adverbs"]}
    return bare and place.after.startswith(" ") and following in grammar["prepositions"] and " " in place.content


def _is_a_rate(place: Place) -> bool:
    """Whether commas would make one thing more of how often the last of several comes: “…, fiebre (menos del 1 %)”."""
    rate = place.data("rate")
    if not rate or not place.ends or not re.fullmatch(rate, place.content):
        return False
    _, comma, last = re.sub(r"\([^()]*\)", "", place.before).rpartition(", ")
    return bool(comma) and not has_verb(last, place.words)


def _is_a_pair(place: Place) -> bool:
    """Whether commas would make two things more of what a bracket has: “en ayunas (comida y bebida) desde las 8”."""
    pair = place.data("pair")
    return (
        bool(pair)
        and not place.ends
        and re.search(pair["after"], place.before) is not None
        and (re.fullmatch(pair["what"], place.content) is not None)
    )


def asks(before: str, content: str, words: Vocabulary) -> bool:
    """Whether a bracket has the questions that were just named: alone they would be asked of whoever listens."""
    asked = words.grammar["insertions"].get("asked")
    return bool(asked and re.search(asked["before"], before) and re.fullmatch(asked["questions"], content.strip()))


def is_instead(before: str, content: str, words: Vocabulary) -> bool:
    """Whether a bracket tells what else to do in a case: “take ibuprofen (or paracetamol, if you are allergic)”.

    Between commas the case would be heard of both.
    """
    instead = words.grammar.get("insertions", {}).get("instead", r"(?!)")
    return re.fullmatch(instead, content.strip()) is not None and not conditional(before, words)
