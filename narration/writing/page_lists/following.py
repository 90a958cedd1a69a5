"""Things of which the beginning of their list says what is to be done: “The following should be avoided:” + “magnets”.

“These are magnets.” would leave that to the line before; so each thing says it: “Magnets should be avoided.”
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists import stems
from narration.writing.page_lists.points import Point, Told, ended
from narration.writing.sentences.clauses import command
from narration.writing.sentences.text import capitalised, tokens
from narration.writing.vocabulary import Vocabulary


def said(lead: str, points: Sequence[Point], words: Vocabulary) -> list[Told] | None:
    """A sentence for each thing; ``None`` for any other beginning, and where a point is no mere thing."""
    grammar = words.grammar["bullets"].get("of_the_following")
    found = re.fullmatch(grammar["lead"], lead) if grammar else None
    if grammar is None or found is None or not all(_is_thing(point, words) for point in points):
        return None
    more = found["modal"] if found["denied"] else f"{found['modal']} {words.grammar['lists']['also']}"
    made: list[Told] = []
    for at, point in enumerate(points):
        does = f"{more if at else found['modal']}{found['denied'] or ''} {found['act']}"
        made.append((ended(f"{capitalised(point.text.rstrip(' .;,'))} {does}"), [point], True))
    return made


def _is_thing(point: Point, words: Vocabulary) -> bool:
    """Whether a point is one thing or several, without a verb, a name before a colon, or something after it."""
    plain = point.end == point.place + 1 and not re.search(r"[:;.!?(]", point.text.rstrip(" .;"))
    clause = stems.is_clause(point.text, words) or command(point.text, words)
    first = set(tokens(point.text)[:1])
    return plain and not clause and not first & {*words.grammar["prepositions"], *words.grammar["negative"]}
