"""The clip store: a complete key, whole files, damage noticed, the least recently used gone first."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from narration.cli import main
from narration.clip import Clip, VoiceInfo
from narration.voices import store as store_module
from narration.voices.base import Voice
from narration.voices.speaking import missing, speak_all
from narration.voices.store import ClipStore, clip_key

INFO = VoiceInfo("engine", "voice", "1 (model ab)", "en-us", False, True, "CC0", 22_050)
CLIP = Clip(b"\1\2" * 3000, 22_050)


class Counting(Voice):
    def __init__(self, info: VoiceInfo = INFO, more: Mapping[str, str] | None = None) -> None:
        self.info, self.more, self.spoken = info, dict(more or {}), 0

    def speak(self, text: str, pace: int) -> Clip:
        self.spoken += 1
        return CLIP

    def key(self, pace: int) -> Mapping[str, str | int | float]:
        return {**super().key(pace), **self.more}


KNOBS = {
    "engine": Counting(replace(INFO, engine="other")),
    "voice": Counting(replace(INFO, name="other")),
    "version or model": Counting(replace(INFO, version="2 (model cd)")),
    "language": Counting(replace(INFO, language="en-gb")),
    "sample rate": Counting(replace(INFO, sample_rate_hz=24_000)),
    "model": Counting(more={"model": "cd"}),
    "tld": Counting(more={"tld": "co.uk"}),
}


def test_every_knob_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [clip_key(Counting(), "text", 130), clip_key(Counting(), "Text", 130), clip_key(Counting(), "text", 131)]
    keys += [clip_key(voice, "text", 130) for voice in KNOBS.values()]
    monkeypatch.setattr(store_module, "SCHEMA", store_module.SCHEMA + 1)
    keys.append(clip_key(Counting(), "text", 130))
    assert len(set(keys)) == len(keys) == 11


def test_what_does_not_change_the_sound_changes_no_key() -> None:
    assert clip_key(Counting(replace(INFO, licence="MIT")), "text", 130) == clip_key(Counting(), "text", 130)


def test_a_clip_comes_back_as_it_was_and_lies_in_its_shard(tmp_path: Path) -> None:
    store, key = ClipStore(tmp_path), clip_key(Counting(), "text", 130)
    store.put(key, CLIP)
    assert store.get(key) == CLIP
    assert [path.relative_to(tmp_path).parts for path in tmp_path.rglob("*.clip")] == [(key[:2], f"{key}.clip")]


@pytest.mark.parametrize("damage", ["flipped", "cut", "emptied", "renamed"])
def test_a_damaged_clip_is_spoken_again(damage: str, tmp_path: Path) -> None:
    store, voice = ClipStore(tmp_path), Counting()
    assert len(list(speak_all(voice, ["text"], 130, store))) == 1
    path = store.path(clip_key(voice, "text", 130))
    data = path.read_bytes()
    if damage == "renamed":
        store.put(clip_key(voice, "other", 130), CLIP)
        path.write_bytes(store.path(clip_key(voice, "other", 130)).read_bytes())
    else:
        path.write_bytes({"flipped": data[:-1] + b"?", "cut": data[:-100], "emptied": b""}[damage])
    assert missing(voice, ["text"], 130, store) == 1
    (again,) = speak_all(voice, ["text"], 130, store)
    assert again.clip == CLIP
    assert not again.cached
    assert voice.spoken == 2
    assert path.read_bytes() == data
    assert missing(voice, ["text"], 130, store) == 0


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    store = ClipStore(tmp_path)
    keys = [clip_key(Counting(), text, 130) for text in ("one", "two", "three")]
    for age, key in zip((300, 200, 100), keys, strict=True):
        store.put(key, CLIP)
        stat = store.path(key).stat()
        os.utime(store.path(key), (stat.st_atime - age, stat.st_mtime - age))
    assert store.get(keys[0]) is not None  # used just now
    store.limit_bytes = store.size().size_bytes - 1
    store.trim()
    assert [store.path(key).exists() for key in keys] == [True, False, True]


def test_a_store_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = ClipStore(tmp_path / "file")
    assert [item.clip for item in speak_all(Counting(), ["text"], 130, store)] == [CLIP]
    assert "cannot be kept" in store.problem


def test_when_no_thread_can_be_started_that_is_what_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    with pytest.raises(RuntimeError, match="can't start new thread"):
        list(speak_all(Counting(), ["one", "two"], 130, ClipStore(tmp_path)))


def test_the_command_shows_and_clears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("CACHE", "CONFIG"):
        monkeypatch.setenv(f"NARRATION_{name}", str(tmp_path / name.lower()))
    monkeypatch.chdir(tmp_path)
    ClipStore(tmp_path / "cache" / "clips").put(clip_key(Counting(), "text", 130), CLIP)
    assert main(["cache"]) == 0
    assert " 1 clips" in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert "removed 1 clips" in capsys.readouterr().out
    assert list(tmp_path.rglob("*.clip")) == []
