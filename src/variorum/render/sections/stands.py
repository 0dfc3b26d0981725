"""Parties side by side on one matter: a row for each topic, a column for each party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model import Position
from ...model.moment import before as precedes
from ...rules.phrases import capital, clip, phrases, when
from ...rules.topics import matter
from ..outline import Group, Row, Section
from ..view import StoryView
from .positions import party, wordings

COLUMNS = 4
"""Parties that have a column: more do not fit on paper; what the others want stands in one column, each with its name."""
ENOUGH = 2
"""Columns that there are in any case."""
CELL = 4
"""Statements in a cell."""
WIDTH = 80
"""Characters of what one is about; the list of positions gives it whole."""
FOR = frozenset({"proposes", "offers", "demands", "accepts", "supports", "conditions"})


def stands(story: StoryView) -> Section:
    """What each party says on a topic that two or more parties take a position on; most parties first."""
    topics: dict[str, list[Position]] = {}
    for one in story.story.positions:
        if one.topic:
            topics.setdefault(one.topic, []).append(one)
    shared = {topic: many for topic, many in topics.items() if len({party(story, p) for p in many}) > 1}
    columns = _columns(story, [p for many in shared.values() for p in many])
    others = any(party(story, p) not in columns for many in shared.values() for p in many)
    head = (phrases().stands["topic"], *columns, *([phrases().stands["others"]] if others else []))
    ranked = sorted(shared.items(), key=lambda item: (-len({party(story, p) for p in item[1]}), -len(item[1]), item[0]))
    rows = tuple(_row(story, topic, many, columns, width=len(head)) for topic, many in ranked)
    return Section(
        "stands",
        phrases().stands["title"],
        "table",
        head,
        (Group(rows=rows),) if rows else (),
        lead=phrases().stands["lead"],
        full=12,
        deep=True,
        wide=(2, *(4 for _ in head[1:])),
    )


def _columns(story: StoryView, many: Sequence[Position]) -> list[str]:
    """The parties that most is told of, named ones before others; who says one thing only has none where there are enough."""
    counts = Counter(party(story, p) for p in many)
    named = {party(story, p) for p in many if p.party}
    ranked = sorted(counts, key=lambda name: (name not in named, -counts[name], name))[:COLUMNS]
    return [name for at, name in enumerate(ranked) if at < ENOUGH or counts[name] > 1]


def _row(story: StoryView, topic: str, many: Sequence[Position], columns: Sequence[str], *, width: int) -> Row:
    held = sorted(many, key=_day)
    cells = [_cell([p for p in held if party(story, p) == name]) for name in columns]
    rest = [p for p in held if party(story, p) not in columns]
    if width > len(columns) + 1:
        cells.append(";\n".join(f"{party(story, p)}: {_said(p)}" for p in rest[:CELL]))
    spans = tuple(dict.fromkeys(s for p in held for s in p.spans))
    return Row((capital(topic), *cells), spans, story.view.refs(spans))


def _day(one: Position) -> tuple[str, str]:
    return ((one.when.earliest or one.when.latest or "~") if one.when else "~", one.id)


def _cell(held: Sequence[Position]) -> str:
    """What a party says, in the order of time; where it surely turns round, "then"."""
    said: list[str] = []
    first = [group[0] for group in wordings(held)]
    plain = [p for p in first if not any(_within(p, other) for other in first)]
    for before, one in zip([None, *plain], plain[:CELL], strict=False):
        turned = (
            before is not None and (before.stance in FOR) != (one.stance in FOR) and precedes(before.when, one.when)
        )
        text = _said(one)
        said.append(phrases().stands["then"].format(said=text) if turned else capital(text))
    return ";\n".join(said)


def _within(one: Position, other: Position) -> bool:
    """Whether another statement of the same kind says all that this one says, and more."""
    return one.stance == other.stance and matter(one.about) < matter(other.about)


def _said(one: Position) -> str:
    day = when(one.when) if one.when and one.when.basis != "inferred" else ""
    return f"{phrases().stances[one.stance]}: {clip(one.about, WIDTH)}" + (f" ({day})" if day else "")
