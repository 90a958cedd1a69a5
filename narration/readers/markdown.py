"""Markdown: CommonMark, parsed by markdown-it-py, to blocks.  Front matter goes into ``about``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from narration.readers.base import Block, Kind, Page, Source
from narration.readers.decoding import decode
from narration.readers.plain import squeeze

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FACT = re.compile(r"^([A-Za-z][\w -]*):\s*(.+)$")


def read(source: Source) -> Page:
    """A Markdown file as blocks; raw HTML in it is not spoken."""
    text = decode(source.data, source.path)
    about: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        facts = (_FACT.match(line) for line in match[1].split("\n"))
        about = {f[1].strip().lower().replace(" ", "_"): f[2].strip().strip("\"'") for f in facts if f}
        text = "\n" * match[0].count("\n") + text[match.end() :]
    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).parse(text)
    title = about.pop("title", "")
    language = about.pop("lang", about.pop("language", ""))
    return Page(tuple(_blocks(tokens)), title, language, about)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    kind, level, marker = Kind.PARAGRAPH, 0, ""
    for token in tokens:
        line = token.map[0] + 1 if token.map else 0
        if token.type == "heading_open":
            kind, level = Kind.HEADING, int(token.tag[1])
        elif token.type == "heading_close":
            kind, level = Kind.PARAGRAPH, 0
        elif token.type == "list_item_open":
            kind, marker = Kind.ITEM, token.info
        elif token.type == "list_item_close":
            kind, marker = Kind.PARAGRAPH, ""
        elif token.type == "hr":
            yield Block(Kind.RULE, token.markup, line)
        elif token.type == "inline" and (block := _inline(token, kind, level, marker, line)):
            yield block
        elif token.type in ("html_block", "fence", "code_block") and token.content.strip():
            yield Block(Kind.PARAGRAPH, squeeze(token.content), line, reason="markup")


def _inline(token: Token, kind: Kind, level: int, marker: str, line: int) -> Block | None:
    text, lead, bold, breaks = "", 0, 0, []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            text += child.content
        elif child.type in ("softbreak", "hardbreak"):
            text += " "
            breaks.append(len(text))
        elif child.type == "image":
            text += child.content
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
