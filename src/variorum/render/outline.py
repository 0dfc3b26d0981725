"""The plain shapes that all outputs draw: sections of groups of rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from ..model import Entry, Event, Figure, Span
from ..rules.page import page

Layout = Literal["lines", "table", "timeline", "findings", "meetings", "events", "quotes", "reuse"]


@dataclass(frozen=True)
class Step:
    """One line of a chain: a count with its day."""

    text: str
    refs: tuple[int, ...] = ()
    tone: str = ""


@dataclass(frozen=True)
class Row:
    """One statement: its cells under the section's head, what it rests on, in which articles."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    refs: tuple[int, ...] = ()
    """Article numbers."""
    tone: str = ""
    """How it is drawn: a reading's, event's or finding's status."""
    depth: int = 0
    why: str = ""
    """Shown on demand: how the status came about."""
    entry: Entry | None = None
    """What the row is on the timeline, for its rank and its place in the drawing."""
    steps: tuple[Step, ...] = ()
    """What the row tells one after the other, where it is a chain or a list."""
    notes: tuple[str, ...] = ()
    """Shown with the reason: how names were joined, whence roles are."""
    odd: tuple[int, ...] = ()
    """Cells that differ from those of the rows beside it."""


@dataclass(frozen=True)
class Group:
    """Rows under one heading."""

    title: str = ""
    rows: tuple[Row, ...] = ()
    note: str = ""
    figure: Figure | None = None
    """What a chart can be drawn of."""
    depth: int = 0
    brief: int = 0
    """Rows that the terminal shows; 0: a fair share of the section's."""
    tone: str = ""
    events: tuple[Event, ...] = ()
    """Meetings to draw as who met whom."""
    names: tuple[tuple[str, str], ...] = ()
    """Actors' ids and names, for that drawing."""


@dataclass(frozen=True)
class Section:
    """One heading of the page."""

    id: str
    title: str
    layout: Layout
    head: tuple[str, ...]
    groups: tuple[Group, ...]
    lead: str = ""
    brief: int = 10
    """Rows (or groups, where there are several) that the terminal shows."""
    full: int = 40
    """Rows (or groups) that the page shows before "show all"."""
    deep: bool = False
    """Whether it is for the page alone: too long for a terminal."""
    first: bool = False
    """Whether article numbers stand before the cells: only where rows are the articles themselves."""
    wide: tuple[int, ...] = ()
    """Relative widths of the columns."""

    @property
    def size(self) -> int:
        """How many rows it has."""
        return sum(len(g.rows) for g in self.groups)


def section(name: str, layout: Layout, groups: tuple[Group, ...], **rest: Any) -> Section:
    """A section with its title, lead and heads from the table of words; `rest` are other fields of `Section`."""
    said = page().sections[name]
    return Section(name, said.title, layout, said.head, groups, **{"lead": said.lead, **rest})


def foremost(rows: tuple[Row, ...], most: int) -> tuple[Row, ...]:
    """At most so many rows in their order: the first ones, on a timeline those that matter most."""
    ranked = sorted(range(len(rows)), key=lambda at: (entry.rank if (entry := rows[at].entry) else at, at))
    return tuple(rows[at] for at in sorted(ranked[:most]))


def once(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Timeline rows with a date that was just given left out."""
    dates = ["", *(row.cells[0] for row in rows)]
    return tuple(
        replace(row, cells=("", *row.cells[1:])) if row.entry and row.cells[0] == before else row
        for before, row in zip(dates, rows, strict=False)
    )
