"""What only a clinic writes: blood groups, ages in short, weeks of a pregnancy, and the strengths of a product."""

from __future__ import annotations

import re

from narration.spoken.base import NUMBER, Words, near_before, one_of, sentence_around

_GROUP = r"(?<![\w/-])(AB|A|B|O|Rh)(\s?\+|[-–−])(?=\s*(?:[.,;:)/!?]|$)|\s+[a-zá-úñ(])"
_HANGING = re.compile(r"[-–−](?=\s+[a-z]{1,3}\s+[A-Z]{1,2}[-–−]\w)")
"""``B- and T-cells``: the hyphen belongs to a word that comes later."""
_WEEKS = r"(?<![\w/.,+])([1-9]|[1-3]\d|4[0-4])(?:\s?\+\s?([0-6]))?"
_LONGEST_PREGNANCY = 44


def blood_groups(text: str, words: Words) -> str:
    """``O+ or A-`` → ``O positive or A negative``, where blood is spoken of; ``B- and T-cells`` are none."""
    cue = re.compile(rf"(?i:\b(?:{words.data['blood_cue']}))")
    positive, negative = words.data["blood_signs"]

    def said(match: re.Match[str]) -> str:
        hangs = _HANGING.match(match.string, match.start(2))
        sure = cue.search(sentence_around(match.string, match.start(), match.end()))
        return match[0] if hangs or not sure else f"{match[1]} {positive if '+' in match[2] else negative}"

    return re.sub(_GROUP, said, text)


def ages(text: str, words: Words) -> str:
    """``under 5s`` → ``under 5-year-olds``; ``hold for over 5s`` is a time."""
    names = words.data.get("ages")
    if not names:
        return text

    def said(match: re.Match[str]) -> str:
        timed = re.search(rf"(?i:\b(?:{names['timed']})\b[^.?!]{{0,30}}$)", near_before(match))
        return match[0] if timed else f"{match[1]}{match[2]}-{names['said']}"

    return re.sub(rf"(?i:\b((?:{names['limits']})[ -]))([1-9]\d?)s(?!\w)", said, text)


def pregnancy(text: str, words: Words) -> str:
    """``28/40`` → ``28 weeks`` where a pregnancy is spoken of, and ``38+4 weeks`` → ``38 weeks and 4 days``."""
    data = words.data["pregnancy"]
    cue, unless = (re.compile(rf"(?i:\b(?:{data[key]}))") for key in ("cue", "unless"))
    named = rf"\s?(?:{one_of(data['weeks'])})(?!\w)"

    def said(match: re.Match[str]) -> str:
        count, days = match[1], int(match[2] or 0)
        weeks = f"{count} {data['weeks'][0]}"
        return f"{weeks} {data['and']} {days} {data['days'][days > 1]}" if days else weeks

    def of_forty(match: re.Match[str]) -> str:
        sentence = sentence_around(match.string, match.start(), match.end())
        sure = match[3] or (cue.search(sentence) and not unless.search(sentence))
        return said(match) if sure and int(match[1]) <= _LONGEST_PREGNANCY else match[0]

    text = re.sub(rf"{_WEEKS}/40(?![\w/]|[.,]\d)({named})?", of_forty, text)
    return re.sub(_WEEKS + named, lambda m: said(m) if m[2] else m[0], text)


def products(text: str, words: Words) -> str:
    """``Seretide 250/25`` names two strengths in turn, as ``a 100/6 inhaler`` does; a pressure has no such name."""
    data = words.data
    pair = rf"({NUMBER})/({NUMBER})(?![\w/]|[.,]\d)"
    in_turn = rf"\1{data['same_strength']} \2"
    named = rf"(?<=\s){pair}"
    text = re.sub(
        rf"(?i:\b(?:{one_of(data['products'])}))\s+{pair}",
        lambda m: re.sub(named, in_turn, m[0]),
        text,
    )
    return re.sub(rf"(?<![\w/.,]){pair}(?=\s+(?:{one_of(data['devices'])})(?!\w))", in_turn, text)
