"""Parts of a page about its site, its people or its visitors: lists of links, comments, newsletters, sources.

A heading opens such a part, and so does a line that stands as one where the
page has no headings.  A sentence of a banner (“We use cookies to …”) opens
nothing: only it is left out.  Opening hours and the way to a house may be what
the patient needs to know, so those parts are judged by what stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers.base import Block, Kind, part_of
from narration.readers.lines import furniture, helpline, senders, triage
from narration.readers.vocabulary import bare, listed

FEWEST_LINKS = 2
FEWEST_HEADINGS = 2
"""A page with so many headings has a heading over each of its parts."""
_OWNED = ("©", "(c) ", "copyright")
_STOP = re.compile(r"[.!?]\s+(?=[¿¡]?[^\W\d_a-z])")


def marked(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the reason set on lists of links and on parts that are not about the procedure."""
    mode, reason, level = "", "", 0
    headed = sum(block.kind is Kind.HEADING and not block.reason for block in blocks) >= FEWEST_HEADINGS
    for index, (block, follows) in enumerate(zip(blocks, _followers(blocks), strict=True)):
        if block.reason or block.kind is Kind.RULE:
            # Under a line, and no heading, only the praise that was known for it is such a part's.
            mode = "line" if block.reason and mode == "section" and not level else mode
            yield block
            continue
        heading = block.kind is Kind.HEADING
        line = heading or block.strong or (block.kind is Kind.PARAGRAPH and not furniture.is_prose(block.text))
        if mode and (
            (heading and (block.level <= level or not level))
            or (mode == "list" and furniture.is_prose(block.text) and not _asks_as_link(block, blocks[index - 1]))
            or (mode == "line")
            or (mode == "list" and (_is_over_its_place(block, follows) or helpline.is_for_a_time(block.text)))
            or (line and not heading and not level and _names_text(block, follows))
        ):
            mode = ""
        begins = block.kind is Kind.ITEM and (not index or blocks[index - 1].kind is not Kind.ITEM)
        opened = _opened(blocks, index) if line or begins or _is_over_links(block) else ("", "")
        if opened[0]:
            mode, reason = opened
            level = block.level if heading else 0
            if mode == "section" and headed and not heading and not block.strong:
                mode = "line"
        menu = not mode and ((heading and _heads_menu(blocks, index)) or (line and _heads_pictures(blocks, index)))
        if mode == "section" and not heading:
            yield from _without_emergency(block, reason)
        else:
            yield replace(block, reason=reason if mode else furniture.NAVIGATION) if mode or menu else block


def _without_emergency(block: Block, reason: str) -> Iterator[Block]:
    """A block of such a part; what it tells to ring in an emergency is said."""
    edges = [0, *(stop.end() for stop in _STOP.finditer(block.text)), len(block.text)]
    told = [furniture.tells_emergency(block.text[a:b]) for a, b in pairwise(edges)]
    if not any(told):
        yield replace(block, reason=reason)
        return
    for (a, b), said in zip(pairwise(edges), told, strict=True):
        yield part_of(block, a, b) if said else replace(part_of(block, a, b), reason=reason)


def _heads_menu(blocks: Sequence[Block], index: int) -> bool:
    """Whether nothing but a list of links stands under a heading below the text: “See also”, whatever it is called."""
    if not any(not block.reason and furniture.is_prose(block.text) for block in blocks[:index]):
        return False  # the page’s own title, over a menu
    under: list[Block] = []
    for block in blocks[index + 1 :]:
        if block.kind is Kind.HEADING:
            if block.level > blocks[index].level:
                return False
            break
        under.append(block)
    items = sum(block.kind is Kind.ITEM for block in under)
    return items >= FEWEST_LINKS and all(block.reason == furniture.NAVIGATION for block in under)


def _heads_pictures(blocks: Sequence[Block], index: int) -> bool:
    """Whether “Images” stands over nothing but what is under pictures, and links to them: “[The hip]  [The cup]”."""
    if not listed("furniture", "pictures").fullmatch(bare(blocks[index].text)):
        return False
    under = _under(blocks, index) if blocks[index].kind is Kind.HEADING else blocks[index + 1 : index + 2]
    return all(block.reason or furniture.line_reason(block.text) for block in under)


def _is_text(block: Block) -> bool:
    """Whether a block is a sentence, and neither a banner nor who owns the site: “© Mill Hospital. This site …”."""
    owned = block.text.lstrip().lower().startswith(_OWNED)
    return furniture.is_prose(block.text) and not owned and not furniture.line_reason(block.text)


def _names_text(line: Block, follows: Block | None) -> bool:
    """Whether a line may be the name of the text after it: “Locations”, an address, “Mon–Fri 8–5” names none."""
    text = follows is not None and _is_text(follows) and not _asks_as_link(follows, line)
    return text and not furniture.is_hours(line.text)


def _is_over_its_place(line: Block, follows: Block | None) -> bool:
    """Whether a line is no link but who is to be found in the place right under it: over ``Torre B, piso 3``."""
    return follows is not None and follows.line == line.line + 1 and senders.is_room(follows.text)


def _asks_as_link(block: Block, above: Block) -> bool:
    """Whether an item of a list of links is the title of a page that asks: “TMS: is it right for you?”.

    So is a line right under the others of a copied page, or under their heading.
    """
    listed = block.kind is Kind.ITEM or (block.kind is above.kind is Kind.PARAGRAPH and block.line == above.line + 1)
    return listed and block.text.endswith("?") and len(block.text.split()) <= furniture.MOST_LINE_WORDS


def _opened(blocks: Sequence[Block], index: int) -> tuple[str, str]:
    """What a heading or a line opens, and its reason; two empty texts for nothing."""
    block = blocks[index]
    if listed("furniture", "hours").fullmatch(bare(block.text)):
        under = _under(blocks, index)
        return ("section", furniture.CONTACT) if under and all(map(_is_no_content, under)) else ("", "")
    if listed("furniture", "way").fullmatch(bare(block.text)):
        under = _under(blocks, index)
        told = any(b.kind is Kind.ITEM or furniture.is_prose(b.text) for b in under)
        return ("section", furniture.NAVIGATION) if under and not told else ("", "")
    if block.kind is not Kind.HEADING and furniture.is_banner(block.text):
        return "line", furniture.NAVIGATION
    if listed("furniture", "about_the_page").fullmatch(bare(block.text)) and _begins_text(blocks, index):
        return "", ""
    if listed("furniture", "may_be_part").fullmatch(bare(block.text)) and _is_over_text(blocks[index + 1 : index + 2]):
        return "", ""
    return furniture.opens(block.text)


def _begins_text(blocks: Sequence[Block], index: int) -> bool:
    """Whether the page's first text stands under a heading: for whom it is, and what the procedure is."""
    before = (block for block in blocks[:index] if not block.reason and _is_text(block))
    told = any(not triage.is_filler(block.text, triage.guess_language(block.text)) for block in before)
    return _is_over_text(blocks[index + 1 : index + 2]) and not told


def _is_over_links(block: Block) -> bool:
    """Whether a line is “Jump to:” or “In this article:”, whose colon makes it no sentence."""
    line = block.kind is Kind.PARAGRAPH and block.text.rstrip().endswith(":")
    return line and listed("furniture", "lists_with_colon").fullmatch(bare(block.text)) is not None


def _is_over_text(under: Sequence[Block]) -> bool:
    """Whether a paragraph of sentences stands right under a heading, and no title of another page."""
    return any(b.kind is Kind.PARAGRAPH and b.text.rstrip().endswith(".") and _is_text(b) for b in under)


def _under(blocks: Sequence[Block], index: int) -> list[Block]:
    """What stands under a heading, or right under a line: of that, as much as is a contact."""
    over = blocks[index]
    found: list[Block] = []
    for block in blocks[index + 1 :]:
        heading = block.kind is Kind.HEADING and (over.kind is not Kind.HEADING or block.level <= over.level)
        if heading or (over.kind is not Kind.HEADING and found and not _is_no_content(block)):
            break
        if not block.reason and block.kind is not Kind.RULE:
            found.append(block)
    return found


def _is_no_content(block: Block) -> bool:
    """Whether a block is an address, a number, opening hours or a menu."""
    return bool(furniture.line_reason(block.text)) or furniture.is_hours(block.text)


def _followers(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block, the next that may be spoken."""
    found: list[Block | None] = []
    following: Block | None = None
    for block in reversed(blocks):
        found.append(following)
        following = following if block.reason else block
    return found[::-1]
