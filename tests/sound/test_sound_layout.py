"""The layout's arithmetic, on any plan: to the sample."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pytest
import sounding
from hypothesis import given, settings
from hypothesis import strategies as st

from narration.clip import Clip
from narration.errors import SoundError
from narration.plan import Pause, Plan, PlannedPhase, Utterance
from narration.sound.layout import lay_out
from narration.sound.stitch import blocks
from narration.sound.trim import audible
from narration.units import SAMPLE_RATE_HZ, rescale, to_samples

RATES_HZ = (16_000, 22_050, 24_000, 44_100, 48_000)


@dataclass(frozen=True)
class Line:
    """A tone between silences, all in seconds, at a rate that voices have; then a pause, and perhaps a new phase."""

    rate_hz: int
    before: float
    sound: float
    after: float
    level_db: float
    pause: float
    begins: bool

    @property
    def clip(self) -> Clip:
        body = sounding.tone(self.sound, self.level_db, 400, self.rate_hz)
        quiet = (sounding.silence(seconds, self.rate_hz) for seconds in (self.before, self.after))
        return sounding.clip_of(np.concatenate([next(quiet), body, next(quiet)]), self.rate_hz)


LINES = st.lists(
    st.builds(
        Line,
        st.sampled_from(RATES_HZ),
        st.floats(0, 0.6),
        st.floats(0.03, 0.6),
        st.floats(0, 0.6),
        st.floats(-30, -1),
        st.one_of(st.floats(0, 2), st.integers(0, 12).map(lambda samples: samples / SAMPLE_RATE_HZ)),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def planned(lines: list[Line]) -> Plan:
    """A pause after each line; a line may begin a phase."""
    phases: list[list[Utterance | Pause]] = [[]]
    for number, line in enumerate(lines):
        if line.begins and phases[-1]:
            phases.append([])
        phases[-1] += [
            Utterance(f"c{number}", "text", "text", ("s.1",)),
            Pause(to_samples(line.pause), "explicit"),
        ]
    return Plan(130, tuple(PlannedPhase(f"P{n}", tuple(items)) for n, items in enumerate(phases)))


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_pauses_are_the_script_s_to_the_sample(lines: list[Line]) -> None:
    spoken = {f"c{number}": line.clip for number, line in enumerate(lines)}
    laid = lay_out(planned(lines), sounding.heard_of(spoken))
    cues, timeline = laid.timeline.cues, laid.timeline
    for line, (cue, later) in zip(lines, itertools.pairwise(cues), strict=False):
        assert later.start - cue.end == to_samples(line.pause)
    for cue in cues:
        sound = audible(spoken[cue.id])
        assert sound is not None
        assert cue.end - cue.start == rescale(sound.end - sound.begin, spoken[cue.id].sample_rate_hz, SAMPLE_RATE_HZ)
    assert 0.5 * SAMPLE_RATE_HZ <= cues[0].start <= SAMPLE_RATE_HZ
    assert SAMPLE_RATE_HZ <= timeline.samples - cues[-1].end - to_samples(lines[-1].pause) <= 5 * SAMPLE_RATE_HZ


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_placements_follow_each_other_and_chapters_cover_the_track(lines: list[Line]) -> None:
    laid = lay_out(planned(lines), sounding.heard_of({f"c{number}": line.clip for number, line in enumerate(lines)}))
    clock = 0
    for placement, cue in zip(laid.placements, laid.timeline.cues, strict=True):
        assert clock <= placement.at <= cue.start
        clock = placement.at + placement.samples
        assert cue.end <= clock
    assert clock <= laid.timeline.samples
    chapters = laid.timeline.chapters
    assert chapters[0].start == 0
    assert chapters[-1].end == laid.timeline.samples
    assert all(earlier.end == later.start for earlier, later in itertools.pairwise(chapters))
    for chapter in chapters:
        assert laid.timeline.cues_of(chapter)[0].phase == chapter.title


@settings(max_examples=30, deadline=None)
@given(LINES)
def test_the_stream_is_as_long_as_the_clock_says_and_sounds_where_the_cues_are(lines: list[Line]) -> None:
    spoken = {f"c{number}": line.clip for number, line in enumerate(lines)}
    laid = lay_out(planned(lines), sounding.heard_of(spoken))
    track = np.concatenate(list(blocks(laid, spoken)))
    assert len(track) == laid.timeline.samples
    between = [(0, laid.placements[0].at)] + [(a.at + a.samples, b.at) for a, b in itertools.pairwise(laid.placements)]
    assert all(not track[start:end].any() for start, end in between)
    for cue in laid.timeline.cues:
        assert sounding.level_db(track[cue.start : cue.end]) > -45


def test_silence_only_is_refused_in_one_sentence_that_names_the_line() -> None:
    plan = sounding.plan_of(["Hello."], [], [("Welcome", 1)])
    with pytest.raises(SoundError, match=r"line 1: the voice gave no audible sound for “Hello\.”\.$"):
        lay_out(plan, sounding.heard_of({"c0001": sounding.clip_of(sounding.silence(2.0))}))
    with pytest.raises(SoundError, match="says nothing"):
        lay_out(sounding.plan_of([], [], []), {})


def test_a_click_before_the_speech_is_not_its_onset() -> None:
    samples = np.concatenate([sounding.silence(0.3), sounding.tone(0.5), sounding.silence(0.3)])
    samples[2000:2080] = 0.5
    found = audible(sounding.clip_of(samples))
    assert found is not None
    assert found.begin == pytest.approx(to_samples(0.3), abs=to_samples(0.006))
    assert found.end == pytest.approx(to_samples(0.8), abs=to_samples(0.006))


def test_a_voice_that_hisses_is_trimmed_to_its_speech() -> None:
    noise = np.random.default_rng(1).normal(0, 10 ** (-45 / 20), to_samples(2.0))
    noise[to_samples(0.5) : to_samples(1.5)] += sounding.tone(1.0, -6)
    found = audible(sounding.clip_of(noise))
    assert found is not None
    assert found.begin == pytest.approx(to_samples(0.5), abs=to_samples(0.01))
    assert found.end == pytest.approx(to_samples(1.5), abs=to_samples(0.01))
