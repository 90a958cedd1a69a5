"""``command:NAME``: any program that turns text into a WAV file, as ``[voices.command.NAME]`` in the settings says.

The program is started with a list of arguments, never through a shell; the
text reaches it on standard input or in a file, never as an argument.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from narration import settings as settings_module
from narration.clip import Clip, VoiceInfo
from narration.errors import UsageError, VoiceError
from narration.settings import CommandVoice as Definition
from narration.settings import Settings
from narration.voices import processes
from narration.voices.base import Engine, Offer, Voice, speaks
from narration.voices.speech import sayable, speech_clip

SAMPLE_RATE_HZ = 44_100
"""What the program writes is brought to the rate that tracks have."""
LARGEST_BYTES = 300_000_000
"""A quarter of an hour in the largest kind of WAV; a line takes a minute at most."""
_LOOK_SECONDS = 0.1
_SHOWN_CHARACTERS = 200


class ProgramVoice(Voice):
    """Starts the program once for each line."""

    def __init__(self, name: str, definition: Definition, program: str, folder: Path) -> None:
        self.info = _info(name, definition, _digest([program, *definition.argv[1:]], folder))
        self.concurrency = 2
        if definition.online:
            self.notice = f"The words of this guide are sent over the internet by the program “{name}”."
        self._definition, self._folder = definition, folder
        self._argv = [program, *definition.argv[1:]]
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def speak(self, text: str, pace: int) -> Clip:
        from narration.voices.wav import DamagedWavError, read_wav

        content = sayable(text).encode() + b"\n"
        with tempfile.TemporaryDirectory(prefix="narration-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            (folder / "in.txt").write_bytes(content)
            self._run(folder, pace)
            made = folder / ("out.wav" if self._writes_file else "stdout")
            if not made.exists():
                raise VoiceError(f"{self.info.spec} wrote no sound.")
            try:
                return speech_clip(read_wav(made, SAMPLE_RATE_HZ), SAMPLE_RATE_HZ)
            except DamagedWavError as error:
                raise VoiceError(f"what {self.info.spec} wrote cannot be used: {error}.") from None

    def key(self, pace: int) -> Mapping[str, str | int | float]:
        return {**super().key(pace), "argv": "\0".join(self._definition.argv)}

    def close(self) -> None:
        with self._lock:
            self._closed = True
            for child in self._running:
                processes.end_group(child)

    @property
    def _writes_file(self) -> bool:
        return any("{out}" in argument for argument in self._definition.argv)

    def _run(self, folder: Path, pace: int) -> None:
        values = {"{in}": str(folder / "in.txt"), "{out}": str(folder / "out.wav"), "{pace}": str(pace)}
        argv = [_filled(argument, values) for argument in self._argv]
        errors = folder / "stderr"
        with (folder / "in.txt").open("rb") as text, (folder / "stdout").open("wb") as out, errors.open("wb") as err:
            child = self._start(argv, text.fileno(), out.fileno(), err.fileno())
            try:
                code = self._watched(child, folder)
            finally:
                processes.end_group(child)
                with self._lock:
                    self._running.discard(child)
        if self._closed:
            raise VoiceError(f"{self.info.spec} was stopped.")
        if code != 0:
            told = _end_of(errors)
            raise VoiceError(f"{self.info.spec} failed (exit code {code}){': ' if told else ''}{told.rstrip('.')}.")

    def _watched(self, child: subprocess.Popen[bytes], folder: Path) -> int:
        """The exit code.  A program that takes too long, or would fill the disk, is a ``VoiceError``."""
        deadline = time.monotonic() + self._definition.timeout_seconds
        while (left := deadline - time.monotonic()) > 0:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return child.wait(min(left, _LOOK_SECONDS))
            if processes.bytes_in(folder) > LARGEST_BYTES:
                raise VoiceError(f"{self.info.spec} wrote more than {LARGEST_BYTES // 1_000_000} MB for one line.")
        raise VoiceError(
            f"{self.info.spec} did not finish within {self._definition.timeout_seconds:g} s.",
            remedy=f"`timeout_seconds` in [voices.command.{self.info.name}] allows more.",
        )

    def _start(self, argv: Sequence[str], stdin: int, stdout: int, stderr: int) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise VoiceError(f"{self.info.spec} was stopped.")
            try:
                child = processes.start(argv, stdin=stdin, stdout=stdout, stderr=stderr, folder=self._folder)
            except OSError as error:
                raise VoiceError(f"{self.info.spec} could not be started: {error.strerror or error}.") from None
            self._running.add(child)
            return child


class CommandEngine(Engine):
    """Never chosen by ``auto``: what a program does with the text is its owner's to know."""

    name: ClassVar[str] = "command"

    def offers(self, settings: Settings) -> Sequence[Offer]:
        return [_offer(name, definition, settings) for name, definition in settings.commands.items()]

    def open(self, voice: str, language: str, settings: Settings) -> Voice:
        name = voice or _only(language, settings)
        if name not in settings.commands:
            raise UsageError(
                f'there is no voice "command:{name}".',
                remedy=f"Define it as [voices.command.{name}] in {settings_module.FILE_NAME}, "
                "with `argv`, the program and its arguments.",
            )
        definition = settings.commands[name]
        if not speaks(definition.language, language):
            raise UsageError(
                f'the voice "command:{name}" cannot speak "{language}"; its settings say "{definition.language}".',
                remedy="Choose another voice, or a script in that voice's language.",
            )
        program = _program(definition, settings.folder)
        if not program:
            problem = _offer(name, definition, settings)
            raise VoiceError(f"{problem.unavailable}", remedy=problem.remedy)
        return ProgramVoice(name, definition, program, settings.folder)


ENGINE = CommandEngine()


def _offer(name: str, definition: Definition, settings: Settings) -> Offer:
    missing = not _program(definition, settings.folder)
    called = definition.argv[0] if definition.argv else ""
    return Offer(
        _info(name, definition, ""),
        unavailable=f"the program “{called}” is not there." if missing else "",
        remedy=f"Install it, or correct `argv` in [voices.command.{name}]." if missing else "",
        notice="sends the text over the internet" if definition.online else "",
    )


def _only(language: str, settings: Settings) -> str:
    """The one defined voice that speaks ``language``."""
    names = [name for name, definition in settings.commands.items() if speaks(definition.language, language)]
    if len(names) != 1:
        known = ", ".join(f"command:{name}" for name in settings.commands) or "none is defined"
        raise UsageError(f'name the command voice for "{language}".', remedy=f"Defined: {known}.")
    return names[0]


def _program(definition: Definition, folder: Path) -> str:
    """The program's path: on the PATH, or relative to the settings file; empty when it is not there.

    A name with a folder in it is never looked for where the command happens to be run.
    """
    called = definition.argv[0] if definition.argv else ""
    if not called:
        return ""
    found = None if os.path.dirname(called) else shutil.which(called)  # noqa: PTH120  # a Path drops the "./"
    found = found or shutil.which(str(folder.absolute() / called))
    return str(Path(found).absolute()) if found else ""


def _digest(argv: Sequence[str], folder: Path) -> str:
    """Over the program and every argument that names a file: a new program or model is a new voice."""
    digest = hashlib.sha256()
    for argument in argv:
        path = folder / argument
        with contextlib.suppress(OSError, ValueError):
            if path.is_file():
                with path.open("rb") as file:
                    digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def _end_of(path: Path) -> str:
    """The last words in a file that may be huge, on one line."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - 4 * _SHOWN_CHARACTERS))
        return " ".join(file.read().decode("utf-8", "replace").split())[-_SHOWN_CHARACTERS:]


def _filled(argument: str, values: Mapping[str, str]) -> str:
    for mark, value in values.items():
        argument = argument.replace(mark, value)
    return argument


def _info(name: str, definition: Definition, version: str) -> VoiceInfo:
    return VoiceInfo(
        engine="command",
        name=name,
        version=version,
        language=definition.language,
        online=definition.online,
        natural=definition.natural,
        licence=definition.licence,
        sample_rate_hz=SAMPLE_RATE_HZ,
    )
