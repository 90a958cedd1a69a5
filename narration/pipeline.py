"""The recipe, on one page: source → Document → Script → Plan → Clips → Timeline → Track → audio_out/<name>/.

Every verb is a generator: it yields progress events, prints nothing, and
returns its result.  ``cli`` and the other front ends only watch.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from narration import (
    __version__,
    audio_formats,
    editions,
    language_tags,
    lexicons,
    naming,
    production,
    readers,
    reviewing,
    script_yaml,
    settings,
    spoken,
    voices,
    writing,
)
from narration.clip import VoiceInfo
from narration.document import Document
from narration.editions.base import Publication
from narration.errors import UsageError
from narration.folder import staged
from narration.freshness import build_key, earlier_build, other_script
from narration.plan import Plan
from narration.progress import Notice, Step, Work
from narration.script import Script, draft_reasons
from narration.voices.base import Voice
from narration.voices.speaking import missing
from narration.voices.store import ClipStore

OUTPUT_FOLDER = Path("audio_out")
_ONLINE = "The words of this guide now go over the internet, because you chose {spec}."
"""For an online voice that says nothing of it itself."""


@dataclass(frozen=True, slots=True)
class Written:
    """A script on disk.  ``changed`` is false when it already said just this."""

    path: Path
    script: Script
    document: Document
    changed: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A finished track.  ``fresh`` is false when it was up to date already; ``sound`` is its measures in a line."""

    folder: Path
    name: str
    seconds: float
    draft_reasons: tuple[str, ...]
    voice: VoiceInfo
    fresh: bool
    sound: str = ""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a person may choose for a build; ``""`` for ``voice`` leaves it to the script, for ``bed`` to the settings.

    ``bed`` is ``none``, ``soft`` or an audio file.
    """

    output: Path = OUTPUT_FOLDER
    voice: str = ""
    release: bool = False
    formats: tuple[str, ...] = audio_formats.STANDARD
    bed: str = ""
    again: bool = False


def make(source: Path, options: BuildOptions, *, language: str | None = None, force: bool = False) -> Work[Built]:
    """Phase text to finished track, in one go."""
    written = yield from write(source, language=language, force=force)
    return (yield from build(written.path, options))


def write(
    source: Path, *, language: str | None = None, target: Path | None = None, force: bool = False
) -> Work[Written]:
    """Phase text to a script; lines that a person edited stay, unless ``force``."""
    yield Step("Reading")
    asked = language_tags.understood(language) if language else naming.source_language(source)
    document = readers.read(source, asked)
    path = target or naming.script_path(source, document.language)
    yield from _tell_what_is_left_out(document)

    yield Step("Writing")
    house = settings.load().house
    if force or not path.exists():
        script = writing.write(document, house)
    else:
        earlier = script_yaml.load(path)
        _refuse_another_language(earlier, document, path)
        if earlier.source_sha256 == document.sha256:
            yield Notice(f"{path} is already written from this text; it stays as it is. --force writes it anew.")
            return Written(path, earlier, document, changed=False)
        rewrite = writing.rewrite(earlier, document, house)
        script = rewrite.script
        yield Notice(rewrite.summary(path))
    script_yaml.save(script, path)
    return Written(path, replace(script, path=path), document, changed=True)


def _refuse_another_language(earlier: Script, document: Document, path: Path) -> None:
    if earlier.language != document.language:
        raise UsageError(
            f"it is in “{earlier.language}”, and the page is in “{document.language}”.",
            remedy="Choose another file with -o, or write it anew, over what a person edited, with --force.",
            path=path,
        )


def build(script_file: Path, options: BuildOptions) -> Work[Built]:
    """A script to a finished track in ``options.output/<name>/``."""
    chosen = settings.load()
    chosen = replace(chosen, sound=production.sound_settings(chosen, options.bed))
    formats = tuple(dict.fromkeys((*options.formats, *chosen.sound.also)))
    script = lexicons.load_script(script_file, chosen)
    today = settings.build_date()
    reasons = draft_reasons(script, today)
    if options.release:
        reviewing.refuse_draft(script, reasons, chosen)
    name = naming.track_name(script_file, script.language)
    folder = options.output / name
    plan = reviewing.plan_script(script)
    for note in spoken.lexicon_notes(script.lexicons, script.language):
        yield Notice(note)

    with voices.choose(options.voice or script.voice.name, script.language, chosen) as voice:
        key = build_key(script, plan, voice.key(plan.pace), reasons, formats, chosen, __version__)
        earlier = None if options.again else earlier_build(folder, key)
        if earlier is not None:
            return Built(folder, name, float(earlier["duration"]), reasons, voice.info, fresh=False)
        yield from _tell_what_is_replaced(folder, script)
        store = ClipStore.of(chosen)
        yield from _tell_about_voice(voice, plan, store)
        with staged(folder) as staging:
            tags = production.audio_tags(script, voice.info, today, chosen.clinic.name)
            cover = production.draw_cover(script, name, reasons, chosen, staging)
            order = production.order_of(staging, name, formats, chosen)
            timeline, measures = yield from production.sound(plan, voice, store, tags, cover, order)
            yield Step("Publishing")
            measured = {one.file: asdict(one) for one in measures}
            publication = Publication(
                name=name,
                script=script,
                timeline=timeline,
                voice=voice.info,
                loudness=measures[0].loudness,
                draft_reasons=reasons,
                built_on=today,
                settings=chosen,
                build_key=key,
                measures=measured,
                cover_alt=cover.alt,
            )
            editions.publish(publication, staging)
    editions.introduce(folder, script.language)
    return Built(folder, name, timeline.seconds, reasons, voice.info, fresh=True, sound=measures[0].summary())


def _tell_what_is_left_out(document: Document) -> Work[None]:
    for note in document.notes:
        yield Notice(note)
    for left_out in document.left_out:
        text = left_out.text if len(left_out.text) <= 60 else f"{left_out.text[:57].rstrip()}…"
        place = f"line {left_out.line}, " if left_out.line else ""
        yield Notice(f"Not spoken ({place}{left_out.reason}): {text}")


def _tell_what_is_replaced(folder: Path, script: Script) -> Work[None]:
    if other := other_script(folder, script):
        yield Notice(
            f"{folder} held a track made from another script, {other}; this one takes its place. "
            "To keep both, choose another folder with -o, or another name for one of the scripts.",
            important=True,
        )


def _tell_about_voice(voice: Voice, plan: Plan, store: ClipStore) -> Work[None]:
    """Where the text goes, before it goes; nothing is said when every clip is there already."""
    notice = voice.notice or (_ONLINE.format(spec=voice.info.spec) if voice.info.online else "")
    if notice and missing(voice, [u.spoken for u in plan.utterances], plan.pace, store):
        yield Notice(notice, important=True)
    if not voice.info.natural:
        yield Notice(f"{voice.info.spec} is a voice for drafts. `narration voices` shows how to get a natural one.")
