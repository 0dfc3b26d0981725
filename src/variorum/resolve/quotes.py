"""Quotes with their speakers; the same quote in several records joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ..model import Attribution, Calendar, Cast, Quote, QuoteClaim, Record
from .alike import likenesses
from .speakers import PRONOUNS, attributed, speaker, voice

GARBLED = "garbled"


def quotes(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Quote, ...]:  # noqa: ARG001  stages of a family share one shape
    """All quotes of a story, by article and place; `same_as` names those that give the same words."""
    made = {q.id: q for record in records for q in _own(record, cast)}
    same: dict[str, list[str]] = {}
    for left, right in likenesses(list(made.values())):
        same.setdefault(left, []).append(right)
        same.setdefault(right, []).append(left)
    return tuple(msgspec.structs.replace(q, same_as=tuple(sorted(same.get(q.id, ())))) for q in made.values())


def _own(record: Record, cast: Cast) -> Iterator[Quote]:
    spoilt = [f.span for f in record.article.flags if f.kind == GARBLED]
    for claim in record.claims:
        if isinstance(claim, QuoteClaim):
            yield _quote(claim, cast, any(s.meets(claim.spans[0]) for s in spoilt))


def _quote(claim: QuoteClaim, cast: Cast, garbled: bool) -> Quote:
    attribution = attributed(cast, claim.attribution)
    links = claim.attribution.chain if claim.attribution else ()
    own = next((voice(cast, v) for v in links if v.span == claim.speaker), None)
    if own is not None and own.actor is not None and _told_of(claim, own.actor, cast):
        attribution = _without(attribution, own.actor)
        own = msgspec.structs.replace(own, actor=None)
    flags = (*claim.flags, GARBLED) if garbled and GARBLED not in claim.flags else claim.flags
    return Quote(
        id=claim.id,
        speaker=own.actor if own else speaker(cast, claim.speaker),
        speaker_text=own.text if own else claim.speaker.text if claim.speaker else "",
        addressee=claim.addressee.text if claim.addressee else None,
        place=claim.place.text if claim.place else None,
        occasion=claim.occasion.text if claim.occasion else None,
        kind=claim.kind,
        text=claim.spans[0].text,
        cue=claim.cue.text if claim.cue else "",
        span=claim.spans[0],
        sentence=claim.sentence,
        attribution=attribution,
        flags=flags,
    )


def _told_of(claim: QuoteClaim, actor: str, cast: Cast) -> bool:
    """Whether the quote names the one whom a pronoun is taken for as its speaker: "that Chad and I parted," she said."""
    span = claim.spans[0]
    if claim.speaker is None or claim.speaker.text.lower() not in PRONOUNS or claim.kind not in {"direct", "mixed"}:
        return False
    spots = cast.spots.get(span.article, ())
    inside = [
        span.text[s - span.start : e - span.start]
        for s, e, who in spots
        if who == actor and span.start <= s and e <= span.end
    ]
    return any(text[:1].isupper() and text.lower() not in PRONOUNS for text in inside)


def _without(attribution: Attribution | None, actor: str) -> Attribution | None:
    """The attribution with one of its voices left open."""
    if attribution is None:
        return None
    chain = tuple(msgspec.structs.replace(v, actor=None) if v.actor == actor else v for v in attribution.chain)
    return msgspec.structs.replace(attribution, chain=chain)
