"""Leaflets that no rule was fitted to: nothing lost, nothing invented, nothing bent, and short enough to hear."""

from __future__ import annotations

from pathlib import Path

import pytest
import quality

CASES = Path(__file__).parent.parent / "cases" / "writing"
HELD_OUT = {name: sorted((CASES / name).iterdir()) for name in ("held-out", "held-out-es")}
FEWEST_SOURCES = 100
"""Sentences of a set: fewer would show that its leaflets were not read."""
LONG_SHARE = 0.2
LONG_SHARE_OF_ALL = {"held-out": 0.08, "held-out-es": 0.1}
"""Of a leaflet's lines, and of all, those over twenty words that no rule was sure how to cut."""
NOWHERE_SHARE = 0.02
HIGHEST_GRADE = 6.0


@pytest.mark.parametrize(
    "page", [page for pages in HELD_OUT.values() for page in pages], ids=lambda page: f"{page.parent.name}-{page.name}"
)
def test_a_leaflet_is_written_faithfully_and_plainly(page: Path) -> None:
    found = quality.of(page)
    assert found.covered == 1
    assert found.blocking == ()
    assert found.nowhere_share <= NOWHERE_SHARE, found.nowhere
    assert len(found.long) <= LONG_SHARE * found.sentences, found.long
    assert found.grade <= HIGHEST_GRADE


@pytest.mark.parametrize("name", HELD_OUT)
def test_few_sentences_stay_long(name: str) -> None:
    found = quality.together([quality.of(page) for page in HELD_OUT[name]])
    assert len(found.long) <= LONG_SHARE_OF_ALL[name] * found.sentences
    assert found.sources > FEWEST_SOURCES
