"""YAML as nodes that still know their line, for files that a person edits.

Parsed with PyYAML's safe loader.  Aliases are refused (such a file needs none,
and they are how a small file becomes a huge one), and so are repeated keys,
which YAML would drop in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from narration.errors import ScriptError


class _Loader(yaml.SafeLoader):
    """SafeLoader without aliases."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]  # untyped in PyYAML
            raise yaml.MarkedYAMLError(problem="aliases (*name) are not used in scripts", problem_mark=event.start_mark)
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


class Nodes:
    """Takes values out of a node tree; every mistake is a ``ScriptError`` with its line.

    ``path`` only names the file.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def compose(self, text: str) -> yaml.Node:
        try:
            node = yaml.compose(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise ScriptError(
                f"this is not valid YAML: {error.problem or error.context}.",
                remedy="Check the indentation and the quotes around this place.",
                path=self.path,
                line=mark.line + 1 if mark else None,
            ) from None
        except yaml.YAMLError as error:
            raise ScriptError(f"this is not valid YAML: {error}.".replace("\n", " "), path=self.path) from None
        except RecursionError:
            raise ScriptError("the YAML is nested too deeply.", path=self.path) from None
        if node is None:
            raise ScriptError("the script is empty.", remedy="Write it again from its source.", path=self.path)
        return node

    def error(self, node: yaml.Node, problem: str, remedy: str = "") -> ScriptError:
        return ScriptError(problem, remedy=remedy, path=self.path, line=node.start_mark.line + 1)

    def mapping(self, node: yaml.Node | None, what: str, allowed: set[str] | None) -> dict[str, yaml.Node]:
        if node is None or is_null(node):
            return {}
        if not isinstance(node, yaml.MappingNode):
            raise self.error(node, f"{what} must be a list of `key: value` pairs.")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in found:
                raise self.error(key, f"`{name}` stands twice in {what}.", "Keep one of them.")
            if not name or (allowed is not None and name not in allowed):
                known = f"It knows {', '.join(sorted(allowed))}." if allowed else ""
                raise self.error(key, f"{what} has no `{name}`.", known)
            found[name] = value
        return found

    def items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        if is_null(node):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(node, f"{what} must be a list, each item starting with `- `.")
        return list(node.value)

    def need(self, mapping: Mapping[str, yaml.Node], key: str, where: yaml.Node) -> yaml.Node:
        if key not in mapping:
            raise self.error(where, f"`{key}` is missing.")
        return mapping[key]

    def text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(node, f"{what} must be one piece of text.", "Put it in quotes if it has a colon.")
        text = str(node.value).strip()
        if not text or is_null(node):
            raise self.error(node, f"{what} is empty.")
        return text

    def optional_text(self, node: yaml.Node | None, what: str) -> str:
        absent = node is None or is_null(node) or node.value == ""
        return "" if absent else self.text(node, what)  # type: ignore[arg-type]  # absent covers None

    def number(self, node: yaml.Node, what: str, low: float, high: float) -> float:
        try:
            number = float(node.value)
        except (TypeError, ValueError):
            raise self.error(node, f"{what} must be a number.") from None
        if not low <= number <= high:
            raise self.error(node, f"{what} is {number:g}; it must be between {low:g} and {high:g}.")
        return number

    def texts(self, node: yaml.Node | None, what: str) -> dict[str, str]:
        pairs = self.mapping(node, what, None)
        return {key: self.text(value, f"`{key}`") for key, value in pairs.items()}

    def day(self, node: yaml.Node, what: str) -> date:
        try:
            return date.fromisoformat(str(node.value))
        except ValueError:
            raise self.error(node, f"{what} must be a date such as 2027-11-23.") from None


def is_null(node: yaml.Node) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")
