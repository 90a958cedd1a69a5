"""Names of a visit's stages, over headings of the same rank: “Before the test”, with “Diet” and “Medicines” under it.

Text shows no levels, and pages often use one level for all.  A heading with no
text of its own that names a stage, or asks as most others do, has the headings
after it inside it, up to the next name that stands beside it: another stage, a
question, when to get help.  The words are in ``data/labels.yaml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture
from narration.readers.lines.promote import name_of, stands_alone
from narration.readers.vocabulary import listed

MOST_LINES_BETWEEN = 3
"""With more lines than these between two headings, text between them was left out: the first wraps nothing."""


def is_stage(name: str) -> bool:
    """``Before your scan``, ``Después del procedimiento``: a part of the visit, whatever it has inside."""
    return listed("labels", "stages").fullmatch(name_of(name)) is not None


def wraps_by_name(name: str) -> bool:
    """A stage, or the day itself (``On the day``), which also names its own inner headings' place."""
    return is_stage(name) or listed("labels", "days").fullmatch(name_of(name)) is not None


def has_questions(name: str) -> bool:
    """``Frequently asked questions``: a part of questions with their answers, which are inside it."""
    return listed("labels", "question_parts").fullmatch(name_of(name).rstrip(" .:")) is not None


def stands_beside(name: str, stage: str) -> bool:
    """Whether a heading is not inside the stage before it.  What comes after a visit may be at home, or on a day."""
    if has_questions(stage):
        return not name.rstrip().endswith("?")
    if stage.endswith("?"):
        return _ends_an_answer(name)
    after = listed("labels", "after_stages").match(name_of(stage)) is not None
    return _is_no_detail(name) or (wraps_by_name(name) and not after)


def _is_no_detail(name: str) -> bool:
    """A stage, a question, whom to ask: a heading that is inside none."""
    return is_stage(name) or _ends_an_answer(name)


def _ends_an_answer(name: str) -> bool:
    """Another question, or whom to ask: what answers a question may well be stages (“The evening before”)."""
    asks = name.rstrip().endswith("?")
    beside = listed("labels", "beside_stages").fullmatch(name_of(name).rstrip("?.")) is not None
    return asks or beside or furniture.is_contact_heading(name)


def deepened(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; headings that stand inside a stage of their own level are one level deeper."""
    made = list(blocks)
    asking = _asking_levels(blocks)
    level, stage = 0, ""
    for index, block in enumerate(blocks):
        if block.kind is not Kind.HEADING:
            continue
        if level and (block.level < level or (block.level == level and stands_beside(block.text, stage))):
            level = 0
        if level:
            made[index] = replace(block, level=block.level + 1)
        elif _wraps(blocks, index, asking):
            level, stage = block.level, block.text
    return made


def _wraps(blocks: Sequence[Block], index: int, asking: frozenset[int]) -> bool:
    """Whether a heading names a stage, and the next heading of its level, right under it, has text and is inside it."""
    block = blocks[index]
    under = blocks[index + 1 : index + 3]
    named = (
        block.level in asking if block.text.endswith("?") else wraps_by_name(block.text) or has_questions(block.text)
    )
    if len(under) < 2 or not named or any(b.kind is Kind.RULE for b in under):
        return False
    inner, text = under
    same = inner.kind is Kind.HEADING and inner.level == block.level
    near = 0 <= inner.line - block.line <= MOST_LINES_BETWEEN
    return same and near and text.kind is not Kind.HEADING and not stands_beside(inner.text, block.text)


def _asking_levels(blocks: Sequence[Block]) -> frozenset[int]:
    """The levels whose headings are questions, most of them: what stands under one without asking answers it."""
    every = Counter(b.level for b in blocks if b.kind is Kind.HEADING)
    asking = Counter(b.level for b in blocks if b.kind is Kind.HEADING and b.text.rstrip().endswith("?"))
    return frozenset(level for level, count in asking.items() if count * 2 > every[level])


def wrapping_lines(blocks: Sequence[Block], heads: Sequence[int]) -> list[int]:
    """Lines that stand alone right over one of ``heads``, and name a stage, or ask or shout while those do not.

    So does what only says that questions follow, over one: “Frequently asked questions”.
    """
    found: list[int] = []
    known = frozenset(heads)
    for head in heads:
        at = head - 1
        if at < 0 or at in known or not stands_alone(blocks[at]):
            continue
        shouts = blocks[at].text.isupper() and not blocks[head].text.isupper()
        asks = blocks[at].text.endswith("?") and not blocks[head].text.endswith("?")
        near = 0 < blocks[head].line - blocks[at].line <= MOST_LINES_BETWEEN
        over = has_questions(blocks[at].text) and blocks[head].text.endswith("?")
        if near and (shouts or asks or over or wraps_by_name(blocks[at].text)):
            found.append(at)
    return found
