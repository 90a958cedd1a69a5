"""One case cut from others, as a whole: a list that lost its end has its “or”, and a clause its subject and verb.

“a cold, a fever, a cough, or you have a rash” → “a cold, a fever, or a cough”.
"""

from __future__ import annotations

import re

from narration.language.brackets import without_last_bracket
from narration.writing.sentences.clauses import (
    finite,
    has_verb,
    is_adverb,
    only_inner_verb,
    stands,
    subject,
)
from narration.writing.sentences.subjects import only_looks_so
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary

_MOST_WORDS_IN_ITEM = 4


def is_clause(text: str, words: Vocabulary) -> bool:
    """A subject and its verb, and not only the verb of what describes it (“pain that tablets do not help”)."""
    found = tokens(text)
    own, contracted, _ = found[0].partition("’") if found else ("", "", "")
    relatives = set(words.grammar["relatives"])
    if contracted and found[0] in words.grammar["auxiliary"] and own in words.grammar["pronouns_again"]:
        return len(found) > 1  # “you’ve been in hospital”
    name, verb = subject(text, words)
    if not verb or not name or set(tokens(name)) & relatives or verb.partition("’")[0] in relatives:
        return False  # “pain that lasts”, “pain that’s still there”: a thing, and what is said of it
    plain = len(found) > 1 and found[1] == verb and verb.endswith("s") and found[0] not in words.grammar["no_subject"]
    return plain or stands(text, words, opening=False)


def with_or(case: str, words: Vocabulary) -> str:
    """A list whose `or` stood before the next case has it before its own last item: “a cold, a fever, or a cough”."""
    *before, last = case.split(", ")
    joints = {words.grammar["or"], *words.grammar["series"].split()}
    # “numbness around the mouth or lips”: two places of one thing, which close no list.
    found = tokens(re.sub(words.grammar["cases"]["two_places"], "", without_last_bracket(last)))
    inside = any(set(tokens(item)[:1]) & {words.grammar["or"]} for item in before)  # “are, or may be, pregnant”
    if not before or not found or set(found) & joints or inside or found[0] in words.grammar["no_subject"]:
        return case
    # “if your baby stops feeding, screams when moved”: a second verb of the same person, whatever is said of it.
    acts = found[0].endswith("s") and finite(found, 0, words) and has_verb(before[0], words)
    if acts:
        return f"{', '.join(before)}, {words.grammar['or']} {last}"
    if set(found) & set(words.grammar["conditions"]):
        return case
    if found[0] in words.grammar["cases"]["acts"]:
        return f"{', '.join(before)}, {words.grammar['or']} {last}"
    if not _closes(before, last, found, words):
        return case
    return f"{', '.join(before)}, {words.grammar['or']} {last}"


def _closes(before: list[str], last: str, found: list[str], words: Vocabulary) -> bool:
    """Whether the last piece of a case is one more thing, one more word (“cold, blue, numb”) or one more clause.

    ``found`` are its words, with two places of one thing as one.
    """
    if len(found) == 1 and len(before) > 1:
        named = bool(set(tokens(before[-1])[:1]) & set(words.grammar["articles"]))  # “asthma, a heart murmur, diabetes”
        named = named and not re.fullmatch(words.grammar["cases"]["says_more"], last)
        return (named or len(tokens(before[-1])) == 1) and not is_adverb(found[0], words)
    if not has_verb(last, words) or only_looks_so(last, words):
        return len(found) <= _MOST_WORDS_IN_ITEM and not re.search(words.grammar["cases"]["half"], before[-1])
    inner = set(tokens(before[0])[1:]) & {*words.grammar["subordinators"], *words.grammar["conditions"]}
    own = found[0] in words.grammar["articles"] or found[0] in words.grammar["determiners"]
    if own and len(before) > 1 and not has_verb(before[-1], words) and only_inner_verb(last, words):
        return True  # “…, a fever, a bite that feels too high”: one more thing, whatever is said of it
    return own and not inner and has_verb(before[0], words) and is_clause(last, words)
