"""The same procedure in other languages: finished tracks that stand beside this one.

A track's folder is ``<procedure>`` in English and ``<procedure>-<language>``
otherwise.  A page links the languages that are there when it is built;
``relink`` tells the pages that were built before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from narration import templating, wording
from narration.editions import manifest
from narration.editions.page import offline
from narration.folder import MANIFEST, manifest_of

PAGE = "index.html"
_BEGIN, _END = "<!-- languages -->", "<!-- /languages -->"
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Sibling:
    """``name`` is the language in its own words, ``href`` relative to this track's page."""

    language: str
    name: str
    href: str


def find(folder: Path, name: str, language: str) -> list[Sibling]:
    """The other languages of track ``name``, which is being written into ``folder``."""
    return [
        Sibling(tag, wording.name_of(tag), f"../{quote(other.name)}/{PAGE}")
        for other, tag in _family(folder, name, language)
        if other.name != name and tag != language
    ]


def relink(folder: Path, language: str) -> None:
    """Give the pages of the other languages of the finished track in ``folder`` their links anew.

    Their manifests and service workers follow, so that nothing seems changed
    by a stranger, and a page that a phone has kept learns of it.
    """
    for other, tag in _family(folder, folder.name, language):
        page, data = other / PAGE, manifest_of(other)
        if not page.is_file() or not isinstance(data.get("files"), dict):
            continue
        before, begin, rest = page.read_text(encoding="utf-8").partition(_BEGIN)
        _, end, after = rest.partition(_END)
        links = find(other, other.name, tag)
        text = f"{before}{_render(links, tag)}{after}"
        if not (begin and end) or text == f"{before}{begin}{rest}":
            continue
        templating.write(page, text)
        offline.write(other, other.name)
        manifest.renew(other, data, PAGE, offline.FILE_NAME)


def _render(siblings: list[Sibling], tag: str) -> str:
    page = wording.words(wording.language_of(tag))["page"]
    template = templating.environment(_HERE).get_template("languages.html")
    return template.render(siblings=siblings, page=page).rstrip("\n")


def _family(folder: Path, name: str, language: str) -> Iterator[tuple[Path, str]]:
    """The finished tracks of this procedure beside ``folder``, each with its language."""
    procedure = _procedure(name, language)
    for path in sorted(folder.parent.glob(f"*/{MANIFEST}")):
        other, tag = path.parent, manifest_of(path.parent).get("language")
        if other == folder or other.name.startswith(".") or not isinstance(tag, str) or not tag:
            continue
        if _procedure(other.name, tag) == procedure:
            yield other, tag


def _procedure(name: str, language: str) -> str:
    return name.removesuffix(f"-{language}")
