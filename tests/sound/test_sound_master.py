"""The mastered track: loudness by independent meters, peaks, pauses, levels; for both voices."""

from __future__ import annotations

import itertools

import numpy as np
import pyloudnorm
import pytest
import sounding
from hypothesis import given, settings
from hypothesis import strategies as st
from pystoi import stoi

from narration.clip import Clip
from narration.plan import Plan
from narration.sound import levels, limiter, stitch
from narration.sound.layout import Layout, lay_out
from narration.sound.listen import listen
from narration.sound.master import PEAK_LIMIT_DBTP, Steps, prepare, render
from narration.units import SAMPLE_RATE_HZ, to_samples

VOICES = ("embedded", "online")
ALL_STEPS = Steps()


def laid_out(clips: sounding.Clips, plan: Plan | None = None) -> Layout:
    return lay_out(plan or sounding.plan_of(), sounding.heard_of(clips))


def mastered(clips: sounding.Clips, steps: Steps = ALL_STEPS, plan: Plan | None = None) -> sounding.Samples:
    """The rendered track, full scale ±1."""
    mastering = prepare(laid_out(clips, plan), sounding.heard_of(clips), steps)
    return np.concatenate(list(render(mastering, clips))).astype(np.float64) / 32768


@pytest.mark.parametrize("voice", VOICES)
def test_loudness_length_and_pauses(voice: str) -> None:
    clips = sounding.clips_of(voice)
    timeline = laid_out(clips).timeline
    track = mastered(clips)
    assert len(track) == timeline.samples
    assert pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(track) == pytest.approx(-19, abs=0.3)
    edge = to_samples(0.06)
    silent = [(0, timeline.cues[0].start), *((a.end, b.start) for a, b in itertools.pairwise(timeline.cues))]
    for start, end in [*silent, (timeline.cues[-1].end, timeline.samples)]:
        pause = track[start + edge : end - edge]
        if pause.size:
            assert -75 < sounding.level_db(pause) <= -60
            assert np.count_nonzero(pause) > 0.9 * pause.size


@pytest.mark.parametrize("voice", VOICES)
def test_mastering_keeps_speech_as_intelligible_as_it_was(voice: str) -> None:
    clips = sounding.clips_of(voice)
    raw = np.concatenate(list(stitch.blocks(laid_out(clips), clips))).astype(np.float64)
    assert stoi(raw, mastered(clips), SAMPLE_RATE_HZ) >= 0.98


def test_chapters_of_different_level_are_brought_together() -> None:
    gains_db = (0, -7, -6, -8, 5, 6, 5, -3)
    plain = sounding.clips_of("embedded")
    clips = {
        key: sounding.clip_of(sounding.floats(clip) * 0.5 * 10 ** (gain / 20), clip.sample_rate_hz)
        for (key, clip), gain in zip(plain.items(), gains_db, strict=True)
    }
    timeline = laid_out(clips).timeline
    meter = pyloudnorm.Meter(SAMPLE_RATE_HZ)

    def spread(track: sounding.Samples) -> float:
        found = [meter.integrated_loudness(track[c.start : c.end]) for c in timeline.chapters]
        return float(max(found) - min(found))

    assert spread(mastered(clips)) <= 1.0
    assert spread(mastered(clips, Steps(level=False))) > 5.0


@pytest.mark.parametrize("rate_hz", [22_050, 24_000, 44_100])
def test_a_clip_s_loudness_agrees_with_an_independent_meter(rate_hz: int) -> None:
    clips = sounding.clips_of("embedded")
    samples = stitch.resample(sounding.floats(clips["c0002"]).astype(np.float32), 22_050, rate_hz)
    wanted = pyloudnorm.Meter(rate_hz).integrated_loudness(samples.astype(np.float64))
    assert levels.gated_lufs(listen(sounding.clip_of(samples, rate_hz)).energy) == pytest.approx(wanted, abs=0.15)


def test_a_harsh_voice_is_softened_and_a_dull_one_left_alone() -> None:
    def clip(harsh_dbfs: float) -> dict[str, Clip]:
        return {"c0001": sounding.clip_of(sounding.tone(2.0, -12, 500) + sounding.tone(2.0, harsh_dbfs, 5000))}

    plan = sounding.plan_of(["One."], [], [("A", 1)])

    def softening_db(clips: dict[str, Clip]) -> float:
        return levels.softening_db(laid_out(clips, plan), sounding.heard_of(clips))

    assert softening_db(clip(-40)) == 0
    assert softening_db(clip(-24)) == pytest.approx(-2, abs=0.2)
    assert softening_db(clip(-14)) == -levels.MOST_SOFTENING_DB


@pytest.mark.parametrize(
    "sound",
    [
        sounding.tone(0.35, -3),
        np.clip(sounding.tone(3.0, 12, 200), -1, 1),
        np.concatenate([sounding.tone(2.0, -45), sounding.tone(0.02, 0, 900), sounding.tone(2.0, -45)]),
    ],
    ids=["one word", "clipped", "one loud knock"],
)
def test_odd_clips_reach_the_target_within_the_peak_limit(sound: sounding.Samples) -> None:
    clips = {"c0001": sounding.clip_of(sound)}
    samples = mastered(clips, plan=sounding.plan_of(["One."], [], [("A", 1)])).astype(np.float32)
    meter = limiter.PeakMeter()
    list(meter.watch([samples]))
    assert 20 * np.log10(meter.highest) <= PEAK_LIMIT_DBTP + 0.1
    assert pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(samples.astype(np.float64)) <= -18.5


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 3000), max_size=8))
def test_a_true_peak_is_the_same_however_the_sound_is_cut_into_blocks(sizes: list[int]) -> None:
    samples = sounding.tone(0.2, -6, 200).astype(np.float32)
    cuts = np.cumsum(sizes, dtype=int)
    pieces = np.split(samples, cuts[cuts < len(samples)])
    meter = limiter.PeakMeter()
    assert [len(piece) for piece in meter.watch(pieces)] == [len(piece) for piece in pieces]
    whole = limiter.PeakMeter()
    list(whole.watch([samples]))
    assert meter.highest == pytest.approx(whole.highest, rel=1e-4)
    assert whole.highest == pytest.approx(10 ** (-6 / 20), rel=0.03)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(-12, 12), st.lists(st.integers(1, 3000), min_size=1, max_size=8))
def test_the_limiter_holds_true_peaks_and_keeps_the_count(seed: int, level_db: float, sizes: list[int]) -> None:
    noise = np.random.default_rng(seed).normal(0, 10 ** (level_db / 20) / 4, 9000).astype(np.float32)
    cuts = np.cumsum(sizes)
    pieces = [piece for piece in np.split(noise, cuts[cuts < len(noise)]) if piece.size]
    out = np.concatenate(list(limiter.limited(pieces, 0.7)))
    assert len(out) == len(noise)
    assert np.abs(out - np.concatenate(list(limiter.limited([noise], 0.7)))).max() < 1e-5
    meter = limiter.PeakMeter()
    list(meter.watch([out]))
    assert meter.highest <= 0.7 * 1.012
    calm = noise / np.abs(noise).max() * 0.3
    assert np.array_equal(np.concatenate(list(limiter.limited([calm], 0.7))), calm)
