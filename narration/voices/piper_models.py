"""Piper voices on this machine: a model, its settings beside it, and the card that states its licence."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from narration import yaml_data
from narration.errors import VoiceError
from narration.settings import data_folder

MODEL, CONFIG, CARD = ".onnx", ".onnx.json", ".MODEL_CARD"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Model:
    """``language`` is a BCP 47 tag; ``licence`` is what the voice's card says, or ``unknown``."""

    name: str
    path: Path
    language: str
    sample_rate_hz: int
    licence: str

    @property
    def config(self) -> Path:
        return self.path.with_name(self.path.name + ".json")

    def digest(self) -> str:
        """SHA-256 over the model and its settings."""
        digest = hashlib.sha256()
        for path in (self.path, self.config):
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A voice that can be fetched."""

    name: str
    language: str
    licence: str
    sample_rate_hz: int


def folder() -> Path:
    """Where ``narration voices add`` puts voices."""
    return data_folder() / "piper"


def installed() -> list[Model]:
    """Every installed voice that can be read, by name."""
    found = []
    for path in sorted(folder().glob(f"*{MODEL}")):
        try:
            found.append(read(path))
        except VoiceError:
            continue
    return found


def find(voice: str) -> Path | None:
    """The model that ``piper:VOICE`` means: a file, or an installed voice's name."""
    for path in (Path(voice), folder() / f"{voice}{MODEL}"):
        if path.suffix == MODEL and path.is_file():
            return path
    return None


def read(path: Path) -> Model:
    """What the settings beside a model say of it; raises ``VoiceError`` when they are missing or no use."""
    config = path.with_name(path.name + ".json")
    try:
        data = json.loads(config.read_text(encoding="utf-8"))
        language, rate_hz = _language(data), int(data["audio"]["sample_rate"])
    except OSError:
        raise VoiceError(
            "a Piper voice needs its settings beside it.", remedy=f"Put {config.name} there.", path=path
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise VoiceError("these are not a Piper voice's settings.", path=config) from None
    name = path.stem if path.parent == folder() else str(path)
    return Model(name, path, language, rate_hz, _licence_of(path))


def licence_in(card: str) -> str:
    """The licence a model card states, in its own words."""
    found = re.search(r"^\W*licen[cs]e\W*:\W*(\S.*)$", card, re.IGNORECASE | re.MULTILINE)
    return found[1].strip() if found else UNKNOWN


def concern(licence: str) -> str:
    """Why a clinic should not use a voice with this licence, or should ask first; empty when it may."""
    rules = _data("licences.yaml")
    if _matches(rules["bars"], licence):
        return f"Its licence ({licence}) does not allow a clinic's use."
    if not _matches(rules["clear"], licence):
        stated = "states no licence" if licence == UNKNOWN else f"states a licence that is not known here ({licence})"
        return f"It {stated}; ask whether a clinic may use it before you do."
    return ""


def suggestions() -> list[Suggestion]:
    return [Suggestion(**row) for row in _data("piper.yaml")]


def _matches(patterns: list[str], text: str) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def _language(config: dict[str, Any]) -> str:
    """``en_US`` in newer voices; the name of espeak's voice in older ones."""
    code = config.get("language", {}).get("code") or config["espeak"]["voice"]
    primary, _, region = str(code).replace("_", "-").partition("-")
    return f"{primary}-{region.upper()}" if len(region) == 2 else str(code).replace("_", "-")


def _licence_of(path: Path) -> str:
    for card in (path.with_suffix(CARD), path.with_name("MODEL_CARD")):
        if card.is_file():
            return licence_in(card.read_text(encoding="utf-8", errors="replace"))
    return UNKNOWN


@cache
def _data(name: str) -> Any:
    return yaml_data.parse((files("narration.voices") / "data" / name).read_text(encoding="utf-8"))
