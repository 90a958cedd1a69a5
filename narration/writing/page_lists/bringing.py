"""What to bring, where the page only names it under a heading: “A gown and slippers.” → “Bring a gown and slippers.”

The heading gives the verb; a thing after the first is brought, too (“Also bring your own pillow.”).  What is
a sentence by itself stays as it is, and all of it does where one of them tells to bring something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import Section
from narration.writing.page_lists import brought, stems
from narration.writing.page_lists.points import Said
from narration.writing.sentences.clauses import command, has_verb, stands
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary

_LABEL = 4
"""So few words before a colon may be a label, and no thing."""


def told(said: Sequence[Said], section: Section, words: Vocabulary) -> list[Said]:
    """The section's sentences, with an order for each thing that stands under such a heading."""
    pattern = words.grammar.get("bringing")
    if not pattern:
        return list(said)
    made: list[Said] = []
    heading, also = section.name, False
    of_another = _speaks_of_another(section, words)
    named: tuple[int, ...] = ()
    for each in said:
        first = section.sentences[min(each.places)]
        if first.heading:
            heading, also, named = first.text, False, each.places
            made.append(each)
            continue
        match = re.fullmatch(pattern["at"], heading.rpartition(": ")[2].strip(" .?:"))
        if match and not also and re.search(rf"(?i)\b{match['do']}\b", each.text):
            heading = ""  # “Please bring …”: what comes next may be something else
        elif match and is_thing(each.text, words):
            begin = capitalised(pattern["also" if also else "first"].replace("{do}", match["do"].lower()))
            thing = stems.bare(each.text, words)
            named_so = brought.after(begin, thing, words, of_another=of_another)
            text = f"{named_so or f'{begin} {thing}'}."
            made.append(Said(text, (*named, *each.places)))  # the verb is the heading's
            also = True
            continue
        made.append(each)
    return made


def _speaks_of_another(section: Section, words: Vocabulary) -> bool:
    """Whether the things are a child’s, whose parent listens."""
    of_another = words.style.get("of_another_at", r"(?!)")
    return any(re.search(of_another, sentence.text, re.IGNORECASE) for sentence in section.sentences)


def is_thing(text: str, words: Vocabulary) -> bool:
    """Whether a line only names something: no clause, no order, no “no” and no condition before it."""
    grammar = words.grammar
    if quantity := re.match(grammar.get("bringing", {}).get("quantity", r"(?!)"), text):
        text = text[quantity.end() :]
    whole, *more = re.split(r",\s+|\s+[–—(]", text.rstrip("."))
    name = re.split(r"\s+(?=(?:if|unless|that|which|who|whoever)\b)", whole)[0]
    found = tokens(name)
    if text.lower().rstrip(". ").endswith(tuple(grammar.get("bringing", {}).get("asks_itself", ()))):
        return False  # “Only one child please” asks by itself
    # “The food, plus something to hide its taste: jam or honey.” is a thing, too; “Note: …” is none.
    label = ":" in text and not (found and found[0] in grammar["articles"] and len(tokens(text.split(":")[0])) > _LABEL)
    if not found or label or not text[0].isalpha() or text.endswith(("?", "!")) or command(text, words):
        return False
    if text[0].isupper() and found[0] in grammar.get("bringing", {}).get("orders", ()):
        return False  # “Pack loose pyjamas” has its order
    closed = {*grammar["negative"], *grammar["conditions"], *grammar["pronouns_again"], *grammar["subordinators"]}
    if found[0] in {*closed, *grammar["prepositions"], *grammar["adverbs"]} or found[-1].endswith("ly"):
        return False
    if any(stands(part, words, opening=False) for part in more) or set(found) & set(grammar["auxiliary"]):
        return False
    # After an article a word is a noun, though it may look like a verb (“the name and phone number”).
    return found[0] in grammar["articles"] or not (set(found[1:2]) & set(grammar["articles"]) or has_verb(name, words))
