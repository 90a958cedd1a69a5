"""Real speech (the embedded voice), the same speech as an online voice would give it, and tracks made of both."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from narration import settings, voices
from narration.clip import Clip
from narration.plan import Pause, Plan, PlannedPhase, Utterance
from narration.sound import cover, meter, produce, stitch
from narration.sound.formats import Label
from narration.sound.layout import lay_out
from narration.sound.listen import Heard, listen
from narration.sound.master import ALL_STEPS, Steps
from narration.sound.measures import Measures
from narration.timeline import Timeline
from narration.track import Tags
from narration.units import SAMPLE_RATE_HZ, to_samples

Samples = npt.NDArray[np.float64]

TEXTS = (
    "This is what the scan is like.",
    "You lie on a narrow table, and a nurse stays close by.",
    "Stop.",
    "Some people feel warm, or far away, for a short while.",
    "Six cups of soft, fresh snow sit on the sixth shelf.",
    "The machine is loud. Ear plugs help.",
    "You can ask for a break at any time.",
    "That is all.",
)
PAUSES_SECONDS = (0.7, 1.5, 0.4, 2.5, 0.05, 1.0, 3.0)
PHASES = (("Welcome", 1), ("Before", 3), ("During", 3), ("Closing", 1))


def clip_of(samples: npt.ArrayLike, rate_hz: int = SAMPLE_RATE_HZ) -> Clip:
    """Floating-point samples (full scale ±1) as a clip; what is beyond full scale clips."""
    whole = np.clip(np.rint(np.asarray(samples) * 32767), -32768, 32767)
    return Clip(whole.astype("<i2").tobytes(), rate_hz)


def floats(clip: Clip) -> Samples:
    return np.frombuffer(clip.pcm, dtype="<i2").astype(np.float64) / 32768


def tone(seconds: float, level_dbfs: float = -20.0, hz: float = 300.0, rate_hz: int = SAMPLE_RATE_HZ) -> Samples:
    """A tone with a peak of ``level_dbfs``."""
    time = np.arange(to_samples(seconds, rate_hz)) / rate_hz
    return np.asarray(10 ** (level_dbfs / 20) * np.sin(2 * np.pi * hz * time), dtype=np.float64)


def silence(seconds: float, rate_hz: int = SAMPLE_RATE_HZ) -> Samples:
    return np.zeros(to_samples(seconds, rate_hz))


def plan_of(
    texts: Sequence[str] = TEXTS,
    pauses_seconds: Sequence[float] = PAUSES_SECONDS,
    phases: Sequence[tuple[str, int]] = PHASES,
) -> Plan:
    """``phases`` are titles with how many of ``texts`` each has; a pause follows each text but the last."""
    planned, number = [], 0
    for title, count in phases:
        items: list[Utterance | Pause] = []
        for _ in range(count):
            text = texts[number]
            items.append(Utterance(f"c{number + 1:04}", text, text, (f"s.{number + 1}",), number + 1))
            if number < len(pauses_seconds):
                items.append(Pause(to_samples(pauses_seconds[number]), "explicit"))
            number += 1
        planned.append(PlannedPhase(title, tuple(items)))
    return Plan(130, tuple(planned))


def through_mp3(clip: Clip, folder: Path, rate_hz: int = 24_000) -> Clip:
    """What an online voice sends: MPEG-2 layer III at 24 kHz, decoded again, with the codec's own delay."""
    path = folder / "clip.mp3"
    samples = stitch.resample(floats(clip).astype(np.float32), clip.sample_rate_hz, rate_hz)
    with av.open(str(path), "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=rate_hz, layout="mono")
        stream.bit_rate = 32_000
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = rate_hz
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=rate_hz)
        pcm = b"".join(
            out.to_ndarray().tobytes() for frame in container.decode(audio=0) for out in resampler.resample(frame)
        )
    return Clip(pcm, rate_hz)


Clips = dict[str, Clip]


@cache
def clips_of(voice: str) -> Clips:
    """``TEXTS`` by utterance id, as the ``embedded`` voice says them, or the same lines born ``online`` as MP3."""
    if voice == "online":
        with tempfile.TemporaryDirectory() as folder:
            return {key: through_mp3(clip, Path(folder)) for key, clip in clips_of("embedded").items()}
    with voices.choose("espeak", "en", settings.Settings()) as speaker:
        return {f"c{number:04}": speaker.speak(text, 130) for number, text in enumerate(TEXTS, 1)}


def heard_of(clips: Mapping[str, Clip]) -> dict[str, Heard]:
    return {key: listen(clip) for key, clip in clips.items()}


def ffmpeg_meter(path: Path) -> tuple[float, float]:
    """Integrated loudness (LUFS) and true peak (dBTP) by the ffmpeg program, which is no part of this one."""
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("there is no ffmpeg program here")
    command = [program, "-hide_banner", "-nostats", "-i", str(path), "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stderr
    summary = told[told.rindex("Summary:") :]
    loudness, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
    assert loudness is not None, told
    assert peak is not None, told
    return float(loudness[1]), float(peak[1])


def level_db(samples: npt.ArrayLike) -> float:
    """RMS in dBFS."""
    values = np.asarray(samples, dtype=np.float64)
    return float(10 * np.log10(np.mean(values**2) + 1e-20))


@dataclass(frozen=True)
class Made:
    """A finished track and what went into it."""

    folder: Path
    timeline: Timeline
    raw: Samples
    measures: list[Measures]

    def path(self, ending: str) -> Path:
        return self.folder / f"t{ending}"

    def samples(self, ending: str) -> Samples:
        """One channel of a file, decoded."""
        return np.concatenate(list(meter.decoded(self.path(ending)))).astype(np.float64)


TAGS = Tags("DRAFT: A scan", "Computer voice (espeak)", "Clínica", "en-GB", "2026-11-23", "DRAFT. A computer voice.")


def made(
    clips: Clips,
    folder: Path,
    formats: Sequence[str] = ("mp3", "m4b"),
    plan: Plan | None = None,
    *,
    stereo: bool = False,
    bed: str = "none",
    steps: Steps = ALL_STEPS,
) -> Made:
    """A track of ``clips``, through all of mastering and encoding, as ``folder/t.*``."""
    work = folder / "work"
    work.mkdir()
    heard = heard_of(clips)
    laid = lay_out(plan or plan_of(), heard)
    picture = cover.draw("A scan", "Clínica", "scan", "en", draft=True)
    order = produce.Order(folder, "t", formats, steps, stereo=stereo, bed=bed)
    work_of_it = produce.produce(laid, heard, clips, Label(laid.timeline, TAGS, picture), order, work)
    while True:
        try:
            next(work_of_it)
        except StopIteration as end:
            raw = np.concatenate(list(stitch.blocks(laid, clips))).astype(np.float64)
            return Made(folder, laid.timeline, raw, end.value)
