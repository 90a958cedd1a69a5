"""What a written number means, and how it is said beside its noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from narration.language.gender import is_feminine
from narration.spoken.base import NEAR, NUMBER, Words

_LONGEST_SAID_WHOLE = 15
_PLAIN = re.compile(NUMBER)


@dataclass(frozen=True, slots=True)
class Value:
    """``sign`` is the decimal sign as written, empty for a whole number."""

    whole: str
    sign: str = ""
    decimals: str = ""


def read(written: str, words: Words) -> Value:
    """``1,500`` → 1500; ``1,5`` → one and a half; what three digits after one mark mean hangs on the country.

    A decimal never ends in zero (ISMP), so ``1,500`` is a thousand and a half
    everywhere; ``1.500`` is so where the comma is the decimal sign.
    """
    for group, decimal in ((",", "."), (".", ",")):
        match = re.fullmatch(rf"(\d{{1,3}}(?:\{group}\d{{3}})+)(?:\{decimal}(\d+))?", written)
        if match and (match[2] or written.count(group) > 1 or _thousands(written, group, words)):
            return Value(match[1].replace(group, ""), decimal if match[2] else "", match[2] or "")
    whole, sign, decimals = re.fullmatch(r"(\d+)([.,]?)(\d*)", written).groups()  # type: ignore[union-attr]  # NUMBER matched it
    return Value(whole, sign, decimals)


def _thousands(written: str, group: str, words: Words) -> bool:
    """Whether ``1,500`` or ``1.500`` groups thousands."""
    if written.startswith("0"):
        return False
    comma_country = words.data["decimal"] == "," and words.region not in words.data["decimal_point_regions"]
    usual = "." if comma_country else ","
    return group == usual or (group == "," and written.endswith("0"))


def say(written: str, words: Words) -> str:
    """A number in words, without regard to a noun."""
    value = read(written, words)
    whole = words.number(int(value.whole)) if len(value.whole) <= _LONGEST_SAID_WHOLE else words.digits(value.whole)
    if not value.decimals:
        return whole
    return f"{whole} {words.data['decimal_signs'][value.sign]} {_decimals(value.decimals, words)}"


def _decimals(digits: str, words: Words) -> str:
    """Digit by digit, or, where the language has it so, the zeros and then a number: ``05`` → ``cero cinco``."""
    rest = digits.lstrip("0")
    if not words.data["decimals_as_number"] or not rest or len(rest) > 3:
        return words.digits(digits)
    return " ".join(filter(None, [words.digits("0" * (len(digits) - len(rest))), words.number(int(rest))]))


def plain(text: str, words: Words) -> str:
    """Every number that is left, agreed with the noun after it."""

    def said(match: re.Match[str]) -> str:
        value = say(match[0], words)
        if words.agrees and not read(match[0], words).decimals:
            start, end = match.span()
            value = _agreed(value, text[max(0, start - NEAR) : start], text[end : end + NEAR], words)
        return f" {value} " if _glued(match) else value

    return _PLAIN.sub(said, text)


def _glued(match: re.Match[str]) -> bool:
    """A number that touches a letter (``B12``) is a word of its own."""
    text, start, end = match.string, match.start(), match.end()
    return (start > 0 and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha())


def _agreed(said: str, before: str, after: str, words: Words) -> str:
    """``veintiuno`` before ``semanas`` → ``veintiuna``; after a label (``paso 1``) it stays as it is."""
    grammar = words.data["agreement"]
    label = re.search(r"([^\W\d_]+)\s*$", before)
    if label and label[1].lower() in grammar["labels"]:
        return said
    joined = re.match(rf"(?:\s*(?:,|\b(?:{'|'.join(grammar['joins'])})\b)\s*(?:{NUMBER}))+", after)
    noun = re.match(r"\s+([^\W\d_]+)", after[joined.end() if joined else 0 :])
    if noun is None or (len(noun[1]) == 1 and noun[1].isupper()) or noun[1].lower() in grammar["no_nouns"]:
        return said
    return feminine(said) if is_feminine(noun[1], words.language) else re.sub(r"veintiuno$", "veintiún", _short(said))


def _short(said: str) -> str:
    return re.sub(r"\buno$", "un", said)


def feminine(said: str) -> str:
    """``doscientos uno`` → ``doscientas una``."""
    return re.sub(r"uno$", "una", re.sub(r"(cient|quinient)os\b", r"\1as", said))
