"""A language's meaning data, ready for comparing: stems, content words, marks and clauses.

A **mark** is a word or phrase whose loss changes what a sentence claims: a
hedge, a “not”, “at least”.  It stands for the words beside it, so each mark is
kept with the **clause** it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from narration import language
from narration.checks import stems
from narration.language_tags import primary

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEAR = 3
"""How many content words beside a mark it surely speaks of."""


def words(text: str) -> tuple[str, ...]:
    """Lower-case words, with straight apostrophes."""
    return tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a spoken sentence; ``marks`` holds each mark's group and the stems it speaks of.

    ``denials`` is how often it says “not”; ``in_denied_list`` tells that the
    “not” of the clause before it reaches it (“do not drive, drink or smoke”).
    ``bare`` are the groups of the marks that stand in a piece which says nothing
    else (“it is rare”, “if you can”): the words beside such a mark may belong to it or not.
    ``led`` tells that it begins with the beginning of a list.
    """

    tokens: tuple[str, ...]
    stems: frozenset[str]
    denials: int
    marks: tuple[tuple[str, tuple[str, ...]], ...]
    in_denied_list: bool = False
    bare: frozenset[str] = frozenset()
    led: bool = False

    @property
    def groups(self) -> frozenset[str]:
        return frozenset(group for group, _ in self.marks)

    @property
    def text(self) -> str:
        """The words with one space between; those joined by a hyphen stand apart."""
        return " ".join(self.tokens).replace("-", " ")


@cache
def lexicon(tag: str, house: Path | None = None) -> Lexicon:
    """The lexicon of a BCP 47 tag, with a clinic's own words over ours as ``language.load`` takes them."""
    return Lexicon(language.load(tag, "meaning", house), tag)


class Lexicon:
    """``meaning`` is the parsed ``meaning.yaml`` of the BCP 47 tag ``tag``."""

    def __init__(self, meaning: Mapping[str, Any], tag: str) -> None:
        self.meaning = meaning
        self._base = primary(tag)

    def stem(self, word: str) -> str:
        """One stem for all forms of a word, as far as the stemmer and the list of irregular forms know."""
        return stems.stem(self._irregular.get(word, word), self._base)

    def stems(self, tokens: Iterable[str]) -> frozenset[str]:
        """Of words joined by a hyphen, each part counts too."""
        found = set()
        for token in tokens:
            found |= {self.stem(part) for part in (token, *token.split("-"))}
        return frozenset(found)

    def content(self, tokens: Iterable[str]) -> list[str]:
        """The words that carry facts: no grammar, no hedges, and no amounts, which are compared by themselves."""
        said = list(tokens)
        return [token for place, token in enumerate(said) if self._is_content(token, said[place + 1 : place + 4])]

    def _is_content(self, token: str, after: Sequence[str]) -> bool:
        """“Half an hour” is an amount, “the other half” is not."""
        if token in self.grammar or "'" in token or self.is_amount(token):
            return False
        return not (token in self.numbers and any(word in self.meaning["units"] for word in after))

    def is_amount(self, token: str) -> bool:
        """A number, also with its unit joined to it by a hyphen (“five-minute”)."""
        *first, last = token.split("-")
        return is_number(token, self._amounts) or (
            bool(first) and is_number("-".join(first), self.numbers) and last in self.meaning["units"]
        )

    @cached_property
    def grammar(self) -> frozenset[str]:
        marks = {word for group, listed in self.groups.items() if group != "denial" for word in listed}
        singles = {word for word in marks if " " not in word}
        return frozenset(self.meaning["function_words"]) | singles | self._amounts | frozenset(self.meaning["units"])

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Every mark's words by its group."""
        listed = {f"hedge:{name}": tuple(group) for name, group in self.meaning["hedges"].items()}
        listed |= {f"limit:{name}": tuple(group) for name, group in self.meaning["limits"].items()}
        concord = tuple(self.meaning["concord"])
        listed["negation"] = tuple(word for word in self.meaning["negations"] if word not in concord)
        listed["negation:alone"] = concord
        listed["denial"] = tuple(self.meaning["denials"])
        listed["certain"] = tuple(self.meaning["certain"])
        listed["duty"] = tuple(self.meaning["duties"])
        listed["only"] = tuple(self.meaning["only"])
        listed["no mark"] = tuple(self.meaning["no_marks"])
        listed["ability"] = tuple(self.meaning["ability"])
        return listed

    def stand_ins(self, group: str) -> frozenset[str]:
        """The groups whose words do for one of ``group``."""
        return frozenset((group, *self.meaning["stand_ins"].get(group, ())))

    def clauses(self, spoken: str) -> tuple[Clause, ...]:
        """The clauses of a spoken text, at its punctuation and before its joining words."""
        return _clauses(self, spoken)

    def cut(self, spoken: str) -> tuple[Clause, ...]:
        """What ``clauses`` keeps."""
        made: list[tuple[tuple[str, ...], ...]] = []
        listed: list[bool] = []
        start, after_comma = 0, False
        for joint in (*self._split.finditer(spoken), None):
            tokens = words(spoken[start : joint.start() if joint else None])
            if made and tokens and not self._is_whole(made[-1]):
                made[-1] += (tokens,)
            elif tokens:
                made.append((tokens,))
                first = tokens[1:2] if tokens[0] in self.meaning["or"] else tokens[:1]
                listed.append(after_comma and bool(self.content(first)))
            # “…, or drive”: the comma parts, and the “or” after it does so once more.
            start, after_comma = (joint.end(), joint[0] == "," or (after_comma and not tokens)) if joint else (0, False)
        if len(made) > 1 and not self._is_whole(made[-1]):
            made[-2:], listed[-1:] = [made[-2] + made[-1]], []
        return tuple(self._with_lists([self._clause(pieces) for pieces in made], listed))

    def _is_whole(self, pieces: Sequence[Sequence[str]]) -> bool:
        """Whether pieces of a sentence are a clause by themselves, and need no other one beside them."""
        tokens = [token for piece in pieces for token in piece]
        if " ".join(tokens) in self.meaning.get("connects", ()):
            return False  # “In that case,”
        return self._says_something(tokens) or self._elliptic(tokens)

    def _elliptic(self, tokens: Sequence[str]) -> bool:
        """Whether a clause only leaves out what it denies: “others must not be”, “please don’t”."""
        denied = tokens[-1] in self.meaning.get("elliptic", ()) and bool(set(tokens) & set(self.meaning["negations"]))
        return denied or tokens[-1].endswith("n't")

    def _with_lists(self, clauses: Sequence[Clause], listed: Sequence[bool]) -> Iterator[Clause]:
        """Tells the members of a list that one “not” denies: all begin alike, and an “or” is among them."""
        denied = False
        for place, (clause, member) in enumerate(zip(clauses, listed, strict=True)):
            last = next((n for n in range(place, len(clauses)) if n + 1 == len(clauses) or not listed[n + 1]), place)
            joined = any(set(clauses[n].tokens) & set(self.meaning["or"]) for n in range(place, last + 1))
            reached = denied and member and joined and not clause.denials
            yield replace(clause, in_denied_list=reached)
            denied = bool(clause.denials) or reached

    def _says_something(self, tokens: Sequence[str]) -> bool:
        return bool(self.content(tokens) or self._numbers(tokens) or any(t in self.meaning["units"] for t in tokens))

    def _clause(self, pieces: Sequence[tuple[str, ...]]) -> Clause:
        tokens = tuple(token for piece in pieces for token in piece)
        empty = [not self._says_something(piece) for piece in pieces for _ in piece]
        found, bare = [], set()
        marks = self._marks(tokens)
        denied = any(group == "negation" for group, _, _ in marks)
        for group, start, end in marks:
            if denied and group == "negation:alone":
                continue
            after, before = tokens[end : self._reach(group, tokens, end)], tokens[:start]
            nearest = 1 if group == "negation" else _NEAR  # “fever or bleeding that will not”: it is the bleeding
            beside = self.content(after)[:_NEAR] or self.content(before)[-nearest:]
            an_hour = group in self._beside_numbers and set(after[:1]) & set(self.meaning["one_as_article"])
            if set(after[1:2] if an_hour else after[:1]) & set(self.meaning["units"]):
                beside = []  # “A few seconds” speaks of nobody, “within minutes” and “at least an hour” of no number.
            elif group in self._beside_numbers:
                beside = self._number(after) or self._numbers(before)[-_NEAR:] or beside
            found.append((group, tuple(map(self.stem, beside))))
            bare |= {group} if empty[start] else set()
        stems = self.stems((*self.content(tokens), *self._numbers(tokens)))
        unmarked = {place for group, start, end in marks if group == "no mark" for place in range(start, end)}
        denials = self._denials([token for place, token in enumerate(tokens) if place not in unmarked])
        return Clause(tokens, stems, denials, tuple(found), bare=frozenset(bare))

    def _reach(self, group: str, tokens: Sequence[str], end: int) -> int:
        """How far a mark that ends at ``end`` speaks of what follows: “some drips”, and not “or a mask” after it."""
        if group not in self.meaning["quantifiers"]:
            return len(tokens)
        joins, articles = self.meaning["list_joins"], self.meaning["determiners"]
        parted = (at for at in range(end + 1, len(tokens) - 1) if tokens[at] in joins and tokens[at + 1] in articles)
        return next(parted, len(tokens))

    def _numbers(self, tokens: Iterable[str]) -> list[str]:
        return [token for token in tokens if is_number(token, self.numbers)]

    def _number(self, tokens: Sequence[str]) -> list[str]:
        """The words of the first number: of “38 degrees or a rash” no “a” that looks like one."""
        first = next((at for at, token in enumerate(tokens) if is_number(token, self.numbers)), len(tokens))
        same = takewhile(
            lambda token: is_number(token, self.numbers) or token == self.meaning["number_and"], tokens[first:]
        )
        return self._numbers(same)[:_NEAR]

    def _denials(self, tokens: Sequence[str]) -> int:
        """How often the clause says “not”; Spanish “no … nada” says it once, and “nadie … sin” twice."""
        found = [token for token in tokens if token in self.meaning["negations"] or token.endswith("n't")]
        alone = [token for token in found if token not in self.meaning["concord"]]
        return len(alone) + (found[:1] != alone[:1])

    def _marks(self, tokens: Sequence[str]) -> list[tuple[str, int, int]]:
        """Group, start and end of each mark; the longest phrase wins, so “no more than” holds no “no”."""
        found, index = [], 0
        while index < len(tokens):
            for length in range(min(self._longest, len(tokens) - index), 0, -1):
                phrase = " ".join(tokens[index : index + length])
                groups = self._phrases.get(phrase, ())
                if not groups and length == 1 and phrase.endswith("n't"):
                    groups = ("negation",)
                fitting = [group for group in groups if self._fits(group, tokens, index, index + length)]
                if fitting:
                    found += [(group, index, index + length) for group in fitting]
                    index += length
                    break
            else:
                index += 1
        return found

    def _fits(self, group: str, tokens: Sequence[str], start: int, end: int) -> bool:
        """“About” and “over” are marks beside a number only."""
        if group not in self._beside_numbers:
            return True
        counted = start > 0 and is_number(tokens[start - 1], self.numbers)
        if counted and " ".join(tokens[start:end]) in self.meaning.get("counted_nouns", ()):
            return False  # “1 sobre” is a thing, “sobre las 10” is not
        near = (*tokens[end : end + 3], *tokens[max(0, start - 2) : start])
        numbers = self.numbers - {self.meaning["decimal"]}  # “not beyond that point”, “no coma hasta …”
        return any(is_number(token, numbers) or token in self.meaning["units"] for token in near)

    @cached_property
    def _amounts(self) -> frozenset[str]:
        """Words that are surely numbers: Spanish “coma” is a verb, too."""
        return self.numbers - frozenset(self.meaning["pronoun_numbers"])

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(self.meaning["numbers"])

    @cached_property
    def _beside_numbers(self) -> frozenset[str]:
        return frozenset(self.meaning["beside_numbers"])

    @cached_property
    def _phrases(self) -> dict[str, tuple[str, ...]]:
        table: dict[str, tuple[str, ...]] = {}
        for group, listed in self.groups.items():
            for phrase in listed:
                table[phrase] = (*table.get(phrase, ()), group)
        return table

    @cached_property
    def _longest(self) -> int:
        return max(phrase.count(" ") + 1 for phrase in self._phrases)

    @cached_property
    def _split(self) -> re.Pattern[str]:
        joints = "|".join(sorted(map(re.escape, self.meaning["joints"]), key=len, reverse=True))
        apart = "".join(rf"(?<!\b{word})" for word in self.meaning.get("no_joint_after", ()))
        return re.compile(rf"\)?[.,;:!?…]+(?=\s|$)|\s\(|\)(?=\s|$)|{apart}\s+(?=(?:{joints})\s)", re.IGNORECASE)

    @cached_property
    def _irregular(self) -> dict[str, str]:
        return {form: base for base, forms in (self.meaning.get("irregular") or {}).items() for form in forms}


def is_number(token: str, numbers: frozenset[str]) -> bool:
    return bool(token) and all(part in numbers for part in token.split("-"))


@lru_cache(maxsize=4096)
def _clauses(lexicon: Lexicon, spoken: str) -> tuple[Clause, ...]:
    return lexicon.cut(spoken)
