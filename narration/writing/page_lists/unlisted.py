"""A sentence that ends in “the following” over a sentence that is no point of a list: the page has lost its list."""

from __future__ import annotations

import re

from narration.writing.page_lists import speaking, stems
from narration.writing.sentences.clauses import command, conditional, has_verb, main_clause
from narration.writing.vocabulary import Vocabulary


def ends_before(text: str, following: str, words: Vocabulary) -> bool:
    """Whether a sentence ends, though it names a list, and the next one tells something else.

    “Ring us if you have any of the following.” “If you cannot pass water, go to hospital at once.”: run together, the
    two would tell something that the page does not say.
    """
    return _names_list(text, words) and _is_whole(following, words)


def tells_itself(text: str, following: str, words: Vocabulary) -> bool:
    """Whether a call that breaks off stands over a sentence that says whom to call, and when.

    “Consulte de inmediato si…” over “Llame al 555 … o vaya a urgencias si tiene fiebre.”: run together, the two would
    be no sentence, and the order would hang on “if”.
    """
    open_case = re.search(words.grammar["bullets"].get("bare_condition", r"(?!)"), text.strip().rstrip(":….;, "))
    return open_case is not None and speaking.is_surely(following, words)


def with_next(text: str, following: str, words: Vocabulary) -> str:
    """A sentence that breaks off, with what it goes on in: “Bring the following” + “your card” → “…: your card”."""
    return f"{text}: {following}" if _names_list(text, words) else stems.with_point(text, following, words)


def only_announces(text: str, words: Vocabulary) -> bool:
    """Whether all that a sentence tells is that its list comes: “This leaflet explains the following.”"""
    return re.fullmatch(words.grammar["bullets"].get("announces_lost", r"(?!)"), text.strip()) is not None


def _names_list(text: str, words: Vocabulary) -> bool:
    pattern = words.grammar["bullets"].get("names_lost", r"(?!)")
    return re.search(pattern, text.strip().rstrip(":.")) is not None


def _is_whole(text: str, words: Vocabulary) -> bool:
    """Whether a text begins and ends as a sentence, and has a verb of its own."""
    if not re.match(r"[“\"¿¡]?[A-ZÁÉÍÓÚÑ]", text) or not re.search(r"[.!?…][”\"')]?$", text.strip()):
        return False
    main = main_clause(text, words) if conditional(text, words) else text
    stands = main != text if conditional(text, words, strictly=True) else has_verb(text, words)
    return command(text, words) or stands or stems.statements([text], words)
