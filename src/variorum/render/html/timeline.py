"""The timeline on the page: the drawing, then the list that its marks lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...rules.phrases import number, phrases
from ..chronicle import chronicle
from ..outline import Row, Section, once
from .tags import Page, evidence, text

LONG = 60
"""Entries from which the list is folded by month."""
Numbered = tuple[int, Row]


def timeline(page: Page, one: Section, prefix: str) -> str:
    """All groups; entries are numbered through, and each has an anchor of its own. What is not dated closely is folded."""
    at, parts = 1, []
    for group in one.groups:
        rows = list(enumerate(once(group.rows), at))
        at += len(rows)
        if group.title:
            head = f"{text(group.title)} ({number(len(rows))})"
            parts.append(f'<details class="apart"><summary>{head}</summary>{_rows(page, rows, prefix)}</details>')
        else:
            parts.append(f"{_drawing(rows, prefix)}{_list(page, rows, prefix, long=len(rows) > LONG)}")
    return "".join(parts)


def _drawing(rows: Sequence[Numbered], prefix: str) -> str:
    entries = [(n, row.entry) for n, row in rows if row.entry is not None]
    return chronicle(entries, lambda n: f"#{_anchor(prefix, n)}")


def _anchor(prefix: str, n: int) -> str:
    return f"{prefix}-entry{n}"


def _list(page: Page, rows: Sequence[Numbered], prefix: str, *, long: bool) -> str:
    if not long:
        return _rows(page, rows, prefix)
    folded = ((f"{text(label)} ({number(len(many))})", _rows(page, many, prefix)) for label, many in _months(rows))
    return "".join(f'<details class="month" open><summary>{head}</summary>{body}</details>' for head, body in folded)


def _months(rows: Sequence[Numbered]) -> Iterator[tuple[str, list[Numbered]]]:
    """Stretches of entries that begin in one month, in order."""
    label = ""
    many: list[Numbered] = []
    for one in rows:
        entry = one[1].entry
        month = _month((entry.when.earliest or entry.when.latest or "") if entry and entry.when else "")
        if many and month != label:
            yield label, many
            many = []
        label = month
        many.append(one)
    if many:
        yield label, many


def _month(day: str) -> str:
    """The month of an ISO date in words; anything else as it stands."""
    said, year, month = phrases(), day[:4], day[5:7]
    known = month.isdecimal() and 1 <= int(month) <= len(said.months)
    return said.times.month.format(month=said.months[int(month) - 1], year=year) if known else day


def _rows(page: Page, rows: Sequence[Numbered], prefix: str) -> str:
    return f'<ol class="entries">{"".join(_row(page, n, row, prefix) for n, row in rows)}</ol>'


def _row(page: Page, n: int, row: Row, prefix: str) -> str:
    date, what, state = (text(cell) for cell in row.cells)
    opened = evidence(page, row.spans, row.refs, row.why)
    body = f'<p>{what} <span class="badge {row.tone}">{state}</span></p>{opened}'
    kind = f"{row.tone} {row.entry.kind}" if row.entry else row.tone
    return (
        f'<li id="{_anchor(prefix, n)}" class="{kind}"><span class="no">{n}</span><span class="date">{date}</span>'
        f"<div>{body}</div></li>"
    )
