"""The clip store: what a voice has said once, it need not say again.

A clip's name is the SHA-256 of everything that made it: store schema, voice
key and spoken text.  Clips are raw; pauses, trimming and loudness come later,
so changing those speaks nothing again.  A file is a line of JSON and the PCM;
the line holds the PCM's SHA-256, so that a damaged clip is dropped when read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from narration.clip import Clip
from narration.settings import Settings, cache_folder
from narration.voices.base import Voice
from narration.whole import write_whole

SCHEMA = 1
_SUFFIX = ".clip"
_LONGEST_HEADER = 4096


def clip_key(voice: Voice, text: str, pace: int) -> str:
    """64 hexadecimal digits over all that changes the samples."""
    content = {"schema": SCHEMA, "text": text, "voice": dict(voice.key(pace))}
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class StoreSize:
    clips: int
    size_bytes: int


class ClipStore:
    """Clips in ``folder``, at most ``limit_bytes`` of them once ``trim`` has run.

    Several programs may use one folder: a clip appears whole or not at all.
    A store that cannot be written (full disk, read-only folder) does not stop
    the voice; ``problem`` then says why nothing is kept.
    """

    def __init__(self, folder: Path, limit_bytes: int = 2_000_000_000) -> None:
        self.folder = folder
        self.limit_bytes = limit_bytes
        self.problem = ""

    @classmethod
    def of(cls, settings: Settings) -> ClipStore:
        return cls(cache_folder() / "clips", settings.cache_bytes)

    def path(self, key: str) -> Path:
        return self.folder / key[:2] / (key + _SUFFIX)

    def get(self, key: str) -> Clip | None:
        """The clip, or nothing when it is missing or damaged (a damaged one is removed)."""
        path = self.path(key)
        try:
            with path.open("rb") as file:
                header = file.readline(_LONGEST_HEADER)
                pcm = file.read()
        except OSError:
            return None
        clip = _verified(header, pcm, key)
        with contextlib.suppress(OSError):
            if clip is None:
                path.unlink()
            else:
                os.utime(path)
        return clip

    def put(self, key: str, clip: Clip) -> None:
        header = {
            "schema": SCHEMA,
            "key": key,
            "sample_rate_hz": clip.sample_rate_hz,
            "sha256": hashlib.sha256(clip.pcm).hexdigest(),
        }
        path = self.path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, json.dumps(header).encode() + b"\n" + clip.pcm)
        except OSError as error:
            self.problem = f"{self.folder}: finished speech cannot be kept there ({error.strerror or error})."

    def size(self) -> StoreSize:
        sizes = [size for _, size, _ in self._files()]
        return StoreSize(len(sizes), sum(sizes))

    def trim(self) -> None:
        """Remove the least recently used clips until the limit holds."""
        files = sorted(self._files(), key=lambda item: item[2])
        excess = sum(size for _, size, _ in files) - self.limit_bytes
        for path, size, _ in files:
            if excess <= 0:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                excess -= size

    def clear(self) -> StoreSize:
        """Remove every clip; what was removed."""
        removed = self.size()
        for path, _, _ in self._files():
            with contextlib.suppress(OSError):
                path.unlink()
        return removed

    def _files(self) -> Iterator[tuple[Path, int, float]]:
        """Path, size in bytes and time of last use of every clip, and of what a killed writer left."""
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(OSError):
                stat = path.stat()
                yield path, stat.st_size, stat.st_mtime


def _verified(header: bytes, pcm: bytes, key: str) -> Clip | None:
    try:
        fields = json.loads(header)
        sound = (
            fields["schema"] == SCHEMA and fields["key"] == key and fields["sha256"] == hashlib.sha256(pcm).hexdigest()
        )
        return Clip(pcm, int(fields["sample_rate_hz"])) if sound else None
    except (ValueError, KeyError, TypeError):
        return None
