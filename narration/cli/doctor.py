"""Tells what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from narration.cli.console import say

OLDEST_PYTHON = (3, 11)
PACKAGES = {
    "PyYAML": "yaml",
    "pydub": "narration.sound.segments",
    "av": "av",
    "numpy": "numpy",
    "espeakng-loader": "espeakng_loader",
    "gTTS": "gtts",
    "requests": "requests",
    "rich": "rich",
    "platformdirs": "platformdirs",
    "sentencex": "sentencex",
    "snowballstemmer": "snowballstemmer",
    "num2words": "num2words",
    "markdown-it-py": "markdown_it",
    "charset-normalizer": "charset_normalizer",
    "lxml": "lxml.html",
    "python-docx": "docx",
    "pypdf": "pypdf",
    "Jinja2": "jinja2",
    "segno": "segno",
    "starlette": "starlette",
    "uvicorn": "uvicorn",
    "lameenc": "lameenc",
    "pillow": "PIL.Image",
    "ftfy": "ftfy",
}
"""What ``pip`` calls it → a module that needs it."""


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

        sys.stdout.write(json.dumps([asdict(f) for f in findings], indent=2, ensure_ascii=False) + "\n")
    else:
        for finding in findings:
            _show(finding)
        broken = any(f.remedy and f.needed for f in findings)
        say("\nSomething is missing; see above." if broken else "\nAll that is needed is here.")
    return 1 if any(f.remedy and f.needed for f in findings) else 0


def _show(finding: Finding) -> None:
    """Two lines at most, never cut: a path or a command in a narrow table cannot be copied."""
    say(f"{finding.mark:8} {finding.what}: {finding.state}")
    if finding.remedy:
        say(f"{'':8} → {finding.remedy}")


def examine() -> Iterator[Finding]:
    """Look at everything the main job needs, by using it; what is broken breaks no other look."""
    yield _python()
    yield from _packages()
    yield _tried("settings", _settings, "correct that file, or remove it")
    yield _tried("embedded voice", _speak_a_word, "pip install --force-reinstall espeakng-loader")
    yield _tried("encoders", _encoders, "pip install --force-reinstall av lameenc")
    yield _tried("output folder", lambda: _writable(Path("audio_out")), "run narration in a folder of your own")
    yield _tried("clip store", _cache, "set NARRATION_CACHE to a folder of your own")
    yield _piper()
    yield from _programs()


def _python() -> Finding:
    version = platform.python_version()
    wanted = ".".join(map(str, OLDEST_PYTHON))
    remedy = "" if sys.version_info >= OLDEST_PYTHON else f"install Python {wanted} or newer from python.org"
    return Finding("Python", version, remedy)


def _packages() -> Iterator[Finding]:
    """One row for all that are here, and one for each that is not."""
    missing = []
    for package, module in PACKAGES.items():
        try:
            importlib.import_module(module)
        except Exception as error:  # a broken package may raise anything while it loads
            missing.append(Finding(package, _told(error), f"pip install --force-reinstall {package}"))
    yield Finding("packages", f"{len(PACKAGES) - len(missing)} of {len(PACKAGES)} can be used")
    yield from missing


def _tried(what: str, attempt: Callable[[], str], remedy: str) -> Finding:
    try:
        return Finding(what, attempt())
    except Exception as error:  # whatever is wrong is what was asked for
        return Finding(what, _told(error), remedy)


def _told(error: Exception) -> str:
    """The first line of what an error says."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _settings() -> str:
    from narration import settings

    path = settings.find(Path.cwd())
    if path is None:
        return "none; the defaults hold"
    settings.parse(path)
    return str(path)


def _speak_a_word() -> str:
    from narration import settings, voices

    with voices.choose("espeak", "en", settings.Settings()) as voice:
        voice.speak("Hello.", 130)
    return "espeak-ng speaks"


def _encoders() -> str:
    import av
    import lameenc

    av.Codec("aac", "w")
    encoder = lameenc.Encoder()
    encoder.silence()
    if not encoder.encode(bytes(2 * 44_100)) + encoder.flush():
        raise ValueError("lameenc gives nothing")
    return "MP3 and AAC encode"


def _writable(folder: Path) -> str:
    place = folder.absolute()
    while not place.exists():
        place = place.parent
    with tempfile.TemporaryFile(dir=place):
        return str(folder.absolute())


def _cache() -> str:
    from narration import settings

    folder = settings.cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return _writable(folder)


def _piper() -> Finding:
    """Natural voices that stay on this machine: the package, and a voice for it."""
    what = "natural offline voice"
    try:
        from narration.voices import piper, piper_models

        remedy = f"narration voices add {piper_models.suggestions()[0].name}"
        if not piper.installed():
            return Finding(what, "Piper is not installed", f"{piper.INSTALL} && {remedy}", needed=False)
        names = [model.name for model in piper_models.installed()]
    except Exception as error:  # not needed: never a reason to stop looking
        return Finding(what, _told(error), "python -m pip install --force-reinstall piper-tts", needed=False)
    if not names:
        return Finding(what, "Piper is here, but no voice for it", remedy, needed=False)
    return Finding(what, ", ".join(names))


def _programs() -> Iterator[Finding]:
    """The programs that the settings name as voices."""
    try:
        from narration import settings
        from narration.voices import command

        offers = command.ENGINE.offers(settings.load())
    except Exception:  # told by the rows above
        return
    for offer in offers:
        yield Finding(offer.info.spec, offer.unavailable or "its program is there", offer.remedy, needed=False)
