"""A heading that orders, over the signs for it: “Dial 999”, “chest pain” → “Dial 999 if you have chest pain.”

By itself it would be heard as an order for now, and its signs as statements.
Where a sign is neither a thing nor a clause (“unable to pass urine”), the
heading says so of them all: “Dial 999 for any of these.”  So does a part’s
name, which the reader puts before its list once more.  A list that says when
or why by itself, names whom to ring, or gives orders, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from narration.document import Section, Sentence
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import Mark, Point, pointed
from narration.writing.sentences.clauses import command
from narration.writing.sentences.text import decapitalised
from narration.writing.vocabulary import Vocabulary

FEWEST_SIGNS = 2


def led_in(section: Section, texts: Sequence[str], words: Vocabulary) -> list[str]:
    """The sentences of a section, each such heading as the beginning of its list."""
    sentences = section.sentences
    calls = words.grammar.get("calls_over_lists")
    said = list(texts)
    if calls is None:
        return said
    if (
        said
        and re.fullmatch(calls.get("name_calls", r"(?!)"), section.name)
        and re.match(calls["number_alone"], said[0])
    ):
        said[0] = f"{section.name} {decapitalised(said[0])}"
    for place, sentence in enumerate(sentences):
        name = sentence.text.rstrip(" .:!")
        signs = _signs(sentences, place + 1)
        if not ((sentence.heading or _is_line(sentence, signs, calls)) and re.fullmatch(calls["order"], name)):
            continue
        if len(signs) >= FEWEST_SIGNS and not any(_speaks(sign, words) for sign in signs):
            every = all(_goes_on(sign, words) for sign in signs)
            comma = "," if re.search(r",|\s[–—-]\s", name) and not every else ""
            said[place] = f"{stems.quiet(name)}{comma} {calls['if' if every else 'for_any']}"
        elif name == section.name.rstrip(" .:!"):
            said[place] = ""  # its name has been said
    return said


def _is_line(sentence: Sentence, signs: Sequence[str], calls: Mapping[str, Any]) -> bool:
    """Whether a line that is no heading leads in to its list: it shows how urgent it is, or a point is surely a sign.

    “Urgente: ve al hospital”, “Call us at 555 0199” over “fever over 38 °C”.
    """
    if sentence.item or not re.search(r"[^\W_]\)?$", sentence.text):
        return False
    sign = calls.get("surely_sign", r"(?!)")
    return bool(re.search(calls.get("urgent", r"(?!)"), sentence.text) or any(re.search(sign, each) for each in signs))


def apart(stem: str, signs: Sequence[str], words: Vocabulary) -> str:
    """“Ring us if” over things of which one is nothing to have (“unable to swallow”): “Ring us for any of these.”

    ``""`` where each sign goes on from it, and where one is a clause, which would be stated as a fact.
    """
    order = _order(stem, signs, words)
    if len(signs) < FEWEST_SIGNS or not order or any(stems.is_clause(sign, words) for sign in signs):
        return ""
    return f"{order} {words.grammar['calls_over_lists']['for_any']}" if any(_unheld(signs, words)) else ""


def for_this(begin: str, signs: Sequence[str], words: Vocabulary) -> str:
    """The order before such signs, of a list that has clauses, too: “Ring us if” → “Ring us for this:”; or ``""``."""
    order = _order(begin, signs, words) if any(_unheld(signs, words)) else ""
    return f"{order} {words.grammar['calls_over_lists']['for_this']}" if order else ""


def signs_under(stem: str, texts: Sequence[str], marks: Sequence[Mark], place: int, words: Vocabulary) -> list[Point]:
    """The sentences of prose under “Call us if” that are signs, from a place on: “You have a fever. Your leg is weak.”

    The second by itself would be told as a fact.  The first that is no sign ends them: “Our number is …”; a sign
    alone is none, as “Call us if” goes on in it anyhow.
    """
    calls = words.grammar.get("calls_over_lists", {})
    if not (command(stem, words) and stems.names_cases(stem, words) and "no_more_signs" in calls):
        return []
    found: list[Point] = []
    for at in range(place, len(texts)):
        if marks[at][0] or not is_sign(texts[at], words):
            break
        found.append(pointed(texts[at], at, at + 1, words))
    return found if len(found) >= FEWEST_SIGNS else []


def is_sign(text: str, words: Vocabulary) -> bool:
    """Whether a sentence of prose under “Call us if” is what to call for: “You have a fever.”, not “We can help.”"""
    calls, sign = words.grammar.get("calls_over_lists", {}), stems.bare(text, words)
    no_more = re.match(calls.get("no_more_signs", ""), sign)
    return stems.is_clause(sign, words) and not _speaks(sign, words) and no_more is None


def _order(stem: str, signs: Sequence[str], words: Vocabulary) -> str:
    """“Also ring us if” → “Also ring us”, over nothing but signs; ``""`` for any other beginning."""
    calls = words.grammar.get("calls_over_lists", {})
    order = re.sub(words.grammar["bullets"].get("bare_condition", r"(?!)"), "", stem).strip()
    also = rf"(?i:(?:{words.grammar['lists'].get('also', '')}\s+)?)"
    orders = "never_held" in calls and order != stem and re.fullmatch(calls["order"], re.sub(f"^{also}", "", order))
    return order if orders and not any(_speaks(sign, words) for sign in signs) else ""


def _unheld(signs: Sequence[str], words: Vocabulary) -> list[bool]:
    """Which signs are nothing to have: “no wees”, “feeling faint”; of a child's, that its parent hears, none is."""
    never = words.grammar["calls_over_lists"].get("never_held", r"(?!)")
    never = r"" if words.style.get("of_another") else never
    return [not stems.is_clause(sign, words) and re.match(never, sign) is not None for sign in signs]


def _signs(sentences: Sequence[Sentence], place: int) -> list[str]:
    """The first sentences of the items of the list that begins at a place."""
    found: list[str] = []
    while place < len(sentences) and sentences[place].item:
        if sentences[place].item != sentences[place - 1].item:
            found.append(sentences[place].text)
        place += 1
    return found


def _speaks(sign: str, words: Vocabulary) -> bool:
    """Whether a point says when it holds, orders, or has a number to ring: no mere sign."""
    return re.match(words.grammar["calls_over_lists"]["not_signs"], sign) is not None or command(sign, words)


def _goes_on(sign: str, words: Vocabulary) -> bool:
    """Whether a sign is a clause, or a thing that somebody has, and so goes on from “if”."""
    bare = stems.bare(sign, words)
    return stems.is_clause(bare, words) or not re.match(words.grammar["calls_over_lists"]["no_thing"], bare)
