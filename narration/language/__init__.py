"""Vocabulary that writing and checking share: one folder of data files per language.

``load("en", "plain_words")`` gives what ``narration/language/en/plain_words.yaml``
holds.  A new language is a new folder with the same file names; a new list is
a new file in each folder.  Nothing here knows what the lists mean: the family
that uses a file says so in the file's first lines.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from narration.errors import UsageError


def base(language: str) -> str:
    """The language of a BCP 47 tag without script or region: ``es-MX`` → ``es``."""
    return language.replace("_", "-").split("-")[0].lower()


@cache
def languages() -> tuple[str, ...]:
    """The languages with a folder here, in alphabetical order."""
    return tuple(sorted(item.name for item in files(__name__).iterdir() if _is_language(item.name) and item.is_dir()))


def supports(language: str) -> bool:
    """Whether there is a folder for this BCP 47 tag's language."""
    return base(language) in languages()


@cache
def load(language: str, name: str) -> Any:
    """The content of the file ``name`` (without ``.yaml``) for a BCP 47 tag.

    Parsed once and shared: do not change what comes back.  Raises
    ``UsageError`` for a language without a folder, or a file that is not there.
    """
    if not supports(language):
        raise UsageError(
            f"there is no vocabulary for the language `{language}`.",
            remedy=f"The languages are {', '.join(languages())}.",
        )
    resource = files(__name__) / base(language) / f"{name}.yaml"
    if not resource.is_file():
        raise UsageError(f"the language `{base(language)}` has no list called `{name}`.")
    return parse(resource.read_text(encoding="utf-8"))


def parse(text: str) -> Any:
    """YAML read safely, by libyaml where PyYAML was built with it (about ten times faster)."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe loaders


def _is_language(name: str) -> bool:
    return name.isalpha() and name.islower()
