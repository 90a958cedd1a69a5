"""The seam for voices, and how to add one.

A voice is **one file and one table row**: write ``narration/voices/NAME.py``
with a subclass of ``Engine`` and one of ``Voice``, and add the row
``"NAME": "narration.voices.NAME:ENGINE"`` to ``ENGINES`` in
``narration/voices/__init__.py``.  A package of your own registers the same
string under the entry-point group ``narration.voices``.  Then add a case to
``tests/contracts/test_voice_contract.py``: one suite runs for every voice.

What the contract asks of ``Voice.speak``:

* it may be called from up to ``concurrency`` threads at once;
* it returns raw mono PCM, never silence in place of speech: no audio is a
  ``VoiceError``;
* ``key`` holds all that changes the sound besides the text, so that a cached
  clip is never taken for another;
* ``close`` may be called from another thread while ``speak`` runs: the running
  calls end with a ``VoiceError`` within a second;
* a voice whose ``info.online`` is false opens no socket.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import ClassVar, Self

from narration.clip import Clip, VoiceInfo
from narration.errors import VoiceError
from narration.language_tags import primary
from narration.settings import Settings


class TransientVoiceError(VoiceError):
    """It may work in a moment: a time-out, a dropped connection, a busy server."""


class BlockedVoiceError(VoiceError):
    """The service refuses more for now.  ``retry_after_seconds`` is when to go on, if it said so."""

    def __init__(self, problem: str, *, remedy: str = "", retry_after_seconds: float | None = None) -> None:
        super().__init__(problem, remedy=remedy)
        self.retry_after_seconds = retry_after_seconds


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of ``narration voices``: a voice, and why it cannot speak now with the command that mends it.

    ``notice`` is a sentence the user must see before this voice speaks.
    """

    info: VoiceInfo
    unavailable: str = ""
    remedy: str = ""
    notice: str = ""


class Voice(ABC):
    """A voice that is ready to speak.  A context manager: leaving it frees what it holds."""

    info: VoiceInfo
    concurrency: int = 2
    """How many ``speak`` calls may run at once."""
    notice: str = ""
    """What the user must be told before the first line is spoken (an online voice: where the text goes)."""

    @abstractmethod
    def speak(self, text: str, pace: int) -> Clip:
        """Speak ``text`` (spoken form: no digits, no symbols) at ``pace`` words a minute.

        Raises ``VoiceError`` when no audio comes.
        """

    def key(self, pace: int) -> Mapping[str, str | int | float]:
        """Everything but the text that changes the samples."""
        return {
            "engine": self.info.engine,
            "voice": self.info.name,
            "version": self.info.version,
            "language": self.info.language,
            "sample_rate_hz": self.info.sample_rate_hz,
            "pace": pace,
        }

    def close(self) -> None:  # noqa: B027  # most voices hold nothing
        """Free processes, models and connections.  Safe to call twice, and from another thread."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Engine(ABC):
    """A family of voices: lists what it can offer here, and opens one by name."""

    name: ClassVar[str]
    automatic: ClassVar[bool] = False
    """Whether ``auto`` may pick it: it is certain to keep the text on this machine.

    Its own choice for a language then is a voice without a notice, where it has one.
    """

    @abstractmethod
    def offers(self, settings: Settings) -> Sequence[Offer]:
        """What ``narration voices`` shows; must not open a socket."""

    @abstractmethod
    def open(self, voice: str, language: str, settings: Settings) -> Voice:
        """The voice called ``voice`` (``""`` for the engine's own choice for ``language``).

        Raises ``UsageError`` for a voice that does not exist or that cannot
        speak ``language``.
        """


def speaks(voice_language: str, script_language: str) -> bool:
    """Whether a voice for one BCP 47 tag can read the other: an accent may differ, the language may not."""
    return primary(voice_language) == primary(script_language)
