"""The rows of one article: what was read, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..model import (
    AgreementClaim,
    AnyClaim,
    Article,
    Attribution,
    EventClaim,
    FigureClaim,
    PositionClaim,
    QuoteClaim,
    Record,
    Span,
    When,
)
from . import tables
from .base import Entry, known, pack

Row = dict[str, Any]
Rows = Iterator[tuple[Any, Row]]
"""Pairs of a table and a row of it."""


def article(entry: Entry) -> Row:
    """The row of `articles`."""
    one = entry.record.article
    return {
        "id": one.id,
        "source": one.source,
        "title": one.title,
        "outlet": one.outlet,
        "language": one.language,
        "url": one.url,
        "text": one.text,
        "problem": entry.record.problem,
        **dates(one),
    }


def dates(one: Article) -> Row:
    """The columns that tell when an article was published and updated."""
    when, updated = one.published, one.updated
    return {
        "published_earliest": when and when.earliest,
        "published_latest": when and when.latest,
        "published_basis": when and when.basis,
        "published_why": when and when.why,
        "updated_earliest": updated and updated.earliest,
        "updated_latest": updated and updated.latest,
    }


def kept(entry: Entry) -> Row:
    """The row of `records`, from which everything can be made again."""
    what = known(entry.raw)
    return {
        "article": entry.raw.id,
        "stamp": entry.stamp,
        "content": what.content,
        "dated": what.dated,
        "raw": pack(entry.raw),
        "body": pack(entry.record),
    }


def rows(record: Record) -> Rows:
    """All other rows of an article, a claim before its spans."""
    one = record.article
    for place, name in enumerate(one.authors):
        yield tables.authors, {"article": one.id, "place": place, "name": name}
    for part in one.parts:
        yield tables.parts, {"article": one.id, "start": part.start, "stop": part.end, "kind": part.kind}
    for flag in one.flags:
        yield tables.flags, {**spot(flag.span), "kind": flag.kind, "why": flag.why}
    for mention in record.mentions:
        yield tables.mentions, {**spot(mention.span), "kind": mention.kind, "form": mention.form}
    for claim in record.claims:
        yield from _claim(claim)


def _claim(claim: AnyClaim) -> Rows:
    key = claim.id
    yield (
        tables.claims,
        {
            **dict.fromkeys(CLAIM),
            "id": key,
            "article": claim.article,
            "part": claim.part,
            "text": claim.spans[0].text,
            "sentence": claim.sentence.text,
            "said_by": said_by(claim.attribution),
            "body": msgspec.json.encode(claim).decode(),
            **_own(claim),
        },
    )
    for role, span in _spans(claim):
        yield tables.spans, {"claim": key, "role": role, **spot(span)}


CLAIM = [column.name for column in tables.claims.columns]


def _own(claim: AnyClaim) -> Row:
    """The columns of this kind of claim."""
    if isinstance(claim, FigureClaim):
        return {
            "kind": "figure",
            "measure": claim.measure,
            "counted": claim.of,
            "low": claim.low,
            "high": claim.high,
            "hedge": claim.hedge,
            "unit": claim.unit,
            "modality": claim.modality,
            "text": claim.text,
        }
    if isinstance(claim, EventClaim):
        return {"kind": "event", "type": claim.type, "mode": claim.mode, "status": claim.status, "about": claim.title}
    if isinstance(claim, QuoteClaim):
        return {"kind": "quote", "form": claim.kind, "who": claim.speaker and claim.speaker.text}
    if isinstance(claim, AgreementClaim):
        return {
            "kind": "agreement",
            "type": claim.kind,
            "form": claim.step or claim.provision,
            "who": claim.by and claim.by.text,
            "about": claim.name.text,
        }
    return {"kind": "position", "who": claim.party.text, "stance": claim.stance, "about": claim.about}


def _spans(claim: AnyClaim) -> Iterator[tuple[str, Span]]:
    yield from (("claim", span) for span in claim.spans)
    if claim.attribution:
        yield "attribution", claim.attribution.span
    if isinstance(claim, EventClaim):
        yield from (("party", party.span) for party in claim.parties)
        yield from (("place", place) for place in claim.places)
    elif isinstance(claim, QuoteClaim):
        others = (("speaker", claim.speaker), ("cue", claim.cue), ("addressee", claim.addressee))
        yield from ((role, span) for role, span in others if span)
    elif isinstance(claim, PositionClaim):
        yield "party", claim.party
    elif isinstance(claim, AgreementClaim):
        yield "name", claim.name
        yield from (("party", side) for side in (*claim.parties, *claim.mediators))
    elif claim.of_span:
        yield "counted", claim.of_span


def spot(span: Span) -> Row:
    """The columns that tell where."""
    return {"article": span.article, "start": span.start, "stop": span.end, "text": span.text}


def interval(when: When | None) -> Row:
    """The two columns of an interval."""
    return {"earliest": when and when.earliest, "latest": when and when.latest}


def said_by(attribution: Attribution | None) -> str | None:
    """The chain of an attribution in one text, the nearest first."""
    return " < ".join(voice.text for voice in attribution.chain) if attribution else None
