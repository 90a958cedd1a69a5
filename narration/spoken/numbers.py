"""Numbers, ranges, times, ordinals, fractions and units, in words."""

from __future__ import annotations

import re

from narration.spoken.base import Words

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_RANGE = re.compile(rf"(?<![\w.])({_NUMBER})\s*(?:[–—-]|to(?=\s*\d))\s*({_NUMBER})(?![\w]*-\d)")
_CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?\s*(a\.?\s?m\.?|p\.?\s?m\.?|AM|PM|h\b)?(?!\d)", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s*(a\.?m\.?|p\.?m\.?|AM|PM)(?![a-z])", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<!\w)(\d{1,4})(?:st|nd|rd|th|\.?[ºª])(?!\w)")
_TIMES = re.compile(rf"({_NUMBER})\s*[x×](?=\s|/|$)(?:\s*/\s*([^\W\d_]+))?")
_YEAR = re.compile(r"(?<![\w.,-])(1[89]\d\d|20\d\d)(?![\w%]|[.,]\d|-\d)")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d{2,4}\)?(?:[\s.-]\(?\d{2,4}\)?){2,4}(?!\w)")
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_PLAIN = re.compile(_NUMBER)


def phone_numbers(text: str, words: Words) -> str:
    """Digit by digit, in the groups they are written in."""

    def said(match: re.Match[str]) -> str:
        groups = re.findall(r"\d+", match.group(0))
        if sum(map(len, groups)) < 7:
            return match.group(0)
        return ", ".join(" ".join(words.number(int(digit)) for digit in group) for group in groups)

    return _PHONE.sub(said, text)


def times_of_day(text: str, words: Words) -> str:
    """``10:30 a.m.`` → ``ten thirty A M``."""

    def clock(match: re.Match[str]) -> str:
        hour, minute = int(match[1]), int(match[2])
        if hour > 23 or minute > 59:
            return match.group(0)
        return " ".join(filter(None, [words.number(hour), _minute(minute, words), _half_of_day(match[3], text, match)]))

    def hour(match: re.Match[str]) -> str:
        return f"{words.number(int(match[1]))} {_half_of_day(match[2], text, match)}"

    return _HOUR.sub(hour, _CLOCK.sub(clock, text))


def _minute(minute: int, words: Words) -> str:
    if minute == 0:
        return str(words.data["oclock"])
    low = words.number(minute)
    return f"{words.data['oh']} {low}".strip() if minute < 10 else low


def _half_of_day(written: str | None, text: str, match: re.Match[str]) -> str:
    if not written or written.lower().startswith("h"):
        return ""
    half = " ".join(written.replace(".", "").upper().replace(" ", ""))
    at_end = written.endswith(".") and re.fullmatch(r"\s*(?:[A-ZÁÉÍÓÚ].*)?", text[match.end() :], re.DOTALL)
    return f"{half}." if at_end else half


def ranges(text: str, words: Words) -> str:
    """``30–45`` → ``30 to 45``."""
    return _RANGE.sub(rf"\1 {words.data['to']} \2", text)


def multiples(text: str, words: Words) -> str:
    """``4x/day`` → ``4 times a day``."""

    def said(match: re.Match[str]) -> str:
        each = f" {words.data['each']} {match[2]}" if match[2] else ""
        return f"{match[1]} {words.data['times']}{each}"

    return _TIMES.sub(said, text)


def ordinals(text: str, words: Words) -> str:
    return _ORDINAL.sub(lambda m: words.number(int(m[1]), "ordinal"), text)


def fractions(text: str, words: Words) -> str:
    for sign, plain in _FRACTIONS.items():
        text = re.sub(rf"(?<=\d)\s*{sign}", f" {words.data['and']} {plain}", text).replace(sign, plain)
    for plain, said in words.data["fractions"].items():
        text = re.sub(rf"(?<![\d/.]){re.escape(plain)}(?![\d/])", said, text)
    return text


def units(text: str, words: Words) -> str:
    """``5 mg/kg`` → ``5 milligrams per kilogram``; ``1 h`` → ``1 hour``."""
    table = words.data["units"]
    names = "|".join(re.escape(name) for name in sorted(table, key=len, reverse=True))
    after_number = re.compile(rf"({_NUMBER})\s*({names})((?:/(?:{names}|[a-zá-ú]+))*)(?![\w²³])(\.(?=\s+[a-z]))?")

    def said(match: re.Match[str]) -> str:
        one, many = table[match[2]]
        text_of = f"{match[1]} {one if match[1] == '1' else many}"
        for part in filter(None, match[3].split("/")):
            single = table.get(part, [part])[0]
            text_of += f" {words.data['per']} {single}"
        return text_of

    return after_number.sub(said, text)


def years(text: str, words: Words) -> str:
    return _YEAR.sub(lambda m: words.number(int(m[1]), "year"), text)


def plain(text: str, words: Words) -> str:
    """Every number that is left."""
    return _PLAIN.sub(lambda m: f" {_value(m.group(0), words)} " if _glued(m) else _value(m.group(0), words), text)


def _glued(match: re.Match[str]) -> bool:
    """A number that touches a letter (``B12``) is a word of its own."""
    text, start, end = match.string, match.start(), match.end()
    return (start > 0 and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha())


def _value(written: str, words: Words) -> str:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        written = written.replace(",", "")
    whole, _, decimals = written.replace(",", ".").partition(".")
    said = words.number(int(whole)) if len(whole) <= 15 else " ".join(words.number(int(d)) for d in whole)
    if decimals:
        digits = " ".join(words.number(int(digit)) for digit in decimals)
        said += f" {words.data['point']} {digits}"
    return said
