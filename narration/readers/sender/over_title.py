"""What a copied page has over its title: buttons, alerts, trails, and a number to ring among them.

The title is the line that shares most words with the first paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block, Kind, is_under_space, lines_together
from narration.readers.lines import about, furniture, links, senders
from narration.readers.sender.site_lines import first_said, is_named_only, left_out, may_be_title, telling
from narration.readers.vocabulary import LOOSE_BARS, bare, data

MOST_OVER_DATE = 8
"""A post's date stands within so many blocks of its page."""
MOST_TOLD = 4
"""So many blocks of the text show what its title may be about."""
FEWEST_PIECES = 3
MOST_PIECE_WORDS = 5
MOST_TITLE_WORDS = 14
FEWEST_LINKS = 3
FEWEST_SHARED = 2
"""So many words of those show that a line far over the text is its title."""


def without(blocks: list[Block]) -> list[Block]:
    """The blocks; links over the text, what stands among them, and a number to ring there, are the site's."""
    first = first_said(blocks)
    made = _under_menu(_under_no_title(blocks, first), first)
    for index, block in enumerate(made[:first]):
        line = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not about.facts(block.text)[0]
        buttons = line and (links.are_run_together(block.text, over_text=True) or links.is_alert(block.text))
        if buttons or (line and furniture.line_reason(block.text) == furniture.NAVIGATION):
            made[index] = left_out(block)
    for index, block in enumerate(blocks[:first]):
        beside = [made[at].reason for at in (index - 1, index + 1) if 0 <= at < first]
        if not block.reason and re.fullmatch(data("links")["rings"], bare(block.text), re.IGNORECASE) and any(beside):
            made[index] = left_out(block, furniture.CONTACT)
    for index in range(1, min(first, MOST_OVER_DATE)):
        if _is_todays(made, index) and any(may_be_title(block) for block in made[index + 1 : first]):
            made[index] = left_out(made[index])
    for index in _menu_strips(made, first):
        made[index] = left_out(made[index])
    for run in lines_together(made, range(first)):
        for index in _beside_links(made, run, first):
            made[index] = left_out(made[index])
    return made


def _menu_strips(blocks: Sequence[Block], first: int) -> list[int]:
    """Where names of the site's parts stand beside each other, and under them a title that says more of the text.

    “Nutrition | Sleep | Tests and Treatments”; the title may ask, and then the text seems to begin at it.
    """
    words = telling(" ".join(block.text for block in blocks[first : first + MOST_TOLD]))
    found: list[int] = []
    for at, block in enumerate(blocks[:first]):
        pieces = LOOSE_BARS.split(block.text)
        named = len(pieces) >= FEWEST_PIECES and not furniture.is_to_listener(block.text)
        named = named and all(piece[:1].isupper() and len(piece.split()) <= MOST_PIECE_WORDS for piece in pieces)
        if block.reason or block.kind is not Kind.PARAGRAPH or not named or re.search(r"[\d:.?!]", block.text):
            continue
        under = [other for other in blocks[at + 1 : first + 1] if _may_be_title(other)]
        if any(len(telling(other.text) & words) > len(telling(block.text) & words) for other in under):
            found.append(at)
    return found


def _may_be_title(block: Block) -> bool:
    asks = block.kind is Kind.PARAGRAPH and block.text.endswith("?") and len(block.text.split()) <= MOST_TITLE_WORDS
    return not block.reason and (asks or may_be_title(block))


def _under_no_title(blocks: list[Block], first: int) -> list[Block]:
    """The blocks; what stands over the title of a page that marks it as one, and tells nothing, is the site's.

    So are the lines over the date of a post, whose title stands right under it.
    """
    head = list(enumerate(blocks[:first]))
    titled = next((at for at, b in head if b.kind is Kind.HEADING and b.level == 1 and not b.reason), 0)
    dated = next((at for at, b in head[:MOST_OVER_DATE] if _is_date(b) and _heads_post(blocks, at)), 0)
    made = list(blocks)
    for at, block in enumerate(blocks[: max(titled, dated)]):
        if may_be_title(block) or links.is_alert(block.text):
            made[at] = left_out(block)
    if dated:
        made[dated] = left_out(blocks[dated], about.REFERENCE)
    return made


def _under_menu(blocks: list[Block], first: int) -> list[Block]:
    """The blocks; what stands over a menu is the site's, where a line apart under it says what the text is about.

    “LUNG NEWS”, “A blog of Quay Hospital”, “Home | Sleep | Asthma”, and then “Your sleep study: the night”.
    """
    menus = [at for at, block in enumerate(blocks[:first]) if _is_menu(block)]
    if not menus:
        return blocks
    told = telling(" ".join(block.text for block in blocks[first : first + MOST_TOLD]))
    over = [at for at in range(menus[0]) if not blocks[at].reason and may_be_title(blocks[at])]
    under = [at for at in range(menus[-1] + 1, first) if not blocks[at].reason and may_be_title(blocks[at])]
    shared = {at: len(telling(blocks[at].text) & told) for at in (*over, *under)}
    if not under:
        return blocks
    best = max(under, key=lambda at: shared[at])
    words = telling(blocks[best].text)
    # “Colonoscopy” over the menu is the title, and “Getting ready for a colonoscopy” under it a part's name.
    titled = any(shared[at] * 2 > shared[best] or (shared[at] and telling(blocks[at].text) <= words) for at in over)
    text = telling(" ".join(block.text for block in blocks[menus[-1] + 1 :]))
    told_once = shared[best] and ":" in blocks[best].text and not any(telling(blocks[at].text) & text for at in over)
    if titled or (shared[best] < FEWEST_SHARED and not told_once):
        return blocks
    return [left_out(block) if at in over else block for at, block in enumerate(blocks)]


def _is_menu(block: Block) -> bool:
    """Whether a line is links held apart: “Home | Our team | Contact”, also as a copy's wide spaces make it."""
    links_of = [piece for piece in re.split(r"\s[|·•>]\s", block.text) if piece.strip()]
    return len(links_of) >= FEWEST_LINKS and furniture.line_reason(block.text) == furniture.NAVIGATION


def _is_date(block: Block) -> bool:
    dated = re.fullmatch(data("links")["dated"], bare(block.text), re.IGNORECASE)
    return block.kind is Kind.PARAGRAPH and dated is not None


def _is_todays(blocks: Sequence[Block], index: int) -> bool:
    """Whether a date stands right under “Skip to content”: a newspaper's own, and no appointment's."""
    above, block = blocks[index - 1], blocks[index]
    skips = re.match(data("links")["skips"], above.text, re.IGNORECASE)
    near = above.reason == furniture.NAVIGATION and block.line == above.line + 1
    return bool(skips) and near and not block.reason and _is_date(block)


def _heads_post(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title stands right under a date, apart from the text."""
    under, after = [*blocks[index + 1 : index + 3], None, None][:2]
    if under is None or after is None or blocks[index].line + 1 != under.line:
        return False
    return may_be_title(under) and after.line > under.line + 1 and furniture.is_prose(after.text)


def _beside_links(blocks: Sequence[Block], run: list[int], first: int) -> list[int]:
    """The lines that stand among links over the text, but for the title, which may be the last of them."""
    plain = [at for at in run if not blocks[at].reason and is_named_only(blocks[at])]
    if not plain or not any(blocks[at].reason == furniture.NAVIGATION for at in run):
        return []
    after = [at for at in range(run[-1] + 1, first) if not blocks[at].reason and may_be_title(blocks[at])]
    words = telling(" ".join(block.text for block in blocks[first : first + MOST_TOLD]))
    # The house may stand right under the title: “Thyroid needle test”, “Quay Clinic, Leeds”.
    last_two = 2 if senders.is_body(blocks[plain[-1]].text) else 1
    told = {at: len(telling(blocks[at].text) & words) for at in (*plain[-last_two:], *after)}
    best = max(told, key=lambda at: (told[at], at != plain[-1]))
    last = max(at for at in run if blocks[at].reason or links.is_link(blocks[at].text))
    linked = [at for at in plain if at < last or not re.search(r"[\d:]", blocks[at].text)]
    if not told[best] and (titles := _over_contents(blocks, run, words)):
        return [at for at in linked if at not in (*titles, best)]
    if not told[best] and not after and links.is_link(blocks[best].text):
        return linked
    if not after and told[best] < FEWEST_SHARED <= _shared_by_question(blocks, first):
        return linked
    return [at for at in linked if at != best]


def _shared_by_question(blocks: Sequence[Block], first: int) -> int:
    """How many words a question apart over the text shares with it, where the text seems to begin: it is the title."""
    words = telling(" ".join(block.text for block in blocks[first + 1 : first + 1 + MOST_TOLD]))
    apart = first + 1 < len(blocks) and is_under_space(blocks[first + 1], blocks[first])
    asks = apart and blocks[first].kind is Kind.PARAGRAPH and blocks[first].text.endswith("?")
    return len(telling(blocks[first].text) & words) if asks else 0


def _over_contents(blocks: Sequence[Block], run: list[int], words: set[str]) -> list[int]:
    """Where the title stands far over the text, with the page's contents and its first part's name between; or nowhere.

    It says what the text is about in several words, or is the last thing in the trail of links over it.
    """
    trails = {blocks[at].text.rpartition(" > ")[2].casefold() for at in run if " > " in blocks[at].text}
    found: dict[int, int] = {}
    for at in run:
        text = blocks[at].text
        if blocks[at].reason or not may_be_title(blocks[at]) or links.is_link(text) or senders.is_body(text):
            continue
        shared = len(telling(text) & words)
        if shared >= FEWEST_SHARED or text.partition(" (")[0].casefold() in trails:
            found[at] = shared
    return [max(found, key=lambda at: (found[at], at))] if found else []
