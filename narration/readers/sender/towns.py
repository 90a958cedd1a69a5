"""The town of who sends a page, right under its name and apart over the title: ``Leeds, Yorkshire``, ``Santander``.

A mere ``Recovery`` there may be the name of a part, so a single name is only
believed when no sentence of the page has its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from narration.readers.base import Block, Kind, lines_together
from narration.readers.lines import about, furniture, stages
from narration.readers.lines.senders import is_body, is_kind, is_letterhead, is_named, is_places
from narration.readers.sender.houses import plain_words
from narration.readers.sender.topics import is_contact
from narration.readers.vocabulary import listed

MOST_NAME_WORDS = 3
FEWEST_LINES = 2
"""A name and its town."""
_TOWN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}, [^\W\d_]+\.?(?:[ -][^\W\d_]+\.?){0,3}")
_TOWN_IN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3} \([^\W\d_]+(?:[ -][^\W\d_]+){0,3}\)")
_DASH = re.compile(r"\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]{3,}")


def is_town(text: str) -> bool:
    """Whether a text is a town and where it lies: ``Leeds, Yorkshire``."""
    return _TOWN.fullmatch(text.strip()) is not None


def are_sender(lines: Sequence[str]) -> bool:
    """Whether lines begin with a name and what it is, and its town: ``Hill House – Eye Clinic``, ``Leeds, Yorks.``"""
    named = len(lines) > 1 and _is_body_after_dash(lines[0])
    return named and is_town(lines[1]) and is_named(lines[1]) and not is_letterhead(lines[1])


def over_places(blocks: Sequence[Block], head: Sequence[int]) -> list[int]:
    """A first line right over a line of places (``Leeds - York - Hull``) is the name of who sends the page."""
    first, second = [*head, -1, -1][:2]
    if second < 0 or not is_places(blocks[second].text) or _is_topic(blocks, first):
        return []
    close = blocks[first].line + 1 == blocks[second].line or _heads_towns(blocks, first, second)
    return [first, second] if close else []


def _is_topic(blocks: Sequence[Block], index: int) -> bool:
    """Whether a page's first heading is what its sentences are about, most of its words among theirs."""
    words = {word.lower() for word in _WORD.findall(blocks[index].text)}
    said = words & plain_words(blocks)
    heads = blocks[index].level == 1 and not is_body(blocks[index].text)
    return heads and len(said) * 2 > len(words)


def _heads_towns(blocks: Sequence[Block], first: int, second: int) -> bool:
    """Whether a heading that is all name stands over nothing but towns, which no sentence has, and over another."""
    heads = [blocks[index].kind is Kind.HEADING for index in (first, second, min(second + 1, len(blocks) - 1))]
    named = is_named(blocks[first].text) and " " in blocks[first].text
    said = plain_words(blocks) | {
        word.lower() for block in blocks[second + 1 :] if block.level for word in _WORD.findall(block.text)
    }
    towns_only = not {word.lower() for word in _WORD.findall(blocks[second].text)} & said
    return heads == [True, False, True] and named and towns_only


def under_senders(blocks: Sequence[Block], head: Sequence[int]) -> list[int]:
    """The lines of the head that are such a town, and the sender's own line where only its town shows what it is."""
    found: list[int] = []
    runs = lines_together(blocks, head)
    for sent_by, titles in pairwise(runs):
        found += sent_by if _is_over_its_town(blocks, sent_by, titles[0]) else []
    for run, after in _runs(blocks, head):
        first, *others = run
        if are_sender([blocks[index].text for index in run]):
            title = others[1] if len(others) > 1 else after
            found += [first, others[0]] if _is_title(blocks, title) else []
        elif is_body(blocks[first].text) and (_is_title(blocks, after) or _ends_in_title(blocks, others)):
            sent = [is_letterhead(blocks[i].text) or bool(about.facts(blocks[i].text)[0]) for i in others]
            towns = [_is_town(blocks, i) or all(sent[at + 1 :]) for at, i in enumerate(others)]
            found += [i for i, town in zip(others, towns, strict=True) if town and _is_place(blocks, i)]
    return found


def _runs(blocks: Sequence[Block], head: Sequence[int]) -> list[tuple[list[int], int | None]]:
    """The lines that stand with no blank line between, from each that names a body on; and the line after each run."""
    runs = lines_together(blocks, head)
    named = [_from_sender(blocks, run) for run in runs]
    return [(run, after) for run, after in zip(named, [*(run[0] for run in runs[1:]), None], strict=False) if run]


def _from_sender(blocks: Sequence[Block], run: list[int]) -> list[int]:
    at = next(
        (i for i, b in enumerate(run) if is_body(blocks[b].text) or _is_body_after_dash(blocks[b].text)), len(run)
    )
    return run[at:]


def _is_body_after_dash(text: str) -> bool:
    """``Harbour House – Sleep Clinic``: a name, and what it is; by itself it may be a title with its unit."""
    pieces = _DASH.split(text.strip())
    return len(pieces) > 1 and is_named(text) and is_body(pieces[-1])


def _is_title(blocks: Sequence[Block], index: int | None) -> bool:
    if index is None or is_contact(blocks[index]) or about.facts(blocks[index].text)[0]:
        return False
    return not is_letterhead(blocks[index].text)


def _is_town(blocks: Sequence[Block], index: int) -> bool:
    """A town and where it lies; in brackets (``Sagunto (Valencia)``) only where no sentence has its words."""
    text = blocks[index].text.strip()
    bracketed = _TOWN_IN.fullmatch(text) is not None and is_named(text) and not text.isupper()
    return is_town(text) or (bracketed and not {word.lower() for word in _WORD.findall(text)} & _said(blocks))


def _is_over_its_town(blocks: Sequence[Block], run: Sequence[int], after: int) -> bool:
    """Whether a name and its town stand over a title that speaks to the reader: “Your dental implant, step by step”."""
    if len(run) != FEWEST_LINES or not _is_town(blocks, run[1]):
        return False
    to_reader = listed("letterhead", "speaks_to_reader").match(blocks[after].text) is not None
    told = to_reader or listed("letterhead", "subtitles_after").search(blocks[after].text) is not None
    return told and is_named(blocks[run[0]].text) and not is_kind(blocks[run[0]].text)


def _ends_in_title(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    """Whether the town and the title stand under the sender with no blank line between."""
    towns = [_is_town(blocks, index) for index in lines]
    return towns == [True, False] and blocks[lines[-1]].kind is Kind.HEADING


def _is_place(blocks: Sequence[Block], index: int) -> bool:
    text = blocks[index].text.strip()
    told = is_kind(text) or stages.is_stage(text) or listed("letterhead", "trades").search(text)
    if not is_named(text) or told:
        return False
    if _is_town(blocks, index):
        return True
    few = re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", text) is not None and len(text.split()) <= MOST_NAME_WORDS
    return few and not {word.lower() for word in _WORD.findall(text)} & _said(blocks)


def _said(blocks: Sequence[Block]) -> set[str]:
    """The words of the page's sentences."""
    return {word.lower() for block in blocks if furniture.is_prose(block.text) for word in _WORD.findall(block.text)}
