"""Which labels are names of parts: those over a list, too, and no facts above the first that says a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.base import Block, Kind
from narration.readers.lines.heading_words import is_remark, is_stem
from narration.readers.lines.promote import FEWEST, MOST_LEAD_WORDS, Split, is_few_words, stem_line
from narration.readers.vocabulary import listed

MOST_FACT_WORDS = 10
FEWEST_ALIKE = 3
"""So many labels show that a longer one between two of them is a name, too."""
FEWEST_TOLD = 12
_LONG = re.compile(r"(?P<name>[^\W\d_a-z][^:.;!?¿()\d]{1,78}?):\s+(?=[^\W\d_a-z])")
_REMARK = re.compile(r"(?P<name>[^\W\d_a-z]{2,}(?: [^\W\d_a-z]{2,}){0,2}):\s+(?=[¿¡]?[^\W\d_a-z][a-zà-ÿ])")
_ENDS = re.compile(r"[.!?](?=\s+[¿¡]?[^\W\d_a-z]|\s*$)")
_ENDS_SENTENCE = re.compile(r"[.!?…][”\"’)]*$")


def with_stem_lines(blocks: Sequence[Block], labelled: Sequence[Split | None]) -> list[Split | None]:
    """Where each paragraph below the first label has one, a line that leads in to a list (``Tell us if:``) is one."""
    first = next((i for i, found in enumerate(labelled) if found), len(blocks))
    lines = [stem_line(blocks, index) if index > first else None for index in range(len(blocks))]
    last = max((i for i, found in enumerate(labelled) if found), default=-1)
    every = all(
        labelled[i] or lines[i] or blocks[i].kind is not Kind.PARAGRAPH or remarks(blocks[i])
        for i in range(first, last + 1)
    )
    names = listed("labels", "list_names")
    return [
        found or (line if every or (line and names.fullmatch(line[0])) else None)
        for found, line in zip(labelled, lines, strict=True)
    ]


def without_leading_facts(blocks: Sequence[Block], labelled: Sequence[Split | None]) -> list[Split | None]:
    """``Where: Day unit`` above the phases is a fact about the visit: no sentence, while the later labels have some."""
    prose = [
        found is not None and bool(_ENDS_SENTENCE.search(b.text)) for b, found in zip(blocks, labelled, strict=True)
    ]
    if sum(prose) < FEWEST:
        return list(labelled)
    steps = [b.kind is Kind.ITEM for b, found in zip(blocks, labelled, strict=True) if found]
    if sum(steps) >= FEWEST_ALIKE and steps[-sum(steps) :] == [True] * sum(steps):
        # “Total time: allow 90 minutes.” over numbered steps
        prose = [told and b.kind is Kind.ITEM for told, b in zip(prose, blocks, strict=True)]
    first = prose.index(True) if any(prose) else 0
    facts = [i for i in range(first) if labelled[i] and len(blocks[i].text.split()) <= MOST_FACT_WORDS]
    return [None if index in facts else found for index, found in enumerate(labelled)]


def with_long_names(blocks: Sequence[Block], labelled: Sequence[Split | None]) -> list[Split | None]:
    """``Getting ready on the day before and the day itself: …``, between paragraphs that all begin with their names.

    Only over a text of its own, and where its words are no clause.
    """
    made = list(labelled)
    if sum(found is not None for found in labelled) < FEWEST_ALIKE:
        return made
    for at in range(1, len(blocks) - 1):
        block, between = blocks[at], labelled[at - 1] is not None and labelled[at + 1] is not None
        alike = all(near.kind is Kind.PARAGRAPH and not near.depth for near in blocks[at - 1 : at + 2])
        found = _LONG.match(block.text) if between and alike and labelled[at] is None else None
        if found and _is_name(found["name"]) and not remarks(block):
            rest = block.text[found.end() :]
            told = len(rest.split()) >= FEWEST_TOLD and _ENDS_SENTENCE.search(rest)
            made[at] = (found["name"], found.end()) if told else None
    return made


def _is_name(words: str) -> bool:
    """Whether a few words are no clause; with a comma, only what says when: “El día del examen, antes de salir”."""
    when = "," not in words or listed("labels", "stage_clauses").match(words) is not None
    return when and is_few_words(words, MOST_LEAD_WORDS) and not is_stem(words)


def remarks(block: Block) -> bool:
    """Whether a block begins with ``Note:``, which is no part's name."""
    return is_remark(block.text.partition(":")[0])


def with_remarks_apart(blocks: Sequence[Block], labelled: Sequence[Split | None]) -> list[Split | None]:
    """``IMPORTANT: …`` in a paragraph of its own between two labels, with more than a sentence, is a part like theirs.

    Heard under the name of the label above it (``Diabetes``), it would hold for nobody else.
    """
    made = list(labelled)
    for at in range(1, len(blocks) - 1):
        found = _REMARK.match(blocks[at].text) if blocks[at].kind is Kind.PARAGRAPH and not blocks[at].depth else None
        between = labelled[at - 1] is not None and labelled[at + 1] is not None and labelled[at] is None
        if found and between and listed("labels", "remarks_for_all").fullmatch(found["name"]):
            several = len(_ENDS.findall(blocks[at].text)) > 1
            made[at] = (found["name"].capitalize(), found.end()) if several else None
    return made
