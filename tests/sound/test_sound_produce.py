"""Finished files, with the embedded voice and with one born as 24 kHz MP3, judged by meters that are not ours."""

from __future__ import annotations

import itertools
import threading
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
import sounding
from pystoi import stoi

from narration.sound import measures, meter, produce
from narration.sound.cues import Known
from narration.timeline import Chapter
from narration.units import SAMPLE_RATE_HZ, to_samples

VOICES = ("embedded", "online")
SHAPES = ("mono", "stereo")
FILES = (".mp3", ".m4b", "-bed.mp3")
FRAME = to_samples(0.005)


@pytest.fixture(scope="module", params=itertools.product(VOICES, SHAPES), ids="-".join)
def track(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> sounding.Made:
    voice, shape = request.param
    return sounding.made(
        sounding.clips_of(voice), tmp_path_factory.mktemp("made"), stereo=shape == "stereo", bed="soft"
    )


def target(track: sounding.Made) -> float:
    return -16.0 if track.measures[0].channels == 2 else -19.0


@pytest.mark.parametrize("file", FILES)
def test_loudness_by_two_other_meters(track: sounding.Made, file: str) -> None:
    one = track.samples(file)
    channels = np.stack([one] * track.measures[0].channels, axis=1)
    assert pyloudnorm.Meter(SAMPLE_RATE_HZ).integrated_loudness(channels) == pytest.approx(target(track), abs=0.5)
    loudness, peak = sounding.ffmpeg_meter(track.path(file))
    assert loudness == pytest.approx(target(track), abs=0.5)
    assert peak <= -1.5


@pytest.mark.parametrize("file", FILES)
def test_what_is_measured_is_what_other_meters_say(track: sounding.Made, file: str) -> None:
    found = next(one for one in track.measures if one.file == f"t{file}")
    loudness, peak = sounding.ffmpeg_meter(track.path(file))
    assert found.integrated_lufs == pytest.approx(loudness, abs=0.15)
    assert found.true_peak_dbtp == pytest.approx(peak, abs=0.3)
    meter = pyloudnorm.Meter(SAMPLE_RATE_HZ)
    samples = track.samples(file)
    added = 3.01 if found.channels == 2 else 0.0

    def lufs(chapter: Chapter) -> float:
        return float(meter.integrated_loudness(samples[chapter.start : chapter.end])) + added

    for chapter, said in zip(track.timeline.chapters, found.chapters, strict=True):
        assert said.lufs == pytest.approx(lufs(chapter), abs=0.4), chapter.title


@pytest.mark.parametrize("file", [".mp3", ".m4b"])
def test_chapters_are_within_one_lu(track: sounding.Made, file: str) -> None:
    meter, samples = pyloudnorm.Meter(SAMPLE_RATE_HZ), track.samples(file)
    found = [meter.integrated_loudness(samples[c.start : c.end]) for c in track.timeline.chapters]
    assert max(found) - min(found) <= 1.0


@pytest.mark.parametrize(("file", "least"), [(".mp3", 0.98), (".m4b", 0.98), ("-bed.mp3", 0.98)])
def test_speech_stays_as_intelligible_as_the_raw_voice(track: sounding.Made, file: str, least: float) -> None:
    finished = track.samples(file)[: len(track.raw)]
    assert stoi(track.raw[: len(finished)], finished, SAMPLE_RATE_HZ) >= least


@pytest.mark.parametrize("file", [".mp3", ".m4b"])
def test_every_cue_starts_at_the_audible_onset_and_pauses_are_the_script_s(track: sounding.Made, file: str) -> None:
    samples = track.samples(file)
    levels = 20 * np.log10(np.sqrt((samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME) ** 2).mean(axis=1)))
    heard = np.flatnonzero(levels > -52 + (target(track) + 19)) * FRAME / SAMPLE_RATE_HZ
    cues = [(cue.start / SAMPLE_RATE_HZ, cue.end / SAMPLE_RATE_HZ) for cue in track.timeline.cues]
    middles = [(end + later) / 2 for (_, end), (later, _) in itertools.pairwise(cues)]
    onsets = [heard[np.searchsorted(heard, since)] for since in (0.0, *middles)]
    ends = [heard[np.searchsorted(heard, until) - 1] + FRAME / SAMPLE_RATE_HZ for until in (*middles, np.inf)]
    for (start, _), onset in zip(cues, onsets, strict=True):
        assert onset == pytest.approx(start, abs=0.05)
    for wanted, (end, onset) in zip(sounding.PAUSES_SECONDS, zip(ends, onsets[1:], strict=False), strict=True):
        if wanted >= 0.2:
            assert onset - end == pytest.approx(wanted, abs=0.03)


@pytest.mark.parametrize("file", [".mp3", ".m4b"])
def test_pauses_are_a_quiet_room_never_dead(track: sounding.Made, file: str) -> None:
    samples, room = track.samples(file), to_samples(0.15)
    for cue, later in itertools.pairwise(track.timeline.cues):
        pause = samples[cue.end + room : later.start - room]
        if pause.size > to_samples(0.1):
            assert sounding.level_db(pause) <= -60
            assert np.count_nonzero(pause) > 0.9 * pause.size
    head, tail = track.timeline.cues[0].start, track.timeline.samples - track.timeline.cues[-1].end
    assert 0.5 <= head / SAMPLE_RATE_HZ <= 1
    assert 1 <= tail / SAMPLE_RATE_HZ <= 5


def test_an_encoded_track_has_no_jump_at_its_joins(track: sounding.Made) -> None:
    samples = track.samples(".mp3")
    jumps = np.abs(np.diff(samples))
    inside = np.concatenate([jumps[cue.start : cue.end] for cue in track.timeline.cues])
    edge = to_samples(0.03)
    for cue in track.timeline.cues:
        for join in (jumps[cue.start - edge : cue.start], jumps[cue.end : cue.end + edge]):
            assert join.max(initial=0.0) <= np.percentile(inside, 99)


def test_the_bed_is_far_below_the_speech_ducked_and_faded(track: sounding.Made) -> None:
    timeline = track.timeline
    bed = track.samples("-bed.mp3")[: timeline.samples] - track.samples(".mp3")[: timeline.samples]
    speech = np.concatenate([track.samples(".mp3")[cue.start : cue.end] for cue in timeline.cues])
    under = np.concatenate([bed[cue.start : cue.end] for cue in timeline.cues])
    assert sounding.level_db(under) <= sounding.level_db(speech) - 20
    longest = max(itertools.pairwise(timeline.cues), key=lambda pair: pair[1].start - pair[0].end)
    room = to_samples(1.0)
    pause = bed[longest[0].end + room : longest[1].start - room]
    assert sounding.level_db(speech) - 30 < sounding.level_db(pause) <= sounding.level_db(speech) - 20
    edges = np.concatenate([bed[: to_samples(0.1)], bed[-to_samples(0.1) :]])
    assert sounding.level_db(edges) < sounding.level_db(pause) - 15


def test_nothing_that_we_make_is_off_our_own_targets(track: sounding.Made) -> None:
    known = Known.of_timeline("A scan", track.timeline)
    for file in FILES:
        found = measures.measure(track.path(file), known)
        assert measures.off_target(found, over_bed=file.startswith("-bed")) == []


@pytest.mark.parametrize("voice", VOICES)
def test_every_format_holds_exactly_the_clock_s_samples(voice: str, tmp_path: Path) -> None:
    track = sounding.made(sounding.clips_of(voice), tmp_path, ("mp3", "m4b", "wav", "flac"))
    plain = track.samples(".wav")
    assert len(plain) == track.timeline.samples
    assert np.array_equal(track.samples(".flac"), plain)
    for ending in (".mp3", ".m4b"):
        samples = track.samples(ending)
        # AAC has no way to end within a frame of 1024 samples that all players know.
        assert 0 <= len(samples) - track.timeline.samples <= (0 if ending == ".mp3" else 1024)
        part = slice(track.timeline.cues[1].start, track.timeline.cues[1].start + 20_000)
        wanted = plain[part]
        found = np.correlate(samples[part.start - 200 : part.stop + 200], wanted, mode="valid").argmax()
        assert abs(found - 200) <= 2


def test_who_interrupts_need_not_wait_until_all_is_measured(
    track: sounding.Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []

    def endless(_path: Path, _known: Known, stop: threading.Event) -> None:
        stopped.append(stop.wait(60))

    def interrupted(_running: object, _seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(measures, "measure", endless)
    monkeypatch.setattr(produce, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        produce._measured([track.path(".mp3"), track.path(".m4b")], Known())
    assert stopped == [True, True]


def test_measuring_ends_soon_after_it_is_stopped(track: sounding.Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "READ_SAMPLES", 1 << 14)

    class Soon(threading.Event):
        asked = 0

        def is_set(self) -> bool:
            self.asked += 1
            return self.asked > 2

    assert 0 < meter.read(track.path(".mp3"), Soon()).samples < meter.read(track.path(".mp3")).samples / 2
