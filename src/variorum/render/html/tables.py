"""Tables: a head, rows under their group's heading, and under each row a line that opens its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ...rules.page import page as words
from ..outline import Group, Row, Section
from .tags import Page, evidence, text

STATED = frozenset({"figures", "meetings"})
"""Tables whose last column is a status."""
ROOM = '<td class="r"></td>'
"""A column kept free for the line that opens the sentences: it stands in the row under it, and is drawn beside."""


def table(page: Page, one: Section, groups: Sequence[Group], ids: Sequence[str] = ()) -> str:
    """One table; columns without any value are left out. `ids`: of the rows, where they are to be linked to."""
    rows = [row for group in groups for row in group.rows]
    used = [at for at in range(len(one.head)) if at == 0 or any(row.cells[at] for row in rows)]
    head = "".join(f'<th scope="col" class="c{at}">{text(one.head[at])}</th>' for at in used)
    if one.first:
        head = f'<th scope="col" class="number">{text(words().number)}</th>{head}'
    head += ROOM
    width = len(used) + one.first + 1
    named = iter(ids)
    body = "".join(
        _title(group, width) + "".join(_pair(page, one, row, used, next(named, "")) for row in group.rows)
        for group in groups
    )
    return f'<div class="scroll"><table class="{one.id}"><thead><tr>{head}</tr></thead>{body}</table></div>'


def _title(group: Group, width: int) -> str:
    if not group.title:
        return ""
    note = f' <span class="note">{text(group.note)}</span>' if group.note else ""
    return (
        f'<tbody class="title"><tr><th scope="rowgroup" colspan="{width}">{text(group.title)}{note}</th></tr></tbody>'
    )


def _pair(page: Page, one: Section, row: Row, used: Sequence[int], name: str) -> str:
    cells = "".join(_cell(one, row, at) for at in used)
    if one.first:
        cells = f'<td class="number">{page.refs(row.refs)}</td>{cells}'
    numbers = () if one.first else row.refs  # they stand in a column of their own
    opened = evidence(page, row.spans, numbers, row.why, row.notes) if not one.first or row.why else ""
    under = f'<tr class="under"><td colspan="{len(used) + one.first + 1}">{opened}</td></tr>' if opened else ""
    anchor = f' id="{name}"' if name else ""
    return f'<tbody class="{row.tone or "plain"}"{anchor}><tr>{cells}{ROOM}</tr>{under}</tbody>'


def _cell(one: Section, row: Row, at: int) -> str:
    words = text(row.cells[at])
    if one.id in STATED and at == len(one.head) - 1:
        words = f'<span class="badge {row.tone}">{words}</span>'
    label = f' data-label="{text(one.head[at])}"'
    return f'<th scope="row" class="c{at}"{label}>{words}</th>' if at == 0 else f'<td class="c{at}"{label}>{words}</td>'
