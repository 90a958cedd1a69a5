"""The menu of a copied page, line by line: short lines right below one another that are mostly words of menus."""

from __future__ import annotations

from collections.abc import Sequence

from narration.readers.base import Block
from narration.readers.lines import about, furniture, links, senders
from narration.readers.sender.site_lines import first_said, is_line, left_out, may_be_title

FEWEST_LINES = 3
FEWEST_OF_LONG = 5
MOST_WORDS = 6


def without(blocks: list[Block]) -> list[Block]:
    """The blocks; short lines right below one another that are mostly words of a menu are left out."""
    made, run, first = list(blocks), list[int](), first_said(blocks)
    for index, block in enumerate([*blocks, None]):
        short = block is not None and not block.reason and _is_short(block)
        if short and block and run and block.line == blocks[run[-1]].line + 1 and block.kind is blocks[run[-1]].kind:
            run.append(index)
            continue
        above = bool(run) and run[0] < first
        if above and len(run) > FEWEST_LINES and senders.is_body(blocks[run[0]].text):
            run = run[1:]  # the site's name right over its menu
        if len(run) >= FEWEST_LINES and (
            links.are_links([blocks[at].text for at in run], over_text=above)
            or (above and _is_long(blocks, run, first))
        ):
            for at in _without_title(blocks, run, first) if above else run:
                made[at] = left_out(blocks[at])
            if above and _is_sites_name(blocks, run[0] - 1):
                made[run[0] - 1] = left_out(blocks[run[0] - 1], about.REFERENCE)
        run = [index] if short else []
    return made


def _is_long(blocks: Sequence[Block], run: list[int], first: int) -> bool:
    """Whether so many short lines with one known link among them stand over the title that they are a menu."""
    titled = any(not blocks[at].reason and may_be_title(blocks[at]) for at in range(run[-1] + 1, first))
    return titled and len(run) >= FEWEST_OF_LONG and any(links.is_link(blocks[at].text) for at in run)


def _without_title(blocks: Sequence[Block], run: list[int], first: int) -> list[int]:
    """The lines of a menu; its last, right over the text and no word of menus, is the title under it."""
    last = run[-1]
    between = [b for b in blocks[last + 1 : first] if not b.reason and may_be_title(b)]
    return run[:-1] if not between and not links.is_link(blocks[last].text) else run


def _is_sites_name(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line over the first menu is the only one over it, in a word or two: ``SkinKind``."""
    over = [at for at in range(index + 1) if not blocks[at].reason and not furniture.line_reason(blocks[at].text)]
    return over == [index] and _is_short(blocks[index]) and senders.is_named(blocks[index].text)


def _is_short(block: Block) -> bool:
    return is_line(block) and len(block.text.split()) <= MOST_WORDS
