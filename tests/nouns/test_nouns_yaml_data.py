"""Data files read the same with libyaml and without it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import narration
from narration import yaml_data

SHIPPED = sorted(Path(narration.__file__).parent.rglob("*.yaml"))


def test_every_shipped_file_reads_the_same_where_pyyaml_has_no_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    assert SHIPPED
    fast = [yaml_data.parse(path.read_text(encoding="utf-8")) for path in SHIPPED]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    yaml_data._loader.cache_clear()
    try:
        slow = [yaml_data.parse(path.read_text(encoding="utf-8")) for path in SHIPPED]
    finally:
        yaml_data._loader.cache_clear()
    assert [path for path, one, other in zip(SHIPPED, fast, slow, strict=True) if one != other] == []


def test_a_long_text_may_stand_in_pieces() -> None:
    assert yaml_data.parse("at: !joined\n  - 'one'\n  - ' and |two'\n") == {"at": "one and |two"}
    assert yaml_data.parse("{at: &it !joined ['a', 'b'], or: *it}") == {"at": "ab", "or": "ab"}


@pytest.mark.parametrize("text", ["at: !joined [1, a]", "at: !joined {a: b}", "at: !joined text"])
def test_what_is_no_list_of_texts_is_not_joined(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yaml_data.parse(text)
