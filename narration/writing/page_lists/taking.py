"""Headings that order and lack what they are about: “Keep taking”, over “Asthma inhalers” → “Keep taking asthma …”.

Said alone, such a heading would be heard of what stands before it, and its list would have no verb; under another
part’s name (“Medicines to stop”) it would even say the contrary.  The words are under ``subheadings`` in the grammar.
"""

from __future__ import annotations

import itertools
import re

from narration.writing.page_lists import stems
from narration.writing.sentences.clauses import command, says_subjects
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def takes_things(text: str, words: Vocabulary) -> bool:
    """Whether a beginning is nothing without the things under it: “Keep taking”, “Leave at home”, «Nunca entran»."""
    return re.fullmatch(words.grammar.get("subheadings", {}).get("takes_things", r"(?!)"), text) is not None


def tells_itself(point: str, words: Vocabulary) -> bool:
    """Whether a point under it is none of its things: “Children cannot visit”, “Ask us about steroids”.

    “Anything that has aspirin in it” has a verb, but is a thing, and so are “contact lenses”.
    """
    grammar, found = words.grammar, tokens(point)
    if command(point, words) or {*found[:1]} & {*grammar["commands"]}:
        follows = {*grammar["determiners"], *grammar["prepositions"], *grammar["negative"], *grammar["pronouns_again"]}
        return not says_subjects(words) or bool({*found[:2]} & {*follows, *grammar["subheadings"]["order_goes_on"]})
    # “Tablets that your doctor has stopped”: what stands before the verb tells.
    before = itertools.takewhile(lambda word: word not in grammar["auxiliary"], found)
    inner = {*grammar["relatives"], *grammar["pronouns_again"], *grammar["subjects"]} & {*before}
    return stems.statements([point], words) and (not inner or stems.is_clause(point, words))
