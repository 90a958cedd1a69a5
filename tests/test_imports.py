"""Imports point one way, families keep apart, and asking for help loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import narration

ROOT = Path(narration.__file__).parent
FAMILIES = {"readers", "writing", "spoken", "checks", "voices", "sound", "editions", "server"}
TOP = {"pipeline", "production", "reviewing", "cli", "__main__"}
HEAVY = {"av", "numpy", "pydub", "rich", "gtts", "requests", "yaml", "jinja2", "sentencex", "argparse", "markdown_it"}


def modules() -> dict[str, Path]:
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(name: str, path: Path, known: set[str], everywhere: bool = True) -> set[str]:
    """The modules of ours that ``name`` imports; ``everywhere`` also looks inside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if everywhere else ast.iter_child_nodes(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {
                f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in known else node.module for a in node.names
            }
    return {item for item in found if item in known and item != name}


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_families_keep_apart_and_nothing_imports_upwards() -> None:
    known = set(modules())
    wrong = []
    for name, path in modules().items():
        here = layer(name)
        for target in imports_of(name, path, known):
            there = layer(target)
            upwards = there in TOP and here not in TOP
            sideways = here in FAMILIES and there in FAMILIES and here != there
            down = here not in FAMILIES | TOP and there in FAMILIES
            if upwards or sideways or down:
                wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_no_cycles_when_modules_load() -> None:
    known = set(modules())
    graph = {name: imports_of(name, path, known, everywhere=False) for name, path in modules().items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for target in graph[name]:
                visit(target, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def folder(module: str, family: str) -> str:
    """The folder of a family that a module is in; ``""`` for one that is in none."""
    parts = module.split(".")
    inside = parts[1:2] == [family] and len(parts) > 2
    return parts[2] if inside and (ROOT / family / parts[2]).is_dir() else ""


@pytest.mark.parametrize("family", ["readers", "writing"])
def test_a_family_that_stands_in_folders_imports_one_way(family: str) -> None:
    known = set(modules())
    graph: dict[str, set[str]] = {}
    for name, path in modules().items():
        here, below = folder(name, family), imports_of(name, path, known)
        graph.setdefault(here, set()).update({folder(target, family) for target in below} - {here, ""})
    graph.pop("")
    assert len(graph) > 3
    TopologicalSorter(graph).prepare()  # raises CycleError


def loaded_by(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT.parent,
    )
    return {name.split(".")[0] for name in result.stdout.splitlines()[-1].split()}


def test_help_loads_nothing_heavy() -> None:
    loaded = loaded_by("from narration.cli import main; main(['--help'])")
    assert "narration" in loaded
    assert loaded & HEAVY == set()


def test_the_table_of_audio_formats_loads_nothing_heavy() -> None:
    assert loaded_by("import narration.audio_formats") & HEAVY == set()


def test_the_package_itself_loads_nothing_heavy() -> None:
    assert loaded_by("import narration") & HEAVY == set()
