"""From a plan to sound: speaking, laying out, mastering and encoding, with what the files say of themselves.

The sound libraries are heavy and load only when a track is really made.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from narration import settings, wording
from narration.clip import VoiceInfo
from narration.editions import standing
from narration.errors import UsageError
from narration.folder import COVER
from narration.plan import Plan
from narration.progress import Notice, Step, Work
from narration.script import Script
from narration.timeline import Timeline
from narration.track import Cover, Tags
from narration.voices.base import Voice
from narration.voices.speaking import speak_all
from narration.voices.store import ClipStore

if TYPE_CHECKING:
    from narration.sound.listen import Heard
    from narration.sound.measures import Measures
    from narration.sound.produce import Order
    from narration.sound.spool import Spool

WORK = ".work"


def sound(
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
    if store.problem:
        yield Notice(f"{store.problem} The next build will have to speak every line again.")
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


def sound_settings(chosen: settings.Settings, asked: str) -> settings.Sound:
    """The settings' sound with the bed that was ``asked`` for, if any; its file as an absolute path."""
    bed = asked or chosen.sound.bed
    if bed not in ("none", "soft"):
        bed = str((Path.cwd() if asked else chosen.folder).absolute() / bed)
        if not Path(bed).is_file():
            remedy = "`--bed`, and `bed` under [sound] in the settings, is soft, none or an audio file."
            raise UsageError("there is no such background sound.", remedy=remedy, path=bed)
    return replace(chosen.sound, bed=bed)


def order_of(folder: Path, name: str, formats: Sequence[str], chosen: settings.Settings) -> Order:
    from narration.sound.master import Steps
    from narration.sound.produce import Order

    wanted = chosen.sound
    steps = Steps(wanted.high_pass, wanted.soften, wanted.level)
    return Order(folder, name, formats, steps, wanted.stereo, wanted.bed)


def draw_cover(script: Script, name: str, reasons: Sequence[str], chosen: settings.Settings, folder: Path) -> Cover:
    """The picture in the audio files, and beside them; a procedure has one colour in all languages."""
    from narration.sound import cover

    procedure = name.removesuffix(f"-{script.language}")
    picture = cover.draw(script.title, chosen.clinic.name, procedure, script.language, draft=bool(reasons))
    (folder / COVER).write_bytes(picture.jpeg)
    return picture


def audio_tags(script: Script, voice: VoiceInfo, today: date, clinic: str) -> Tags:
    """What the audio files say of themselves wherever they end up, in the listener's language."""
    language = wording.language_of(script.language)
    page, book = wording.words(language)["page"], wording.words(language)["book"]
    title, comment = script.title, [f"{page['computer_voice']} ({voice.spec})."]
    if not voice.natural:
        comment.append(page["about_draft_voice"])
    if reasons := standing.draft_reasons(script, today, language):
        title = f"{book['draft']}: {title}"
        comment = [f"{page['draft']}.", *reasons, *comment]
    artist = book["narrator"].format(voice=voice.engine)
    return Tags(title, artist, clinic or script.title, script.language, today.isoformat(), " ".join(comment))
