"""What can go wrong, said so that a person knows where, what, and what to do.

An error carries its data (file, line, remedy) and renders one paragraph from
it.  Only ``cli`` turns an error into text on a screen and an exit code.
"""

from __future__ import annotations

from pathlib import Path


class NarrationError(Exception):
    """A problem that the user can do something about.

    ``problem`` is a sentence without the place; ``remedy`` says what to do.
    ``line`` counts from 1 in ``path``.
    """

    exit_code = 1

    def __init__(
        self,
        problem: str,
        *,
        remedy: str = "",
        path: Path | str | None = None,
        line: int | None = None,
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.path = path
        self.line = line

    def __str__(self) -> str:
        place = "" if self.path is None else str(self.path)
        if self.line is not None:
            place += f", line {self.line}" if place else f"line {self.line}"
        text = f"{place}: {self.problem}" if place else self.problem
        return f"{text} {self.remedy}".strip()


class UsageError(NarrationError):
    """The command was given something it cannot work with: a wrong name, a missing file."""

    exit_code = 2


class SourceError(NarrationError):
    """The phase text cannot be read."""


class ScriptError(NarrationError):
    """The script has a mistake; ``line`` says where."""


class VoiceError(NarrationError):
    """A voice could not speak."""


class SoundError(NarrationError):
    """Audio could not be made, measured or encoded."""


class PublishError(NarrationError):
    """The output folder could not be written."""
