"""The real command with an online voice: says where the text goes, is killed, is interrupted, goes on."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from loopback_google import Answer, LoopbackGoogle

from narration import reviewing, script_yaml, voices
from narration.settings import Settings
from narration.voices.store import ClipStore, clip_key

LINES = 24
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    says = "\n".join(
        f"      - say: Breathe {first} times and rest {second} times.\n        from: style"
        for first, second in [(a, b) for a in WORDS for b in WORDS][:LINES]
    )
    path = tmp_path / "calm.yaml"
    path.write_text(f"narration: 1\ntitle: Calm\nlanguage: en\nphases:\n  - name: One\n    lines:\n{says}\n")
    return path


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "NARRATION_CACHE": str(folder / "cache"),
        "NARRATION_CONFIG": str(folder / "config"),
    }


def started(script: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "narration", "build", str(script), "--voice", "gtts:en"],
        cwd=script.parent,
        env=environment(script.parent),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kept_and_missing(script: Path) -> tuple[set[str], set[str]]:
    """The spoken lines whose clips are in the store, and the others."""
    plan = reviewing.plan_script(script_yaml.load(script))
    store = ClipStore(script.parent / "cache" / "clips")
    with voices.choose("gtts:en", "en", Settings()) as voice:
        lines = {u.spoken: store.path(clip_key(voice, u.spoken, plan.pace)).exists() for u in plan.utterances}
    return {line for line, kept in lines.items() if kept}, {line for line, kept in lines.items() if not kept}


def wait_for_requests(google: LoopbackGoogle, count: int, child: subprocess.Popen[str]) -> None:
    while len(google.requests) < count and child.poll() is None:
        time.sleep(0.002)


def test_the_user_is_told_before_the_first_request(google: LoopbackGoogle, script: Path) -> None:
    told_when_asked = []

    def behaviour(_text: str, _number: int) -> Answer:
        told_when_asked.append(bool(told))
        return Answer()

    told: list[str] = []
    google.behaviour = behaviour
    google.delay_seconds = 0.2
    with started(script) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if "Google" in line:
                told.append(line)
    assert child.returncode == 0
    assert len(told) == 1
    assert len(told_when_asked) == LINES
    assert all(told_when_asked)
    google.forget()
    with started(script) as again:
        _, errors = again.communicate()
    assert google.requests == []
    assert "Google" not in errors


def test_a_damaged_clip_does_not_send_its_words_without_a_word(google: LoopbackGoogle, script: Path) -> None:
    with started(script) as child:
        child.communicate()
    google.forget()
    damaged = next((script.parent / "cache").rglob("*.clip"))
    damaged.write_bytes(damaged.read_bytes()[:-2])
    shutil.rmtree(script.parent / "audio_out")
    with started(script) as again:
        _, errors = again.communicate()
    assert again.returncode == 0
    assert len(google.requests) == 1
    assert "Google" in errors


def test_killed_at_random_moments_only_what_is_missing_is_asked_for(google: LoopbackGoogle, script: Path) -> None:
    google.delay_seconds = 0.05
    everything = len(kept_and_missing(script)[1])
    for earliest in (13, 1, 1, 1):  # six are under way at once: by the 13th, the first are kept
        google.forget()
        kept, missing = kept_and_missing(script)
        with started(script) as child:
            wait_for_requests(google, random.randint(earliest, max(earliest, len(missing) // 3)), child)
            time.sleep(random.uniform(0, 0.06))
            child.kill()
        asked = set(google.texts)
        assert asked <= missing
        now_kept, _ = kept_and_missing(script)
        assert kept <= now_kept
    google.forget()
    kept, missing = kept_and_missing(script)
    assert kept
    with started(script) as child:
        _, errors = child.communicate()
    assert child.returncode == 0, errors
    assert sorted(google.texts) == sorted(missing)
    assert len(kept) + len(missing) == everything


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a child")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_does_not_wait_for_the_service_and_keeps_what_is_finished(
    sent: signal.Signals, code: int, google: LoopbackGoogle, script: Path
) -> None:
    # What a shell starts in the background ignores the signal, and so would the child.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    answered = itertools.count()
    google.behaviour = lambda _text, _number: Answer() if next(answered) < 8 else Answer(act="hang")
    with started(script) as child:
        while len(kept_and_missing(script)[0]) < 8 and child.poll() is None:
            time.sleep(0.02)
        child.send_signal(sent)
        _, errors = child.communicate(timeout=10)  # the service would be waited for much longer
    assert child.returncode == code
    assert "What was finished is kept" in errors
    assert len(kept_and_missing(script)[0]) == 8
    assert list((script.parent / "audio_out").iterdir()) == []


def test_a_block_keeps_what_is_finished_and_says_when_to_go_on(google: LoopbackGoogle, script: Path) -> None:
    google.behaviour = lambda _text, _number: (
        Answer() if len(google.requests) <= 10 else Answer(429, {"Retry-After": "600"})
    )
    with started(script) as child:
        _, errors = child.communicate()
    assert child.returncode == 1
    assert "Go on after" in errors
    assert "Traceback" not in errors
    assert len(errors.strip().splitlines()[-1]) < 400
    assert len(google.requests) <= 16
    assert 5 <= len(kept_and_missing(script)[0]) <= 10
