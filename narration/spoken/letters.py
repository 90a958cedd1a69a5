"""Acronyms, codes and symbols, in words; and the guard that lets nothing else through."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from narration.spoken.base import Words, one_of

_ACRONYM = re.compile(r"(?<![\w’'-])([A-Z]{2,6})(s|’s|'s)?(?![\w])")
_MIXED_CASE = re.compile(r"(?<!\w)[a-z]{1,2}[A-Z]{1,4}(?!\w)")
_CODE = re.compile(r"(?<![\w])(?=[A-Za-z]*\d)(?=\d*[A-Za-z]*[A-Z])[A-Za-z\d]{2,10}(?!\w)-?")
_SHOUTED = re.compile(r"[A-ZÁÉÍÓÚÑ]{2,}(?:[\s,;:-]+[A-ZÁÉÍÓÚÑ]{2,}){2,}")
_BRAND = re.compile(r"(?<=[a-zà-ÿ]) \(([A-Z][a-zà-ÿ]{2,})[®™]?\)(?=,|[.;:]|\s(?:or|and|o|u|y|e|ni)\b)")
_ROMAN = r"[IVX]{1,6}"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_VOWEL = re.compile(r"[AEIOUY]")
_LONGEST_SPELLED = 4


def shouting(text: str, words: Words) -> str:
    """A heading in capitals is a heading, not a row of acronyms; ``Do NOT eat`` is emphasis."""
    text = _SHOUTED.sub(lambda m: m[0].capitalize(), text)
    emphasised = frozenset(words.data["emphasised"])

    def lowered(match: re.Match[str]) -> str:
        if match[0].lower() not in emphasised:
            return match[0]
        begins = re.search(r"(?:^|[.?!¿¡:]\s*)$", text[: match.start()])
        return match[0].capitalize() if begins else match[0].lower()

    return re.sub(r"(?<![\w.’'-])[A-ZÁÉÍÓÚÑ]{2,}(?![\w’'-])", lowered, text)


def roman_numerals(text: str, words: Words) -> str:
    """``Type II`` → ``Type 2``, after the words that take such a number; ``IV line`` is none."""
    cues = one_of(words.data["roman_after"])
    alone = words.data["roman_one"]
    number = rf"(?!I\b){_ROMAN}|I{alone}"
    pattern = rf"(?i:\b({cues}))(\s+)({number})(?:(\s*[-–/]\s*|\s+\w{{1,3}}\s+)({_ROMAN})(?!\w))?([A-Ca-c]\d?)?(?!\w)"

    def said(match: re.Match[str]) -> str:
        second = f"{match[4]}{_roman(match[5])}" if match[5] else ""
        part = f" {match[6].upper()}" if match[6] else ""
        return f"{match[1]}{match[2]}{_roman(match[3])}{second}{part}"

    return re.sub(pattern, said, text)


def _roman(written: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in written]
    return sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def codes(text: str, words: Words) -> str:
    """``B12`` → ``B 12``, ``SpO2`` → ``S P O 2``: letters that stand beside digits are spelled."""
    read = {str(word) for word in words.data["read_as_words"]}

    def said(match: re.Match[str]) -> str:
        runs = re.findall(r"[A-Za-z]+|\d+", match[0])
        spelled = (
            run if run.isdigit() or run in read or len(run) > _LONGEST_SPELLED else " ".join(run.upper())
            for run in runs
        )
        tail = " " if match[0].endswith("-") else "," if _runs_on(match, words) else ""
        return " ".join(spelled) + tail

    return _CODE.sub(said, text)


def _runs_on(match: re.Match[str], words: Words) -> bool:
    """``D3 1000`` must not be heard as three thousand; the two bones of ``L4 5`` are one name."""
    after = re.match(r"\s+(\d+)", match.string[match.end() :])
    bones = re.fullmatch(rf"(?:{words.data['spine']})\d{{1,2}}", match[0]) and after and len(after[1]) < len("100")
    return match[0][-1].isdigit() and after is not None and not bones


def acronyms(text: str, words: Words) -> str:
    """``IV`` → ``I V``, unless the data says that it is read as a word."""
    read = {str(word) for word in words.data["read_as_words"]}

    def said(match: re.Match[str]) -> str:
        letters, plural = match[1], match[2] or ""
        if letters in read:
            return match[0]
        if letters in words.data["read_as"]:
            return str(words.data["read_as"][letters]) + plural
        if len(letters) > _LONGEST_SPELLED and _VOWEL.search(letters):
            return letters.capitalize() + plural
        return " ".join(letters) + ("’s" if plural else "")

    text = _MIXED_CASE.sub(lambda m: " ".join(m[0].upper()), text)
    return _ACRONYM.sub(said, text)


def symbols(text: str, words: Words) -> str:
    for pattern, said in words.data["symbols_in_context"].items():
        text = re.sub(pattern, f" {said} ", text)
    table, pattern = _symbols(words)
    return pattern.sub(lambda m: f" {table[m[0]]} ", text)


@cache
def _symbols(words: Words) -> tuple[dict[str, str], re.Pattern[str]]:
    table = {str(sign): str(said) for sign, said in words.data["symbols"].items()}
    return table, re.compile(one_of(table))


def punctuation(text: str, words: Words) -> str:
    """Only marks that a voice breathes at: brackets, dashes, colons and semicolons become commas.

    A brand belongs to the name before it, without a breath that would make it one more of a list:
    “clopidogrel (Plavix), prasugrel (Effient) or …” → “clopidogrel Plavix, prasugrel Effient, or …”.
    """
    del words
    text = _BRAND.sub(r" \1, ", text)
    text = re.sub(r"\s*[:;←-⇿➔-➾]+\s*", ", ", text)
    text = re.sub(r"\s+[-–—]+\s+|[–—]", ", ", text)
    text = re.sub(r"\s*\(\s*", ", ", text)
    text = re.sub(r"\s*\)\s*", ", ", text)
    text = re.sub(r"(?:…|\.{2,})(?=\s*[a-zá-úñ])", ", ", text)
    text = re.sub(r"…|\.{2,}", ".", text)
    return text.replace("’", "'").replace("‘", "'")


def guard(text: str, words: Words) -> str:
    """Letters, apostrophes and hyphens within words, spaces and ``, . ? !``: the last word on what a voice gets."""
    del words
    text = unicodedata.normalize("NFC", text)
    kept = "".join(c if _allowed(c) else " " for c in text)
    kept = re.sub(r"(?<![^\W\d_])['-]+|['-]+(?![^\W\d_])", " ", kept)
    kept = re.sub(r"\s+([,.?!])", r"\1", " ".join(kept.split()))
    kept = re.sub(r",+(?=[.?!])", "", kept)
    kept = re.sub(r"([,.?!])[,.]+", r"\1", kept)
    kept = re.sub(r"([,?!])(?=[^\s,.?!])|\.(?=[^\W\d_])", lambda m: f"{m[0]} ", kept)
    return kept.strip(" ,") if any(c.isalpha() for c in kept) else ""


def _allowed(character: str) -> bool:
    if character in "ºª":  # letters to Unicode, signs to a voice
        return False
    return character in " ,.?!'-" or unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lo", "Mn", "Mc")
