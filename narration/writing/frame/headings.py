"""Headings inside a sentence: “Next, the onset.”, “Seguimos con la preparación.”, “Next question: does it hurt?”

A heading has a shape: a question, a thing, a time (“Antes de la prueba”), a
way (“Volver a casa”), a mere name (“Prepárese”), or it is none, only how a
paragraph begins.  The style's ``headings`` tells the shapes apart, row by row, and
has the ways to say each; what fits no row is a thing.  The page's own numbering
(“Step 1, the day before”) is not said: the announcement itself counts.  ``known``
has the words that the text always writes with capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from narration.writing.frame.articles import ARTICLES, tokens
from narration.writing.frame.names import inside, mostly_titled, title_case, uncalled, unlabelled, unshouted

_AMOUNT = re.compile(r"\s*\(([^()]*\d[^()]*)\)$")
_OTHER_NAME = re.compile(r"\s*\(([^\W\d_][^\W_]*s?)\)")
_SHORT = re.compile(r"\b[A-Z]{2,}\b")
MOST_LETTERS = 6
"""A word in capitals with more letters than these is shouted, and no short name."""
_ASKED = re.compile(r"\?\s*(?:\([^()]*\))?$")
"""A question with its mark, maybe before a bracket: “How am I prepared? (8.30 pm)”."""
_AFTER_QUESTION = re.compile(r"\?\s+(?=\w)")
_ASIDE = re.compile(r"\s*\(([^\W\d_][^()\d]*)\)$")


class Heading(NamedTuple):
    """``shape`` as the style's rows name it, ``said`` as inside a sentence, ``amount`` from its brackets."""

    shape: str
    said: str
    amount: str = ""

    @property
    def full(self) -> str:
        """With what its brackets say; after a question that is a sentence: “what happens then? At 22:30.”"""
        if self.amount and self.said.endswith("?"):
            return f"{self.said} {self.amount[:1].upper()}{self.amount[1:]}."
        return f"{self.said}, {self.amount}" if self.amount else self.said


def announced(
    name: str,
    index: int,
    count: int,
    style: Mapping[str, Any],
    known: Mapping[str, str],
    told: bool = False,
    asked: bool = True,
) -> str:
    """The announcement of phase ``index`` of ``count``, counted from 1; the style's ways to say it take turns.

    ``told``: the phase tells what to do, more than what happens; a row's ``told`` says so.  ``asked``: a phase before
    it asks a question, too, so that this one may be “the next”.
    """
    heading = shaped(name, style, known, told=told)
    which = "first" if index == 1 else "last" if index == count else "next"
    known_ways = style["headings"]["said"].get(heading.shape, {})
    joins = re.match(style["headings"].get("joined_at", r"(?!)"), heading.said, re.IGNORECASE)
    alone = None if asked else known_ways.get(f"alone_{which}")
    ways = alone or (joins and known_ways.get(f"and_{which}")) or known_ways.get(which) or [style[which]]
    return _contracted(_filled(str(ways[index % len(ways)]), "phase", heading.full), style)


def summed_up(names: Sequence[str], style: Mapping[str, Any], known: Mapping[str, str]) -> list[str]:
    """How the closing begins: from the first to the last phase, where both can be named so."""
    ends = [shaped(name, style, known) for name in (names[0], names[-1])] if len(names) > 1 else []
    shapes, begins = style["headings"]["summed_up"]["shapes"], style["headings"]["summed_up"]["at"]
    if not ends or not all(end.shape in shapes and re.match(begins, end.said) for end in ends):
        return list(style["closing_begin_short"])
    first, last = ends  # How long a part takes was said where it began.
    said = [text.replace("{first}", first.said).replace("{last}", last.said) for text in style["closing_begin"]]
    return [_contracted(text, style) for text in said]


def asks(name: str, style: Mapping[str, Any], known: Mapping[str, str]) -> bool:
    """Whether a phase is announced as a question."""
    return shaped(name, style, known).shape == "question"


def about(title: str, style: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """What the guide is about, as a sentence that fits the title's shape: “It is about a lumbar puncture.”"""
    words = style["headings"]
    whole = re.sub(r"\s+[–—-]\s+", ": ", unshouted(title.strip(), known)).rstrip(" .:")
    name, _, whom = whole.rpartition(": ")
    whole = f"{name} ({whom.lower()})" if name and _row_of(whom, words).get("say") else whole  # “Biopsy – Adults”
    whole = marked(re.sub(words.get("where", r"(?!)"), "", whole), words)
    if (branded := words.get("branded")) and (match := re.search(branded["at"], whole)):
        name = match["name"].title() if match["name"].isupper() else match["name"]
        said = str(branded["say"]).format(before=match["before"], name=name)
        whole = f"{whole[: match.start()]}{said}{whole[match.end() :]}"
    whole = _OTHER_NAME.sub(lambda match: _other_name(match, words), whole).rstrip(",").replace(",:", ":")
    whole = _ASIDE.sub(lambda match: _after_title(match, words), whole)
    topic, _, subtitle = whole.partition(": ")
    if subtitle and set(tokens(subtitle.lower())) <= set(words["papers"]):
        whole = topic
    heading = shaped(whole, style, known, words.get("topic_article"))
    row = next(row for row in style["about"] if _is_about(row, whole, heading.shape))
    # One colon is enough: “It is called: Egg collection, the story.”
    name = heading.full if row.get("inside") else whole.replace(": ", ", ") if ":" in row["say"] else whole
    if row.get("inside") and ": " in whole:
        name = _with_subtitle(topic, subtitle, style, known) or name
    return _contracted(re.sub(r"([?!])[.?]$", r"\1", _filled(str(row["say"]), "title", name)), style)


def _other_name(match: re.Match[str], words: Mapping[str, Any]) -> str:
    """A short name for the title's thing; what has one already (“PET/CT scan (FDG)”) is not called by a second one."""
    if _SHORT.search(match.string[: match.start()]) and match[1].isupper():
        return ""
    if match[1].isupper() and re.match(words.get("inside_name", r"(?!)"), match.string[match.end() :]):
        return match[0]
    given = _is_given(match.string[: match.start()], match[1], words)
    return f", {_aside(match[1], words) or (match[1] if given else _other(match[1], words))},"


def _aside(said: str, words: Mapping[str, Any]) -> str:
    """What a bracket says of the thing before it, which is no second name for it: “(CORTICOSTEROID)”, “(adults)”."""
    if row := _row_of(said, words):
        return str(row.get("say", "")).replace("{name}", said.lower())
    return said.lower() if said.isupper() and len(said) > MOST_LETTERS else ""


def _after_title(match: re.Match[str], words: Mapping[str, Any]) -> str:
    """What a longer bracket says after a title: its second name (“or lumbar puncture”), or something of it."""
    said = match[1]
    if both := _two_names(said, words):
        return both
    second = re.fullmatch(words.get("other_name", r"(?!)"), said)
    given = _is_given(match.string[: match.start()], said, words)
    row = _row_of(said, words)
    told = str(row["say"]).replace("{name}", said) if "say" in row else ""
    return f", {told or (_other(said, words) if second and not given else said)}"


def _two_names(said: str, words: Mapping[str, Any]) -> str:
    """“(total knee arthroplasty, TKA)” after a title: “, or total knee arthroplasty, or TKA”; or ``""``."""
    names = words.get("two_names")
    both = re.fullmatch(names["at"], said) if names else None
    initials = "".join(word[0] for word in both["long"].split()).upper() if both else ""
    if not names or both is None or initials != both["short"]:
        return ""
    return str(names["say"]).format(long=both["long"], short=both["short"])


def _is_given(title: str, said: str, words: Mapping[str, Any]) -> bool:
    """Whether a bracket names what is given, and not the giving of it once more: “iron infusion (iron sucrose)”."""
    given = words.get("given")
    if not given:
        return False
    return re.search(given["at"], title) is not None and re.fullmatch(given["name"], said) is not None


def _row_of(said: str, words: Mapping[str, Any]) -> Mapping[str, Any]:
    """The style's row for what a bracket says; an empty one where it has none."""
    rows: Sequence[Mapping[str, Any]] = words.get("asides", ())
    return next((row for row in rows if re.fullmatch(row["at"], said, re.IGNORECASE)), {})


def _other(name: str, words: Mapping[str, Any]) -> str:
    before = words.get("or_before", {})  # “u operación”
    return f"{next((said for at, said in before.items() if re.match(at, name, re.IGNORECASE)), words['or'])} {name}"


def _without_bracket(written: str, words: Mapping[str, Any]) -> tuple[str, str, str]:
    """A part's name without the bracket at its end, how that is said after a thing, and after another name.

    “The scan (30 minutes)”, “Warfarin (anticoagulant)”, “Before you come (at home)”.
    """
    if amount := _AMOUNT.search(written):
        # “Llegada (8:45 h)” → “la llegada, a las 8:45 h”
        told = str(_row_of(amount[1], words).get("say", "{name}")).replace("{name}", amount[1])
        told = re.sub(words["clock_span"]["at"], words["clock_span"]["say"], told)
        return written[: amount.start()], told, told
    aside = _ASIDE.search(written)
    if aside is None:
        return written, "", ""
    name, said = written[: aside.start()], aside[1]
    if re.fullmatch(words.get("pointers", r"(?!)"), said, re.IGNORECASE):
        return name, "", ""
    row = _row_of(said, words)
    if "whole" in row:
        quiet = name if name[:2].isupper() else _first_letter(name, str.lower)
        whole = str(row["whole"]).replace("{said}", quiet).replace("{name}", said.lower())
        return _first_letter(whole, str.upper), "", ""
    there = words.get("done_there")
    second = said.isupper() and len(said) <= MOST_LETTERS
    second = second or bool(there and re.search(there["at"], name) and re.fullmatch(there["name"], said))
    plain = said.lower() if said.isupper() and not second else said
    told = _aside(said, words)
    return name, told or (_other(said, words) if second else said), str(row.get("anywhere", plain))


def _with_subtitle(topic: str, subtitle: str, style: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """“CT scan: what to expect” → “a CT scan, and what to expect”; ``""`` where the topic is no thing."""
    words = style["headings"]
    joined = next((row for row in words.get("subtitles", ()) if re.match(row["at"], subtitle, re.IGNORECASE)), None)
    heading = shaped(topic, style, known, words.get("topic_article"))
    if joined is None or heading.shape not in joined["shapes"]:
        return ""
    return str(joined["say"]).format(topic=heading.full, subtitle=inside(subtitle, known))


def _is_about(row: Mapping[str, Any], title: str, shape: str) -> bool:
    return shape in row.get("shapes", (shape,)) and re.search(row.get("at", ""), title, re.IGNORECASE) is not None


def shaped(
    name: str,
    style: Mapping[str, Any],
    known: Mapping[str, str],
    article: Mapping[str, Any] | None = None,
    told: bool = False,
) -> Heading:
    """What kind of heading this is; a thing has the style's article, or one by another table that is given."""
    words = style["headings"]
    written = uncalled(unlabelled(name))
    if written.endswith(("…", "...")):  # the first words of a paragraph that has no heading
        return Heading("unnamed", "")
    written = marked(re.sub(words["numbering"], "", written.rstrip(" .:"), count=1), words)
    written, amount, plain = _without_bracket(written, words)
    if written.endswith("?"):
        titled = title_case(written) or mostly_titled(written)
        return Heading("question", _asked(inside(written, known) if titled else written), plain)
    said = inside(written, known)
    for apart, together in words["in_names"].items():
        said = re.sub(apart, together, said)
    row = _row(written, said, words)
    if row is None:
        article = article or words["article"]
        said = ARTICLES[article["by"]](said, article, lambda noun: _row("", noun, words) is None)
        return Heading("thing", said, amount)
    if row["shape"] == "unnamed":
        return Heading("unnamed", "")
    if row["shape"] == "name":
        return Heading("name", written, plain)
    said = re.sub(row.get("instead", r"^$"), "", said, count=1)
    say = row["told"] if told and "told" in row else row.get("say", "{name}")
    return Heading(row["shape"], str(say).replace("{name}", said), plain)


def marked(written: str, words: Mapping[str, Any]) -> str:
    """A question with the marks that the page has lost: ``Is it safe`` → ``Is it safe?``, ``Duele`` → ``¿Duele?``."""
    opened = words.get("opened")
    if opened and written.startswith(opened) and "?" not in written:
        return f"{written}?"
    if opened and written.endswith("?") and opened not in written and re.match(words["opens"], written):
        return f"{opened}{written}"
    ends = (written, _AFTER_QUESTION.split(written)[-1])  # “What does it feel like? A closer look” has its mark
    asks = not _ASKED.search(written) and all(re.match(words.get("asks", r"(?!)"), end) for end in ends)
    return str(words.get("asked", "{question}?")).replace("{question}", written) if asks else written


def _row(written: str, said: str, words: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The first of the style's rows that a heading fits, as written on the page and as inside a sentence."""
    first = (tokens(said.lower()) or [""])[0]
    for row in words["shapes"]:
        if (
            first in row.get("first", (first,))
            and first not in row.get("unless", ())
            and re.match(row.get("written", ""), written)
            and re.match(row.get("at", ""), said)
        ):
            return dict(row)
    return None


def _filled(way: str, key: str, said: str) -> str:
    """``{phase}`` as inside a sentence, ``{Phase}`` with a capital; “a.m.” at its end needs no other full stop."""
    text = way.replace("{" + key + "}", said).replace("{" + key.capitalize() + "}", _first_letter(said, str.upper))
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)


def _asked(question: str) -> str:
    """A question after a colon: ``¿Duele?`` → ``¿duele?``, but ``MRI or CT?``."""
    return question if re.match(r"\W*(?:[A-ZÁÉÍÓÚÑ]{2}|I\b)", question) else _first_letter(question, str.lower)


def _first_letter(text: str, change: Callable[[str], str]) -> str:
    return re.sub(r"[^\W\d_]", lambda letter: change(letter[0]), text, count=1)


def _contracted(text: str, style: Mapping[str, Any]) -> str:
    """Words that melt into one: ``de el`` → ``del``."""
    for apart, together in style["headings"]["contracted"].items():
        text = re.sub(rf"\b{apart}\b", together, text)
    return text
