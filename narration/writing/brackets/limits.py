"""Brackets that commas would give to more, or to less, than what they are said of: a “not”, a clause, a second name.

What is denied holds for the bracket, too (“no rays (X-rays)”); what a bracket itself denies, or tells in a whole
clause, stays in it inside a sentence; and what names all that is done becomes a sentence.
"""

from __future__ import annotations

import re

from narration.writing.brackets.places import Place
from narration.writing.sentences.clauses import command, conditional, has_verb, stands
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_SHORT = re.compile(r"[A-Z]{2,6}s?")
_ENDS_SHORT = re.compile(r"[A-Z]{2,}[\w-]*$")


def holds_together(place: Place) -> bool:
    """Whether a bracket in the middle of a sentence stays one: it denies, is a clause, or is a part of a name.

    “Squash (not blackcurrant), soup or …”, “an hour (it can be two) with …”, “a PET-CT (FDG) scan”.  So does a
    short clause anywhere: “You may feel tired (that's normal).”
    """
    denies = place.data("denies")
    if denies and re.fullmatch(place.data("told_of_it"), place.content):
        return True
    if not denies or place.ends:
        return False
    if re.match(denies, place.content) and re.match(rf",|\s(?:{place.data('list_goes_on')})\b", place.after):
        return True
    pronoun = (tokens(place.content) or [""])[0].partition("’")[0] in place.words.grammar["pronouns_again"]
    dashes = place.among_others and not place.after.startswith(",")
    if pronoun and not dashes and stands(place.content, place.words, opening=False):
        return True
    named = _SHORT.fullmatch(place.content) and _ENDS_SHORT.search(place.before)
    return bool(named) and re.match(place.data("kind_follows"), place.after) is not None


def would_join_a_list(text: str, place: Place) -> bool:
    """Whether a name between commas would be heard as an item of the list that it stands in: its bracket stays.

    “A pacemaker (PPM), an aneurysm clip or …”, “clopidogrel (Plavix), prasugrel (Effient): …”; each bracket of such
    a row stays, so that all are said alike.  The last of a list may be next: “Claritin (loratadine), Clarinex”.
    """
    listed = place.data("listed_names")
    if not listed or not re.match(listed["named"], text):
        return False
    row = re.match(listed["row"], place.after) or re.search(listed["row_before"], place.before)
    if row and re.fullmatch(listed["brand"], place.content):
        return True
    item = re.match(listed["item"], place.after)
    return item is not None and not has_verb(item["item"] or "", place.words)


def but_not(place: Place) -> str | None:
    """When what stands before does not hold: “Tome uno con comida (no si tiene úlcera).” → “…, pero no si tiene …”.

    A sentence of its own (“No si tiene úlcera.”) would no longer say of which medicine it is.
    """
    pattern = place.data("but_not")
    after = place.after.strip()
    known = pattern and after in ("", ".") and re.match(pattern["at"], place.content)
    return f", {pattern['say']} {place.content}" if known and "," not in place.content else None


def says_more(place: Place) -> bool:
    """Whether a bracket of no kind says more than a comma can hold: a clause, or two bare names.

    “At the main entrance (the side doors lock at eight)”, “a sedative (fentanyl and midazolam)”.
    """
    more = place.data("says_more")
    if not more:
        return False
    clause = re.match(more["clause"], place.content) and not re.search(more["describes"], place.content)
    found, grammar = tokens(place.content), place.words.grammar
    verb = next((index for index, token in enumerate(found) if token in grammar["auxiliary"]), 0)
    inner = {*grammar["relatives"], *grammar["subordinators"], *grammar["conditions"]}
    subject = verb > 1 or (verb == 1 and found[0] in grammar["pronouns_again"])
    clause = clause or (subject and not inner & set(found[:verb]))
    return bool(clause) or (place.ends and re.fullmatch(more["names"], place.content) is not None)


def denied(place: Place) -> str | None:
    """“There are no rays (X-rays)”: another name for what there is none of has the same “no”."""
    pattern = place.data("denied_name")
    name = re.fullmatch(pattern["name"], place.content) if pattern else None
    if name is None or not re.search(pattern["before"], place.before):
        return None
    return f" {place.words.grammar['or']} {place.content}"


def which_part(place: Place) -> str | None:
    """“The cervix (neck of the womb)”: what part of what it is."""
    pattern = place.data("which_part")
    if not pattern or not place.article or not re.fullmatch(pattern, place.content) or place.before[-1:] == "s":
        return None
    bare = re.sub(place.data("leading_article"), "", place.content)
    return f", {place.data('which_is')} {place.data('the')} {bare}"


def names_the_clause(before: str, content: str, words: Vocabulary) -> bool:
    """Whether a bracket names all that is done before it, and no thing: “… of tissue may be taken (a biopsy).”"""
    pattern = words.grammar.get("insertions", {}).get("names_the_clause")
    if not pattern or not re.search(pattern["before"], before):
        return False
    article, _, name = content.partition(" ")
    medical = name in words.grammar["insertions"]["things"]["counted"] or re.fullmatch(pattern["name"], name)
    return article in words.grammar["insertions"]["new"] and bool(medical)


def before_its_noun(place: Place) -> str | None:
    """“A special (gamma) camera”: one more word for what kind the noun after the bracket is, and no name."""
    pattern = place.data("before_its_noun")
    if not pattern or not re.fullmatch(pattern["kind"], place.content) or not re.search(pattern["at"], place.before):
        return None
    grammar = place.words.grammar
    closed = {*grammar["prepositions"], *grammar["articles"], *grammar["auxiliary"], *grammar["subordinators"]}
    closed |= {*grammar["relatives"], *grammar["adverbs"], *grammar["negative"], grammar["series"], grammar["or"]}
    noun = re.match(r"\s(?P<noun>[^\W\d_][\w’-]+)", place.after)
    return f" {place.content}" if noun and noun["noun"].lower() not in closed else None


def is_treatment(place: Place) -> bool:
    """Whether a bracket has what is done about what it follows, and no kinds of it: “miomas (miomectomía o …)”."""
    treated = place.data("treated")
    if not treated or re.search(treated["but"], place.before):
        return False
    return re.fullmatch(treated["what"], place.content) is not None


def names_more_than_place(place: Place) -> bool:
    """Whether “or” would make a medical name one of the place before it: “un bulto en la zona (hematoma)”."""
    placed = place.data("placed")
    one = not re.search(r"[aeo]s$", place.content)
    return bool(placed) and place.ends and one and re.search(placed, place.before) is not None


def order_too(place: Place) -> str | None:
    """“Call 01632 960 100 (ask for the ward) if …”: a second order before the case of both."""
    case, content, words = place.data("case_of_both"), place.content, place.words
    refers = tokens(content)[:1] and tokens(content)[0] in words.grammar.get("refers", ())
    if not case or refers or not re.match(case, place.after) or place.brackets > 1:
        return None
    plain = not conditional(content, words) and not re.search(rf"[,;:]|{place.data('before_both') or '(?!)'}", content)
    both = command(content, words) and command(place.before, words)
    return f", {words.grammar['bullets']['and']} {content}" if plain and both else None
