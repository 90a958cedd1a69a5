"""What a page says of itself: ``Last reviewed: May 2024`` is a fact about the leaflet, never a phase.

The words for each key are in ``data/about.yaml``.  A fact is only taken where
it stands by itself, between the start, the end or punctuation: ``your implant's
reference number is AB-12 or higher`` is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from narration.readers.lines import triage
from narration.readers.vocabulary import BARS, data

REFERENCE = "reference"

_CODE = (
    r"(?=[^\W_])(?=[^\s,;|]{0,12}\s?[^\s,;|]*\d)[A-Za-z]{0,8}(?:[/.-][A-Za-z]{1,6}){0,3}[ ./:-]?[A-Za-z]{0,4}[/.-]?"
    r"\d(?:[\w/.-]{0,20}\w)?"
)
_LEFT = re.compile(r"(?:^|[.;|·•,–—()/]\s*|\s-\s)$")
_RIGHT = re.compile(r"\s*(?:$|-\s|[.;|·•,–—()/]|\b(?:v(?:ersion)?|page|página)\b)", re.IGNORECASE)
_SPEAKING_TO = re.compile(r"\b(?:you|your|usted|su|sus|le)\b", re.IGNORECASE)
_TIME = r"(?:\s?[,–-]?\s(?:a las |at )?\d{1,2}[:.]\d\d(?:\s?h)?)?"
"""When a post was made, after its date."""
_GAP = re.compile(r"\s*")
MOST_CREDIT_WORDS = 15
MOST_BESIDE_WORDS = 6
SHORTEST_CREDIT = 4
FEWEST_SMALL_WORDS = 3
"""A sentence has so many words of its grammar; the line of a sheet's number has fewer."""
_NAME = re.compile(r"[^\W\d_a-z]\S*(?:$|[,.;|·]| [^\W\d_a-z])")
"""Who has written the page, after a mere “By …”: two words with capitals, or one and no sentence after it."""


def facts(text: str, breaks: tuple[int, ...] = ()) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """What ``text`` says of the page under the keys of ``Document.about``, and where: start and end of each.

    ``breaks`` are the offsets at which a line of the source begins; they bound
    a fact as punctuation does.
    """
    found: dict[str, str] = {}
    places: list[tuple[int, int]] = []
    at = 0
    for match in _fact().finditer(text):
        if match.start() < at or match.lastgroup is None:
            continue
        start, end = match.start(), match.end()
        joined = bool(places) and not text[places[-1][1] : start].strip()
        left = joined or start in breaks or _LEFT.search(text[max(0, start - 4) : start])
        line = max((at for at in breaks if at <= start), default=0)
        if not left and re.fullmatch(data("colophon")["code"], text[line:start].strip()):
            left, start = True, line
        next_fact = _fact().match(text, _GAP.match(text, end).end())  # type: ignore[union-attr]  # it matches nothing too
        right = next_fact or any(b - 2 <= end <= b for b in breaks) or _RIGHT.match(text, end)
        if _is_in_bracket(text, start, end, places) or _is_another_sheet(text, start):
            continue
        if left and (right or re.match(rf"\s*(?:{data('about')['credits']})", text[end:], re.IGNORECASE)):
            key = next(name for name, value in match.groupdict().items() if value and not name.startswith("value"))
            if match["value_vague"] and key == "review_by" and not places:
                continue  # by itself “Next review: in 6 months” may be of the patient
            start, end = _with_brackets(text, start, end)
            value = match["value_date"] or match["value_vague"] or match["value_code"]
            found.setdefault(key, value.strip(" .,;"))
            at = end + len(re.match(r"\s*[.;,]?", text[end:])[0])  # type: ignore[index]  # the pattern matches nothing too
            places.append((start, at))
    if not found and re.fullmatch(_date(), text.strip(" ."), re.IGNORECASE):
        return {"published": text.strip(" .")}, [(0, len(text))]
    return found, places


def _is_in_bracket(text: str, start: int, end: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a fact stands beside other words in a sentence's bracket: “… sign the other form (PICF, version 4).”"""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    around = text[opened:start] + text[end:].partition(")")[0]
    own = any(opened <= a and not re.search(r"\w", text[opened:a] + text[b:start]) for a, b in places)
    said = re.findall(r"[^\W\d_]+", re.split(r"[.!?]\s", text[:opened])[-1].lower())
    small = sum(word in triage.grammar() for word in said)
    return not own and re.search(r"\w", around) is not None and small >= FEWEST_SMALL_WORDS


def _is_another_sheet(text: str, start: int) -> bool:
    """Whether a bracket has the number of a sheet that its sentence sends to: “… the separate sheet (form AB-12).”"""
    said = re.split(r"[.!?]\s", text[:start])[-1]
    return re.search(data("about")["other_sheet"], said, re.IGNORECASE) is not None


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A place with the brackets that hold nothing else: a cut leaves none of two behind."""
    opened = re.search(r"\(\s*$", text[:start])
    closed = re.match(r"\s*\)", text[end:])
    return (opened.start(), end + closed.end()) if opened and closed else (start, end)


def is_credit(text: str, strictly: bool = False) -> bool:
    """Whether the line only says who made the page: ``Produced by the Plaster Room.``

    ``strictly`` does not believe a mere ``By …``, which may begin a sentence.
    """
    credit = re.match(data("about")["credits"], text, re.IGNORECASE)
    name, *beside = BARS.split(text)
    long = len(name.split()) > MOST_CREDIT_WORDS or any(len(piece.split()) > MOST_BESIDE_WORDS for piece in beside)
    if credit is None or long or _SPEAKING_TO.search(text):
        return False
    if len(credit[0]) > SHORTEST_CREDIT:
        return True
    # In capitals all words look like names: “POR LA MAÑANA”.
    return not strictly and not text.isupper() and _NAME.match(text, credit.end()) is not None


def is_byline(text: str) -> bool:
    """Whether a line is who made the page, when, and who checked it: “Editors · 3 July 2023 · Checked by: Dr Lee”."""
    pieces = [piece.strip() for piece in BARS.split(text.strip(" ."))]
    dated, credited = [is_date(piece) for piece in pieces], [is_credit(piece, strictly=True) for piece in pieces]
    others = [piece for piece, *known in zip(pieces, dated, credited, strict=True) if not any(known)]
    named = all(piece[:1].isupper() and not re.search(r"[\d:?!]", piece) for piece in others)
    short = all(len(piece.split()) <= MOST_BESIDE_WORDS for piece in others)
    return len(pieces) > 1 and any(dated) and any(credited) and named and short


def is_card(text: str) -> bool:
    """Whether a line among facts names the department or ward: ``Unidad: Hospital de Día, 2.ª planta``."""
    return re.fullmatch(data("about")["card"], text.strip(" ."), re.IGNORECASE) is not None


def from_front_matter(fields: Mapping[str, str]) -> dict[str, str]:
    """Front matter under the keys of ``Document.about``, as far as its own names are known."""
    known = data("about")["front_matter"]
    return {known.get(key, key): value for key, value in fields.items()}


def without_date(text: str) -> str:
    """A line without the date at its end: ``URO/04 v2 Mar 2024``."""
    return re.sub(rf"\s+{_date()}\s*\.?$", "", text, flags=re.IGNORECASE)


def is_date(text: str) -> bool:
    """Whether a text is nothing but a date with its year: “October 2024.”, “10/03/2024 - 08:30 h”."""
    return re.fullmatch(rf"{_date()}{_TIME}", text.strip(" ."), re.IGNORECASE) is not None


def _month() -> str:
    return rf"(?:{'|'.join(data('about')['months'])})\.?"


def _vague() -> str:
    """A date without its year: ``June``, ``in 24 months``; only after words that can mean nothing but the page's."""
    span = rf"(?:{data('about')['in_time']})\d{{1,2}} (?:{data('about')['spans']})\b"
    month = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of |de )?)?{_month()}(?![^\W\d_])"
    return rf"(?P<value_vague>(?(last_reviewed){month}|(?(review_by)(?:{month}|{span})|(?!))))"


def _date() -> str:
    month = _month()
    return (
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[ ./-](?:of |de )?{month}[ ,./-]*(?:de |del )?\d{{2,4}}"
        rf"|{month}[ ,./-]*(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:de |del )?\d{{4}}"
        r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}(?:-\d{2})?|\d{1,2}[./-]\d{4}|(?:19|20)\d{2})"
    )


@cache
def _fact() -> re.Pattern[str]:
    known = data("about")
    dates = "|".join(rf"(?P<{key}>{'|'.join(words)})" for key, words in known["dates"].items())
    codes = "|".join(rf"(?P<{key}>{'|'.join(words)})" for key, words in known["codes"].items())
    between = known["between"]
    by = r"(?:,? (?:at|a las) \d{1,2}[:.]\d\d(?: ?(?:h|hs|hrs|[ap]m)\b)?)?(?:,? (?:by|por) [^.;|·]{2,60})?"
    # “by M. Okon-Ray, MD, 03/2025”: initials and titles have a full stop, and a degree stands after a comma.
    named = rf"(?:[^.;|·,]|(?<=\b[^\W\d_])\.|\b(?:{known['titles']})\.){{2,60}}?"
    degrees = r"(?:, ?(?-i:[A-Z][A-Za-z.]{1,7})(?: (?-i:[A-Z][A-Z.]{1,7}))?){0,3}?"
    by_first = rf"(?:(?:by|por) {named}{degrees},? )?"
    return re.compile(
        rf"\b{known['before']}(?:(?:{dates})(?:\b|(?<=\.)){between}{by_first}"
        rf"(?:(?P<value_date>{_date()}(?:(?:{known['until']}){_date()})?)|{_vague()}){by}"
        rf"|(?:{codes})(?![a-z]){between}(?P<value_code>{_CODE}))",
        re.IGNORECASE,
    )
