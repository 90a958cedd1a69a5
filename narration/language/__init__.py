"""Vocabulary that writing and checking share: one folder of data files per language.

``load("en", "plain_words")`` gives what ``narration/language/en/plain_words.yaml``
holds, and over it what a clinic's own folder says (``HOUSE/en/plain_words.yaml``).
A list that would be too long for one file is a folder of that name, whose files
have the parts of its table (``narration/language/en/grammar/``).
A new language is a new folder with the same file names; a new list is a new
file in each folder.  Nothing here knows what the lists mean: the family that
uses a file says so in the file's first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from narration import yaml_data
from narration.errors import UsageError
from narration.language_tags import primary


@cache
def languages() -> tuple[str, ...]:
    """The languages with a folder here, in alphabetical order."""
    return tuple(sorted(item.name for item in files(__name__).iterdir() if _is_language(item.name) and item.is_dir()))


def supports(language: str) -> bool:
    """Whether there is a folder for this BCP 47 tag's language."""
    return primary(language) in languages()


@cache
def load(language: str, name: str, house: Path | None = None) -> Any:
    """The content of the file ``name`` (without ``.yaml``) for a BCP 47 tag.

    ``house`` is a folder with files of the same names that add to ours: their
    tables are merged key by key, their lists come before ours.  Parsed once and
    shared: do not change what comes back.  Raises ``UsageError`` for a language
    without a folder, a file that is not there, or one that cannot be read.
    """
    if not supports(language):
        raise UsageError(
            f"there is no vocabulary for the language `{language}`.",
            remedy=f"The languages are {', '.join(languages())}.",
        )
    shipped = _shipped(files(__name__) / primary(language), name)
    if shipped is None:
        raise UsageError(f"the language `{primary(language)}` has no list called `{name}`.")
    own = house / primary(language) / f"{name}.yaml" if house else None
    return merged(shipped, _own(own), own) if own and own.is_file() else shipped


def _shipped(folder: Traversable, name: str) -> Any:
    """The file of this name, or the tables in the folder of this name as one; ``None`` where there is neither."""
    whole, parts = folder / f"{name}.yaml", folder / name
    if whole.is_file():
        return yaml_data.parse(whole.read_text(encoding="utf-8"))
    if not parts.is_dir():
        return None
    tables = [yaml_data.parse(part.read_text(encoding="utf-8")) for part in parts.iterdir()]
    return {key: value for table in tables for key, value in table.items()}


def merged(ours: Any, own: Any, path: Path | None = None) -> Any:
    """``own`` over ``ours``: tables key by key down to lists and values; a list of tables before ours.

    An empty table empties ours.  Raises ``UsageError``, naming ``path``, where the two are not of one kind.
    """
    if own is None:
        return ours
    if isinstance(ours, Mapping) and isinstance(own, Mapping):
        both = {key: merged(ours[key], value, path) if key in ours else value for key, value in own.items()}
        return {**ours, **both} if own else own
    if isinstance(ours, list) and isinstance(own, list):
        return [*own, *ours] if any(isinstance(item, Mapping) for item in own) else own
    # A plain word may be a text in one list and a table with its context in the other.
    if (
        isinstance(ours, list) != isinstance(own, list)
        or (isinstance(ours, Mapping) and "say" not in ours)
        or _is_number(ours) != _is_number(own)
        or (isinstance(own, Mapping) and "say" not in own)
    ):
        raise UsageError(f"the house style has “{own}” where {_wanted(ours)} is wanted.", path=path)
    return own


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _wanted(ours: Any) -> str:
    if isinstance(ours, list | Mapping):
        return "a list or a table"
    return "a number" if _is_number(ours) else "a text, or a table with `say`,"


def _own(path: Path) -> Any:
    import yaml

    try:
        return yaml_data.parse(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        first = str(error).splitlines()[0]
        raise UsageError(f"the house style cannot be read: {first}.", path=path) from None


def _is_language(name: str) -> bool:
    return name.isalpha() and name.islower()
