"""A case in a line of its own over paragraphs, no list: “If you are having a sedative:” + “Do not eat …”

Closed with a full stop it would be half a sentence, and what stands under it would
hold for everyone.  The one paragraph under it goes on with it; several right under
each other are announced, as the case holds for them all.  A beginning that lacks its
object there is closed: “You should be aware of:” → “You should be aware of these.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from narration.document import Sentence
from narration.writing.page_lists import stems
from narration.writing.page_lists.points import unmarked
from narration.writing.sentences.clauses import command, conditional, has_verb, main_clause
from narration.writing.sentences.text import decapitalised, tokens
from narration.writing.vocabulary import Vocabulary


def told(texts: Sequence[str], sentences: Sequence[Sentence], words: Vocabulary) -> list[str]:
    """The texts of a section, each such case as the beginning of the sentence under it (“If …,”), or announced."""
    made = list(texts)
    marks = [(sentence.item, sentence.depth) for sentence in sentences]
    for place, sentence in enumerate(sentences[:-1]):
        under = sentences[place + 1]
        plain = not (sentence.item or sentence.row or under.item or under.row or under.heading)
        if not plain or not made[place].rstrip().endswith(":") or unmarked(texts, marks, place, words):
            continue
        name = made[place].rstrip(": ")
        lacks = words.grammar["subheadings"].get("lacks_object")
        if lacks and re.search(lacks["at"], name):
            made[place] = f"{name} {lacks['say']}."
        if not _is_case(made[place], words):
            continue
        if _paragraphs(sentences[place + 1 :]) == 1 and _may_follow(made[place + 1], words):
            made[place] = f"{name},"
        elif conditional(name, words, strictly=True):
            made[place] = words.grammar["subheadings"]["case_led"].replace("{name}", decapitalised(name))
    return made


def _is_case(text: str, words: Vocabulary) -> bool:
    """Whether a line is nothing but a case, or a time (“When you are home”), and a colon."""
    name = text.rstrip()
    case = name.endswith(":") and conditional(name, words)
    return case and stems.adverbial(name.rstrip(": "), words) and not stems.opened(name, words)


def _paragraphs(under: Sequence[Sentence]) -> int:
    """How many paragraphs stand right under each other, in one line each, down to the next case or heading."""
    own = takewhile(lambda one: not (one.heading or one.text.rstrip().endswith(":")), under)
    begun = [sentence.line for sentence in own if sentence.begins]
    return 1 + len(list(takewhile(lambda two: two[1] == two[0] + 1, pairwise(begun))))


def _may_follow(text: str, words: Vocabulary) -> bool:
    """Whether a sentence can go on after the case: one that orders or tells, with no case of its own before it."""
    asks = text.rstrip().endswith(("?", ":"))
    own = set(tokens(text)[:1]) & set(words.grammar["strict_conditions"]) or main_clause(text, words) != text
    return not (asks or own) and (command(text, words) or has_verb(text, words) or _is_note(text, words))


def _is_note(text: str, words: Vocabulary) -> bool:
    return re.match(words.grammar["subheadings"]["denies"], text) is not None
