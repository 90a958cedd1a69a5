"""Small pages and all that is said of them, part by part, as ``tests/cases/pages`` has them.

A case is a page after ``=== NAME.FORMAT``, and after ``---`` its parts: each part's name
in brackets, the lines that the page gave it, and what is left out as ``- reason: text``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from narration import readers
from narration.writing import writer

CASES = Path(__file__).parent.parent / "cases" / "pages"


def cases() -> list[tuple[str, str, str]]:
    """Each case: its name, its page and what is said of it."""
    found = []
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").split("\n=== ")[1:]:
            name, _, rest = case.partition("\n")
            page, _, said = rest.rpartition("\n---\n")
            found.append((f"{file.stem}/{name}", page.strip("\n") + "\n", said.strip()))
    return found


def told(page: Path) -> str:
    """What a script says of its page, in the form of the cases: no line that the style added."""
    script = writer.write_script(readers.read(page))
    lines = []
    for phase in script.phases:
        said = [line.text for line in phase.says if not line.from_style]
        lines += [f"[{phase.name}]", *said] if said else []
    lines += [f"- {item.reason}: {item.text}" for item in script.left_out if item.text]
    return "\n".join(lines)


@pytest.mark.parametrize(("name", "page", "said"), cases())
def test_a_page_is_said(name: str, page: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name.rpartition("/")[2]
    path.write_text(page, encoding="utf-8")
    assert told(path) == said
