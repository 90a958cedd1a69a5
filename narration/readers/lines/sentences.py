"""Paragraphs to sentences."""

from __future__ import annotations

import re
from functools import cache

from narration.language_tags import primary
from narration.readers.vocabulary import data

_ABBREVIATED = re.compile(
    r"\b(?:approx|min|max|est|ed|no|nos|fig|figs|vs|incl|tel|ext|ref|rev|bldg|rm|ste|aprox|máx|mín|núm|nro|pág|int|telf|tlf|cel|hab|dpto|depto)\.$",
    re.IGNORECASE,
)
"""No sentence ends so before a number: “at approx. 40 min.”"""
_PLACE = re.compile(
    r"\b(?:Of|Ofc|Mza?|Lte?|Cdra|Jr|Blvd|Carr|Cll?|Cra|Kra|Esc|Pta|Km|Apto|Urb|Av|Avda|Ctra|P?sje|Fracc|Prol)\.$"
)
"""Nor in an address: “Mz. B Lt. 4”; small, they may be words: “what it is made of. 3 days later …”."""
_STREET = re.compile(r"(?:^|[,:;(/]\s*|\s[-–—]\s|\b(?:el|en|al|del|de|por|a|la|frente)\s)(?:Jr|Blvd|Carr)\.$")
"""Before the name of a street it ends none, after a name it may: “in Jr. Lima 12”, but “Dr. King Jr. He …”."""
_FLOOR = re.compile(r"\b\d{1,2}\.?(?:er|ro|do|to|mo|vo|no)\.$")
_FLOORS = re.compile(r"(?:Piso|Nivel|Sótano|Sector|Cuerpo)\b")
"""“3er. Piso”."""
_NUMBER = re.compile(r"\+?\(?\d(?:[ ().‑–-]{0,2}\d){6,}\.?")
"""A phone number goes on after a question: “Any questions? 01632 960 100”."""
_PHONE = re.compile(r"[(+]{0,2}\d")
"""A number, with what may stand before it in a phone number: “Tel. (03) 5550 100”."""
_ENDED = re.compile(
    r"(\b(?:etc|bien|para|contra|auto|extra|sobre|mar|hipo|entre|kg|mg|ml|cm|mm|min|mins|seg"
    r"|hr|hrs|hs|sec|secs|wks|yrs|ok|OK)\.|\b\d+ ?[hgls]\.|\d ?%\.|\d[.:]\d\d\."
    r"|\d ?[ap]\. ?m\.(?!\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Eastern|Central|Mountain|Pacific|Lun|Mar|Mi[ée]|Jue|Vie"
    r"|S[áa]b|Dom|Piso|Consultorio|[A-Z]{2,5}\b))"
    r"|\b(?i:vitamina?|hepatitis|type|group|block|building|level|zone|ward|entrance|gate|door|lift|clinic|plan|tipo|grupo"
    r"|bloque|edificio|nivel|zona|sala|puerta|entrada|módulo|torre|acceso|ascensor) [A-Z]\."
    r"|(?<=:\s)(?:[Nn]o|NO)\.(?=\s+[¿¡«“\"(]*(?:A\s|[A-ZÁÉÍÓÚÑ]-?[^\W\d_A-Z]|[A-Z]{2,5}[:,]))"
    r"|(?:^|(?<=[.!?]\s))No\.|(?:\bque|,) no\.|\bno\.(?=\s+[¿¡«“\"(]*[A-ZÁÉÍÓÚÑ][^\W\d_A-Z]))"
    r"\s+(?=[¿¡«“\"(]*[A-ZÁÉÍÓÚÑ])"
)
"""A sentence may end with these, which the segmenter takes for abbreviations (“va bien.”, “en contra.”, “Block B.”)."""

_BEFORE_A_NAME = r"(?:^|(?<=[\s(«“]))(?:{})\.$"
"""No sentence ends so before a name: “Bv. Lavalleja 2218”, “Enf. Marta Ruiz”."""

_NUMBERED = re.compile(r"\b(?:cód|cod|ref|doc|núm|mat|esp|(?:céd|ced)\.\s?(?:prof|esp)|céd|ced)\.$", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{1,8}[-/. ]?(?:[A-Z]{1,8}[-/.])*\d")
"""A sheet's number goes on after what it is: “Cód. EF-GU-022”."""

_LICENCE = re.compile(r"(?:prof|esp|nac|prov)\w*\.?\s*(?:n\.?\s?º\s*)?(?:\d|$)", re.IGNORECASE)
"""A doctor's number goes on after two shortened words: “Céd. Prof. 0123456”."""

_INITIALS = re.compile(r"(?<![\w.])[A-Z]\.$")
_MORE_INITIALS = re.compile(r"(?:[A-Z]\.)+(?!\w)")
"""The segmenter cuts “el D.N.I.” after its first letter."""

_DAY = re.compile(r"\b(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun|(?i:lun|mi[ée]|jue|vie|s[áa]b|dom))\.$")
"""A day goes on in its hours, or to another day: “Mon.–Fri. 7 a.m. to 6 p.m.”"""

_WITHIN = re.compile(
    r"\b(?:sgtes?|sigtes?|vits?|sems?|frec|incl|aprox|approx|máx|mín|comp|caps?|tabs?)\.$", re.IGNORECASE
)
_OPEN = re.compile(r"\b(?:incl|excl)\.$", re.IGNORECASE)
"""Nothing ends so: “$200 incl. GST”, “40 € incl. IVA”."""
_LETTER = re.compile(r"[B-DF-HJ-NP-XZ]\d{0,2}\b|[AE](?=\s*(?:[.,;:)–]|$))")
"""“Vit. D”, “al día sgte. (con licencia)”, “approx. (as told)”: a shortened word goes on in a letter or a bracket."""

_NEVER_FIRST = "ªº°:;,"
"""The segmenter cuts “la 2.ª visita” and “el 4.° piso” before the sign, and “Ref.: URO 31” before the colon."""


def split(text: str, language: str) -> list[str]:
    """The sentences of a paragraph, in order; nothing of it is lost but white space."""
    from sentencex import segment

    found = (_ENDED.sub("\\1\n", piece.strip()) for piece in segment(primary(language), text))
    cut = (part for piece in found for part in piece.split("\n"))
    pieces = [" ".join(piece.split()) for piece in cut]
    joined: list[str] = []
    for piece in pieces:
        if not piece:
            continue
        if joined and _INITIALS.search(joined[-1]) and _MORE_INITIALS.match(piece) and f"{joined[-1]}{piece}" in text:
            joined[-1] += piece
        elif joined and _goes_on(joined[-1], piece):
            closed = piece[0] in _NEVER_FIRST or f"{joined[-1]}{piece}" in text
            joined[-1] += piece if closed else f" {piece}"
        else:
            joined.append(piece)
    return joined


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(_BEFORE_A_NAME.format("|".join(data("labels")["before_a_name"])))


def _goes_on(before: str, piece: str) -> bool:
    """Whether a piece was cut inside its sentence: it begins in lower case, or is a number that goes on."""
    number = _PHONE.match(piece) is not None and _ABBREVIATED.search(before) is not None
    number = number or (_NUMBERED.search(before) is not None and _CODE.match(piece) is not None)
    # “(02)” is no item of a list: “Ring the rooms on (02) 5550 4417, or after hours …”.
    number = number or (piece[0] == "(" and piece[1:2].isdigit() and before[-1:].isalnum())
    number = number or (before.endswith("?") and _NUMBER.fullmatch(piece) is not None)
    number = number or (piece[0].isdigit() and _DAY.search(before) is not None)
    number = number or (piece[0].isdigit() and _PLACE.search(before) is not None)
    named = _titles().search(before) is not None or _STREET.search(before) is not None
    number = number or (piece[0].isupper() and named)
    number = number or (_FLOORS.match(piece) is not None and _FLOOR.search(before) is not None)
    number = number or (_NUMBERED.search(before) is not None and _LICENCE.match(piece) is not None)
    number = number or (_WITHIN.search(before) is not None and (piece[0] in "([" or _LETTER.match(piece) is not None))
    number = number or (_OPEN.search(before) is not None and any(map(str.isalnum, piece)))
    ranged = piece[0] in "–—-" and _DAY.search(before) is not None
    ranged = ranged or (piece[0] in "–—-" and re.search(r"\bm\.$", before) is not None)  # “7:00 a. m. – 5:00 p. m.”
    return piece[0].islower() or piece[0] in _NEVER_FIRST or number or ranged or not any(map(str.isalnum, piece))
