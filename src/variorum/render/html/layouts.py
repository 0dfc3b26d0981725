"""How each kind of section is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ...rules.phrases import count, phrases
from ..charts import chart
from ..outline import Group, Row, Section
from .tables import table
from .tags import Page, evidence, sentences, text
from .timeline import timeline

Draw = Callable[[Page, Section, Sequence[Row]], str]


def section(page: Page, one: Section, prefix: str) -> str:
    """A section with its heading, its groups, and "show all" where it is long."""
    lead = f'<p class="lead">{text(one.lead)}</p>' if one.lead else ""
    body = timeline(page, one, prefix) if one.layout == "timeline" else _body(page, one)
    return f'<section id="{prefix}-{one.id}" class="{one.layout}">{page.heading(one.title)}{lead}{body}</section>'


def _body(page: Page, one: Section) -> str:
    if len(one.groups) == 1 and not one.groups[0].title:
        return _rows(page, one, one.groups[0].rows, one.full)
    if one.layout == "table" and not any(group.figure for group in one.groups):
        return _sheet(page, one)
    drawn = [_group(page, one, group) for group in one.groups]
    return _folded(drawn[: one.full], drawn[one.full :])


def _sheet(page: Page, one: Section) -> str:
    """All groups in one table; what is too much of any of them in a second one."""
    first = [replace(g, rows=g.rows[: one.full]) for g in one.groups[: one.full]]
    rest = [replace(g, rows=g.rows[one.full :]) for g in one.groups[: one.full]] + list(one.groups[one.full :])
    rest = [g for g in rest if g.rows]
    return _folded([table(page, one, first)], [table(page, one, rest)] if rest else [], one.size)


def _group(page: Page, one: Section, group: Group) -> str:
    head = page.heading(group.title, 1) if group.title else ""
    note = f'<p class="note">{text(group.note)}</p>' if group.note else ""
    drawing = chart(group.figure, page.view) if group.figure else ""
    inner = _rows(page, one, group.rows, one.full)
    return f'<div class="group depth{min(group.depth, 3)}">{head}{note}{drawing}{inner}</div>'


def _rows(page: Page, one: Section, rows: Sequence[Row], most: int) -> str:
    draw = LAYOUTS[one.layout]
    first = draw(page, one, rows[:most])
    return _folded([first], [draw(page, one, rows[most:])] if rows[most:] else [], len(rows))


def _folded(shown: Sequence[str], rest: Sequence[str], size: int = 0) -> str:
    if not rest:
        return "".join(shown)
    label = f"Show all {size or len(shown) + len(rest)}"
    return f'{"".join(shown)}<details class="all"><summary>{label}</summary>{"".join(rest)}</details>'


def _lines(page: Page, _: Section, rows: Sequence[Row]) -> str:
    items = "".join(
        f"<li><p>{text(row.cells[0])}</p>{evidence(page, row.spans, row.refs, row.why)}</li>" for row in rows
    )
    return f"<ul>{items}</ul>"


def _table(page: Page, one: Section, rows: Sequence[Row]) -> str:
    return table(page, one, [Group(rows=tuple(rows))])


def _findings(page: Page, _: Section, rows: Sequence[Row]) -> str:
    """Differences stand open: the sentences side by side are the point."""
    items = []
    for row in rows:
        label = f'<span class="badge {row.tone}">{text(phrases().findings[row.tone])}</span>'
        about = page.heading(row.cells[0], 2) if row.cells[0] else ""
        sides = "".join(sentences(page, row.spans))
        body = f'{label}{about}<p>{text(row.cells[1])}</p><div class="sides">{sides}</div>'
        items.append(f'<article class="finding {row.tone}">{body}</article>')
    return "".join(items)


def _quotes(page: Page, _: Section, rows: Sequence[Row]) -> str:
    return "".join(
        f'<blockquote class="{row.tone}"><p>{text(row.cells[0])}</p><footer>{text(row.cells[1])} '
        f"{evidence(page, row.spans, row.refs, row.why)}</footer></blockquote>"
        for row in rows
    )


def _reuse(page: Page, _: Section, rows: Sequence[Row]) -> str:
    label = count("report", 2).split(" ", 1)[1]
    return "".join(
        f'<blockquote class="passage"><p>{text(row.cells[0])}</p><footer>{len(row.refs)} {label} '
        f"{evidence(page, row.spans, row.refs, row.why)}</footer></blockquote>"
        for row in rows
    )


LAYOUTS: dict[str, Draw] = {
    "lines": _lines,
    "table": _table,
    "findings": _findings,
    "quotes": _quotes,
    "reuse": _reuse,
}
