"""The digest that `variorum read` prints: short, in columns, nothing that a terminal would obey."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console, RenderableType
from rich.console import Group as Stack
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..model import Dossier
from ..rules.page import page
from ..rules.phrases import clip, count, number
from .outline import Group, Row, Section, foremost, once
from .sections import problems, sections
from .view import StoryView, View, safe

STORIES = 3
"""Stories shown in full; more are listed by title."""
REFS = 5
"""Article numbers shown on a line."""
LONGEST = 400
"""Characters of a cell: a quote may be pages long."""
TONES = {
    "current": "bold",
    "suspect": "red",
    "misprint": "bold red",
    "conflicting": "yellow",
    "conflict": "bold yellow",
    "superseded": "dim",
    "repeated": "dim",
    "planned": "cyan",
    "cancelled": "dim",
    "garbled": "yellow",
    "revision": "bold",
}


def terminal(dossier: Dossier, *, width: int = 100, color: bool = False) -> str:
    """The dossier as text for a terminal of `width` columns (at least 40), with ANSI colours if `color`."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 40),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        soft_wrap=False,
    )
    view = View(dossier)
    console.print(Text(_summary(dossier), style="dim"))
    for story in dossier.stories[:STORIES]:
        _story(console, StoryView(view, story))
    for line in _others(view, console.width):
        console.print(line)
    _section(console, problems(view))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _summary(dossier: Dossier) -> str:
    counts = [count("report", len(dossier.articles)), count("story", len(dossier.stories))]
    text = ", ".join(counts)
    return page().unread.format(counts=text, n=number(len(dossier.problems))) if dossier.problems else text


def _story(console: Console, story: StoryView) -> None:
    console.print()
    console.print(Text(safe(story.title), style="bold underline"))
    console.print(Text(safe(story.about), style="dim"))
    for section in sections(story):
        _section(console, section)


def _others(view: View, width: int) -> list[RenderableType]:
    rest = view.dossier.stories[STORIES:]
    if not rest:
        return []
    lines: list[RenderableType] = [
        Text(),
        Rule(Text(page().stories.format(stories=count("more", len(rest))), style="bold"), align="left", characters="─"),
    ]
    for story in rest[:20]:
        one = StoryView(view, story)
        lines.append(Text(f"  {safe(clip(one.title, width - 20))} ({count('report', len(one.members))})"))
    if len(rest) > 20:
        lines.append(Text("  " + page().hidden.format(n=len(rest) - 20), style="dim"))
    return lines


def _section(console: Console, section: Section) -> None:
    if not section.size or section.deep:
        return
    console.print()
    console.print(Rule(Text(section.title, style="bold"), align="left", characters="─", style="dim"))
    groups, hidden = _few(section)
    for group in groups:
        console.print(Padding(_group(section, group), (0, 0, 0, 2 * group.depth)))
    if hidden:
        console.print(Text("  " + page().hidden.format(n=number(hidden)), style="dim"))


def _few(section: Section) -> tuple[list[Group], int]:
    """The groups with their first rows, and how many rows are left out. Every group keeps a fair part of the room."""
    fair = (
        section.brief
        if len(section.groups) == 1
        else max(2, 2 * section.brief // min(len(section.groups), section.brief))
    )
    shown = [
        replace(group, rows=foremost(group.rows, group.brief or fair)) for group in section.groups[: section.brief]
    ]
    return shown, section.size - sum(len(g.rows) for g in shown)


def _group(section: Section, group: Group) -> RenderableType:
    table = Table(box=None, show_header=False, expand=True, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True, min_width=5 if section.first else 1)
    for weight in section.wide or (1,) * len(section.head):
        table.add_column(ratio=weight, overflow="fold")
    table.add_column(justify="right", no_wrap=True, min_width=4)
    for row in once(group.rows):
        refs = Text(_refs(row), style="dim")
        left, right = (refs, Text()) if section.first else (Text(), refs)
        table.add_row(left, *_cells(section, row), right)
    if not group.title:
        return table
    note = f"  ({safe(group.note)})" if group.note else ""
    return Stack(Text(" " + safe(group.title) + note, style="bold"), table)


def _cells(section: Section, row: Row) -> list[Text]:
    style = TONES.get(row.tone, "")
    cells = [
        Text(safe(clip(cell, LONGEST)), style=style if at == 0 or row.tone in ("superseded", "repeated") else "")
        for at, cell in enumerate(row.cells)
    ]
    if section.layout == "quotes":
        cells[-1].stylize("dim")
    return cells


def _refs(row: Row) -> str:
    shown = " ".join(f"[{n}]" for n in row.refs[:REFS])
    return f"{shown} +{len(row.refs) - REFS}" if len(row.refs) > REFS else shown
