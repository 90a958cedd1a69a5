"""Our gTTS voice against the plain package, line by line, with 300 ms a request, in one run.

    python benchmarks/voices_online.py

Both speak the same lines through the same loopback stand-in, over TLS.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gtts import gTTS
from loopback_google import LoopbackGoogle

from narration import readers, reviewing, settings, voices, writing
from narration.voices.speaking import speak_all
from narration.voices.store import ClipStore

DELAY_SECONDS = 0.3
GOAL = 4.0


def main() -> None:
    document = readers.read(ROOT / "scripts" / "ketamine-infusion" / "phases.md", "en")
    plan = reviewing.plan_script(writing.write(document))
    texts = [utterance.spoken for utterance in plan.utterances]
    with tempfile.TemporaryDirectory() as name, LoopbackGoogle(Path(name)) as google:
        os.environ.update(google.environment)
        google.delay_seconds = DELAY_SECONDS

        def plain() -> None:
            for text in texts:
                gTTS(text, lang="en", lang_check=False).write_to_fp(io.BytesIO())

        def ours() -> None:
            store = ClipStore(Path(name) / "clips")
            with voices.choose("gtts:en", "en", settings.Settings()) as voice:
                for _ in speak_all(voice, texts, plan.pace, store):
                    pass

        # The package turns certificate checks off and urllib3 then warns of each request.
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            plain_seconds, plain_requests = measured(plain, google)
        our_seconds, our_requests = measured(ours, google)
    print(f"plain gTTS in sequence: {plain_seconds:.2f} s for {len(texts)} lines ({plain_requests} requests)")
    print(f"gtts:en, {settings.OnlineVoice().connections} at once: {our_seconds:.2f} s ({our_requests} requests)")
    print(f"{plain_seconds / our_seconds:.1f} times faster (goal ≥ {GOAL:g})")


def measured(work: Callable[[], None], google: LoopbackGoogle) -> tuple[float, int]:
    """Seconds and requests."""
    google.forget()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start, len(google.requests)


if __name__ == "__main__":
    main()
