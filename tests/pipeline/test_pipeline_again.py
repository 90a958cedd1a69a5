"""Building again: reproducible, incremental, interrupted, refused."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_pipeline_make import PAGE, environment, made, manifest_of, narration

from narration import folder
from narration.errors import PublishError


@pytest.fixture
def page(tmp_path: Path) -> Path:
    source = tmp_path / "test-page.txt"
    source.write_text(PAGE, encoding="utf-8")
    return source


def content(track: Path) -> dict[str, bytes]:
    return {str(p.relative_to(track)): p.read_bytes() for p in sorted(track.rglob("*")) if p.is_file()}


def test_two_cold_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    tracks = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        source = tmp_path / name / "test-page.txt"
        source.write_text(PAGE, encoding="utf-8")
        tracks.append(content(made(source, tmp_path / name)))
    assert tracks[0] == tracks[1]


def test_nothing_changed_nothing_done(page: Path, tmp_path: Path) -> None:
    track = made(page, tmp_path)
    before = {p: p.stat().st_mtime_ns for p in track.rglob("*")}
    again = narration("make", str(page), cwd=tmp_path)
    assert "nothing has changed" in again.stdout
    assert {p: p.stat().st_mtime_ns for p in track.rglob("*")} == before
    (track / "index.html").write_text("spoilt")
    assert "nothing has changed" not in narration("make", str(page), cwd=tmp_path).stdout
    assert (track / "index.html").read_text() != "spoilt"


def test_an_edited_line_stays_and_only_its_clip_is_spoken(page: Path, tmp_path: Path) -> None:
    track = made(page, tmp_path)
    script = tmp_path / "scripts" / "test-page.yaml"
    clips = {p for p in (tmp_path / "cache").rglob("*") if p.is_file()}
    script.write_text(script.read_text().replace("say: You may sit in", "say: You may rest in"))
    assert narration("make", str(page), cwd=tmp_path).returncode == 0
    assert any(cue["text"] == "You may rest in a quiet room." for cue in manifest_of(track)["cues"])
    assert len({p for p in (tmp_path / "cache").rglob("*") if p.is_file()} - clips) == 1
    page.write_text(PAGE.replace("Some people feel warm", "Some people feel cold"))
    result = narration("make", str(page), cwd=tmp_path)
    assert "source has changed" in result.stderr
    texts = [cue["text"] for cue in manifest_of(track)["cues"]]
    assert "You may rest in a quiet room." in texts
    assert any("cold" in text for text in texts)


def test_a_track_of_another_script_with_the_same_name_is_told(page: Path, tmp_path: Path) -> None:
    made(page, tmp_path)
    script = tmp_path / "scripts" / "test-page.yaml"
    same = tmp_path / "scripts" / "test-page" / "en.yaml"
    same.parent.mkdir()
    same.write_text(script.read_text().replace("say: You may sit in", "say: You may rest in"))
    first = narration("build", str(same), cwd=tmp_path)
    assert first.returncode == 0
    assert "made from another script, test-page.yaml; this one takes its place" in " ".join(first.stderr.split())
    same.write_text(script.read_text())
    assert "takes its place" not in narration("build", str(same), cwd=tmp_path).stderr


def test_a_store_that_cannot_be_written_is_told_and_stops_nobody(page: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "clips").write_text("a file where the folder should be")
    result = narration("make", str(page), cwd=tmp_path)
    assert result.returncode == 0
    assert "finished speech cannot be kept there" in " ".join(result.stderr.split())


def test_builds_side_by_side_share_store_and_output(page: Path, tmp_path: Path) -> None:
    alone = content(made(page, tmp_path))
    shutil.rmtree(tmp_path / "cache")
    shutil.rmtree(tmp_path / "audio_out")
    command = [sys.executable, "-m", "narration", "make", str(page)]
    running = [
        subprocess.Popen(
            command, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(3)
    ]
    told = [child.communicate()[1].decode() for child in running]
    assert [child.returncode for child in running] == [0, 0, 0], told
    assert content(tmp_path / "audio_out" / "test-page") == alone
    assert [path.name for path in (tmp_path / "audio_out").iterdir()] == ["test-page"]


def test_a_killed_build_leaves_the_earlier_track_whole(page: Path, tmp_path: Path) -> None:
    track = made(page, tmp_path)
    before = content(track)
    script = tmp_path / "scripts" / "test-page.yaml"
    code = f"""
import sys, time
sys.argv = ["narration", "build", {str(script)!r}, "--again"]
from narration.editions import manifest
manifest.publish = lambda *_: (print("ready", flush=True), time.sleep(60))
from narration.cli import main
main()
"""
    child = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child:
        assert child.stdout.readline() == "ready\n"
        child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert content(track) == before


def test_a_swap_that_was_cut_short_is_mended(tmp_path: Path) -> None:
    target = tmp_path / "track"
    with folder.staged(target) as staging:
        (staging / "manifest.json").write_text("1")
    target.rename(tmp_path / ".track.earlier")
    with pytest.raises(RuntimeError), folder.staged(target):
        raise RuntimeError
    assert (target / "manifest.json").read_text() == "1"


def test_somebody_s_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "track").mkdir()
    (tmp_path / "track" / "thesis.doc").write_text("mine")
    with pytest.raises(PublishError, match="left as it is"), folder.staged(tmp_path / "track"):
        pass
    assert (tmp_path / "track" / "thesis.doc").read_text() == "mine"


def test_leftovers_of_killed_builds_go_once_they_are_old(tmp_path: Path) -> None:
    import os

    for name, age in ((".track.building-old", 2 * folder.STALE_SECONDS), (".track.building-new", 0)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    with folder.staged(tmp_path / "track") as staging:
        (staging / "manifest.json").write_text("1")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".track.building-new", "track"]


def test_release_refuses_a_draft(page: Path, tmp_path: Path) -> None:
    result = narration("make", str(page), "--release", cwd=tmp_path)
    assert result.returncode == 1
    assert "nobody has approved" in result.stderr
    assert not (tmp_path / "audio_out").exists()
