"""Lengths of time as people say them."""

from __future__ import annotations

import pytest

from narration import units


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (20, 1), (89, 1), (91, 2), (3600, 60), (10_790, 180)])
def test_a_guide_takes_whole_minutes_and_never_none(seconds: float, minutes: int) -> None:
    assert units.minutes(seconds) == minutes


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (59.6, "1:00"), (125, "2:05"), (3599, "59:59"), (3723, "1:02:03"), (10_428, "2:53:48")],
)
def test_a_clock_has_hours_from_an_hour_on(seconds: float, shown: str) -> None:
    assert units.clock(seconds) == shown
