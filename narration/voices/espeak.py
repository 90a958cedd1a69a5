"""espeak-ng, the embedded voice: it speaks on any machine, and sounds like a computer.

The library comes with the wheel ``espeakng-loader``.  It is GPLv3, so it runs
in child processes (``espeak_worker``) and is never loaded here.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import ClassVar

from narration.clip import Clip, VoiceInfo
from narration.errors import UsageError, VoiceError
from narration.language_tags import canonical, primary
from narration.settings import Settings
from narration.voices.base import Engine, Offer, Voice, speaks
from narration.voices.children import Children
from narration.voices.speech import sayable, speech_clip

SAMPLE_RATE_HZ = 22_050
WORKER = Path(__file__).with_name("espeak_worker.py")
TIMEOUT_SECONDS = 60.0

ACCENTS = {"en": ("en-us", "en-gb"), "es": ("es-419", "es")}
"""Offered in ``narration voices``, the engine's own choice first.  Any other voice can be named, too."""

PITCH, RANGE, GAP = 50, 50, 3
VARIANT = "m7"
"""Chosen by ``benchmarks/voices_espeak.py``: this variant is the softest of those that are as clear as the plain voice,
and a little quiet between the words is heard better than longer words.  Pitch and range are espeak's own."""

WORDS_PER_RATE = {"en": 1.0, "es-419": 0.92, "es-mx": 0.92, "es": 1.0}
"""Words a minute that are heard for each step of espeak's ``rate``, by language: ``benchmarks/voices_pace.py``."""
SLOWEST_RATE, FASTEST_RATE = 80, 450


class EspeakVoice(Voice):
    """``concurrency`` child processes, each clip in a fresh state of the library."""

    def __init__(self, name: str, language: str, concurrency: int = 2) -> None:
        self.info = _info(name, language)
        self.concurrency = concurrency
        argv = [sys.executable, "-I", "-S", str(WORKER), _library_path(), str(_data_folder())]
        self._children = Children("espeak-ng", argv, concurrency, TIMEOUT_SECONDS)

    def speak(self, text: str, pace: int) -> Clip:
        request = {"text": sayable(text), "sample_rate_hz": SAMPLE_RATE_HZ, **self._settings(pace)}
        return speech_clip(self._children.ask(request), SAMPLE_RATE_HZ)

    def key(self, pace: int) -> Mapping[str, str | int | float]:
        return {**super().key(pace), **{f"espeak_{name}": value for name, value in self._settings(pace).items()}}

    def _settings(self, pace: int) -> dict[str, str | int | float]:
        base, _, variant = self.info.name.partition("+")
        return {
            "voice": f"{_languages()[base]}+{variant or VARIANT}",
            "rate": self.rate(pace),
            "pitch": PITCH,
            "range": RANGE,
            "gap": GAP,
        }

    def rate(self, pace: int) -> int:
        """espeak's ``rate`` parameter for ``pace`` words a minute."""
        return rate(pace, self.info.language)

    def close(self) -> None:
        self._children.close()


class EspeakEngine(Engine):
    name: ClassVar[str] = "espeak"
    automatic: ClassVar[bool] = True

    def offers(self, settings: Settings) -> Sequence[Offer]:
        return [Offer(_info(name, name)) for names in ACCENTS.values() for name in names]

    def open(self, voice: str, language: str, settings: Settings) -> Voice:
        name = voice or _own_choice(language)
        base, _, variant = name.partition("+")
        if base not in _languages() or (variant and variant not in _variants()):
            raise UsageError(
                f'espeak has no voice "{name}".',
                remedy=f"For this language it knows {_accents(language)}; a variant follows a plus sign (en-gb+f3).",
            )
        if not speaks(base, language):
            raise UsageError(
                f'the voice "espeak:{name}" cannot speak "{language}".',
                remedy=f"Choose espeak:{_own_choice(language)}, or a script in that voice's language.",
            )
        return EspeakVoice(name, base)


ENGINE = EspeakEngine()


def rate(pace: int, language: str) -> int:
    """espeak's ``rate`` parameter for ``pace`` words a minute of speech."""
    factor = WORDS_PER_RATE.get(language, WORDS_PER_RATE.get(primary(language), 1.0))
    return max(SLOWEST_RATE, min(FASTEST_RATE, round(pace / factor)))


def _own_choice(language: str) -> str:
    """The accent of the script's tag if espeak has it, else the language's first."""
    tag = canonical(language).lower()
    if tag not in ACCENTS and tag in _languages():
        return tag
    base = primary(tag)
    if tag == f"{base}-{base}" and base in _languages():  # Spanish as in Spain, which espeak calls "es"
        return base
    if base in ACCENTS:
        return ACCENTS[base][0]
    if base in _languages():
        return base
    raise UsageError(f'espeak has no voice for the language "{language}".', remedy="Check `language` in the script.")


def _accents(language: str) -> str:
    return ", ".join(sorted(name for name in _languages() if speaks(name, language))) or "nothing"


def _info(name: str, language: str) -> VoiceInfo:
    return VoiceInfo(
        engine="espeak",
        name=name,
        version=_version(),
        language=language,
        online=False,
        natural=False,
        licence="GPL-3.0-or-later",
        sample_rate_hz=SAMPLE_RATE_HZ,
    )


@cache
def _version() -> str:
    from importlib.metadata import version

    return f"espeakng-loader {version('espeakng-loader')}"


def _library_path() -> str:
    import espeakng_loader

    path = Path(espeakng_loader.get_library_path()).absolute()
    if not path.is_file():
        raise VoiceError(
            f"espeak-ng's library is missing: {path}.", remedy="Run `pip install --force-reinstall espeakng-loader`."
        )
    return str(path)


def _data_folder() -> Path:
    import espeakng_loader

    return Path(espeakng_loader.get_data_path()).absolute()


@cache
def _languages() -> Mapping[str, str]:
    """Language tag → the name that loads it, read from espeak-ng's language files without loading the library."""
    names: dict[str, str] = {}
    for path in sorted((_data_folder() / "lang").rglob("*")):
        if path.is_file():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                word, _, rest = line.strip().partition(" ")
                if word == "language" and rest.split():
                    names.setdefault(rest.split()[0].lower(), path.name)
    return names


@cache
def _variants() -> frozenset[str]:
    return frozenset(path.name for path in (_data_folder() / "voices" / "!v").iterdir())
