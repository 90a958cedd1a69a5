"""Brackets that say a thing's other name, in a language that has the word for it; kinds for ``insertions``.

“A clear lens (implant)” is called *an implant*, “the dye (contrast)” only *contrast*: whether a
name has an article is seen from the list of ``things``, and else from the words before the bracket.
"""

from __future__ import annotations

import re

from narration.language.inflection import plural
from narration.writing.brackets.places import Place
from narration.writing.brackets.short_names import stands_for, with_article
from narration.writing.sentences.clauses import FEWEST_WORDS, has_verb
from narration.writing.sentences.text import last_word, tokens

_TWO_NAMES = re.compile(r"(?P<first>[\w’'-]+(?: [\w’'-]+)*?)(?:,? or | [–-] |, |; )(?P<second>[\w’'-]+(?: [\w’'-]+)*)")
_SHORT = re.compile(r"[A-Z]{2,6}s?")
_CODE = re.compile(r"[A-Z][A-Za-z]*(?:-?[A-Z][A-Za-z]*)+")
_CODE_OF_NEW = re.compile(r"[a-z][A-Z]{2,}|[A-Z]{2,}-\d+")
_OF_TWO = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")
_QUOTED = re.compile(r"[“\"][^“”\"]{2,40}[”\"]")
_FEWEST_TIMES = 2
BRAND = re.compile(r"[A-Z][a-z]{3,}\d?[®™]?")
"""The name that a medicine is sold under."""


def meaning(place: Place) -> str | None:
    """“To rule out a pneumothorax (air around the lung).”: what only medicine’s word means, at the end of a sentence.

    Without “that is” it would be heard as one more thing.
    """
    means = place.data("means")
    if not means or not place.ends or not re.fullmatch(means["what"], place.content):
        return None
    return f", {means['say']} {place.content}" if re.search(means["term"], place.before) else None


def guess(place: Place) -> str | None:
    """“If it is numb (possible nerve damage).” → “…, which may mean nerve damage.”"""
    known = place.data("guess")
    found = re.fullmatch(known["what"], place.content) if known and place.ends else None
    return f", {known['say']} {found['guess']}" if found else None


def brand_first(place: Place) -> str | None:
    """“Stop Coumadin (warfarin)”: the medicine’s own name, which is no other medicine."""
    kinds = place.data("kind_of_medicine")
    if not kinds or not re.fullmatch(r"[a-z]+", place.content) or not re.search(place.data("medicine"), place.content):
        return None
    *before, last = place.before.split()
    if not BRAND.fullmatch(last) or (not before and re.fullmatch(kinds, last)):
        return None
    return f", {place.data('also_called')} {place.content}"


def the_part(place: Place) -> str | None:
    """“The bone behind the ear (the mastoid)”: what is described before the bracket, and not only its last noun."""
    things = place.data("things")
    name = re.fullmatch(rf"{place.data('the')} ([a-z]+)", place.content) if things else None
    known = {*things["bare"], *place.words.grammar["persons"]} if things else set()
    if name is None or name[1] in known or not re.fullmatch(things["unlisted"], name[1]):
        return None
    described = re.search(place.data("placed_thing"), place.before)
    return f", {place.words.grammar['called']} {place.content}" if described else None


def code(place: Place) -> str | None:
    """“The rapid test (QF-PCR)”, “elastography (FibroScan)”, “a questionnaire (PHQ-9)”."""
    of_two = _OF_TWO.fullmatch(place.content) is not None and place.before[-1:].islower()
    named = bool(_CODE.fullmatch(place.content) and place.article)
    named = named or bool(_CODE_OF_NEW.fullmatch(place.content) and place.article in place.data("new"))
    if not place.data("known_as") or not (named or of_two):
        return None
    return f", {place.words.grammar['called']} {place.content}"


def quoted(place: Place) -> str | None:
    """A word in quotation marks is what people call it."""
    bare = re.sub(place.data("leading_article") or r"(?!)", "", place.content)
    if not place.data("known_as") or not _QUOTED.fullmatch(bare) or not place.before[-1:].isalpha():
        return None
    times = place.data("times_named")
    if times and re.search(times["any"], place.before) and not re.search(times["pointed"], place.before):
        return f" ({place.content})"  # “… can be worse for a day or two (“steroid flare”)”: not the days
    spoken = place.data("spoken_words")
    if spoken and re.search(spoken, place.before):
        return f" ({place.content})"  # “they talk in numbers (“forty-two point one”)”: what is said, and no name
    if re.search(place.data("lacking") or r"(?!)", place.before):
        return f" ({place.content})"  # “there aren’t enough cells (“non-diagnostic”)”: the cells have no such name
    done = place.data("same_word")
    if done and re.fullmatch(done["done"]["quoted"], bare.strip('“”"')):
        # “They are laid over it (“fused”)”: what is done has no name.
        same = re.search(done["before"], place.before) and re.fullmatch(done["done"]["last"], last_word(place.before))
        return f", {place.words.grammar['or']} {place.content}" if same else f" ({place.content})"
    if done and re.fullmatch(done["done"]["quoted"], last_word(place.before)):
        return f" ({place.content})"  # “too few cells are obtained (“Thy1”)”: what happens, and no thing
    return f", {place.words.grammar['called']} {place.content}"


def two_names(place: Place) -> str | None:
    """“A clot in the leg (deep vein thrombosis or DVT)”: a long name and its letters are one name."""
    match = _TWO_NAMES.fullmatch(place.content) if place.data("things") else None
    if match is None:
        return None
    names = (match["first"], match["second"])
    short, long = names if _SHORT.fullmatch(names[0]) else names[::-1]
    if not _SHORT.fullmatch(short) or not stands_for(short, long):
        return None
    grammar = place.words.grammar
    counted = last_word(long) in place.data("things")["counted"] and _article(place) in place.data("new")
    first = f"{with_article(match['first'])} {match['first']}" if counted else match["first"]
    return f", {grammar['called']} {first}, {grammar['or']} {match['second']}"


def _article(place: Place) -> str:
    """The article of what is described before the bracket: of “a tracing of your heart” the first."""
    described = re.search(place.data("things")["described"], place.before)
    return next(filter(None, described.groups())).lower() if described else place.article


def named_thing(place: Place) -> str | None:
    """“Small metal discs (electrodes)”, “a clear plastic lens (implant)”: the name that medicine has for it."""
    things, content = place.data("things"), place.content
    if things and place.article and _is_medical(content, place):
        return f", {place.words.grammar['called']} {content}"
    if not things or place.before.endswith(",") or len(tokens(content)) != 1:
        return None
    if re.search(things["pointed"], place.before) or re.match(r"\s+of\b", place.after):
        return None  # “one (histamine) …, the other (saline) …”, “a tear (perforation) of the bowel”
    plain = content.isalpha() and content.lower() not in (place.data("names") or ())
    if plain and any(last_word(place.before).lower() in entry["terms"] for entry in place.words.terms):
        return f" ({content})"  # “a small biopsy (sample)”: the plain word for it
    if plain and content in place.data("what_it_is")["everyday"]:
        return f" ({content})"  # “an aspirate (liquid)”: what it is, and no name
    called = place.words.grammar["called"]
    if content.lower() in things["bare"] or _of_several(place):
        return f", {called} {content}"
    article = _article(place)
    if content in things["counted"] or re.fullmatch(things["profession"], content):
        return f", {called} {with_article(content)} {content}" if article else None
    described = re.search(things["described"], place.before)
    if described is None or re.search(things["kinds"], described[0]) or not _unlisted(place):
        return None
    new = article in place.data("new")
    of_substance = re.search(things["substance"], described[0])
    if re.fullmatch(things["held"], content) and not of_substance:
        return None
    substance = of_substance or re.search(place.data("medicine"), content)
    if substance or (new and re.fullmatch(things["uncounted"], content)):
        return f", {called} {content}"
    return f", {called} {with_article(content) if new else place.data('the')} {content}"


def _is_medical(content: str, place: Place) -> bool:
    """Whether this is a thing with its article, by the name that medicine has for it (“a biopsy”)."""
    article, _, name = content.partition(" ")
    medical = name in place.data("things")["counted"] and name not in place.data("what_it_is")["everyday"]
    return article in place.data("new") and medical and not place.before.endswith(",")


def named_event(place: Place) -> str | None:
    """“When their number falls (anaemia)”: the name of what happens, after its verb."""
    things, content, last = place.data("things"), place.content, last_word(place.before)
    if not things or last not in place.words.grammar["verbs"] or not last.endswith("s"):
        return None
    named = content.lower() in things["bare"] or re.fullmatch(place.data("latin"), content) is not None
    return f", {place.data('which_is')} {place.words.grammar['called']} {content}" if named else None


def named_act(place: Place) -> str | None:
    """“A machine makes small holes in it (meshing)”: the name of all that is done, and of no thing before it."""
    pattern, before = place.data("named_act"), place.before
    if not pattern or not place.ends or not re.fullmatch(pattern, place.content):
        return None
    if not re.search(place.data("acts"), before) or not has_verb(before, place.words, 1):
        return None
    if place.article and re.fullmatch(place.data("act_or_thing") or r"(?!)", place.content):
        return None
    counted = re.fullmatch(place.data("act_counted"), place.content)
    name = f"{with_article(place.content)} {place.content}" if counted else place.content
    return f", {place.data('which_is')} {place.words.grammar['called']} {name}"


def _of_several(place: Place) -> bool:
    """Whether a bracket names several things, or one that has no article (“light therapy (phototherapy)”)."""
    things, content, last = place.data("things"), place.content, last_word(place.before)
    if content.lower() in {plural(str(name)) for name in things["counted"]}:
        return True
    if content.endswith("s") and content.islower() and re.search(things["substances"], place.before):
        return True
    ending = len(last) > FEWEST_WORDS and content != last and content.endswith(last) and not place.article
    return ending or (last.endswith("s") and re.fullmatch(things["many"], content) is not None)


def _unlisted(place: Place) -> bool:
    """Whether a word that is in no list may be a name, and is in none that says more of it."""
    name = place.content.lower()
    listed = name in place.data("names") or any(name in entry["terms"] for entry in place.words.terms)
    latin = re.fullmatch(place.data("latin"), name) is not None
    return not listed and not latin and re.fullmatch(place.data("things")["unlisted"], place.content) is not None


def same_word(place: Place) -> str | None:
    """“May be torn (perforated)”: another word for the one before it, which says how something is."""
    pattern = place.data("same_word")
    if not pattern:
        return None
    does = pattern["does"]
    if re.fullmatch(does["content"], place.content) and re.search(does["before"], place.before):
        return f", {place.words.grammar['or']} {place.content}"
    if not re.search(pattern["before"], place.before):
        return None
    kind = "done" if place.content.endswith("ed") else "is"
    last = last_word(place.before)
    if not re.fullmatch(pattern[kind]["content"], place.content) or not re.fullmatch(pattern[kind]["last"], last):
        return None
    return f", {place.words.grammar['or']} {place.content}"


def without(place: Place) -> str | None:
    """“Black coffee (no milk) until two”: what is not in it, as part of the noun."""
    pattern = place.data("without")
    match = re.fullmatch(pattern, place.content) if pattern else None
    found = tokens(place.content)
    if match is None or len(found) > FEWEST_WORDS or place.ends or place.after.startswith(","):
        return None
    return f" {match.expand(place.data('without_said'))}"


def same_kind(place: Place) -> str | None:
    """“A socket that is slow to heal (dry socket)”: the noun again, with what kind of it this is."""
    found, before = tokens(place.content), tokens(place.before)
    if not place.data("things") or not 1 < len(found) <= FEWEST_WORDS or not re.fullmatch(r"[a-z -]+", place.content):
        return None
    at = next((index for index in range(len(before) - 1) if before[index] == found[-1]), 0)
    if not at or before[at + 1] not in ("that", "which", "who", "with"):
        return None
    article = f"{with_article(place.content)} " if before[at - 1] in place.data("new") else ""
    return f", {place.words.grammar['called']} {article}{place.content}"


def in_its_place(place: Place) -> str | None:
    """“A sample of urine (in the pot provided), your letter and …”: a comma would make it an item of the list."""
    pattern = place.data("placed")
    listed = re.match(r",\s", place.after) and re.search(rf"\s(?:{place.data('list_goes_on')})\s", place.after)
    return f" {place.content}" if pattern and listed and re.fullmatch(pattern, place.content) else None


def time_for(place: Place) -> str | None:
    """“For a week (soft lenses) or four weeks (hard lenses)”: what each time is for."""
    pattern = place.data("for_these")
    if not pattern or place.brackets < _FEWEST_TIMES or not re.fullmatch(pattern, place.content):
        return None
    other = re.search(r"\(([^()]+)\)", place.after) or re.search(r"\(([^()]+)\)", place.before)
    if other and not re.fullmatch(pattern, other[1]):
        return f" ({place.content})"  # “a week (soft lenses) or four (hard or gas permeable ones)”: both alike
    return f" {place.data('for')} {place.content}" if re.search(place.data("lasts_so_long"), place.before) else None


def is_for_one_of_two(place: Place) -> bool:
    """“At least 1 week (soft) or 4 weeks (hard)”: what each time is for, which only its bracket keeps with it."""
    several = bool(place.data("for_these")) and place.brackets >= _FEWEST_TIMES
    return several and place.content.isalpha() and re.search(place.data("lasts_so_long"), place.before) is not None


def same_person(place: Place) -> str | None:
    """“The audiologist (hearing specialist)”: what somebody is has an article."""
    found, persons = tokens(place.content), place.words.grammar["persons"]
    if not place.data("things") or not 1 < len(found) <= FEWEST_WORDS or found[-1] not in persons or not place.article:
        return None
    if last_word(place.before) not in persons or not set(found[:-1]).isdisjoint(_no_names(place)):
        return None
    return f", {with_article(place.content)} {place.content}"


def _no_names(place: Place) -> set[str]:
    grammar = place.words.grammar
    return {*grammar["articles"], *grammar["no_subject"], *grammar["prepositions"], *grammar["relatives"], "and", "or"}


def foreign(place: Place) -> str | None:
    """“la prueba de mesa basculante (tilt test)”: its English name."""
    names = place.data("foreign")
    if not names or not re.fullmatch(names, place.content) or not place.before[-1:].isalpha():
        return None
    return f", {place.words.grammar['or']} {place.content}"


def restated(place: Place) -> str | None:
    """Names that the grammar knows, each with how it is said: “la cadera (cresta ilíaca)” → “es decir, la cresta …”."""
    for row in place.data("restated") or ():
        match = re.fullmatch(row["at"], place.content)
        if match and re.search(row["before"], place.before):
            return f", {match.expand(row['say'])}"
    return None
