"""Notes under a table that a star in it leads to, each said with the cell or the row that it belongs to.

Under the last row, where a page has it, a note would be heard with that row: “Kneeling: yes, on a cushion.  Once the
wound is dry.”  So it goes on in its cell (“week 2: yes, once the wound is dry”), or stands right after its row with the
name of what has the star, or before the rows where a star is in the words over a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from narration.readers.base import Block, Kind, lines_of
from narration.readers.tables.column_lists import HEADING
from narration.readers.tables.column_words import lowered
from narration.readers.vocabulary import listed

MOST_BETWEEN = 2
"""So many paragraphs may stand between a table and its notes."""
MOST_REPEATED = 2
MOST_TERM_WORDS = 5
_NOTE = re.compile(
    r"(?:(?P<count>\(\d\)|[¹²³])|\(?(?P<mark>\*{1,3}|[†‡§]{1,2})\)?)\s*(?P<text>[¿¡“\"]?\w.*)", re.DOTALL
)
_NEXT = re.compile(r"(?<=[.!?;])\s+(?=(?:\*{1,3}|[†‡§]{1,2}|\(\d\)|[¹²³])\s?[^\W_])")
_CELL = re.compile(r"(?<=[:;?!])\s|(?<=[^\W\d_]{2}\.)\s(?=[^\W\d_a-z])|(?<=[\d)]\.)\s(?=[^\W\d_a-z])")
"""Where a cell of a row begins, or the words over it."""


_CLAUSES = re.compile(r"[.!?;:]\s")
"""A note of several sentences."""


@dataclass(slots=True)
class _Changes:
    """The blocks as they are changed, those that go, and those that come before or after one, by its place."""

    blocks: list[Block]
    gone: set[int] = field(default_factory=set)
    before: dict[int, list[Block]] = field(default_factory=dict)
    after: dict[int, list[Block]] = field(default_factory=dict)

    def made(self) -> list[Block]:
        found: list[Block] = []
        for at, block in enumerate(self.blocks):
            found += self.before.get(at, [])
            found += [] if at in self.gone else [block]
            found += self.after.get(at, [])
        return found


def placed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each note under a table with what its star stands at."""
    changes = _Changes([*blocks])
    for at, block in enumerate(blocks):
        may = block.kind is not Kind.HEADING and not (block.reason or block.row)
        counted = replace(block, text=f"({block.marker}) {block.text}", breaks=()) if block.marker.isdigit() else block
        rows = _table_over(blocks, at) if may and _NOTE.fullmatch(counted.text) else []
        left: list[str] = []
        notes = _apart(counted) if rows else []
        for text in notes:
            note = _NOTE.fullmatch(text)
            mark = (note["count"] or note["mark"]) if note else ""
            if note is None or not _put(changes, rows, replace(block, text=note["text"]), mark):
                left.append(text)
        if len(left) < len(notes):
            changes.blocks[at] = replace(block, text=" ".join(left), breaks=(), lead=0)
            changes.gone |= set() if left else {at}
    return changes.made()


def _apart(block: Block) -> list[str]:
    """The notes of a paragraph, each of which begins with its mark, after a full stop or on a line of its own."""
    notes: list[str] = []
    for text in (piece for line in lines_of(block) for piece in _NEXT.split(line)):
        if notes and not _NOTE.fullmatch(text):
            notes[-1] += f" {text}"
        else:
            notes.append(text)
    return notes


def _table_over(blocks: Sequence[Block], at: int) -> list[int]:
    """The places of the rows of the table over a note, and of the words over its columns; none where none is near."""
    between = 0
    while at and not blocks[at - 1].row:
        at -= 1
        between += not _NOTE.fullmatch(blocks[at].text)
        if between > MOST_BETWEEN + 1 or blocks[at].kind is Kind.HEADING:
            return []
    found: list[int] = []
    while at and blocks[at - 1].kind is not Kind.HEADING:
        above = blocks[at - 1]
        if not (above.row or above.level or above.reason == HEADING or _is_inside(blocks, at)):
            break
        at -= 1
        found.append(at)
    return found[::-1]


def _is_inside(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block before a place is a paragraph between two rows of a table."""
    return at > 1 and blocks[at - 2].row and not blocks[at - 1].reason


def _put(changes: _Changes, rows: Sequence[int], note: Block, mark: str) -> bool:
    """Put a note where its star is in a table; whether there is one."""
    star = re.compile(rf"(?<=[\w.)%°+!?✓✔✗✘”\"])\s?\(?(?<![*†‡§]){re.escape(mark)}(?![*†‡§\w])\)?")
    starred = [at for at in rows if star.search(changes.blocks[at].text)]
    heads = [at for at in starred if changes.blocks[at].reason == HEADING]
    said = [at for at in starred if at not in heads and not changes.blocks[at].reason]
    if len(said) > 1 and _are_ends_of_a_run(changes.blocks, said, star):
        return False
    for at in said:
        block = changes.blocks[at]
        changes.blocks[at] = _with_note(changes, at, note, star) if len(said) <= MOST_REPEATED else block
    if len(said) > MOST_REPEATED:
        names = [_name(changes.blocks[at].text, star) for at in said]
        for at in said:
            changes.blocks[at] = replace(changes.blocks[at], text=star.sub("", changes.blocks[at].text), breaks=())
        _after(changes, said[-1], note, ", ".join(dict.fromkeys(names)))
    if heads and not said:
        head = star.split(changes.blocks[heads[0]].text)[0]
        name = re.split(r", (?=[^\W\d_a-z]|¿)", head)[-1]
        changes.before.setdefault(heads[0], []).append(_sentence(note, name))
    return bool(said or heads)


def _are_ends_of_a_run(blocks: Sequence[Block], at: Sequence[int], star: re.Pattern[str]) -> bool:
    """Whether rows right after one another end with a star: the note tells of all, as ``text.footnotes`` says it."""
    ends = [list(star.finditer(blocks[place].text))[-1].end() for place in at]
    whole = all(not blocks[place].text[end:].strip(" .;") for place, end in zip(at, ends, strict=True))
    return whole and at[-1] - at[0] == len(at) - 1


def _with_note(changes: _Changes, at: int, note: Block, star: re.Pattern[str]) -> Block:
    """A row with a note in the last cell that has its star; or the row, and the note is put after it."""
    row = changes.blocks[at]
    last = [*star.finditer(row.text)][-1]
    cells = [match.end() for match in _CELL.finditer(row.text, 0, last.start())]
    rest = row.text[last.end() :]
    clean = replace(row, text=star.sub("", row.text), breaks=(), lead=0)
    in_name = ":" not in row.text[: last.start()] and not row.text.startswith(("¿", "?"))
    term = row.text[cells[-1] if cells else 0 : last.start()]
    once = len(star.findall(row.text)) == 1
    if not in_name and once and (not rest.strip() or rest[:1] in ".;"):
        before = star.sub("", row.text[: last.start()])
        return replace(row, text=f"{_joined(before, note.text, rest)}", breaks=(), lead=0)
    if in_name or not once or len(term.split()) > MOST_TERM_WORDS:
        term = _name(row.text, star) if not in_name else row.text[: last.start()]
    _after(changes, at, note, term)
    return clean


def _joined(before: str, note: str, rest: str) -> str:
    """A cell, its note, and the rest of the row: a case goes on after a comma, anything else is a sentence."""
    said = note.rstrip(" .")
    case = listed("table_marks", "cases").match(note) is not None
    case = case and not _CLAUSES.search(said) and not listed("table_marks", "clauses").search(said)
    begun = f"{before.rstrip('.')}, {lowered(said)}" if case else f"{before.rstrip('.')}. {said[:1].upper()}{said[1:]}"
    more = rest.lstrip(" .;")
    return f"{begun}. {more[:1].upper()}{more[1:]}" if more else f"{begun}."


def _name(row: str, star: re.Pattern[str]) -> str:
    """The name of a row: its words up to the first colon, without those over a column: “Usual tablets, on the day”."""
    name = star.sub("", row.split(":")[0].split("?")[0])
    return name.split(",")[0].strip(" *†‡§¿")


def _after(changes: _Changes, at: int, note: Block, term: str) -> None:
    changes.after.setdefault(at, []).append(_sentence(note, term))


def _sentence(note: Block, term: str) -> Block:
    name = term.strip(" .:;,")
    text = note.text if note.text.rstrip().endswith((".", "!", "?")) else f"{note.text.rstrip()}."
    said = f"{name[:1].upper()}{name[1:]}: {text}"
    return replace(note, kind=Kind.ITEM, text=said, breaks=(), lead=0, marker="", depth=1, row=True)
