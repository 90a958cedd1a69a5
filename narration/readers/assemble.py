"""Page → Document: what is not spoken sifted out, outline found, sentences numbered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from narration.document import Document, Section, Sentence, slug
from narration.errors import SourceError
from narration.language_tags import canonical, primary
from narration.readers import sentences, structure, titles, triage
from narration.readers.about import from_front_matter
from narration.readers.base import Block, Kind, Page, Source, line_at
from narration.readers.sift import LeftOutList, sift
from narration.readers.vocabulary import data, listed

HEADING = "heading"
"""Why the words of a heading that is no phase's name are not spoken."""


def document(page: Page, source: Source, language: str | None) -> Document:
    """The document that a page says.

    Raises ``SourceError`` when nothing in it can be spoken.
    """
    spoken = (
        language
        or canonical(page.language)
        or triage.guess_language(" ".join(b.text for b in page.blocks if not b.reason))
    )
    page = replace(page, title=titles.without_version(titles.without_site(page.title)))
    out = LeftOutList()
    about = from_front_matter(page.about)
    blocks = sift(page, spoken, about, out)
    found = structure.outline(blocks, page.bare, (page.title, source.path.stem.replace("-", " ").replace("_", " ")))
    if not any(part.blocks for part in found.parts):
        raise SourceError(
            "no phase was found: there is nothing in it that can be spoken.",
            remedy="Write each phase as `Name: what happens.`, or under a heading.",
            path=source.path,
        )
    for block in found.dropped:
        out.add(block.text, HEADING, block.line)
    taken = {"opening", "closing"}
    phases = []
    for part in found.parts:
        name = slug(part.name, taken)
        taken.add(name)
        phases.append(_section(part.name, name, part.blocks, spoken))
    names = data("labels")["names"].get(primary(spoken), data("labels")["names"]["en"])
    notes = list(page.notes)
    if not found.shown:
        notes.append("The page shows no phases, so its paragraphs became its parts. Give them names in the script.")
    return Document(
        title=found.title
        or titles.topic(titles.SITE.split(page.title)[0])[0]
        or _title_from(
            source, [b.text for b in (*found.opening, *(b for part in found.parts for b in part.blocks))], spoken
        ),
        language=spoken,
        opening=_section(names["opening"], "opening", found.opening, spoken),
        phases=tuple(phases),
        closing=_section(names["closing"], "closing", found.closing, spoken),
        left_out=tuple(out.found),
        about=about,
        notes=tuple(notes),
        file_name=source.path.name,
        sha256=hashlib.sha256(source.data).hexdigest(),
    )


def _section(name: str, name_slug: str, blocks: Iterable[Block], language: str) -> Section:
    found: list[Sentence] = []
    item = 0
    before: Block | None = None  # the item right before, of whose list a table is no part
    for block in blocks:
        at = 0
        is_item = block.kind is Kind.ITEM
        item += is_item + (is_item and before is not None and before.row is not block.row)
        before = block if is_item else None
        depth = max(block.depth, 1) if is_item else block.depth if item else 0
        for text in sentences.split(block.text, language):
            at = max(block.text.find(text, at), at)
            number = item if depth else 0
            found.append(
                Sentence(f"{name_slug}.{len(found) + 1}", text, line_at(block, at), number, depth, block.level > 0)
            )
            at += len(text)
    return Section(name, name_slug, tuple(found))


def _title_from(source: Source, texts: Iterable[str], language: str) -> str:
    """The file's name as a title: without its number and the kind of paper, each word as the text spells it."""
    words = re.findall(r"[^\W_]+", titles.without_version(" ".join(re.findall(r"[^\W_]+", source.path.stem))))
    topic = [word for word in words if word.isalpha() and not listed("labels", "in_file_names").fullmatch(word)]
    text = " ".join(texts).lower()
    spelled = {titles.plainly(word): word for word in re.findall(r"[^\W\d_]+", text)}
    if topic and all(titles.plainly(word) in spelled for word in topic):
        return _linked([spelled[titles.plainly(word)] for word in topic], text, language).capitalize()
    return " ".join(words).capitalize() or "Untitled"


def _linked(words: Sequence[str], text: str, language: str) -> str:
    """The words with what links them in the text: “biopsia próstata” → “biopsia de la próstata”.

    A language that sets no noun beside another takes its commonest link before
    a word that stands after an article in the text, and so is a noun.
    """
    names = data("labels")["file_name_links"].get(primary(language), {})
    said = words[0]
    for before, word in pairwise(words):
        found = re.search(rf"\b{before}((?: {names['small']}){{1,2}}) {word}\b", text) if names else None
        noun = names and re.search(rf"\b{names['articles']} {word}\b", text) and not re.search(names["acts"], word)
        said += f"{found[1]} {word}" if found else f" {names['link']} {word}" if noun else f" {word}"
    return said
