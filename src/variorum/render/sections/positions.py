"""Who wants, offers, accepts or rejects what."""

from __future__ import annotations

from ...model import Position
from ...rules.phrases import capital, clean, clip, dated, phrases
from ..outline import Group, Row, Section
from ..view import StoryView


def positions(story: StoryView) -> Section:
    """Positions by party; the party with most to say first."""
    parties: dict[str, list[Position]] = {}
    for one in story.story.positions:
        parties.setdefault(party(story, one), []).append(one)
    groups = tuple(
        Group(name, tuple(_row(story, one) for one in sorted(held, key=_order)))
        for name, held in sorted(
            parties.items(), key=lambda item: (-sum(len({s.article for s in p.spans}) for p in item[1]), item[0])
        )
    )
    return Section(
        "positions",
        "Positions",
        "table",
        ("Stance", "About", "Terms", "When"),
        groups,
        brief=5,
        full=12,
        wide=(2, 6, 4, 3),
    )


def party(story: StoryView, one: Position) -> str:
    """The name of the party, as all outputs give it."""
    name = story.name(one.party) if one.party else story.called(clip(one.party_text, 60), None)
    return capital(name or phrases().somebody)


def _order(one: Position) -> tuple[int, str, str]:
    return -len({s.article for s in one.spans}), (one.when.earliest or "") if one.when else "", one.id


def _row(story: StoryView, one: Position) -> Row:
    said = phrases()
    about = clip(one.about, 200)
    if one.toward and story.name(one.toward).lower() not in one.about.lower():
        about += f" (towards {story.name(one.toward)})"
    terms = "; ".join(dict.fromkeys(f"{said.terms[t.kind]}: {clean(t.text)}" for t in one.terms))
    return Row(
        (capital(said.stances[one.stance]), about, terms, dated(one.when)),
        one.spans,
        story.view.refs(one.spans),
        tone=one.stance,
        why=f"{said.according} {story.by(one.attribution)}" if story.by(one.attribution) else "",
    )
