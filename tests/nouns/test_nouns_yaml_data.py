"""Data files read the same with libyaml and without it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import narration
from narration import yaml_data

LONGEST_LINE = 120
"""As in the program's own files."""

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


def test_the_lines_of_shipped_files_can_be_read_and_compared() -> None:
    lines = [(path, line) for path in SHIPPED for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(path.name, line) for path, line in lines if len(line) > LONGEST_LINE] == []


def test_the_files_of_a_folder_have_each_key_once() -> None:
    folders = {path.parent for path in SHIPPED if path.parent.name == "grammar"}
    assert folders
    for folder in folders:
        keys = [key for path in folder.iterdir() for key in yaml_data.parse(path.read_text(encoding="utf-8"))]
        assert sorted(keys) == sorted(set(keys))


def twice(node: yaml.Node | None) -> list[str]:
    """The keys that stand twice in one table of a file, of which the reader sees the last only."""
    if isinstance(node, yaml.SequenceNode):
        return [key for inner in node.value for key in twice(inner)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [str(key.value) for key, _ in node.value]
    return [key for key in set(keys) if keys.count(key) > 1] + [key for _, inner in node.value for key in twice(inner)]


def test_a_table_has_each_key_once() -> None:
    assert {path.name: twice(yaml.compose(path.read_text(encoding="utf-8"))) for path in SHIPPED} == {
        path.name: [] for path in SHIPPED
    }


def test_a_long_text_may_stand_in_pieces() -> None:
    assert yaml_data.parse("at: !joined\n  - 'one'\n  - ' and |two'\n") == {"at": "one and |two"}
    assert yaml_data.parse("{at: &it !joined ['a', 'b'], or: *it}") == {"at": "ab", "or": "ab"}


@pytest.mark.parametrize("text", ["at: !joined [1, a]", "at: !joined {a: b}", "at: !joined text"])
def test_what_is_no_list_of_texts_is_not_joined(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yaml_data.parse(text)
