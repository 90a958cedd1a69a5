"""Blocks to title, opening, phases and closing: the same for every format.

A page shows its phases in one way throughout.  The ways are tried in the order
of how much they say: headings, then ``Label: paragraph``, then lines that stand
alone like a heading.  A page that shows none has phases of a paragraph or more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile

from narration.readers.base import Block, Kind
from narration.readers.lines import furniture, shouts, stages
from narration.readers.lines.heading_words import begins_list
from narration.readers.lines.promote import LEVEL, cut, label, name_of, promote, with_strong_lines
from narration.readers.parts import (
    alarms,
    alike,
    asked,
    call_headings,
    calls,
    colons,
    headings,
    headline,
    labelling,
    lines_alone,
    nested,
    numbered,
    paragraphs,
    run_in,
    staged_labels,
    step_labels,
    titles,
    torn,
    unparted,
)
from narration.readers.parts.outlines import Outline, Part
from narration.readers.tables import column_lists, table_names
from narration.readers.vocabulary import bare as clean
from narration.readers.vocabulary import data, listed

FEWEST_PHASES = 2
NEAR_LINES = 2
FEWEST_LINES = 3
"""So many lines that stand alone are believed to be headings where there are labels, too."""


def outline(blocks: Sequence[Block], bare: bool, named: Sequence[str] = ()) -> Outline:
    """The page's outline.

    ``bare`` says that the format has no headings of its own; ``named`` is what
    the page is called elsewhere: in its ``<title>``, by its file.
    """
    hours = list(takewhile(_are_hours, blocks))  # of the bar over a copied page: they are no title
    title, rest = titles.of(torn.joined(step_labels.joined(run_in.with_colons(blocks[len(hours) :]))), bare, named)
    rest = asked.in_bold(call_headings.said(unparted.cut_out(rest)))
    rest = shouts.over_labels(rest) or staged_labels.promoted(rest) or colons.promoted(_promoted(nested.lifted(rest)))
    if not title:
        title, rest = titles.above_questions(rest)
    by_headings = partial(_by_headings, titled=bool(title))
    others = (_by_lines, _by_labels) if _shows_more_lines(rest) else (_by_labels, _by_lines)
    ways: list[Callable[[Sequence[Block]], Outline]] = [by_headings, *others]
    found: list[Outline] = []
    for way in ways:
        candidate = _checked(way(rest))
        if len(candidate.parts) >= FEWEST_PHASES:
            found = [candidate]
            break
        if candidate.parts and not found and way is by_headings:
            found.append(candidate)
    if not found:
        candidate = _checked(_by_lines(column_lists.headed(rest)))
        found = [candidate] if len(candidate.parts) >= FEWEST_PHASES else []
    best = _with_more_labels(found, rest) if found else paragraphs.as_parts([headings.spoken(b) for b in rest])
    best.dropped += hours
    title, site = titles.before_bar(title)
    best.dropped += [Block(Kind.HEADING, site)] if site else []
    best.title, kind = titles.topic(title)
    if kind and not best.shown and best.opening:
        best.parts[0].name = shouts.calm(kind)  # “Instructions for patients”, over the steps that it speaks of
    else:
        best.dropped += [Block(Kind.HEADING, kind)] if kind else []
    headline.with_bracket(best)
    headline.say_once(best, title or titles.SITE.split(named[0] if named else "")[0])
    if best.shown:
        best.parts = list(alarms.apart(best.parts))
    calls.out_of_closing(best)
    for part in best.parts:
        part.blocks = table_names.closed(part.blocks)
        if best.shown:
            alarms.with_points(part)
            alarms.with_order(part)
            headings.lead_in(part)
    return best


def _with_more_labels(found: Sequence[Outline], blocks: Sequence[Block]) -> Outline:
    """The outline found; where questions in bold type made it, that of all labels in bold type, if those are some."""
    if sum(block.kind is Kind.HEADING for block in blocks) >= FEWEST_PHASES or not found[0].parts:
        return found[0]
    labels = _checked(_by_labels(blocks))
    names = {part.name for part in labels.parts}
    more = len(names) > len(found[0].parts) and all(part.name in names for part in found[0].parts)
    return labels if more else found[0]


def _are_hours(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and furniture.is_hours(block.text)


def _promoted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with pseudo-headings as headings; steps that all stand under one line of several stay inside it."""
    made, known = promote(blocks), frozenset(blocks)
    found = [b for b in made if b.kind is Kind.HEADING and b not in known]
    made = alike.with_plain(made, min(b.line for b in found)) if found else made
    lines = [(part.line, part.name) for part in _checked(_by_lines(blocks)).parts] if found else []
    if len(lines) <= FEWEST_PHASES:
        return made
    first, last = found[0].line, found[-1].line
    if alike.stand_beside(found, lines):
        return list(blocks)
    over = max((line for line, _ in lines if line < first), default=0)
    if not over or any(over < line < last for line, _ in lines):
        return made
    loud = frozenset(line for line, name in lines if shouts.is_loud(name))
    after = sum(line > last for line in loud)
    if over in loud and after >= FEWEST_PHASES and not any(shouts.is_loud(b.text) for b in found):
        # “1. The week before” under “PREPARATION”, over “AFTER THE TEST”, “RISKS”, …
        return [replace(b, kind=Kind.HEADING, level=LEVEL - 1) if b.line in loud and b in known else b for b in made]
    near = next((b for b in blocks if b.line > over), None)
    return list(blocks) if near is not None and near.line == first else made


def _shows_more_lines(blocks: Sequence[Block]) -> bool:
    """Whether the page names its parts by lines, and labels say more inside some: “Date: …” over a letter's parts."""
    lines, labels = _checked(_by_lines(blocks)), _checked(_by_labels(blocks))
    if len(lines.parts) < FEWEST_LINES:
        return False
    starts = [part.line for part in lines.parts]
    more = [part.name for part in labels.parts if part.line not in starts]
    loud = shouts.are_parts([part.name for part in lines.parts], more)
    under = {bisect_left(starts, own.line) for own in labels.parts}  # 0: above the first
    plain = len(lines.parts) - len(under - {0})
    return loud or len(lines.parts) >= len(labels.parts) or plain >= max(len(under), FEWEST_PHASES)


def _by_headings(blocks: Sequence[Block], titled: bool = False) -> Outline:
    """Headings of one level are the phases; deeper ones are said inside them."""
    blocks = stages.deepened(run_in.with_questions_above(blocks))
    chosen, wrapper = headings.phases(blocks, titled)
    out = Outline()
    place = out.opening
    over = ""
    for index, block in enumerate(blocks):
        if block.kind is Kind.RULE:
            place = (
                out.closing if out.parts and out.parts[-1].blocks and headings.is_last_rule(blocks, index) else place
            )
        elif block is wrapper and _leads_points(blocks, index):
            place.append(headings.spoken(block, over_list=True))
        elif block is wrapper:
            over = headings.named_over(blocks, block)
            out.dropped += [] if over else [block]
            place = out.opening if not out.parts else place
        elif index in chosen and _opens_page(block.text) and not out.parts and not out.opening:
            out.dropped.append(block)
            place = out.opening
        elif block.kind is Kind.HEADING and out.parts and _ends_page(blocks, index, chosen):
            if headings.heads_numbers(blocks, index):
                out.parts.append(Part(name_of(block.text), [], block.line))
                place = out.parts[-1].blocks
            else:
                out.dropped.append(block)
                place = out.closing
        elif index in chosen:
            out.parts.append(Part(headings.joined(over, name_of(block.text)), [], block.line))
            place, over = out.parts[-1].blocks, ""
        elif block.kind is Kind.HEADING and headings.is_told_below(blocks, index):
            out.dropped.append(block)
        elif block.kind is Kind.HEADING or (out.parts and headings.is_inner(block)):
            text = headings.as_sentence(headings.unnumbered(block.text), _leads_points(blocks, index))
            place.append(replace(block, kind=Kind.PARAGRAPH, text=text))
        else:
            place += map(headings.spoken, run_in.parted(block))
    return out


def _leads_points(blocks: Sequence[Block], index: int) -> bool:
    """Whether a heading begins what the points right under it say: “Do not” over “use a straw” is not to be lost."""
    under = next(iter(blocks[index + 1 : index + 2]), None)
    return under is not None and under.kind is Kind.ITEM and not under.row and begins_list(blocks[index].text)


def _opens_page(name: str) -> bool:
    """``Introduction``, and what kind of sheet the page is: what stands under either is no phase."""
    return _is(name, "openings") or listed("letterhead", "kinds").fullmatch(clean(name)) is not None


def _ends_page(blocks: Sequence[Block], index: int, chosen: frozenset[int]) -> bool:
    """Whether this heading opens the page's last part: whom to ask, or a closing word."""
    if not _is(blocks[index].text, "closings") and not furniture.is_contact_heading(blocks[index].text):
        return False
    later = [at for at in chosen if at > index]
    return all(_is(blocks[at].text, "closings") or furniture.is_contact_heading(blocks[at].text) for at in later)


def _by_labels(blocks: Sequence[Block]) -> Outline:
    strict = [
        label(b) or lead or numbered.bold(blocks, index)
        for index, (b, lead) in enumerate(zip(blocks, numbered.leads(blocks), strict=True))
    ]
    strict = with_strong_lines(blocks, strict)
    loose = [label(b, loose=True) for b in blocks]
    several = sum(found is not None for found in strict) >= FEWEST_PHASES
    several = several or sum(found is not None for found in loose) > FEWEST_PHASES
    labelled = [found or (maybe if several else None) for found, maybe in zip(strict, loose, strict=True)]
    labelled = labelling.without_leading_facts(blocks, labelling.with_stem_lines(blocks, labelled))
    labelled = labelling.with_long_names(blocks, labelling.with_remarks_apart(blocks, labelled))
    last = max((i for i, found in enumerate(labelled) if found), default=-1)
    out = Outline()
    for index, (block, found) in enumerate(zip(blocks, labelled, strict=True)):
        if block.kind is Kind.RULE:
            continue
        if found:
            heading, *rest = cut(block, found)
            out.parts.append(Part(name_of(heading.text), rest, block.line))
        elif index > last and out.parts and _closes(block, out):
            out.closing.append(headings.spoken(block))
        else:
            (out.closing or (out.parts[-1].blocks if out.parts else out.opening)).append(headings.spoken(block))
    paragraphs.out_of_closing(out)
    return out


def _closes(block: Block, out: Outline) -> bool:
    """Whether what comes after the last label belongs to no part."""
    return (block.kind is not Kind.ITEM or bool(out.closing)) and not labelling.remarks(block)


def _by_lines(blocks: Sequence[Block]) -> Outline:
    """Lines that stand alone before prose, and those over such lines; where several are in capitals, only those.

    Where the first parts have names in other letters, a page has both.
    """
    alone = lines_alone.heads(blocks)
    wrapping = stages.wrapping_lines(blocks, alone)
    capitals = [index for index in (*alone, *wrapping) if shouts.is_loud(blocks[index].text)]
    chosen = dict.fromkeys([*alone, *wrapping], LEVEL)
    loud = len(capitals) >= FEWEST_PHASES and not lines_alone.are_alike(blocks, alone, capitals)
    wraps = bool(set(wrapping) & set(capitals))
    if loud and not lines_alone.stand_above(blocks, alone, capitals[0], wraps):
        inside = LEVEL + 1 if wraps else 0
        # A question above them asks what the page is about, and its answer is a part like theirs.
        asks = [index for index in alone if index < capitals[0] and blocks[index].text.endswith("?")]
        shown = frozenset((*capitals, *asks))
        chosen = {index: LEVEL if index in shown else inside for index in chosen}
    chosen |= dict.fromkeys(alike.in_lists(blocks, chosen), LEVEL + 1)
    return _by_headings(
        [
            replace(b, kind=Kind.HEADING, level=chosen[index]) if chosen.get(index) else b
            for index, b in enumerate(blocks)
        ]
    )


def _checked(found: Outline) -> Outline:
    """A name without anything under it is no phase; it is dropped, so that it is listed, as is a heading inside one."""
    for part in found.parts:
        bare = headings.with_nothing_under(part.blocks)
        found.dropped += [part.blocks[at] for at in bare]
        part.blocks = [block for at, block in enumerate(part.blocks) if at not in bare]
    for part, under in pairwise(found.parts):
        if not part.blocks and any(b.row for b in under.blocks[:1]) and 0 < under.line - part.line <= NEAR_LINES:
            # “Keeping your distance”, right over a table “Days to sleep alone”: the second would not say what for.
            under.name, part.name = headings.joined(shouts.calm(part.name), under.name), ""
    found.dropped += [
        Block(Kind.HEADING, part.name, part.line) for part in found.parts if part.name and not part.blocks
    ]
    found.parts = [part for part in found.parts if part.blocks]
    return found


def _is(name: str, kind: str) -> bool:
    return clean(name).lower() in data("labels")[kind]
