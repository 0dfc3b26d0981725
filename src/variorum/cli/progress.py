"""Progress on a terminal, on standard error; nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from ..run import Progress

TITLES = {"read": "reading", "annotate": "finding names, numbers and statements", "compare": "comparing reports"}


@contextmanager
def watched(*, quiet: bool) -> Iterator[Progress]:
    """A callback for a run: a bar for each stage on a terminal, else nothing."""
    if quiet or not sys.stderr.isatty():
        yield _unseen
        return
    with _bars() as show:
        yield show


@contextmanager
def _bars() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {stage: bars.add_task(title, total=None, visible=False) for stage, title in TITLES.items()}
        last: dict[str, float] = {}

        def show(stage: str, done: int, total: int | None) -> None:
            now = monotonic()
            if done != total and now - last.get(stage, 0) < 0.05:  # 20 times a second is all that eyes can use
                return
            last[stage] = now
            bars.update(tasks[stage], completed=done, total=total, visible=True)

        yield show


def _unseen(stage: str, done: int, total: int | None) -> None:
    del stage, done, total
