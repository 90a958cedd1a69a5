"""What is copied along with a web page's article: a menu line by line, a call to book, patients' praise.

In a saved page its tags tell most of it from the text; in a page that was
copied into a text file or a document only the words do.  They are in
``data/links.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from narration.readers import about, furniture, links, senders, stages, triage
from narration.readers.base import Block, Kind, is_under_space, lines_of
from narration.readers.vocabulary import bare, data

FEWEST_LINES = 3
FEWEST_OF_LONG = 5
MOST_WORDS = 6
MOST_NAME_WORDS = 6
MOST_OVER_DATE = 8
"""A post's date stands within so many blocks of its page."""
FEWEST_TOLD = 6
"""A link may have fewer words and end as a sentence does: “What is it?”, “Blood bank: give!”."""
MOST_TOLD = 4
"""So many blocks of the text show what its title may be about."""
_PANEL = re.compile(r"\s+[+＋▼▾▸⌄˅]$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTED = re.compile(r"^[\W_]*[“\"«‘][^“”\"«»]{10,400}[”\"»’][*_]*(?P<who>.*)$", re.DOTALL)
_NAME = re.compile(
    r"\(?[^\W\d_a-z][\w.’'-]*(?:[ ,]+(?:[^\W\d_a-z][\w.’'-]*|&|\d{1,2}|años|years|de|del|la|y|and|from))*\)?"
)


def without(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the reason set on what belongs to the site."""
    made = [_unmarked(block) for block in blocks]
    made = [_left_out(block, _reason(block)) if _is_sites(block) else block for block in made]
    made = _without_contents(_without_menus(made))
    return _without_head(_without_praise(made))


def _unmarked(block: Block) -> Block:
    """A question or heading without the sign of a panel that opens at a click: ``What is it? +``."""
    return replace(block, text=_PANEL.sub("", block.text)) if block.kind is Kind.HEADING or block.strong else block


def _left_out(block: Block, reason: str = furniture.NAVIGATION) -> Block:
    return replace(block, reason=block.reason or reason)


def _reason(block: Block) -> str:
    """A call to book with a number is a contact: it may be the only one of the page."""
    return furniture.CONTACT if furniture.is_contact(block.text) else furniture.NAVIGATION


def _is_sites(block: Block) -> bool:
    """Whether a line is a button, a mark that the site was given, a question about itself, or a strip with such.

    A heading of that kind opens a part of the site (``site_parts``).
    """
    if block.kind is Kind.HEADING:
        return False
    if furniture.is_banner(block.text) or links.is_call(block.text) or links.are_run_together(block.text):
        return True
    pieces = re.split(r"\s*[|·•]\s*", block.text)
    strip = len(pieces) > 1 and not furniture.is_prose(block.text) and any(map(links.is_call, pieces))
    return strip or re.fullmatch(data("links")["rated"], bare(block.text), re.IGNORECASE) is not None


def _without_menus(blocks: list[Block]) -> list[Block]:
    """The blocks; short lines right below one another that are mostly words of a menu are left out."""
    made, run, first = list(blocks), list[int](), _first_said(blocks)
    for index, block in enumerate([*blocks, None]):
        short = block is not None and not block.reason and _is_short(block)
        if short and block and run and block.line == blocks[run[-1]].line + 1 and block.kind is blocks[run[-1]].kind:
            run.append(index)
            continue
        above = bool(run) and run[0] < first
        if len(run) >= FEWEST_LINES and (
            links.are_links([blocks[at].text for at in run], over_text=above)
            or (above and _is_long(blocks, run, first))
        ):
            for at in _without_title(blocks, run, first) if above else run:
                made[at] = _left_out(blocks[at])
            if above and _is_sites_name(blocks, run[0] - 1):
                made[run[0] - 1] = _left_out(blocks[run[0] - 1], about.REFERENCE)
        run = [index] if short else []
    return made


def _is_long(blocks: Sequence[Block], run: list[int], first: int) -> bool:
    """Whether so many short lines with one known link among them stand over the title that they are a menu."""
    titled = any(not blocks[at].reason and _may_be_title(blocks[at]) for at in range(run[-1] + 1, first))
    return titled and len(run) >= FEWEST_OF_LONG and any(links.is_link(blocks[at].text) for at in run)


def _without_title(blocks: Sequence[Block], run: list[int], first: int) -> list[int]:
    """The lines of a menu; its last, right over the text and no word of menus, is the title under it."""
    last = run[-1]
    between = [b for b in blocks[last + 1 : first] if not b.reason and _may_be_title(b)]
    return run[:-1] if not between and not links.is_link(blocks[last].text) else run


def _first_said(blocks: Sequence[Block]) -> int:
    """Where the text begins: at the first sentence that is not the site's."""
    said = (
        at
        for at, block in enumerate(blocks)
        if not block.reason
        and furniture.is_prose(block.text)
        and (block.text.endswith(".") or len(block.text.split()) >= FEWEST_TOLD)
        and not (furniture.line_reason(block.text) or links.is_alert(block.text))
    )
    return next(said, len(blocks))


def _is_sites_name(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line over the first menu is the only one over it, in a word or two: ``SkinKind``."""
    over = [at for at in range(index + 1) if not blocks[at].reason and not furniture.line_reason(blocks[at].text)]
    return over == [index] and _is_short(blocks[index]) and senders.is_named(blocks[index].text)


def _is_short(block: Block) -> bool:
    line = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(lines_of(block)) == 1
    return line and len(block.text.split()) <= MOST_WORDS and not furniture.is_prose(block.text)


def _without_praise(blocks: list[Block]) -> list[Block]:
    """The blocks; words in quotation marks and the name of who says them, and what has stars, are left out."""
    made = list(blocks)
    for index, block in enumerate(blocks):
        starred = re.search(data("links")["stars"], block.text) is not None
        quoted = _QUOTED.match(block.text) if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not block.reason else None
        if quoted is None:
            made[index] = _left_out(block) if starred and not furniture.is_prose(block.text) else made[index]
            continue
        under = blocks[index + 1] if index + 1 < len(blocks) and blocks[index + 1].line == block.line + 1 else None
        if starred or _is_who(quoted["who"]):
            made[index] = _left_out(block)
        elif under is not None and not bare(quoted["who"]) and _is_who(under.text):
            made[index], made[index + 1] = _left_out(block), _left_out(under)
    return made


def _is_who(text: str) -> bool:
    """``- M. R., Salem``, ``Google review``: who says the words before it."""
    who = bare(re.sub(data("links")["stars"], "", text)).strip("()")
    if not who or len(who.split()) > MOST_NAME_WORDS or furniture.is_prose(bare(who)):
        return False
    return bool(re.fullmatch(data("links")["praised_by"], who, re.IGNORECASE) or _NAME.fullmatch(who))


def _without_contents(blocks: list[Block]) -> list[Block]:
    """The blocks; short lines that name nothing but the headings below them are the page's contents.

    The line over them that ends in a colon, or says no sentence, goes with them.
    """
    made = list(blocks)
    last = {_plainly(block.text): at for at, block in enumerate(blocks)}
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_entry(blocks[end]) and last[_plainly(blocks[end].text)] > end:
            end += 1
        places = [last[_plainly(block.text)] for block in blocks[at:end]]
        apart = all(later > before + 1 for before, later in pairwise(places))  # each has its text under it
        if end - at >= FEWEST_LINES and apart and not _goes_on(blocks, at, end, places[0]):
            over = [at - 1] if at and blocks[at - 1].kind is not Kind.ITEM and _opens_contents(blocks[at - 1]) else []
            for index in (*over, *range(at, end)):
                made[index] = _left_out(blocks[index])
        at = max(end, at + 1)
    return made


def _plainly(text: str) -> str:
    return bare(text).casefold()


def _is_line(block: Block) -> bool:
    return (
        block.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(lines_of(block)) == 1 and not furniture.is_prose(block.text)
    )


def _goes_on(blocks: Sequence[Block], at: int, end: int, first: int) -> bool:
    """Whether contents with questions have more entries right under these, which no heading below has word for word."""
    asks = any(block.text.endswith("?") for block in blocks[at:end])
    under = blocks[end : end + 1]
    return asks and first != end and bool(under) and not is_under_space(under[0], blocks[end - 1])


def _is_entry(block: Block) -> bool:
    """Whether a line may be one of a page's contents, whose parts may be called by what they answer."""
    asks = block.text.endswith("?") and len(block.text.split()) <= furniture.MOST_LINE_WORDS
    return _is_line(block) or (asks and block.kind is not Kind.HEADING and len(lines_of(block)) == 1)


def _opens_contents(block: Block) -> bool:
    return block.text.rstrip().endswith(":") or (_is_line(block) and links.opens_contents(block.text))


def _without_head(blocks: list[Block]) -> list[Block]:
    """The blocks; links over the text, what stands among them, and a number to ring there, are the site's."""
    first = _first_said(blocks)
    made = _under_no_title(blocks, first)
    for index, block in enumerate(made[:first]):
        line = block.kind in (Kind.PARAGRAPH, Kind.ITEM) and not about.facts(block.text)[0]
        buttons = line and (links.are_run_together(block.text, over_text=True) or links.is_alert(block.text))
        if buttons or (line and furniture.line_reason(block.text) == furniture.NAVIGATION):
            made[index] = _left_out(block)
    for index, block in enumerate(blocks[:first]):
        beside = [made[at].reason for at in (index - 1, index + 1) if 0 <= at < first]
        if not block.reason and re.fullmatch(data("links")["rings"], bare(block.text), re.IGNORECASE) and any(beside):
            made[index] = _left_out(block, furniture.CONTACT)
    for run in _runs(made[:first]):
        for index in _beside_links(made, run, first):
            made[index] = _left_out(made[index])
    return made


def _under_no_title(blocks: list[Block], first: int) -> list[Block]:
    """The blocks; what stands over the title of a page that marks it as one, and tells nothing, is the site's.

    So are the lines over the date of a post, whose title stands right under it.
    """
    head = list(enumerate(blocks[:first]))
    titled = next((at for at, b in head if b.kind is Kind.HEADING and b.level == 1 and not b.reason), 0)
    dated = next((at for at, b in head[:MOST_OVER_DATE] if _is_date(b) and _heads_post(blocks, at)), 0)
    made = list(blocks)
    for at, block in enumerate(blocks[: max(titled, dated)]):
        if _may_be_title(block) or links.is_alert(block.text):
            made[at] = _left_out(block)
    if dated:
        made[dated] = _left_out(blocks[dated], about.REFERENCE)
    return made


def _is_date(block: Block) -> bool:
    dated = re.compile(data("links")["dated"], re.IGNORECASE)
    return block.kind is Kind.PARAGRAPH and dated.fullmatch(bare(block.text)) is not None


def _heads_post(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title stands right under a date, apart from the text."""
    under, after = [*blocks[index + 1 : index + 3], None, None][:2]
    if under is None or after is None or blocks[index].line + 1 != under.line:
        return False
    return _may_be_title(under) and after.line > under.line + 1 and furniture.is_prose(after.text)


def _runs(blocks: Sequence[Block]) -> list[list[int]]:
    """The places of lines that stand with no blank line between them."""
    runs: list[list[int]] = []
    for index, block in enumerate(blocks):
        if runs and 0 < block.line == blocks[runs[-1][-1]].line + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _beside_links(blocks: Sequence[Block], run: list[int], first: int) -> list[int]:
    """The lines that stand among links over the text, but for the title, which may be the last of them."""
    plain = [at for at in run if not blocks[at].reason and _is_named_only(blocks[at])]
    if not plain or not any(blocks[at].reason == furniture.NAVIGATION for at in run):
        return []
    after = [at for at in range(run[-1] + 1, first) if not blocks[at].reason and _may_be_title(blocks[at])]
    words = _telling(" ".join(block.text for block in blocks[first : first + MOST_TOLD]))
    told = {at: len(_telling(blocks[at].text) & words) for at in (*plain[-1:], *after)}
    best = max(told, key=lambda at: (told[at], at != plain[-1]))
    last = max(at for at in run if blocks[at].reason or links.is_link(blocks[at].text))
    linked = [at for at in plain if at < last or not re.search(r"[\d:]", blocks[at].text)]
    if not told[best] and not after and links.is_link(blocks[best].text):
        return linked
    return [at for at in linked if at != best]


def _telling(text: str) -> set[str]:
    """The words that say what a text is about."""
    return {word for word in map(str.casefold, _WORD.findall(text)) if word not in triage.grammar()}


def _is_named_only(block: Block) -> bool:
    """Whether a line may be a link or a title: no sentence, row, number to ring or fact about the page."""
    asks = block.kind is Kind.PARAGRAPH and block.text.endswith(("?", "!")) and len(block.text.split()) < FEWEST_TOLD
    line = _is_line(block) or asks
    return line and not (block.row or furniture.line_reason(block.text) or about.facts(block.text)[0])


def _may_be_title(block: Block) -> bool:
    return _is_named_only(block) and not (senders.is_letterhead(block.text) or stages.is_stage(block.text))
