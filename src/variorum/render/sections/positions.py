"""Who wants, offers, accepts or rejects what."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Position
from ...rules.phrases import capital, clean, clip, dated, phrases
from ..outline import Group, Row, Section
from ..view import StoryView

MORE = 3
"""Other wordings shown in a row."""


def positions(story: StoryView) -> Section:
    """Positions by party; the party with most to say first."""
    parties: dict[str, list[Position]] = {}
    for one in story.story.positions:
        parties.setdefault(party(story, one), []).append(one)
    turned = changed(story)
    groups = tuple(
        Group(name, tuple(_row(story, same, turned) for same in wordings(sorted(held, key=_order))))
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


def changed(story: StoryView) -> dict[str, str]:
    """Ids of positions that a finding says have changed or are told differently, with its reason."""
    ids = {one.id for one in story.story.positions}
    return {w.id: f.why for f in story.story.findings for w in f.readings if w.id in ids}


def wordings(held: Sequence[Position]) -> list[list[Position]]:
    """The positions of a party, those that are one in other words together, in the order of the first of them."""
    known, groups = {one.id: one for one in held}, list[list[Position]]()
    while known:
        _, first = next(iter(known.items()))
        group, waiting = list[Position](), [first.id]
        while waiting:
            one = known.pop(waiting.pop(0), None)
            if one is not None:
                group.append(one)
                waiting += [same.position for same in one.same_as]
        groups.append(group)
    return groups


def _row(story: StoryView, same: Sequence[Position], turned: dict[str, str]) -> Row:
    """One row for a position, with the other reports' wordings of it; that it has changed is said beside the stance."""
    said, one = phrases(), same[0]
    about = capital(clip(one.about, 200))
    if one.toward and story.name(one.toward).lower() not in one.about.lower():
        about += f" (towards {story.name(one.toward)})"
    others = [p for p in same[1:] if clean(p.about).lower() != clean(one.about).lower()]
    also = [
        said.stands["also"].format(said=clip(p.about, 90), refs=" ".join(f"[{n}]" for n in story.view.refs(p.spans)))
        for p in others[:MORE]
    ]
    about = ";\n".join([about, *also])
    terms = "; ".join(dict.fromkeys(f"{said.terms[t.kind]}: {clean(t.text)}" for p in same for t in p.terms))
    spans = tuple(dict.fromkeys(s for p in same for s in p.spans))
    by = story.by(one.attribution)
    stance = capital(said.stances[one.stance])
    why = next((turned[p.id] for p in same if p.id in turned), "")
    return Row(
        (said.stands["changed"].format(stance=stance) if why else stance, about, terms, dated(one.when)),
        spans,
        story.view.refs(spans),
        tone=one.stance,
        why=f"{said.according} {by}" if by else "",
        notes=tuple(dict.fromkeys([*([why] if why else []), *(s.why for p in same for s in p.same_as)])),
    )
