"""Fetching a Piper voice: its licence and size first, then its files, through Piper's own downloader."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from narration.errors import UsageError, VoiceError
from narration.progress import Step, Work
from narration.voices import gtts_faults, piper_models
from narration.voices.processes import bytes_in

HOST = "huggingface.co"
ROOT = f"https://{HOST}/rhasspy/piper-voices/resolve/main"
TIMEOUT_SECONDS = 20.0
STALLED_SECONDS = 60.0
_NAME = re.compile(r"[a-z]{2,3}_[A-Z]{2}-[\w+]+-[a-z_]+")
_POLL_SECONDS = 0.1
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A voice as its publisher describes it; ``files`` has each file's size in bytes and MD5 digest."""

    name: str
    licence: str
    card: str
    files: Mapping[str, tuple[int, str]]

    @property
    def size_bytes(self) -> int:
        return sum(size for size, _ in self.files.values())

    @property
    def concern(self) -> str:
        """Why a clinic should hesitate; empty when its licence is known to allow the use."""
        return piper_models.concern(self.licence)


def installed(name: str) -> bool:
    return (piper_models.folder() / f"{name}{piper_models.MODEL}").is_file()


def look_up(name: str) -> Candidate:
    """What the publisher says of the voice.  Raises ``UsageError`` for a voice that it does not have."""
    if not _NAME.fullmatch(name):
        raise UsageError(f'"{name}" is not a Piper voice\'s name.', remedy="They look like en_US-ljspeech-medium.")
    catalogue = _catalogue()
    entry = catalogue.get(name)
    if entry is None:
        same = sorted(known for known in catalogue if known[:2] == name[:2])
        raise UsageError(
            f'Piper has no voice "{name}".', remedy=f"In that language it has {', '.join(same) or 'none'}."
        )
    return _candidate(name, entry)


def fetch(voice: Candidate) -> Work[Path]:
    """Fetch, verify and install; the model's path.  A fetch that fails or is stopped leaves nothing behind."""
    target = piper_models.folder()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetching-", dir=target, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        yield from _download(voice, folder)
        for file, (size, md5) in voice.files.items():
            _verify(folder / file, size, md5)
        (target / f"{voice.name}{piper_models.CARD}").write_text(voice.card, encoding="utf-8")
        for file in sorted(voice.files, reverse=True):  # the model last: it is what makes the voice appear
            (folder / file).replace(target / file)
    return target / f"{voice.name}{piper_models.MODEL}"


def _catalogue() -> Mapping[str, Any]:
    answer = _get(f"{ROOT}/voices.json")
    try:
        catalogue = answer.json()
    except ValueError:  # the page of a network that wants a password first, say
        catalogue = None
    if not isinstance(catalogue, dict):
        raise VoiceError(f"{HOST} lists its voices in a way this program does not know.", remedy="Try again later.")
    return catalogue


def _candidate(name: str, entry: Mapping[str, Any]) -> Candidate:
    files: dict[str, tuple[int, str]] = {}
    card_path = ""
    try:
        for path, facts in entry["files"].items():
            file = path.rpartition("/")[2]
            if file in (f"{name}{piper_models.MODEL}", f"{name}{piper_models.CONFIG}"):
                files[file] = (int(facts["size_bytes"]), str(facts["md5_digest"]))
            elif file == "MODEL_CARD":
                card_path = path
    except (KeyError, TypeError, ValueError, AttributeError):
        files = {}
    if len(files) != 2:
        raise VoiceError(f"{HOST} describes the voice “{name}” in a way this program does not know.")
    card = _get(f"{ROOT}/{card_path}").text if card_path else ""
    return Candidate(name, piper_models.licence_in(card), card, files)


def _get(url: str) -> requests.Response:
    try:
        answer = requests.get(url, timeout=TIMEOUT_SECONDS)
    except requests.RequestException as error:
        raise gtts_faults.from_exception(error, HOST) from None
    fault = gtts_faults.from_answer(answer.status_code, answer.headers, HOST)
    if fault is not None:
        raise fault
    return answer


def _download(voice: Candidate, folder: Path) -> Work[None]:
    """Piper's downloader in a process of its own, watched by what it has written."""
    argv = [sys.executable, "-P", "-m", "piper.download_voices", voice.name, "--download-dir", str(folder)]
    environment = dict(os.environ)
    if "REQUESTS_CA_BUNDLE" in environment:
        environment.setdefault("SSL_CERT_FILE", environment["REQUESTS_CA_BUNDLE"])
    stage, total = f"Fetching {voice.name} (MB)", max(1, voice.size_bytes // _MEGABYTE)
    with tempfile.TemporaryFile() as told:
        child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=told, stderr=told, env=environment)
        try:
            seen, since = 0, time.monotonic()
            while child.poll() is None:
                now = bytes_in(folder)
                if now != seen:
                    seen, since = now, time.monotonic()
                if time.monotonic() - since > STALLED_SECONDS:
                    raise VoiceError(f"{HOST} sent nothing for {STALLED_SECONDS:g} s.", remedy="Try again later.")
                yield Step(stage, min(total, now // _MEGABYTE), total)
                time.sleep(_POLL_SECONDS)
        finally:
            child.kill()
            child.wait()
        if child.returncode != 0:
            told.seek(0)
            lines = told.read().decode("utf-8", "replace").strip().splitlines() or ["it gave no reason"]
            raise VoiceError(f"Piper's downloader failed: {lines[-1].rstrip('.')}.", remedy="Try again later.")


def _verify(path: Path, size: int, md5: str) -> None:
    if not path.is_file() or path.stat().st_size != size:
        raise VoiceError(f"{path.name} did not arrive whole.", remedy="Try again.")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False))
    if digest.hexdigest() != md5:
        raise VoiceError(f"{path.name} is not what its publisher announced, so it was not kept.", remedy="Try again.")
