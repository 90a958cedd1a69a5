"""When a phone is answered, as a sentence of its own: “Ring 01632 960 250 (Mon–Fri, 9 am–5 pm) if it bleeds.”

→ “Ring 01632 960 250 if it bleeds.” “The hours are Mon–Fri, 9 am–5 pm.”  Only in a line that is too long.  Between
cases that go on (“Also call us if it has not gone”, “Do the same if …”) they would be heard of: they come after the
last of these.  Hours after which something else is to be done (“or 111 at other times”) stay with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.sentences.clauses import long
from narration.writing.vocabulary import Vocabulary

_OVER_WORDS = 14  # a number is said figure by figure: “01632 960 250” is eleven words


def apart(lines: Sequence[str], words: Vocabulary, after: str = "") -> list[str]:
    """The lines of one sentence, its hours in a line after the one that has the number; ``after`` comes next."""
    opening = words.grammar["telephone"]["opening"]
    goes_on = rf"(?:{opening['goes_on']}|{opening['not_before']})"
    made: list[str] = []
    waiting = ""
    for line, next_ in zip(lines, [*lines[1:], after], strict=True):
        found = re.match(opening["at"], line) if long(line, words, _OVER_WORDS) and not waiting else None
        if found is None or re.match(goes_on, after):
            made.append(line)
        else:
            waiting = f"{opening['say']} {found['hours']}."
            made.append(_without(found, line))
        if waiting and not re.match(goes_on, next_):
            made.append(waiting)
            waiting = ""
    return made


def _without(found: re.Match[str], line: str) -> str:
    """The line without its hours; a bracket or a comma that opened before the number is still closed after it."""
    before, rest = found["before"], line[found.end() :]
    if before.count("(") > before.count(")"):
        return f"{before}) {rest}"
    set_off = re.search(r",\s[\d\s()+-]+$", before) or (found["ends"].endswith(",") and "," in before)
    return f"{before}{',' if set_off and not rest.startswith(',') else ''} {rest}"
