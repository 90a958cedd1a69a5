"""What stands in a bracket, by kind, and how it is said without one.

Each kind is a function in ``KINDS``: it gets the place of a bracket and gives
what stands there instead, with the comma before it, or ``None`` where the bracket
is of another kind.  The kinds are tried in order.  None of them guesses: only
a name that is surely one is “called” so, and only what the page calls
an example is one.  What is left stands between commas, or between dashes where
commas would make it an item of a list (“warfarin, Coumadin, clopidogrel”).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from narration.language.inflection import plural
from narration.writing.brackets import acronyms, amounts, glosses, limits
from narration.writing.brackets.asides import aside, is_one_of_two
from narration.writing.brackets.places import Place
from narration.writing.brackets.short_names import (
    MOST_WORDS_BACK,
    may_stand_for,
    with_article,
    with_new_article,
)
from narration.writing.sentences import euphony
from narration.writing.sentences.clauses import FEWEST_WORDS, has_verb, says_subjects
from narration.writing.sentences.enumerations import joined
from narration.writing.sentences.text import decapitalised, tokens
from narration.writing.vocabulary import Vocabulary

_EXAMPLES = re.compile(r"[^\W\d_](?:[^\W\d_]|[ -])*,(?:[^\W\d_]|[, -])+")


def said(place: Place) -> str:
    """The sentence from ``before`` on with its bracket said in words; with it where nothing clear can be said."""
    if _stays(place):
        return f"{place.before} ({place.content}){place.after}"
    goes_on = rf", (?:\S+ ){{1,3}}(?:{place.data('joins')})\s"
    if place.in_list and re.match(goes_on, place.after) and _marked_examples(place):
        return f"{place.before} ({place.content}){place.after}"  # or the list would go on with the examples
    for kind in KINDS if not place.in_list else (_marked_examples,):
        text = kind(place)
        if text is not None and _names_two(text, place):
            break
        if text is not None and limits.would_join_a_list(text, place):
            return f"{place.before} ({place.content}){place.after}"
        if text is not None:
            bare = not text.startswith(",") or place.ends or place.after.lstrip()[:1] in (",", "–", "—")
            told = f"{place.before}{text if bare else f'{text},'}{place.after}"
            return euphony.mended(told, f"{place.before} ({place.content}){place.after}", place.words)
    return aside(place)


def _names_two(text: str, place: Place) -> bool:
    """Whether a name would be heard of two things, and not only of the last: “Bleeding and infection (meningitis)”."""
    two = place.data("two_things")
    return bool(two) and text.startswith(f", {place.words.grammar['called']} ") and bool(re.search(two, place.before))


def _marked_examples(place: Place) -> str | None:
    """“e.g. ibuprofen”: an example, because the page says so; “i.e. until noon” is none."""
    for short, said in place.words.grammar["abbreviated"].items():
        if match := re.search(short, place.content):
            rest = f"{place.content[: match.start()]}{place.content[match.end() :]}"
            rest = _with_or(rest, place.words) if "joined_by" in said else rest
            clause = set(tokens(rest)[:1]) & {
                *place.words.grammar["subordinators"],
                *place.words.grammar["prepositions"],
            }
            rest = rest if clause else with_new_article(rest, place.data("things"))
            return f", {said.get('before_clause', said['say']) if clause else said['say']}{rest}"
    return None


def _any_kinds(place: Place) -> str | None:
    """“Any metal in your head (clips, stents)”: whatever is listed is one of “any”."""
    content, at = place.content, place.data("any_kind")
    if not at or not re.search(at, place.before) or not re.fullmatch(place.data("any_kinds"), content):
        return None
    return f", {place.data('kinds_said')} {_with_or(content, place.words)}"


def _unmarked_examples(place: Place) -> str | None:
    """In a language that has a word for it, a list in brackets gives examples."""
    such_as = place.words.grammar["such_as"]
    content = place.content.removeprefix(f"{such_as} ") if such_as else place.content
    several = place.data("of_several")
    joint = str(place.words.grammar["bullets"]["and"])
    if set(tokens(content)[:1]) & set(place.words.grammar["prepositions"]):
        return None  # “medicinas (para la tensión, el azúcar o el corazón)”
    if "," not in content and f" {joint} " in content:
        return None  # “las vías respiratorias (tráquea y bronquios)” names all of them
    if place.data("all_named") and re.search(place.data("all_named"), place.before) and f" {joint} " in content:
        return None  # “signos vitales (pulso, temperatura y saturación)” are all that is measured
    if place.data("excludes") and re.match(place.data("excludes"), content):
        return None  # “líquidos (excepto leche, café o alcohol)”
    if limits.is_treatment(place):
        return f" ({place.content})"
    if several and re.search(several, place.before) and re.fullmatch(place.data("several_names"), content):
        return f", {such_as} {_with_or(content, place.words)}"
    if not such_as or (place.data("other_name") and re.search(place.data("other_name"), content)):
        return None
    if not _EXAMPLES.fullmatch(content) or not content.islower():
        return None
    if several and not re.search(several, place.before):
        return None  # “agua (bañera, mar)”: no kinds of it
    listed = _with_or(content, place.words)
    return f", {such_as} {listed}" if listed != content or says_subjects(place.words) else None


def _renamed(place: Place) -> str | None:
    """“Un TAC (tomografía …)”, “anemia por falta de hierro (anemia ferropriva)”: another name."""
    other = place.data("other_name")
    if not other:
        return None
    before, found = tokens(place.before)[-MOST_WORDS_BACK:], tokens(place.content)
    short_name = bool(acronyms.ACRONYM.fullmatch((place.before.split() or [""])[-1])) and place.content[:1].islower()
    short_name = short_name and may_stand_for(place.before.split()[-1], place.content)
    same = bool(found) and found[0] in before and len(found[0]) > FEWEST_WORDS
    same = same and not re.search(r"\d", place.content)  # “…, fiebre (menos del 1 %)” is how often
    inner = {
        *place.words.grammar["articles"],
        *place.words.grammar["subordinators"],
        *place.words.grammar["prepositions"],
    }
    explains = bool(set(found[:1]) & inner)  # “el PSA (una proteína)”, “el DIU (si lo tiene)”
    if (short_name or same) and not explains and not re.match(other, place.content):
        if re.search(rf"\s{place.words.grammar['or']}\s", place.content):
            return f" ({place.content})"  # two names: with one more “o” they would be two things more
        return f", {place.words.grammar['or']} {place.content}"
    medical = re.fullmatch(place.data("medical_name"), place.content) and place.before[-1:].isalpha()
    if medical and limits.names_more_than_place(place):
        return f", {place.data('so_called')} {place.content}"
    if medical or (re.match(place.data("amount_if"), place.content) and re.search(r"\d[^,;:()]*$", place.before)):
        return f", {place.words.grammar['or']} {place.content}"
    brand = re.fullmatch(place.data("brand"), place.content)
    person = set(tokens(place.before)[-2:]) & set(place.words.grammar["persons"])
    if brand and person and not says_subjects(place.words):
        return f", {place.content}"  # “la enfermera coordinadora (Pati)”
    if brand and re.search(place.data("medicine"), place.before):
        return f", {place.data('brand_example')} {place.content}"
    thing = re.search(place.data("new_thing"), place.before)
    if thing and re.fullmatch(place.data("bare_name"), place.content):
        return f", {place.data('called_by_article')[thing['article'].lower()]} {place.content}"
    return None


def _brand(place: Place) -> str | None:
    """“warfarin (Coumadin)”, “ibuprofen (Advil, Motrin)”: after a word that is built like the name of a medicine."""
    before = place.before if " " in place.before else decapitalised(place.before)
    generic = re.search(place.data("medicine"), before) if place.data("medicine") else None
    names = re.split(place.words.grammar["examples"]["between"], place.content)
    if generic is None or not place.data("also_called") or not all(glosses.BRAND.fullmatch(name) for name in names):
        return None
    listed = joined([name.rstrip("®™") for name in names], place.words.grammar["or"], place.words)
    return f", {place.data('also_called')} {listed}"


def _defined(place: Place) -> str | None:
    """A thing that the list of terms defines, or a name that only medicine uses."""
    content = place.content
    lower = content.lower()
    called = place.words.grammar["called"]
    latin = bool(place.data("latin")) and re.fullmatch(place.data("latin"), lower) is not None
    if place.article or not place.data("known_as"):
        for entry in place.words.terms:
            defined = lower in entry["terms"] or any(plural(str(term)) == lower for term in entry["terms"])
            names = "|".join(re.escape(str(term)) for term in entry["terms"] if lower.endswith(str(term).lower()))
            if defined and re.match(rf"(?:\{{A term\}}|An? (?:{names or re.escape(content)})\b)", str(entry["say"])):
                return f", {called} {with_article(content)} {content}" if place.article else None
    if latin and not place.before.rstrip().endswith(","):
        counted = place.article and re.fullmatch(place.data("latin_counted"), lower) is not None
        if not counted and re.fullmatch(place.data("latin_the"), lower):
            return f", {called} {place.data('the')} {content}"
        return f", {called} {with_article(content)} {content}" if counted else f", {called} {content}"
    return None


def _also_called(place: Place) -> str | None:
    """Two everyday names of one part of the body, or of one thing."""
    names = place.data("names")
    bare = re.sub(place.data("leading_article"), "", place.content) if place.data("leading_article") else place.content
    if not names or bare.lower() not in names:
        return None
    if not place.article:  # “the tube through which you pass urine (the urethra)”
        return f", {place.words.grammar['called']} {place.content}" if bare != place.content else None
    article = with_article(bare) if place.article in place.data("new") else place.data("the")
    return f", {place.data('also_called')} {article} {bare}"


def _stays(place: Place) -> bool:
    """Whether the bracket would be heard of more, or of less, than of the words before it."""
    if limits.holds_together(place):
        return True
    if place.data("limits") and re.match(place.data("limits"), place.after):
        return True  # “gas and air (Entonox) only”, “the soap (Hibiscrub) we gave you”
    counted = place.before[-1:].isdigit() and place.data("counts_again")
    if counted and re.match(counted, place.content):
        return True  # “Sessions: 5 (two or three a week)”: not five, two or three
    two = place.data("between_two")
    if two and re.search(two, place.before) and len(place.content.split()) < FEWEST_WORDS:
        return True  # “the skin between the navel and the hip (the flank)”: not the hip alone
    if place.content.isalpha() and place.content.islower() and acronyms.among_bare_things(place):
        return True  # “the gullet (oesophagus), stomach and bowel”
    if place.data("compared") and not place.ends and re.search(place.data("compared"), place.before):
        return place.content[0].isdigit()
    return glosses.is_for_one_of_two(place) or (not says_subjects(place.words) and is_one_of_two(place))


def _same_head(place: Place) -> str | None:
    """“rhesus negative (RhD negative)”: the same with another first word."""
    found, before = tokens(place.content), tokens(place.before)
    if not place.data("for_short") or not 1 < len(found) <= FEWEST_WORDS or before[-1:] != found[-1:]:
        return None
    if found[0] == place.words.grammar["or"]:
        return f", {place.content}"  # “your partner’s sperm (or donor sperm)”
    if found[0].endswith("ing") or found[0] in {*place.words.grammar["prepositions"], *place.data("no_other_name")}:
        return f", {place.content}"  # “all tablets (including sleeping tablets)”, “(except heart tablets)”
    return f", {place.words.grammar['or']} {place.content}"


def _part_of_the_noun(place: Place) -> str | None:
    """“children (under 16)”, “the nurse (or doctor)”: without a comma, because it says who is meant."""
    pattern = place.data("part_of_the_noun")
    if not pattern or place.ends or not re.fullmatch(pattern, place.content):
        return None
    if place.data("same_word") and re.search(place.data("same_word")["before"], place.before):
        return None  # “If it is large (over 2 cm), …”: how large, and no kind of it
    joint = rf"(?:{place.data('list_goes_on') or '(?!)'})\b"
    if re.match(joint, place.content) and re.match(rf"\s+{joint}", place.after):
        return None  # “your passport (or driving licence) and a letter”
    return None if has_verb(place.content, place.words) else f" {place.content}"


Kind = Callable[[Place], str | None]
KINDS: tuple[Kind, ...] = (
    _marked_examples,
    limits.denied,
    limits.which_part,
    limits.before_its_noun,
    limits.but_not,
    glosses.restated,
    _renamed,
    _unmarked_examples,
    _any_kinds,
    glosses.foreign,
    glosses.meaning,
    glosses.guess,
    acronyms.acronym,
    acronyms.long_name,
    acronyms.clipped_name,
    _brand,
    glosses.brand_first,
    glosses.two_names,
    acronyms.test_of_it,
    glosses.named_event,
    glosses.named_act,
    glosses.named_thing,
    glosses.code,
    glosses.quoted,
    amounts.same_amount,
    amounts.same_share,
    amounts.other_amount,
    amounts.other_medicine,
    amounts.lasts,
    amounts.chance,
    amounts.how_common,
    amounts.goes_on_to_tell,
    amounts.how_rare,
    amounts.in_total,
    _part_of_the_noun,
    amounts.sized,
    amounts.hours,
    amounts.open_at,
    amounts.weighs,
    amounts.measure,
    glosses.time_for,
    glosses.in_its_place,
    glosses.without,
    glosses.same_kind,
    glosses.same_person,
    _also_called,
    _defined,
    glosses.the_part,
    glosses.same_word,
    _same_head,
    limits.order_too,
)


def _with_or(content: str, words: Vocabulary) -> str:
    """Names in a bracket, with a word before the last: “ibuprofeno, naproxeno” → “ibuprofeno o naproxeno”."""
    names = content.split(", ")
    plain = all(len(name.split()) <= FEWEST_WORDS for name in names)
    ready = len(re.split(words.grammar["examples"]["between"], content)) > len(names)
    return joined(names, words.grammar["or"], words) if plain and not ready else content
