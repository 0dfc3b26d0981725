"""Counts: each figure with all its readings, the latest first; parts of a whole under the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...model import Figure, Reading
from ...rules.phrases import phrases, reading, when
from ..outline import Group, Row, Section
from ..view import StoryView
from .about import counted


def figures(story: StoryView) -> Section:
    """All figures, the most reported first."""
    whole = {f.id for f in story.story.figures}
    tops = sorted((f for f in story.story.figures if f.subset_of not in whole), key=_weight)
    groups = [group for top in tops for group in _family(story, top, 0, frozenset())]
    groups = [replace(group, brief=6 if at < 3 else 3) for at, group in enumerate(groups)]
    return Section(
        "figures",
        "Figures",
        "table",
        ("Value", "As of", "According to", "Status"),
        tuple(groups),
        brief=12,
        full=12,
        wide=(3, 3, 5, 2),
    )


def _weight(figure: Figure) -> tuple[bool, int, int, str, str]:
    """What was counted comes before what is planned or denied; then by how many reports, then by how many readings."""
    articles = {s.article for r in figure.readings for s in r.spans}
    return figure.modality != "actual", -len(articles), -len(figure.readings), figure.measure, figure.id


def _family(story: StoryView, figure: Figure, depth: int, above: frozenset[str]) -> list[Group]:
    rows = tuple(_row(story, figure, one) for one in ordered(figure.readings))
    out = [Group(counted(story, figure), rows, figure=figure, depth=depth, note=when(figure.window))]
    parts = [f for f in story.story.figures if f.subset_of == figure.id and f.id not in above]
    for part in sorted(parts, key=_weight):
        out += _family(story, part, depth + 1, above | {figure.id})
    return out


def ordered(readings: Iterable[Reading]) -> list[Reading]:
    """The current ones first, then from new to old, undated last."""
    newest = sorted(readings, key=_day, reverse=True)
    return sorted(newest, key=lambda one: one.status != "current")


def _day(one: Reading) -> str:
    return (one.as_of.latest or one.as_of.earliest or "") if one.as_of else ""


def _row(story: StoryView, figure: Figure, one: Reading) -> Row:
    said = phrases()
    inferred = (
        f" ({said.times.basis['inferred']})" if one.as_of and one.as_of.basis == "inferred" and when(one.as_of) else ""
    )
    cells = (
        reading(one, figure.unit),
        when(one.as_of) + inferred or said.unknown,
        story.by(one.attribution) or said.unsaid,
        said.readings[one.status],
    )
    return Row(cells, one.spans, story.view.refs(one.spans), tone=one.status, why=one.why)
