"""Settings: what a clinic says once for all its tracks, in ``narration.toml``.

Looked for in the working folder and its parents, then in the user's own
configuration folder.  Every table has a dataclass here; a missing file means
all defaults.  An unknown key is an error that names it.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from narration.addresses import folder_address
from narration.audio_formats import EXTRA
from narration.errors import UsageError

FILE_NAME = "narration.toml"


@dataclass(frozen=True, slots=True)
class Clinic:
    """``[clinic]``: how the page and the poster present themselves.

    ``colour`` is the accent as ``#rrggbb``; ``logo`` a PNG or SVG file,
    relative to the settings file.  ``guides`` is the web address of the folder
    that the finished tracks are copied to: posters and the feed lead there.
    """

    name: str = ""
    colour: str = field(default="", metadata={"pattern": "#[0-9a-fA-F]{6}", "like": "#2a625d"})
    logo: str = ""
    guides: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """``[style]``: the folder of the clinic’s own words (``en/style.yaml``, ``en/plain_words.yaml`` and so on)."""

    folder: str = ""


@dataclass(frozen=True, slots=True)
class CommandVoice:
    """``[voices.command.NAME]``: a program that turns text into a WAV file.

    ``argv`` is the program and its arguments; ``{out}`` stands for the WAV
    file to write (without it the WAV comes on standard output), ``{in}`` for
    a text file (the text is on standard input, too), ``{pace}`` for words a
    minute.  ``online`` says that the program sends the text over the internet.
    """

    argv: tuple[str, ...] = ()
    language: str = "en"
    licence: str = "unknown"
    natural: bool = False
    online: bool = False
    timeout_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Sound:
    """``[sound]``: ``bed`` is ``none``, ``soft`` or an audio file relative to the settings file.

    ``also`` are formats beside MP3 and M4B (``wav``, ``flac``).  ``stereo``
    writes two equal channels.  The rest are the mastering steps that can be
    left out.
    """

    bed: str = "none"
    also: tuple[str, ...] = field(default=(), metadata={"among": EXTRA})
    stereo: bool = False
    high_pass: bool = True
    soften: bool = True
    level: bool = True


@dataclass(frozen=True, slots=True)
class OnlineVoice:
    """``[voices.gtts]``: how politely the online service is asked.

    ``connections`` requests at once for the whole build, each tried up to
    ``tries`` times with ``first_wait_seconds`` before the second try, twice
    that before the third, and so on.
    """

    connections: int = field(default=6, metadata={"least": 1})
    tries: int = field(default=4, metadata={"least": 1})
    timeout_seconds: float = 20.0
    first_wait_seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class Settings:
    """All tables.  ``lexicons`` (``[lexicons]``) has the PLS files of each language.

    ``folder`` is where the file stands (relative paths start there).
    """

    clinic: Clinic = Clinic()
    sound: Sound = Sound()
    style: HouseStyle = HouseStyle()
    lexicons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    commands: Mapping[str, CommandVoice] = field(default_factory=dict)
    gtts: OnlineVoice = OnlineVoice()
    cache_bytes: int = 2_000_000_000
    folder: Path = Path()

    @property
    def house(self) -> Path | None:
        """The folder of the clinic's own style, if it has one."""
        return self.folder / self.style.folder if self.style.folder else None


def load(start: Path | None = None) -> Settings:
    """The nearest settings file's content, or the defaults."""
    path = find(start or Path.cwd())
    return Settings() if path is None else parse(path)


def find(start: Path) -> Path | None:
    for folder in (start, *start.parents, config_folder()):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return None


def config_folder() -> Path:
    """The user's configuration folder; ``NARRATION_CONFIG`` overrides it."""
    if chosen := os.environ.get("NARRATION_CONFIG"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_config_path("narration", appauthor=False)


def cache_folder() -> Path:
    """Where clips are kept; ``NARRATION_CACHE`` overrides it."""
    if chosen := os.environ.get("NARRATION_CACHE"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_cache_path("narration", appauthor=False)


def data_folder() -> Path:
    """Where installed voices are kept; ``NARRATION_DATA`` overrides it."""
    if chosen := os.environ.get("NARRATION_DATA"):
        return Path(chosen)
    import platformdirs

    return platformdirs.user_data_path("narration", appauthor=False)


def build_date() -> date:
    """Today, or the day that ``SOURCE_DATE_EPOCH`` names (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    if not epoch.isdecimal():
        raise UsageError("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH has a date that no calendar has: {epoch}.") from None


def parse(path: Path) -> Settings:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"the settings cannot be read: {error}.", path=path) from None
    _known(data, {"clinic", "sound", "style", "lexicons", "voices", "cache_bytes"}, "the settings", path)
    voices = _mapping(data.get("voices", {}), "[voices]", path)
    _known(voices, {"command", "gtts"}, "[voices]", path)
    commands = {
        name: _table(CommandVoice, table, f"[voices.command.{name}]", path)
        for name, table in _mapping(voices.get("command", {}), "[voices.command]", path).items()
    }
    return Settings(
        clinic=_clinic(_table(Clinic, data.get("clinic", {}), "[clinic]", path), path),
        sound=_table(Sound, data.get("sound", {}), "[sound]", path),
        style=_table(HouseStyle, data.get("style", {}), "[style]", path),
        lexicons=_lexicons(data.get("lexicons", {}), path),
        commands=commands,
        gtts=_table(OnlineVoice, voices.get("gtts", {}), "[voices.gtts]", path),
        cache_bytes=_value(data.get("cache_bytes", Settings().cache_bytes), 0, {}, "`cache_bytes`", path),
        folder=path.parent,
    )


def _clinic(clinic: Clinic, path: Path) -> Clinic:
    """With the logo and the address of the guides checked before anything is built for them."""
    if clinic.logo and not (path.parent / clinic.logo).is_file():
        raise UsageError(f"`logo` in [clinic] names {clinic.logo}, which is not there.", path=path)
    if not clinic.guides:
        return clinic
    try:
        return replace(clinic, guides=folder_address(clinic.guides))
    except UsageError as error:
        raise UsageError(f"`guides` in [clinic]: {error.problem}", remedy=error.remedy, path=path) from None


def _lexicons(data: Any, path: Path) -> dict[str, tuple[str, ...]]:
    """``en = ["words.pls"]``: a list of files for each language."""
    for key, value in data.items() if isinstance(data, Mapping) else [("lexicons", None)]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise UsageError(f"`{key}` in [lexicons] must be a list of files.", path=path)
    return {str(key): tuple(value) for key, value in data.items()}


T = TypeVar("T")
_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number", tuple: "a list of texts"}


def _table(kind: type[T], data: Any, name: str, path: Path) -> T:
    """A TOML table as its dataclass; a value is of its default's type, and as the field's metadata want it."""
    known = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]  # kind is a dataclass
    _known(_mapping(data, name, path), set(known), name, path)
    defaults = kind()
    return kind(
        **{
            key: _value(value, getattr(defaults, key), known[key].metadata, f"`{key}` in {name}", path)
            for key, value in data.items()
        }
    )


def _value(value: Any, default: Any, wanted: Mapping[str, Any], name: str, path: Path) -> Any:
    """Of the type of ``default``; ``least`` (else 0), ``among``, ``pattern`` and ``like`` say what more it must be."""
    kind = type(default)
    if kind is tuple and isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = tuple(value)
    elif kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise UsageError(f"{name} must be {_KINDS[kind]}.", path=path)
    least, among, pattern = wanted.get("least", 0), wanted.get("among"), wanted.get("pattern")
    if kind in (int, float) and value < least:
        raise UsageError(f"{name} must be {least} or more.", path=path)
    if among and not set(value) <= set(among):
        raise UsageError(f"{name} may hold {', '.join(among)} only.", path=path)
    if pattern and value and not re.fullmatch(pattern, value):
        raise UsageError(f"{name} is not written like {wanted['like']}.", path=path)
    return value


def _mapping(data: Any, name: str, path: Path) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise UsageError(f"{name} must be a table of names and values.", path=path)
    return data


def _known(data: Mapping[str, Any], allowed: set[str], name: str, path: Path) -> None:
    for key in data:
        if key not in allowed:
            raise UsageError(f"{name} has no `{key}`. It knows {', '.join(sorted(allowed))}.", path=path)
