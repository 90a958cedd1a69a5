"""The recipe, on one page: source → Document → Script → Plan → Clips → Timeline → Track → audio_out/<name>/.

Every verb is a generator: it yields progress events, prints nothing, and
returns its result.  ``cli`` and the other front ends only watch.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from narration import (
    __version__,
    checks,
    editions,
    lexicons,
    naming,
    readers,
    script_yaml,
    settings,
    spoken,
    voices,
    writing,
)
from narration.checks.base import SourcePage
from narration.clip import VoiceInfo
from narration.document import Document
from narration.editions.base import Publication
from narration.errors import NarrationError, ScriptError, UsageError
from narration.folder import staged
from narration.freshness import build_key, earlier_build
from narration.plan import Plan, SpokenForm, make_plan
from narration.progress import Notice, Step, Work
from narration.script import Script, draft_reasons
from narration.timeline import Timeline
from narration.track import Cover, Tags
from narration.voices.base import Voice
from narration.voices.speaking import missing, speak_all
from narration.voices.store import ClipStore

if TYPE_CHECKING:
    from narration.sound.listen import Heard
    from narration.sound.measures import Measures
    from narration.sound.produce import Order
    from narration.sound.spool import Spool

OUTPUT_FOLDER = Path("audio_out")
AUDIO_FORMATS = ("mp3", "m4b")
WORK = ".work"
COVER = "cover.jpg"


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
    formats: tuple[str, ...] = AUDIO_FORMATS
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
    document = readers.read(source, language or naming.source_language(source))
    path = target or naming.script_path(source, document.language)
    yield from _tell_what_is_left_out(document)

    yield Step("Writing")
    house = settings.load().house
    if force or not path.exists():
        script = writing.write(document, house)
    else:
        earlier = script_yaml.load(path)
        if earlier.source_sha256 == document.sha256:
            yield Notice(f"{path} is already written from this text; it stays as it is.")
            return Written(path, earlier, document, changed=False)
        rewrite = writing.rewrite(earlier, document, house)
        script = rewrite.script
        yield Notice(rewrite.summary(path))
    script_yaml.save(script, path)
    return Written(path, replace(script, path=path), document, changed=True)


def build(script_file: Path, options: BuildOptions) -> Work[Built]:
    """A script to a finished track in ``options.output/<name>/``."""
    chosen = settings.load()
    chosen = replace(chosen, sound=_sound_settings(chosen, options))
    formats = tuple(dict.fromkeys((*options.formats, *chosen.sound.also)))
    script = lexicons.load_script(script_file, chosen)
    today = build_date()
    reasons = draft_reasons(script, today)
    if options.release:
        refuse_draft(script, reasons)
    name = naming.track_name(script_file, script.language)
    folder = options.output / name
    plan = plan_script(script)
    for note in spoken.lexicon_notes(script.lexicons, script.language):
        yield Notice(note)

    with voices.choose(options.voice or script.voice.name, script.language, chosen) as voice:
        key = build_key(script, plan, voice.key(plan.pace), reasons, formats, chosen, __version__)
        earlier = None if options.again else earlier_build(folder, key)
        if earlier is not None:
            return Built(folder, name, float(earlier["duration"]), reasons, voice.info, fresh=False)
        store = ClipStore.of(chosen)
        yield from _tell_about_voice(voice, plan, store)
        with staged(folder) as staging:
            tags = audio_tags(script, voice.info, reasons, today, chosen.clinic.name)
            cover = _cover(script, name, reasons, chosen, staging)
            order = _order(staging, name, formats, chosen)
            timeline, measures = yield from _sound(plan, voice, store, tags, cover, order)
            yield Step("Publishing")
            measured = {one.file: asdict(one) for one in measures}
            publication = Publication(
                name,
                script,
                timeline,
                voice.info,
                measures[0].loudness,
                reasons,
                today,
                chosen,
                key,
                measured,
                cover.alt,
            )
            editions.publish(publication, staging)
    editions.introduce(folder, script.language)
    return Built(folder, name, timeline.seconds, reasons, voice.info, fresh=True, sound=measures[0].summary())


def plan_script(script: Script) -> Plan:
    """Utterances and pauses, each with its spoken form."""
    return make_plan(script, _spoken(script))


def _spoken(script: Script) -> SpokenForm:
    say_as = spoken.with_lexicons(script.say_as, script.lexicons, script.language)
    return lambda text: spoken.spoken_form(text, script.language, say_as)


def check(script_file: Path) -> checks.Report:
    """Findings on a script's file, and what can be counted in it."""
    return report(lexicons.load_script(script_file, settings.load()))


def report(script: Script) -> checks.Report:
    """Findings on a script, compared with its page where that is at hand."""
    return checks.report(
        script,
        _spoken(script),
        build_date(),
        settings.load().house,
        plainly=_spoken(replace(script, say_as={})),
        source=source_page(script),
    )


def source_page(script: Script) -> SourcePage | None:
    """The page that the script was written from, read again; None where it is not at hand or cannot be read.

    It is looked for beside the script, in the folder above, and in the working folder.
    """
    name = Path(script.source_file).name
    folders = [script.path.parent, script.path.parent.parent] if script.path else []
    for path in (folder / name for folder in (*folders, Path()) if name):
        if not path.is_file():
            continue
        try:
            document = readers.read(path, script.language)
        except NarrationError:
            return None
        return SourcePage(
            file=str(path),
            same=document.sha256 == script.source_sha256,
            title=document.title,
            names=[section.name for section in document.sections],
            sentences=[sentence.text for section in document.sections for sentence in section.sentences],
            pieces=[item.text for item in document.left_out],
        )
    return None


def refuse_draft(script: Script, reasons: Sequence[str]) -> None:
    """``--release`` makes no track that would be marked DRAFT, or that has findings that block."""
    wrong = checks.blocking(report(script).findings)
    reasons = [*reasons, *(f"{f.message} (line {f.line})" for f in wrong if f.rule != "draft")]
    if reasons:
        raise ScriptError(
            f"this script is a draft, so --release makes no track of it: {'; '.join(reasons)}.",
            remedy="Let a clinician read it and run `narration approve`.",
            path=script.path,
        )


def audio_tags(script: Script, voice: VoiceInfo, reasons: Sequence[str], today: date, clinic: str) -> Tags:
    """What the audio files say of themselves wherever they end up."""
    comment = f"Spoken by a computer voice ({voice.spec})."
    comment = f"DRAFT, not for patients: {'; '.join(reasons)}. {comment}" if reasons else comment
    title = f"DRAFT: {script.title}" if reasons else script.title
    return Tags(
        title, f"Computer voice ({voice.engine})", clinic or script.title, script.language, today.isoformat(), comment
    )


def build_date() -> date:
    """Today, or the day that ``SOURCE_DATE_EPOCH`` names (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    if not epoch.isdecimal():
        raise UsageError("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def _tell_what_is_left_out(document: Document) -> Work[None]:
    for note in document.notes:
        yield Notice(note)
    for left_out in document.left_out:
        text = left_out.text if len(left_out.text) <= 60 else f"{left_out.text[:57].rstrip()}…"
        place = f"line {left_out.line}, " if left_out.line else ""
        yield Notice(f"Not spoken ({place}{left_out.reason}): {text}")


def _tell_about_voice(voice: Voice, plan: Plan, store: ClipStore) -> Work[None]:
    """Where the text goes, before it goes; nothing is said when every clip is there already."""
    if voice.notice and missing(voice, [u.spoken for u in plan.utterances], plan.pace, store):
        yield Notice(voice.notice, important=True)
    if not voice.info.natural:
        yield Notice(f"{voice.info.spec} is a voice for drafts. `narration voices` shows how to get a natural one.")


def _sound(
    plan: Plan, voice: Voice, store: ClipStore, tags: Tags, cover: Cover, order: Order
) -> Work[tuple[Timeline, list[Measures]]]:
    """Speak, lay out, master, encode and measure; the clips wait on disk, so memory is flat."""
    from narration.sound import formats, layout, produce, spool

    work_folder = order.folder / WORK
    work_folder.mkdir()
    with spool.Spool(work_folder / "clips.pcm") as clips:
        heard = yield from _speak(plan, voice, store, clips)
        laid = layout.lay_out(plan, heard)
        label = formats.Label(laid.timeline, tags, cover)
        measures = yield from produce.produce(laid, heard, clips, label, order, work_folder)
    shutil.rmtree(work_folder)
    return laid.timeline, measures


def _speak(plan: Plan, voice: Voice, store: ClipStore, clips: Spool) -> Work[dict[str, Heard]]:
    """Every clip is listened to the moment it arrives, while the voice speaks the next."""
    from narration.sound.listen import listen

    utterances = plan.utterances
    heard: dict[str, Heard] = {}
    yield Step("Speaking", 0, len(utterances))
    for spoken_clip in speak_all(voice, [u.spoken for u in utterances], plan.pace, store):
        key = utterances[spoken_clip.index].id
        clips.add(key, spoken_clip.clip)
        heard[key] = listen(spoken_clip.clip)
        yield Step("Speaking", len(heard), len(utterances))
    clipped = [key for key, one in heard.items() if one.clipped]
    if clipped:
        yield Notice(_clipped_notice(plan, clipped))
    return heard


def _clipped_notice(plan: Plan, keys: Sequence[str]) -> str:
    lines = sorted({utterance.line for utterance in plan.utterances if utterance.id in keys})
    return (
        f"The voice is too loud for its own recording in {len(keys)} lines (line {', '.join(map(str, lines))}): "
        "its loudest peaks are cut off, which may crackle. Listen to them, or try another voice."
    )


def _sound_settings(chosen: settings.Settings, options: BuildOptions) -> settings.Sound:
    """The settings' sound with the bed that was asked for; its file as an absolute path."""
    bed = options.bed or chosen.sound.bed
    if bed not in ("none", "soft"):
        bed = str((Path.cwd() if options.bed else chosen.folder).absolute() / bed)
        if not Path(bed).is_file():
            raise UsageError("there is no such background sound.", remedy="--bed takes soft, none or a file.", path=bed)
    return replace(chosen.sound, bed=bed)


def _order(folder: Path, name: str, formats: Sequence[str], chosen: settings.Settings) -> Order:
    from narration.sound.master import Steps
    from narration.sound.produce import Order

    sound = chosen.sound
    steps = Steps(sound.high_pass, sound.soften, sound.level)
    return Order(folder, name, formats, steps, sound.stereo, sound.bed, chosen.folder)


def _cover(script: Script, name: str, reasons: Sequence[str], chosen: settings.Settings, folder: Path) -> Cover:
    """The picture in the audio files, and beside them; a procedure has one colour in all languages."""
    from narration.sound import cover

    procedure = name.removesuffix(f"-{script.language}")
    picture = cover.draw(script.title, chosen.clinic.name, procedure, script.language, draft=bool(reasons))
    (folder / COVER).write_bytes(picture.jpeg)
    return picture
