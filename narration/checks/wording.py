"""Which content words of a source its lines say, which they lose, and which come from nowhere.

Three things make a word known: a form of it stands in the source, the
plain-words or the terms list says it for a word that stands there, or it is what the
clinic filled into a field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from narration.checks.base import Context, words
from narration.checks.stems import alike


def known_stems(context: Context, texts: Sequence[str]) -> frozenset[str]:
    """The stems that lines which render these source sentences (as written) may use."""
    key = tuple(texts)
    if key not in context.known_stems:
        lexicon = context.lexicon
        found: set[str] = set()
        for text in key:
            found |= lexicon.stems((*words(text), *words(context.plainly(text))))
            for _, said in plain_for(context, text):
                found |= lexicon.stems(words(said))
        for text in context.script.fields.values():
            found |= lexicon.stems(words(text))
        context.known_stems[key] = frozenset(found)
    return context.known_stems[key]


def plain_for(context: Context, text: str) -> Iterator[tuple[str, str]]:
    """Each formal word or medical term that stands in ``text``, with what the lists say for it."""
    written = words(text)
    # “Your cardiologist’s plan” has the word as “your cardiologist” has it.
    owners = [word.removesuffix("'s") for word in written]
    tokens = [*written, *owners]
    source = f" {' '.join(written)}  {' '.join(owners)} "
    for token in dict.fromkeys(tokens):
        for formal, said in context.formal_phrases.get(token, ()):
            if f" {formal} " in source:
                yield formal, said
    yield from context.terms_in(source)


def aliens(context: Context, texts: Sequence[str], spoken_line: str) -> tuple[list[str], list[str]]:
    """A line's content words, and those of them that come from nowhere; “known as” and the like only link others."""
    lexicon, known = context.lexicon, known_stems(context, texts)
    content = lexicon.content(words(re.sub(context.meaning["linking"], " ", spoken_line)))
    return content, [word for word in content if not _is_known(context, word, known)]


def _is_known(context: Context, word: str, known: frozenset[str]) -> bool:
    parts = [part for part in word.split("-") if part not in context.lexicon.grammar]
    return all(alike(context.lexicon.stem(part), known) for part in (parts or [word]))


def lost_words(context: Context, texts: Sequence[str], spoken_lines: Sequence[str]) -> set[str]:
    """The source's content words that no line says, nor says in plain words."""
    return _gone(context, texts, spoken_lines, any) - set(context.meaning["passing_words"])


def open_words(context: Context, texts: Sequence[str], spoken_lines: Sequence[str]) -> set[str]:
    """Every word of the source that a new one may stand for: also a passing one, and one that is said only in part."""
    return _gone(context, texts, spoken_lines, all)


def _gone(
    context: Context, texts: Sequence[str], spoken_lines: Sequence[str], enough: Callable[[Iterable[bool]], bool]
) -> set[str]:
    """``enough`` of the plain words for a formal one excuse it."""
    lexicon = context.lexicon
    said = {stem for text in spoken_lines for stem in lexicon.stems(words(text))}
    excused: set[str] = set()
    for text in texts:
        for formal, plain in plain_for(context, text):
            content = lexicon.content(words(plain)) or list(words(plain))
            if enough(lexicon.stem(word) in said for word in content):
                excused |= set(words(formal))
    own = {word for text in texts for word in lexicon.content(words(context.plainly(text)))}
    return {
        word
        for word in own - excused
        if len(word) > 1
        and not all(alike(lexicon.stem(part), said) for part in word.split("-"))
        and not any(lexicon.stem(other) in said for other in context.equals(word))
    }
