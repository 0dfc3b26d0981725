"""Quotes with their speakers; the same quote in several records joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from ..model import Calendar, Cast, Quote, QuoteClaim, Record
from .alike import likenesses
from .speakers import attributed, speaker, voice

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
