"""The main job, end to end, judged on the encoded files by other programs' readers."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import mutagen.id3
import mutagen.mp4
import numpy as np
import numpy.typing as npt
import pyloudnorm
import pytest

from narration import script_yaml
from narration.sound import measures, meter

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "sources" / "ketamine-infusion.txt"
OWN = ROOT / "scripts" / "ketamine-infusion" / "phases.md"
PAGE = """A short test page

Lorem ipsum dolor sit amet, consectetur adipiscing elit.

This is what the test is like.

Before: You may sit in a quiet room. The nurse is given your name, so the first steps are quick.

During: Some people feel warm or “far away”. It lasts about 5-10 min.

Ask for help if you need it.
"""


def environment(cwd: Path) -> dict[str, str]:
    """Neither ffmpeg nor espeak on the PATH, a clip store of the test's own, and a fixed day."""
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return clean | {
        "PATH": str(cwd / "nothing"),
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "NARRATION_CACHE": str(cwd / "cache"),
        "NARRATION_CONFIG": str(cwd / "config"),
        "SOURCE_DATE_EPOCH": "1795392000",
        "PYTHONIOENCODING": "utf-8",
    }


def narration(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The program as a person runs it."""
    return subprocess.run(
        [sys.executable, "-m", "narration", *arguments],
        cwd=cwd,
        env=environment(cwd),
        capture_output=True,
        encoding="utf-8",
    )


def made(source: Path, folder: Path) -> Path:
    result = narration("make", str(source), cwd=folder)
    assert result.returncode == 0, result.stderr
    return next((folder / "audio_out").iterdir())


@pytest.fixture(scope="module", params=["own", "page", "shared"])
def track(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "page":
        source = folder / "test-page.txt"
        source.write_text(PAGE, encoding="utf-8")
    elif request.param == "own":
        (folder / "scripts").mkdir()
        shutil.copytree(OWN.parent, folder / "scripts" / OWN.parent.name)
        source = folder / "scripts" / OWN.parent.name / OWN.name
    else:
        if not SHARED.is_file():
            pytest.skip("the user's own document is not beside this checkout")
        source = SHARED
    return made(source, folder)


def manifest_of(track: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((track / "manifest.json").read_text(encoding="utf-8"))
    return loaded


def samples_of(path: Path) -> npt.NDArray[np.float32]:
    return np.concatenate(list(meter.decoded(path)))


def test_every_file_is_in_the_manifest(track: Path) -> None:
    manifest = manifest_of(track)
    assert {f"{track.name}.mp3", f"{track.name}.m4b", f"{track.name}.vtt", "index.html", "chapters.json"} <= set(
        manifest["files"]
    )
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((track / name).read_bytes()).hexdigest() == digest
    assert list(track.rglob(".*")) == []


def test_loudness_by_another_meter(track: Path) -> None:
    for suffix in ("mp3", "m4b"):
        samples = samples_of(track / f"{track.name}.{suffix}").astype(np.float64)
        assert pyloudnorm.Meter(44_100).integrated_loudness(samples) == pytest.approx(-19, abs=0.5)
        assert meter.read(track / f"{track.name}.{suffix}").true_peak_dbtp <= -1.5
    assert manifest_of(track)["loudness"]["integrated_lufs"] == pytest.approx(-19, abs=0.5)


def test_chapters_by_another_reader(track: Path) -> None:
    manifest = manifest_of(track)
    wanted = [(c["title"], c["start"]) for c in manifest["chapters"]]
    assert wanted[0][0] == "Welcome"
    assert wanted[-1][0] == "Closing"
    tags = mutagen.id3.ID3(track / f"{track.name}.mp3")
    found = sorted((frame.start_time / 1000, frame.sub_frames["TIT2"].text[0]) for frame in tags.getall("CHAP"))
    assert [(title, pytest.approx(start, abs=0.002)) for start, title in found] == wanted
    assert len(tags.getall("CTOC")) == 1
    m4b = mutagen.mp4.MP4(track / f"{track.name}.m4b")
    assert [(c.title, pytest.approx(c.start, abs=0.002)) for c in m4b.chapters] == wanted


def test_the_manifest_says_what_each_file_measures(track: Path) -> None:
    manifest = manifest_of(track)
    assert set(manifest["measures"]) == {f"{track.name}.mp3", f"{track.name}.m4b"}
    for name, figures in manifest["measures"].items():
        assert figures == json.loads(json.dumps(asdict(measures.measure(track / name))))
        assert figures["chapter_spread_lu"] <= 1
        assert figures["pace"]["words"] == sum(len(cue["spoken"].split()) for cue in manifest["cues"])
    assert manifest["loudness"]["integrated_lufs"] == manifest["measures"][f"{track.name}.mp3"]["integrated_lufs"]


def test_the_cover_is_beside_the_audio_and_in_it(track: Path) -> None:
    manifest = manifest_of(track)
    cover = (track / manifest["cover"]["file"]).read_bytes()
    assert mutagen.id3.ID3(track / f"{track.name}.mp3").getall("APIC")[0].data == cover
    assert bytes(mutagen.mp4.MP4(track / f"{track.name}.m4b").tags["covr"][0]) == cover
    assert manifest["title"] in manifest["cover"]["alt"]
    assert "draft" in manifest["cover"]["alt"]


def test_a_bed_is_a_second_file_that_the_page_can_switch_to(tmp_path: Path) -> None:
    source = tmp_path / "test-page.txt"
    source.write_text(PAGE, encoding="utf-8")
    result = narration("make", str(source), "--bed", "soft", "--also", "wav", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    track = tmp_path / "audio_out" / "test-page"
    files = {"test-page.mp3", "test-page.m4b", "test-page.wav", "test-page-bed.mp3"}
    assert files == {path.name for path in track.iterdir() if path.suffix in (".mp3", ".m4b", ".wav")}
    assert set(manifest_of(track)["measures"]) == files
    assert "test-page-bed.mp3" in (track / "index.html").read_text(encoding="utf-8")
    assert narration("measure", str(track), cwd=tmp_path).returncode == 0


def test_tags_say_draft_and_computer_voice(track: Path) -> None:
    tags = mutagen.id3.ID3(track / f"{track.name}.mp3")
    comment = tags.getall("COMM")[0].text[0]
    assert comment.startswith("DRAFT")
    assert "computer voice" in comment
    assert "a voice for drafts" in comment
    assert str(tags["TIT2"].text[0]).startswith("DRAFT")
    assert tags["TLAN"].text == ["eng"]
    assert str(tags["TDRC"].text[0]) == "2026-11-23"
    assert mutagen.mp4.MP4(track / f"{track.name}.m4b").tags["\xa9cmt"][0] == comment
    assert "DRAFT" in (track / "index.html").read_text(encoding="utf-8")
    assert manifest_of(track)["draft"] is True


def audible(samples: npt.NDArray[np.float32], threshold_dbfs: float = -52.0) -> npt.NDArray[np.intp]:
    """Indices of 5 ms frames that are louder than the room."""
    frames = samples[: len(samples) // 220 * 220].reshape(-1, 220)
    return np.flatnonzero(20 * np.log10(np.sqrt((frames**2).mean(axis=1)) + 1e-9) > threshold_dbfs)


def test_cues_are_where_the_speech_is(track: Path) -> None:
    heard = audible(samples_of(track / f"{track.name}.mp3")) * 220 / 44_100
    cues = manifest_of(track)["cues"]
    for earlier, cue in zip([None, *cues], cues, strict=False):
        since = earlier["end"] + 0.12 if earlier else 0.0
        onset = heard[np.searchsorted(heard, since)]
        assert onset == pytest.approx(cue["start"], abs=0.05), cue
    for cue, later in zip(cues, [*cues[1:], None], strict=True):
        until = later["start"] - 0.12 if later else np.inf
        end = heard[np.searchsorted(heard, until) - 1] + 0.005
        assert end == pytest.approx(cue["end"], abs=0.05), cue


def test_pauses_are_a_quiet_room_never_dead(track: Path) -> None:
    cues = manifest_of(track)["cues"]
    for suffix in ("mp3", "m4b"):
        samples = samples_of(track / f"{track.name}.{suffix}")
        for cue, later in itertools.pairwise(cues):
            gap = samples[int((cue["end"] + 0.15) * 44_100) : int((later["start"] - 0.15) * 44_100)]
            assert 20 * np.log10(np.sqrt((gap**2).mean())) <= -60
            assert np.count_nonzero(gap) > 0.9 * len(gap)


def test_captions_agree_with_the_clock(track: Path) -> None:
    manifest = manifest_of(track)
    text = (track / f"{track.name}.vtt").read_text(encoding="utf-8")
    stamp = r"(\d+):(\d\d):(\d\d\.\d{3})"
    found = [
        float(h) * 3600 + float(m) * 60 + float(s)
        for start_end in re.findall(rf"{stamp} --> {stamp}", text)
        for h, m, s in (start_end[:3], start_end[3:])
    ]
    assert found == pytest.approx([edge for c in manifest["cues"] for edge in (c["start"], c["end"])], abs=0.002)
    for chapter in manifest["chapters"]:
        first = next(c for c in manifest["cues"] if c["phase"] == chapter["title"])
        if chapter["start"]:
            assert first["start"] == pytest.approx(chapter["start"], abs=0.05)


def test_every_source_sentence_is_spoken_and_no_filler(track: Path) -> None:
    script = script_yaml.load(next((track.parents[1] / "scripts").rglob("*.yaml")))
    manifest = manifest_of(track)
    rendered = {source for cue in manifest["cues"] for source in cue["from"]}
    assert set(script.source) <= rendered
    everything = " ".join(cue["text"].lower() for cue in manifest["cues"])
    assert "lorem" not in everything
    assert "dolor" not in everything
    for cue in manifest["cues"]:
        assert re.fullmatch(r"[^\W\d_][^\d_/%&+<>=()–—\[\]{}]*", cue["spoken"]), cue["spoken"]


@pytest.mark.skipif(not SHARED.is_file(), reason="the user's own document is not beside this checkout")
def test_the_real_document_s_chapters(tmp_path: Path) -> None:
    result = narration("write", str(SHARED), cwd=tmp_path)
    assert result.returncode == 0
    assert "filler" in result.stderr
    script = script_yaml.load(tmp_path / "scripts" / "ketamine-infusion.yaml")
    assert [phase.name for phase in script.phases] == [
        "Welcome",
        "Preparation",
        "Onset",
        "Altered Perception",
        "Emotional Changes",
        "Visual and Auditory Effects",
        "Physical Sensations",
        "Duration",
        "Gradual Return",
        "Post-Infusion",
        "Closing",
    ]
    assert [item.reason for item in script.left_out] == ["filler"]
