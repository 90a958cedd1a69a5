"""The beginning of a list, said once more for a later point: “Call us if you have” → “Also call us if you have”."""

from __future__ import annotations

import re

from narration.writing.page_lists.relative_stems import again as of_relative
from narration.writing.rules import conditions
from narration.writing.sentences import instructions
from narration.writing.sentences.clauses import command, conditional, main_clause, says_subjects, subject
from narration.writing.sentences.enumerations import said_again
from narration.writing.sentences.subjects import again as clause_again
from narration.writing.sentences.text import capitalised, decapitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary

_FEW_WORDS = 3
"""So short an order (“Call 999”) is told for each point."""
_FEW_WORDS_AGAIN = 6
"""A longer order is told once: “Consulte en el servicio de urgencias si”."""
_SEVERAL = 2


def again(stem: str, words: Vocabulary) -> str:
    """The beginning for a later point: with “also” where that is sure to fit, without the phone number said before."""
    grammar = words.grammar["bullets"]
    if numbered := re.fullmatch(words.grammar.get("labels", {}).get("named", r"(?!)"), stem):
        return again(capitalised(numbered["name"]), words)  # “Step 3: Tell us if”: its number is said once
    place, colon, ordered = stem.partition(": ")
    if colon and conditional(ordered, words) and re.match(grammar.get("adverbial", r"(?!)"), place):
        return again(capitalised(ordered), words)  # “En casa: llame si tiene”: where it is so is said once
    if turned := re.match(grammar.get("turned", r"(?!)"), stem):
        return again(capitalised(stem[turned.end() :]), words)
    if one := _one_who_acts(stem, words) or of_relative(stem, words):
        return one
    short = re.sub(grammar.get("number", r"(?!)"), "", stem).strip()
    short = re.sub(grammar.get("aside", r"(?!)"), "", short)
    if depends := re.match(grammar.get("depends", r"(?!)"), short):
        return again(capitalised(short[depends.end() :]), words)  # what it depends on is told once
    if grammar["or"] in tokens(short) and (all_numbers := _one_of_the_numbers(stem, words)):
        return all_numbers
    if re.search(grammar["valued"], stem) and (last := re.search(grammar["last_clause"], stem)):
        return capitalised(last[0])
    if words.grammar["lists"]["also"] in tokens(stem):
        return short
    if brought := re.fullmatch(grammar.get("with_again", r"(?!)"), short):
        return f"{brought['do']} {words.grammar['lists']['also']} {last_word(short)}"  # its hour and place are told
    if same := _the_same(short, words) or _do_the_same(short, words):
        return same
    if re.fullmatch(grammar.get("empty", r"(?!)"), short):
        return capitalised(words.grammar["lists"]["also"])
    if not says_subjects(words) and tokens(stem)[0] in words.grammar["strict_conditions"]:
        return short  # “Si toma:” has nothing before it that could be said again
    main = main_clause(stem, words)
    if main != stem and re.search(grammar["valued"], stem) and subject(main, words)[1] == last_word(stem):
        return f"{clause_again(stem, words) or main[:-1].rpartition(' ')[0]} {last_word(stem)}"
    if some := re.match(grammar.get("some_people", r"(?!)"), short, re.IGNORECASE):
        return f"{some['who']} {words.grammar['lists']['also']} {some['verb']}"
    for pattern, instead in grammar.get("said_again", {}).items():
        if (match := re.match(pattern, short)) and main == stem:
            found = match.expand(instead)
            return f"{found[:5]}{decapitalised(found[5:])}{short[match.end() :]}"
    if set(tokens(short)) & set(words.grammar["negative"]) or re.search(r"\d", short) or main != stem:
        return short
    if match := re.match(grammar.get("also_after", r"(?!)"), short):
        return f"{match['verb']} {words.grammar['lists']['also']} {match['rest']}"
    said = said_again(short, words)
    keeps = set(tokens(said)) >= set(tokens(short)) & set(words.grammar["strict_conditions"])
    return said if said and keeps else short


def after_more(stem: str, words: Vocabulary) -> str:
    """The beginning after a point with rows under it, of which “Do the same if” would be heard: “Aspirin: go on.”"""
    said = again(stem, words)
    return stem if said.startswith(_same(stem, words)) else said


def _one_who_acts(stem: str, words: Vocabulary) -> str:
    """“You go to a room with a nurse who will” → “The nurse will also”: one visit, in which several things are done.

    What one is asked to have (“You need a nurse who can”) is asked for with each point.  Nor is what somebody has done
    done again: “Una enfermera le recibe y” → “La enfermera también”.
    """
    pattern = words.grammar["bullets"].get("one_who_acts")
    found = (re.match(pattern["at"], stem) or re.match(pattern.get("goes_on", r"(?!)"), stem)) if pattern else None
    if found is None or re.search(pattern["asked_for"], stem):
        return ""
    known = words.grammar.get("said_definite", {})
    named = re.sub(
        r"^(?:a|an|una?)\b", lambda article: known.get(article[0], pattern["the"]), decapitalised(found["one"])
    )
    other = found["other"] or ""
    other = re.sub(r"\b(?:an?|una?)(?= )", lambda article: known.get(article[0], pattern["the"]), other)
    acts = " ".join(part for part in (found["will"], words.grammar["lists"]["also"]) if part)
    return f"{capitalised(named)}{other} {acts}"


def _one_of_the_numbers(stem: str, words: Vocabulary) -> str:
    """“Call 555-010-0164, or at night 555-010-0170, for” → “Do the same for”: without both it would break in two.

    A beginning with several numbers that is no order, or goes on otherwise, is said whole.
    """
    grammar = words.grammar["bullets"]
    number = grammar.get("number", r"(?!)")
    if len(re.findall(number, stem)) < _SEVERAL and not re.search(rf"{number},?\s+{grammar['or']}\s", stem):
        return ""
    link = re.search(grammar.get("holds_for", r"(?!)"), stem)
    if link is None or not command(stem, words):
        return stem
    return f"{_same(stem, words)} {link['link']}"


def _same(stem: str, words: Vocabulary) -> str:
    if signs := words.grammar.get("signs"):
        return instructions.the_same(stem, signs, words)
    return capitalised(words.grammar["cases"]["same"])


def _the_same(stem: str, words: Vocabulary) -> str:
    """“Llámanos y no vengas si” → “Haz lo mismo si”: two orders, or a long one, are not said for each point."""
    signs = words.grammar.get("signs")
    hangs = rf"{signs['if']}(?: [^\W\d_]+)?|{signs['thing_hangs']}" if signs else ""
    match = re.fullmatch(rf"(?P<main>[^;:]+?),? (?P<if>{hangs})", stem) if signs else None
    if not signs or match is None or conditional(match["main"], words):
        return ""
    if match["if"] == signs["if"] and (called := re.fullmatch(signs["only_of_the_last"], match["main"])):
        return again(f"{capitalised(called['last'])} {signs['if']}", words)
    orders = re.split(signs["two_orders"], match["main"])
    if not all(command(order, words) for order in orders):
        orders = [match["main"]]
    denies = set(tokens(match["main"])) & set(words.grammar["negative"])
    if len(orders) > 1:
        return f"{instructions.again(match['main'], signs, words)} {match['if']}"
    long = len(match["main"].split()) > _FEW_WORDS_AGAIN and command(match["main"], words)
    shorter = any(re.match(pattern, stem) for pattern in words.grammar["bullets"]["said_again"])
    return f"{_same(match['main'], words)} {match['if']}" if long and not denies and not shorter else ""


def _do_the_same(stem: str, words: Vocabulary) -> str:
    """“See your GP or go to A&E if you have” → “Do the same if you have”: one thing *or* another is not told twice."""
    pattern = words.grammar["cases"]
    match = re.fullmatch(pattern.get("under", r"(?!)"), stem) if pattern else None
    if match is None or not command(match["main"], words) or len(match["main"].split()) <= _FEW_WORDS:
        return ""
    if set(tokens(match["main"])) & set(words.grammar["negative"]):
        return ""  # after “Do not drive” it would be heard as “do drive”
    return f"{capitalised(pattern['same'])} {match['if']}" if conditions.is_said_once(match["main"], words) else ""
