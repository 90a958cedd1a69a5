"""Faults planted in right scripts are caught, and what a clinician may well write is not called wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import mutations
import pytest

from narration import readers, writing
from narration.script import Say, Script, ScriptPhase

SCRIPTS = Path(__file__).parents[2] / "scripts"
PAGES = [
    ("en", SCRIPTS / "ketamine-infusion" / "phases.md"),
    ("es", SCRIPTS / "ketamine-infusion" / "phases.es.md"),
    ("en", mutations.CASES.parent / "readers" / "held-out" / "lumbar-puncture.txt"),
    ("es", mutations.CASES.parent / "readers" / "held-out" / "biopsia-piel.txt"),
]
MOST_OF_A_KIND = 6
MAY_BE_RIGHT = ("word replaced", "one line of a sentence", "some → all", "hedge removed", "hedge → will")
"""Kinds of which a few look like a plain edit; docs/checking.md has the rates."""


@pytest.mark.parametrize(("tag", "path"), PAGES, ids=lambda value: getattr(value, "name", value))
def test_planted_faults_are_caught_and_the_right_script_is_not_blocked(tag: str, path: Path) -> None:
    document = readers.read(path, tag)
    bench = mutations.Bench(writing.write(document), mutations.page_of(document))
    assert [f for f in bench.right if f.level == "block"] == []
    missed, planted, count = [], 0, Counter[str]()
    for fault in mutations.faults(bench.script):
        count[fault.kind] += 1
        if count[fault.kind] > MOST_OF_A_KIND:
            continue
        planted += 1
        levels = bench.levels(fault)
        if "block" not in levels and not ("warn" in levels and fault.kind.startswith(MAY_BE_RIGHT)):
            missed.append(f"{fault.kind}: {fault.what}")
    assert planted > 50
    assert missed == []


def right_edits() -> list[tuple[str, str, tuple[str, ...]]]:
    found = []
    for block in (mutations.CASES / "right.txt").read_text(encoding="utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if row and not row.startswith("#")]
        if rows:
            found.append((rows[0].strip("[]"), rows[1], tuple(row.removeprefix("- ") for row in rows[2:])))
    return found


@pytest.mark.parametrize(("tag", "source", "lines"), right_edits())
def test_an_edit_in_plain_words_does_not_block(tag: str, source: str, lines: tuple[str, ...]) -> None:
    phase = ScriptPhase("X", {"x.1": source}, tuple(Say(text, ("x.1",)) for text in lines))
    found = mutations.findings(Script("T", tag, (phase,)))
    assert [(f.rule, f.message) for f in found if f.level == "block"] == []
