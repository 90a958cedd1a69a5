"""Measuring: what it finds in files whose faults are known, and the command that shows it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import av
import numpy as np
import pytest
import sounding
from PIL import Image

from narration.cli import main
from narration.errors import SoundError
from narration.sound import activity, measures, meter, picture, room_tone, survey
from narration.sound.cues import Known, Span
from narration.units import SAMPLE_RATE_HZ, to_samples


def written(samples: sounding.Samples, path: Path, rate_hz: int = SAMPLE_RATE_HZ, channels: int = 1) -> Path:
    with av.open(str(path), "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=rate_hz, layout="mono" if channels == 1 else "stereo")
        pcm = np.frombuffer(sounding.clip_of(samples, rate_hz).pcm, dtype="<i2")
        layout = "mono" if channels == 1 else "stereo"
        frame = av.AudioFrame.from_ndarray(np.repeat(pcm, channels).reshape(1, -1), "s16", layout)
        frame.sample_rate = rate_hz
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return path


@pytest.fixture(scope="module")
def track(tmp_path_factory: pytest.TempPathFactory) -> sounding.Made:
    return sounding.made(sounding.clips_of("embedded"), tmp_path_factory.mktemp("measured"), ("mp3", "wav"))


def known(track: sounding.Made) -> Known:
    return Known.of_timeline("A scan", track.timeline)


def test_loudness_range_agrees_with_ffmpeg(track: sounding.Made) -> None:
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("there is no ffmpeg program here")
    command = [program, "-hide_banner", "-nostats", "-i", str(track.path(".wav")), "-af", "ebur128", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stderr
    found = re.search(r"LRA:\s+(\S+) LU\b", told[told.rindex("Summary:") :])
    assert found is not None
    assert measures.measure(track.path(".wav")).loudness_range_lu == pytest.approx(float(found[1]), abs=0.2)


def test_a_step_in_loudness_is_the_loudness_range(tmp_path: Path) -> None:
    """EBU Tech 3342's first test signal: 20 s at −20, then 20 s at −30, is a range of 10 LU."""
    loud, soft = (sounding.tone(20, level, 1_000) for level in (-20, -30))
    found = measures.measure(written(np.concatenate([loud, soft]), tmp_path / "step.wav"))
    assert found.loudness_range_lu == pytest.approx(10, abs=1)


def test_pace_and_pauses_are_the_script_s(track: sounding.Made) -> None:
    found = measures.measure(track.path(".mp3"), known(track))
    words = sum(len(text.split()) for text in sounding.TEXTS)
    spoken = sum(cue.end - cue.start for cue in track.timeline.cues) / SAMPLE_RATE_HZ
    assert found.pace is not None
    assert found.pauses is not None
    assert (found.pace.words, found.pace.estimated) == (words, False)
    assert found.pace.speaking_wpm == pytest.approx(words * 60 / spoken, abs=0.2)
    assert found.pace.overall_wpm == pytest.approx(words * 60 / found.seconds, abs=0.2)
    long = [pause for pause in sounding.PAUSES_SECONDS if pause >= measures.SHORTEST_PAUSE_SECONDS]
    assert found.pauses.count == len(long)
    assert found.pauses.longest == pytest.approx(max(long), abs=0.001)
    assert found.pauses.median == pytest.approx(float(np.median(long)), abs=0.001)


def test_without_cues_speech_is_found_and_words_are_estimated(track: sounding.Made, tmp_path: Path) -> None:
    alone = tmp_path / "alone.mp3"
    shutil.copyfile(track.path(".mp3"), alone)
    found = measures.measure(alone)
    told = measures.measure(track.path(".mp3"), known(track))
    assert found.pace is not None
    assert told.pace is not None
    assert found.pace.estimated
    assert found.pace.words == pytest.approx(told.pace.words, rel=0.25)
    assert found.pauses is not None
    assert found.pauses.longest == pytest.approx(3.0, abs=0.1)
    assert [c.title for c in found.chapters] == [c.title for c in track.timeline.chapters]
    assert found.clicks == ()


def test_clicks_are_found_where_they_are_and_nowhere_else(track: sounding.Made, tmp_path: Path) -> None:
    samples = track.samples(".wav")
    cues = track.timeline.cues
    assert measures.measure(track.path(".wav"), known(track)).clicks == ()
    pause = (cues[3].end + cues[4].start) // 2
    samples[pause] += 0.02
    samples[cues[1].end + 300 :][:2000] += 0.4 * np.exp(-np.arange(2000) / 400)
    found = measures.measure(written(samples, tmp_path / "clicks.wav"), known(track))
    places = [pause / SAMPLE_RATE_HZ, (cues[1].end + 300) / SAMPLE_RATE_HZ]
    assert sorted({round(at, 1) for at in found.clicks}) == sorted(round(at, 1) for at in places)
    assert any("click" in wrong for wrong in measures.off_target(found))


def test_dead_pauses_and_noisy_ones_are_off_target(track: sounding.Made, tmp_path: Path) -> None:
    samples, cues = track.samples(".wav"), track.timeline.cues
    dead = samples.copy()
    dead[cues[3].end + 3000 : cues[4].start - 3000] = 0
    found = measures.measure(written(dead, tmp_path / "dead.wav"), known(track))
    assert found.dead_seconds > 1
    assert any("dead silence" in wrong for wrong in measures.off_target(found))
    noisy = samples + np.random.default_rng(1).normal(0, 10 ** (-52 / 20), len(samples))
    found = measures.measure(written(noisy, tmp_path / "noisy.wav"), known(track))
    assert found.noise_floor_dbfs == pytest.approx(-52, abs=1)
    assert any("pauses at" in wrong for wrong in measures.off_target(found))


def test_each_target_can_be_missed(track: sounding.Made) -> None:
    good = measures.measure(track.path(".mp3"), known(track))
    assert measures.off_target(good) == []
    assert good.pauses is not None
    for change in (
        {"integrated_lufs": -18.4},
        {"true_peak_dbtp": -1.4},
        {"chapter_spread_lu": 1.1},
        {"noise_floor_dbfs": -59.0},
        {"dead_seconds": 0.1},
        {"clicks": (1.0,)},
        {"pauses": replace(good.pauses, head=0.4)},
        {"pauses": replace(good.pauses, tail=0.9)},
    ):
        assert len(measures.off_target(replace(good, **change))) == 1, change
    assert measures.off_target(replace(good, noise_floor_dbfs=-42.0), over_bed=True) == []
    assert measures.off_target(replace(good, channels=2, integrated_lufs=-16.2)) == []


def test_silence_and_a_file_that_is_no_audio(tmp_path: Path) -> None:
    found = measures.measure(written(sounding.silence(2.0), tmp_path / "silence.wav"))
    assert (found.integrated_lufs, found.true_peak_dbtp) == (-70.0, -120.0)
    assert (found.pace, found.pauses, found.chapter_spread_lu) == (None, None, None)
    json.dumps(found.true_peak_dbtp, allow_nan=False)
    text = tmp_path / "text.mp3"
    text.write_text("no sound in here", encoding="utf-8")
    with pytest.raises(SoundError, match="not audio that can be decoded"):
        measures.measure(text)


def aac(rate_hz: int, path: Path) -> bytes:
    """A second of a tone as a stream of AAC, which says its rate in every frame."""
    with av.open(str(path), "w", format="adts") as container:
        stream = container.add_stream("aac", rate=rate_hz, layout="mono")
        samples = sounding.tone(1, -20, rate_hz=rate_hz).astype(np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
        frame.sample_rate = rate_hz
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    return path.read_bytes()


def test_a_file_whose_rate_changes_and_one_without_sound_are_named(tmp_path: Path) -> None:
    changing = tmp_path / "changing.aac"
    changing.write_bytes(aac(44_100, tmp_path / "a.aac") + aac(22_050, tmp_path / "b.aac"))
    with pytest.raises(SoundError, match="sample rate or its channels change"):
        measures.measure(changing)
    picture = tmp_path / "picture.mkv"
    with av.open(str(picture), "w") as container:
        stream = container.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "yuvj420p"
        container.mux(stream.encode(av.VideoFrame(32, 32, "yuvj420p")))
        container.mux(stream.encode(None))
    with pytest.raises(SoundError, match="no sound in this file"):
        measures.measure(picture)


def test_stereo_is_three_lu_louder_than_one_of_its_channels(tmp_path: Path) -> None:
    mono, stereo = (written(sounding.tone(3, -20), tmp_path / f"{n}.wav", channels=n) for n in (1, 2))
    difference = measures.measure(stereo).integrated_lufs - measures.measure(mono).integrated_lufs
    assert difference == pytest.approx(3.01, abs=0.1)
    loudness, _ = sounding.ffmpeg_meter(stereo)
    assert measures.measure(stereo).integrated_lufs == pytest.approx(loudness, abs=0.1)


def test_speech_is_found_in_a_hissing_recording(tmp_path: Path) -> None:
    samples = np.random.default_rng(3).normal(0, 10 ** (-50 / 20), to_samples(6))
    samples[to_samples(2) : to_samples(4)] += sounding.tone(2.0, -12)
    (found,) = activity.speech(meter.read(written(samples, tmp_path / "hiss.wav")))
    assert found.start == pytest.approx(2, abs=0.03)
    assert found.end == pytest.approx(4, abs=0.03)
    assert (
        activity.speech(meter.read(written(room_tone.tone(0, to_samples(3)).astype(np.float64), tmp_path / "room.wav")))
        == ()
    )
    assert measures.between((Span(1.0, 2.0), Span(2.1, 3.0)), 4.0) == [Span(0.0, 1.0), Span(3.0, 4.0)]


def test_the_picture_names_chapters_and_targets_in_both_forms(track: sounding.Made, tmp_path: Path) -> None:
    reading = meter.read(track.path(".mp3"))
    found = measures.of(reading, known(track))
    canvas = picture.draw(reading, found, replace(known(track), title="Tea & <toast>"), ["it is too loud"])
    root = ElementTree.fromstring(canvas.svg())  # noqa: S314  # our own file
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    for title in ("Welcome", "Before", "During", "Closing", "target –19", "–1.5 dBTP", "Tea & <toast>", "0:00"):
        assert any(title in text for text in texts), title
    assert any("it is too loud" in text for text in texts)
    (tmp_path / "p.png").write_bytes(canvas.png())
    with Image.open(tmp_path / "p.png") as image:
        assert image.size == (canvas.width * 2, canvas.height * 2)
        assert len(image.convert("P", palette=Image.Palette.ADAPTIVE).getcolors() or []) > 8


def test_the_command_measures_a_folder_and_draws_it(
    track: sounding.Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(track.path(".mp3"), tmp_path / "a.mp3")
    shutil.copyfile(track.path(".wav"), tmp_path / "a.wav")
    for ending in ("svg", "png"):
        assert main(["measure", str(tmp_path), "--picture", str(tmp_path / f"p.{ending}"), "--json"]) == 0
        assert (tmp_path / f"p.{ending}").stat().st_size > 5_000
        files = json.loads(capsys.readouterr().out)["files"]
        assert [one["file"] for one in files] == ["a.mp3", "a.wav"]
        assert files[0]["off_target"] == []
    assert main(["measure", str(tmp_path / "a.wav")]) == 0
    shown = dict(line.split("\t", 1) for line in capsys.readouterr().out.splitlines())
    assert shown["Loudness (LUFS)"].startswith("-19 ±0.5")
    assert set(shown) >= {"True peak (dBTP)", "Loudness range (LU)", "Clicks", "Pauses (s)", "Words a minute"}


def test_the_command_fails_for_a_track_of_ours_that_is_off_target(
    track: sounding.Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(track.samples(".wav") * 0.5, tmp_path / "soft.wav")
    cues = [{"start": c.start / 44100, "end": c.end / 44100, "spoken": c.spoken} for c in track.timeline.cues]
    chapters = [{"title": c.title, "start": c.start / 44100, "end": c.end / 44100} for c in track.timeline.chapters]
    manifest = {"title": "T", "files": {"soft.wav": ""}, "cues": cues, "chapters": chapters}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert main(["measure", str(tmp_path)]) == 1
    assert "soft.wav is off target: -25" in capsys.readouterr().out
    (survey_of_it,) = survey.survey(tmp_path)
    assert survey_of_it.ours


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", str(tmp_path / "none.mp3")]) == 2
    assert "no such file" in capsys.readouterr().err
    assert main(["measure", str(tmp_path)]) == 2
    assert "no audio in this folder" in capsys.readouterr().err
    assert main(["measure", str(tmp_path), "--picture", "p.gif"]) == 2
    assert ".svg or a .png" in capsys.readouterr().err
