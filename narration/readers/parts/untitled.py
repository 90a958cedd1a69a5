"""A title for a page that has none: its file's name, or what the first of its parts explains.

``knee-injection.txt`` is about the knee injection, where its text has both
words.  Else a first part called “What are grommets?” says what the page is
about, and at last so do those words of the file's name that the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from narration.language_tags import primary
from narration.readers.parts import titles
from narration.readers.vocabulary import bare, data, listed

_WORD = re.compile(r"[^\W_]+")


def title(stem: str, names: Sequence[str], texts: Iterable[str], language: str) -> str:
    """What a page is called whose file is ``stem``, whose parts have ``names`` and whose text is ``texts``."""
    if found := subject(stem, names, texts, language):
        return found
    words = _words(stem)
    while len(words) > 1 and words[0].isdigit():
        words = words[1:]  # the file's place among others: “08-grommets”
    return " ".join(words).capitalize() or "Untitled"


def subject(stem: str, names: Sequence[str], texts: Iterable[str], language: str) -> str:
    """What the page is about, where its text shows that it is; ``""`` where nothing does."""
    words = _words(stem)
    topic = [word for word in words if word.isalpha() and not listed("labels", "in_file_names").fullmatch(word)]
    text = " ".join(texts).lower()
    spelled = {titles.plainly(word): word for word in re.findall(r"[^\W\d_]+", text)}
    known = [spelled[titles.plainly(word)] for word in topic if titles.plainly(word) in spelled]
    if topic and len(known) == len(topic):
        return _linked(known, text, language).capitalize()
    return _asked_first(names)


def _words(stem: str) -> list[str]:
    return _WORD.findall(titles.without_version(" ".join(_WORD.findall(stem))))


def _asked_first(names: Sequence[str]) -> str:
    """What the first part explains: “What is a bronchoscopy?” → “Bronchoscopy”."""
    found = listed("labels", "explains").fullmatch(bare(names[0]).strip("¿?¡! ")) if names else None
    topic = next(filter(None, found.groups()), "") if found else ""
    return topic[:1].upper() + topic[1:]


def _linked(words: Sequence[str], text: str, language: str) -> str:
    """The words with what links them in the text: “biopsia próstata” → “biopsia de la próstata”.

    A language that sets no noun beside another takes its commonest link before
    a word that stands after an article in the text, and so is a noun; one that the
    text says is done has its own: “gastroscopia sedación” → “gastroscopia con sedación”.
    """
    names = data("labels")["file_name_links"].get(primary(language), {})
    said = words[0]
    for before, word in pairwise(words):
        if names and any(re.fullmatch(names["small"], one) for one in (before, word)):
            said += f" {word}"  # the file's name has its own link
            continue
        found = re.search(rf"\b{before}((?: {names['small']}){{1,2}}) {word}\b", text) if names else None
        noun = names and re.search(rf"\b{names['articles']} {word}\b", text) and not re.search(names["acts"], word)
        done = re.search(rf"\b({names['with']}) {word}\b", text) if names and not noun else None
        link = found[1] if found else f" {names['link']}" if noun else f" {done[1]}" if done else ""
        said += f"{link} {word}"
    return said
