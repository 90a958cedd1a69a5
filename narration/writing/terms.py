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
    r"(?:\(|called|we call (?:this|that|it)|known as|means|stands for|short for|, or\b|se llama|"
    r"llamad[oa]s?|significa|conocid[oa]s? como|conocen? como|denominan?|denominad[oa]s?|, o\b)"
)
_ASKS = r"(?:what|qué)\s+(?:is|are|does|do|es|son)"
_DOES = (
    r"(?:is|are|es|son)\s+(?:an?|the|un|una|when|where|used|treatment|medicine)|"
    r"(?:uses?|takes?|makes?|looks?|involves?|combines?|removes?|records?|measures?|shows?|works?|helps?|checks?|"
    r"surrounds?|reads?|lets?|allows?|hace|usa|mira|permite|consiste|sirve|toma|registra|mide)"
)
_ARE_THINGS = (
    r"\s+(?:are(?:\s+(?!(?:not|never|used|often|usually)\b)\w+){0,3}?\s+\w{3,}s\s+(?:of|in|on|that|which|inside|from)|"
    r"son(?:\s+(?!no\b)\w+){0,1}?\s+\w{3,}s\s+(?:del?|en|que))\b"
)
"""After a word that begins a sentence: “Polyps are soft swellings of …”."""
_NOT_THERE = (
    r"not|no|without|never|unlike|than|isn[’']t|aren[’']t|instead of|rather than|"
    r"sin|ni|a diferencia del?|más que|en lugar del?|en vez del?"
)
_PLACE = (
    r"\s+(?:Unit|Department|Centre|Center|Clinic|Ward|Suite|Desk|Office|Lab|Laboratory|Team|desk|"
    r"unit|department|lab|laboratory|suite|ward)\b"
)
"""What follows a term in the name of a place (“the Endoscopy Unit”), which a listener goes to and need not know."""
_BETWEEN = r"(?!\w{3,}ed\s)\w+"
"""A word between a “not” and what it denies; in “if that isn't followed the sedation …” it denies something else."""
_NEAR = 40
_LETTERS_WITH_AN = "AEFHILMNORSX"


@dataclass(frozen=True, slots=True)
class Definition:
    """What explains a ``term``, by the name that came up, and the place of its table in the list.

    ``own``: whoever has the thing knows it.
    """

    term: str
    say: str
    place: int
    own: bool = False


class Glossary:
    """The terms that a script still has to explain.

    ``listed`` holds tables with ``terms`` (all names of one thing) and ``say``, and perhaps with
    ``told``, the words by which the source explains it itself in the sentence beside; ``sentences`` are the
    whole source, in which some may be explained already.
    """

    def __init__(self, listed: Sequence[Mapping[str, Any]], sentences: Sequence[str]) -> None:
        text = " ".join(sentences)
        self._listed = listed
        self._seen: set[int] = set()
        self._open = {
            index: entry
            for index, entry in enumerate(listed)
            if not (entry.get("known") or any(_explained(str(term), text) for term in entry["terms"]))
            and not _told(entry, sentences)
        }

    def named(self, sentence: str) -> list[Definition]:
        """Definitions for the terms of this sentence that are still to be explained, in their order in it.

        A term inside a longer one is not meant: an “IV line” is no “line”.
        """
        found: dict[int, tuple[int, str]] = {}
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
                absent = _absent(sentence[: match.start()])
                absent = absent or re.match(_PLACE, sentence[match.end() :]) is not None
                absent = absent or _is_place(term, sentence, match)
                if not absent and not any(match.start() in span for span in taken):
                    found[index] = min(found.get(index, (match.start(), term)), (match.start(), term))
                taken.append(range(match.start(), match.end()))
        said: list[Definition] = []
        groups: set[str] = set()
        for _, index, term in sorted((start, index, term) for index, (start, term) in found.items()):
            entry = self._listed[index]
            if entry.get("group") not in groups:
                said.append(Definition(term, _definition(entry, term), index, entry.get("own", False)))
                groups |= {entry["group"]} if "group" in entry else set()
        return said

    def first(self, named: Sequence[Definition]) -> set[int]:
        """The places of those of these terms that no sentence before has named."""
        places = {definition.place for definition in named} - self._seen
        self._seen |= places
        return places

    def close_named_in(self, title: str) -> None:
        """Nothing explains any more what its listener has himself and the page's title names: “Your chemotherapy”."""
        for index, entry in list(self._open.items()):
            if entry.get("own") and any(_pattern(str(term)).search(title) for term in entry["terms"]):
                self._open.pop(index)

    def close(self, definition: Definition) -> None:
        """Nothing more is explained by it; what one of a group says explains the others."""
        entry = self._open.pop(definition.place, None)
        group = entry and entry.get("group")
        if group:
            self._open = {index: entry for index, entry in self._open.items() if entry.get("group") != group}


def _absent(before: str) -> bool:
    """Whether what comes is denied or only compared with: “not a general anaesthetic”, “unlike an MRI”."""
    return re.search(rf"\b(?:{_NOT_THERE})(?:\s+{_BETWEEN}){{0,2}}\s*$", before, re.IGNORECASE) is not None


def _is_place(term: str, sentence: str, match: re.Match[str]) -> bool:
    """Whether a word that needs no capital has one after other words (“follow the line to Endoscopy”): a name."""
    alone = re.search(r"(?:[a-záéíóúüñ]|\d,?) $", sentence[: match.start()]) is not None
    return alone and term.islower() and match[0][:1].isupper() and not match[0].isupper()


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


def _told(entry: Mapping[str, Any], sentences: Sequence[str]) -> bool:
    """Whether the source says beside the term what the definition would: “fasting: do not eat …”."""
    if "told" not in entry:
        return False
    names = [_pattern(str(term)) for term in entry["terms"]]
    having = [place for place, text in enumerate(sentences) if any(name.search(text) for name in names)]
    return any(
        re.search(rf"\b(?:{entry['told']})", " ".join(sentences[max(0, place - 1) : place + 2]), re.IGNORECASE)
        for place in having
    )


def _explained(term: str, text: str) -> bool:
    """Whether the source says near the term what it is: “called a cannula”, “MRI (magnetic …)”, “PTSD means …”."""
    for match in _pattern(term).finditer(text) if term.lower() in text.lower() else ():
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if re.search(rf"{_EXPLAINS}\s*(?:an?\s+|un[ao]?\s+|the\s+)?[«“\"]?$", before, re.IGNORECASE):
            return True
        if re.search(rf"{_ASKS}\s+(?:an?\s+|un[ao]?\s+|the\s+)?(?:\w+\s+)?$", before, re.IGNORECASE):
            return True
        if re.match(r":\s*(?:an?|the|una?|el|la)\s", after, re.IGNORECASE):
            return True
        if re.match(_ARE_THINGS, after) and re.search(r"(?:^|[.!?:]\s+)(?:(?:The|Los|Las)\s+)?$", before):
            return True
        if re.match(rf"\)?,?\s*(?:is\s+|are\s+|es\s+|\w+\s+)?{_EXPLAINS}", after, re.IGNORECASE):
            return True
        if re.match(
            rf"(?:\s+(?:de|del)(?:\s+\w+){{1,2}})?(?:\s+\([^)]*\))?[,:]?\s*(?:(?:which|who|que)\s+)?(?:{_DOES})\b",
            after,
            re.IGNORECASE,
        ):
            return True
    return False
