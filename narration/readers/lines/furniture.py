"""What stands around an article in any format: menus, share buttons, cookie notices, phone lines, greetings.

The patterns are in ``data/furniture.yaml``.  They are matched against whole
lines and sentences only, so a sentence that mentions a menu or a phone number
stays: ``Ring us on 01632 960 777 if your fingers turn blue.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.readers.lines import about, links, triage
from narration.readers.vocabulary import BARS, bare, data, either, listed

NAVIGATION = "navigation"
CONTACT = "contact"
GREETING = "greeting"
CAPTION = "caption"

MOST_LINE_WORDS = 14
MOST_CONTACT_WORDS = 14
MOST_CRUMB_WORDS = 9
"""Of the last of several links to where a page is, which is its title."""
MOST_OPENING_WORDS = 25

_CRUMB = re.compile(r"\s*(?:[>»›→]|(?<=\s)/(?=\s))\s*")
_BARS = re.compile(r"\s*[|·•]\s*|\s+/\s+")
_STRIP = re.compile(r"\s*[|·•]\s*|\s+[—–/]\s+")
SENTENCE_END = re.compile(r"[.!?;:…][\"'”’»)]*$")
_REACHED = re.compile(
    r"\+?\(?\d(?:[ ()./-]{0,2}\d){6,}(?: ?(?:ext|x)\.? ?\d+)?|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}\.\w+|(?:https?://|www\.)\S+|"
    r"(?<![\w-])[\w-]{1,63}\.(?:org|com|net|gov|edu|es|uk|example)(?:/\S*)?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|"
    r", [A-Z]{2} \d{5}(?:-\d{4})?\b|\b(?:NSW|QLD|VIC|TAS|ACT|NT|WA|SA) \d{4}\b|"
    r"\b(?i:bleep|pager|busca|ext\.?|extension|anexo|int\.|interno) ?\d{3,5}\b",
)
_ON_CALL = re.compile(r"\bon[ -]call\b", re.IGNORECASE)
_DATE = re.compile(r"\b\d\d-\d\d-\d{3}\b|\b\d{1,2}([./-])\d{1,2}\1\d{4}\b|\b\d{4}-\d\d-\d\d\b")
_SHARE = re.compile(r"(?<![\d/])1\s?/\s?\d{1,3}(?:[., ]?000)+(?![\d/])")
"""“Fewer than 1/100,000”: how often something happens, and no number to ring."""
_AMOUNT = re.compile(r"(?<![\d/-])\d[\d.,]*(?:\s?(?:[-–]|to|a|y|and)\s?\d[\d.,]*)?\s?(?:[MG]Bq|mCi|k?g|m[gl]|kcal)\b")
"""“1,110–5,550 MBq”: how much of something, and no number to ring."""
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
CLOCKS = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s*[\s–-]\s*(?:[01]?\d|2[0-3])\.[0-5]\d)+(?![\d–-]|[ .]\d)"
)
"""“Tea before 07.00   10.30”, “07.30–08.30”: hours beside each other, and no number to ring."""
_WORD = re.compile(r"[^\W\d_]+")


def line_reason(text: str) -> str:
    """Why a whole line or sentence is not spoken: ``navigation``, ``contact``, …; ``""`` when it may be."""
    clean = bare(text)
    if not clean:
        return NAVIGATION
    if listed("furniture", "captions").fullmatch(clean):
        return CAPTION
    if any(listed("furniture", "legal").fullmatch(piece) for piece in (clean, *map(bare, BARS.split(clean)[1:]))):
        return about.REFERENCE
    if listed("furniture", "greeting").fullmatch(clean):
        return GREETING
    words = [re.compile(pattern, re.IGNORECASE) for pattern in data("furniture")["web_words"]]
    if all(pattern.search(clean) for pattern in words):
        return NAVIGATION
    if _is_navigation(text, clean) or listed("furniture", "pointers").fullmatch(clean):
        return NAVIGATION
    return CONTACT if is_contact(text) else ""


def tells_emergency(text: str) -> bool:
    """Whether a sentence tells where to ring in an emergency: “If this is an emergency, call 911.”"""
    return re.fullmatch(data("furniture")["in_emergency"], text.strip(), re.IGNORECASE) is not None


def is_signing_off(text: str) -> bool:
    """Whether a line ends a letter: “Yours sincerely”, “Un saludo cordial”, “Atentamente, Dra. Ruiz”."""
    farewells = listed("furniture", "signing_off")
    farewell, _, name = bare(text).partition(",")
    named = name.strip()[:1].isupper() and not is_prose(text)
    return farewells.fullmatch(bare(text)) is not None or (named and farewells.fullmatch(farewell) is not None)


def is_answer(text: str) -> bool:
    """Whether the line is ``Yes`` or ``No`` and nothing more."""
    return listed("furniture", "answers").fullmatch(bare(text)) is not None


def link_after_paper(text: str) -> str:
    """The link after a paper to be brought, or to be filled in: “Signed consent form (PDF, 210 KB)”; else ``""``."""
    found = listed("furniture", "papers").fullmatch(text.strip())
    return found["link"] if found else ""


def _is_navigation(text: str, clean: str) -> bool:
    if (text.rstrip().endswith(".") and is_answer(text)) or link_after_paper(text):
        return False
    if any(listed("furniture", "certain").fullmatch(said) for said in (clean, text.strip(" .«»"), text.strip())):
        return True
    if listed("furniture", "navigation").fullmatch(clean):
        return not (text.rstrip().endswith(".") and len(clean.split()) > 3)
    crumbs = [piece for piece in _CRUMB.split(clean) if piece]
    most = 5 if re.search(r"[→\d]", text) else MOST_CRUMB_WORDS  # “Wash → dry → put on the cream” tells what to do
    short = all(len(piece.split()) <= 5 for piece in crumbs[:-1]) and len(crumbs[-1].split()) <= most
    short = short or _is_way_from_home(crumbs, text)
    if len(crumbs) > 2 and short and not SENTENCE_END.search(text) and not _is_slashed(clean):
        return True
    if len(crumbs) == 2 and short and re.fullmatch(r"[^\d.,:;?!]*\s[»›>]\s[^\d.,:;?!]*", text):
        return True
    if len(crumbs) == 2 and listed("furniture", "navigation").fullmatch(crumbs[0]):
        return True
    strip = [bare(piece) for piece in _STRIP.split(clean)]
    known = sum(listed("furniture", "navigation").fullmatch(piece) is not None for piece in strip)
    if known > 1:  # beside links a street is the sender’s
        strip = [piece for piece in strip if not _is_street(piece)]
    if known * 2 > len(strip) > 1:
        return True
    pieces = _BARS.split(clean)
    if links.are_links(pieces) and not SENTENCE_END.search(text):
        return True
    pieces = [bare(piece) for piece in pieces]
    if len(pieces) < 2 or any(len(piece.split()) > 5 for piece in pieces):
        return False
    return any(listed("furniture", "navigation").fullmatch(piece) for piece in pieces)


def _is_way_from_home(crumbs: Sequence[str], text: str) -> bool:
    """Whether steps that “>” holds apart lead from a site's first page, so that a unit may have its full name."""
    home = re.search(r"[>»›]", text) and listed("furniture", "navigation").fullmatch(bare(crumbs[0]))
    return bool(home) and all(len(piece.split()) <= MOST_CRUMB_WORDS for piece in crumbs)


def _is_slashed(text: str) -> bool:
    """Whether slashes only hold apart what is one of a kind (“No gym / golf / shopping”): links have capitals each."""
    first, *others = [piece.strip() for piece in re.split(r"\s/\s", text)]
    return len(others) > 0 and first[:1].isupper() and any(piece[:1].islower() for piece in others)


def is_postal(text: str) -> bool:
    """Whether a text is an address, perhaps after which house it is of: ``Sede Norte: Calle 12 # 4-20``."""
    return _is_street(bare(re.sub(data("furniture")["contact"]["branch"], "", text, flags=re.IGNORECASE)))


def _is_street(piece: str) -> bool:
    # “Plaza Mayor, departs: 8.00” has a time of day where a street has its number.
    return re.fullmatch(data("furniture")["contact"]["postal"], _CLOCK.sub("", piece), re.IGNORECASE) is not None


def is_reached(text: str) -> bool:
    """Whether a text has a number, an address of the net or a postcode by which somebody is reached."""
    plain = _DATE.sub(" ", CLOCKS.sub(" ", text))
    return _REACHED.search(_AMOUNT.sub(" ", _SHARE.sub(" ", plain))) is not None


def is_contact(text: str) -> bool:
    """Whether the line is a number, an address or opening hours and speaks no sentence to the patient."""
    contact = data("furniture")["contact"]
    if names_place(text) or re.search(contact["telephoning"], text, re.IGNORECASE):
        return False
    if is_postal(bare(text)) or all(map(is_postal, BARS.split(text))):
        return not {word.lower() for word in _WORD.findall(text)} & set(contact["speaking"])
    name, colon, rest = text.partition(":")
    if is_emergency(text) or (colon and listed("furniture", "hours").fullmatch(bare(name)) and is_hours(rest)):
        return True
    labelled = re.match(rf"\s*{contact['labels']}\s*[:.]", text, re.IGNORECASE)
    reached = is_reached(text)
    if not labelled and not reached:
        return False
    words = [word.lower() for word in _WORD.findall(_ON_CALL.sub(" ", _REACHED.sub(" ", _without_calls(text))))]
    if labelled and not reached and not re.search(r"\d", text):
        return False
    return len(words) <= MOST_CONTACT_WORDS and not set(words) & set(contact["speaking"])


def _without_calls(text: str) -> str:
    """A strip without “Call/Text 555 0148” and its hours, which beside a house's name speak to nobody."""
    pieces = BARS.split(text)
    called = data("furniture")["contact"]["called_at"]
    rung = [re.fullmatch(called, piece.strip(), re.IGNORECASE) is not None for piece in pieces]
    if len(pieces) < 3 or not any(rung):
        return text
    return " ".join(piece for piece, rings in zip(pieces, rung, strict=True) if not rings and not is_hours(piece))


def is_strip(lines: Sequence[str]) -> bool:
    """Whether lines that stand together are furniture or facts about the page: “Helpful? Yes · No”, “Updated: …”."""
    return len(lines) > 1 and all(line_reason(line) or about.facts(line)[0] for line in lines)


def names_place(text: str) -> bool:
    """``Where: Suite 6, Mill Street``: a fact about the visit, and no sender's address."""
    return re.match(data("furniture")["contact"]["place"], text, re.IGNORECASE) is not None


def is_emergency(text: str) -> bool:
    """Whether the line is a name and the short number of an emergency service: ``Emergencies: 911``.

    Before the number may stand that one calls it: ``A bad bleed: call 999``.
    """
    contact = data("furniture")["contact"]
    named = text.rpartition(":")[0] or text
    return not is_to_listener(named) and re.fullmatch(contact["emergency"], bare(text), re.IGNORECASE) is not None


def is_to_listener(text: str) -> bool:
    """Whether a text speaks to who reads it: “You have a fever.”"""
    return bool({word.lower() for word in _WORD.findall(text)} & set(data("furniture")["contact"]["speaking"]))


def is_contact_block(lines: list[str], language: str) -> bool:
    """Whether lines that stand together are an address: one can be reached there, and none is a sentence."""
    reached = [is_contact(line) or any(map(is_hours, (line, line.rpartition(",")[0]))) for line in lines]
    return any(reached) and all(ok or _is_name(line, language) for ok, line in zip(reached, lines, strict=True))


def _is_name(line: str, language: str) -> bool:
    """A line of an address: few words, hardly any grammar."""
    words = [word.lower() for word in _WORD.findall(line)]
    if len(words) > 8 or SENTENCE_END.search(line):
        return False
    if tells_when(line):
        return False
    if re.search(data("furniture")["contact"]["address"], line, re.IGNORECASE):
        return True
    return sum(word in triage.function_words(language) for word in words) <= 1


def tells_when(line: str) -> bool:
    """Whether a line over a number tells when to ring it: ``If you are worried, ring``."""
    return re.search(data("furniture")["contact"]["tells_when"], line, re.IGNORECASE) is not None


def is_contact_heading(text: str) -> bool:
    """``Contact us``, ``Further information``: under it stands whom to ask, not a phase."""
    return bool(either(data("furniture")["contact"]["headings"]).fullmatch(bare(text)))


def opens(text: str) -> tuple[str, str]:
    """What a heading opens that is not spoken, ``("list" or "section", reason)``; two empty texts for none.

    Of a list of links the short lines after the heading belong to it, of a
    section all that stands under the heading.
    """
    clean = bare(text)
    if listed("furniture", "sections").fullmatch(clean) or is_banner(text) or links.is_call(text):
        return "section", NAVIGATION
    if listed("furniture", "sources").fullmatch(clean):
        return "section", about.REFERENCE
    if any(listed("furniture", name).fullmatch(clean) for name in ("lists", "feedback")):
        return "list", NAVIGATION
    return "", ""


def is_banner(text: str) -> bool:
    """``We use cookies to improve this site``: about the site, and opens nothing unless it is a heading."""
    return listed("furniture", "banners").fullmatch(bare(text)) is not None


def is_hours(text: str) -> bool:
    """Whether a line is nothing but days and times: ``Monday to Friday: 8am to 5pm``."""
    words = data("furniture")["opening"]
    timed = re.search(words["time"], text, re.IGNORECASE) is not None
    # Each piece is taken once: else a long line of numbers with a word at its end takes time without end.
    return timed and re.fullmatch(rf"(?>{words['time']}|{words['word']}|[\W_])+", text, re.IGNORECASE) is not None


def tells_closed(text: str) -> bool:
    """Whether opening hours tell when the house is closed: ``Opening hours: Mon to Sat, 9–5. Closed on holidays.``"""
    known = re.fullmatch(data("furniture")["contact"]["closed_at"], text.strip(), re.IGNORECASE) is not None
    return known and len(text.split()) <= MOST_OPENING_WORDS and not _REACHED.search(text)


def is_prose(text: str) -> bool:
    """A sentence rather than a link or a heading."""
    return bool(SENTENCE_END.search(text)) or len(text.split()) > MOST_LINE_WORDS
