"""The rows of a published dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..model import (
    Actor,
    Agreement,
    Attribution,
    Backing,
    Dossier,
    Entry,
    Event,
    Figure,
    Finding,
    Origin,
    Position,
    Quote,
    Side,
    Source,
    Span,
    Stand,
    Story,
)
from . import tables
from .base import pack
from .claims import Row, Rows, interval, said_by, spot


def rows(dossier: Dossier) -> Rows:
    """All rows of a dossier, a row before those that point to it."""
    for place, article in enumerate(dossier.articles):
        yield tables.published, {"article": article.id, "place": place, "body": pack(article)}
        for time in article.times:
            yield tables.times, {**spot(time.span), "type": time.type, "value": time.value, **interval(time.when)}
    for place, story in enumerate(dossier.stories):
        yield (
            tables.stories,
            {
                "id": story.id,
                "place": place,
                "title": story.title,
                **interval(story.period),
                "body": pack(story),
            },
        )
        for table, row in _story(story):
            yield table, {"story": story.id, **row}


def _story(story: Story) -> Rows:
    for place, one in enumerate(story.articles):
        yield tables.story_articles, {"article": one, "place": place}
    for make, items in (
        (_actor, story.actors),
        (_figure, story.figures),
        (_event, story.events),
        (_quote, story.quotes),
        (_position, story.positions),
        (_agreement, story.agreements),
        (_stand, story.ledger),
        (_source, story.sources),
        (_origin, story.origins),
        (_finding, story.findings),
    ):
        for item in _once(items):
            yield from make(item)
    for place, entry in enumerate(_once(story.timeline)):
        yield from _entry(entry, place)
    yield from _texts(story)


def _once(items: Sequence[Any]) -> Iterable[Any]:
    """Each id once, whatever happens: a fault in one stage must not cost the whole store."""
    return {item.id: item for item in reversed(items)}.values().__reversed__()


def _actor(actor: Actor) -> Rows:
    yield tables.actors, _row(actor, "id", "name", "kind")
    yield from _many(tables.aliases, "actor", actor.id, [_row(a, "text", "count") for a in actor.aliases])
    yield from _many(tables.roles, "actor", actor.id, [_row(r, "text", "inferred") for r in actor.roles])
    yield from (_link("merge", merge.left, merge.right, merge.why) for merge in actor.merges)
    yield from _evidence("actor", actor.id, actor.mentions)
    yield from _evidence("role", actor.id, [span for role in actor.roles for span in role.evidence])


def _figure(figure: Figure) -> Rows:
    yield (
        tables.figures,
        {
            **_row(figure, "id", "measure", "place", "unit", "modality", "subset_of"),
            "counted": figure.of,
            **interval(figure.window),
        },
    )
    names = "id", "low", "high", "hedge", "text", "status", "why"
    made = [
        {**_row(one, *names), **interval(one.as_of), "said_by": said_by(one.attribution)} for one in figure.readings
    ]
    yield from _many(tables.readings, "figure", figure.id, made)
    for reading in figure.readings:
        yield from _evidence("reading", reading.id, reading.spans)
        yield from _voices("reading", reading.id, reading.attribution)
        yield from _backing("reading", reading.id, reading.backing)
    if figure.subset_of:
        yield _link("subset_of", figure.id, figure.subset_of, "")


def _event(event: Event) -> Rows:
    yield (
        tables.events,
        {
            **_row(event, "id", "type", "mode", "title", "status"),
            **interval(event.when),
            "said_by": said_by(event.attribution),
        },
    )
    who = [_row(one, "actor", "text", "part", "inferred") for one in event.participants]
    yield from _many(tables.participants, "event", event.id, who)
    yield from _many(tables.event_places, "event", event.id, [{"actor": place} for place in event.places])
    told = [
        {**spot(one.span), "sentence": one.sentence.text, "status": one.status, **interval(one.when)}
        for one in event.tellings
    ]
    yield from _many(tables.tellings, "event", event.id, told)
    yield from (_link(link.kind, event.id, link.event, link.why) for link in event.links)
    yield from _evidence("event", event.id, event.spans)
    yield from _voices("event", event.id, event.attribution)
    yield from _backing("event", event.id, event.backing)


def _quote(quote: Quote) -> Rows:
    yield (
        tables.quotes,
        {
            **_row(quote, "id", "speaker", "speaker_text", "addressee", "place", "occasion", "kind", "text", "cue"),
            "sentence": quote.sentence.text,
            "said_by": said_by(quote.attribution),
        },
    )
    yield from (_link("same", quote.id, other, "the same words") for other in quote.same_as)
    yield from _evidence("quote", quote.id, [quote.span])
    yield from _voices("quote", quote.id, quote.attribution)
    yield from _backing("quote", quote.id, quote.backing)


def _position(position: Position) -> Rows:
    yield (
        tables.positions,
        {
            **_row(position, "id", "party", "party_text", "stance", "about", "toward"),
            **interval(position.when),
            "said_by": said_by(position.attribution),
        },
    )
    yield from _many(
        tables.terms, "position", position.id, [_row(term, "kind", "text", "value") for term in position.terms]
    )
    yield from (_link("same", position.id, other.position, other.why) for other in position.same_as)
    yield from _evidence("position", position.id, position.spans)
    yield from _voices("position", position.id, position.attribution)
    yield from _backing("position", position.id, position.backing)


def _agreement(one: Agreement) -> Rows:
    yield (
        tables.agreements,
        {
            **_row(one, "id", "kind", "title", "status"),
            "starts_earliest": one.starts and one.starts.earliest,
            "starts_latest": one.starts and one.starts.latest,
            "ends_earliest": one.ends and one.ends.earliest,
            "ends_latest": one.ends and one.ends.latest,
        },
    )
    who = [{"role": "party", **_row(side, "actor", "text")} for side in one.parties]
    who += [{"role": "mediator", **_row(side, "actor", "text")} for side in one.mediators]
    yield from _many(tables.sides, "agreement", one.id, who)
    terms = [{**_row(term, "kind", "text"), "said_by": said_by(term.attribution)} for term in one.provisions]
    yield from _many(tables.provisions, "agreement", one.id, terms)
    told = [
        {
            **_row(step, "what", "text", "planned"),
            **interval(step.when),
            "by": _called(step.by),
            "accuser": _called(step.accuser),
            "said_by": said_by(step.attribution),
        }
        for step in one.steps
    ]
    yield from _many(tables.steps, "agreement", one.id, told)
    yield from _evidence("agreement", one.id, one.spans)
    yield from _backing("agreement", one.id, one.backing)


def _stand(one: Stand) -> Rows:
    """A party's stance on a matter over time."""
    yield tables.stands, _row(one, "id", "party", "party_text", "matter", "term")
    names = "position", "stance", "text", "value", "change"
    yield from _many(tables.stages, "stand", one.id, [{**_row(s, *names), **interval(s.when)} for s in one.stages])
    yield from _evidence("stand", one.id, [span for stage in one.stages for span in stage.spans])


def _called(side: Side | None) -> str | None:
    """The actor, else the words."""
    return (side.actor or side.text) if side else None


def _entry(entry: Entry, place: int) -> Rows:
    """An entry of the timeline, with the events and figures that it tells of."""
    names = "id", "kind", "text", "precision", "status", "why", "rank"
    yield tables.moments, {**_row(entry, *names), **interval(entry.when), "place": place}
    told = [{"kind": "event", "item": one} for one in entry.events]
    told += [{"kind": "figure", "item": one} for one in entry.figures]
    yield from _many(tables.moment_items, "moment", entry.id, told)
    yield from _evidence("moment", entry.id, entry.evidence)


def _source(source: Source) -> Rows:
    yield tables.sources, _row(source, "id", "name", "kind", "claims", "same_as_why")
    yield from _many(tables.source_articles, "source", source.id, [{"article": article} for article in source.articles])
    yield from _evidence("source", source.id, source.spans)


def _origin(origin: Origin) -> Rows:
    yield tables.origins, _row(origin, "id", "name", "kind", "why")
    rests = [{"article": article, "cites": False} for article in origin.articles]
    rests += [{"article": article, "cites": True} for article in origin.cited]
    yield from _many(tables.origin_articles, "origin", origin.id, rests)
    yield from _evidence("origin", origin.id, origin.spans)


def _finding(finding: Finding) -> Rows:
    yield tables.findings, _row(finding, "id", "kind", "about", "why")
    yield from _many(
        tables.witnesses, "finding", finding.id, [{"item": one.id, **spot(one.span)} for one in finding.readings]
    )


def _texts(story: Story) -> Rows:
    """Wording, shared passages and digest."""
    for words in story.wording:
        yield from (
            (tables.wording, {"referent": words.referent, **_row(term, "text", "count")}) for term in words.terms
        )
    for number, reuse in enumerate(story.reuse):
        for place, passage in enumerate(reuse.passages):
            for span in passage.spans:
                yield (
                    tables.passages,
                    {"reuse": number, "place": place, **spot(span), "kind": reuse.kind, "why": reuse.why},
                )
    for place, line in enumerate(story.digest):
        yield tables.lines, {"place": place, "text": line.text}
        yield from _evidence("line", str(place), line.evidence)


def _row(item: Any, *names: str) -> Row:
    return {name: getattr(item, name) for name in names}


def _many(table: Any, owner: str, key: str, made: Iterable[Row]) -> Rows:
    return ((table, {owner: key, "place": place, **row}) for place, row in enumerate(made))


def _link(kind: str, left: str, right: str, why: str) -> tuple[Any, Row]:
    return tables.links, {"kind": kind, "left": left, "right": right, "why": why}


def _evidence(kind: str, key: str, spans: Iterable[Span]) -> Rows:
    return (
        (tables.evidence, {"kind": kind, "item": key, "place": place, **spot(span)}) for place, span in enumerate(spans)
    )


def _backing(kind: str, key: str, backing: Backing | None) -> Rows:
    owner = {"kind": kind, "item": key}
    for one in backing.origins if backing else ():
        yield tables.backings, {**owner, "origin": one, "source": None}
    for one in backing.sources if backing else ():
        yield tables.backings, {**owner, "origin": None, "source": one}


def _voices(kind: str, key: str, attribution: Attribution | None) -> Rows:
    owner = {"kind": kind, "item": key}
    for place, voice in enumerate(attribution.chain if attribution else ()):
        yield tables.voices, {**owner, "place": place, "text": voice.text, "voice": voice.kind, "actor": voice.actor}
