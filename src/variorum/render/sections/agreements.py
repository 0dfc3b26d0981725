"""Agreements with their terms, and what has become of them."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Agreement, Attribution, Provision, Side, Span, Step
from ...rules.phrases import capital, clean, clip, dated, phrases, when
from ..outline import Group, Row, Section, section
from ..view import StoryView

NAMES = 5
"""Parties named in a heading."""

ROWS = 8
"""Rows of an agreement that a terminal shows."""


def agreements(story: StoryView) -> Section:
    """A group for each agreement: what became of it in the order of time, then its terms."""
    groups = tuple(
        Group(
            clip(capital(clean(one.title)), 110),
            (*(_step(story, step) for step in one.steps), *(_term(story, term) for term in one.provisions)),
            note=_note(story, one),
            brief=ROWS,
        )
        for one in story.story.agreements
    )
    return section("agreements", "table", groups, brief=4, full=12, wide=(3, 9, 3))


def _note(story: StoryView, one: Agreement) -> str:
    """Its kind, what has become of it, since and until when, between whom and through whom."""
    said = phrases().agreements
    days = " – ".join(when(day) for day in (one.starts, one.ends) if day)
    parts = [
        said.get(one.kind, one.kind),
        said[one.status],
        days,
        _listed(story, said["between"], one.parties),
        _listed(story, said["through"], one.mediators),
    ]
    return " · ".join(part for part in parts if part)


def _listed(story: StoryView, shape: str, sides: Iterable[Side]) -> str:
    names = list(dict.fromkeys(_seated(story, side) for side in sides))
    return shape.format(names=", ".join(names[:NAMES])) if names else ""


def _seated(story: StoryView, side: Side) -> str:
    """The name, with the seat of government by which reports mean the same."""
    name = _name(story, side)
    return phrases().agreements["seat"].format(name=name, seats=", ".join(side.seats)) if side.seats else name


def _name(story: StoryView, side: Side) -> str:
    return story.called(clip(side.text, 60), side.actor)


def _step(story: StoryView, step: Step) -> Row:
    said = phrases().agreements
    what = said[f"planned {step.what}" if step.planned and f"planned {step.what}" in said else step.what]
    by = _name(story, step.by) if step.by else ""
    if step.accuser:
        shape = said["accused_by" if by else "accused"]
        what = shape.format(what=what, who=by, accuser=_name(story, step.accuser))
    elif by and step.what in ("breached", "left", "suspended", "ended"):
        what = said["by"].format(what=what, who=by)
    return _row(story, what, step.text, dated(step.when), step.spans, step.attribution, tone=step.what)


def _term(story: StoryView, term: Provision) -> Row:
    said = phrases().agreements
    what = said["swap" if term.kind == "exchange" else term.kind]
    return _row(story, what, term.text, "", term.spans, term.attribution)


def _row(
    story: StoryView,
    what: str,
    text: str,
    day: str,
    spans: tuple[Span, ...],
    attribution: Attribution | None,
    *,
    tone: str = "",
) -> Row:
    by = story.by(attribution)
    why = f"{phrases().according} {by}" if by else ""
    cells = (capital(what), clip(text, 240), day)
    return Row(cells, spans, story.view.refs(spans), tone=tone.replace(" ", "-"), why=why)
