"""Dates, weekdays, years and decades, in words."""

from __future__ import annotations

import re

from narration.spoken.base import Words, one_of

_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|(?<=/)\d{2})(?![\w/-]|\.\d)")
_YEAR = re.compile(r"(?<![\w.,-])(1[89]\d\d|20\d\d)(?![\w%]|[.,]\d|-\d)(?!\s+(?:\w+s|people|women|men|children)\b)")
_DECADE = re.compile(r"(?<!\w)(1[89]\d0|20\d0)[’']?s(?!\w)")
_MONTH_YEAR = re.compile(r"(?<![\w/.,-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/]|[.,]\d)")
_STOP = r"(?:\.(?!\s*$|\s+[A-ZÁÉÍÓÚÑ]))?"
"""The stop of an abbreviation, but not where a sentence may end."""
_LAST_MONTH, _LAST_DAY = 12, 31


def dates(text: str, words: Words) -> str:
    """``12 March 2026`` → ``the twelfth of March twenty twenty-six``; ``12/03/2026`` as the country reads it."""
    text = _ISO.sub(lambda m: _date(m, m[3], m[2], m[1], words), text)
    text = _NUMERIC.sub(lambda m: _numeric(m, words), text)
    text = re.sub(
        r"(?<![\w/.,-])((?:19|20)\d\d)/(\d\d)(?![\w/])", lambda m: f"{m[1]} {words.data['to']} {m[1][:2]}{m[2]}", text
    )
    text = _short_months(text, words)
    text = _short_month_year(text, words)
    text = _MONTH_YEAR.sub(lambda m: _month_year(m, words), text)
    data = words.data["dates"]
    text = _day_and_month(_day_of_month(text, words), words)
    months = one_of([*data["months"], *data["short_months"]])
    if data["day"] == "ordinal":
        text = _written_out(text, months, words)
    return _weekdays(_decades(text, words), words)


def _short_months(text: str, words: Words) -> str:
    """``15-ene-2026`` and ``15 ene.`` in full; a short month alone may be another word."""
    data = words.data["dates"]
    months = {short.lower(): full for short, full in data["short_months"].items()}
    short = rf"(?i:({one_of(months)}))"

    def joined(match: re.Match[str]) -> str:
        return str(data["said_parts"]).format(day=int(match[1]), month=months[match[3].lower()], year=_full(match[4]))

    text = re.sub(rf"(?<![\w/.-])(\d{{1,2}})([-/]){short}\.?\2(\d{{4}}|\d\d)(?!\w)", joined, text)
    text = re.sub(
        rf"(?<!\w)({one_of([*data['months'], *data['short_months']])})\.?\s+[’'](\d\d)(?!\w)", r"\1 20\2", text
    )
    if data["day"] == "ordinal":
        alone = rf"(?<!\w)({one_of(data['short_months'])})\.?(?=\s+(?:19|20)\d\d(?!\w))"
        return re.sub(alone, lambda m: str(data["short_months"][m[1]]), text)

    def day(match: re.Match[str]) -> str:
        said = str(data["said_day"].format(day=int(match[1]), month=months[match[2].lower()]))
        return said + (f" de {match[3]}" if match[3] else "")

    year = r"(?:\s+(?:del?\s+)?((?:19|20)\d\d))"
    text = re.sub(rf"(?<![\w/.,-])(\d{{1,2}})\s+(?:de\s+)?{short}(?!\w){_STOP}{year}?(?!\w)", day, text)
    text = re.sub(rf"(?<!\w){short}\.?{year}(?!\w)", lambda m: f"{months[m[1].lower()]} de {m[2]}", text)
    span = rf"(?<!\w){short}\.?\s?[-–]\s?{short}(?!\w)"
    return re.sub(span, lambda m: f"{months[m[1].lower()]} {words.data['to']} {months[m[2].lower()]}", text)


def _month_year(match: re.Match[str], words: Words) -> str:
    """``05/2026``; but ``1/2000`` is how often a thing happens."""
    if not match[1].startswith("0") and (match[1] == "1" or match[2].endswith("00")):
        return match[0]
    data = words.data["dates"]
    return str(data["said_month"]).format(month=data["months"][int(match[1]) - 1], year=match[2])


def _short_month_year(text: str, words: Words) -> str:
    """``Exp. 06/27`` → ``Exp. June 2027``: after what is known to have a month and a year only."""
    data = words.data["dates"]

    def said(match: re.Match[str]) -> str:
        return match[1] + str(data["said_month"]).format(month=data["months"][int(match[2]) - 1], year=f"20{match[3]}")

    cue = rf"(?i:\b((?:{data['before_month']})\.?:?\s+))"
    return re.sub(rf"{cue}(0[1-9]|1[0-2])/(\d\d)(?![\w/]|[.,]\d)", said, text)


def _decades(text: str, words: Words) -> str:
    """``1990s`` → ``nineteen nineties``, ``in their 40s`` → ``in their forties``."""
    age = words.data.get("decades_after")
    if not age:
        return text
    text = _DECADE.sub(lambda m: _plural(words.number(int(m[1]), "year")), text)
    text = re.sub(r"(?<!\w)[’']([2-9]0)s(?!\w)", lambda m: _plural(words.number(int(m[1]))), text)
    return re.sub(rf"\b({age})\s+([2-9]0)[’']?s(?!\w)", lambda m: f"{m[1]} {_plural(words.number(int(m[2])))}", text)


def _written_out(text: str, months: str, words: Words) -> str:
    """Day before month and month before day, each perhaps a range of days and with a year."""
    data, day = words.data["dates"], r"(\d{1,2})(?:st|nd|rd|th)?"

    def day_month(match: re.Match[str]) -> str:
        lead, first, second, month, year = match.groups()
        said = f"the {_ordinal(first, words)}" if not second else (
            f"the {_ordinal(first, words)} to the {_ordinal(second, words)}"
        )  # fmt: skip
        year_said = f" {words.number(int(year), 'year')}" if year else ""
        return f"{lead or ''}{said} of {_month(month, data)}{year_said}"

    def month_day(match: re.Match[str]) -> str:
        month, first, second, year = match.groups()
        said = _ordinal(first, words) + (f" to {_ordinal(second, words)}" if second else "")
        year_said = f", {words.number(int(year), 'year')}" if year else ""
        return f"{_month(month, data)} {said}{year_said}"

    year = r"(?:,?\s+(\d{4}))?(?!\d)"
    text = re.sub(
        rf"(?<![\w.,/-])(\b[Tt]he\s+)?{day}(?:\s*[–-]\s*{day})?\s+(?:of\s+)?({months})(?!\w){_STOP}{year}",
        lambda m: _no_double_article(day_month(m)),
        text,
    )
    return re.sub(rf"(?<!\w)({months})\.?\s+{day}(?:\s*[–-]\s*{day})?(?!\w|[:.,]\d|%|\s*%){year}", month_day, text)


def _no_double_article(said: str) -> str:
    return re.sub(r"^([Tt]he)\s+the\b", r"\1", said)


def _ordinal(day: str, words: Words) -> str:
    return words.number(int(day), "ordinal")


def _month(written: str, data: dict[str, dict[str, str]]) -> str:
    return str(data["short_months"].get(written, written))


def _numeric(match: re.Match[str], words: Words) -> str:
    """Where day and month could be either, and the country is not known, the numbers are said as they stand."""
    first, second, year = match[1], match[3], match[4]
    order = words.data["dates"]["order_by_region"].get(words.region, words.data["dates"]["order"])
    if int(first) > _LAST_MONTH:
        order = "dmy"
    elif int(second) > _LAST_MONTH:
        order = "mdy"
    if order == "as written":
        return f"{int(first)}, {int(second)}, {words.number(int(_full(year)), 'year')}"
    day, month = (first, second) if order == "dmy" else (second, first)
    return _date(match, day, month, _full(year), words, order)


def _date(match: re.Match[str], day: str, month: str, year: str, words: Words, order: str = "dmy") -> str:
    data = words.data["dates"]
    if not 1 <= int(month) <= _LAST_MONTH or not 1 <= int(day) <= _LAST_DAY:
        return match[0]
    return str(data[f"said_{order}"]).format(
        day=_ordinal(day, words) if data["day"] == "ordinal" else words.number(int(day)),
        month=data["months"][int(month) - 1],
        year=words.number(int(year), "year"),
    )


def _day_of_month(text: str, words: Words) -> str:
    """``el 24/12``: after the words that a day follows, and where it can be no fraction."""
    data = words.data["dates"]
    if not data["before_day"]:
        return text

    def said(match: re.Match[str]) -> str:
        day, month = int(match[2]), int(match[3])
        if not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH) or (max(day, month) < 10 and match[3][0] != "0"):
            return match[0]
        return f"{match[1]}{data['said_day'].format(day=words.number(day), month=data['months'][month - 1])}"

    return re.sub(rf"(\b(?:{data['before_day']})\s+)(\d{{1,2}})/(\d{{1,2}})(?![\d/])", said, text)


def _day_and_month(text: str, words: Words) -> str:
    """``on 3/4 at noon``: a day, or two numbers where the country is not known; ``on 3/4 of the days`` is a part."""
    data = words.data["dates"]
    if not data["before_numbers"]:
        return text
    order = data["order_by_region"].get(words.region, data["order"])

    def said(match: re.Match[str]) -> str:
        first, second = int(match[2]), int(match[3])
        known = "dmy" if first > _LAST_MONTH else "mdy" if second > _LAST_MONTH else order
        day, month = (first, second) if known == "dmy" else (second, first)
        if known == "as written" or not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH):
            return f"{match[1]}{first}, {second}"
        return f"{match[1]}{day} {data['months'][month - 1]}"

    ends = rf"(?=\s*(?:[.,;)]|$)|\s+(?:{data['after_numbers']})\b)"
    return re.sub(rf"(?i:(\b(?:{data['before_numbers']})\s+))([0-3]?\d)/([0-3]?\d){ends}", said, text)


def _full(year: str) -> str:
    return f"20{year}" if len(year) == 2 else year


def _weekdays(text: str, words: Words) -> str:
    """``Mon-Fri`` → ``Monday to Friday``."""
    names = {str(short): str(full) for short, full in words.data["dates"]["weekdays"].items()}
    names |= {full: full for full in names.values()}
    short = one_of(names)
    to = words.data["to"]
    text = re.sub(
        rf"(?<!\w)({short})\.?\s*(?:[–-]|\b{to}\b)\s*({short})(?:\.(?=\s+[a-z\d]))?(?!\w)",
        lambda m: f"{names[m[1]]} {to} {names[m[2]]}",
        text,
    )
    return _lone_weekdays(text, names, words)


def _lone_weekdays(text: str, names: dict[str, str], words: Words) -> str:
    """``Tues`` is a day wherever it stands; ``Sat``, ``Sun`` and ``Wed`` are so beside a day or a time."""
    data = words.data["dates"]
    listed = rf"(?<!\w)(?:{one_of(names)})(?:\s?/\s?(?:{one_of(names)})){{2,}}(?!\w)"
    text = re.sub(listed, lambda m: ", ".join(names[day.strip()] for day in m[0].split("/")), text)
    sure, unsure = data["weekdays_sure"], data["weekdays_unsure"]
    if not sure:
        return text
    text = re.sub(rf"(?<![\w’'-])({one_of(sure)})(?![\w’'])", lambda m: names[m[1]], text)
    day, link = rf"(?:{one_of(names)})", rf"\s*(?:[,/&+–-]|,?\s*\b(?:{data['weekday_links']})\b)\s*"
    beside = rf"(?={link}{day}(?!\w)|,?\s*(?:{data['after_weekday']}))"
    text = re.sub(rf"(?<![\w’'-])({one_of(unsure)}){beside}", lambda m: names[m[1]], text)
    ends = rf"(?=\s*(?:[.,;:)/]|$)|{link}|\s+at\b)"
    before = rf"(?<!\w)((?i:{data['before_weekday']})\s+)({one_of(unsure)}){ends}"
    text = re.sub(before, lambda m: m[1] + names[m[2]], text)
    joined = rf"(?<!\w)({day}{link})({one_of(unsure)})(?!\w|\s+(?:{data['never_weekday']})\b)"
    return re.sub(joined, lambda m: m[1] + names[m[2]], text)


def years(text: str, words: Words) -> str:
    """``in 1985`` → ``in nineteen eighty-five``; ``2000 people`` is a number."""
    return _YEAR.sub(lambda m: words.number(int(m[1]), "year"), text)


def _plural(said: str) -> str:
    return re.sub(r"y$", "ie", said) + "s"
