"""Titles and headings as a voice says them inside a sentence: their case, and no labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W_]+)*")
_LABEL = re.compile(r"^(?:[QF]\s*[:.]|[QP]\d+\s*[:.])\s*")
_FEWEST_WORDS = 2
_SHORT_WORD = 4
"""Title case leaves words up to this length small (with, from)."""
_LETTER_WORDS = frozenset("aeouy")
"""Single letters that are words of a language; any other names something (“I”, “hepatitis B”)."""
_VOWEL = re.compile(r"[aeiouyáéíóúü]")
_LONGEST_ACRONYM = 5
_SHOUTED = re.compile(r"(?<![\w(])[^\W\d_a-z]+(?:[ '’&/-]+[^\W\d_a-z]+)*(?![\w)])")
"""Words in capitals side by side; one that stands in brackets is an acronym."""


def known_case(texts: Iterable[str]) -> dict[str, str]:
    """Words that the running text always writes with capitals (ECT, Lincoln), by their lower-case form."""
    capitals: dict[str, str] = {}
    lower: set[str] = set()
    for text in texts:
        first = True
        shouted = text.isupper() or title_case(text)
        for match in _WORD.finditer(text):
            word = match[0]
            if word.islower():
                lower.add(word)
            elif not shouted and (not first or sum(map(str.isupper, word)) > 1 or _of_a_name(text, match)):
                capitals.setdefault(word.lower(), word)
            first = text[match.end() : match.end() + 1] in (".", ":", "?", "!")
    return {key: word for key, word in capitals.items() if key not in lower or sum(map(str.isupper, word)) > 1}


def _of_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence's first word has a capital because a name begins with it: “Saltgrass House is …”."""
    return re.match(r" [A-ZÁÉÍÓÚÑ][a-záéíóúüñ]{2,}\b", text[match.end() :]) is not None


def unshouted(name: str, known: Mapping[str, str]) -> str:
    """A heading in capitals as any other, and no question's “Q:”: ``BEFORE ECT`` → ``Before ECT``."""
    name = unlabelled(name)
    if name.lower() in known and len(name) > 1:
        return name
    said = _lowered(name, known) if name.isupper() else _SHOUTED.sub(lambda run: _part_lowered(run[0], known), name)
    return name if said == name else re.sub(r"^[^\W\d_]", lambda match: match[0].upper(), said)


def _lowered(text: str, known: Mapping[str, str]) -> str:
    """In lower case but for names and acronyms, which are known or have no vowel (NHS)."""

    def said(match: re.Match[str]) -> str:
        word = match[0].lower()
        if len(word) == 1:
            return match[0] if _is_a_name(match, text) else word
        if word[:2] in ("i’", "i'"):
            return f"I{word[1:]}"
        return known.get(word, word if _VOWEL.search(word) else match[0])

    return _WORD.sub(said, text)


def _is_a_name(letter: re.Match[str], text: str) -> bool:
    """Whether a single letter is no word, or part of a short name with a sign in it (“A&E”, “B12”)."""
    beside = text[max(0, letter.start() - 1) : letter.start()], text[letter.end() : letter.end() + 1]
    if letter[0].lower() not in _LETTER_WORDS:
        # After an apostrophe a letter is the end of a word (“WHAT’S”).
        return beside[0] not in ("’", "'")
    return any(sign == "&" or sign.isdigit() for sign in beside if sign)


def _part_lowered(run: str, known: Mapping[str, str]) -> str:
    """A shouted part of a mixed name: ``SHOCK WAVE THERAPY - step by step``.  Acronyms alone (``MRI CT``) stay."""
    return _lowered(run, known) if any(len(word) > _LONGEST_ACRONYM for word in _WORD.findall(run)) else run


def unlabelled(name: str) -> str:
    """A heading without its marks, a question without its “Q:”."""
    return _LABEL.sub("", name.strip().strip("*_").strip())


def inside(name: str, known: Mapping[str, str]) -> str:
    """A heading as inside a sentence: ``Gradual Return`` → ``gradual return``, ``IV Line`` → ``IV line``."""

    bare = unlabelled(name)
    keeps = _sentence_case(bare)

    def said(match: re.Match[str]) -> str:
        word = match[0]
        if keeps and match.start():
            return word
        if len(word) == 1:
            return word if word.isupper() and _is_a_name(match, bare) else word.lower()
        if word[:2] in ("I’", "I'") or sum(map(str.isupper, re.sub(r"-.*", "", word))) > 1:
            return word
        return known.get(word.lower(), word.lower())

    return _WORD.sub(said, bare).rstrip(" .:")


def _sentence_case(name: str) -> bool:
    """Whether only names have capitals here: some longer word after the first has none."""
    return any(word.islower() for word in _WORD.findall(name)[1:] if len(word) > _SHORT_WORD)


def title_case(text: str) -> bool:
    """Whether each word has a capital, as in a title (“Let Us Know If”): then a capital shows no name."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) > _FEWEST_WORDS and all(word[0].isupper() for word in words)


def is_file_name(title: str, file_name: str, texts: Iterable[str]) -> bool:
    """Whether a title says only what the file is called (``03 ect information``), and not what its text is about."""
    if re.sub(r"[-_]", " ", PurePath(file_name).stem).strip().lower() != title.lower():
        return False
    spoken = set(_WORD.findall(" ".join(texts).lower()))
    return bool(re.search(r"\d", title)) or not set(_WORD.findall(title.lower())) & spoken
