"""What parties have said of one matter at several times, with what has changed."""

from __future__ import annotations

from ...model import Stage, Stand
from ...rules.phrases import capital, clip, dated, phrases
from ..outline import Group, Row, Section, section
from ..view import StoryView

MOST = 6
"""Changes that a terminal shows; what has not changed is for the page alone."""
WIDTH = 200
"""Characters of what a party says."""
SHORT = 60
"""The same in the line above its stages."""


def ledger(story: StoryView) -> Section:
    """A group for each party and matter or term; first those on which it has changed."""
    ranked = sorted(story.story.ledger, key=lambda one: (-_weight(one), -len(one.stages)))
    moved = sum(1 for one in ranked if _weight(one))
    groups = tuple(_group(story, one) for one in ranked)
    return section("ledger", "table", groups, brief=min(moved, MOST), full=12, deep=not moved, wide=(3, 2, 6, 3))


def _weight(one: Stand) -> int:
    """Two for a change that is sure, one for one of which the order is open."""
    return max({"": 0, "open": 1}.get(stage.change, 2) for stage in one.stages)


def _group(story: StoryView, one: Stand) -> Group:
    said = phrases()
    name = story.called(clip(one.party_text, SHORT), one.party)
    title = f"{capital(name)}: {one.matter}" + (f", {said.terms[one.term]}" if one.term else "")
    return Group(title, tuple(_row(story, stage) for stage in one.stages), note=_note(one))


def _note(one: Stand) -> str:
    """The change in a line: "first 60-day, later permanent"."""
    at = next((at for at, stage in enumerate(one.stages) if stage.change in ("turned", "other")), 0)
    if not at:
        return ""
    left, right = (_short(one, stage) for stage in (one.stages[at - 1], one.stages[at]))
    return phrases().stands["moved"].format(one=left, two=right)


def _short(one: Stand, stage: Stage) -> str:
    return clip(stage.text, SHORT) if one.term else phrases().stances[stage.stance]


def _row(story: StoryView, stage: Stage) -> Row:
    said = phrases()
    changed = said.stands[stage.change] if stage.change else ""
    cells = (dated(stage.when), capital(said.stances[stage.stance]), clip(stage.text, WIDTH), changed)
    return Row(cells, stage.spans, story.view.refs(stage.spans), tone=stage.stance)
