"""Notes under a text that a star leads to: ``Clear fluids*`` and ``* Water or tea.`` → ``Clear fluids: Water or tea.``

A star cannot be heard, so the note names what it explains, and the stars go.
One that tells more of whole points or rows (``Aspirin: Stop 3 days before*``)
is said right after the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, triage

_NOTE = re.compile(r"\(?(?P<mark>[*†‡])\)?\s*(?P<text>[^\W\d_].*)", re.DOTALL)
_STAR = re.compile(r"\S\s?\(?[*†‡]")
_STARRED_LINE = re.compile(r"\s{0,3}\*\s+(?=[^\W\d_])")
_STARRED_WORD = re.compile(r"[\w)]\*(?=[\s,.:;|)]|$)")
_MARK = re.compile(
    r"^\(?[*†‡]{1,3}\)?\s*(?=[^\W_]|[¿¡“\"])"
    r"|(?<=[\w.)])(?:\s?\([*†‡]{1,3}\)|[*†‡]{1,3})(?=[\s.,;:!?)]|$)(?!\s\d)"
)
"""A star that leads to no note, or a note that no star leads to; “2 * 3” holds none."""
_MOST_WORDS = 3
_TERM = r"((?:[^\W\d_][\w’-]*\s+){0,2}[^\W\d_][\w’-]*)\s?"


def marked(text: str) -> str:
    """A plain text; a line with a star, of no list, is a note where a word above it has one: ``* Not if …`` → ``*Not``.

    With the space after it the star would be the bullet of a point.
    """
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if _STARRED_LINE.match(line)]
    starred = next((at for at, line in enumerate(lines) if _STARRED_WORD.search(line)), len(lines))
    for at in found:
        if at > starred and not {at - 1, at + 1} & {*found}:
            lines[at] = _STARRED_LINE.sub("*", lines[at], count=1)
    return "\n".join(lines)


def named(blocks: Sequence[Block], language: str) -> list[Block]:
    """The blocks; a note whose star stands once or more above it begins with the words before that star."""
    out = list(blocks)
    moved: dict[int, int] = {}
    starred = [n for n, block in enumerate(blocks) if _STAR.search(block.text)]
    for place, block in enumerate(blocks):
        note = _NOTE.fullmatch(block.text) if block.kind is not Kind.HEADING and not block.reason else None
        if note is None:
            continue
        mark = re.compile(_TERM + r"\(?" + re.escape(note["mark"]) + r"(?![*†‡\w])\)?")
        above = [n for n in starred if n < place and not out[n].reason and mark.search(out[n].text)]
        if not above:
            continue
        term = _term(mark.search(out[above[0]].text)[1], language)  # type: ignore[index]  # it was found just now
        beside = _is_of_points([out[n] for n in above], mark)
        for n in above:
            out[n] = replace(out[n], text=mark.sub(r"\1", out[n].text), breaks=(), lead=0)
        starred = [n for n in starred if _STAR.search(out[n].text)]
        legal = bool(furniture.line_reason(note["text"].partition(". ")[0]))  # “*Results vary.”
        label = "" if beside or legal else f"{term}: "
        out[place] = replace(block, text=f"{label}{note['text']}", breaks=(), lead=0)
        if label and all(out[n].row for n in above):  # “Bridge: Not if …” is one more row, and names no part
            out[place] = replace(out[place], kind=Kind.ITEM, depth=1, row=True)
        if beside and above[-1] - above[0] == len(above) - 1:
            moved[place] = above[-1]
            out[place] = replace(
                out[place], kind=Kind.PARAGRAPH, depth=max(out[above[-1]].depth, 1)
            )  # goes on its item
    return _after_points(out, moved)


def _is_of_points(starred: Sequence[Block], mark: re.Pattern[str]) -> bool:
    """Whether a note tells more of whole rows or points, not of the words before its star: “Stop 3 days before*”."""
    found = [(block.text, mark.search(block.text)) for block in starred]
    long = all(match and text[: match.end()].count(" ") >= _MOST_WORDS for text, match in found)
    ends = all(match and not text[match.end() :].strip(" .;") for text, match in found)
    listed = all(block.kind is Kind.ITEM for block in starred)
    return (listed and ends and long) or (len(starred) > 1 and all(block.row for block in starred))


def _after_points(blocks: Sequence[Block], moved: Mapping[int, int]) -> list[Block]:
    """The blocks, each note right after the last of the points that its star stands at, by their places."""
    order = sorted(range(len(blocks)), key=lambda place: (moved.get(place, place), place))
    return [blocks[place] for place in order]


def unmarked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the stars that are left in them."""
    return [_unmarked(block) for block in blocks]


def _unmarked(block: Block) -> Block:
    places = [match.span() for match in _MARK.finditer(block.text)]
    if block.reason or not places or block.text.count("**") > 1:
        return block

    def moved(at: int) -> int:
        return at - sum(min(at, end) - start for start, end in places if start < at)

    breaks = tuple(moved(at) for at in block.breaks)
    return replace(block, text=_MARK.sub("", block.text), breaks=breaks, lead=moved(block.lead))


def _term(words: str, language: str) -> str:
    """The words without a beginning such as “and the”."""
    found = words.split()[-_MOST_WORDS:]
    small = triage.function_words("es" if language.startswith("es") else "en")
    while len(found) > 1 and found[0].lower() in small:
        found = found[1:]
    return " ".join([found[0][:1].upper() + found[0][1:], *found[1:]])
