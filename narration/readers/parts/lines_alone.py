"""Lines that stand alone over a text like headings, on a page that has no others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block, Kind, is_under_space
from narration.readers.lines import furniture, helpline, stages
from narration.readers.lines.heading_words import begins_clause, is_stem
from narration.readers.lines.promote import ENDS, MOST_LABEL_WORDS, is_few_words, stands_alone
from narration.readers.parts import alarms, headings
from narration.readers.parts.alike import lists_questions
from narration.readers.vocabulary import listed

_FACT = re.compile(r":|\([^()]*\d[^()]*\)[.;,]?$")
"""What a line that tells a fact of a thing has: “Infection: 1 in 50”, “Infection (1 in 50)”."""
_MOST_ADDRESS = 4
"""So many lines below its heading the first sentence about whom to ask stands."""
FEWEST = 2
"""So many lines of a kind show that the others of that kind are headings, too."""


def heads(blocks: Sequence[Block]) -> list[int]:
    """Where such lines are."""
    alone = _without_lines_of_runs(blocks, [index for index in range(len(blocks)) if _heads(blocks, index)])
    return _with_contact(blocks, _with_names(blocks, _with_capitals(blocks, _with_questions(blocks, alone))))


def _without_lines_of_runs(blocks: Sequence[Block], alone: list[int]) -> list[int]:
    """The lines without those of a list of sentences that have no full stop: “It swells for 2 days so don't worry”.

    They stand right under several other lines.  The last of a run has a blank line
    under it; another is a clause, where the page's names have blank lines over them.
    """
    apart = [at for at in alone if at and is_under_space(blocks[at], blocks[at - 1])]

    def in_run(at: int) -> bool:
        if at <= FEWEST or any(not _is_right_under(blocks, near) for near in (at, at - 1)):
            return False
        if blocks[at].text.isupper() or blocks[at].text.endswith("?") or furniture.is_contact_heading(blocks[at].text):
            return False
        last = is_under_space(blocks[at + 1], blocks[at])
        return last or (len(apart) >= FEWEST and not is_few_words(blocks[at].text, MOST_LABEL_WORDS))

    return [at for at in alone if not in_run(at)]


def _is_right_under(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line stands in the line below a paragraph."""
    above, line = blocks[at - 1], blocks[at]
    return above.kind is Kind.PARAGRAPH and 0 < above.line + len(above.breaks) == line.line - 1


def _with_questions(blocks: Sequence[Block], alone: list[int]) -> list[int]:
    """The lines; where several of them ask, so do the others that stand apart, whatever short lines are under them."""
    if sum(blocks[index].text.rstrip().endswith("?") for index in alone) < FEWEST:
        return alone
    asking = [at for at in _apart(blocks) if blocks[at].text.rstrip().endswith("?")]
    return sorted({*alone, *asking})


def _with_capitals(blocks: Sequence[Block], alone: list[int]) -> list[int]:
    """The same for lines in capitals, right over lines that are not: “ON THE DAY” over “Where: Ward 4”."""
    if sum(blocks[index].text.isupper() for index in alone) < FEWEST:
        return alone
    shouting = [
        at
        for at in _apart(blocks)
        if blocks[at].text.isupper()
        and not blocks[at + 1].text.isupper()
        and blocks[at + 1].line == blocks[at].line + 1
        and not furniture.line_reason(blocks[at].text)
    ]
    return sorted({*alone, *shouting})


def _with_names(blocks: Sequence[Block], alone: list[int]) -> list[int]:
    """The same for what names a list of facts, right over lines of them: “Risks”, “Infection: 1 in 50” or “(1 in 50)”.

    Where the others have their texts right under them, too.
    """
    close = [at for at in alone if at and blocks[at + 1].line == blocks[at].line + 1]
    if len(close) < FEWEST + 1:
        return alone
    named = [
        at
        for at in _apart(blocks)
        if any(listed("labels", kind).fullmatch(blocks[at].text.strip()) for kind in ("list_names", "beside_stages"))
        and [line.kind for line in blocks[at + 1 : at + 3]] == [Kind.PARAGRAPH] * FEWEST
        and blocks[at + 1].line == blocks[at].line + 1
        and blocks[at + 2].line == blocks[at].line + 2
        and _FACT.search(blocks[at + 1].text)
    ]
    return sorted({*alone, *named})


def _with_contact(blocks: Sequence[Block], alone: list[int]) -> list[int]:
    """The same for “Contact” over where and when to ask, which are no sentences, on a page with other such lines."""
    if len(alone) < FEWEST:
        return alone
    asking = [
        at
        for at in _apart(blocks)
        if furniture.is_contact_heading(blocks[at].text)
        and any(helpline.tells(b.text) or furniture.is_prose(b.text) for b in blocks[at + 1 : at + 1 + _MOST_ADDRESS])
    ]
    return sorted({*alone, *asking})


def _apart(blocks: Sequence[Block]) -> list[int]:
    """The lines that stand alone under a blank line, over a text or a point."""
    return [
        index
        for index in range(1, len(blocks) - 1)
        if stands_alone(blocks[index])
        and is_under_space(blocks[index], blocks[index - 1])
        and blocks[index + 1].kind in (Kind.PARAGRAPH, Kind.ITEM)
    ]


def _heads(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block stands alone, prose follows, and it is not the last line of a list of short lines."""
    block = blocks[index]
    following, after = (next(iter(blocks[at : at + 1]), None) for at in (index + 1, index + 2))
    if following is None or following.kind in (Kind.RULE, Kind.HEADING):
        return False
    if alarms.stands_apart(blocks, index) or alarms.breaks_off(block) or alarms.leads_signs(blocks, index):
        return True
    if not stands_alone(block) or helpline.tells(block.text) or _are_risks(block.text, following.text):
        return False
    if lists_questions(block.text) and following.text.rstrip().endswith("?"):
        return True
    asks = furniture.is_contact_heading(block.text) or furniture.tells_when(block.text)
    if asks and furniture.is_contact(following.text):
        return True
    before = blocks[index - 1] if index else None
    if following.kind is Kind.ITEM and (_begins_points(blocks, index) or _goes_on_under_list(blocks, index)):
        return False
    if after is not None and after.kind is Kind.ITEM and begins_clause(following.text):
        return True
    if headings.leads_a_run(blocks, index):
        return True
    in_list = before is not None and stands_alone(before) and 0 < before.line == block.line - 1
    first = before is not None and stages.has_questions(before.text) and block.text.rstrip().endswith("?")
    in_list = in_list and not (before and stages.wraps_by_name(before.text)) and not first
    in_list = in_list and not _is_second(blocks, index)
    return not stands_alone(following) and not in_list


def _are_risks(line: str, under: str) -> bool:
    """Whether two lines say how often something happens: “Infection: 1-2 in 100”, “Clots: 1 in 100, approx.”"""
    row = listed("labels", "risk_rows")
    return row.fullmatch(line) is not None and row.fullmatch(under) is not None


def _begins_points(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is the beginning of the clause that its points end: “For 24 hours do not”.

    So is one right under a text that tells something, and orders nothing: “You can go home when you”.
    """
    line = blocks[index]
    under = index > 0 and _is_right_under(blocks, index)
    tells = listed("labels", "tells").match(line.text) is not None and is_stem(line.text)
    return begins_clause(line.text) or (under and tells)


def _is_second(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line and the one right over it are the names of a part and of what stands first in it.

    A text ends over the two, and one begins under them.
    """
    if index < FEWEST or index + 1 >= len(blocks):
        return False
    text, first, line, under = blocks[index - 2 : index + 2]
    apart = is_under_space(first, text) and is_under_space(under, line)
    prose = all(b.kind is not Kind.RULE and ENDS.search(b.text) and not b.text.endswith(":") for b in (text, under))
    return apart and prose and not any(furniture.line_reason(b.text) for b in (first, line))


def _goes_on_under_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether the sentence that a line begins goes on under its list: “Ring us if”, two signs, “as we …”."""
    ends = next((block for block in blocks[index + 1 :] if block.kind is not Kind.ITEM), None)
    return ends is not None and ends.kind is Kind.PARAGRAPH and ends.text[:1].islower()


def stand_above(blocks: Sequence[Block], alone: Sequence[int], first: int, wraps: bool) -> bool:
    """Whether several of the lines stand above a ``first`` one in capitals, spaced as it is from what is around it.

    A blank line is over them, and one under them, too, or none as under the first, unless one in capitals ``wraps``
    others.
    """
    close = not wraps and first + 1 < len(blocks) and not is_under_space(blocks[first + 1], blocks[first])
    apart = [
        at
        for at in alone
        if at < first
        and (not at or is_under_space(blocks[at], blocks[at - 1]))
        and (blocks[at + 1].line > blocks[at].line + 1 or close)
        and blocks[at + 1].kind in (Kind.PARAGRAPH, Kind.ITEM)
        and not blocks[at].text.isupper()
    ]
    return len(apart) >= FEWEST


def are_alike(blocks: Sequence[Block], alone: Sequence[int], capitals: Sequence[int]) -> bool:
    """Whether lines in capitals are no more than loud among the others, which name stages of the visit.

    “On the day” and “After the test” are in no “YOUR INSULIN” that has a text of its own.
    """
    others = [at for at in alone if at not in capitals and at > min(capitals)]
    inside = {at: max(head for head in capitals if head < at) for at in others}
    stage = [at for at in others if stages.wraps_by_name(blocks[at].text)]
    beside = [at for at in stage if not stages.wraps_by_name(blocks[inside[at]].text)]
    own = all(at in alone for at in capitals)  # none has but another line under it
    return own and len(others) >= len(capitals) and len(beside) >= FEWEST
