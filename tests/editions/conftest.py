"""A publication built by hand: known times, and audio that sounds exactly while a cue is spoken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from browsing import folder, open_page, server, url  # noqa: F401  # fixtures

from narration.clip import VoiceInfo
from narration.editions.base import Publication
from narration.script import Say, Script, ScriptPhase, draft_reasons, sign
from narration.settings import Settings
from narration.timeline import Chapter, Cue, Timeline
from narration.track import Loudness
from narration.units import SAMPLE_RATE_HZ, to_samples

Phases = Sequence[tuple[str, Sequence[str]]]
MakePublication = Callable[..., Publication]

PHASES: Phases = (
    ("Welcome", ("This is what a hearing test feels like.", "You can stop whenever you like.")),
    ("Preparation", ("You sit in a small, quiet room.", "Headphones rest over your ears.", "They may feel snug.")),
    (
        "The test",
        (
            "You hear soft tones, one at a time.",
            "Some are so faint that you may not notice them.",
            "Press the button whenever you think that you hear one.",
            "There is no wrong answer.",
        ),
    ),
    ("Afterwards", ("The headphones come off.", "{helper} shows you the results.")),
    ("Closing", ("That is all.", "Take your time before you get up.")),
)
BUILT_ON = date(2026, 11, 23)
LEAD_SECONDS, SPEECH_SECONDS, PAUSE_SECONDS, PHASE_SECONDS = 1.0, 4.0, 1.5, 3.0


def make(
    phases: Phases = PHASES,
    *,
    name: str = "hearing-test",
    title: str = "What a hearing test feels like",
    language: str = "en",
    approved: bool = True,
    review_by: date | None = date(2099, 11, 23),
    settings: Settings | None = None,
    speech_seconds: float = SPEECH_SECONDS,
) -> Publication:
    """Each line is one cue of ``speech_seconds``, with fixed pauses between."""
    fields = {"helper": "your audiologist"}
    script = Script(
        title=title,
        language=language,
        fields=fields,
        path=Path(f"{name}.yaml"),
        phases=tuple(
            ScriptPhase(
                title,
                {f"p{number}.{n}": line for n, line in enumerate(lines, 1)},
                tuple(Say(line, (f"p{number}.{n}",)) for n, line in enumerate(lines, 1)),
            )
            for number, (title, lines) in enumerate(phases, 1)
        ),
    )
    if approved:
        review = sign(script, "Dr A. Example", "audiologist", BUILT_ON, review_by)
        script = replace(script, review=review)
    return Publication(
        name=name,
        script=script,
        timeline=_timeline(script, speech_seconds),
        voice=VoiceInfo("espeak", "en-us", "1.52.0", language, False, False, "GPL-3.0-or-later", 22_050),
        loudness=Loudness(-19.0, -3.2),
        draft_reasons=draft_reasons(script, BUILT_ON),
        built_on=BUILT_ON,
        settings=settings or Settings(),
    )


def _timeline(script: Script, speech_seconds: float) -> Timeline:
    at = to_samples(LEAD_SECONDS)
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    for phase in script.phases:
        begin = chapters[-1].end if chapters else 0
        for say in phase.says:
            text = say.text.replace("{helper}", script.fields["helper"])
            end = at + to_samples(speech_seconds)
            cues.append(Cue(f"c{len(cues) + 1:04}", phase.name, at, end, text, text, say.sources))
            at = end + to_samples(PAUSE_SECONDS)
        at += to_samples(PHASE_SECONDS - PAUSE_SECONDS)
        chapters.append(Chapter(phase.name, begin, at))
    return Timeline(tuple(cues), tuple(chapters), at)


def encode_mp3(timeline: Timeline, path: Path, bit_rate: int = 32_000) -> None:
    """A soft tone while a cue is spoken, silence elsewhere; 32 kbit/s mono, so that a minute is small."""
    import av
    import numpy as np

    pcm = np.zeros(timeline.samples, dtype=np.int16)
    for cue in timeline.cues:
        t = np.arange(cue.end - cue.start) / SAMPLE_RATE_HZ
        pcm[cue.start : cue.end] = (3000 * np.sin(2 * np.pi * 330.0 * t)).astype(np.int16)
    with av.open(str(path), "w", format="mp3") as container:
        stream = container.add_stream("libmp3lame", rate=SAMPLE_RATE_HZ, layout="mono")
        stream.bit_rate = bit_rate
        frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16p", layout="mono")
        frame.sample_rate = SAMPLE_RATE_HZ
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)


@pytest.fixture(scope="session")
def make_publication() -> MakePublication:
    return make


@pytest.fixture
def publication(request: pytest.FixtureRequest) -> Publication:
    """The standard one, or what ``parametrize("publication", […], indirect=True)`` asks ``make`` for."""
    return make(**getattr(request, "param", {}))


@pytest.fixture(scope="session")
def audio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The MP3 of the standard publication, encoded once."""
    path = tmp_path_factory.mktemp("audio") / "hearing-test.mp3"
    encode_mp3(make().timeline, path)
    return path


@pytest.fixture(scope="session")
def large_audio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in so many bytes that a browser does not load all of it at once."""
    path = tmp_path_factory.mktemp("audio") / "large.mp3"
    encode_mp3(make(speech_seconds=16.0).timeline, path, 320_000)
    return path
