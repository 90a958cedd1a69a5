"""``piper:FILE.onnx`` or ``piper:NAME``: natural voices that work offline, with the extra ``narration[piper]``.

One child process holds the loaded model for all lines; Piper itself uses every
core for a line.  Piper adds a little chance to each rendering, so the same
line is not promised to give the same samples; the clip store keeps the one
that was heard.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import ClassVar

from narration.clip import Clip, VoiceInfo
from narration.errors import UsageError, VoiceError
from narration.language_tags import canonical
from narration.settings import Settings, cache_folder
from narration.voices import pace as paces
from narration.voices import piper_models
from narration.voices.base import Engine, Offer, Voice, speaks
from narration.voices.children import Children
from narration.voices.piper_models import Model
from narration.voices.speech import sayable, speech_clip
from narration.whole import write_whole

WORKER = Path(__file__).with_name("piper_worker.py")
TIMEOUT_SECONDS = 120.0
INSTALL = "python -m pip install piper-tts"
"""By its own name: outside our environment, pip would take “narration[piper]” for another project's package."""
SHORTEST_SCALE, LONGEST_SCALE = 0.5, 2.2
MEASURED_AT = (1.0, 1.6)
"""Two length scales; the seconds a word takes lie on a line through both (benchmarks/voices_pace.py)."""


class PiperVoice(Voice):
    """One process, one loaded model; callers take turns."""

    concurrency = 1

    def __init__(self, model: Model) -> None:
        self._digest = model.digest()
        self.info = _info(model, self._digest)
        self.notice = piper_models.concern(model.licence)
        argv = [sys.executable, "-P", str(WORKER), str(model.path.absolute()), str(model.config.absolute())]
        self._children = Children("Piper", argv, 1, TIMEOUT_SECONDS)
        self._seconds_a_word = self._measured()

    def speak(self, text: str, pace: int) -> Clip:
        return self._speak(sayable(text), self.length_scale(pace), noise=True)

    def key(self, pace: int) -> Mapping[str, str | int | float]:
        return {**super().key(pace), "model": self._digest, "length_scale": self.length_scale(pace)}

    def length_scale(self, pace: int) -> float:
        """Piper's ``length_scale`` for ``pace`` words a minute; above 1 is slower than the voice was trained."""
        (first, second), (low, high) = MEASURED_AT, self._seconds_a_word
        if high <= low:
            return 1.0
        scale = first + (60 / pace - low) * (second - first) / (high - low)
        return round(max(SHORTEST_SCALE, min(LONGEST_SCALE, scale)), 2)

    def close(self) -> None:
        self._children.close()

    def _speak(self, text: str, length_scale: float, *, noise: bool) -> Clip:
        plain = text.replace("[[", " ").replace("]]", " ")  # Piper takes what is between them for phonemes
        request = {"text": plain, "length_scale": length_scale, "noise": noise}
        return speech_clip(self._children.ask(request), self.info.sample_rate_hz)

    def _measured(self) -> tuple[float, float]:
        """Seconds a word at the two scales, measured once for each model and without chance."""
        note = cache_folder() / "paces" / f"{self._digest}.json"
        try:
            low, high = json.loads(note.read_text())
            return float(low), float(high)
        except (OSError, ValueError, TypeError):
            pass
        try:
            low, high = (self._seconds(scale) for scale in MEASURED_AT)
        except BaseException:
            self.close()
            raise
        try:
            note.parent.mkdir(parents=True, exist_ok=True)
            write_whole(note, json.dumps([low, high]).encode())
        except OSError:
            pass  # it is measured again next time
        return low, high

    def _seconds(self, scale: float) -> float:
        texts = paces.sentences(self.info.language)
        spoken = sum(paces.spoken_seconds(self._speak(text, scale, noise=False)) for text in texts)
        return spoken / paces.words(texts)


class PiperEngine(Engine):
    name: ClassVar[str] = "piper"
    automatic: ClassVar[bool] = True

    def offers(self, settings: Settings) -> Sequence[Offer]:
        missing = not _version()
        models = piper_models.installed()
        here = [
            Offer(
                _info(model, ""),
                unavailable="piper-tts is not installed." if missing else "",
                remedy=INSTALL if missing else "",
                notice=piper_models.concern(model.licence),
            )
            for model in models
        ]
        names = {model.name for model in models}
        return here + [
            Offer(
                _row(voice.name, voice.language, voice.licence, voice.sample_rate_hz, ""),
                unavailable="not installed.",
                remedy=f"{INSTALL} && narration voices add {voice.name}"
                if missing
                else f"narration voices add {voice.name}",
            )
            for voice in piper_models.suggestions()
            if voice.name not in names
        ]

    def open(self, voice: str, language: str, settings: Settings) -> Voice:
        if not _version():
            raise VoiceError("Piper is not installed.", remedy=f"Run: {INSTALL}")
        model = _chosen(voice, language)
        if not speaks(model.language, language):
            raise UsageError(
                f'the voice "piper:{voice}" cannot speak "{language}"; it speaks {model.language}.',
                remedy="Choose another voice, or a script in that voice's language.",
            )
        return PiperVoice(model)


ENGINE = PiperEngine()


def installed() -> bool:
    """Whether the package ``piper-tts`` is here."""
    return bool(_version())


def _chosen(voice: str, language: str) -> Model:
    if voice:
        path = piper_models.find(voice)
        if path is None:
            raise UsageError(
                f'there is no Piper voice "{voice}".',
                remedy=f"Fetch it with `narration voices add {voice}`, or name a file that ends in .onnx.",
            )
        return piper_models.read(path)
    fitting = [model for model in piper_models.installed() if speaks(model.language, language)]
    if not fitting:
        names = [item.name for item in piper_models.suggestions() if speaks(item.language, language)]
        raise UsageError(
            f'no Piper voice for "{language}" is installed.',
            remedy=f"Fetch one with `narration voices add {names[0] if names else 'NAME'}`.",
        )
    tag = canonical(language)
    return min(fitting, key=lambda model: (bool(piper_models.concern(model.licence)), canonical(model.language) != tag))


def _info(model: Model, digest: str) -> VoiceInfo:
    return _row(model.name, model.language, model.licence, model.sample_rate_hz, digest)


def _row(name: str, language: str, licence: str, sample_rate_hz: int, digest: str) -> VoiceInfo:
    return VoiceInfo(
        engine="piper",
        name=name,
        version=f"piper-tts {_version()}{', model ' if digest else ''}{digest[:16]}",
        language=language,
        online=False,
        natural=True,
        licence=licence,
        sample_rate_hz=sample_rate_hz,
    )


@cache
def _version() -> str:
    """Empty when the package is not installed."""
    try:
        return version("piper-tts")
    except PackageNotFoundError:
        return ""
