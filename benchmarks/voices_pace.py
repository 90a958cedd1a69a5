"""How many words a minute are heard when so many are asked for, voice by voice, on text the pace was not set with.

    python benchmarks/voices_pace.py [VOICE ...]

Also prints espeak-ng's words a minute by its ``rate``, from which
``WORDS_PER_RATE`` in ``narration/voices/espeak.py`` is taken.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from narration import readers, reviewing, settings, voices, writing
from narration.voices import pace
from narration.voices.base import Voice
from narration.voices.espeak import EspeakVoice

ASKED = (100, 115, 130, 145, 160)
RATES = (80, 100, 120, 140, 170)
LANGUAGES = {"en-us": "en", "en-gb": "en", "es-419": "es", "es-mx": "es", "es": "es"}


def main() -> None:
    for name, language in LANGUAGES.items():
        report_rate(name, language)
    document = readers.read(ROOT / "scripts" / "ketamine-infusion" / "phases.md", "en")
    script = writing.write(document)
    texts = [utterance.spoken for utterance in reviewing.plan_script(script).utterances]
    for spec in sys.argv[1:] or ["espeak:en-us", "espeak:en-gb"]:
        with voices.choose(spec, "en", settings.Settings()) as voice:
            heard = [f"{asked}: {words_a_minute(voice, texts, asked):.0f}" for asked in ASKED]
        print(f"{spec}, {len(texts)} lines, asked: heard  {',  '.join(heard)}")


def words_a_minute(voice: Voice, texts: Sequence[str], asked: int) -> float:
    return 60 * pace.words(texts) / sum(pace.spoken_seconds(voice.speak(text, asked)) for text in texts)


class FixedRate(EspeakVoice):
    """espeak-ng with ``pace`` given as its own ``rate``."""

    def rate(self, pace: int) -> int:
        return pace


def report_rate(name: str, language: str) -> None:
    texts = pace.sentences(language)
    with FixedRate(name, name) as voice:
        heard = [(rate, words_a_minute(voice, texts, rate)) for rate in RATES]
    shown = ",  ".join(f"{rate}: {words:.0f} ({words / rate:.2f} a step)" for rate, words in heard)
    print(f"espeak:{name}, rate: heard  {shown}")


if __name__ == "__main__":
    main()
