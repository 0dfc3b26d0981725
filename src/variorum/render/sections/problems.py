"""What could not be read, and what in the texts is doubtful."""

from __future__ import annotations

from ...rules.phrases import clean, clip, phrases
from ..outline import Group, Row, Section, section
from ..view import StoryView, View


def problems(view: View) -> Section:
    """Inputs that were not read, or only in part, with the reason."""
    rows = tuple(Row((clip(p.source, 200), clean(p.error))) for p in view.dossier.problems)
    return section("problems", "table", (Group(rows=rows),), brief=12, full=100, wide=(4, 8))


def doubts(story: StoryView) -> Section:
    """Passages that a reader should not trust as they stand: garbled, a quote without its end, no source, opinion."""
    rows = tuple(
        Row(
            (phrases().flags[flag.kind], clip(flag.why, 200)),
            (flag.span,),
            story.view.numbered([article.id]),
            tone=flag.kind,
        )
        for article in story.members
        for flag in article.flags
    )
    return section("doubts", "table", (Group(rows=rows),), brief=3, full=20, wide=(3, 8))
