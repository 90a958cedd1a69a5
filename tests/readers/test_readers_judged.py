"""Whole leaflets in the shapes that clinics publish: their phases, and that nothing around their text is said.

Beside each page, ``PAGE.phases`` has the names of its phases, then ``---``, then
pieces that must not be spoken.  Words are compared without case and marks.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from narration import readers

JUDGED = Path(__file__).parent.parent / "cases" / "readers" / "judged"
PAGES = sorted(path.with_suffix("") for path in JUDGED.glob("*.phases"))


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_leaflet_has_its_phases_and_nothing_around_it(page: Path) -> None:
    names, _, around = page.with_name(f"{page.name}.phases").read_text(encoding="utf-8").partition("\n---")
    document = readers.read(page, "es" if page.name.startswith("es2_") else "en")
    assert [_words(phase.name) for phase in document.phases] == [
        _words(re.sub(r"^\d+[.)]\s+", "", name)) for name in names.splitlines() if name.strip()
    ]
    said = [s.text for section in document.sections for s in section.sentences]
    spoken = f" {_words(' '.join([*said, *(phase.name for phase in document.phases)]))} "
    pieces = [_words(piece) for piece in around.splitlines()]
    # A page's number by itself stands in many sentences.
    assert [piece for piece in pieces if len(piece) > 1 and f" {piece} " in spoken] == []
