"""The manifest: the keys that other programs rely on, and digests over all that is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from staging import stage

from narration import editions
from narration.editions import chapters_json, manifest
from narration.editions.base import Publication


def _read(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return data


def test_its_keys_are_the_contract(publication: Publication, tmp_path: Path) -> None:
    manifest.publish(publication, tmp_path)
    data = _read(tmp_path)
    assert list(data) == [
        "title", "language", "draft", "duration", "voice", "script", "loudness",
        "cues", "chapters", "measures", "cover", "files", "generator", "built_on", "build_key",
    ]  # fmt: skip
    assert set(data["voice"]) == {"engine", "name", "version", "online", "licence", "natural"}
    assert set(data["script"]) == {"file", "digest", "approved_by", "review_by"}
    assert set(data["loudness"]) == {"integrated_lufs", "true_peak_dbtp"}
    assert all(set(cue) == {"id", "phase", "start", "end", "text", "spoken", "from"} for cue in data["cues"])
    assert all(set(chapter) == {"title", "start", "end"} for chapter in data["chapters"])
    assert set(data["generator"]) == {"name", "version"}
    assert data["cues"][0]["start"] == 1.0
    assert data["cues"][0]["end"] == 5.0
    assert data["cues"][0]["from"] == ["p1.1"]
    assert data["chapters"][-1]["end"] == data["duration"] == publication.timeline.seconds
    assert data["script"]["approved_by"] == "Dr A. Example"
    assert data["script"]["review_by"] == "2099-11-23"


def test_files_covers_everything_in_the_folder(publication: Publication, audio: Path, tmp_path: Path) -> None:
    editions.publish(publication, stage(tmp_path, "hearing-test", audio))
    there = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    files = _read(tmp_path)["files"]
    assert set(files) == there - {"manifest.json"}
    assert {"hearing-test.mp3", "hearing-test.vtt", "chapters.json"} <= set(files)
    for name, digest in files.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


def test_an_approval_of_other_words_is_not_named(publication: Publication, tmp_path: Path) -> None:
    changed = replace(publication.script, title="Something else")
    manifest.publish(replace(publication, script=changed, draft_reasons=("changed",)), tmp_path)
    data = _read(tmp_path)
    assert data["draft"] is True
    assert data["script"]["approved_by"] is None
    assert data["script"]["review_by"] is None


def test_chapters_cover_the_track(make_publication: Callable[..., Publication], tmp_path: Path) -> None:
    publication = make_publication()
    chapters_json.publish(publication, tmp_path)
    data = json.loads((tmp_path / "chapters.json").read_text(encoding="utf-8"))
    chapters = data["chapters"]
    assert data["version"] == "1.2.0"
    assert chapters[0]["startTime"] == 0
    assert [c["endTime"] for c in chapters[:-1]] == [c["startTime"] for c in chapters[1:]]
    assert chapters[-1]["endTime"] == publication.timeline.seconds
