"""Brackets and dashes, which a listener cannot see: a clause becomes a sentence, anything short stands between commas.

Longer insertions in the middle, references to figures, telephone numbers, and
brackets in brackets stay as they are.  ``clauses`` comes before the rules that
cut, ``apply`` after them: until then the brackets hold together what is inside.
"""

from __future__ import annotations

import re

from narration.writing.rules.base import Vocabulary
from narration.writing.rules.clauses import (
    FEWEST_WORDS,
    again,
    capitalised,
    command,
    long,
    says_subjects,
    stands,
    tokens,
)
from narration.writing.rules.lists import joined

_BRACKET = re.compile(r"\s*\(([^()]+)\)")
_DASHES = re.compile(r"(?<=[^\d\s])\s+[–—]\s+(?=\D)|(?<=[a-z])—(?=[a-z])")
_PLURAL = re.compile(r"\b(\w{2,})\((?:s|es)\)")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}s?")
_EXAMPLES = re.compile(r"[^\W\d_](?:[^\W\d_]|[ -])*,(?:[^\W\d_]|[, -])+")
_MOST_WORDS = 8
_MOST_WORDS_AT_THE_END = 12
_OVER_WORDS = 18


def clauses(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence, and a bracket at its end that is a sentence itself."""
    sentence = _PLURAL.sub(lambda match: f"{match[1]}{match[0][len(match[1]) + 1 : -1]}", sentence)
    end = re.search(r"\s*\(([^()]+)\)([.!?])$", sentence)
    if end and _clause(end[1], words):
        before = f"{sentence[: end.start()]}{end[2]}"
        after = end[1].strip().rstrip(".")
        return [*clauses(before, words), f"{capitalised(after)}."]
    return [sentence]


def apply(sentence: str, words: Vocabulary) -> list[str]:
    """The sentence without the brackets and dashes it can do without."""
    made, *more = clauses(sentence, words)
    if (named := _other_name(made, words)) is not None:
        return [line for part in (*named, *more) for line in apply(part, words)]
    for match in reversed(list(_BRACKET.finditer(made))):
        content, after = match[1].strip(), made[match.end() :]
        if words.grammar["pointer"] and re.fullmatch(words.grammar["pointer"], content):
            made = f"{made[: match.start()]}{after}"
            continue
        ends = not after or after[0] in ".,;:"
        if not _short(content, words, _MOST_WORDS_AT_THE_END if ends else _MOST_WORDS) or match.start() == 0:
            continue
        said = _said(content, made[: match.start()], words)
        closes = "" if not after or after[0] in ".,;:!?)" else ","
        made = f"{made[: match.start()]}{said}{closes}{after}"
    return [_DASHES.sub(", ", made), *(line for part in more for line in apply(part, words))]


def _other_name(sentence: str, words: Vocabulary) -> tuple[str, str] | None:
    """“A puncture (also called a tap) is …” in a long sentence: the other name becomes a sentence."""
    match = re.match(words.grammar["other_name"], sentence) if words.grammar["other_name"] else None
    if match is None or not long(sentence, words, _OVER_WORDS) or not long(match["rest"], words, FEWEST_WORDS):
        return None
    said = again(f"{match['subject']} {match['rest']}", words)
    verb = tokens(match["rest"])[0]
    return (f"{match['subject']} {match['rest']}", f"{said} {verb} {match['name']}.") if said else None


def _said(content: str, before: str, words: Vocabulary) -> str:
    """Another name is said as one (“the urethra, or water pipe”, “a tube, called a catheter”)."""
    grammar = words.grammar
    content = re.sub(r"^<\s*", f"{grammar['less_than']} ", content)
    for short, said in grammar["abbreviated"].items():
        content = re.sub(short, said, content)
    example = any(re.match(said, content) for said in grammar["abbreviated"].values())
    if grammar["such_as"] and not example and _EXAMPLES.fullmatch(content) and content.islower():
        listed = _with_or(content, words)
        if listed != content or says_subjects(words):
            return f", {grammar['such_as']} {listed}"
    if _ACRONYM.fullmatch(content):
        return f", {grammar['or']} {content}"
    entry = _definition(content, words)
    named = re.search(grammar["named"], before, re.IGNORECASE) if grammar["named"] else None
    if entry and named:
        return f", {grammar['called']} {entry}"
    found = tokens(content)
    if named and named["the"] and len(found) > 1 and _plain_name(content, words):
        return f", {grammar['or']} {content}"
    return f", {content}"


def _with_or(content: str, words: Vocabulary) -> str:
    """Names in a bracket, with a word before the last: “ibuprofen, naproxen” → “ibuprofen or naproxen”."""
    names = content.split(", ")
    plain = all(len(name.split()) <= FEWEST_WORDS for name in names)
    ready = len(re.split(words.grammar["examples"]["between"], content)) > len(names)
    return joined(names, words.grammar["or"], words) if plain and not ready else content


def _definition(content: str, words: Vocabulary) -> str:
    """A thing that the list of terms defines with an article: ``catheter`` → ``a catheter``."""
    for entry in words.terms:
        if content.lower() in entry["terms"] and re.match(
            rf"(?:\{{A term\}}|An? {re.escape(content)}\b)", str(entry["say"])
        ):
            return f"{'an' if content[0].lower() in 'aeiou' else 'a'} {content}"
    return ""


def _plain_name(content: str, words: Vocabulary) -> bool:
    """No amount, no clause and nothing that only describes."""
    grammar = words.grammar
    never = {*grammar["no_subject"], *grammar["prepositions"], *grammar["articles"], *grammar["auxiliary"]}
    found = tokens(content)
    return bool(re.fullmatch(r"[a-z][a-z -]+", content)) and not never & set(found) and len(found) <= FEWEST_WORDS


def _clause(content: str, words: Vocabulary) -> bool:
    found = tokens(content)
    begins = not says_subjects(words) or (found[:1] and found[0].partition("’")[0] in words.grammar["subjects"])
    begins = begins or command(content, words)
    return bool(begins) and len(found) > FEWEST_WORDS and stands(content, words, opening=False)


def _short(content: str, words: Vocabulary, most: int) -> bool:
    found = tokens(content)
    refers = set(found[:1]) & set(words.grammar["refers"]) and not re.match(r"(?:above|below)\s+\d", content)
    number = re.fullmatch(r"[\d\s+-]+", content)
    return 0 < len(found) <= most and not refers and not number and not re.search(r"[:;]|https?", content)
