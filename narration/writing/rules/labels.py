"""The page's own numbering, which helps an eye to find its place and a listener not at all.

A label that stands alone (“Step 2.”, “A1.”) is not said: it comes back empty,
and the writer lists it as left out.  The name after it is announced like any
other part (“Now, weighing in.”).  A label in one sentence with its name keeps
its number, because a line may lose none: “Step 2: The checks.” → “Step 2, the checks.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from narration.writing.frame.headings import Heading, shaped
from narration.writing.frame.names import inside
from narration.writing.sentences.clauses import command, has_verb
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS = 6


def apply(sentences: Sequence[str], words: Vocabulary) -> list[str]:
    """As many texts; an empty one is not to be said."""
    grammar = words.grammar.get("labels")
    if not grammar:
        return list(sentences)
    made: list[str] = []
    for place, sentence in enumerate(sentences):
        after_label = place > 0 and re.fullmatch(grammar["alone"], sentences[place - 1]) is not None
        named = re.fullmatch(grammar["named"], sentence)
        if place + 1 < len(sentences) and re.fullmatch(grammar["alone"], sentence):
            made.append("")
        elif named and _name(named["name"], words):
            made.append(f"{named['label']}, {inside(named['name'], {})}.")
        elif after_label and _name(sentence, words):
            made.append(_announced(sentence, words))
        else:
            made.append(sentence)
    return made


def _announced(name: str, words: Vocabulary) -> str:
    """“Now, the checks.”  An order is told as the style tells one inside a part, not given now."""
    heading = shaped(name, words.style, {})
    ways = words.style["headings"].get("within", {})
    if heading.shape == "order" and "order" in ways:
        return str(ways["order"]).replace("{phase}", _said(name, heading, words))
    return str(words.grammar["labels"]["announced"]).replace("{name}", _said(name, heading, words))


def _said(name: str, heading: Heading, words: Vocabulary) -> str:
    """A name after “Now,”: a thing has its article; what might be an order has none, and adds no word."""
    order = words.grammar["labels"].get("maybe_order")
    sure = heading.shape == "thing" and not (order and re.match(order, name))
    return heading.full if sure else inside(name, {})


def _name(text: str, words: Vocabulary) -> bool:
    """Whether this names a part and says nothing of it: a few words without a subject or an order, and no amount."""
    found = tokens(text)
    if found and found[0].endswith(tuple(words.grammar["labels"].get("doing", ()))):
        # “Testing while you are awake”: the verb is that of a time.
        found = [*takewhile(lambda word: word not in words.grammar["subordinators"], found)]
    if re.fullmatch(r"[A-ZÁÉÍÓÚÑ][^,:;?!\d]*", text) is None or not 0 < len(found) <= _MOST_WORDS:
        return False
    if found[0] in words.grammar["subjects"] and has_verb(text, words):
        return False
    deed = re.match(words.grammar["labels"].get("deed", r"(?!)"), text)
    return not (command(text, words) and not deed) and not set(found) & set(words.grammar["auxiliary"])
