"""Crosses before the points of a list that forbids: under “Avoid:” a “✗” only says so again, and is a bullet.

So it is before signs, under “Call us if”.  Under any other line a cross is all that tells what must not be, so it is
said: “✗ Smoking” → “No smoking”.  Not where the point denies itself (“✗ No alcohol”), nor inside a line (“Breakfast: ✓
toast ✗ milk”), where it stays.  A sign beside a heading (“YES ✓”), and a dash after a colon (“let the nurse know if
you:-”), is no word, either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.language import forbidding, load
from narration.language_tags import primary
from narration.readers.base import Block, Change, Kind, changed
from narration.readers.lines.heading_words import begins_list, is_stem
from narration.readers.vocabulary import data, listed

_CROSS = re.compile(r"(?:[✗✘✖✕❌🚫⛔]\ufe0f?|[xX](?=\s+[^\W\d_a-z])|×(?=\s+[^\W\d_]))\s*(?=[^\W_])")
_SURE_CROSS = re.compile(r"(?:[✗✘✖✕❌]\ufe0f?|×(?=\s+[^\W\d_]))\s*(?=[^\W_])")
_BESIDE = re.compile(r"(?<=\w)\s*[✓✔✅☑✗✘✖✕❌]\ufe0f?(?=:?$)")
_COLON = re.compile(r"(?<=[^\W_]:)\s?[-–—]+(?=\s*$)")
_BULLET = "• "
MOST_HEADING_WORDS = 6
MOST_NAMED_WORDS = 14


def unmarked(blocks: Sequence[Block], language: str) -> Iterator[Block]:
    """The blocks, such points without their crosses, which are items."""
    over = ""
    for block in map(_without_beside, map(_without_dash, blocks)):
        crossed = [match for at in (0, *block.breaks) if (match := _CROSS.match(block.text, at))]
        if not crossed or block.reason or block.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            yield block
            over = block.text if block.kind is Kind.HEADING or _leads(block.text) else over if block.depth else ""
            continue
        lead = block.text[: crossed[0].start()].strip()
        over = lead or over
        if not (_forbids(over, language) or _leads_signs(over)):
            yield _said(block, language)
        elif block.breaks:
            yield changed(block, [(match.start(), match.end(), _BULLET) for match in crossed])
        else:
            made: list[Change] = [(match.start(), match.end(), "") for match in crossed]
            yield replace(changed(block, made), kind=Kind.ITEM, depth=max(block.depth, 1))


def _said(block: Block, language: str) -> Block:
    """The block, each line that begins with a cross with words for it; a line by itself is an item."""
    changes: list[Change] = []
    for at, end in pairwise([0, *block.breaks, len(block.text)]):
        if match := _SURE_CROSS.match(block.text, at):
            point = block.text[match.end() : end].rstrip()
            said = f"{_BULLET if block.breaks else ''}{_denied(point, language)}"
            changes.append((match.start(), match.end() + len(point), said))
    made = changed(block, changes)
    return replace(made, kind=Kind.ITEM, depth=max(block.depth, 1)) if changes and not block.breaks else made


def _denied(point: str, language: str) -> str:
    """A point with the words that its cross stands for: “Use a straw” → “Do not use a straw”."""
    said = data("labels")["crosses"].get(primary(language))
    if said is None or forbidding.denies_itself(point, language) or re.match(said["own"], point):
        return point
    small = point if point[1:2].isupper() else point[:1].lower() + point[1:]
    if ":" not in point and (forbidding.names_act(point, language) or _has_object(point, said, language)):
        return f"{said['act']} {small}"
    named = len(point.split()) <= MOST_NAMED_WORDS and not re.search(said["no_name"], point)
    return f"{said['thing']} {small}" if named else f"{said['other']} {small}"


def _has_object(point: str, said: dict[str, str], language: str) -> bool:
    """Whether a point begins with a verb, which might also be a thing but for the word after it: “wash your hair”."""
    match = re.match(said.get("with_object", r"(?!)"), point)
    grammar = load(language, "grammar")
    return match is not None and match["verb"].lower() in {*grammar["commands"], *grammar["verb_bases"]}


def _without_beside(block: Block) -> Block:
    """A heading without the sign beside it: “YES ✓”."""
    short = len(block.text.split()) <= MOST_HEADING_WORDS and not (block.breaks or block.row or block.depth)
    match = _BESIDE.search(block.text) if short and block.kind in (Kind.PARAGRAPH, Kind.HEADING) else None
    return changed(block, [(match.start(), match.end(), "")]) if match else block


def _without_dash(block: Block) -> Block:
    lines = pairwise([0, *block.breaks, len(block.text)])
    found = [match for begin, end in lines if (match := _COLON.search(block.text, begin, end))]
    return changed(block, [(match.start(), match.end(), "") for match in found]) if found else block


def _leads(text: str) -> bool:
    return text.rstrip().endswith((":", "…")) or begins_list(text)


def _leads_signs(over: str) -> bool:
    """Whether a line leads to cases or signs, which a cross calls bad and does not deny: “Dial 999 if you have:”."""
    name = over.strip().rstrip(":….").strip()
    hangs = is_stem(name) and listed("labels", "hangs_on_case").search(name) is not None
    return hangs or any(listed("labels", kind).fullmatch(name) for kind in ("alarm_orders", "names_signs"))


def _forbids(over: str, language: str) -> bool:
    """Whether a line denies what stands under it, and is said with it: not “Qué no”, over “fumar”."""
    said = _leads(over) or forbidding.ban_of(over, language) is not None
    return said and listed("labels", "forbidding_leads").match(over) is not None
