"""Markdown: CommonMark with tables and footnotes, parsed by markdown-it-py, to blocks.

Front matter goes into ``about``.  A piece of HTML in the page is read as HTML
is, so that its words are not lost and its tags are not spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from narration.readers.base import Block, Kind, Page, Source, squeeze
from narration.readers.bounds import refuse_endless_markup
from narration.readers.decoding import decode
from narration.readers.formats import html, plain
from narration.readers.tables import column_groups, html_tables
from narration.readers.tables.as_sentences import rows
from narration.readers.text import markup

MOST_CAPTION_WORDS = 30
DEEPEST = 100
"""Lists and quotations nested deeper than this are read as plain text: the parser would drop their words."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_MARKS = {"heading_open", "fence", "code_block", "html_block", "blockquote_open", "hr"}
_MARKED = re.compile(r"^ {0,3}#{1,6}\s|\*\*|__|\[[^\]]*\]\(|\[\^|`|<[a-zA-Z!/]", re.MULTILINE)
"""Marks of Markdown that show without parsing; most pages have one."""
_FACT = re.compile(r"^(\w[\w -]*):\s*(.+)$")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][\w-]+(?:\s+[#.][\w-]+)*\s*\}$")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]+(.*(?:\n(?: {2,}|\t)\S.*)*)", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")


def read(source: Source) -> Page:
    """A Markdown file as blocks."""
    text = markup.level(decode(source.data, source.path))
    refuse_endless_markup(text, source.path)
    about: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        facts = (_FACT.match(line) for line in match[1].split("\n"))
        about = {f[1].strip().lower().replace(" ", "_"): f[2].strip().strip("\"'") for f in facts if f}
        text = "\n" * match[0].count("\n") + text[match.end() :]
    title = about.pop("title", about.pop("título", ""))
    language = about.pop("lang", about.pop("language", about.pop("idioma", "")))
    if not title and _is_plain(text):
        return replace(plain.page(text), language=language, about=about)
    return Page(tuple(_with_notes(text)), title, language, about)


def _is_plain(text: str) -> bool:
    """Whether a page has no mark of Markdown but those of lists and tables: a text that was only named so."""
    return not (_MARKED.search(text) or {token.type for token in _tokens(text)} & _MARKS)


def _tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").parse(text)


def _with_notes(text: str) -> Iterator[Block]:
    """The blocks, each followed by the footnotes that it points to."""
    notes = {match[1]: squeeze(match[2]) for match in _NOTE.finditer(text)}
    lines = {match[1]: text.count("\n", 0, match.start()) + 1 for match in _NOTE.finditer(text)}
    body = _NOTE.sub(lambda match: "\n" * match[0].count("\n"), text) if notes else text
    waiting: list[Block] = []
    for block in _blocks(body):
        if block.kind is not Kind.ITEM:
            yield from waiting
            waiting = []
        marks = [mark for mark in _NOTE_MARK.findall(block.text) if mark in notes] if notes else []
        block = _without_marks(block, marks) if marks else block
        yield block
        waiting += [Block(Kind.PARAGRAPH, notes[mark], lines.pop(mark)) for mark in marks if mark in lines]
        if not block.text.endswith(":") and block.kind is not Kind.ITEM:  # a note may not part a lead-in from its list
            yield from waiting
            waiting = []
    yield from waiting
    yield from (Block(Kind.PARAGRAPH, notes[mark], line) for mark, line in lines.items())


def _without_marks(block: Block, marks: list[str]) -> Block:
    text = block.text
    for mark in marks:
        text = text.replace(f"[^{mark}]", "")
    return replace(block, text=squeeze(text), breaks=())


def _blocks(text: str) -> Iterator[Block]:
    tokens = _tokens(text)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        yield from plain.blocks(text)
        return
    kind, level, marker, depth = Kind.PARAGRAPH, 0, "", 0
    table: list[tuple[list[str], bool, int]] = []
    strong: set[int] = set()  # the rows of the table whose first cell is in bold type
    for token in tokens:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "heading_open":
            kind, level = Kind.HEADING, int(token.tag[1])
        elif token.type in ("heading_close", "list_item_close"):
            kind, level, marker = Kind.PARAGRAPH, 0, ""
        elif token.type == "list_item_open":
            kind, marker = Kind.ITEM, token.info
        elif token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            depth += token.nesting
        elif token.type == "tr_open":
            table.append(([], False, line))
        elif token.type in ("th_open", "td_open"):
            cells, _, at = table[-1]
            table[-1] = (cells, token.type == "th_open", at)
        elif token.type == "table_close":
            yield from rows(column_groups.across(table, strong))
            table, strong = [], set()
        elif token.type == "inline" and table:
            block = _inline(token, Kind.PARAGRAPH, 0, "", line)
            strong |= {len(table) - 1} if block and block.strong and not table[-1][0] else set()
            table[-1][0].append(_cell(block, *table[-1][:2]) if block else "")
        elif token.type == "inline":
            yield from _captions(token, line)
            if block := _inline(token, kind, level, marker, line):
                block = replace(block, reason="caption") if _is_under_picture(token) else block
                block = _unattributed(block) if kind is Kind.HEADING else block
                menu = kind is not Kind.HEADING and _is_menu(token)
                block = replace(block, reason="navigation") if menu else block
                yield replace(block, depth=depth)
                kind, marker = (Kind.PARAGRAPH, "") if kind is Kind.ITEM else (kind, marker)
        else:
            yield from _verbatim(token, line)


def _cell(block: Block, before: Sequence[str], heading: bool) -> str:
    """The words of a table's cell; lines that ``<br>`` parts are told apart: “Eat normally; Take your tablets”."""
    edges = [0, *block.breaks, len(block.text)]
    return html_tables.joined([block.text[a:b].strip() for a, b in pairwise(edges)], heading, first=not before)


def _unattributed(heading: Block) -> Block:
    """A heading without what it is called inside the page, which many writers of Markdown set: ``{#before}``."""
    return replace(heading, text=_ATTRIBUTES.sub("", heading.text) or heading.text)


def _verbatim(token: Token, line: int) -> Iterator[Block]:
    """What Markdown passes through as it is: rules, HTML, and code, which only an indented line of prose can be."""
    if token.type == "hr":
        yield Block(Kind.RULE, token.markup, line)
    elif token.type == "html_block":
        yield from html.fragment(token.content, line)
    elif token.type == "code_block" and token.content.strip():
        yield Block(Kind.PARAGRAPH, squeeze(token.content), line)
    elif token.type == "fence" and token.content.strip():
        yield Block(Kind.PARAGRAPH, squeeze(token.content), line, reason="code")


def _is_menu(token: Token) -> bool:
    """Whether the paragraph is several links and hardly a word besides: ``[Fees](…) · [Contact](…)``.

    One is enough where it leads to a place in the page: ``[Before the scan](#before)``.
    """
    inside = links = 0
    words: dict[bool, int] = {True: 0, False: 0}
    for child in token.children or []:
        inside += child.nesting if child.type in ("link_open", "link_close") else 0
        links += child.type == "link_open"
        words[inside > 0] += len(re.findall(r"\w+", child.content))
    targets = [str(child.attrGet("href")) for child in token.children or [] if child.type == "link_open"]
    within = links == 1 and targets[0].startswith("#")
    return (links > 1 or within) and words[False] == 0


def _captions(token: Token, line: int) -> Iterator[Block]:
    """What stands in place of pictures: it describes them to who cannot see them, and is no sentence of the page."""
    for child in token.children or []:
        if child.type == "image" and (words := squeeze(child.content)):
            yield Block(Kind.PARAGRAPH, words, line, reason="caption")


def _is_under_picture(token: Token) -> bool:
    """Whether all the words beside a picture are in italics, as its caption is."""
    inside = 0
    pictured, words = False, {True: 0, False: 0}
    for child in token.children or []:
        inside += child.nesting if child.type in ("em_open", "em_close") else 0
        pictured = pictured or child.type == "image"
        words[inside > 0] += 0 if child.type == "image" else len(child.content.split())
    return pictured and words[False] == 0 and 0 < words[True] <= MOST_CAPTION_WORDS


def _inline(token: Token, kind: Kind, level: int, marker: str, line: int) -> Block | None:
    text, lead, bold, breaks = "", 0, 0, []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            text += child.content
        elif child.type in ("softbreak", "hardbreak") or re.match(r"<br\b", child.content, re.IGNORECASE):
            text += " "
            breaks.append(len(text))
        elif child.type == "strong_open":
            bold += 1
        elif child.type == "strong_close":
            bold -= 1
            if not lead and text.strip():
                lead = len(text)
    clean = squeeze(text)
    if not clean:
        return None
    first = next((c.type for c in token.children or [] if c.type != "text" or c.content.strip()), "")
    lead = lead if first == "strong_open" else 0
    exact = clean == text
    return Block(
        kind,
        clean,
        line,
        level=level,
        marker=marker,
        strong=lead >= len(clean) > 0,
        lead=lead if exact else 0,
        breaks=tuple(breaks) if exact else (),
    )
