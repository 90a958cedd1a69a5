"""Colons that are for the eye only: “Side effects include: nausea” is heard without one."""

from __future__ import annotations

import re

from narration.writing.page_lists import stems
from narration.writing.sentences.clauses import command, has_verb, says_subjects
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def without_colon(text: str, words: Vocabulary) -> str:
    """“Side effects include: nausea and …” needs no colon to be heard; “Trouble to swallow: 999” does."""
    if _names_number(text, words):
        return text
    pattern = words.grammar["bullets"].get("colon")
    head, _, told = text.partition(": ")
    whole = re.search(words.grammar["bullets"].get("not_open", r"(?!)"), head)  # “une dos imágenes en una”
    if told and not whole and stems.dangles(head, words) and not re.search(words.grammar["bullets"]["names"], head):
        bare = stems.bare(told, words)  # “Llame si: Tiene …”; a name keeps its capital
        return f"{stems.quiet(head)} {bare[:1]}{told[1:]}"  # “Acuda a urgencias si: tiene fiebre o …”
    match = re.match(pattern, text) if pattern else None
    if match is None:
        return text
    lead = re.sub(words.grammar["bullets"]["names"], "", match["lead"])
    if re.match(r"[^\W\d_a-z][a-z]", match["rest"]):
        return text  # “Restart: The next day”: a label, and what stands beside it
    in_case = set(tokens(lead)[:1]) & set(words.grammar["strict_conditions"])
    if in_case and set(tokens(match["rest"])[:1]) & set(words.grammar["negative"]):
        return text  # “If your child passed: no more of the food today”
    if _names_amount(lead, match["rest"], words):
        return text
    if not stems.is_open(lead, words) or has_verb(match["rest"], words):
        return text
    return f"{lead} {match['rest']}"


def _names_number(text: str, words: Vocabulary) -> bool:
    """Whether a case or a place stands before a number to ring, which is no thing that its last verb takes."""
    match = re.fullmatch(r"(?P<lead>[^:]+):\s+\+?\d[\d\s()-]+\d\.?", text)
    if match is None:
        return False
    takes = re.search(words.grammar["bullets"].get("takes_number", r"(?!)"), match["lead"])
    return takes is None and tokens(match["lead"])[-1:][0] not in words.grammar["prepositions"]


def _names_amount(lead: str, rest: str, words: Vocabulary) -> bool:
    """Whether a beginning only names what takes an amount: “Cells and protein count: 2 days”, where nobody counts."""
    last, verbs = tokens(lead)[-1:], {*words.grammar["verbs"]} - {*words.grammar["bullets"]["opens"]}
    plain = says_subjects(words) and last and not last[0].endswith("s") and last[0] in verbs
    speaks = bool(set(tokens(lead)) & set(words.grammar["subjects"])) or command(lead, words)
    return bool(plain) and re.match(r"\d", rest) is not None and not speaks
