"""Tells what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from narration.errors import NarrationError

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``remedy`` is empty when all is well."""

    what: str
    state: str
    remedy: str = ""
    needed: bool = True

    @property
    def mark(self) -> str:
        if not self.remedy:
            return "ok"
        return "MISSING" if self.needed else "optional"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")


def run(args: argparse.Namespace) -> int:
    findings = list(examine())
    if args.json:
        import json
        from dataclasses import asdict

        sys.stdout.write(json.dumps([asdict(f) for f in findings], indent=2) + "\n")
    else:
        from narration.cli.console import say, table

        rows = [[f.mark, f.what, f.state, f.remedy] for f in findings]
        table("", ["", "what", "state", "what mends it"], rows)
        broken = [f for f in findings if f.remedy and f.needed]
        say("Something is missing; see above." if broken else "All that is needed is here.")
    return 1 if any(f.remedy and f.needed for f in findings) else 0


def examine() -> Iterator[Finding]:
    """Look at everything the main job needs, by using it."""
    yield _python()
    for package, module in (
        ("PyYAML", "yaml"),
        ("pydub", "narration.sound.segments"),
        ("av", "av"),
        ("numpy", "numpy"),
        ("lameenc", "lameenc"),
        ("pillow", "PIL"),
        ("gTTS", "gtts"),
    ):
        yield _package(package, module)
    yield _tried("embedded voice", "espeak-ng speaks", "pip install --force-reinstall espeakng-loader", _speak_a_word)
    yield _tried("encoders", "MP3 and AAC encode", "pip install --force-reinstall av lameenc", _encoders)
    yield _writable("output folder", Path("audio_out"))
    yield _cache()
    yield _piper()


def _python() -> Finding:
    version = platform.python_version()
    wanted = ".".join(map(str, OLDEST_PYTHON))
    remedy = "" if sys.version_info >= OLDEST_PYTHON else f"install Python {wanted} or newer from python.org"
    return Finding("Python", version, remedy)


def _package(package: str, module: str) -> Finding:
    remedy = f"pip install --force-reinstall {package}"
    try:
        importlib.import_module(module)
        return Finding(package, importlib.metadata.version(package))
    except (ImportError, importlib.metadata.PackageNotFoundError) as error:
        return Finding(package, str(error), remedy)


def _tried(what: str, state: str, remedy: str, attempt: Callable[[], None]) -> Finding:
    try:
        attempt()
    except (NarrationError, ImportError, OSError, ValueError) as error:
        return Finding(what, str(error), remedy)
    return Finding(what, state)


def _speak_a_word() -> None:
    from narration import settings, voices

    with voices.choose("espeak", "en", settings.Settings()) as voice:
        voice.speak("Hello.", 130)


def _encoders() -> None:
    import av
    import lameenc

    av.Codec("aac", "w")
    encoder = lameenc.Encoder()
    encoder.silence()
    if not encoder.encode(bytes(2 * 44_100)) + encoder.flush():
        raise ValueError("lameenc gives nothing")


def _writable(what: str, folder: Path) -> Finding:
    place = folder if folder.is_dir() else folder.absolute().parent
    try:
        with tempfile.TemporaryFile(dir=place):
            return Finding(what, str(folder.absolute()))
    except OSError as error:
        return Finding(what, f"{place}: {error.strerror}", "run narration in a folder of your own")


def _cache() -> Finding:
    from narration import settings

    folder = settings.cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return Finding("clip store", f"{folder}: {error.strerror}", "set NARRATION_CACHE to a folder of your own")
    return _writable("clip store", folder)


def _piper() -> Finding:
    try:
        return Finding("Piper (natural offline voices)", importlib.metadata.version("piper-tts"), needed=False)
    except importlib.metadata.PackageNotFoundError:
        return Finding(
            "Piper (natural offline voices)", "not installed", 'pip install "narration[piper]"', needed=False
        )
