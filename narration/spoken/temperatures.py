"""Degrees that are written with a letter only, or with the sign of an ordinal."""

from __future__ import annotations

import re

from narration.spoken.base import NUMBER, Words, near_after, near_before, one_of, sentence_around

_LETTER = re.compile(rf"(?<![\w/])(?<![.,])({NUMBER})\s?([CF])(?![\w'’+/-])")
_DEGREES = re.compile(r"(?<![\w.,/])(\d{1,3})\s?[º°](?!\s?[CF]\b|\w)")
_POSSIBLE = {"C": range(111), "F": range(30, 231)}


def temperatures(text: str, words: Words) -> str:
    """``38C/100.4F`` → ``38 °C/100.4 °F``, where it is sure that this is no size and no room."""
    scale = rf"(?<![\d.,])({NUMBER})\s?[º°]?\s?"
    pair = rf"{scale}(C|F)(\s?[/(=,]\s?|\s+{words.data['either']}\s+){scale}(?!\2)(C|F)(?!\w)"
    text = re.sub(pair, r"\1 °\2\3\4 °\5", text)

    def lettered(match: re.Match[str]) -> str:
        sure = _is_temperature(match, words) and int(re.split("[.,]", match[1])[0]) in _POSSIBLE[match[2]]
        return f"{match[1]} °{match[2]}" if sure else match[0]

    text = _LETTER.sub(lettered, text)
    return _DEGREES.sub(lambda m: _degrees(m, words), text) if "degree" in words.data else text


def _is_temperature(match: re.Match[str], words: Words) -> bool:
    if re.search(rf"(?i:\b(?:{one_of(words.data['temperature_labels'])}))\s+$", near_before(match)):
        return False
    around = near_before(match) + near_after(match)
    return _cued(match, words) and not re.search(rf"(?i:\b(?:{words.data['temperature_unless']})\b)", around)


def _cued(match: re.Match[str], words: Words) -> bool:
    sentence = sentence_around(match.string, match.start(), match.end())
    return re.search(rf"(?i:\b(?:{words.data['temperature_cue']})\b)", sentence) is not None


def _degrees(match: re.Match[str], words: Words) -> str:
    """``38º`` → ``38 grados``, but ``el 38º congreso`` is the thirty-eighth."""
    data, number = words.data, int(match[1])
    if number <= data["ordinal_above"]:
        return match[0]
    low, high = data["fever"]
    label = re.search(rf"(?i:\b(?:{one_of(data['ordinal_labels'])}))\s+$", near_before(match))
    noun = re.match(r"\s+([a-záéíóúñ]{2,})", near_after(match))
    follows = noun and noun[1] not in [*data["agreement"]["no_nouns"], *data["ordinal_no_noun"]]
    if (label or follows) and not (low <= number <= high and _cued(match, words)):
        return match[0]
    return f"{match[1]} {data['degree']}"
