"""Leaflets that no rule was fitted to: nothing lost, nothing invented, nothing bent, and short enough to hear."""

from __future__ import annotations

from pathlib import Path

import pytest
import quality

HELD_OUT = sorted((Path(__file__).parent.parent / "cases" / "writing" / "held-out").iterdir())
LONG_SHARE = 0.2
LONG_SHARE_OF_ALL = 0.08
"""Of a leaflet's lines, and of all, those over twenty words that no rule was sure how to cut."""
NOWHERE_SHARE = 0.02
HIGHEST_GRADE = 6.0


@pytest.mark.parametrize("page", HELD_OUT, ids=lambda page: page.name)
def test_a_leaflet_is_written_faithfully_and_plainly(page: Path) -> None:
    found = quality.of(page)
    assert found.covered == 1
    assert found.blocking == ()
    assert found.nowhere_share <= NOWHERE_SHARE, found.nowhere
    assert len(found.long) <= LONG_SHARE * found.sentences, found.long
    assert found.grade <= HIGHEST_GRADE


def test_few_sentences_stay_long() -> None:
    found = quality.together([quality.of(page) for page in HELD_OUT])
    assert len(found.long) <= LONG_SHARE_OF_ALL * found.sentences
    assert found.sources > 150
