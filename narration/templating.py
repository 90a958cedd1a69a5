"""Templates: data files beside the module that fills them, with every value escaped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narration.units import to_seconds
from narration.whole import write_whole

if TYPE_CHECKING:
    from jinja2 import Environment

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def environment(folder: Path) -> Environment:
    """The templates in ``folder``; a value that is missing is an error, never an empty place."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    made.filters["seconds"] = to_seconds
    return made


def printable(text: str) -> str:
    """Characters that neither HTML nor XML 1.0 can hold, each as U+FFFD (https://www.w3.org/TR/xml/#charsets)."""
    return _NOT_XML.sub("\ufffd", text)


def write(path: Path, text: str) -> None:
    """UTF-8 with ``\\n``, on every system; whole, because a finished folder may be served while its page is renewed."""
    write_whole(path, (text.rstrip("\n") + "\n").encode())


def _finalize(value: Any) -> Any:
    return printable(value) if type(value) is str else value
