"""Voices: choosing who speaks, and what there is to choose from.

``ENGINES`` is the table; ``base`` explains how to add a row.  Nothing heavy is
imported before a voice is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import entry_points

from narration.clip import VoiceInfo
from narration.errors import NarrationError, UsageError
from narration.settings import Settings
from narration.voices.base import Engine, Offer, Voice, speaks

AUTO = "auto"

ENGINES = {
    "espeak": "narration.voices.espeak:ENGINE",
    "piper": "narration.voices.piper:ENGINE",
    "gtts": "narration.voices.gtts:ENGINE",
    "command": "narration.voices.command:ENGINE",
}
"""Engine name → ``module:attribute``; ``auto`` prefers a natural voice, then the earlier row."""

ENTRY_POINTS = "narration.voices"


def engine_table() -> dict[str, str]:
    """The table's rows, then those of other installed packages; a row of our own cannot be replaced."""
    return {point.name: point.value for point in entry_points(group=ENTRY_POINTS)} | ENGINES


def load_engine(name: str) -> Engine:
    table = engine_table()
    if name not in table:
        raise UsageError(
            f'there is no voice engine "{name}".',
            remedy=f"Choose one of {', '.join(table)}; `narration voices` lists their voices.",
        )
    module, _, attribute = table[name].partition(":")
    try:
        engine = getattr(import_module(module), attribute)
    except Exception as error:  # another package's module may raise anything while it loads
        raise UsageError(
            f"the voice engine “{name}” cannot be loaded ({_told(error)}).", remedy=_mending(name)
        ) from error
    if not isinstance(engine, Engine):
        raise UsageError(f"the voice engine “{name}” is none: {table[name]} is no Engine.", remedy=_mending(name))
    return engine


def choose(spec: str, language: str, settings: Settings) -> Voice:
    """Open the voice a person asked for: ``auto``, ``engine`` or ``engine:voice``.

    ``auto`` is the best voice that works on this machine without sending text
    anywhere.  A voice that cannot speak ``language`` is refused; nothing is
    swapped in its place.
    """
    if spec == AUTO:
        spec = _best(language, settings)
    name, _, voice = spec.partition(":")
    return load_engine(name).open(voice, language, settings)


def offers(settings: Settings) -> list[Offer]:
    """Every voice of every engine, available or not; an engine that is broken is a row, and hides no other."""
    return [offer for name in engine_table() for offer in _offers_of(name, settings)]


def _offers_of(name: str, settings: Settings) -> list[Offer]:
    try:
        return list(load_engine(name).offers(settings))
    except NarrationError as error:
        return [Offer(_unknown(name), unavailable=error.problem, remedy=error.remedy or _mending(name))]
    except Exception as error:  # as above
        told = f"the voice engine “{name}” cannot list its voices ({_told(error)})."
        return [Offer(_unknown(name), unavailable=told, remedy=_mending(name))]


def _unknown(name: str) -> VoiceInfo:
    """Of a broken engine nothing is known: not even that it would keep the text here."""
    return VoiceInfo(
        engine=name,
        name="",
        version="",
        language="",
        online=True,
        natural=False,
        licence="unknown",
        sample_rate_hz=0,
    )


def _told(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _mending(name: str) -> str:
    """What mends a broken engine: one of our own, or the package that brought it."""
    packages = [p.dist.name for p in entry_points(group=ENTRY_POINTS) if p.name == name and p.dist]
    if name in ENGINES or not packages:
        return "Run `narration doctor`."
    return f"Update or uninstall the package “{packages[0]}”, which brings it."


def _best(language: str, settings: Settings) -> str:
    """The engine; which of its voices, and so the accent, it chooses itself, as when a person names only the engine."""
    able: dict[str, bool] = {}
    for name in ENGINES:
        engine = load_engine(name)
        if engine.automatic:
            fitting = [offer for offer in engine.offers(settings) if _can_speak(offer, language)]
            if fitting:
                able[name] = any(offer.info.natural for offer in fitting)
    return max(able, key=lambda name: able[name]) if able else "espeak"


def _can_speak(offer: Offer, language: str) -> bool:
    return not (offer.unavailable or offer.notice or offer.info.online) and speaks(offer.info.language, language)


__all__: Sequence[str] = ["AUTO", "ENGINES", "choose", "engine_table", "load_engine", "offers"]
