"""Medical words, each explained once where it first comes up, unless the source explains it itself.

The definitions are data (``terms.yaml``); what is added is a line of the house
style, so a reviewer sees that the source did not say it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from narration.language.inflection import plural

_EXPLAINS = (
    r"(?:\(|called|known as|means|stands for|short for|, or\b|se llama|llamad[oa]s?|significa|conocid[oa]s? como|"
    r"conocen? como|denominan?|denominad[oa]s?|, o\b)"
)
_ASKS = r"(?:what|qué)\s+(?:is|are|does|do|es|son)"
_DOES = (
    r"(?:is|are|es|son)\s+(?:an?|the|un|una|when|where|used|treatment|medicine)|"
    r"(?:uses?|takes?|makes?|looks?|involves?|combines?|removes?|records?|measures?|shows?|works?|helps?|checks?|"
    r"surrounds?|reads?|hace|usa|mira)"
)
_NOT_THERE = (
    r"not|no|without|never|unlike|than|isn[’']t|aren[’']t|instead of|rather than|"
    r"sin|ni|a diferencia del?|más que|en lugar del?|en vez del?"
)
_BETWEEN = r"(?!\w{3,}ed\s)\w+"
"""A word between a “not” and what it denies; in “if that isn't followed the sedation …” it denies something else."""
_NEAR = 40
_LETTERS_WITH_AN = "AEFHILMNORSX"


@dataclass(frozen=True, slots=True)
class Definition:
    """What explains a ``term``, by the name that came up, and the place of its table in the list."""

    term: str
    say: str
    place: int


class Glossary:
    """The terms that a script still has to explain.

    ``listed`` holds tables with ``terms`` (all names of one thing) and ``say``;
    ``sentences`` are the whole source, in which some may be explained already.
    """

    def __init__(self, listed: Sequence[Mapping[str, Any]], sentences: Sequence[str]) -> None:
        text = " ".join(sentences)
        self._listed, self._text = listed, text
        self._open = {
            index: entry
            for index, entry in enumerate(listed)
            if not any(_explained(str(term), text) for term in entry["terms"])
        }

    def explain(self, sentence: str) -> list[Definition]:
        """Definitions for the terms that come up here for the first time, in their order in the sentence.

        A term inside a longer one is not meant: an “IV line” is no “line”.
        """
        found: list[tuple[int, int, str]] = []
        taken: list[range] = []
        lower = sentence.lower()
        every = [
            (str(term), index)
            for index, entry in self._open.items()
            for term in entry["terms"]
            if str(term).lower() in lower and not any(word in lower for word in entry.get("unless", ()))
        ]
        for term, index in sorted(every, key=lambda item: -len(item[0])):
            for match in _pattern(term).finditer(sentence):
                if _absent(sentence[: match.start()]):
                    taken.append(range(match.start(), match.end()))
                elif not any(match.start() in span for span in taken):
                    taken.append(range(match.start(), match.end()))
                    found.append((match.start(), index, term))
        said = []
        for _, index, term in sorted(found):
            entry = self._open.pop(index, None)
            if entry is not None:
                said.append(Definition(term, _definition(entry, term), index))
                self._close(entry.get("group"))
        return said

    def postpone(self, definitions: Sequence[Definition], most: int) -> list[Definition]:
        """No more than ``most`` of them, if the others' terms come up again: there they are explained."""
        now = list(definitions)
        for definition in reversed(definitions):
            entry = self._listed[definition.place]
            again = sum(len(_pattern(str(term)).findall(self._text)) for term in entry["terms"]) > 1
            if len(now) > most and again and not entry.get("group"):
                now.remove(definition)
                self._open[definition.place] = entry
        return now

    def _close(self, group: str | None) -> None:
        """What one of a group says explains the others."""
        if group is not None:
            self._open = {index: entry for index, entry in self._open.items() if entry.get("group") != group}


def _absent(before: str) -> bool:
    """Whether what comes is denied or only compared with: “not a general anaesthetic”, “unlike an MRI”."""
    return re.search(rf"\b(?:{_NOT_THERE})(?:\s+{_BETWEEN}){{0,2}}\s*$", before, re.IGNORECASE) is not None


def _definition(entry: Mapping[str, Any], term: str) -> str:
    """What explains the term, by the name that came up; its singular where the list has both."""
    singular = next((str(name) for name in entry["terms"] if plural(str(name)) == term), term)
    article = "An" if singular[0] in (_LETTERS_WITH_AN if singular[:2].isupper() else "aeiou") else "A"
    said = str(entry["say"]).replace("{A term}", f"{article} {singular}")
    return said.replace("{Term}", singular[0].upper() + singular[1:])


@lru_cache(maxsize=1024)
def _pattern(term: str) -> re.Pattern[str]:
    """Whole words; a term with capitals inside is an acronym and must be written so."""
    flags = re.IGNORECASE if term.islower() else 0
    return re.compile(rf"(?<![\w-]){re.escape(term)}(?![\w-])", flags)


def _explained(term: str, text: str) -> bool:
    """Whether the source says near the term what it is: “called a cannula”, “MRI (magnetic …)”, “PTSD means …”."""
    for match in _pattern(term).finditer(text) if term.lower() in text.lower() else ():
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if re.search(rf"{_EXPLAINS}\s*(?:an?\s+|un[ao]?\s+|the\s+)?[«“\"]?$", before, re.IGNORECASE):
            return True
        if re.search(rf"{_ASKS}\s+(?:an?\s+|un[ao]?\s+|the\s+)?(?:\w+\s+)?$", before, re.IGNORECASE):
            return True
        if re.match(rf"\)?,?\s*(?:is\s+|are\s+|es\s+|\w+\s+)?{_EXPLAINS}", after, re.IGNORECASE):
            return True
        if re.match(
            rf"(?:\s+(?:de|del)(?:\s+\w+){{1,2}})?(?:\s+\([^)]*\))?,?\s*(?:(?:which|que)\s+)?(?:{_DOES})\b",
            after,
            re.IGNORECASE,
        ):
            return True
    return False
