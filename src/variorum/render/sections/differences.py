"""Where the reports differ, by kind: what may be wrong first, what only moved on last."""

from __future__ import annotations

from ...model import Finding
from ...rules.phrases import capital, phrases
from ..outline import Group, Row, Section
from ..view import StoryView
from .about import subject

ORDER = ("misprint", "conflict", "revision", "garbled", "scope", "update", "subset", "lone", "repeat")


def differences(story: StoryView) -> Section:
    """Findings other than agreement, grouped by kind."""
    groups = []
    for kind in ORDER:
        found = [f for f in story.story.findings if f.kind == kind]
        rows = tuple(_row(story, f) for f in sorted(found, key=lambda f: -len({w.article for w in f.readings})))
        if rows:
            groups.append(Group(phrases().findings[kind], rows))
    return Section(
        "differences",
        "Where they differ",
        "findings",
        ("About", "Why it is thought so"),
        tuple(groups),
        brief=6,
        full=20,
        wide=(3, 8),
        lead="Each difference with its kind and its reason. Nothing here says which report is right.",
    )


def _row(story: StoryView, finding: Finding) -> Row:
    spans = tuple(w.span for w in finding.readings)
    return Row((subject(story, finding.about), capital(finding.why)), spans, story.view.refs(spans), tone=finding.kind)
