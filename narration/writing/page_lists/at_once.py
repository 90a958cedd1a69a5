"""Beginnings that are said once, with all of their points: told one by one they would ask for less, or deny more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.writing.page_lists import by_itself, stems
from narration.writing.page_lists.points import Point, joint_of, together
from narration.writing.sentences.clauses import command, conditional, has_verb
from narration.writing.sentences.text import tokens
from narration.writing.vocabulary import Vocabulary


def said(stem: str, points: Sequence[Point], word: str, words: Vocabulary) -> str:
    """A beginning that denies, or asks for all of its points, with all of them; ``""`` where each is said apart.

    ``word`` joins the points of one that denies.
    """
    if any(point.end > point.place + 1 for point in points):
        return ""
    texts = [point.text for point in points]
    length = sum(len(text.split()) for text in (stem, *texts))
    denies = set(tokens(stem)) & set(words.grammar["negative"])  # also “results, no older than a month, of”
    short = length <= stems.MOST_WORDS_WHOLE and not by_itself.any_tells_more(stem, texts, words)
    if denies and short and not conditional(stem, words):
        return f"{stem} {together(texts, word, words)}"
    return _with_all(stem, points, words) if _is_one_sentence(stem, points, words) else ""


def _needs_all(stem: str, words: Vocabulary) -> bool:
    """Whether all the points must be so, and not just one of them: “You can go home when:”."""
    if set(tokens(stem)) & set(words.grammar["negative"]) and "until" not in tokens(stem):
        return False  # “We may not go on if:” any one of them is so
    return re.search(words.grammar["bullets"].get("all_needed", r"(?!)"), stem) is not None


def _is_one_sentence(stem: str, points: Sequence[Point], words: Vocabulary) -> bool:
    """Whether the points cannot be told apart: all must be so, or they end a series that the beginning has begun."""
    all_so = _needs_all(stem, words) and joint_of(points, words) == words.grammar["bullets"]["and"]
    return all_so or _ends_a_series(stem, words)


def _ends_a_series(stem: str, words: Vocabulary) -> bool:
    """“It is done 3 times: once at rest, and then while you”: said again, it would be done three times more."""
    if re.search(words.grammar["bullets"].get("series_from", r"(?!)"), stem):
        return True  # “1 drop 4 times a day, then”, over what comes after it, in order
    told, colon, series = stem.rpartition(": ")
    joint = words.grammar["bullets"]["and"]
    begun = bool(colon) and re.search(rf",\s|\s{joint}\s", series) is not None
    return begun and has_verb(told, words) and not has_verb(series, words) and not command(series, words)


def _with_all(stem: str, points: Sequence[Point], words: Vocabulary) -> str:
    """The beginning and its points in one sentence: a second one (“You can also …”) would ask for less."""
    first, *rest = (point.text for point in points)
    joint = next((point.joint for point in points if "/" in point.joint), joint_of(points, words))
    return together([stems.with_point(stem, first, words), *rest], joint, words)
