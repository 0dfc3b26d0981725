"""Where the reports differ, by kind: what may be wrong first, what only moved on last. What concerns one series is one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...model import Figure, Finding, Reading, Span
from ...rules.phrases import capital, dated, phrases, reading
from ..outline import Group, Row, Section, Step, section
from ..view import StoryView
from .about import subject

ORDER = ("misprint", "conflict", "revision", "garbled", "scope", "update", "subset", "lone", "repeat")
SERIES = ("revision", "scope", "update", "subset", "lone", "repeat")
"""Kinds of which all findings on one figure or event are told together."""
ARROW = " → "


def differences(story: StoryView) -> Section:
    """Findings other than agreement, grouped by kind and, where none of them is an error, by what they are about."""
    groups = []
    for kind in ORDER:
        found = [f for f in story.story.findings if f.sort == kind]
        made = _series(story, kind, found) if kind in SERIES else [_row(story, f) for f in found]
        rows = tuple(sorted(made, key=lambda row: -len(row.refs)))
        if rows:
            groups.append(Group(phrases().findings[kind], rows, tone=kind))
    return section("differences", "findings", tuple(groups), brief=6, full=12, wide=(3, 8))


def _row(story: StoryView, finding: Finding) -> Row:
    spans = tuple(w.span for w in finding.readings)
    return Row((subject(story, finding.about), capital(finding.why)), spans, story.view.refs(spans), tone=finding.kind)


def _series(story: StoryView, kind: str, found: Sequence[Finding]) -> Iterator[Row]:
    """One row for each figure, event or quote: updates of a figure as a chain of its values, others as a list of reasons."""
    about: dict[str, list[Finding]] = {}
    for finding in found:
        about.setdefault(finding.about, []).append(finding)
    for name, many in about.items():
        figure = story.items.get(name)
        if kind == "update" and isinstance(figure, Figure):
            yield _chain(story, figure, many)
        elif len(many) == 1:
            yield _row(story, many[0])
        else:
            yield _list(story, kind, name, many)


def _chain(story: StoryView, figure: Figure, many: Sequence[Finding]) -> Row:
    """The values of a figure by day, each once, with its reports: "at least 9 (10 November) → 31 → 34"."""
    places = {(w.span.article, w.span.start) for f in many for w in f.readings}
    told = [r for r in figure.readings if places & {(s.article, s.start) for s in r.spans}]
    steps = tuple(_steps(story, figure, told))
    spans = tuple(dict.fromkeys(w.span for f in many for w in f.readings))
    short = ARROW.join(step.text for step in steps) or capital(many[0].why)
    about = subject(story, figure.id)
    reasons = tuple(dict.fromkeys(capital(f.why) for f in many))
    if len(steps) < 2:
        return Row((about, capital(many[0].why)), spans, story.view.refs(spans), tone="update")
    return Row((about, short), spans, story.view.refs(spans), tone="update", steps=steps, notes=reasons)


def _steps(story: StoryView, figure: Figure, told: Iterable[Reading]) -> Iterator[Step]:
    by_value: dict[tuple[str, str], list[Reading]] = {}
    for one in sorted(told, key=lambda r: (_day(r), r.low or r.high or 0.0, r.id)):
        by_value.setdefault((reading(one, figure.unit), dated(one.as_of)), []).append(one)
    for (value, day), same in by_value.items():
        refs = story.view.refs(s for one in same for s in one.spans)
        yield Step(f"{value}, {day}" if day else value, refs, same[0].status)


def _day(one: Reading) -> str:
    """The day as a key to sort by; one without an hour comes after its hours."""
    return f"{one.as_of.earliest or one.as_of.latest or ''}~" if one.as_of else "~"


def _list(story: StoryView, kind: str, name: str, many: Sequence[Finding]) -> Row:
    spans: tuple[Span, ...] = tuple(dict.fromkeys(w.span for f in many for w in f.readings))
    steps = tuple(
        dict.fromkeys(Step(capital(f.why), story.view.refs(w.span for w in f.readings), f.kind) for f in many)
    )
    words = " ".join(step.text if step.text.endswith(".") else f"{step.text}." for step in steps)
    return Row((subject(story, name), words), spans, story.view.refs(spans), tone=kind, steps=steps)
