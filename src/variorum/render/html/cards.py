"""Cards: differences between reports, and events with what each report says."""

from __future__ import annotations

from collections.abc import Sequence

from ...rules.phrases import phrases
from ..outline import Group, Row, Section
from .tags import Page, evidence, sentences, text

OPEN = frozenset({"misprint", "conflict"})
"""Kinds of difference whose sentences stand open: to see them side by side is the point."""


def findings(page: Page, _: Section, rows: Sequence[Row]) -> str:
    """A card for each likely error; what only moved on or counts something else line by line under its kind."""
    kind = rows[0].tone
    label = f'<span class="badge {kind}">{text(phrases().findings[kind])}</span>'
    if kind in OPEN:
        return "".join(_card(page, row, label) for row in rows)
    return f'<div class="kind">{label}<ul>{"".join(_line(page, row) for row in rows)}</ul></div>'


def _card(page: Page, row: Row, label: str) -> str:
    about = page.heading(row.cells[0], 2) if row.cells[0] else ""
    sides = "".join(sentences(page, row.spans))
    body = f'<p>{text(row.cells[1])}</p><div class="sides">{sides}</div>'
    return f'<article class="finding {row.tone}"><header>{label}{about}</header>{body}</article>'


def _line(page: Page, row: Row) -> str:
    about = f"<b>{text(row.cells[0])}:</b>" if row.cells[0] else ""
    told = f"<p>{about}</p>{_steps(page, row)}" if row.steps else f"<p>{about} {text(row.cells[1])}</p>"
    opened = evidence(page, row.spans, row.refs, row.why, row.notes, sides=True)
    return f"<li><div>{told}</div>{opened}</li>"


def _steps(page: Page, row: Row) -> str:
    items = "".join(
        f'<li class="{step.tone}"><span>{text(step.text)}</span> <span class="refs">{page.refs(step.refs)}</span></li>'
        for step in row.steps
    )
    kind = "chain" if row.tone == "update" else "reasons"
    return f'<ol class="{kind}">{items}</ol>'


def event(page: Page, one: Section, group: Group) -> str:
    """An event: its title, day and status, then a block for each report with what it says and its sentence."""
    title = page.heading(group.title, 1)
    note = f'<p class="note">{text(group.note)}</p>' if group.note else ""
    told = "".join(_telling(page, one, row) for row in group.rows)
    return f'<article class="card">{title}{note}<div class="sides">{told}</div></article>'


def _telling(page: Page, one: Section, row: Row) -> str:
    facts = "".join(
        f"<div><dt>{text(one.head[at])}</dt><dd{_odd(row, at)}>{text(cell)}</dd></div>"
        for at, cell in enumerate(row.cells)
        if at and cell
    )
    return f'<div class="telling">{"".join(sentences(page, row.spans))}<dl>{facts}</dl></div>'


def _odd(row: Row, at: int) -> str:
    return ' class="odd"' if at in row.odd else ""
