"""Telephone numbers, extensions and emergency numbers: digit by digit, in the groups they are written in."""

from __future__ import annotations

import re

from narration.spoken.base import Words, one_of

_NUMBER = re.compile(
    r"(?<![\w.,/])(\+)?\(?\d{1,5}\)?(?:[\s.\u2011-](?:\(\d{2,5}\)|\d{2,6})){1,5}(?![\w/%°]|[.,]\d|\s*(?:[%°]|(?:h|min|mg|ml)\b))"
)
_ABROAD = re.compile(r"(\+\d{1,3}\s?)\(0\)\s?")
_LETTERED = re.compile(r"(?<![\w-])(?:1-)?8\d\d(?:-(?:[A-Z]{2,}|\d+))*-[A-Z]{2,}(?:-(?:[A-Z]{2,}|\d+))*(?![\w-])")
_LONG = re.compile(r"(?<![\w.,/])(\+?)(0\d{8,}|\d{11,15})(?![\w.,]\d)")
_GROUPED = re.compile(
    r"(?<![\w+(])(?<!\d[ .-])[1-9]\d{0,2}(?: \d{3})+(?!\d|[ .-]\d)|(?<=\()[1-9]\d? \d{3}(?=\s?[^\W\d_])"
)
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15


def short_numbers(text: str, words: Words) -> str:
    """``on 131 450``, ``call 13 11 14``: six digits that are called, and no thousands."""
    data = words.data["telephone"]
    called = rf"(?i:(\b(?:{one_of([*data['call'], *data['between']])})\s+))"
    groups = r"(\d{3} \d{3}|\d\d \d\d \d\d)(?=\s*(?:[.,;:!?)]|$))"
    return re.sub(called + groups, lambda m: m[1] + ", ".join(map(words.digits, m[2].split())), text)


def grouped_thousands(text: str, words: Words) -> str:
    """``1 500`` → ``1500``: thousands set apart by spaces (ISO 80000), which a telephone number is not."""
    del words

    def joined(match: re.Match[str]) -> str:
        groups = match[0].split(" ")
        telephone = len(groups[0]) == 3 and len(groups) > 2
        return match[0] if telephone else "".join(groups)

    return _GROUPED.sub(joined, text)


def _lettered(text: str, words: Words) -> str:
    """``1-800-QUIT-NOW``: the letters of such a number are words."""

    def said(match: re.Match[str]) -> str:
        parts = match[0].split("-")
        return ", ".join(part.lower() if part.isalpha() and len(part) > 1 else words.digits(part) for part in parts)

    return _LETTERED.sub(said, text)


def telephone_numbers(text: str, words: Words) -> str:
    """``0800 123 456`` → ``zero eight zero zero, one two three, four five six``."""
    data = words.data["telephone"]

    def said(match: re.Match[str]) -> str:
        groups = re.findall(r"\d+", match[0])
        dotted = "." in match[0] and all(len(group) == 3 for group in groups[1:])
        span = len(groups) == 2 and all(re.fullmatch(r"(?:19|20)\d\d", group) for group in groups)
        if not _FEWEST_DIGITS <= sum(map(len, groups)) <= _MOST_DIGITS or dotted or span:
            return match[0]
        plus = f"{data['plus']} " if match[1] else ""
        return plus + ", ".join(words.digits(group) for group in groups)

    text = _LONG.sub(
        lambda m: (f"{data['plus']} " if m[1] else "") + words.digits(m[2]),
        _NUMBER.sub(said, _lettered(_ABROAD.sub(r"\1", text), words)),
    )
    extension = rf"(?i:\b({one_of(data['extension'])})):?\s*(\d{{2,6}})\b"
    text = re.sub(extension, lambda m: f"{m[1]} {words.digits(m[2])}", text)
    named = rf"(?i:\b({data['references']})\b\.?:?\s*(?:#\s?)?)"
    text = re.sub(
        rf"{named}(\d{{4,12}})(?![\w/]|[.,]\d|\s*[%°])", lambda m: f"{m[0][: -len(m[2])]}{words.digits(m[2])}", text
    )
    text = re.sub(data["short_code"], lambda m: f"{m[1]}{words.digits(m[2])}", text)
    return _services(_emergency(text, words), words)


def _emergency(text: str, words: Words) -> str:
    """``Call 112 or 911``, and ``061``: no number that is counted begins with a zero."""
    data = words.data["telephone"]
    call = rf"(?i:\b(?:{one_of(data['call'])}))\b(?:\s+(?:{one_of(data['between'])}))*"
    numbers = rf"\d{{3}}(?:\s*(?:,|/|\b{data['or']}\b)\s*(?:{one_of(data['between'])})?\s*\d{{3}})*"
    text = re.sub(
        rf"({call}\s+)({numbers})(?!\d|[.,/]\d|\s*[%°]|\s+\w{{3,}}s\b)",
        lambda m: m[1] + re.sub(r"\d{3}", lambda n: words.digits(n[0]), m[2]),
        text,
    )
    return re.sub(r"(?<![\w.,:/-])0\d{2,}(?![\w:/-]|[.,]\d)", lambda m: words.digits(m[0]), text)


def _services(text: str, words: Words) -> str:
    """``that’s 999/112 straight away``, ``HealthLine 811``: known services, and no ``Ward 111`` or ``112 beds``."""
    data = words.data["telephone"]
    before = rf"\b(?:(?i:{data['service_before']})|{data['service_names']})"
    after = rf"\s*(?:[.,;:!?)–—]|$)|\s+(?i:{data['service_after']})"
    pair = rf"(?<![\w.,:/-])({one_of(data['services'])})\s?/\s?({one_of(data['services'])})(?![\w/%°-]|[.,:]\d)"
    if not re.search(data["no_services"], text):
        text = re.sub(pair, lambda m: f"{words.digits(m[1])} {data['or']} {words.digits(m[2])}", text)
    number = rf"(?<![\w.,:/-])({one_of(data['services'])})(?![\w/%°-]|[.,:]\d)"
    named = rf"(\b(?:{data['service_names']})\s+){number}(?!\s\w+s\b)"
    found = re.compile(rf"((?:{before})[,:]?\s+\(?){number}(?={after})|{named}")
    return found.sub(lambda match: f"{match[1] or match[3]}{words.digits(match[2] or match[4])}", text)
