"""A part's heading as it can be announced: “Call us if…” breaks off, and “You may feel” begins the list under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from narration.document import Section
from narration.writing.page_lists import stems, taking
from narration.writing.sentences import genders
from narration.writing.sentences.clauses import command
from narration.writing.sentences.text import capitalised, decapitalised
from narration.writing.vocabulary import Vocabulary


def name(heading: str, section: Section, words: Vocabulary) -> str:
    """What the heading is about, or “…”, as no heading, where it breaks off or would be said twice.

    The first words of a paragraph that has no heading are none.
    """
    heading = genders.written_out(heading, words)
    text = " ".join(sentence.text for sentence in section.sentences)
    leads = text.startswith(f"{heading}:") and not stems.from_heading(heading, words)  # “What to bring” is a name
    begins = leads and (stems.is_open(heading, words) or command(heading, words))
    if begins or stems.dangles(heading, words) or _calls_whom(heading, words):
        return _instead(heading, words) or "…"
    if taking.takes_things(heading, words) and (named := _instead(heading, words)):
        return named  # “Next, what to keep taking.”
    own = bool(text) and text.startswith(heading.rstrip("…. "))
    return heading if own else heading.rstrip("…. ")


def part_names(names: Sequence[str], words: Vocabulary) -> list[str]:
    """The names by which a list of the parts shows them; one that breaks off (“Call us if”) as “When to call us”.

    It stays where another part would have the same name.
    """
    whole = [_instead(name, words) or name for name in names]
    return [told if whole.count(told) == 1 else name for told, name in zip(whole, names, strict=True)]


def _instead(name: str, words: Vocabulary) -> str:
    """How a heading that is itself a beginning is announced: “Call us if you have” → “When to call us”; or ``""``."""
    if not (_calls_whom(name, words) or stems.dangles(name, words) or stems.is_open(name, words)):
        return ""
    for pattern, said in words.style["headings"].get("broken_off", {}).items():
        if match := re.match(pattern, name.strip().rstrip(":….").strip()):
            for name_, text in match.groupdict().items():
                said = said.replace(rf"\g<{name_}>", decapitalised(text or ""))
            return capitalised(said)
    return ""


def _calls_whom(name: str, words: Vocabulary) -> bool:
    """Whether a heading orders to call, without a case: “Call 911 or call us”."""
    return re.fullmatch(words.style["headings"].get("calls_whom", r"(?!)"), name.strip().rstrip(":.!")) is not None
