"""The sheet under a letter, with its own title beside the kind of sheet: it says what the page is about.

Under “Yours sincerely, Ann Lee” may stand “HAVING A SCAN / Information for
patients” and a sheet of many parts.  The letter's subject, “Your admission”,
is then no title, and neither line is a name under the signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind, is_under_space, lines_of
from narration.readers.lines import about, furniture, senders
from narration.readers.sender.site_lines import telling
from narration.readers.sender.topics import stands_over_parts

MOST_TITLE_WORDS = 10


def with_title(blocks: Sequence[Block]) -> list[Block]:
    """A letter's blocks; the title of the sheet under it stands over them all, and a line across the page in its place.

    A subject that tells more is said in the letter; a letter with parts of its own keeps its title.
    """
    signed = next((at for at, block in enumerate(blocks) if furniture.is_signing_off(lines_of(block)[0])), len(blocks))
    headings = [at for at in range(signed) if blocks[at].kind is Kind.HEADING and not blocks[at].reason]
    pair = next((at for at in range(signed + 1, len(blocks) - 2) if _is_head(blocks, at)), 0)
    if not pair or any(blocks[at].level != 1 for at in headings) or len(headings) > 1:
        return list(blocks)
    first, second = blocks[pair : pair + 2]
    kind, sheet = (first, second) if senders.is_kind(first.text) else (second, first)
    others = [block for at, block in enumerate(blocks) if at not in headings]
    made = [_as_line(block, others) if at in headings else block for at, block in enumerate(blocks)]
    made[pair : pair + 2] = [Block(Kind.RULE, "", sheet.line), replace(kind, reason=about.REFERENCE)]
    return [replace(sheet, kind=Kind.HEADING, level=1, lead=0), *made]


def _as_line(subject: Block, others: Sequence[Block]) -> Block:
    """A letter's subject, which is no title any more: said, where no other block has all its words and numbers."""
    line = replace(subject, kind=Kind.PARAGRAPH, level=0)
    known = telling(" ".join(block.text for block in others if not block.reason))
    if telling(subject.text) <= known and not re.search(r"\d", subject.text):
        return replace(line, reason=about.REFERENCE)
    return replace(line, text=f"{subject.text.rstrip(' .:')}.")


def _is_head(blocks: Sequence[Block], at: int) -> bool:
    """Whether two lines, apart from what is over them, are the kind of sheet and its title, in either order."""
    pair = blocks[at : at + 2]
    if any(block.reason or block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or block.breaks for block in pair):
        return False
    over, (first, second) = blocks[at - 1], pair
    apart = is_under_space(first, over) or over.kind is Kind.RULE
    if not apart or second.line != first.line + 1:
        return False
    kinds = [senders.is_kind(block.text) for block in pair]
    title = second if kinds[0] else first
    known = senders.is_letterhead(title.text) or furniture.line_reason(title.text) or about.facts(title.text)[0]
    few = len(title.text.split()) <= MOST_TITLE_WORDS and title.text[:1].isupper()
    return kinds.count(True) == 1 and few and not known and stands_over_parts([title, *blocks[at + 2 :]], 0)
