"""Plain text: lines to blocks.

A blank line ends a block.  Without one, a line goes on the line before only
when that line was broken because it was full (hard-wrapped text); otherwise
each line is a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, Page, Source, squeeze
from narration.readers.bounds import refuse_endless_text
from narration.readers.decoding import decode
from narration.readers.formats import html
from narration.readers.left_out import page_edges, top_bars
from narration.readers.lines import furniture, links, marks, senders, triage
from narration.readers.lines.promote import is_numbered
from narration.readers.lists import condition_lines, copied, letter_bullets, line_lists, spaced_lists
from narration.readers.tables import columns, leaders, piped, tabbed, taken_apart
from narration.readers.text import boxes, footnotes, hyphens, markup, signs, two_columns
from narration.readers.vocabulary import listed

WRAP_COLUMNS = (40, 130)
"""Text whose longest lines are within these widths may be hard-wrapped."""

MOST_HEADING = 90
FULL = 0.7
"""A line of so much of the longest is full."""
SLACK = 5
"""A line of signs may be so much longer than the heading over it, in characters."""
MOST_LINES_OF_CONTACT = 8
_UNDERLINES = {"=": 1, "#": 1, "-": 2, "~": 2, "_": 2, "*": 2}
"""The level of a heading by the sign under it, as in Markdown."""
_RULE = re.compile(r"^\s*([-_*=~—–•·])(?:\s*\1){2,}\s*$")
_BULLET = re.compile(
    rf"^\s*(?:--?|[*+•●▪◦‣⁃∙·»✓□–—■▸►➢➤❖✦.]|×(?=\s+[^\W\d_])|{marks.BOX}|{marks.PICTURE}|o(?=\s\s|\t))\s+(?=\S)"
)
_NUMBER = re.compile(
    r"^\s*(?:\(?(\d{1,2})(?:[.)]-?|\.?º[.)-])|\(?([a-z])\)-?(?!\s+(?:19|20)\d\d)|([a-h])\.-?|([A-H])\)-?)\s+(?=\S)"
)
_COPYRIGHT = "(c)"
_INNER = re.compile(r"^\s*\d{1,2}\.\d{1,2}[.)]?\s+(?:[^\W\d_a-z]|¿)[^.;]{2,80}\?\s*$")
"""“1.2 Which tablets do I stop?”: a question with the number of its place."""
_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s+(?=\S)")
_GLYPH = re.compile(r"^([ \t]*)[\x7f-\x9f\ue000-\uf8ff\ufffd](?=\s|$|[^\W_])", re.MULTILINE)
"""A bullet of a symbol font, which has no letter of its own."""
_LONE_BULLET = re.compile(r"^([ \t]*)[•●▪◦‣⁃■][ \t]*\n(?=[ \t]*(?:[^\W_]|[¿¡(«“\"]))", re.MULTILINE)
_STARS = re.compile(r"(?<![\w*_])(\*{1,3}|__)(?=[^\s*_])(.{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_LABEL = re.compile(r"^[A-ZÁÉÍÓÚÑ¿¡\d][^.:;!]{1,60}:\s")


def read(source: Source) -> Page:
    """A text file as blocks; every short line may turn out to be a heading.  A web page's source is that page."""
    text = decode(source.data, source.path)
    refuse_endless_text(text, source.path)
    return html.read(source) if markup.is_page(text) else page(markup.unmarked(text))


def page(text: str) -> Page:
    """A text as a page without headings of its own."""
    text, apart = two_columns.read_down(text)
    notes = ("The text stands in two columns; they were read one after the other.",) if apart else ()
    text = piped.barred(text)
    text = boxes.undrawn(top_bars.barred(links.barred(hyphens.mended_in_place(leaders.filled(text)))))
    text = condition_lines.bulleted(signs.opened(signs.unset(footnotes.marked(text))))
    full = full_line(text.split("\n"))
    text = text if full else copied.bulleted(taken_apart.put_together(text))
    found = line_lists.marked(list(spaced_lists.marked(list(blocks(text)))), round(full / FULL))
    return Page(tuple(found), bare=True, notes=notes)


def blocks(text: str, full: int | None = None) -> Iterator[Block]:
    """The blocks of ``text``, in order, with the depth of nested lists by how far they are set in.

    ``full`` is the length from which a line counts as full, where that is known.
    """
    margins: list[int] = []
    marker, led = "", -1  # the margin of a numbered line that leads in to bullets, which are in it wherever they begin
    # A bullet on a line of its own goes before the words under it.
    lines = letter_bullets.spelled(_LONE_BULLET.sub(r"\n\1• ", _GLYPH.sub(r"\1•", text)).split("\n"))
    for block, margin in _blocks(lines, full_line(lines) if full is None else full):
        if block.marker == "c" != marker != "b" and lines[block.line - 1].lstrip().startswith(_COPYRIGHT):
            block = _unmarked(block)
        marker = block.marker or marker
        if block.kind is not Kind.ITEM:
            margins, led = [], -1
            yield block
            continue
        if block.marker:
            led = margin if block.marker.isdigit() and block.text.endswith(":") else -1
        margin += margin == led and not block.marker
        while margins and margins[-1] > margin:
            margins.pop()
        if not margins or margins[-1] < margin:
            margins.append(margin)
        yield replace(block, depth=len(margins))


def _unmarked(block: Block) -> Block:
    """An item “(c)” that comes after no “(b)” as the line that it is: “(c) Northmere Hospital”."""
    breaks = tuple(edge + len(_COPYRIGHT) + 1 for edge in block.breaks)
    return replace(block, kind=Kind.PARAGRAPH, marker="", text=f"{_COPYRIGHT} {block.text}", breaks=breaks)


def _blocks(lines: list[str], full: int) -> Iterator[tuple[Block, int]]:
    """The blocks, each with the width of the white space before it."""
    group: list[str] = []
    start = row = 0
    found = columns.tables_in(lines)
    headers = page_edges.found(lines)
    hangs = any(_is_set_in([above], line) for above, line in pairwise(lines) if line.strip())
    for number, line in enumerate([*lines, ""], 1):
        if number <= row:
            continue
        if number in headers:
            yield from _flush(group, start)
            group = []
            yield from ((block, 0) for block in headers[number])
            continue
        if number - 1 in found:
            yield from _flush(group, start)
            group, (row, rows) = [], found[number - 1]
            yield from ((block, 0) for block in rows)
            continue
        line = tabbed.with_commas(line)
        if len(group) == 1 and _underlines(line, group[0]):
            yield Block(Kind.HEADING, _plain(squeeze(group[0])), start, level=_UNDERLINES[line.strip()[0]]), 0
            group = []
        elif not line.strip() or _RULE.match(line) or _HASHES.match(line):
            yield from _flush(group, start)
            group = []
            if mark := _HASHES.match(line):
                yield Block(Kind.HEADING, _plain(squeeze(line[mark.end() :])), number, level=len(mark[1])), 0
            elif _RULE.match(line):
                yield Block(Kind.RULE, line.strip(), number), 0
        elif (
            group
            and not _is_set_in(group, line)
            and (
                not goes_on(group[-1], line, full, len(group) == 1)
                or _is_after_contact(group, line)
                or _is_under_list(group, line, full)
                or (hangs and _is_item(group[0]) and line[:1].isupper())
            )
        ):
            yield from _flush(group, start)
            group, start = [line], number
        else:
            if not group:
                start = number
            group.append(line)


def _underlines(line: str, words: str) -> bool:
    """Whether a line of signs makes a heading of the words right above it: it is about as long."""
    sign, length = line.strip()[:1], len(words.strip())
    if not _RULE.match(line) or sign not in _UNDERLINES or _BULLET.match(words) or furniture.is_contact(squeeze(words)):
        return False
    return (
        length <= MOST_HEADING
        and not words.rstrip().endswith((".", ",", ";"))
        and (length / 2 <= len(line.strip()) <= length + SLACK)
    )


def typed_item(line: str) -> tuple[str, str] | None:
    """A list's item by what is typed before it: its number or letter, ``""`` for a bullet; and its words."""
    if match := _BULLET.match(line):
        return "", line[match.end() :]
    if match := _NUMBER.match(line):
        return match[1] or match[2] or match[3] or match[4].lower(), line[match.end() :]
    return None


def full_line(lines: list[str]) -> int:
    """The length from which a line counts as full, 0 when the text is not hard-wrapped."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    longest = lengths[-max(1, len(lengths) // 50)]
    near = sum(1 for length in lengths if length > 0.75 * longest)
    if not WRAP_COLUMNS[0] <= longest <= WRAP_COLUMNS[1] or near < max(2, len(lengths) // 6):
        return 0
    return int(FULL * longest)


def goes_on(before: str, line: str, full: int, first: bool) -> bool:
    """Whether ``line`` is the same block as ``before``, which counts as full from ``full`` characters."""
    if _BULLET.match(line) or _NUMBER.match(line) or _INNER.match(line):
        return False
    if line.lstrip()[:1].islower():
        return True
    if not full or len(before.rstrip()) + 1 + len(line.split()[0]) <= full:
        return bool(not first and before.rstrip().endswith(","))
    if first and (_ends_the_sender(squeeze(before), squeeze(line)) or _asks_over(before, line)):
        return False
    ended = before.rstrip().endswith((".", "!", "?", ":"))
    heading = len(line.strip()) < full // 2 and line.rstrip()[-1:].isalnum()
    return not (ended and (heading or _LABEL.match(line) or is_numbered(line)))


def _asks_over(before: str, line: str) -> bool:
    """Whether a first line is a question, and no more, over its answer: in a narrow column it may look full."""
    begins = line.lstrip("“\"'‘¿¡( ")[:1]
    return re.fullmatch(r"\s*[^.!?]+\?\s*", before) is not None and begins.isupper()


def _ends_the_sender(before: str, line: str) -> bool:
    """Whether a line under a hospital's or a unit's name is no second half of it: another name, or in other letters.

    The kind of sheet (``Guía para el paciente``) is no second half of anything, and has none but “que se opera”.
    """
    other = before.isupper() is not line.isupper() or senders.is_letterhead(line)
    kind = senders.is_kind(line) or (senders.is_kind(before) and line.split()[0].lower() not in triage.grammar())
    return kind or (senders.is_body(before) and other)


def _is_set_in(group: list[str], line: str) -> bool:
    """Whether a line stands under the words of the item before it, and not under its bullet."""
    item = _BULLET.match(group[0]) or _NUMBER.match(group[0])
    if item is None or _BULLET.match(line) or _NUMBER.match(line):
        return False
    return len(line) - len(line.lstrip()) >= len(item[0]) > 1


def _is_item(line: str) -> bool:
    """Whether a line has a bullet: where the lines of other points are set in, none at the margin goes on with it."""
    return _BULLET.match(line) is not None


def _is_under_list(group: list[str], line: str, full: int) -> bool:
    """Whether a reason at the margin is under a list that is set in, whose last line had room: it is of them all."""
    item = _BULLET.match(group[0]) or _NUMBER.match(group[0])
    set_in = item is not None and item[0][:1].isspace() and listed("labels", "reasons").match(line) is not None
    return set_in and not (full and len(group[-1].rstrip()) + 1 + len(line.split()[0]) > full)


def _is_after_contact(group: list[str], line: str) -> bool:
    """Whether a long line with a name and a number is complete, and a sentence begins under it."""
    short = len(group) <= MOST_LINES_OF_CONTACT
    return short and line.lstrip()[:1].isupper() and furniture.is_contact(squeeze(" ".join(group)))


def _flush(group: list[str], start: int) -> Iterator[tuple[Block, int]]:
    if not group:
        return
    kind, marker, first = Kind.PARAGRAPH, "", group[0]
    if item := typed_item(first):
        kind, (marker, first) = Kind.ITEM, item
    text, breaks, lead = "", [], 0
    for piece in [first, *group[1:]]:
        if text:
            text += " "
            breaks.append(len(text))
        clean = squeeze(piece)
        bold = _STARS.match(clean) if not text else None
        lead = len(bold[2]) if bold and len(bold[1]) > 1 else lead
        text += _plain(clean)
    if text.strip():
        margin = len(group[0].expandtabs()) - len(group[0].expandtabs().lstrip())
        block = Block(kind, text, start, marker=marker, strong=lead >= len(text), lead=lead, breaks=tuple(breaks))
        yield block, margin


def _plain(line: str) -> str:
    """The line without the stars that a text copied out of Markdown has around its bold words."""
    return _STARS.sub(r"\2", line)
