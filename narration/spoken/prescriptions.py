"""What is written on a prescription: forms and directions of a dose, and for how long."""

from __future__ import annotations

import re
from functools import cache

from narration.spoken.base import NUMBER, Words, ends_sentence, near_after, near_before, one_of, sentence_around
from narration.spoken.rates import plural

_COUNT = rf"(?:\d+\s)?\d/\d|[½¼¾]|(?:{NUMBER})"
_SINGLE = re.compile(r"1|\d/\d|[½¼¾]")
_MOST_DIRECTIONS = 5
_LARGEST_JOINED = 20
"""“Two five-millilitre spoonfuls” is clear; “twenty five-milligram tablets” is not."""
_GROUP = 3
_DURATION = re.compile(r"(?<![\w/.,-])([x×]\s?)?((?:\d{1,2}\s?[-–]\s?)?)(\d{1,2})/(7|52|12|24)(?![\w/%]|[.,]\d)")
_PLURAL_NEXT = re.compile(r"\s+(?:of\b|[a-z]{4,}(?<!s)s\b)")


def dose_forms(text: str, words: Words) -> str:
    """``2 tabs`` → ``2 tablets``, where tablets are sure: a browser has tabs, and a bottle a cap."""
    data = words.data
    forms = one_of(data["dose_forms"])
    count = rf"(?<![\w/.,])({_COUNT}|(?i:{one_of(data['numbers'])})(?=\s))"
    pattern = rf"{count}(\s*)({forms})(?![\w’'-])(\.(?=\s+[^\W\d_A-Z]|\s*[\d(,;:/)]|\s+[A-Z]{{2,}}\b))?"

    def counted(match: re.Match[str]) -> str:
        one, many, always = data["dose_forms"][match[3]]
        if not (always or _is_form(match, words)):
            return match[0]
        whole = not (_SINGLE.fullmatch(match[1]) or match[1].lower() in data["singular_numbers"])
        return f"{match[1]} {many if whole else one}"

    text = re.sub(pattern, counted, text)
    strength = rf"(?<![\d.,])(?:{NUMBER})\s*(?:{_strengths(words)})"
    text = re.sub(rf"({strength}\s+)({forms})\b\.?(?=\s|[,;:)]|$)", lambda m: m[1] + data["dose_forms"][m[2]][0], text)
    named = rf"(?<![\w.])((?i:{forms}))\.?\s+(?=(?:[A-Z][a-z]+\s+)?{strength})"
    return re.sub(named, lambda m: f"{_cased(data['dose_forms'][m[1].lower()][0], m[1])} ", text)


def _cased(said: str, written: str) -> str:
    return said.capitalize() if written[0].isupper() else said


def _is_form(match: re.Match[str], words: Words) -> bool:
    """A dose is taken, or has a strength or a frequency beside it."""
    data = words.data
    before, after = near_before(match), near_after(match)
    if re.match(rf"\s+(?:{data['never_a_form']})\b(?!\s*[.,;]|\s*$)", after) and not re.match(r"\s+ON\b", after):
        return False
    strength = rf"(?:{NUMBER})\s*(?:{_strengths(words)})\b"
    frequent = rf"\s*[,(/]?\s*(?:of\s+)?(?:{data['frequency']}|{strength})(?!\w)"
    taken = rf"(?i:(?<!\w){data['dose_verb_before']}(?:{NUMBER}\s*[-–]\s*)?$)"
    return re.match(frequent, after) is not None or re.search(taken, before) is not None


def directions(text: str, words: Words) -> str:
    """``500 mg TDS`` → ``500 mg three times a day``; ``OD`` and ``ON`` only after a dose."""
    data = words.data
    sure, table = data["directions"], data["directions_after_dose"]
    each = {**table, **sure}
    two = rf"(?<![\w.-])({one_of(each)})\s?[-–/]\s?({one_of([*sure, *data['directions_second']] or ['(?!)'])})(?![\w-])"
    text = re.sub(two, lambda m: f"{each[m[1]]} {data['either']} {each[m[2]]}", text)
    if sure:
        text = re.sub(rf"(?<![\w.-])({one_of(sure)})(?![\w-])", lambda m: _said(m, sure[m[1]]), text)
    said = sorted({*table.values(), *sure.values()}, key=len, reverse=True)
    between = (
        rf"(?:\s+(?:{one_of([*said, *data['between'], *data['dose_nouns']])})|\s+[x×]\s?\d|\s*\([^()]{{1,15}}\)|,)*"
    )
    pattern = re.compile(rf"({_dose(words)}{between}\s+)({one_of(table)})(?![\w-])")

    def after_dose(match: re.Match[str]) -> str:
        written = match[2]
        sentence = sentence_around(match.string, match.start(), match.end())
        unless, follows = data["directions_unless"].get(written), data["directions_before"].get(written)
        after = near_after(match)
        if unless and re.search(rf"(?i:\b(?:{unless})\b)", sentence):
            return match[0]
        never = data["directions_never"].get(written)
        if never and re.match(rf"\s+(?:{never})\b", after):
            return match[0]
        if follows and not re.match(rf"\s*(?:[.,;:)]|$)|\s+(?:{follows})\b|\s+\d+/\d", after):
            return match[0]
        return match[1] + _said(match, table[written])

    text = _taken_so(text, words)
    for _ in range(_MOST_DIRECTIONS):
        text, count = pattern.subn(after_dose, text)
        if not count:
            break
    needed, nouns = data["needed"], one_of(data["needed_for"] or ["(?!)"])
    for plain, wider in needed.items():
        text = re.sub(rf"\b{plain}(?=\s+(?:{nouns})\b)", wider, text)
    return text


def _taken_so(text: str, words: Words) -> str:
    """``Take it BD with food``, ``Dose: OD``: a medicine is named or meant, but no amount; ``an OD`` is an overdose."""
    data, often = words.data, words.data["directions_after_verb"]
    if not often:
        return text
    table = {written: data["directions_after_dose"][written] for written in often}
    ends = rf"(?=\s*(?:[.,;:)]|$)|\s+(?:{data['directions_end']})\b)"
    given = rf"(?i:\b(?:{data['directions_given']}))(?:\s+(?:{data['directions_object']})){{0,2}}\s+"
    labelled = rf"(?i:\b(?:{data['directions_label']})):\s*"

    def said(match: re.Match[str]) -> str:
        sentence = sentence_around(match.string, match.start(), match.end())
        unless = data["directions_unless"].get(match[2])
        over = unless and re.search(rf"(?i:\b(?:{unless})\b)", sentence)
        return match[0] if over else match[1] + table[match[2]]

    return re.sub(rf"({given}|{labelled})({one_of(table)}){ends}", said, text)


def _said(match: re.Match[str], said: str) -> str:
    return said + ("." if match[0].endswith(".") and ends_sentence(near_after(match)) else "")


@cache
def _strengths(words: Words) -> str:
    """Units of a dose, short and in full."""
    kinds, units = words.data["kinds"], words.data["units"]
    short = [*kinds["strength"], *kinds["volume"]]
    return one_of([*short, *(name for unit in short for name in units[unit])])


@cache
def _dose(words: Words) -> str:
    """An amount, or a number after a verb that gives one."""
    data = words.data
    measured = rf"(?:{_strengths(words)})(?:/\w+)*|{one_of(data['dose_nouns'])}"
    amount = rf"(?<![\d.,])(?:{_COUNT}|\b(?:{one_of(data['numbers'])}))\s*(?:{measured})(?!\w)"
    given = rf"\b(?i:{one_of(data['dose_verbs'])})\s+(?:{NUMBER}|{one_of(data['numbers'])})"
    carriers = rf"|\b(?:{one_of(data['dose_carriers'])})" if data["dose_carriers"] else ""
    said = one_of([*data["directions"].values(), *data["directions_after_dose"].values()])
    another = rf"(?:{said}),?\s+(?:{data['and']})\s+(?:{NUMBER}|{one_of(data['numbers'])})"
    return rf"(?:{amount}|{given}|{another}{carriers})"


def durations(text: str, words: Words) -> str:
    """``for 3/7`` → ``for 3 days``; where it could be a part or a date, it stays as it is."""
    names = words.data["durations"]

    def said(match: re.Match[str]) -> str:
        times, first, count, parts = match.groups()
        if parts not in names or not _is_duration(match, words):
            return match[0]
        one, many = names[parts]
        if re.match(rf"\s+(?:{one_of(words.data['lasting_nouns'])})\b", near_after(match)):
            return f"{first}{int(count)}-{one}"
        lead = f"{words.data['lasting']} " if times or _follows_direction(match, words) else ""
        return f"{lead}{first}{int(count)} {one if count == '1' and not first else many}"

    return _DURATION.sub(said, text) if names else text


def _is_duration(match: re.Match[str], words: Words) -> bool:
    data, parts = words.data, match[4]
    before, after = near_before(match), near_after(match)
    if _PLURAL_NEXT.match(after):
        return False
    attribute = re.match(rf"\s+(?:{one_of(data['lasting_nouns'])})\b", after)
    if attribute and re.search(rf"(?i:\b(?:{data['articles']}))\s+$", before):
        return True
    sure = parts == "52" or match[1] or _follows_direction(match, words)
    sure = sure or re.match(rf"\s+(?:{data['duration_before']})\b", after)
    return bool(sure) or _in_context(match, before, after, words)


def _follows_direction(match: re.Match[str], words: Words) -> bool:
    data = words.data
    said = one_of([*data["directions"].values(), *data["directions_after_dose"].values(), "daily", "hourly"])
    return re.search(rf"(?:\b(?:{said}))\s*,?\s*$", near_before(match)) is not None


def _in_context(match: re.Match[str], before: str, after: str, words: Words) -> bool:
    data, parts = words.data, match[4]
    sentence = sentence_around(match.string, match.start(), match.end())
    planned = re.search(rf"(?i:\b(?:{data['appointment']})\b)", sentence)
    cue = re.search(rf"(?i:\b(?:{data['duration_after'][parts]}))\s+$", before)
    if cue:
        return cue[0].strip().lower() != "for" or not planned
    treated = re.search(rf"(?i:\b(?:{data['treatment']})\b)", sentence)
    lasting = parts in data["duration_of_treatment"] and re.search(r"(?i:\bfor)\s+$", before)
    event = re.match(rf"\s+(?:{data['duration_before_event']})\b", after) and parts != "24"
    whole = match[3] == parts and treated
    return not planned and bool((lasting and treated) or event or whole)


def _taken(match: re.Match[str], words: Words) -> bool:
    """``2 500 mg`` is a number in groups, unless it is after *take* and the second begins with no zero."""
    verb = rf"(?i:(?<!\w){words.data['dose_verb_before']}$)"
    alone = match[1] == "1" and plural(match[4], words)
    return not match[2].startswith("0") and not alone and re.search(verb, near_before(match)) is not None


def attributes(text: str, words: Words) -> str:
    """``2 x 5 mL spoonfuls`` → ``2 5-millilitre spoonfuls``; ``2 500 mg tablets`` → ``2 tablets of 500 mg``."""
    data, units, kinds = words.data, words.data["units"], words.data["kinds"]
    short = [*kinds["strength"], *kinds["volume"]]
    strength = rf"({NUMBER})\s*-?({one_of(short)})"
    nouns = one_of([*data["attributive"], *data["dose_nouns"]])
    count = rf"(?<![\w.,/])((?:\d{{1,2}}\s*[–-]\s*)?\d{{1,2}}|(?i:{one_of(data['numbers'])}))"

    def several(match: re.Match[str]) -> str:
        number, size, unit, noun = match.groups()
        if not re.search("[x×]", match[0]) and number.isdigit() and len(size) == _GROUP and not _taken(match, words):
            return match[0]
        few = re.search(r"(?<!\d)\d$", number) is not None or number.lower() in data["few"]
        if data["attributive"] and few and size.isdigit() and int(size) <= _LARGEST_JOINED:
            return f"{number} {size}-{units[unit][0]} {noun}"
        return str(data["many_of"]).format(count=number, noun=noun, size=f"{size} {unit}")

    text = re.sub(rf"{count}(?:\s*[x×]\s*|\s+){strength}\s+({nouns})(?!\w)", several, text)
    factor = rf"(?<![\d.,])({strength})\s+[x×]\s?(\d{{1,2}})(?!\d|[.,/]\d|\s*(?:{one_of(units)}|[x×])(?!\w))(\s)?"
    text = re.sub(factor, lambda m: f"{m[1]} {data['times'][1]} {m[4]}{', ' if m[5] else ''}", text)
    return _attributive(text, words) if data["attributive"] else text


def _attributive(text: str, words: Words) -> str:
    """``a 5 mL spoon`` → ``a 5-millilitre spoon``: for one word only; “five hundred-milligram” could be five."""
    data, units, kinds = words.data, words.data["units"], words.data["kinds"]
    small = rf"(?<![\w.,/-])(\d|1\d|[2-9]0)\s*({one_of([*kinds['strength'], *kinds['volume']])})"
    lasting = rf"(?<![\w.,/-])(\d{{1,2}})\s*({one_of(kinds['time'])})"
    nouns = rf"\s+(?=(?:{one_of(data['attributive'])})(?!\w))"
    for size in (small, lasting):
        text = re.sub(size + nouns, lambda m: f"{m[1]}-{units[m[2]][0]} ", text)
    people = one_of(data["people_by_height"])
    heights = rf"(?<![\w.])(\d{{1,2}})['’′]\s?(\d{{1,2}})(?:[\"”″]|'')(?=\s+(?:{people})\b)"
    return re.sub(heights, rf"\1 {data['primes'][0][0]} \2", text)
