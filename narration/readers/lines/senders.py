"""Names of who sends a page: a hospital, a department, a place, and lines for its staff.

The words are in ``data/letterhead.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.lines import about, furniture, triage
from narration.readers.vocabulary import BARS, bare, data, listed

MOST_BODY_WORDS = 12
FEWEST_PLACES = 2
MOST_PLACE_WORDS = 3
MOST_SLOGAN_WORDS = 9
FEWEST_NAMES = 1
_SEVERAL_PLACES = re.compile(r"\s+[-–—·•|/]\s+")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}")
"""A word; no “rd” of “3rd Floor”."""
_PLACE = re.compile(
    r"\s*\([^()]*\)\s*$|(?:\s?[,·–-]\s?(?:\d{1,2}\S{0,3} (?:planta|piso|nivel|floor)"
    r"|(?:planta|piso|nivel|sala|módulo|sótano|level|floor|room) [−-]?\w{1,8}(?:\.ª)?|(?:semi)?sótano|basement"
    r"|(?:edificio|pabellón|bloque|torre|ala|building|block|wing) [^\W\d_]\w*"
    r"|(?-i:[A-Z])\w+ (?:tower|wing|building|block|pavilion)))+\s*$",
    re.IGNORECASE,
)
"""Where in the house a department is: “Unidad de Endoscopias (Edificio B, planta 1.ª)”, “…, planta 1”."""


def is_places(text: str) -> bool:
    """Whether a line is nothing but names of places, held apart by dashes or dots."""
    names = _SEVERAL_PLACES.split(text.strip())
    few = len(names) >= FEWEST_PLACES and all(0 < len(name.split()) <= MOST_PLACE_WORDS for name in names)
    return few and all(
        word[0].isupper() or word in data("letterhead")["small"] for name in names for word in name.split()
    )


def is_place(text: str) -> bool:
    """``medellín, colombia``: a place with its country, and no word besides."""
    clean = bare(text)
    few = len(clean.split()) <= MOST_BODY_WORDS and not {w.lower() for w in _WORD.findall(clean)} & _speaking()
    return few and re.fullmatch(data("letterhead")["place"], clean, re.IGNORECASE) is not None


def _speaking() -> set[str]:
    return {*data("letterhead")["to_reader"], *data("furniture")["contact"]["speaking"]} - {"us"}


def is_letterhead(text: str) -> bool:
    """Whether a line is the name of a hospital, a department or a person, a place, or the kind of sheet, or several."""
    pieces = BARS.split(text.strip())
    several = len(pieces) > 1
    if several and (all(map(is_letterhead, pieces)) or _is_who_or_where(pieces) or _is_kind_with_more(pieces)):
        return True
    known = is_body(text) or is_place(text) or is_person(text)
    return known or is_kind(text) or are_houses(text)


def are_houses(text: str) -> bool:
    """Whether a line is several names, too long for one: “Servicio de … – Hospital …”, “Hospital … · Hoja para …”."""
    names = re.split(r"\s+[–—|·•]\s+", text.strip())
    return len(names) > 1 and any(map(is_body, names)) and all(is_body(name) or is_kind(name) for name in names)


def is_kind(text: str) -> bool:
    """Whether a line is nothing but the kind of sheet: ``Information for patients``."""
    return listed("letterhead", "kinds").fullmatch(bare(text)) is not None


def has_kind_after(text: str) -> bool:
    """``Southvale NHS Trust PATIENT INFORMATION``: a body's name, and at the end of its line the kind of sheet."""
    words = text.split()
    return any(is_body(" ".join(words[:at])) and is_kind(" ".join(words[at:])) for at in range(1, len(words)))


def _is_who_or_where(pieces: Sequence[str]) -> bool:
    """``Leeds, England · Foot care``, ``Dr Ann Lee · Quay Road``: who or where, in few words and none to the reader."""
    words = [word.lower() for piece in pieces for word in _WORD.findall(piece)]
    known = any(is_place(piece) or is_person(piece) for piece in pieces) or sum(map(is_body, pieces)) > 1
    return known and len(words) <= MOST_BODY_WORDS + 2 and not set(words) & _speaking()


def _is_kind_with_more(pieces: Sequence[str]) -> bool:
    """``Walking Well against pain · Patient guides, no. 4``: who sends it, in few words, beside a numbered kind."""
    kinds = [is_kind(piece) and re.search(r"\d", piece) for piece in pieces]
    names = [piece for piece, kind in zip(pieces, kinds, strict=True) if not kind]
    words = [word.lower() for name in names for word in _WORD.findall(name)]
    return any(kinds) and len(words) <= MOST_BODY_WORDS and not set(words) & _speaking()


def is_person(text: str) -> bool:
    """``Dr Ann Lee FRCS``, ``Dra. Luz Paz``: a person's name after how he or she is addressed, and no sentence."""
    clean = bare(re.sub(r"\([^()]*\)", "", text))
    person = re.fullmatch(data("letterhead")["person"], clean)
    return person is not None and FEWEST_NAMES < len(clean.split()) <= MOST_BODY_WORDS and is_named(clean)


def is_whereabouts(text: str) -> bool:
    """``Planta 1ª, Bloque B``, ``2nd floor, East Wing``: where in a house somebody is, and nothing besides."""
    pieces = re.split(r"\s?[,;/·|]\s?|\s[–—-]\s", text.strip(" .()"))
    known = data("letterhead")["whereabouts"]
    return all(re.fullmatch(known, piece.strip(), re.IGNORECASE) for piece in pieces)


def is_specialties(text: str) -> bool:
    """``Angiología, Flebología y Cirugía Vascular``: several things that a house practises, and no single page's."""
    pieces = re.split(r",\s+(?:(?:y|e|and)\s+)?|\s+(?:[ye]|and|&)\s+|\s[·|/–—-]\s", text.strip(" ."))
    return len(pieces) > 1 and all(listed("letterhead", "specialties").fullmatch(piece) for piece in pieces)


def is_room(text: str) -> bool:
    """``Torre B, piso 3, consultorio 308``: where in a house, in several pieces, so that it is no name of a part."""
    return len(re.split(r"[,;·|]|\s[–—-]\s", text)) > 1 and re.search(r"\d", text) is not None and is_whereabouts(text)


def is_named_kind(text: str) -> bool:
    """``Northmere Psychiatry | Patient Education Series``: a name, a bar or dash, and the kind of sheet or a room."""
    pieces = re.split(rf"{BARS.pattern}|\s+[–—-]\s+", text.strip())
    rooms = listed("letterhead", "rooms")
    kinds = [is_kind(piece) or rooms.fullmatch(bare(piece)) is not None for piece in pieces]
    told = all(kind or is_named(piece) for kind, piece in zip(kinds, pieces, strict=True))
    return len(pieces) == FEWEST_PLACES and any(kinds) and told


def is_named(text: str) -> bool:
    """Whether all words of a line begin as those of a name do, and none speaks to the reader."""
    words = _WORD.findall(text)
    if len(words) > MOST_BODY_WORDS or {word.lower() for word in words} & set(data("letterhead")["to_reader"]):
        return False
    return all(word[0].isupper() or word in data("letterhead")["small"] for word in words)


def is_body(text: str) -> bool:
    """``Northmere University Hospitals NHS Trust``, ``Servicio de Cardiología``: a name, and no word to the reader.

    After it may come its legal form, and where its offices are: ``…, P.C. — Salem and Milton offices``.
    """
    tails = data("letterhead")["tails"]
    sold = re.sub(tails["offices"], "", _PLACE.sub("", text).strip(), flags=re.IGNORECASE)
    clean = bare(re.sub(tails["legal_form"], "", sold, flags=re.IGNORECASE))
    if clean != bare(sold) and len(clean.split()) > FEWEST_NAMES and is_named(clean):
        return True  # “Dunmore Eye Surgeons, Inc.”
    clean = re.sub(data("letterhead")["part_of"], ", ", clean, flags=re.IGNORECASE)
    if re.search(data("letterhead")["done_in"], clean, re.IGNORECASE):
        return False  # “Blood transfusion in a day hospital”: what is done there
    named = is_named(clean) and not furniture.names_place(text)
    return named and listed("letterhead", "bodies").fullmatch(clean) is not None


def is_slogan(text: str) -> bool:
    """``Your care, at your pace``: what a house says to all, in words that name no procedure and no part of a visit.

    Or for how long it has been there: ``Looking after your ears since 1998``.
    """
    if listed("letterhead", "slogans_since").fullmatch(bare(text)):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    known = set(data("letterhead")["slogan"])
    small = triage.grammar() | set(data("letterhead")["small"]) | set(data("letterhead")["slogan_beside"])
    return 1 < len(words) <= MOST_SLOGAN_WORDS and bool(set(words) & known) and set(words) <= known | small


def is_contact_or_fact(text: str) -> bool:
    """Whether a line is an address, a number, or a fact about the page."""
    return furniture.is_contact(text) or bool(about.facts(text)[0])


def is_senders(line: str) -> bool:
    """The same, or whether a line begins with the name of a body: ``Riverside Hospital, Ward 4``."""
    text = " ".join(line.split())
    return is_contact_or_fact(text) or listed("letterhead", "bodies").match(text) is not None


def is_for_staff(text: str) -> bool:
    """``Give this sheet to the patient at pre-assessment.``"""
    sender, _, rest = text.partition(". ")
    said = rest if rest and is_body(sender) else text.strip(" ()")
    return listed("letterhead", "to_staff").fullmatch(bare(said)) is not None
