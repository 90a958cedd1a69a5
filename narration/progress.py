"""Progress: what long work tells whoever watches.

The pipeline's functions are generators of these; they print nothing.  A front
end shows them as it likes and takes the function's result from the generator's
return value.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """``done`` of ``total`` within the named stage; ``total`` 0 when it cannot be counted."""

    stage: str
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that the person must see; ``important`` ones concern privacy or safety."""

    text: str
    important: bool = False


Event: TypeAlias = Step | Notice
Work: TypeAlias = Generator[Event, None, T]
