"""Abbreviations, endings in brackets and slashed alternatives, in words."""

from __future__ import annotations

import re
from functools import cache, partial

from narration.spoken.base import Words, ends_sentence, one_of

_OPTIONAL = re.compile(r"(?<=\w)\(((?:s|es|ren|['’]s|s['’])|n)\)")
_OF_ONE = re.compile(r"(?<![\w.,/–-])((?:1|[Oo]ne|[Uu]na?)\s+[^\W\d_]+)\(e?s\)")
_SPECIES = re.compile(r"(?<![\w.])([A-Z])\.(?=\s[a-zá-úñ]{3,})")
"""``E. coli``: the stop after an initial is no end of a sentence."""
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}(?!\w)|(?<![\w.])(?:[A-Z]\. ){2,}(?=[A-Z])")


def optional_endings(text: str, words: Words) -> str:
    """``patient(s)`` → ``patients``; ``médico/a`` → ``médico o médica``; ``el(la)`` → ``el o la``."""
    for pattern, said in _alternatives(words):
        text = pattern.sub(partial(_both, said=said), text)
    return _OPTIONAL.sub(r"\1", _OF_ONE.sub(r"\1", text))


def abbreviations(text: str, words: Words) -> str:
    """``e.g.`` → ``for example``; a full stop that also ends the sentence stays."""
    data = words.data
    for pattern, said in data["before_number"].items():
        text = _numbered(text, rf"(?<![\w.])(?:{pattern})\s*(?=\d)", said)

    def expanded(match: re.Match[str]) -> str:
        written = re.sub(r"\s+", "", match[0])
        table, key = _lookup(words)[0], written
        if key not in table:
            key = written[:1].lower() + written[1:]
        before, after = text[: match.start()], text[match.end() :]
        if key.rstrip(".") in data["units"] and re.search(r"\d\s*/?$|[^\W_]/$", before):
            return match[0]
        if written in data["unless_number"] and re.match(r"\.?\s?\d", after):
            return match[0]
        said, ends = _cased(table[key], match), key in data["ends"]
        if key in data["before_capital"] and re.match(r"\s*[A-ZÁÉÍÓÚÑ]", after) and not _after_name(before):
            said, ends = _cased(data["before_capital"][key], match) + ("" if after.startswith(" ") else " "), False
        if key in data["apart"] and re.search(r"\w\s$", before):
            said = f", {said}"
        spaced = " " if after[:1].isalpha() else ""
        stop = "." if written.endswith(".") and ends and ends_sentence(after) else ""
        return said + stop + spaced

    return _DOTTED.sub(_initials, _SPECIES.sub(r"\1", _lookup(words)[1].sub(expanded, text)))


@cache
def _alternatives(words: Words) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The language's own; so many that ``re`` would forget them from one line to the next."""
    return tuple((re.compile(pattern), said) for pattern, said in words.data["alternatives"].items())


def _both(match: re.Match[str], said: str) -> str:
    """Only the first of two alternatives has the capital of the sentence's beginning."""
    both = match.expand(said)
    capitals = match[0].isupper() or any(letter.isupper() for letter in match[0][1:])
    return _cased(both if capitals else both[:1] + both[1:].lower(), match)


def _numbered(text: str, pattern: str, said: str) -> str:
    """An abbreviation that is one before a number only: ``No. 5``."""
    return re.sub(pattern, lambda match: f"{_cased(said, match)} ", text)


def _cased(said: str, match: re.Match[str]) -> str:
    """A capital where the sentence begins with one."""
    begins = match[0][:1].isupper() and re.search(r"(?:^|[.?!¿¡:]\s*)$", match.string[: match.start()])
    return said[:1].upper() + said[1:] if begins else said


def _initials(match: re.Match[str]) -> str:
    stop = "." if match[0].rstrip().endswith(".") and re.match(r"\s*$", match.string[match.end() :]) else ""
    return " ".join(re.findall(r"[A-Z]", match[0])) + stop + (" " if match[0].endswith(" ") else "")


def _after_name(before: str) -> bool:
    """After a name, ``St.`` is a street."""
    return re.search(r"[A-ZÁÉÍÓÚÑ]\w+\s+$", before) is not None


@cache
def _lookup(words: Words) -> tuple[dict[str, str], re.Pattern[str]]:
    """The table without spaces in its keys, and the pattern that finds them."""
    listed = {str(key): str(value) for key, value in words.data["abbreviations"].items()}
    first = {key[:1].upper() + key[1:]: value for key, value in listed.items() if key[:1].islower()}
    table = {re.sub(r"\s+", "", key): value for key, value in listed.items()}
    ends = r"(?!\w)|(?<=/)(?=\w)"
    return table, re.compile(rf"(?<![\w.])(?:{one_of({**first, **listed})})(?:{ends})")
