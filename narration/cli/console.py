"""What a person sees: a progress bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TypeVar

from narration.progress import Event, Notice, Work

T = TypeVar("T")
SECONDS_BETWEEN_LINES = 10.0


def say(text: str = "") -> None:
    """A line of the result, on standard output."""
    sys.stdout.write(f"{text}\n")


def watch(work: Work[T]) -> T:
    """Run ``work`` to its end, show what it tells, and return its result."""
    shown = _Bars() if sys.stderr.isatty() else _Lines()
    with shown:
        while True:
            try:
                event = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            shown.show(event)


class _Lines:
    """A line as each stage begins, and one from time to time while it lasts, so that a log stays short."""

    def __init__(self) -> None:
        self.stage = ""
        self.began = self.told = 0.0

    def __enter__(self) -> _Lines:
        return self

    def __exit__(self, *_: object) -> None:
        sys.stderr.flush()

    def show(self, event: Event) -> None:
        if isinstance(event, Notice):
            sys.stderr.write(f"{event.text}\n")
        elif event.stage != self.stage:
            self.stage = event.stage
            self.began = self.told = time.monotonic()
            sys.stderr.write(f"{event.stage} …\n")
        elif event.done and time.monotonic() - self.told >= SECONDS_BETWEEN_LINES:
            self.told = time.monotonic()
            left = (self.told - self.began) / event.done * (event.total - event.done)
            sys.stderr.write(f"{event.stage} … {event.done} of {event.total}, {duration(left)} left\n")
            sys.stderr.flush()


def duration(seconds: float) -> str:
    """``about 40 s`` or ``about 3 min``."""
    return f"about {max(1, round(seconds))} s" if seconds < 90 else f"about {round(seconds / 60)} min"


class _Bars:
    """A bar per stage, with the time that is left."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

        self.console = Console(stderr=True, highlight=False)
        self.bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeRemainingColumn(),
            console=self.console,
            transient=True,
        )
        self.tasks: dict[str, TaskID] = {}

    def __enter__(self) -> _Bars:
        self.bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bars.stop()

    def show(self, event: Event) -> None:
        if isinstance(event, Notice):
            self.console.print(event.text, style="bold" if event.important else None, markup=False)
            return
        if event.stage not in self.tasks:
            self.tasks[event.stage] = self.bars.add_task(event.stage, total=event.total or 1)
        self.bars.update(self.tasks[event.stage], completed=event.done, total=event.total or 1)


def table(title: str, columns: list[str], rows: list[list[str]]) -> None:
    """A table on a terminal; tab-separated lines elsewhere."""
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join(row))
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    shown = Table(*columns, title=title or None)
    for row in rows:
        shown.add_row(*(escape(cell) for cell in row))
    Console().print(shown)
