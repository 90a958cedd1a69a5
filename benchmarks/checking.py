"""How many planted faults the checks catch, and how often they call a right script wrong.

    python benchmarks/checking.py            the tables
    python benchmarks/checking.py --missed   and each fault that nothing was said about, or that does not block
    python benchmarks/checking.py --false    and each finding on a right script

The scripts are what ``narration write`` makes of every page in
tests/cases/readers/ and scripts/; the faults are in tests/checks/mutations.py.
"Blocks" means that a finding blocks, "seen" that there is a finding (of any
level but a note) which the right script does not have.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "checks")]

import mutations

from narration import readers, writing
from narration.checks.base import Finding, SourcePage
from narration.errors import NarrationError
from narration.script import Script

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def pages() -> list[Path]:
    """Every page with a reader's answer, and the shipped texts."""
    folder = ROOT / "tests" / "cases" / "readers"
    found = [path for path in sorted(folder.rglob("*")) if path.suffix in ENDINGS and path.parent.name != "making"]
    return [*found, *sorted((ROOT / "scripts").glob("*/phases*.md"))]


def written() -> list[tuple[str, Script, SourcePage]]:
    made = []
    for path in pages():
        try:
            document = readers.read(path, "es" if ".es." in path.name else None)
            made.append((path.name, writing.write(document), mutations.page_of(document)))
        except NarrationError:
            continue  # a language that narration does not write
    return made


def main() -> None:
    planted: Counter[tuple[str, str]] = Counter()
    blocked: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    right: list[tuple[str, Script, tuple[Finding, ...]]] = []
    for name, script, page in written():
        bench = mutations.Bench(script, page)
        right.append((name, script, bench.right))
        for fault in mutations.faults(script):
            key = (fault.kind, script.language[:2])
            planted[key] += 1
            levels = bench.levels(fault)
            blocked[key] += "block" in levels
            seen[key] += bool(levels & {"block", "warn"})
            if "--missed" in sys.argv and "block" not in levels:
                print(f"{name}: {'seen' if 'warn' in levels else 'MISSED'}: {fault.kind}: {fault.what}")
    table(planted, blocked, seen)
    alarms(right)


def table(planted: Counter[tuple[str, str]], blocked: Counter[tuple[str, str]], seen: Counter[tuple[str, str]]) -> None:
    print("| fault | English: planted | blocks | seen | Spanish: planted | blocks | seen |")
    print("|---|---|---|---|---|---|---|")
    for kind in dict.fromkeys(kind for kind, _ in planted):
        cells = []
        for tag in ("en", "es"):
            count = planted[kind, tag]
            shares = [f"{100 * of[kind, tag] / count:.0f} %" if count else "" for of in (blocked, seen)]
            cells += [str(count or ""), *shares]
        print(f"| {kind} | {' | '.join(cells)} |")
    for tag in ("en", "es"):
        count, caught, noted = (sum(n for (_, of), n in c.items() if of == tag) for c in (planted, blocked, seen))
        print(f"\n{tag}: {count} faults, {100 * caught / count:.1f} % block, {100 * noted / count:.1f} % are seen.")


def alarms(right: list[tuple[str, Script, tuple[Finding, ...]]]) -> None:
    for tag in ("en", "es"):
        of = [(name, found) for name, script, found in right if script.language[:2] == tag]
        block = sum(f.level == "block" for _, found in of for f in found)
        warn = sum(f.level == "warn" for _, found in of for f in found)
        print(f"{tag}: {len(of)} right scripts: {block} findings that block, {warn / len(of):.1f} warnings a script.")
    if "--false" in sys.argv:
        for name, _, found in right:
            for f in found:
                if f.level != "note":
                    print(f"{name}: {f.level}: {f.rule}: {f.phase}: {f.message}")


if __name__ == "__main__":
    main()
