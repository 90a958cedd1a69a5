"""Times of day, in words."""

from __future__ import annotations

import re
from functools import cache

from narration.spoken.base import Words, ends_sentence, near_before, one_of, sentence_around
from narration.spoken.value import feminine

_HALF = r"[aApP]\.?\s?[mM](?:\.|(?![\w]))"
_TIME = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
_RANGE = re.compile(rf"(?<![\d:.,])({_TIME})(\s*{_HALF})?\s*[–-]\s*(?={_TIME}\s*{_HALF}|\d\d?:[0-5]\d)")
_CLOCK = re.compile(rf"(?<![\d:.,])(\d{{1,2}}):([0-5]\d)(?::\d{{2}})?(?!\d|:\S|[.,]\d{{3}}(?!\d))(?:\s*({_HALF}))?")
_HOUR = re.compile(rf"(?<![\d:.,])(\d{{1,2}})(?:\.([0-5]\d))?\s*({_HALF})")
_WHOLE = r"(?:0?[1-9]|1\d|2[0-4])"
_POINTED = rf"{_WHOLE}\.[0-5]\d"
_LAST_HOUR = 24
_NOON = 12


def together(text: str, words: Words) -> str:
    """``1830 hrs`` → ``18:30 hrs``; ``0830-1700`` → ``08:30-17:00``, which is no telephone number."""
    data = words.data
    four, hours = r"([01]\d|2[0-3])([0-5]\d)", data["hours_written"]
    between = rf"\s*(?:[–-]|\b(?:{data['clock_between']})\b)\s*"
    called = re.search(rf"(?i:\b(?:{one_of([*data['telephone']['call'], *data['telephone']['extension']])}))\b", text)
    named = rf"(?<![\d:.,/]){four}({between}){four}(?=\s*(?:{hours})\b)"
    text = re.sub(named, r"\1:\2\3\4:\5", text)
    if not called:
        text = re.sub(
            rf"(?<![\w:.,/+-])(0\d)[.]?([0-5]\d)({between})([01]\d|2[0-3])[.]?([0-5]\d)(?![\w/]|[.,:-]\d)",
            r"\1:\2\3\4:\5",
            text,
        )
    cue = rf"(?i:\b(?:{data['clock_after']}))\s+$"

    def alone(match: re.Match[str]) -> str:
        sure = match[1].startswith("0") or re.search(cue, match.string[: match.start()])
        return f"{match[1]}:{match[2]}" if sure else match[0]

    return re.sub(rf"(?<![\d:.,/]){four}(?=\s*(?:{hours})\b(?!\s+(?:of|de)\b))", alone, text)


@cache
def _unit(words: Words) -> re.Pattern[str]:
    """What makes an amount of the number before it."""
    return re.compile(rf"\s*(?:{one_of(words.data['units'])})(?!\w)")


def opening_hours(text: str, words: Words) -> str:
    """``Mon–Fri 9-5.30`` → ``Mon–Fri 9 to 5:30``: a point is a decimal's unless days or hours are spoken of."""
    hours, between = words.data["hours_written"], words.data["clock_between"]
    span = rf"(?<![\w.,:/-])({_POINTED}|{_WHOLE})\s*[–-]\s*({_POINTED}|{_WHOLE})(?![\w:/%°]|[.,]\d|\s*[%°])"
    weekdays = words.data["dates"]["weekdays"]
    day = rf"\b(?:{one_of([*weekdays, *weekdays.values()])})s?\b\W*(?:(?:{words.data['open_after']})\s)?\s*$"
    open_ = re.compile(rf"(?i:\b(?:{words.data['open']})\b)|{day}")

    def said(match: re.Match[str]) -> str:
        before = re.split(r"[.?!]\s", near_before(match))[-1]
        measured = _unit(words).match(match.string, match.end())
        if "." not in match[1] + match[2] or measured or not open_.search(before):
            return match[0]
        return f"{match[1].replace('.', ':')} {words.data['to']} {match[2].replace('.', ':')}"

    first = (
        rf"(?<![\w.,:/-])({_WHOLE})\.([0-5]\d)(?=\s*(?:[–-]|\b(?:{between})\b)\s*{_TIME}\s*(?:{_HALF}|(?:{hours})\b))"
    )
    return re.sub(span, said, re.sub(first, r"\1:\2", text))


def pointed(text: str, words: Words) -> str:
    """``at 10.15`` and ``by 12.30`` → ``10:15``, ``12:30``, unless a measure is spoken of: ``a level at 2.50``."""
    after, unless = words.data["clock_at"], words.data["no_clock"]
    minutes = rf"(?<![\w.,:/-])({_WHOLE})\.([0-5][05])(?![\w:/%°]|[.,-]\d|\s*[%°])"
    measure = re.compile(rf"(?i:\b(?:{unless})\b)")

    def said(match: re.Match[str]) -> str:
        sentence = sentence_around(match.string, match.start(), match.end())
        none = _unit(words).match(match.string, match.end()) or measure.search(sentence)
        return match[0] if none else f"{match[1]}{match[2]}:{match[3]}"

    text = re.sub(rf"(?i:(\b(?:{after})\s+)){minutes}", said, text)
    text = re.sub(rf"(:\d\d\s+(?:{words.data['clock_between']})\s+){minutes}", said, text)
    span = rf"(?<![\w:.,/])(\d{{1,2}}:[0-5]\d)\s*[–-]\s*({_WHOLE})(?![\w:/%°]|[.,]\d)"
    return re.sub(span, rf"\1 {words.data['to']} \2", text)


def times_of_day(text: str, words: Words) -> str:
    """``10:30 a.m.`` → ``ten thirty A M``; ``8-10 a.m.`` → ``eight to ten A M``."""
    hours = words.data["hours_written"]
    text = re.sub(rf"(?<![\d:.,])(\d{{1,2}})\.([0-5]\d)(?=\s*(?:{hours})\b)", r"\1:\2", text)
    named = rf"(?:{words.data['named_times']})"
    text = re.sub(rf"(?i:\b({named}))\s*[–-]\s*(?=\d)", rf"\1 {words.data['to']} ", text)
    text = re.sub(rf"(\d(?:\s*{_HALF})?)\s*[–-]\s*(?=(?:12\s+)?(?i:{named})\b)", rf"\1 {words.data['to']} ", text)
    text = _RANGE.sub(lambda m: f"{_first(m, words)} {words.data['to']} ", text)

    def clock(match: re.Match[str]) -> str:
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour > _LAST_HOUR:
            return match[0]
        return _said(hour, minute, match[3], match, words)

    text = _HOUR.sub(clock, text)
    with_hours = re.compile(rf"{_CLOCK.pattern}(?:\s*(?:{hours})(?![\w/]))?")
    return with_hours.sub(clock, text)


def _first(match: re.Match[str], words: Words) -> str:
    """The first time of a range: its half of the day may stand after the second only."""
    if match[2] or not match[1].isdigit():
        return match[1] + (match[2] or "")
    return _number(int(match[1]), words)


def _said(hour: int, minute: int, half: str | None, match: re.Match[str], words: Words) -> str:
    said = _number(hour, words)
    if minute:
        low = words.number(minute)
        said += f" {words.data['oh']} {low}" if minute < 10 else f" {low}"
    elif not half and not re.match(words.data["noon"], match.string[match.end() :]):
        named = re.search(r"[^\d:\s.]", match[0]) is not None
        whole = words.data["whole_hour"]
        if hour == 0 and whole["midnight"]:
            return str(whole["midnight"])
        said += str(whole["after_noon" if hour > _NOON else "named" if named else "bare"])
    if half:
        said += f" {_half_of_day(half, hour, words)}"
        if half.endswith(".") and _stops(match.string[match.end() :], words):
            said += "."
    return said


def _half_of_day(written: str, hour: int, words: Words) -> str:
    half = "am" if written[0] in "aA" else "pm"
    return next(str(said) for low, high, said in words.data["halves"][half] if low <= hour <= high)


def _stops(after: str, words: Words) -> bool:
    """The full stop of ``a.m.`` ends the sentence as well, but not before a weekday."""
    weekdays = {str(day) for day in words.data["dates"]["weekdays"].values()}
    following = re.match(r"\s+(\w+)", after)
    return ends_sentence(after) and not (following and following[1] in weekdays)


def _number(hour: int, words: Words) -> str:
    said = words.number(hour)
    return feminine(said) if words.agrees else said
