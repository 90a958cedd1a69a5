"""Lexicon files in the W3C's Pronunciation Lexicon Specification 1.0 (https://www.w3.org/TR/pronunciation-lexicon/).

An ``<alias>`` says what is read aloud for a ``<grapheme>``; it becomes an entry
like those of ``say_as``.  A ``<phoneme>`` is for a voice that takes phonemes;
none of ours does, so it is counted and the word is spoken as it is written.
Everything in the file is hostile until it is read: no document type (and so no
entities), bounded in size, nothing fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from narration.errors import UsageError
from narration.language_tags import primary

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
MAX_BYTES = 2_000_000
MAX_GRAPHEME, MAX_ALIAS = 200, 1000
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Pronunciations:
    """``entries`` are written → said; ``note`` is empty, or says what no voice can use."""

    entries: Mapping[str, str]
    note: str = ""


def read(path: Path, language: str) -> Pronunciations:
    """The lexicon in ``path`` for a script in ``language`` (BCP 47).

    Raises ``UsageError``, with the line, for what is not a PLS lexicon of that
    language, or might not be harmless.
    """
    root = _root(path)
    theirs = primary(root.get(_XML_LANG) or "")
    if theirs != primary(language):
        raise _error(path, root, f"the lexicon is for “{theirs}”, the script is in “{language}”", "Name one that fits.")
    entries: dict[str, str] = {}
    phonemes = 0
    for lexeme in root.iterchildren(_tag("lexeme")):
        alias = _alias(lexeme, path)
        graphemes = [_text(item, path, MAX_GRAPHEME) for item in lexeme.iterchildren(_tag("grapheme"))]
        if not graphemes:
            raise _error(path, lexeme, "a <lexeme> has no <grapheme>", "Write the word that it is about.")
        phonemes += not alias
        for grapheme in graphemes if alias else ():
            entries.setdefault(grapheme, alias)
    note = f"{path}: no voice here takes phonemes, and so many entries give nothing else: {phonemes}. "
    return Pronunciations(entries, f"{note}Those words are spoken as written." if phonemes else "")


def _root(path: Path) -> etree._Element:
    from lxml import etree

    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError("the lexicon is larger than 2 MB.", remedy="Split it.", path=path)
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the lexicon cannot be read: {error.strerror}.", path=path) from None
    if b"<!" in (plain := data.replace(b"\x00", b"").replace(b"<!--", b"").replace(b"<![CDATA[", b"")):
        line = plain[: plain.index(b"<!")].count(b"\n") + 1
        raise UsageError("the lexicon declares a document type; none may.", remedy="Take it out.", path=path, line=line)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(f"the lexicon is not well-formed XML: {error.msg}.", path=path, line=error.lineno) from None
    if root.getroottree().docinfo.doctype:
        raise _error(path, root, "the lexicon declares a document type; none may", "Take it out.")
    if root.tag != _tag("lexicon"):
        raise _error(path, root, "this is not a PLS lexicon", f"Its first element is <lexicon xmlns=“{NAMESPACE}”>.")
    return root


def _alias(lexeme: etree._Element, path: Path) -> str:
    """The alias that is marked as preferred, else the first; ``""`` where the lexeme has phonemes only."""
    spoken = [child for child in lexeme if child.tag in (_tag("alias"), _tag("phoneme"))]
    if not spoken:
        raise _error(path, lexeme, "a <lexeme> has neither <alias> nor <phoneme>", "Say how it is spoken.")
    aliases = [child for child in spoken if child.tag == _tag("alias")]
    aliases.sort(key=lambda child: child.get("prefer") != "true")
    return _text(aliases[0], path, MAX_ALIAS) if aliases else ""


def _text(element: etree._Element, path: Path, most: int) -> str:
    text = " ".join("".join(str(part) for part in element.itertext(with_tail=False)).split())
    if not text or len(text) > most:
        name = str(element.tag).rpartition("}")[2]
        raise _error(path, element, f"<{name}> has {len(text)} characters", f"It must have 1 to {most}.")
    return text


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _error(path: Path, element: etree._Element, problem: str, remedy: str) -> UsageError:
    return UsageError(f"{problem}.", remedy=remedy, path=path, line=element.sourceline)
