"""A letter's “Dear …”, and the names at its end, which are for the eye.

The words are in ``data/furniture.yaml`` and ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, lines_of
from narration.readers.lines import about, colophon, furniture, letters
from narration.readers.vocabulary import bare, data, listed

MOST_NAME_WORDS = 5
"""A name, with its titles, has no more words than these."""
_PART = r"(?i:part|section|parte|sección|appendix|annex|anexo)\s[A-Z\d]{1,3}\b"
_NUMBERED = re.compile(rf"{_PART}|\d\.\d{{0,2}}\s+[^\W\d_]")
"""The first heading of what is enclosed with a letter: “PART B – INSTRUCTIONS”, “1.1 Eating and drinking”."""


def without(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the reason set on “Dear …”, and on the names at the end of a letter.

    Its end is “Yours sincerely”; a letter without one ends at its last sentence.
    """
    letter = any(map(letters.is_greeting, blocks[: letters.MOST_BLOCKS_ABOVE]))
    last = _last_sentence(blocks) if letter else len(blocks)
    signed = False
    for index, block in enumerate(blocks):
        lines = lines_of(block)
        opens = furniture.is_signing_off(lines[0]) or _is_see_you(lines[0])
        opens = opens or (index > last and not signed and _is_signatory(lines[0]) and not _heads(block))
        said = (line for line in (lines[1:] if opens else lines) if not (signed and _is_signatory(line)))
        said = (line for line in said if not (signed and _is_under_signature(line)))
        short = block.kind is Kind.PARAGRAPH and not any(map(furniture.is_prose, said))
        numbered = signed and not block.breaks and _NUMBERED.match(block.text)
        if numbered and re.match(_PART, block.text):
            block = replace(block, reason=block.reason or about.REFERENCE)
        short = short and not numbered
        if signed and not short and not block.reason:
            yield Block(Kind.RULE, "", block.line)  # what comes after the signature is no part of what stands over it
            if mark := re.match(data("furniture")["postscript"], block.text, re.IGNORECASE):
                yield replace(block, text=mark[0].strip(), breaks=(), lead=0, reason=furniture.GREETING)
                block = replace(block, text=block.text[mark.end() :], breaks=(), lead=0)
        signed = short and (signed or opens)
        name = signed and (opens or not (furniture.line_reason(block.text) or about.facts(block.text)[0]))
        name = name or (index < letters.MOST_BLOCKS_ABOVE and letters.is_greeting(block))
        yield replace(block, reason=block.reason or furniture.GREETING) if name else block


def _last_sentence(blocks: Sequence[Block]) -> int:
    """Where the last block stands that says something: an item of a list, or a sentence that is no small print."""
    said = (
        index
        for index, block in enumerate(blocks)
        if not block.reason
        and (block.kind in (Kind.ITEM, Kind.HEADING) or furniture.is_prose(block.text))
        and not (furniture.line_reason(block.text) or colophon.reason(block.text) or about.facts(block.text)[0])
    )
    last = max(said, default=len(blocks))
    leads = last < len(blocks) and blocks[last].text.rstrip().endswith((":", ","))
    return len(blocks) if leads else last  # under “Please bring:” stand no names


def _heads(block: Block) -> bool:
    """Whether a line is the heading over whom to ring, and nobody's name: ``CONTACTS``, ``Useful Numbers``."""
    return not block.breaks and furniture.is_contact_heading(block.text)


def _is_under_signature(line: str) -> bool:
    """``cc GP``, ``Enc: map``, ``Dictated but not signed``."""
    return re.fullmatch(data("letterhead")["under_signature"], line.strip(), re.IGNORECASE) is not None


def _is_see_you(line: str) -> bool:
    """Whether a line that goes on in a name says “See you Thursday,”."""
    return line.rstrip().endswith(",") and listed("furniture", "see_you").fullmatch(bare(line)) is not None


def _is_signatory(line: str) -> bool:
    """Whether a line is somebody's name, with what he or she is after a comma: “Ann Lee, Nurse Specialist”."""
    words = line.partition(",")[0].split()
    small = data("letterhead")["small"]
    named = all(word[:1].isupper() or word in small for word in words)
    return 0 < len(words) <= MOST_NAME_WORDS and named and not re.search(r"\d", line)
