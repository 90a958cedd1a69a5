"""The recipe, on one page: source → Document → Script → Plan → Clips → Timeline → Track → audio_out/<name>/.

Every verb is a generator: it yields progress events, prints nothing, and
returns its result.  ``cli`` and the other front ends only watch.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from narration import __version__, editions, naming, readers, script_yaml, settings, spoken, voices, writing
from narration.clip import Clip, VoiceInfo
from narration.document import Document
from narration.editions.base import Publication
from narration.errors import ScriptError, UsageError
from narration.folder import staged
from narration.freshness import Freshness
from narration.plan import Plan, make_plan
from narration.progress import Notice, Step, Work
from narration.script import Script, draft_reasons
from narration.track import Loudness, Tags, Track

OUTPUT_FOLDER = Path("audio_out")
AUDIO_FORMATS = ("mp3", "m4b")


@dataclass(frozen=True, slots=True)
class Written:
    """A script on disk.  ``changed`` is false when it already said just this."""

    path: Path
    script: Script
    document: Document
    changed: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A finished track.  ``fresh`` is false when it was up to date already."""

    folder: Path
    name: str
    seconds: float
    draft_reasons: tuple[str, ...]
    voice: VoiceInfo
    fresh: bool


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a person may choose for a build; ``""`` for ``voice`` leaves it to the script."""

    output: Path = OUTPUT_FOLDER
    voice: str = ""
    release: bool = False
    formats: tuple[str, ...] = AUDIO_FORMATS
    again: bool = False


def make(source: Path, options: BuildOptions, *, language: str | None = None, force: bool = False) -> Work[Built]:
    """Phase text to finished track, in one go."""
    written = yield from write(source, language=language, force=force)
    return (yield from build(written.path, options))


def write(source: Path, *, language: str | None = None, target: Path | None = None, force: bool = False) -> Work[Written]:
    """Phase text to a script; lines that a person edited stay, unless ``force``."""
    yield Step("Reading")
    document = readers.read(source, language or naming.source_language(source))
    path = target or naming.script_path(source, document.language)
    yield from _tell_what_is_left_out(document)

    yield Step("Writing")
    if force or not path.exists():
        script = writing.write(document)
    else:
        earlier = script_yaml.load(path)
        if earlier.source_sha256 == document.sha256:
            yield Notice(f"{path} is already written from this text; it stays as it is.")
            return Written(path, earlier, document, changed=False)
        rewrite = writing.rewrite(earlier, document)
        script = rewrite.script
        yield Notice(rewrite.summary(path))
    script_yaml.save(script, path)
    return Written(path, replace(script, path=path), document, changed=True)


def build(script_file: Path, options: BuildOptions) -> Work[Built]:
    """A script to a finished track in ``options.output/<name>/``."""
    chosen = settings.load()
    script = script_yaml.load(script_file)
    today = build_date()
    reasons = draft_reasons(script, today)
    if options.release:
        refuse_draft(script, reasons)
    name = naming.track_name(script_file, script.language)
    folder = options.output / name
    plan = plan_script(script)

    with voices.choose(options.voice or script.voice.name, script.language, chosen) as voice:
        freshness = Freshness.of(script, plan, voice.key(plan.pace), reasons, options.formats, chosen, __version__)
        if not options.again and freshness.matches(folder, name):
            return Built(folder, name, freshness.seconds(folder), reasons, voice.info, fresh=False)
        yield from _tell_about_voice(voice)
        with staged(folder) as staging:
            clips = yield from _speak(plan, voice, chosen)
            track = yield from _master(plan, clips, staging)
            tags = audio_tags(script, voice.info, reasons, today)
            loudness = yield from _encode(track, tags, staging, name, options.formats)
            yield Step("Publishing")
            publication = Publication(name, script, track.timeline, voice.info, loudness, reasons, today, chosen)
            editions.publish(publication, staging)
            freshness.save(staging)
        return Built(folder, name, track.timeline.seconds, reasons, voice.info, fresh=True)
