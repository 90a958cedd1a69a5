"""Headings that forbid what stands under them: “What can’t I do?”, over “Use an electric blanket.”

On the page the heading is above each point; by ear the point alone would be an order.  The grammar's
``forbidding`` names such headings, and how a point is said under each.  Writing and checking share it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from narration import language
from narration.language import spanish_verbs
from narration.language_tags import primary

_INFINITIVE = re.compile(r"(?P<verb>[^\W\d_]*[aeiíáé]r)(?:se|te|[mln][aeo]s?|nos)?\b", re.IGNORECASE)
_SHOWS_ACT = 4
"""So many letters of a point tell its verb, whatever its pronoun becomes: “Rascarse”, “rascarte”."""
_UNACCENTED = str.maketrans("áéí", "aei")


@dataclass(frozen=True, slots=True)
class Ban:
    """How a heading forbids: ``act`` is said with what somebody does, ``thing`` with what is only named."""

    act: str
    thing: str


def _rows(tag: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = language.load(tag, "grammar").get("forbidding") or {}
    return found


def ban_of(heading: str, tag: str) -> Ban | None:
    """What a heading forbids with: “What not to do” → “Do not {act}”; None for one that forbids nothing."""
    name = heading.replace("¿", "").rpartition(": ")[2].strip(" .:?!")
    for row in _rows(tag).get("headings", ()):
        if re.fullmatch(row["at"], name):
            return Ban(row["act"], row["thing"])
    return None


def may_forbid(heading: str, tag: str) -> bool:
    """Whether a heading speaks of what one must not do, so that nothing under it is surely an order."""
    return ban_of(heading, tag) is not None or re.search(_rows(tag).get("speaks", r"(?!)"), heading) is not None


def denies_itself(text: str, tag: str) -> bool:
    """Whether a point has its own “not”, or tells to leave something: “No smoking.”, “Avoid the sun.”"""
    return re.match(_rows(tag).get("own", r"(?!)"), text) is not None


def is_act(text: str, tag: str) -> bool:
    """Whether a point is surely what somebody does, and one thing only: “Use a heat pad”, «Conducir».

    Not two that may be forbidden together (“Drink and drive”), nor what only tells when («Conducir: en 2 días»).
    """
    rows = _rows(tag)
    return bool(rows) and not re.search(rows["no_act"], text) and names_act(text, tag)


def names_act(text: str, tag: str) -> bool:
    """Whether a point begins with what somebody does."""
    rows = _rows(tag)
    if denies_itself(text, tag):
        return False
    if primary(tag) != "es":
        return re.match(rows["acts"], text) is not None
    found = _INFINITIVE.match(text)
    verb = found["verb"].lower() if found else ""
    return bool({verb, verb[:-2] + verb[-2:].translate(_UNACCENTED)} & spanish_verbs.known().keys())


def filled(way: str, point: str, one: str, person: str, tag: str) -> str:
    """A ``Ban``'s ``act`` or ``thing`` with its point, to the person that the script speaks to."""
    verbs = {key: of.get(person, next(iter(of.values()))) for key, of in _rows(tag).get("verbs", {}).items()}
    return way.format(point=point, one=one, **verbs)


def lead_of(ban: Ban, text: str, tag: str) -> str:
    """What a line has of its heading before a thing: “Another thing that you can’t do: ”; ``""`` for nothing."""
    rows = _rows(tag)
    ones = (rows["one"], rows["other"])
    leads = (filled(ban.thing, "", one, person, tag) for one in ones for person in _persons(tag))
    return next((lead for lead in leads if lead and text.startswith(lead)), "")


def _persons(tag: str) -> list[str]:
    return [person for of in _rows(tag).get("verbs", {}).values() for person in of] or [""]


def _forbids(ban: Ban, text: str, line: str, tag: str) -> bool:
    """Whether a line says an act with what its heading says before it: “For a week, you can’t drive.”"""
    act = text[:_SHOWS_ACT]
    begins = (filled(ban.act, act, "", person, tag).lower() for person in _persons(tag))
    return any(begin in line.lower() for begin in begins)


def in_force(name: str, source: Mapping[str, str], said: Mapping[str, str], tag: str) -> dict[str, Ban]:
    """The sentences of a part that stand under a heading which forbids them, as far as the text alone shows it.

    Not one that is said as it is after another: it may go on in the same point (“Get it wet. Use a cover.”).  The
    part's ``name`` is the first heading.  A sentence that ends like none, and is ``said`` in other words than its
    own, is the next one.
    """
    found: dict[str, Ban] = {}
    ban = ban_of(name, tag)
    listed: list[str] = []
    led = False  # “Instead, you can:”, “For a week:”: only the line tells which of the two it is
    for key, text in source.items():
        new = ban_of(text, tag)
        line = said.get(key, text)
        led = led or text.strip().endswith(":")
        kept = line.startswith(text.strip()) or is_act(text, tag) or bool(ban and lead_of(ban, line, tag))
        denied = text.strip().endswith(":") and re.search(_rows(tag).get("denies", r"(?!)"), text)
        if new or denied or not (kept or re.search(r"[.;:,!?]$", text.strip())):
            ban, listed, led = new, [], text.strip().endswith(":")
        elif ban and denies_itself(text, tag):
            found = {each: known for each, known in found.items() if each not in listed}  # the others may be orders
            ban, listed = None, []
        elif ban and (not led or _forbids(ban, text, line, tag)) and (not listed or line.strip() != text.strip()):
            found[key] = ban
            listed.append(key)
    return found
