"""How many seconds a letter takes to say, from which the bounds in ``narration/voices/plausible.py`` are taken.

    python benchmarks/voices_length.py

espeak-ng says the lines of the shipped scripts, and their words one by one, faster and slower than an online service
does; the slowest and the fastest of each length are printed, with the bounds and how many lie outside.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from narration import reviewing, script_yaml
from narration.voices import pace
from narration.voices.espeak import EspeakVoice
from narration.voices.gtts_cutting import clauses
from narration.voices.plausible import plausible_seconds

PACES = (110, 210)
VOICES = {"en-us": "en", "en-gb": "en", "es-419": "es", "es": "es"}
LENGTHS = ((1, 3), (4, 8), (9, 20), (21, 50), (51, 100))


def main() -> None:
    for name, language in VOICES.items():
        lines = sorted({clause for line in spoken_lines(language) for clause in clauses(line)})
        words = sorted({word.strip(".,;:—") for line in lines for word in line.split()} - {""})
        with EspeakVoice(name, name) as voice:
            said = {text: [pace.spoken_seconds(voice.speak(text, at)) for at in PACES] for text in [*words, *lines]}
        report(name, said)


def spoken_lines(language: str) -> Iterator[str]:
    for path in sorted((ROOT / "scripts").glob(f"*/{language}.yaml")):
        for utterance in reviewing.plan_script(script_yaml.load(path)).utterances:
            yield utterance.spoken


def report(name: str, said: dict[str, list[float]]) -> None:
    for shortest, longest in LENGTHS:
        texts = [text for text in said if shortest <= letters(text) <= longest]
        if not texts:
            continue
        slow, fast = (choose(said[text][at] / letters(text) for text in texts) for choose, at in ((max, 0), (min, 1)))
        outside = sum(not within(text, seconds) for text in texts for seconds in said[text])
        print(
            f"{name}, {len(texts)} texts of {shortest} to {longest} letters: {fast:.3f} s a letter at {PACES[1]} words"
            f" a minute to {slow:.3f} s at {PACES[0]}; {outside} outside the bounds"
        )


def within(text: str, seconds: float) -> bool:
    least, most = plausible_seconds(text)
    return least <= seconds <= most


def letters(text: str) -> int:
    return max(1, sum(character.isalnum() for character in text))


if __name__ == "__main__":
    main()
