"""Counts: each figure with all its readings, the latest first; parts of a whole under the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model import Figure, Reading
from ...rules.phrases import count, dated, phrases, reading, resting, when
from ..outline import Group, Row, Section, section
from ..resting import resting as noted
from ..view import StoryView
from .about import counted


def figures(story: StoryView) -> Section:
    """Figures of which there are several readings or parts, the most reported first."""
    groups = [g for top in _tops(story) if not _lone(story, top) for g in _family(story, top, 0, frozenset())]
    groups = [replace(group, brief=6 if at < 3 else 3) for at, group in enumerate(groups)]
    return section("figures", "table", tuple(groups), brief=8, full=12, wide=(3, 3, 5, 2))


def counts(story: StoryView) -> Section:
    """Figures told once, one a line."""
    rows = []
    for figure in (top for top in _tops(story) if _lone(story, top)):
        told = _row(story, figure, figure.readings[0])
        rows.append(
            replace(
                told, cells=(counted(story, figure), *told.cells[:3]), tone="" if told.tone == "current" else told.tone
            )
        )
    return section("counts", "table", (Group(rows=tuple(rows)),), brief=8, full=20, wide=(5, 3, 3, 4))


def _tops(story: StoryView) -> list[Figure]:
    whole = {f.id for f in story.story.figures}
    return sorted((f for f in story.story.figures if f.subset_of not in whole and f.readings), key=_weight)


def _lone(story: StoryView, figure: Figure) -> bool:
    return len(figure.readings) == 1 and figure.id not in story.divided


def _weight(figure: Figure) -> tuple[bool, int, int, str, str]:
    """What was counted comes before what is planned or denied; then by how many reports, then by how many readings."""
    articles = {s.article for r in figure.readings for s in r.spans}
    return figure.modality != "actual", -len(articles), -len(figure.readings), figure.measure, figure.id


def _family(story: StoryView, figure: Figure, depth: int, above: frozenset[str]) -> list[Group]:
    rows = tuple(_row(story, figure, one) for one in ordered(figure.readings))
    out = [Group(counted(story, figure), rows, figure=figure, depth=depth, note=_note(figure))]
    parts = [f for f in story.story.figures if f.subset_of == figure.id and f.id not in above]
    for part in sorted(parts, key=_weight):
        out += _family(story, part, depth + 1, above | {figure.id})
    return out


def _note(figure: Figure) -> str:
    """The days that it covers, and how many reports and origins all its readings have, where the two differ."""
    reports = len({s.article for r in figure.readings for s in r.spans})
    rests = resting(reports, [r.backing for r in figure.readings])
    return "; ".join(part for part in (when(figure.window), rests if rests != count("report", reports) else "") if part)


def ordered(readings: Iterable[Reading]) -> list[Reading]:
    """The current ones first, then from new to old, undated last."""
    newest = sorted(readings, key=lambda one: one.last, reverse=True)
    return sorted(newest, key=lambda one: one.status != "current")


def _row(story: StoryView, figure: Figure, one: Reading) -> Row:
    said = phrases()
    who = story.by(one.attribution) or said.unsaid
    rest = noted(story, one.spans, [one.backing])
    cells = (reading(one, figure.unit), dated(one.as_of) or said.unknown, who, said.readings[one.standing])
    return Row(cells, one.spans, story.view.refs(one.spans), tone=one.status, why=one.why, notes=rest)
