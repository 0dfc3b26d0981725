"""How each kind of section is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..charts import chart
from ..outline import Group, Row, Section
from .cards import event, findings
from .meetings import meetings
from .sides import passage
from .tables import table
from .tags import Page, evidence, folded, text
from .timeline import timeline

Draw = Callable[[Page, Section, Sequence[Row]], str]

OPEN = 2
"""Copied passages of a group that stand open."""
DRAWN = 3
"""Readings from which on a figure is drawn, where they differ: two points, or a level line, say no more than the table."""


def section(page: Page, one: Section, prefix: str) -> str:
    """A section with its heading, its groups, and "show all" where it is long."""
    lead = f'<p class="lead">{text(one.lead)}</p>' if one.lead else ""
    whole = WHOLE.get(one.layout)
    body = whole(page, one, prefix) if whole else _body(page, one)
    return f'<section id="{prefix}-{one.id}" class="{one.layout}">{page.heading(one.title)}{lead}{body}</section>'


def _body(page: Page, one: Section) -> str:
    if len(one.groups) == 1 and not one.groups[0].title and one.layout != "events":
        return _rows(page, one, one.groups[0].rows, one.full)
    if one.layout == "table" and not any(group.figure for group in one.groups):
        return _sheet(page, one)
    if one.layout == "events":
        cards = [event(page, one, group) for group in one.groups]
        return folded(cards[: one.full], cards[one.full :])
    drawn = [_group(page, one, group) for group in one.groups]
    return folded(drawn[: one.full], drawn[one.full :])


def _sheet(page: Page, one: Section) -> str:
    """All groups in one table; what is too much of any of them in a second one."""
    first = [replace(g, rows=g.rows[: one.full]) for g in one.groups[: one.full]]
    rest = [replace(g, rows=g.rows[one.full :]) for g in one.groups[: one.full]] + list(one.groups[one.full :])
    rest = [g for g in rest if g.rows]
    return folded([table(page, one, first)], [table(page, one, rest)] if rest else [], one.size)


def _group(page: Page, one: Section, group: Group) -> str:
    head = page.heading(group.title, 1) if group.title else ""
    note = f'<p class="note">{text(group.note)}</p>' if group.note else ""
    differ = len(group.rows) >= DRAWN and len({row.cells[0] for row in group.rows}) > 1
    drawing = chart(group.figure, page.view) if group.figure and differ else ""
    inner = _rows(page, one, group.rows, one.full)
    return f'<div class="group depth{min(group.depth, 3)}">{head}{note}{drawing}{inner}</div>'


def _rows(page: Page, one: Section, rows: Sequence[Row], most: int) -> str:
    draw = LAYOUTS[one.layout]
    first = draw(page, one, rows[:most])
    return folded([first], [draw(page, one, rows[most:])] if rows[most:] else [], len(rows))


def _lines(page: Page, one: Section, rows: Sequence[Row]) -> str:
    whole = one.id == "brief"  # the digest opens its sentences in a large dossier too
    items = "".join(
        f"<li><p>{text(row.cells[0])}</p>{evidence(page, row.spans, row.refs, row.why, row.notes, whole=whole)}</li>"
        for row in rows
    )
    return f"<ul>{items}</ul>"


def _table(page: Page, one: Section, rows: Sequence[Row]) -> str:
    return table(page, one, [Group(rows=tuple(rows))])


def _quotes(page: Page, _: Section, rows: Sequence[Row]) -> str:
    return "".join(
        f'<blockquote class="{row.tone}"><p>{text(row.cells[0])}</p><footer>{text(row.cells[1])} '
        f"{evidence(page, row.spans, row.refs, row.why)}</footer></blockquote>"
        for row in rows
    )


def _reuse(page: Page, _: Section, rows: Sequence[Row]) -> str:
    """Copied passages side by side: the first ones stand open, since the words that differ are the point."""
    return "".join(
        f'<details class="passage"{" open" if at < OPEN else ""}><summary>{text(row.cells[0])} '
        f'<span class="refs">{" ".join(f"[{n}]" for n in row.refs)}</span></summary>{passage(page, row.spans)}</details>'
        for at, row in enumerate(rows)
    )


LAYOUTS: dict[str, Draw] = {
    "lines": _lines,
    "table": _table,
    "findings": findings,
    "quotes": _quotes,
    "reuse": _reuse,
}
WHOLE: dict[str, Callable[[Page, Section, str], str]] = {"timeline": timeline, "meetings": meetings}
"""Sections that are drawn as a whole, with anchors of their own."""
