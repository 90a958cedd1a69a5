"""Language tags: written in many ways, kept in one, and never a path."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narration import naming
from narration.errors import UsageError
from narration.language_tags import canonical, primary, understood


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("en", "en"),
        ("EN", "en"),
        (" en_GB ", "en-GB"),
        ("es-mx", "es-MX"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("en-/../../evil", ""),
        ("english please", ""),
        ("", ""),
    ],
)
def test_a_tag_is_kept_as_the_standard_writes_it(written: str, kept: str) -> None:
    assert canonical(written) == kept
    assert primary(kept) == kept[:2]


@given(st.text(max_size=20))
def test_whatever_a_page_calls_its_language_is_no_path(text: str) -> None:
    tag = canonical(text)
    assert not set(tag) & set("/\\.:_ ")
    assert canonical(tag) == tag


def test_what_a_person_asks_for_is_named_when_it_is_none() -> None:
    assert understood("ES_mx") == "es-MX"
    with pytest.raises(UsageError, match="no language tag"):
        understood("../x")


def test_a_region_changes_no_track_s_name() -> None:
    script = Path("scripts/mri-scan/en-GB.yaml")
    assert naming.track_name(script, "en-GB") == "mri-scan"
