"""The data files that the program ships, and a clinic's own: words, patterns and phrases as YAML."""

from __future__ import annotations

import re
from functools import cache
from typing import Any


def parse(text: str) -> Any:
    """YAML read safely, by libyaml where PyYAML was built with it (about ten times faster).

    As in YAML 1.2, only ``true`` and ``false`` are truth values: to PyYAML the
    words ``on``, ``off``, ``no`` and ``yes`` would be so, too.  A long text may
    be written in pieces, as ``!joined`` and a list of them, so that a pattern has
    lines that can be read and compared; a piece that several patterns share has an anchor.

    Raises ``yaml.YAMLError``.
    """
    import yaml

    return yaml.load(text, Loader=_loader())  # noqa: S506  # a safe loader


def _joined(loader: Any, node: Any) -> str:
    """The text of ``!joined ['one ', 'text']``; raises ``yaml.YAMLError`` where it is no list of texts."""
    import yaml

    pieces = loader.construct_sequence(node)
    if not all(isinstance(piece, str) for piece in pieces):
        raise yaml.constructor.ConstructorError(None, None, "`!joined` wants a list of texts", node.start_mark)
    return "".join(pieces)


@cache
def _loader() -> Any:
    import yaml

    class Words(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen when it runs
        """Words stay words."""

    kept = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in Words.yaml_implicit_resolvers.items()
    }
    Words.yaml_implicit_resolvers = kept
    Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    Words.add_constructor("!joined", _joined)
    return Words
