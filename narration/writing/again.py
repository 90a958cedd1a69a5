"""Writing again after the source has changed, without losing what a person did.

A phase whose source sentences are all as they were keeps its lines, whoever
wrote them; so does each line of a changed phase whose own sentences are as
they were.  Everything else is written anew, and the summary says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from narration.document import Document
from narration.script import Say, Script, ScriptPhase, Silence
from narration.writing.writer import write_script


@dataclass(frozen=True, slots=True)
class Rewrite:
    """``kept`` names phases that stay as they were, ``changed`` those that were written anew in part."""

    script: Script
    kept: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def summary(self, path: Path) -> str:
        """What happened to the script, for the person who edits it."""
        text = f"The source has changed since {path} was written: {len(self.kept)} phases stay as they are"
        if self.changed:
            text += f"; read these again: {', '.join(self.changed)}"
        if self.gone:
            text += f"; no longer in the source: {', '.join(self.gone)}"
        return f"{text}."


def rewrite_script(earlier: Script, document: Document, house: Path | None = None) -> Rewrite:
    """``document`` written anew, with the lines of ``earlier`` wherever their sentences still stand."""
    new = write_script(document, house)
    by_name = {phase.name: phase for phase in earlier.phases}
    phases, kept, changed = [], [], []
    for phase in new.phases:
        old = by_name.pop(phase.name, None)
        if old is not None and list(old.source.values()) == list(phase.source.values()):
            kept.append(phase.name)
            phases.append(_with_ids(old, phase))
        elif old is not None:
            changed.append(phase.name)
            phases.append(_merged(old, phase))
        else:
            changed.append(phase.name)
            phases.append(phase)
    script = replace(
        new,
        phases=tuple(phases),
        voice=earlier.voice,
        pauses=earlier.pauses,
        fields={**new.fields, **earlier.fields},
        say_as=earlier.say_as,
        lexicons=earlier.lexicons,
        review=earlier.review,
    )
    return Rewrite(script, tuple(kept), tuple(changed), tuple(by_name))


def _with_ids(old: ScriptPhase, new: ScriptPhase) -> ScriptPhase:
    """The old lines under the new ids: the same sentences may be numbered anew."""
    ids = dict(zip(old.source, new.source, strict=True))
    lines = tuple(
        item if isinstance(item, Silence) else replace(item, sources=tuple(ids.get(s, s) for s in item.sources))
        for item in old.lines
    )
    return replace(old, source=new.source, lines=lines)


def _merged(old: ScriptPhase, new: ScriptPhase) -> ScriptPhase:
    """New lines, but for sentences that stand as they did: those keep the lines that a person may have edited."""
    old_id = {text: key for key, text in old.source.items()}
    lines: list[Say | Silence] = []
    done: set[str] = set()
    for item in new.lines:
        if isinstance(item, Silence) or item.from_style:
            lines.append(item)
            continue
        source = item.sources[0]
        earlier = old_id.get(new.source[source])
        if earlier is None:
            lines.append(item)
        elif source not in done:
            done.add(source)
            own = [say for say in old.says if earlier in say.sources]
            lines += [replace(say, sources=(source,)) for say in own if say.sources == (earlier,)] or [item]
    return replace(new, lines=tuple(lines))
