"""Writing again after the source has changed, without losing what a person did.

Three texts are compared: the script as a person left it, what the program
would write of that script's own source (so the difference is the person's),
and what it writes of the new source.  The lines of a sentence that a person
touched stay as long as the sentence stands, wherever it stands now; all the
rest is the new text.  What could not be kept is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from narration.document import Document, Section, Sentence
from narration.script import Omission, Say, Script, ScriptPhase, Silence
from narration.writing.writer import LABEL, write_script

Line = Say | Silence
MOSTLY = 0.5
"""A phase with another name is the earlier one if more than this share of its sentences comes from there."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Names of phases: ``kept`` as to their sentences, ``changed``, ``gone``; ``lost`` are a person's lines."""

    script: Script
    kept: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    lost: tuple[str, ...] = ()

    def summary(self, path: Path) -> str:
        """What happened to the script, for the person who edits it."""
        text = f"The source has changed since {path} was written: {len(self.kept)} phases stay as they are"
        if self.changed:
            text += f"; read these again: {', '.join(self.changed)}"
        if self.gone:
            text += f"; no longer in the source: {', '.join(self.gone)}"
        if self.lost:
            text += "; your lines without their sentence are out: " + " ".join(f"“{line}”" for line in self.lost)
        return text if text.endswith("”") else f"{text}."


@dataclass(slots=True)
class _Blocks:
    """A phase's lines: those before its first sentence, and those of each group of sentences that share lines.

    A style line or a pause belongs to the sentence before it.
    """

    head: list[Line] = field(default_factory=list)
    of: dict[tuple[str, ...], list[Line]] = field(default_factory=dict)

    def group(self, source: str) -> tuple[str, ...]:
        return next((group for group in self.of if source in group), ())


def rewrite_script(earlier: Script, document: Document, house: Path | None = None) -> Rewrite:
    """``document`` written anew, with the lines of ``earlier`` that a person made and whose sentences still stand."""
    new = write_script(document, house)
    merge = _Merge(earlier, _as_written(earlier, house), new)
    phases = tuple(merge.phases())
    script = replace(
        new,
        phases=phases,
        voice=earlier.voice,
        pauses=earlier.pauses,
        fields={**new.fields, **earlier.fields},
        say_as=earlier.say_as,
        lexicons=earlier.lexicons,
        left_out=(*new.left_out, *merge.left_out),
        review=earlier.review,
    )
    return Rewrite(script, tuple(merge.kept), tuple(merge.changed), tuple(merge.gone()), tuple(merge.lost()))


class _Merge:
    def __init__(self, earlier: Script, written: Script | None, new: Script) -> None:
        self.earlier, self.new = earlier, new
        self.kept: list[str] = []
        self.changed: list[str] = []
        self.left_out: list[Omission] = []
        self._old = {phase.name: _blocks(phase) for phase in earlier.phases}
        self._written = {phase.name: _blocks(phase) for phase in written.phases} if written else {}
        self._phase_of = {key: phase for phase in earlier.phases for key in phase.source}
        self._excused = {item.id: item for item in earlier.left_out if item.id in self._phase_of}
        self._origin = dict(_origins(earlier, new))
        self._taken: set[str] = set()
        self._said: set[str] = set()

    def phases(self) -> Iterator[ScriptPhase]:
        added = self._added()
        yield from added.pop("", [])
        for phase in self.new.phases:
            old = self._counterpart(phase)
            if old is not None:
                self._taken.add(old.name)
            made = replace(phase, lines=tuple(self._lines(phase, old)))
            same = old is not None and list(old.source.values()) == list(phase.source.values())
            (self.kept if same else self.changed).append(phase.name)
            self._said |= {say.text for say in made.says}
            yield made
            yield from added.pop(old.name, []) if old is not None else []
        for rest in added.values():
            yield from rest

    def gone(self) -> Iterator[str]:
        for phase in self.earlier.phases:
            if phase.source and phase.name not in self._taken:
                yield phase.name

    def lost(self) -> Iterator[str]:
        """A person's lines that are nowhere in the new script."""
        for phase in self.earlier.phases:
            written = self._written.get(phase.name)
            machine = set(_texts(written)) if written else set()
            for say in phase.says:
                if self._written and say.text not in machine and say.text not in self._said:
                    yield say.text

    def _counterpart(self, phase: ScriptPhase) -> ScriptPhase | None:
        """The earlier phase of this name, or the one most of this phase's sentences come from."""
        for old in self.earlier.phases:
            if old.name == phase.name:
                return old
        from_there = [self._phase_of[self._origin[key]].name for key in phase.source if key in self._origin]
        for old in self.earlier.phases:
            if old.name not in self._taken and from_there.count(old.name) > MOSTLY * len(phase.source):
                return old
        return None

    def _lines(self, phase: ScriptPhase, old: ScriptPhase | None) -> Iterator[Line]:
        blocks = _blocks(phase)
        head = self._old[old.name].head if old is not None and old.name == phase.name else blocks.head
        yield from head if old is not None and self._touched_head(old, head) else blocks.head
        done: set[str] = set()
        for key in phase.source:
            if key in done:
                continue
            origin = self._origin.get(key, "")
            if origin in self._excused and not self._group(origin):
                self.left_out.append(replace(self._excused[origin], id=key))
                continue
            mine = self._mine(origin, phase)
            if mine is None:
                done.add(key)
                yield from blocks.of.get(blocks.group(key), [])
            else:
                ids, lines = mine
                done |= set(ids.values())
                yield from (_with_ids(item, ids) for item in lines)

    def _touched_head(self, old: ScriptPhase, head: list[Line]) -> bool:
        written = self._written.get(old.name)
        return written is None or head != written.head

    def _group(self, origin: str) -> tuple[str, ...]:
        phase = self._phase_of.get(origin)
        return self._old[phase.name].group(origin) if phase else ()

    def _mine(self, origin: str, phase: ScriptPhase) -> tuple[dict[str, str], list[Line]] | None:
        """What a person made of a sentence, if all the sentences it shares lines with stand in this phase."""
        group = self._group(origin)
        if not group:
            return None
        old = self._phase_of[origin]
        lines = self._old[old.name].of[group]
        written = self._written.get(old.name)
        if written is not None and written.of.get(group) == lines:
            return None
        ids = {self._origin[key]: key for key in phase.source if self._origin.get(key) in group}
        return (ids, lines) if set(ids) == set(group) else None

    def _added(self) -> dict[str, list[ScriptPhase]]:
        """Phases that a person added, by the name of the phase before them."""
        found: dict[str, list[ScriptPhase]] = {}
        before = ""
        for phase in self.earlier.phases:
            if phase.source or any(phase.name == other.name for other in self.new.phases):
                before = phase.name
            elif phase.name not in self._written or list(phase.lines) != self._written[phase.name].head:
                found.setdefault(before, []).append(phase)
        return found


def _blocks(phase: ScriptPhase) -> _Blocks:
    """Lines that share a sentence are one block, even with others between them."""
    groups: list[set[str]] = []
    for say in phase.says:
        if not say.from_style:
            joined = {*say.sources}.union(*(group for group in groups if group & {*say.sources}))
            groups = [*(group for group in groups if not group & joined), joined]
    order = {key: index for index, key in enumerate(phase.source)}
    made, current = _Blocks(), None
    for item in phase.lines:
        if isinstance(item, Say) and not item.from_style:
            group = next(group for group in groups if group & {*item.sources})
            current = tuple(sorted(group, key=lambda key: order.get(key, len(order))))
        (made.head if current is None else made.of.setdefault(current, [])).append(item)
    return made


def _origins(earlier: Script, new: Script) -> Iterator[tuple[str, str]]:
    """For each sentence of the new source the same one of the earlier: in its own phase first, then anywhere."""
    taken: set[str] = set()
    texts = {key: _plain(text) for key, text in earlier.source.items()}
    by_name = {phase.name: phase for phase in earlier.phases}
    left: list[tuple[str, str]] = []
    for phase in new.phases:
        here: Mapping[str, str] = by_name[phase.name].source if phase.name in by_name else {}
        for key, text in phase.source.items():
            same = next((old for old in here if old not in taken and texts[old] == _plain(text)), None)
            if same is None:
                left.append((key, _plain(text)))
            else:
                taken.add(same)
                yield key, same
    elsewhere: dict[str, list[str]] = {}
    for old, text in texts.items():
        if old not in taken:
            elsewhere.setdefault(text, []).append(old)
    for key, text in left:
        if elsewhere.get(text):
            yield key, elsewhere[text].pop(0)


def _as_written(script: Script, house: Path | None) -> Script | None:
    """What the program writes of the script's own source; None for a script that it could not have written."""
    if len(script.phases) <= 2:
        return None
    sections = [
        Section(phase.name, f"phase-{index}", _sentences(phase, script)) for index, phase in enumerate(script.phases)
    ]
    source = Document(script.title, script.language, sections[0], tuple(sections[1:-1]), sections[-1])
    return write_script(source, house)


def _sentences(phase: ScriptPhase, script: Script) -> tuple[Sentence, ...]:
    """A phase's sentences with the page's labels among them, which the writer left out: a name follows them."""
    texts = dict(phase.source)
    sections = {key.rpartition(".")[0] for key in texts}
    labels = [item for item in script.left_out if item.reason == LABEL and item.id.rpartition(".")[0] in sections]
    if labels:
        texts |= {item.id: item.text for item in labels}
        texts = dict(sorted(texts.items(), key=lambda pair: int(pair[0].rpartition(".")[2])))
    return tuple(Sentence(key, text) for key, text in texts.items())


def _texts(blocks: _Blocks) -> Iterator[str]:
    for lines in (blocks.head, *blocks.of.values()):
        yield from (item.text for item in lines if isinstance(item, Say))


def _with_ids(item: Line, ids: Mapping[str, str]) -> Line:
    if isinstance(item, Silence) or item.from_style:
        return item
    return replace(item, sources=tuple(ids.get(source, source) for source in item.sources))


def _plain(text: str) -> str:
    """White space does not make another sentence."""
    return " ".join(text.split())
