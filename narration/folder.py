"""The output folder, written beside and swapped in whole.

Whoever opens the folder sees the earlier track or the new one, never half of
each; a killed build leaves the earlier one as it was.
"""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from narration.errors import PublishError

MANIFEST, COVER = "manifest.json", "cover.jpg"
"""What every finished track has, whatever its name."""
STALE_SECONDS = 24 * 3600
SWAP_TRIES, SWAP_WAIT_SECONDS = 20, 0.1


def manifest_of(folder: Path) -> dict[str, Any]:
    """What the manifest in ``folder`` says; empty when there is none.

    Somebody else's ``manifest.json`` may hold anything: whoever reads a key of
    it has to allow for that.
    """
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A new folder beside ``target`` to write into; on a clean exit it takes its place.

    Raises ``PublishError`` when the disk is full, the place cannot be written,
    or ``target`` holds something that no build of ours made.
    """
    refuse_foreign(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _recover(target)
        _sweep(target)
        staging = Path(tempfile.mkdtemp(prefix=f".{target.name}.building-", dir=target.parent))
        staging.chmod(0o755)
    except OSError as error:
        raise explain(error, target.parent) from error
    try:
        try:
            yield staging
            _take_place(staging, target)
        except OSError as error:
            raise explain(error, target) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def refuse_foreign(target: Path) -> None:
    """A folder that holds files but no manifest of ours is somebody's: it is never replaced."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PublishError("this is not a folder.", remedy="Choose another with -o.", path=target)
    if target.is_dir() and any(target.iterdir()) and not (target / MANIFEST).is_file():
        raise PublishError(
            "this folder holds files that are not a finished track, so it is left as it is.",
            remedy="Choose another with -o, or move them away.",
            path=target,
        )


def explain(error: OSError, place: Path) -> PublishError:
    """An operating-system error as a sentence for a person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PublishError(
            "the disk is full.", remedy="Free some space and build again; finished clips are kept.", path=place
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return PublishError(
            "this place cannot be written, or a file in it is open in another program.",
            remedy="Close the player, or choose another folder with -o.",
            path=place,
        )
    return PublishError(f"this place cannot be written: {error.strerror or error}.", path=place)


def _backup(target: Path) -> Path:
    return target.with_name(f".{target.name}.earlier")


def _take_place(staging: Path, target: Path) -> None:
    """Swap, and again when another build of the same track swaps at the same moment: the last one stays."""
    for _ in range(SWAP_TRIES - 1):
        try:
            return _swap(staging, target)
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT):
                raise
        time.sleep(SWAP_WAIT_SECONDS)
        _recover(target)
    return _swap(staging, target)


def _swap(staging: Path, target: Path) -> None:
    backup = _backup(target)
    if target.exists():
        target.replace(backup)
    try:
        staging.replace(target)
    except OSError:
        if backup.exists():
            backup.replace(target)
        raise
    shutil.rmtree(backup, ignore_errors=True)


def _recover(target: Path) -> None:
    """A build that was killed between the two renames left the earlier track under its backup name."""
    backup = _backup(target)
    if not backup.exists():
        return
    if target.exists():
        shutil.rmtree(backup, ignore_errors=True)
    else:
        backup.replace(target)


def _sweep(target: Path) -> None:
    """Remove what killed builds left, once it is too old to belong to a running one."""
    for leftover in target.parent.glob(f".{target.name}.building-*"):
        with contextlib.suppress(FileNotFoundError):  # another build has just finished with its own
            if time.time() - leftover.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(leftover, ignore_errors=True)
