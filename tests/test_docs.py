"""The documents' tables name what the code has, in its order."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import narration
from narration import script_yaml
from narration.checks import marks
from narration.sound.formats import FORMATS
from narration.writing.rules import RULES, SECTION_RULES

ROOT = Path(narration.__file__).parent
DOCS = Path(__file__).parents[1] / "docs"

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="the documents are not here")


def document(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def table(text: str, head: str) -> list[list[str]]:
    """The cells of the rows under the table whose head begins with ``head``."""
    _, _, rest = text.partition(f"\n{head}")
    rows = rest.split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def test_every_module_and_folder_is_in_the_architecture() -> None:
    told = document("architecture.md")
    here = [path for path in ROOT.iterdir() if not path.name.startswith("_")]
    modules = {path.name for path in here if path.suffix == ".py"}
    folders = {f"{path.name}/" for path in here if path.is_dir()}
    assert {
        name for name in modules | folders if f"`{name}`" not in told and f"`narration/{name}`" not in told
    } == set()


def test_the_writing_rules_are_told_in_their_order() -> None:
    """``forbidding`` to ``effects`` see lists: they come between the rules for sections and sentences."""
    told = [re.match(r"`(\w+)`", row[0]) for row in table(document("writing.md"), "| rule | does")]
    in_code = [rule.__module__.rpartition(".")[2] for rule in (*SECTION_RULES, *RULES)]
    in_code[len(SECTION_RULES) : len(SECTION_RULES)] = ["forbidding", "bullets", "case_lists", "bringing", "effects"]
    assert [name and name[1] for name in told] == in_code


CHECKS = table(document("checking.md"), "| file in `narration/checks/`") if DOCS.is_dir() else []


@pytest.mark.parametrize("row", CHECKS, ids=[row[0] for row in CHECKS])
def test_every_rule_of_a_check_is_told(row: list[str]) -> None:
    files, told = (set(re.findall("`([^`]+)`", cell)) for cell in row[:2])
    assert told == set().union(*map(rules_of, files))


def test_every_check_with_rules_is_told() -> None:
    told = {file for row in CHECKS for file in re.findall("`([^`]+)`", row[0])}
    assert {path.name for path in (ROOT / "checks").glob("*.py") if rules_of(path.name)} - told == set()


def rules_of(file: str) -> set[str]:
    """The rules that a check's findings are made with: the second argument, and whatever text looks like one."""
    found = {f"{kind}-lost" for kind in marks._SOFT} if file == "marks.py" else set()
    for node in ast.walk(ast.parse((ROOT / "checks" / file).read_text(encoding="utf-8"))):
        rule: ast.AST = node
        if isinstance(node, ast.Call) and len(node.args) > 1 and named(node.func).endswith(("Finding", "finding")):
            rule = node.args[1]
        if isinstance(rule, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*", str(rule.value)):
            found |= {str(rule.value)} if rule is not node or "-" in str(rule.value) else set()
    return found


def named(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_key_of_a_script_is_told() -> None:
    told = document("script-format.md")
    assert {
        key for key in script_yaml._KEYS["script"] if not re.search(rf"^{key}:|^\| `{key}`", told, re.MULTILINE)
    } == set()


def test_every_audio_format_is_told() -> None:
    assert {name for name in FORMATS if name.upper() not in document("sound.md").upper()} == set()
