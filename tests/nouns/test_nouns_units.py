"""Lengths of time as people say them."""

from __future__ import annotations

import pytest

from narration import units


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (20, 1), (89, 1), (91, 2), (3600, 60), (10_790, 180)])
def test_a_guide_takes_whole_minutes_and_never_none(seconds: float, minutes: int) -> None:
    assert units.minutes(seconds) == minutes
