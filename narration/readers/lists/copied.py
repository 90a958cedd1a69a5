"""Lists of a web page that was copied into a text: its bullets are lost, and each item is the line under the last.

A browser copies a paragraph with a blank line over and under it, and the items of
a list right below one another.  So a text whose paragraphs are one long line each,
however long, has its lists where lines stand together::

    Tell us if you

    have had a fit
    take tablets to thin your blood. Do not stop them.
    On the day

    Come to the front desk …

The heading over a list may stand right over its first item, and the next one right
under its last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.lines import furniture, heading_words, marks, senders, stages
from narration.readers.lists import copied_groups
from narration.readers.lists.copied_groups import FEWEST_LONG, LONGEST, SENTENCE_END
from narration.readers.vocabulary import data, listed

MOST_TYPED = 10
"""Of so many lines one may begin with a bullet of its own, which a page has beside its lists."""
FEWEST_TYPED = 4
"""Of so many lines one may begin with a sign that is none: “+ – weak”, among other grades."""
BULLET = "• "
SET_IN = "  "
"""A line that is set in goes on the item over it."""
FEWEST_ITEMS = 2
FEWEST_PAIRS = 2
FEWEST_SENTENCES = 2
MOST_HEADING_WORDS = 10
MOST_LEAD_WORDS = 4
MOST_PLAIN_WORDS = 6
"""A line of more words that tells a time, under items that have no full stops, is another of them."""
_ENDED = re.compile(r"[.!?;:,…][\"'”’»)]*$")
_STOPS = re.compile(r"[.!?](?=\s|$)")
_NAMED = re.compile(r"[^\W\d_a-z][^.:!?,;]{1,30}[.:]\s")
_BREAKS_OFF = re.compile(r"(?::|…|\.\.\.)\s*$")


def bulleted(text: str) -> str:
    """A text whose lines are nowhere broken where a page was full, with the bullets that its copy has lost."""
    lines = text.split("\n")
    long = sum(len(line) > LONGEST for line in lines)
    if long < FEWEST_LONG or sum(map(marks.is_typed, lines)) * MOST_TYPED > len(lines):
        return text
    items, named = _found_in(lines)
    if sum(map(_is_bullet, lines)) >= FEWEST_ITEMS:
        # Its lists have their bullets, but for those that only small letters show, or a beginning over them.
        led = _led(lines, items)
        items, named = {at for at in items - named if at in led or lines[at].lstrip()[:1].islower()}, set()
    for at in items:
        lines[at] = f"{BULLET}{lines[at].lstrip()}"
    for at in named:
        lines[at] = lines[at].rstrip().rstrip(":") + ":"
        lines[at + 1] = f"{SET_IN}{lines[at + 1].lstrip()}"
    return "\n".join(lines)


def _led(lines: Sequence[str], items: set[int]) -> set[int]:
    """Those of the items whose list has a beginning over it that they hang on: “Ring us if:”."""
    found, led = set[int](), False
    for at, line in enumerate(lines):
        if at not in items and line.strip():
            led = line.rstrip().endswith(":") and breaks_off(line)
        elif led:
            found.add(at)
    return found


def _found_in(lines: Sequence[str]) -> tuple[set[int], set[int]]:
    """The places, from 0, of the lines that are items of lists, and of those that only name what the next one tells."""
    items: set[int] = set()
    named: set[int] = set()
    told, above = False, ""
    for start, end in copied_groups.of(lines):
        group = [line.strip() for line in lines[start:end]]
        below = next((line.strip() for line in lines[end:] if line.strip()), "")
        typed = sum(map(marks.is_typed, group))
        free = not typed or (typed * FEWEST_TYPED <= len(group) and breaks_off(above))
        if told and free and not any("\t" in line or marks.GAP.search(line) for line in group):
            pairs = _named_by_turns(group)
            named |= {start + at for at in pairs}
            items |= {start + at for at in pairs or _without_leads(group, _items(group, above, below))}
        told = told or any(furniture.is_prose(line) and len(line) > LONGEST for line in group)
        above = group[-1]
    return items, named


def _is_bullet(line: str) -> bool:
    return marks.is_typed(line) and not line.lstrip(" \t(")[:1].isalnum()


def _items(group: Sequence[str], above: str, below: str) -> list[int]:
    """The places of the items in a group of lines, under the line over it and over the one below it."""
    links = next((at for at in range(1, len(group)) if furniture.opens(group[at])[0] == "list"), 0)
    if links:
        inner = _items(group[links:], group[links - 1], below)
        return [*_items(group[:links], above, group[links]), *(links + at for at in inner)]
    if len(group) == 1:
        return [0] if breaks_off(above) and group[0][:1].islower() else []
    if furniture.opens(group[0])[0] == "list":
        return [*range(1, _end_of_links(group))]
    if breaks_off(above):
        return [*range(_end(group, 0, below))]
    if len(group) == FEWEST_ITEMS and group[1][:1].isupper():
        return []
    for at, line in enumerate(group[:-1]):
        if _stands_over_lead(line, group[at + 1]):
            continue
        if breaks_off(line) or (not at and _heads_list(line)):
            return [*range(at + 1, _end(group, at + 1, below))]
    return _in_small_letters(group) or _under_heading(group, below)


def _stands_over_lead(line: str, under: str) -> bool:
    """Whether a line is the heading of the beginning under it: “When to get help”, over “Ring us if you have:”."""
    return not _BREAKS_OFF.search(line) and under.endswith(":") and breaks_off(under.rstrip(":"))


def _without_leads(group: Sequence[str], items: Sequence[int]) -> list[int]:
    """The items without the beginnings among them, each of a list of its own: ``Don’t:`` after those of ``Do:``."""
    last = max(items, default=0)
    return [at for at in items if at == last or not group[at].endswith(":") or len(group[at].split()) > MOST_LEAD_WORDS]


def _named_by_turns(group: Sequence[str]) -> list[int]:
    """The places of short names that stand over a sentence each: “The night before”, “Have a light meal.”, “Bring”, ….

    The heading over them may stand right over the first, and the next right under the last sentence.
    """
    first = next((at for at, line in enumerate(group) if SENTENCE_END.search(line)), 0) - 1
    ends = first + (len(group) - first) // 2 * 2
    pairs = [*range(first, ends, 2)]
    alone = len(group) == FEWEST_ITEMS and group[0].endswith(":") and not breaks_off(group[0].rstrip(":"))
    if not 0 <= first <= 1 or len(pairs) < (1 if alone else FEWEST_PAIRS):
        return []
    short = all(_is_name(group[at]) and SENTENCE_END.search(group[at + 1]) for at in pairs)
    return pairs if short and not any(map(_is_of_the_sender, group)) else []


def _is_name(line: str) -> bool:
    """Whether a line may name the sentence under it: a few words that ask nothing."""
    return len(line.split()) <= MOST_PLAIN_WORDS and _ENDED.search(line.rstrip(":")) is None and line[:1].isupper()


def _end_of_links(group: Sequence[str]) -> int:
    """Where a list of links ends: before what opens something else, and before a name that a list of contents has told.

    That name is the first heading, right under the contents.
    """
    other = (at for at in range(1, len(group)) if any(furniture.opens(group[at])))
    end = next(other, len(group))
    return end - (end > FEWEST_ITEMS and group[end - 1] in group[1 : end - 1])


def breaks_off(line: str) -> bool:
    """Whether a line is the beginning of what its list says: ``Tell us if you``, ``Bring:``, ``Ring us for …``."""
    if _BREAKS_OFF.search(line):
        return True
    if _ENDED.search(line) or len(line.split()) < 2:
        return heading_words.is_stem(line) and not _ENDED.search(line)
    last = line.split()[-1].lower()
    return heading_words.is_stem(line) or heading_words.begins_clause(line) or last in data("labels")["breaks_off"]


def _end(group: Sequence[str], first: int, below: str) -> int:
    """Where the items end that begin at ``first``: before the heading of what comes next."""
    items = group[first:]
    if items[0][:1].islower():
        small = max(at for at, line in enumerate(items) if line[:1].islower()) + 1
        if small < len(items) and items[small - 1].endswith((";", ",")):
            return first + small + 1  # “swimming;” “X-rays.”
        rest = items[small:]
        after = (
            rest and rest[0].endswith(".") and not any(map(SENTENCE_END.search, items[:small]))
        )  # “Out of hours ring 111.”
        if rest and (len(rest) > 1 or after or _may_head(rest[0], below)):
            return first + small
        return len(group)
    end = len(group)
    while end > first + FEWEST_ITEMS and _heads(group[end - 1], group[first : end - 1], below):
        end -= 1
    while end > first + FEWEST_ITEMS and _tells_after(group[end - 1], group[first : end - 1]):
        end -= 1
    return end


def _tells_after(line: str, items: Sequence[str]) -> bool:
    """Whether a line under items tells something after them: sentences, where no item has its full stop."""
    told = line.endswith(".") and len(_STOPS.findall(line)) >= FEWEST_SENTENCES
    return told and not any(map(SENTENCE_END.search, items))


def _may_head(line: str, below: str) -> bool:
    """Whether a line may be the heading of the text below it."""
    short = len(line.split()) <= MOST_HEADING_WORDS and not SENTENCE_END.search(line)
    return short and line[:1] not in "([" and not line[:1].islower() and below[:1].isprintable() and bool(below)


def _heads(line: str, items: Sequence[str], below: str) -> bool:
    """Whether the last line of a group is no item, but the heading of what comes next.

    It asks, or names what headings do, or is short and has no full stop where the items have theirs.
    """
    if not _may_head(line, below):
        return False
    if line.endswith("?"):
        return not any(item.endswith("?") for item in items)
    if _is_known_heading(line) or (line.isupper() and not any(map(str.isupper, items))):
        return True
    if is_time(line) and not any(map(is_time, items)):
        return True
    brief = len(line.split()) < MOST_PLAIN_WORDS
    return all(map(SENTENCE_END.search, items)) or (brief and _are_sentences(items))


def _is_known_heading(line: str) -> bool:
    named = furniture.is_contact_heading(line) or furniture.tells_when(line)
    return (named and "," not in line) or _heads_list(line) or stages.wraps_by_name(line)


def _heads_list(line: str) -> bool:
    """Whether a line asks for the list under it: ``What should I bring?``."""
    return heading_words.leads_list(line) or listed("labels", "asks_for_things").fullmatch(line.rstrip("?")) is not None


def is_time(line: str) -> bool:
    """``When you get here``, ``La noche anterior``: a line that tells when, as headings of a visit's parts do."""
    return len(line.split()) <= MOST_PLAIN_WORDS and listed("labels", "times_of_visit").match(line) is not None


def _in_small_letters(group: Sequence[str]) -> list[int]:
    """Lines that begin with small letters, right below one another: no text begins so many of them so by accident."""
    small = [at for at, line in enumerate(group) if line[:1].islower()]
    if len(small) < FEWEST_ITEMS or small[-1] - small[0] >= len(small):
        return []
    numbers = small[0] > 1 and group[small[0] - 1][:1].isdigit()
    return [*([small[0] - 1] if numbers else []), *small]


def _under_heading(group: Sequence[str], below: str) -> list[int]:
    """The sentences under a heading that stands right over them, or right over the next heading.

    None where the lines ask and answer in turn.
    """
    first = 0 if SENTENCE_END.search(group[0]) else 1
    if not first and sum(_NAMED.match(line) is not None for line in group) * 2 > len(group):
        return []  # “The test. You lie on your side.”: a part of the page
    if len(group[0].split()) > MOST_HEADING_WORDS and first:
        return []
    end = _end(group, first, below)
    inner = group[first:end]
    headed = first or end < len(group)
    asks = any(line.endswith("?") for line in inner) or any(map(_is_of_the_sender, group))
    if not headed or asks or len(inner) < FEWEST_ITEMS or not (_are_sentences(inner) or _names_part(group, end)):
        return []
    return [*range(first, end)]


def _is_of_the_sender(line: str) -> bool:
    return senders.is_senders(line) and not furniture.is_prose(line)


def _are_sentences(lines: Sequence[str]) -> bool:
    """Whether most lines end as sentences do."""
    return sum(SENTENCE_END.search(line) is not None for line in lines) * 3 >= len(lines) * 2


def _names_part(group: Sequence[str], end: int) -> bool:
    """Whether the line over several others names a part of the visit: ``The day before``."""
    return end > FEWEST_ITEMS + 1 and (stages.wraps_by_name(group[0]) or is_time(group[0]))
