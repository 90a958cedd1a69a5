"""One word, a whisper, a shout that clips, long clips, odd chapters: still on target, or refused in a sentence."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import sounding
from hypothesis import given, settings
from hypothesis import strategies as st

from narration.clip import Clip
from narration.errors import SoundError, UsageError
from narration.plan import Plan
from narration.production import sound_settings
from narration.settings import Settings, Sound
from narration.sound import bed, levels, limiter, measures, meter
from narration.sound.cover import draw
from narration.sound.cues import Known
from narration.sound.layout import lay_out
from narration.sound.listen import listen
from narration.sound.master import Steps, prepare, render
from narration.sound.spool import Spool
from narration.units import SAMPLE_RATE_HZ


def scaled(clip: Clip, gain_db: float) -> Clip:
    """Louder or softer; what goes beyond full scale is cut off, as a converter does it."""
    return sounding.clip_of(sounding.floats(clip) * 10 ** (gain_db / 20), clip.sample_rate_hz)


def one_line(text: str) -> Plan:
    return sounding.plan_of([text], [], [("Only", 1)])


def on_target(track: sounding.Made) -> bool:
    known = Known.of_timeline("T", track.timeline)
    return all(not measures.off_target(measures.measure(track.path(end), known)) for end in (".mp3", ".m4b"))


def test_one_word(tmp_path: Path) -> None:
    track = sounding.made({"c0001": sounding.clips_of("embedded")["c0003"]}, tmp_path, plan=one_line("Stop."))
    assert on_target(track)
    assert [c.title for c in track.timeline.chapters] == ["Only"]


@pytest.mark.parametrize("gain_db", [-45.0, 18.0], ids=["very quiet", "clipping"])
def test_a_voice_at_any_level(gain_db: float, tmp_path: Path) -> None:
    clips = {key: scaled(clip, gain_db) for key, clip in sounding.clips_of("embedded").items()}
    track = sounding.made(clips, tmp_path)
    assert on_target(track)
    assert sounding.ffmpeg_meter(track.path(".mp3"))[1] <= -1.5


def test_a_clip_that_clips_is_noticed_and_a_loud_one_is_not() -> None:
    plain = sounding.clips_of("embedded")["c0002"]
    highest = float(np.abs(sounding.floats(plain)).max())
    assert listen(scaled(plain, -20 * np.log10(highest))).clipped == 0
    assert listen(scaled(plain, 18)).clipped > 100


def test_one_very_quiet_clip_among_others_is_brought_up(tmp_path: Path) -> None:
    clips = dict(sounding.clips_of("embedded"))
    clips["c0004"] = scaled(clips["c0004"], -18)
    track = sounding.made(clips, tmp_path)
    assert on_target(track)
    meter_, samples = pyloudnorm.Meter(SAMPLE_RATE_HZ), track.samples(".mp3")
    cue = track.timeline.cues[3]
    assert meter_.integrated_loudness(samples[cue.start : cue.end]) == pytest.approx(-19, abs=1)


def test_long_clips_and_short_ones_share_a_level(tmp_path: Path) -> None:
    """A voice that speaks a whole chapter in one clip, and one word in the next."""
    short = sounding.clips_of("embedded")
    rate_hz = short["c0001"].sample_rate_hz
    long = sounding.clip_of(np.concatenate([sounding.floats(clip) for clip in short.values()] * 3), rate_hz)
    clips = {"c0001": scaled(long, -9), "c0002": short["c0003"], "c0003": scaled(long, 3), "c0004": short["c0001"]}
    plan = sounding.plan_of(["A", "B", "C", "D"], [1.0, 1.0, 1.0], [("One", 1), ("Two", 1), ("Three", 1), ("Four", 1)])
    track = sounding.made(clips, tmp_path, plan=plan)
    assert on_target(track)


def test_a_track_off_its_targets_is_refused_with_the_figures(tmp_path: Path) -> None:
    """Without levelling, chapters that the voice spoke at different levels stay apart."""
    clips = {
        key: scaled(clip, -9 * (number // 4)) for number, (key, clip) in enumerate(sounding.clips_of("online").items())
    }
    with pytest.raises(SoundError, match=r"t\.mp3 has chapters \d\.\d LU apart.*nothing was published"):
        sounding.made(clips, tmp_path, steps=Steps(level=False))


@pytest.mark.parametrize("length_seconds", [0.5, 4.0, 90.0])
def test_a_clinic_s_own_bed_of_any_length_stays_below_the_speech(length_seconds: float, tmp_path: Path) -> None:
    """A deep, loud, uneven sound: half of it 12 dB above the rest."""
    deep = sounding.tone(length_seconds, -1, 60)
    deep[: len(deep) // 2] *= 0.25
    clip = sounding.clip_of(deep)
    with wave.open(str(tmp_path / "bed.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(clip.sample_rate_hz)
        file.writeframes(clip.pcm)
    track = sounding.made(sounding.clips_of("embedded"), tmp_path, ("mp3",), bed=str(tmp_path / "bed.wav"))
    over_bed = track.measures[-1]
    assert over_bed.file == "t-bed.mp3"
    assert over_bed.noise_floor_dbfs is not None
    assert -60 < over_bed.noise_floor_dbfs <= over_bed.integrated_lufs - 20


def test_a_bed_that_is_missing_silent_or_no_sound_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.mp3: there is no such background sound"):
        sound_settings(Settings(folder=tmp_path), str(tmp_path / "none.mp3"))
    with pytest.raises(UsageError, match=f"{tmp_path.name}.*no such"):
        sound_settings(Settings(sound=Sound(bed="gone.mp3"), folder=tmp_path), "")
    (tmp_path / "text.mp3").write_text("not a sound", encoding="utf-8")
    with wave.open(str(tmp_path / "silent.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE_HZ)
        file.writeframes(bytes(SAMPLE_RATE_HZ))
    timeline = lay_out(sounding.plan_of(), sounding.heard_of(sounding.clips_of("embedded"))).timeline
    for name, problem in (("text.mp3", "cannot|can be decoded"), ("silent.wav", "silent")):
        with pytest.raises(SoundError, match=problem):
            list(bed.under([], timeline, str(tmp_path / name)))


def test_mastering_reckons_the_loudness_that_comes_out() -> None:
    """One pass is enough because the reckoning holds, with every step and with none."""
    clips = sounding.clips_of("online")
    heard = sounding.heard_of(clips)
    laid = lay_out(sounding.plan_of(), heard)
    for steps in (Steps(), Steps(high_pass=False, soften=False, level=False)):
        track = np.concatenate(list(render(prepare(laid, heard, steps), clips))).astype(np.float64) / 32768
        assert pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(track) == pytest.approx(-19, abs=0.3)


WITHIN_REACH_DB = levels.MOST_GAIN_DB / 2 - 1
"""Clips no further apart than one gain may move them; what is beyond stays softer, or its noise would come up."""


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-WITHIN_REACH_DB, WITHIN_REACH_DB), min_size=8, max_size=8))
def test_chapters_come_together_whatever_their_clips_were(gains_db: list[float]) -> None:
    clips = {
        key: scaled(clip, gain - 10)
        for (key, clip), gain in zip(sounding.clips_of("embedded").items(), gains_db, strict=True)
    }
    heard = sounding.heard_of(clips)
    laid = levels.levelled(lay_out(sounding.plan_of(), heard), heard)
    powers = levels.track_powers(laid, heard)
    chapters = [levels.gated_lufs(powers[c.start // 441 : c.end // 441]) for c in laid.timeline.chapters]
    assert max(chapters) - min(chapters) < 0.6


def test_the_true_peak_meter_sees_what_lies_between_samples() -> None:
    """A tone at a quarter of the rate, sampled beside its crests, peaks 3 dB above its samples (BS.1770-4, annex 2)."""
    time = np.arange(SAMPLE_RATE_HZ)
    tone = (0.5 * np.sin(np.pi / 2 * time + np.pi / 4)).astype(np.float32)
    watched = limiter.PeakMeter()
    list(watched.watch([tone[:20_000], tone[20_000:]]))
    assert np.abs(tone).max() == pytest.approx(0.3536, abs=1e-3)
    assert watched.highest == pytest.approx(0.5, abs=0.02)


def test_a_spool_gives_back_what_it_was_given(tmp_path: Path) -> None:
    clips = sounding.clips_of("embedded")
    with Spool(tmp_path / "clips.pcm") as spool:
        for key, clip in clips.items():
            spool.add(key, clip)
            assert spool[key] == clip
        assert dict(spool) == clips
        with pytest.raises(KeyError):
            spool["c9999"]


def test_what_is_read_in_blocks_is_what_the_file_holds(tmp_path: Path) -> None:
    track = sounding.made(sounding.clips_of("embedded"), tmp_path, ("mp3", "wav"))
    reading = meter.read(track.path(".wav"))
    assert reading.samples == track.timeline.samples
    cue = track.timeline.cues[1]
    frames = reading.frames(cue.start / SAMPLE_RATE_HZ, cue.end / SAMPLE_RATE_HZ)
    inside = track.samples(".wav")[frames.start * 441 : frames.stop * 441]
    assert float(reading.power[frames].mean()) == pytest.approx(float((inside**2).mean()), rel=1e-4)
    assert reading.peak[frames].max() == pytest.approx(np.abs(inside).max(), rel=1e-6)


@pytest.mark.parametrize("title", ["Qué sentirá durante la resonancia", "Ñandú àéîöů", "Что такое МРТ", "Ω"])
def test_a_cover_writes_the_title_in_its_letters(title: str) -> None:
    with_title, without = draw(title, "", "scan", "es", draft=False), draw("", "", "scan", "es", draft=False)
    assert title in with_title.alt
    assert with_title.jpeg != without.jpeg


def test_a_cover_s_colour_is_the_procedure_s_and_a_draft_looks_different() -> None:
    one, same = (draw("A", "Clinic", "mri-scan", language, draft=False) for language in ("en", "en-GB"))
    assert one == same
    assert draw("A", "Clinic", "ketamine-infusion", "en", draft=False).jpeg != one.jpeg
    draft = draw("A", "Clinic", "mri-scan", "en", draft=True)
    assert draft.jpeg != one.jpeg
    assert "draft" in draft.alt
    assert "borrador" in draw("A", "", "mri-scan", "es", draft=True).alt
    boxes = draw("検査", "", "scan", "ja", draft=False)
    assert boxes.jpeg == draw("", "", "scan", "ja", draft=False).jpeg
    assert "検査" in boxes.alt
