"""When to ring: a paragraph “Call us if …” at the end of a page is a part like those above it.

What the closing says comes after “you have now heard about each part”, and a
warning is no farewell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from narration.language.brackets import without_brackets
from narration.readers.base import Block, Kind, part_of
from narration.readers.lines import furniture, helpline, promote
from narration.readers.lines.promote import Split
from narration.readers.parts.outlines import Outline, Part
from narration.readers.vocabulary import bare, data, listed

MOST_WORDS = 12
_NUMBER = re.compile(r"[ ,]*(?:\b(?:at|on|al)\s+)?\+?\(?\d[\d ().‑–-]{6,}\d\)?", re.IGNORECASE)


def lead(block: Block) -> Split | None:
    """The beginning of a sentence that tells when to ring, ``Call us if``, and where the sentence goes on.

    Not of one that only offers an answer: ``Call us if you have any questions``.
    """
    match = listed("labels", "calls").match(block.text)
    if match is None or block.kind is Kind.HEADING or len(_NUMBER.sub("", match[0]).split()) > MOST_WORDS:
        return None
    rest = block.text[match.end() :]
    at = match.end() + len(rest) - len(rest.lstrip(" :…"))
    asks = listed("labels", "questions").match(block.text[at:]) is not None
    return (match[0].strip(), at) if re.search(r"\w", rest) and not asks else None


def is_told(text: str) -> bool:
    """Whether a text tells by itself when to ring: ``You can ring 01632 960 111 (Mon–Fri) if you have pain``."""
    plain = _NUMBER.sub("", without_brackets(text))
    return listed("labels", "calls").search(plain) is not None


def out_of_closing(out: Outline) -> None:
    """A part of its own for the paragraph of the closing that tells when to ring, and for the numbers under it.

    What stands over it is no farewell either, and goes to the last part; but under ``Summary`` all of it is one.
    """
    if any(bare(heading.text).lower() in data("labels")["closings"] for heading in out.dropped):
        return
    at, name = next(((at, name) for at, block in enumerate(out.closing) if (name := lead(block))), (0, None))
    if name is None or not out.parts:
        return
    block = out.closing[at]
    headed = at > 0 and _heads(out.closing[at - 1])
    out.parts[-1].blocks += out.closing[: at - headed]
    if headed:  # “Get in touch”, and the whole sentence under it
        part = Part(out.closing[at - 1].text.rstrip(" .:"), [block], out.closing[at - 1].line)
    else:
        told = replace(part_of(block, name[1], len(block.text)), kind=Kind.PARAGRAPH, strong=False)
        part = Part(name[0], [told], block.line)
    out.parts.append(part)
    after = out.closing[at + 1 :]
    more = next((i for i, b in enumerate(after) if not _goes_on(b)), len(after))
    part.blocks += after[:more]
    out.closing = after[more:]


def _heads(block: Block) -> bool:
    """Whether a line names what stands under it: ``Get in touch``."""
    return promote.stands_alone(block) and furniture.is_contact_heading(block.text)


def _goes_on(block: Block) -> bool:
    """Whether a block under a warning belongs to it: a point of its list, a number, another warning."""
    rings = helpline.has_number(block.text) or helpline.is_line(block.text)
    rings = rings or re.search(data("furniture")["contact"]["short_number"], block.text) is not None
    return block.kind is Kind.ITEM or rings or lead(block) is not None
