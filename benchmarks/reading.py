"""How rightly pages are read: phases, sentences, what leaks, what vanishes.

    python benchmarks/reading.py            the tables
    python benchmarks/reading.py --faults   and each fault

The last table has the time for a page of 20,000 words by the time for one of
5,000, per word: 1 is linear.

The pages and their answers are in tests/cases/readers/: see tests/readers/gold.py.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "readers")]

import gold as answers

from narration import readers
from narration.errors import NarrationError

SETS = ("held-out", "fresh", "second", "third")


def main() -> None:
    for name in SETS:
        folder = ROOT / "tests" / "cases" / "readers" / name
        if folder.is_dir():
            print(f"\n{name}\n")
            table(answers.pages(folder), "--faults" in sys.argv)
    print("\n| format | time per word, 20,000 words by 5,000 |\n|---|---|")
    for ending in ("txt", "md", "html"):
        print(f"| {ending} | {growth(ending):.2f} |")


def growth(ending: str) -> float:
    """How much longer a word takes in a page four times as long: the median of five runs side by side."""
    said = "You may feel a warm flush in your arm, and it usually passes within 2 minutes. " * 20
    head, body = ("<h2>", "<p>") if ending == "html" else ("## ", "") if ending == "md" else ("", "")
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        for _ in range(5):
            taken = []
            for parts in (16, 64):
                path = Path(name) / f"page.{ending}"
                text = "\n\n".join(f"{head}Part {part} of the day\n\n{body}{said}" for part in range(parts))
                path.write_text(text, encoding="utf-8")
                start = time.perf_counter()
                readers.read(path)
                taken.append(time.perf_counter() - start)
            ratios.append(taken[1] / taken[0] / 4)
    return statistics.median(ratios)


def table(pages: list[Path], with_faults: bool) -> None:
    print("| page | phases | sentences in place | leaked | unlisted | wrong reason | metadata |")
    print("|---|---|---|---|---|---|---|")
    total = [0] * 7
    faults: list[str] = []
    for page in pages:
        gold = answers.gold_of(page)
        try:
            result = answers.score(readers.read(page), gold)
        except NarrationError as error:
            print(f"| {page.name} | refused: {error.problem} |")
            total[2] += sum(len(said) for _, said in gold.sections)
            continue
        kinds = ("missing", "leaked", "unlisted", "misnamed", "metadata")
        found: list[list[str]] = [getattr(result, kind) for kind in kinds]
        faults += [f"{page.name}: {kind}: {fault}" for kind, of in zip(kinds, found, strict=True) for fault in of]
        counts = [len(of) for of in found]
        row = [int(result.phases), result.sentences - counts[0], result.sentences, *counts[1:]]
        total = [a + b for a, b in zip(total, row, strict=True)]
        cells = ["yes" if result.phases else "**no**", f"{row[1]} / {row[2]}", *(str(n or "") for n in row[3:])]
        print(f"| {page.name} | {' | '.join(cells)} |")
    share = f"{100 * total[1] / max(1, total[2]):.1f} %"
    cells = [f"{total[0]} of {len(pages)}", f"{total[1]} / {total[2]} ({share})", *map(str, total[3:])]
    print(f"| **all** | {' | '.join(cells)} |")
    if with_faults:
        print("\n" + "\n".join(faults))


if __name__ == "__main__":
    main()
