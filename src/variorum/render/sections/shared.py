"""In short, and what several reports share."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Event, Figure, Finding, Quote, Reading
from ...rules.page import page
from ...rules.phrases import capital, count, dated, listing, reading
from ..outline import Group, Row, Section, section
from ..resting import resting
from ..view import StoryView
from .about import counted, quoted, stance, subject


def brief(story: StoryView) -> Section:
    """The digest."""
    rows = tuple(Row((line.text,), line.evidence, story.view.refs(line.evidence)) for line in story.story.digest)
    return section("brief", "lines", (Group(rows=rows),), brief=24, full=40)


def shared(story: StoryView) -> Section:
    """Findings of agreement, then figures, events, quotes and positions that two or more reports carry; the most reported
    first."""
    found = {f.about: f for f in story.story.findings if f.sort == "agreement"}
    covered = {*found, *(w.id for f in found.values() for w in f.readings)}
    covered |= {e for i in covered if i in story.entries for e in story.entries[i].events}
    rows = list({row.cells: row for row in (_agreement(story, one) for one in found.values())}.values())
    rows += [row for about, row in _facts(story, covered) if about not in covered and len(row.refs) > 1]
    ranked = sorted(rows, key=lambda r: -len(r.refs))
    most = page().sections["shared"].lead.format(reports=count("report", len(story.members)))
    return section("shared", "lines", (Group(rows=tuple(ranked)),), lead=most, brief=8, full=15)


def _agreement(story: StoryView, one: Finding) -> Row:
    spans, item = tuple(w.span for w in one.readings), story.items.get(one.about)
    found = _told(item, one) if isinstance(item, Figure) else [item] if isinstance(item, Event | Quote) else []
    rest = resting(story, spans, [each.backing for each in found])
    return Row((_agreed(story, one),), spans, story.view.refs(spans), tone="agreement", why=one.why, notes=rest)


def _agreed(story: StoryView, finding: Finding) -> str:
    """What is agreed on; of a figure, with the values that the agreeing places give."""
    item, about = story.items.get(finding.about), subject(story, finding.about)
    if not isinstance(item, Figure):
        return about or capital(finding.why)
    values = list(dict.fromkeys(reading(one, item.unit) for one in _told(item, finding) or item.readings))
    return f"{about}: {listing(values[:5])}"


def _told(item: Figure, finding: Finding) -> list[Reading]:
    """The readings of a figure that a finding names."""
    places = {(w.span.article, w.span.start) for w in finding.readings}
    return [one for one in item.readings if places & {(s.article, s.start) for s in one.spans}]


def _facts(story: StoryView, covered: set[str]) -> Iterator[tuple[str, Row]]:
    for figure in story.story.figures:
        for one in figure.readings:
            text = f"{counted(story, figure)}: {reading(one, figure.unit)}"
            day = f", as of {dated(one.as_of)}" if dated(one.as_of) else ""
            rest = resting(story, one.spans, [one.backing])
            refs = story.view.refs(one.spans)
            yield figure.id, Row((text + day,), one.spans, refs, tone=one.status, why=one.why, notes=rest)
    yield from _events(story, covered)
    for position in story.story.positions:
        yield (
            position.id,
            Row(
                (stance(story, position),),
                position.spans,
                story.view.refs(position.spans),
                notes=resting(story, position.spans, [position.backing]),
            ),
        )
    yield from _quotes(story, covered)


def _events(story: StoryView, covered: set[str]) -> Iterator[tuple[str, Row]]:
    """What the timeline tells, each happening once."""
    for entry in story.story.timeline:
        if entry.kind == "event" and not covered & {*entry.events}:
            day = dated(entry.when) if entry.precision not in ("between", "told", "none") else ""
            text = f"{entry.text}, {day}" if day else entry.text
            yield entry.id, Row((text,), entry.evidence, story.view.refs(entry.evidence), tone=entry.status)


def _quotes(story: StoryView, covered: set[str]) -> Iterator[tuple[str, Row]]:
    """Quotes that several reports carry, each family once."""
    seen = set(covered)
    for quote in story.story.quotes:
        same = [q for q in (story.items.get(i) for i in quote.same_as) if isinstance(q, Quote)]
        if not same or quote.id in seen or seen & {q.id for q in same}:
            continue
        seen |= {quote.id, *(q.id for q in same)}
        spans = (quote.span, *(q.span for q in same))
        rest = resting(story, spans, [quote.backing])
        yield quote.id, Row((quoted(story, quote),), spans, story.view.refs(spans), notes=rest)
