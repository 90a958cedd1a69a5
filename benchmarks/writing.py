"""How plainly leaflets are written anew, and how long that takes.

    python benchmarks/writing.py            the tables
    python benchmarks/writing.py --faults   and each finding that blocks, each long sentence, each word from nowhere

The leaflets are in tests/cases/writing/: ``dev`` and ``dev-es`` (Spanish), from
which rules were learned, and ``held-out`` and ``held-out-es``, which no rule was fitted to.  ``whole`` counts the
sentences over twenty words that stayed whole, because no rule was sure.  The
last table has the time for a document of 20,000 words by the time for one of
5,000, per word: 1 is linear.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "writing")]

import quality

from narration import readers, writing

CASES = ROOT / "tests" / "cases" / "writing"
SETS = ("dev", "held-out", "dev-es", "held-out-es")
USERS = ROOT.parent / "shared" / "sources" / "ketamine-infusion.txt"


def main() -> None:
    if USERS.is_file():
        table("the user’s document", [USERS])
    for name in SETS:
        table(name, sorted((CASES / name).iterdir()))
    print("\n| words | processor seconds | time per word, by that of 5,000 |\n|---|---|---|")
    _seconds(1_000)  # the word lists are read once
    first = 0.0
    for words in (5_000, 20_000, 80_000):
        seconds = statistics.median(_seconds(words) for _ in range(3))
        first = first or seconds / words
        print(f"| {words:,} | {seconds:.2f} | {seconds / words / first:.2f} |")


def table(name: str, pages: list[Path]) -> None:
    print(f"\n{name}\n")
    print("| leaflet | source grade | script grade | longest | sentences | whole | covered | from nowhere | blocking |")
    print("|---|---|---|---|---|---|---|---|---|")
    every = [quality.of(page) for page in pages]
    for page, found in zip(pages, every, strict=True):
        print(f"| {page.name} | {_row(found)} |")
        if "--faults" in sys.argv:
            print("\n".join((*found.blocking, *found.long, *found.nowhere)))
    if len(every) > 1:
        print(f"| **all** | {_row(quality.together(every))} |")


def _row(found: quality.Quality) -> str:
    cells = (
        f"{found.source_grade:.1f}",
        f"{found.grade:.1f}",
        f"{found.longest}",
        f"{found.sentences}",
        f"{len(found.long)}",
        f"{100 * found.covered:.0f} %",
        f"{100 * found.nowhere_share:.1f} %",
        f"{len(found.blocking)}",
    )
    return " | ".join(cells)


def _seconds(words: int) -> float:
    """The processor time to write a document of so many words, made of the leaflets over and over."""
    texts = [page.read_text(encoding="utf-8") for page in sorted((CASES / "dev").glob("*.txt"))]
    parts: list[str] = []
    count = 0
    while count < words:
        text = texts[len(parts) % len(texts)]
        parts.append(text)
        count += len(text.split())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        path.write_text("\n\n".join(parts), encoding="utf-8")
        document = readers.read(path)
    start = time.process_time()
    writing.write(document)
    return time.process_time() - start


if __name__ == "__main__":
    main()
