"""How many planted faults the checks catch, and how often they call a right script wrong.

    python benchmarks/checking.py            the tables
    python benchmarks/checking.py --missed   and each fault that nothing was said about, or that does not block
    python benchmarks/checking.py --false    and each finding on a right script
    python benchmarks/checking.py --all      every fault at every place, which takes an hour

The scripts are what ``narration write`` makes of every page in
tests/cases/readers/ and scripts/; the faults are in tests/checks/mutations.py, of each
kind ``PLACES`` on a page, spread evenly over all places where it fits.
"Blocks" means that a finding blocks, "seen" that there is a finding (of any
level but a note) which the right script does not have.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "checks")]

import mutations

from narration import readers, writing
from narration.checks.base import Finding
from narration.errors import NarrationError

PLACES = 5
ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def pages() -> list[Path]:
    """Every page with a reader's answer, and the shipped texts."""
    folder = ROOT / "tests" / "cases" / "readers"
    found = [path for path in sorted(folder.rglob("*")) if path.suffix in ENDINGS and path.parent.name != "making"]
    return [*found, *sorted((ROOT / "scripts").glob("*/phases*.md"))]


@dataclass(frozen=True)
class Checked:
    """What became of one page: each fault by kind, language, and whether it ``blocks`` and is ``seen``."""

    name: str
    tag: str
    right: tuple[Finding, ...]
    planted: Counter[tuple[str, str]]
    blocked: Counter[tuple[str, str]]
    seen: Counter[tuple[str, str]]
    missed: tuple[str, ...]


def checked(path: Path) -> Checked | None:
    try:
        document = readers.read(path, "es" if ".es." in path.name else None)
        script, page = writing.write(document), mutations.page_of(document)
    except NarrationError:
        return None  # a language that narration does not write
    bench = mutations.Bench(script, page)
    found = Checked(path.name, script.language[:2], bench.right, Counter(), Counter(), Counter(), ())
    missed = []
    for fault in spread(mutations.faults(script)):
        key = (fault.kind, found.tag)
        levels = bench.levels(fault)
        found.planted[key] += 1
        found.blocked[key] += "block" in levels
        found.seen[key] += bool(levels & {"block", "warn"})
        if "block" not in levels:
            missed.append(f"{path.name}: {'seen' if 'warn' in levels else 'MISSED'}: {fault.kind}: {fault.what}")
    return replace(found, missed=tuple(missed))


def spread(faults: Iterable[mutations.Fault]) -> Iterator[mutations.Fault]:
    """Of each kind at most ``PLACES``, as far apart as they can be."""
    kinds: dict[str, list[mutations.Fault]] = {}
    for fault in faults:
        kinds.setdefault(fault.kind, []).append(fault)
    for found in kinds.values():
        kept = len(found) if "--all" in sys.argv else min(PLACES, len(found))
        yield from (found[number * len(found) // kept] for number in range(kept))


def main() -> None:
    with ProcessPoolExecutor() as pool:
        found = [one for one in pool.map(checked, pages()) if one is not None]
    if "--missed" in sys.argv:
        print(*(line for one in found for line in one.missed), sep="\n")
    none: Counter[tuple[str, str]] = Counter()
    planted = sum((one.planted for one in found), none)
    blocked = sum((one.blocked for one in found), none)
    seen = sum((one.seen for one in found), none)
    table(planted, blocked, seen)
    alarms(found)


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


def alarms(checked_pages: list[Checked]) -> None:
    for tag in ("en", "es"):
        of = [one for one in checked_pages if one.tag == tag]
        block = sum(f.level == "block" for one in of for f in one.right)
        warn = sum(f.level == "warn" for one in of for f in one.right)
        print(f"{tag}: {len(of)} right scripts: {block} findings that block, {warn / len(of):.1f} warnings a script.")
    if "--false" in sys.argv:
        for one in checked_pages:
            for f in one.right:
                if f.level != "note":
                    print(f"{one.name}: {f.level}: {f.rule}: {f.phase}: {f.message}")


if __name__ == "__main__":
    main()
