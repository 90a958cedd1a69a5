"""Document → Script: the rules over each sentence, and the frame around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from narration import language
from narration.document import Document, Section
from narration.errors import UsageError
from narration.language.plain import plain_words as plain_words_of
from narration.script import STYLE, Omission, Pauses, Say, Script, ScriptPhase, Silence, VoiceChoice
from narration.writing.rules import RULES, SECTION_RULES, Vocabulary

Line = Say | Silence

SLOWER_THAN_PACE = 1.15
"""A script of short sentences takes longer than its words at the nominal pace: each one slows down at its end."""


def write_script(document: Document) -> Script:
    """The script of ``document``; the same document always gives the same script.

    Raises ``UsageError`` for a language without a house style.
    """
    words = vocabulary(document.language)
    pacing, voice = Pauses(), VoiceChoice()
    bodies = [(phase, _body(phase, words)) for phase in (document.opening, *document.phases, document.closing)]
    phases = [_framed(index, section, body, document, words) for index, (section, body) in enumerate(bodies)]
    seconds = expected_seconds(phases, pacing, voice.pace)
    phases[0] = ScriptPhase(
        phases[0].name,
        phases[0].source,
        (*_welcome(document, words, seconds), *phases[0].lines),
    )
    return Script(
        title=document.title,
        language=document.language,
        phases=tuple(phases),
        source_file=document.file_name,
        source_sha256=document.sha256,
        voice=voice,
        pauses=pacing,
        fields=dict(words.style["fields"]),
        about=dict(document.about),
        left_out=tuple(Omission(item.id, item.reason, item.text) for item in document.left_out),
    )


def vocabulary(tag: str) -> Vocabulary:
    """The words of a language, for the rules."""
    if not language.supports(tag):
        raise UsageError(
            f"narration cannot write in the language “{tag}”.",
            remedy=f"It knows {', '.join(language.languages())}; choose one with --language.",
        )
    return Vocabulary(
        language.base(tag),
        plain=plain_words_of(tag),
        style=language.load(tag, "style"),
        grammar=language.load(tag, "grammar"),
    )


def render(sentence: str, words: Vocabulary) -> list[str]:
    """One source sentence as the lines that say it."""
    lines = [sentence]
    for rule in RULES:
        lines = [made for line in lines for made in rule(line, words)]
    return [_finished(line) for line in lines]


def expected_seconds(phases: Iterable[ScriptPhase], pauses: Pauses, pace: int) -> float:
    """How long the track will be, from its words, its pace and its pauses."""
    words = silences = 0.0
    for phase in phases:
        words += sum(len(say.text.split()) for say in phase.says)
        silences += sum(i.seconds if isinstance(i, Silence) else pauses.sentence for i in phase.lines) + pauses.phase
    return words * 60 / pace * SLOWER_THAN_PACE + silences


def _body(section: Section, words: Vocabulary) -> list[Line]:
    lines: list[Line] = []
    texts = [sentence.text for sentence in section.sentences]
    for rule in SECTION_RULES:
        texts = rule(texts, words)
    for sentence, addressed in zip(section.sentences, texts, strict=True):
        for text in render(addressed, words):
            lines.append(Say(text, (sentence.id,)))
            if _heavy(text, words.style):
                lines.append(Silence(float(words.style["heavy_pause"])))
    while lines and isinstance(lines[-1], Silence):
        lines.pop()
    return lines


def _framed(index: int, section: Section, body: list[Line], document: Document, words: Vocabulary) -> ScriptPhase:
    source = {sentence.id: sentence.text for sentence in section.sentences}
    lines: list[Line] = list(body)
    count = len(document.phases)
    style = words.style
    if 1 <= index <= count:
        lines.insert(0, _style(_announcement(section.name, index, count, style)))
        if index % int(style["invitation_every"]) == 0 and index < count:
            turn = index // int(style["invitation_every"]) - 1
            lines += [_style(style["invitations"][turn % len(style["invitations"])])]
            lines += [Silence(float(style["invitation_pause"]))]
    elif index > count:
        lines = [*map(_style, style["closing_begin"]), *lines, *map(_style, style["closing_end"])]
    return ScriptPhase(section.name, source, tuple(lines))


def _welcome(document: Document, words: Vocabulary, seconds: float) -> list[Line]:
    texts = words.style["welcome"]
    extra = sum(len(text.split()) for text in texts) * 60 / VoiceChoice().pace + len(texts) * Pauses().sentence
    values = {"title": _finished(document.title), "minutes": _minutes(seconds + extra, words)}
    return [_style(_fill(text, values)) for text in texts]


def _minutes(seconds: float, words: Vocabulary) -> str:
    count = max(1, round(seconds / 60))
    names = words.style["minutes"]
    return str(names["one"]) if count == 1 else str(names["many"]).format(count=count)


def _announcement(name: str, index: int, count: int, style: Mapping[str, Any]) -> str:
    if name.rstrip().endswith("?"):
        return str(style["question"]).replace("{phase}", name.strip())
    which = "first" if index == 1 else "last" if index == count else "next"
    return str(style[which]).replace("{phase}", spoken_name(name).rstrip("."))


def spoken_name(name: str) -> str:
    """A heading inside a sentence: ``Altered Perception`` → ``altered perception``; ``IV Line`` → ``IV line``."""
    return " ".join(
        word.lower() if re.fullmatch(r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü’'-]*(?:-[A-Z][a-z]+)*", word) else word
        for word in name.split()
    )


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Only the writer's own names: ``{helper}`` stays for the clinic to fill."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def _finished(text: str) -> str:
    """A sentence ends as one: a colon that introduced what follows on the page introduces nothing here."""
    text = text.strip()
    if text.endswith((":", ";", ",")):
        text = text[:-1].rstrip()
    return text if re.search(r"[.!?…][”\"')]?$", text) else f"{text}."


def _heavy(text: str, style: Mapping[str, Any]) -> bool:
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    return bool(words & set(style["heavy"]))


def _style(text: str) -> Say:
    return Say(text, (STYLE,))
