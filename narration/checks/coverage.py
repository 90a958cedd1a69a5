"""Nothing lost: every source sentence is rendered, or left out with a reason; every line names real sentences."""

from __future__ import annotations

from collections.abc import Iterator

from narration.checks.base import Context, Finding
from narration.script import STYLE


def check(context: Context) -> Iterator[Finding]:
    script = context.script
    known = set(script.source)
    excused = {item.id for item in script.left_out}
    for phase in script.phases:
        rendered = {source for say in phase.says for source in say.sources}
        for key, text in phase.source.items():
            if key not in rendered and key not in excused:
                yield Finding(
                    "block",
                    "dropped-sentence",
                    f"no line says {key}: “{text}”",
                    "Say it, or list its id under `left_out` with the reason.",
                    phase.name,
                    phase.line,
                )
        for say in phase.says:
            for source in say.sources:
                if source not in known and (source != STYLE or len(say.sources) > 1):
                    yield Finding(
                        "block", "unknown-source", f"there is no source sentence “{source}”.", "", phase.name, say.line
                    )
        if not phase.says:
            yield Finding("warn", "empty-phase", "the phase says nothing.", "", phase.name, phase.line)
