"""One suite for every voice.  A new voice adds a case to ``CASES``: how to open it, and how to make it hang or fail."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
import tiny_piper
from loopback_google import Answer, LoopbackGoogle

from narration import voices
from narration.errors import UsageError, VoiceError
from narration.settings import CommandVoice, OnlineVoice, Settings
from narration.voices.base import Voice
from narration.voices.espeak import WORKER as ESPEAK_WORKER
from narration.voices.piper import WORKER as PIPER_WORKER
from narration.voices.speaking import speak_all
from narration.voices.store import ClipStore

PROGRAM = Path(__file__).parents[1] / "voices" / "speaking_program.py"
PACE = 130
TEXT = "You may feel warm, a little heavy, or far away from the room."
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
LONG = " ".join(f"{TEXT[:-1]}, and again, part {word}." for word in NUMBERS)


@dataclass(frozen=True)
class Surroundings:
    """What a case may need: a folder, the online service's stand-in."""

    folder: Path
    google: LoopbackGoogle


@dataclass(frozen=True)
class Case:
    """``hang`` makes later lines never end; ``fail`` makes them fail."""

    open: Callable[[Surroundings], Voice]
    hang: Callable[[Surroundings, Voice, pytest.MonkeyPatch], object]
    fail: Callable[[Surroundings, Voice, pytest.MonkeyPatch], object]
    deterministic: bool
    offline: bool = True
    needs: str = ""


def open_espeak(_: Surroundings) -> Voice:
    return voices.choose("espeak:en-us", "en", Settings())


def open_piper(around: Surroundings) -> Voice:
    return voices.choose(f"piper:{tiny_piper.write(around.folder)}", "en", Settings())


def open_gtts(_: Surroundings) -> Voice:
    options = OnlineVoice(connections=2, tries=2, timeout_seconds=30, first_wait_seconds=0.01)
    return voices.choose("gtts:en", "en", Settings(gtts=options))


def open_command(around: Surroundings) -> Voice:
    program = around.folder / "program.py"
    program.write_bytes(PROGRAM.read_bytes())
    argv = (sys.executable, str(program), "well", "{out}")
    return voices.choose("command:own", "en", Settings(commands={"own": CommandVoice(argv=argv)}))


def replace_worker(code: str) -> Callable[[Surroundings, Voice, pytest.MonkeyPatch], object]:
    """The child process runs ``code`` instead."""

    def replace(_: Surroundings, voice: Voice, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(voice._children, "_argv", [sys.executable, "-c", code])  # type: ignore[attr-defined]  # only voices with children come here

    return replace


def rewrite_program(code: str) -> Callable[[Surroundings, Voice, pytest.MonkeyPatch], object]:
    return lambda around, _voice, _patch: (around.folder / "program.py").write_text(code)


def behave(answer: Answer) -> Callable[[Surroundings, Voice, pytest.MonkeyPatch], object]:
    return lambda around, _voice, _patch: setattr(around.google, "behaviour", lambda _text, _number: answer)


SLEEP, CRASH = "import time; time.sleep(60)", "raise SystemExit(3)"
CASES = {
    "espeak": Case(open_espeak, replace_worker(SLEEP), replace_worker(CRASH), deterministic=True),
    "piper": Case(open_piper, replace_worker(SLEEP), replace_worker(CRASH), deterministic=False, needs="piper"),
    "gtts": Case(open_gtts, behave(Answer(act="hang")), behave(Answer(500)), deterministic=True, offline=False),
    "command": Case(open_command, rewrite_program(SLEEP), rewrite_program(CRASH), deterministic=False),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    chosen = CASES[request.param]
    if chosen.needs and find_spec(chosen.needs) is None:
        pytest.skip(f"{chosen.needs} is not installed here")
    return chosen


@pytest.fixture
def around(tmp_path: Path, google: LoopbackGoogle, monkeypatch: pytest.MonkeyPatch) -> Surroundings:
    monkeypatch.setenv("NARRATION_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NARRATION_DATA", str(tmp_path / "data"))
    return Surroundings(tmp_path, google)


def test_every_engine_has_a_case() -> None:
    assert set(CASES) == set(voices.ENGINES)


def test_a_line_is_speech_at_the_promised_rate(case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        clip = voice.speak(TEXT, PACE)
    assert clip.sample_rate_hz == voice.info.sample_rate_hz
    assert len(clip.pcm) % 2 == 0
    assert 1 < clip.samples / clip.sample_rate_hz < 15
    assert voice.info.online is not case.offline
    assert bool(voice.notice) or case.offline


def test_the_same_line_gives_the_same_samples_where_promised(case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        first = voice.speak(TEXT, PACE)
        voice.speak("Something else.", PACE)
        again = voice.speak(TEXT, PACE)
    if case.deterministic:
        assert first == again
    else:
        assert abs(first.samples - again.samples) < 0.3 * first.samples


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "\n\t", "\0"], ids=repr)
def test_nothing_to_say_is_an_error_never_silence(text: str, case: Case, around: Surroundings) -> None:
    with case.open(around) as voice, pytest.raises(VoiceError):
        voice.speak(text, PACE)


@pytest.mark.parametrize("text", ["I", "Rest.", "a"])
def test_a_very_short_text_is_spoken(text: str, case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        assert voice.speak(text, PACE).samples > 0.05 * voice.info.sample_rate_hz


def test_a_very_long_text_is_spoken_to_its_end(case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        line, long = voice.speak(TEXT, PACE), voice.speak(LONG, PACE)
    assert long.samples > 7 * line.samples


@pytest.mark.parametrize(
    "text",
    [
        "naïve “quotes” — and… a dash",
        "Señor Muñoz",
        "日本語 words",
        "smile 🙂 now",
        "e\u0301t",
        "say שלום and مرحبا",
        "\u202eturned\u202c around",
        "a\u200bzero\ufeff width",
        "a null \0 inside",
        "<speak>not a tag</speak> & so on",
        "lone \ud800 surrogate",
    ],
)
def test_any_unicode_is_spoken(text: str, case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        assert voice.speak(text, PACE).samples > 0


def test_the_promised_number_of_lines_at_once(case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        texts = [f"Line number {word}." for word in NUMBERS[:6]]
        spoken = list(speak_all(voice, texts, PACE, ClipStore(around.folder / "clips")))
    assert sorted(item.index for item in spoken) == list(range(6))


def test_a_failure_is_a_voice_error_that_names_the_line(
    case: Case, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case.open(around) as voice:
        restart(voice)
        case.fail(around, voice, monkeypatch)
        with pytest.raises(VoiceError, match="could not say") as caught:
            list(speak_all(voice, [TEXT], PACE, ClipStore(around.folder / "clips")))
    assert TEXT[:40] in str(caught.value)


def test_closing_ends_a_running_line(case: Case, around: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    with case.open(around) as voice:
        restart(voice)
        case.hang(around, voice, monkeypatch)
        threading.Timer(0.5, voice.close).start()
        with pytest.raises(VoiceError, match="stopped"):
            voice.speak(TEXT, PACE)
        voice.close()


def restart(voice: Voice) -> None:
    """End a child that is idle, so that the next line starts a new one."""
    children = getattr(voice, "_children", None)
    for child in list(children._running) if children else []:
        child.kill()
        child.wait()


def test_a_closed_voice_says_so(case: Case, around: Surroundings) -> None:
    voice = case.open(around)
    voice.close()
    voice.close()
    with pytest.raises(VoiceError, match="stopped"):
        voice.speak(TEXT, PACE)


def test_a_script_in_another_language_is_refused(case: Case, around: Surroundings) -> None:
    with case.open(around) as voice, pytest.raises(UsageError):
        voices.choose(voice.info.spec, "fr", Settings(commands={"own": CommandVoice(argv=(sys.executable,))}))


def test_the_key_names_what_makes_the_sound(case: Case, around: Surroundings) -> None:
    with case.open(around) as voice:
        key, slower = voice.key(PACE), voice.key(90)
    assert {"engine", "voice", "version", "language", "sample_rate_hz", "pace"} <= set(key)
    assert key != slower


def test_the_workers_import_nothing_of_ours() -> None:
    for worker in (ESPEAK_WORKER, PIPER_WORKER):
        code = worker.read_text(encoding="utf-8")
        assert "import narration" not in code
        assert "from narration" not in code
