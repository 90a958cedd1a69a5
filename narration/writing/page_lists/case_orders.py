"""A case over what to do in it, with no main clause: “If it is below 4, or you feel shaky:” + “Take 4 tablets.”

Said with a full stop it would be half a sentence, and its steps would be orders for everyone; and a beginning that
ends in a verb (“If the wound bleeds”) would have the steps for its objects, one “or” the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from narration.writing.page_lists import stems
from narration.writing.page_lists.leads import Led, pause_after
from narration.writing.page_lists.points import FEWEST_POINTS, Point, ended
from narration.writing.sentences.clauses import command, has_verb, instructs, own_verb, says_subjects
from narration.writing.sentences.text import capitalised, decapitalised, last_word, tokens
from narration.writing.vocabulary import Vocabulary


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Led]:
    """“If it is below 4, or you feel shaky, this is what to do.” and the steps; a plain case is said with each step."""
    text = lead.strip().rstrip(":….").strip()
    if len(points) < FEWEST_POINTS or not _only_a_case(text, words):
        return []
    if stems.adverbial(text, words) and not stems.opened(text, words):
        return []  # said with each step already
    texts = [point.text for point in points]
    if any(":" in one for one in texts) or not _tell_what_to_do(texts, words):
        return []
    if "," not in text:
        pause = pause_after(text, words) or ","
        return [Led(ended(f"{text}{pause} {decapitalised(point.text)}"), [point]) for point in points]
    begin = f"{text}, {words.grammar['bullets']['what_to_do']}"
    return [Led(ended(begin), []), *(Led(ended(capitalised(point.text)), [point], False) for point in points)]


def _only_a_case(text: str, words: Vocabulary) -> bool:
    """Whether a beginning is a whole case and nothing more: no order after a comma, no verb that waits for a thing."""
    found = tokens(text)
    if found[:1] and found[0] not in words.grammar["strict_conditions"]:
        return False
    first, *later = (part.strip() for part in text.split(","))
    joints = {words.grammar["or"], *words.grammar["bullets"]["case_joints"]}
    if later and not set(tokens(later[-1])) & joints:
        return False
    if any(command(part, words) or instructs(part, words) for part in later):
        return False
    if last_word(text) in words.grammar["bullets"]["opens"]:
        return False
    shows_verb = has_verb if says_subjects(words) else own_verb
    return any(shows_verb(part, words) for part in (first.partition(" ")[2], *later))


def _tell_what_to_do(points: Sequence[str], words: Vocabulary) -> bool:
    """Whether each step is an order, or tells what not to do, and has no case of its own before it.

    Among such steps one that begins with any verb is an order, too: “sit down”.
    """
    sure = [command(point, words) or instructs(point, words) for point in points]
    first = [set(tokens(point)[:1]) for point in points]
    verbs = {*words.grammar["commands"], *words.grammar.get("verb_bases", ())}
    cases = set(words.grammar["strict_conditions"])
    return (
        any(sure)
        and all(known or one & verbs for known, one in zip(sure, first, strict=True))
        and not any(one & cases for one in first)
    )
