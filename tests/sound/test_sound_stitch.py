"""Joins without a click, at any rate, for both voices."""

from __future__ import annotations

import numpy as np
import pytest
import sounding

from narration.sound.layout import lay_out
from narration.sound.stitch import BLOCK_SAMPLES, blocks, placed, resample
from narration.units import SAMPLE_RATE_HZ

VOICES = ("embedded", "online")


@pytest.mark.parametrize("voice", VOICES)
def test_no_sample_jump_at_joins_above_what_speech_itself_has(voice: str) -> None:
    clips = sounding.clips_of(voice)
    laid = lay_out(sounding.plan_of(), sounding.heard_of(clips))
    track = np.concatenate(list(blocks(laid, clips)))
    jumps = np.abs(np.diff(track))
    inside = np.concatenate([jumps[cue.start : cue.end] for cue in laid.timeline.cues])
    ordinary = np.percentile(inside, 99)
    for placement in laid.placements:
        for edge in (placement.at, placement.at + placement.samples):
            assert jumps[max(0, edge - 30) : edge + 30].max() < ordinary


def test_a_clip_cut_within_loud_sound_still_starts_and_ends_at_nothing() -> None:
    clips = {"c0001": sounding.clip_of(sounding.tone(1.0, 0.0, 1000))}
    laid = lay_out(sounding.plan_of(["One."], [], [("A", 1)]), sounding.heard_of(clips))
    sound = placed(laid.placements[0], clips["c0001"])
    assert abs(sound[0]) < 1e-3
    assert abs(sound[-1]) < 1e-3
    assert np.abs(np.diff(sound)).max() <= np.abs(np.diff(sounding.tone(1.0, 0.0, 1000))).max() * 1.05


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 24_000, 48_000])
def test_resampling_keeps_time_level_and_pitch(rate_hz: int) -> None:
    made = resample(sounding.tone(1.0, -6, 440, rate_hz).astype(np.float32), rate_hz, SAMPLE_RATE_HZ)
    wanted = sounding.tone(1.0, -6, 440)
    middle = slice(2000, 40_000)
    assert len(made) == pytest.approx(SAMPLE_RATE_HZ, abs=64)
    assert np.abs(made[middle] - wanted[middle]).max() < 0.003


def test_blocks_are_few_and_small() -> None:
    clips = sounding.clips_of("embedded")
    sizes = [len(block) for block in blocks(lay_out(sounding.plan_of(), sounding.heard_of(clips)), clips)]
    assert max(sizes) <= BLOCK_SAMPLES
    assert all(size == BLOCK_SAMPLES for size in sizes[:-1])
