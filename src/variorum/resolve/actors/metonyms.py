"""Capitals and seats that stand for a government: a second reading of a place or building, marked and never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model import PositionClaim, QuoteClaim, Record, Span, StandsFor
from ...rules.nations import nation, nations
from ...rules.people import seats
from .draft import Draft
from .fold import fold
from .nodes import Node

WHY = "what speaks, offers or demands here is not a place: {} stands for a government"


def metonyms(records: Sequence[Record], drafts: Mapping[Node, Draft]) -> dict[Node, StandsFor]:
    """Node of a capital or seat -> the government that it stands for where it is what speaks or takes a position."""
    acting: dict[str, list[Span]] = defaultdict(list)
    for span in _acting(records):
        acting[fold(span.text)].append(span)
    out: dict[Node, StandsFor] = {}
    for node, draft in drafts.items():
        names = sorted({fold(text) for text in draft.aliases})
        code = next((found for name in names if (found := _seat(node, name))), None)
        spans = tuple(sorted({span for name in names for span in acting.get(name, ())}))
        if code and spans:
            shown = " ".join(spans[0].text.split())
            out[node] = StandsFor(
                text=f"the government of {nations()[code].name}", why=WHY.format(shown), evidence=spans
            )
    return out


def _seat(node: Node, name: str) -> str | None:
    """The nation whose seat of government a name is."""
    here = nation(name)
    if node[0] == "place" and here and here[1] == "capital":
        return here[0]
    return seats().get(name) if node[0] == "body" else None


def _acting(records: Sequence[Record]) -> Iterator[Span]:
    """Who speaks and who takes a position, in the articles' words."""
    for record in records:
        for claim in record.claims:
            if isinstance(claim, QuoteClaim) and claim.speaker:
                yield claim.speaker
            if isinstance(claim, PositionClaim):
                yield claim.party
