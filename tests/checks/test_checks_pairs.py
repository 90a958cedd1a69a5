"""What the writer makes of a page does not block, and a fault planted in it does: tests/cases/checks/pairs.txt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import mutations
import pytest

from narration.script import Say, Script, ScriptPhase


@dataclass(frozen=True, slots=True)
class Case:
    """``rule`` is what blocks ``lines``, ``""`` where nothing does."""

    tag: str
    part: str
    source: tuple[str, ...]
    rule: str
    lines: tuple[str, ...]


def cases() -> Iterator[Case]:
    for block in (mutations.CASES / "pairs.txt").read_text(encoding="utf-8").split("\n\n"):
        rows = [row for row in block.splitlines() if row and not row.startswith("#")]
        if not rows:
            continue
        tag, _, part = rows[0].removeprefix("[").partition("] ")
        source = tuple(row.removeprefix("= ") for row in rows if row.startswith("= "))
        for row in rows:
            if row.startswith("+ "):
                yield Case(tag, part, source, "", tuple(row.removeprefix("+ ").split(" / ")))
            elif row.startswith("- "):
                rule, _, said = row.removeprefix("- ").partition(": ")
                yield Case(tag, part, source, rule, tuple(said.split(" / ")))


def blocking(case: Case) -> set[str]:
    keys = {f"x.{n}": text for n, text in enumerate(case.source, 1)}
    says = []
    for row in case.lines:
        text, _, numbers = row.partition(" < ")
        says.append(Say(text, tuple(f"x.{n}" for n in numbers.split()) or tuple(keys)))
    script = Script("T", case.tag, (ScriptPhase(case.part, keys, tuple(says)),))
    return {found.rule for found in mutations.findings(script) if found.level == "block"}


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.rule or 'right'}: {case.lines[0][:50]}")
def test_a_right_line_does_not_block_and_the_fault_beside_it_does(case: Case) -> None:
    found = blocking(case)
    assert case.rule in found if case.rule else not found
