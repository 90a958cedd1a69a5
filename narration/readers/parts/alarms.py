"""A line in bold type or capitals that begins a sentence over the last list of a part: ``Call us the same day if:``

It stands in a box of its own on the page, so it is a part of its own: what to
do then is not the end of what stood above it.  So is a heading inside a part
that orders (``Call us the same day``), over a number and a list of signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from narration.readers.base import Block, Kind, is_under_space
from narration.readers.lines import furniture, helpline
from narration.readers.lines.heading_words import is_stem
from narration.readers.lines.promote import ENDS, LEVEL, MOST_WORDS, name_of, stands_alone
from narration.readers.parts.outlines import Part
from narration.readers.vocabulary import listed

FEWEST_SIGNS = 2
MOST_NUMBERS = 2
MOST_SIGN_WORDS = 25
FEWEST_LOUD = 2
"""Fewer lines in capitals do not show that the headings of a page are."""
_BEGINS_WITH_NUMBER = re.compile(r"\+?\(?\d{2}")


def apart(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts; what stands under such a line at the end of one comes as the next."""
    for part in parts:
        if box := _box(part):
            head = part.blocks[box]
            yield Part(part.name, part.blocks[:box], part.line)
            yield _led(Part(name_of(head.text).rstrip("."), part.blocks[box + 1 :], head.line))
            continue
        at = next((at for at in range(1, len(part.blocks)) if _begins(part.blocks, at)), 0)
        if not at:
            yield _led(part)
            continue
        line = part.blocks[at]
        yield Part(part.name, part.blocks[:at], part.line)
        yield Part(name_of(line.text), part.blocks[at + 1 :], line.line)


def _box(part: Part) -> int:
    """Where the last heading inside a part is an order over signs, and the only one; 0 for none.

    A part that is about getting help itself stays whole.
    """
    heads = [at for at, block in enumerate(part.blocks) if block.level]
    orders = [at for at in heads if _orders(part.blocks[at].text)]
    alone = len(orders) == 1 and orders[0] == heads[-1] > 0
    if not alone or _orders(part.name) or listed("labels", "alarms").match(part.name):
        return 0
    under = part.blocks[orders[0] + 1 :]
    numbers = _numbers(under)
    return orders[0] if 0 < numbers <= MOST_NUMBERS and _items(under[numbers:]) >= FEWEST_SIGNS else 0


def with_points(part: Part) -> None:
    """The lines without a sentence under a name that breaks off (``CALL 911 FOR``) as the points that it leads to.

    By themselves they would be heard as statements.
    """
    if not _breaks_off(part.name):
        return
    lines = next((at for at, block in enumerate(part.blocks) if not _is_sign(block)), len(part.blocks))
    part.blocks[:lines] = [replace(block, kind=Kind.ITEM, depth=1) for block in part.blocks[:lines]]


def with_order(part: Part) -> None:
    """An order as a part's name over a number to ring, said in the sentence, too: ``Call us: 01632 …, for a fever``.

    Without it the sentence has no verb.  Over signs the order has been put before them already.
    """
    first = next(iter(part.blocks), None)
    name = name_of(part.name).rstrip(".!:… ")
    if first is None or first.kind is not Kind.PARAGRAPH or first.level or not _BEGINS_WITH_NUMBER.match(first.text):
        return
    led = any(block.level and block.text.startswith(name) for block in part.blocks)
    if _orders(name) and helpline.has_number(first.text) and not led and not furniture.is_contact(first.text):
        before = f"{name}: "
        breaks = tuple(at + len(before) for at in first.breaks)
        part.blocks[0] = replace(first, text=before + first.text, breaks=breaks, lead=0)


def breaks_off(line: Block) -> bool:
    """Whether a line in bold type or capitals is such a name: ``CALL 911 FOR``."""
    return stands_alone(line) and (line.strong or line.text.isupper()) and _breaks_off(line.text)


def leads_signs(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line apart that breaks off with dots is the heading over a list of signs: ``Ring us if…``.

    Or over a paragraph that says itself whom to ring: ``Ring 01632 960 111 if you have a fever.``
    """
    line, under = blocks[index], next(iter(blocks[index + 1 : index + 2]), None)
    if not index or under is None or line.kind is not Kind.PARAGRAPH:
        return False
    calls = listed("labels", "calls").match(under.text) and helpline.has_number(under.text)
    if under.kind is not Kind.ITEM and not calls:
        return False
    apart = is_under_space(line, blocks[index - 1]) and len(line.text.split()) <= MOST_WORDS
    dots = line.text.rstrip().endswith(("…", "..."))
    return apart and dots and is_stem(line.text) and listed("labels", "calls").match(line.text) is not None


def _breaks_off(name: str) -> bool:
    return listed("labels", "alarm_stems").fullmatch(name_of(name).rstrip(".!:… ")) is not None and is_stem(name)


def _is_sign(block: Block) -> bool:
    short = len(block.text.split()) <= MOST_SIGN_WORDS and not block.level and not block.depth
    return block.kind is Kind.PARAGRAPH and short and ENDS.search(block.text) is None and not _rings(block)


def _orders(name: str) -> bool:
    return listed("labels", "alarm_orders").fullmatch(name_of(name).rstrip(".!: ")) is not None


def _led(part: Part) -> Part:
    """The part; under a name that is an order, that stands once more right before the signs, which hang on it."""
    signs = listed("labels", "alarm_signs").match(part.name)
    order = part.name[signs.end() :] if signs else part.name
    over = _over(part.blocks) if signs else _numbers(part.blocks)
    if not _orders(order) or _items(part.blocks[over:]) < FEWEST_SIGNS:
        return part
    if listed("labels", "goes_on_with_number").match(part.blocks[over].text):
        return _with_order_said(part, order.rstrip(" .:!"), over)
    lead = Block(Kind.PARAGRAPH, f"{order.rstrip(' .:!')}.", part.line, level=LEVEL)
    return Part(part.name, [*part.blocks[:over], lead, *part.blocks[over:]], part.line)


def _with_order_said(part: Part, order: str, at: int) -> Part:
    """The part; its first sign, which goes on from its name (“Llámanos”, “al 948 …, si …”), with that before it."""
    first = part.blocks[at]
    said = replace(first, text=f"{order} {first.text[:1].lower()}{first.text[1:]}", breaks=(), lead=0)
    return Part(part.name, [*part.blocks[:at], said, *part.blocks[at + 1 :]], part.line)


def _over(blocks: Sequence[Block]) -> int:
    """How many paragraphs the blocks begin with, over the signs; all, where the last leads in to those itself."""
    over = next((at for at, block in enumerate(blocks) if block.kind is not Kind.PARAGRAPH or block.level), len(blocks))
    return len(blocks) if over and blocks[over - 1].text.rstrip().endswith(":") else over


def _numbers(blocks: Sequence[Block]) -> int:
    """How many paragraphs with a number to ring the blocks begin with."""
    rings = (block.kind is Kind.PARAGRAPH and helpline.has_number(block.text) for block in blocks)
    return next((at for at, ring in enumerate(rings) if not ring), len(blocks))


def stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether such a line, in any type, stands apart over a list, and then a heading's line, or nothing, comes.

    After one in capitals, as the page's headings are, any text may.
    """
    line, above = blocks[at], blocks[at - 1] if at else None
    apart = above is not None and is_under_space(line, above)
    if not (apart and line.text.rstrip().endswith(":") and _is_stem(line)):
        return False
    loud = _is_loud_as_others(blocks, line)
    if not (loud or _tells(line)):
        return False
    under = blocks[at + 1 + _items(blocks[at + 1 :]) :]
    if len(under) == len(blocks) - at - 1:
        return False
    if not _tells(line):  # “NO ES CANDIDATO SI:”, between two headings
        return bool(under) and under[0].text.isupper() and stands_alone(under[0])
    return not under or stands_alone(under[0]) or _rings(under[0]) or loud


def _is_loud_as_others(blocks: Sequence[Block], line: Block) -> bool:
    """Whether a line is in capitals, as the headings of its page are: whatever comes after its list is under it."""
    headings = (block for block in blocks if block.text.isupper() and stands_alone(block))
    return line.text.isupper() and len([*islice(headings, FEWEST_LOUD)]) == FEWEST_LOUD


def _begins(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is one, and nothing comes after its list but whom to ring."""
    line, under = blocks[at], blocks[at + 1 :]
    items = _items(under)
    return (line.strong or line.text.isupper()) and _tells(line) and items > 0 and all(map(_rings, under[items:]))


def _tells(line: Block) -> bool:
    return _is_stem(line) and listed("labels", "alarms").match(name_of(line.text)) is not None


def _is_stem(line: Block) -> bool:
    name = name_of(line.text)
    return line.kind is Kind.PARAGRAPH and not line.depth and len(name.split()) <= MOST_WORDS and is_stem(name)


def _items(blocks: Sequence[Block]) -> int:
    """How many items of a list the blocks begin with."""
    return next((at for at, block in enumerate(blocks) if block.kind is not Kind.ITEM), len(blocks))


def _rings(block: Block) -> bool:
    return furniture.is_contact(block.text) or helpline.tells(block.text)
