"""What a heading or a line over a list says by its words: the beginning of a sentence, a request, how often.

The words are in ``data/labels.yaml``.
"""

from __future__ import annotations

from narration.readers.base import Block, Kind
from narration.readers.vocabulary import data, listed


def is_remark(name: str) -> bool:
    """``Note``, ``Important``: what follows belongs to the phase it stands in."""
    return name.lower().strip(" *.:!") in data("labels")["remarks"]


def is_stem(name: str) -> bool:
    """Whether a heading is the beginning of a sentence that goes on below it: ``Acuda a Urgencias si``."""
    return listed("labels", "stems").fullmatch(name.strip().rstrip(":….").strip()) is not None


def begins_list(name: str) -> bool:
    """Whether a heading over a list is the beginning of what its points say: ``For 4 weeks after it, avoid``."""
    return is_stem(name) or listed("labels", "list_stems").fullmatch(name.strip().rstrip(":….").strip()) is not None


def begins_clause(name: str) -> bool:
    """Whether a line over a list is the beginning of a clause about the listener: ``For 24 hours do not``."""
    return listed("labels", "stem_lines").fullmatch(name.strip()) is not None


def leads_list(name: str) -> bool:
    """Whether a heading asks for the list right under it, or says what it is: ``What to bring``."""
    return listed("labels", "list_leads").fullmatch(name.strip().rstrip("?:….").strip()) is not None


def begins_steps(line: Block, under: Block | None) -> bool:
    """Whether “Next:” stands over a list of what happens then, and so is no button of the page."""
    named = line.text.rstrip().endswith(":") and listed("labels", "next_steps").fullmatch(line.text.strip(" :"))
    return bool(named) and under is not None and under.kind is Kind.ITEM


def is_frequency(name: str) -> bool:
    """Whether a heading only says how often what stands under it happens: ``Less common (1 in 100)``."""
    return listed("labels", "frequencies").fullmatch(name.strip().rstrip(":. ")) is not None
