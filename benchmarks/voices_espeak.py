"""What espeak-ng's voices and settings do to its sound, from which ``narration/voices/espeak.py`` takes its own.

    python benchmarks/voices_espeak.py [LANGUAGE ...]

Each row speaks the same sentences at 130 heard words a minute.  The columns:

* sharpness in acum, after DIN 45692 (here without masking): how much the high bands weigh; less is softer;
* clarity: STOI of the speech in noise of its own spectrum at 0 dB; more survives a noisy waiting room;
* pitch in Hz and its movement in semitones (standard deviation): less than 2 sounds flat, more than 4 excited;
* words: milliseconds of quiet inside a sentence for each gap between two words.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pystoi import stoi

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from narration.voices import pace
from narration.voices.espeak import GAP, PITCH, RANGE, SAMPLE_RATE_HZ, VARIANT, EspeakVoice

Sound = npt.NDArray[np.float64]
WORDS_A_MINUTE = 130
VOICES = {
    "en": ("en-us", "en-gb", "en-gb-x-rp", "en-gb-scotland"),
    "es": ("es-419", "es"),
}
VARIANTS = ("f1", "f2", "f3", "f4", "f5", "m1", "m3", "m4", "m7", "Annie", "steph", "Michael", "Denis")
PITCHES, RANGES, GAPS = (30, 40, 50, 60), (20, 35, 50, 70), (0, 3, 6, 10)
FRAME, HOP = 1024, 256
QUIET_DB = -40.0


@dataclass(frozen=True, slots=True)
class Choice:
    voice: str
    pitch: int = PITCH
    range: int = RANGE
    gap: int = GAP


class Tried(EspeakVoice):
    """espeak-ng with settings that are not the voice's own, at a ``rate`` of its own."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice.voice, choice.voice.partition("+")[0])
        self.choice, self.step = choice, WORDS_A_MINUTE

    def _settings(self, pace: int) -> dict[str, str | int | float]:
        settings = super()._settings(pace)
        settings |= {"rate": self.step, "pitch": self.choice.pitch, "range": self.choice.range, "gap": self.choice.gap}
        if "+" not in self.choice.voice:  # the plain voice, which ours is not
            settings["voice"] = str(settings["voice"]).partition("+")[0]
        return settings

    def said(self, texts: Sequence[str]) -> list[Sound]:
        """At the rate at which ``WORDS_A_MINUTE`` are heard."""
        for _ in range(3):
            clips = [self.speak(text, WORDS_A_MINUTE) for text in texts]
            heard = 60 * pace.words(texts) / sum(map(pace.spoken_seconds, clips))
            self.step = max(80, round(self.step * WORDS_A_MINUTE / heard))
        return [np.frombuffer(clip.pcm, "<i2").astype(float) / 32768 for clip in clips]


def main() -> None:
    print(f"{'voice':22} pitch range gap | sharpness  clarity  pitch Hz  moves st  words ms")
    for language in sys.argv[1:] or list(VOICES):
        texts = pace.sentences(language)
        for choice in choices(VOICES[language]):
            with Tried(choice) as voice:
                print(row(choice, voice.said(texts), texts))


def choices(voices: Sequence[str]) -> Iterator[Choice]:
    own = voices[0]
    yield from (Choice(name) for name in voices)
    yield from (Choice(f"{own}+{variant}") for variant in VARIANTS)
    chosen = f"{own}+{VARIANT}"
    yield from (Choice(chosen, pitch=pitch) for pitch in PITCHES)
    yield from (Choice(chosen, range=movement) for movement in RANGES)
    yield from (Choice(chosen, gap=gap) for gap in GAPS)


def row(choice: Choice, sounds: Sequence[Sound], texts: Sequence[str]) -> str:
    whole = np.concatenate(sounds)
    heights = pitches(whole)
    moves = float(np.std(12 * np.log2(heights / np.median(heights))))
    gaps = sum(len(text.split()) - 1 for text in texts)
    quiet_ms = 1000 * sum(map(quiet_inside, sounds)) / gaps
    return (
        f"{choice.voice:22} {choice.pitch:5} {choice.range:5} {choice.gap:3} | {sharpness(whole):9.2f}"
        f"  {clarity(whole):7.3f}  {np.median(heights):8.0f}  {moves:8.1f}  {quiet_ms:8.0f}"
    )


def power(sound: Sound) -> Sound:
    """Short-time power spectra, shape ``(frames, FRAME / 2 + 1)``, of the frames that hold speech."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, FRAME)[::HOP]
    spectra: Sound = np.abs(np.fft.rfft(frames * np.hanning(FRAME))) ** 2
    levels = spectra.sum(axis=1)
    spoken: Sound = spectra[levels > levels.max() * 10 ** (QUIET_DB / 10)]
    return spoken


def sharpness(sound: Sound) -> float:
    """The centre of loudness over the Bark scale, weighted after DIN 45692 (Zwicker and Fastl, chapter 9)."""
    frequencies = np.fft.rfftfreq(FRAME, 1 / SAMPLE_RATE_HZ)
    bark = 13 * np.arctan(0.00076 * frequencies) + 3.5 * np.arctan((frequencies / 7500) ** 2)
    bands = np.arange(24)
    energy = np.stack([power(sound)[:, (bark >= band) & (bark < band + 1)].sum(axis=1) for band in bands])
    loudness = energy**0.23
    centre = bands + 0.5
    weight = np.where(centre > 15.8, 0.15 * np.exp(0.42 * (centre - 15.8)) + 0.85, 1.0)
    return float(np.median(0.11 * (loudness.T * weight * centre).sum(axis=1) / loudness.sum(axis=0)))


def clarity(sound: Sound) -> float:
    """STOI of the speech in noise that has its long-time spectrum and its power."""
    spectrum = np.fft.rfft(sound)
    phases = np.random.default_rng(1).uniform(0, 2 * np.pi, spectrum.size)
    noise = np.fft.irfft(np.abs(spectrum) * np.exp(1j * phases), sound.size)
    noise *= np.sqrt((sound**2).mean() / (noise**2).mean())
    score: Any = stoi(sound, sound + noise, SAMPLE_RATE_HZ)
    return float(score)


def pitches(sound: Sound) -> Sound:
    """Hz of each voiced frame, by the highest peak of the autocorrelation between 60 and 400 Hz."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, FRAME)[::HOP]
    frames = frames[(frames**2).mean(axis=1) > (sound**2).mean() / 10] * np.hanning(FRAME)
    correlation = np.fft.irfft(np.abs(np.fft.rfft(frames, 2 * FRAME)) ** 2)[:, :FRAME]
    correlation /= correlation[:, :1]
    shortest, longest = SAMPLE_RATE_HZ // 400, SAMPLE_RATE_HZ // 60
    part = correlation[:, shortest:longest]
    voiced = part.max(axis=1) > 0.5
    found: Sound = SAMPLE_RATE_HZ / (shortest + part[voiced].argmax(axis=1))
    return found


def quiet_inside(sound: Sound) -> float:
    """Seconds between the first and the last audible moment that are not audible themselves."""
    frame = round(0.005 * SAMPLE_RATE_HZ)
    levels = np.sqrt((sound[: sound.size // frame * frame].reshape(-1, frame) ** 2).mean(axis=1))
    loud = levels >= levels.max() * 10 ** (QUIET_DB / 20)
    inside = loud[np.flatnonzero(loud)[0] : np.flatnonzero(loud)[-1]]
    return float((~inside).sum() * frame / SAMPLE_RATE_HZ)


if __name__ == "__main__":
    main()
