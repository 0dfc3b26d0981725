"""On which origins and sources each statement rests."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from ...model import Agreement, Backing, Event, Figure, Origin, Passage, Position, Quote, Record, Reuse, Source, Span
from ..sources import Sources

Place = tuple[str, int, int]
Item = TypeVar("Item", Event, Position, Agreement)


@dataclass(frozen=True)
class Backed:
    """What is known of a story's origins, and the backing of anything in it."""

    every: tuple[Origin, ...]
    sources: Sources
    claims: Mapping[Place, Sequence[str]]
    """Ids of the claims that rest on a span."""
    passages: Mapping[str, Sequence[tuple[int, int, int]]]
    """By article, the stretches that it has in common with reports of other origins, and the number of each passage."""
    owners: Mapping[int, str]
    """Number of a passage -> the agency whose text has it."""

    @cached_property
    def home(self) -> dict[str, str]:
        """Article -> its origin."""
        return {article: one.id for one in self.every for article in one.articles}

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Id of an outlet among the sources -> the origin that it is."""
        places = {span: one.id for one in self.every for span in one.spans}
        own = {one.name: one.id for one in self.every if one.kind != "report"}
        found = {s.id: _either(s, places, own) for s in self.sources.every if s.kind == "outlet"}
        return {source: origin for source, origin in found.items() if origin}

    def backing(self, spans: Iterable[Span]) -> Backing:
        """Of a statement made at these spans."""
        origins: dict[str, None] = {}
        sources: dict[str, None] = {}
        passages: dict[int, str] = {}
        for span in spans:
            claims = self.claims.get((span.article, span.start, span.end), ())
            cited = [self.outlets[o] for c in claims for o in self.sources.outlets.get(c, ()) if o in self.outlets]
            origins.update(dict.fromkeys(cited or [self._own(span, passages)]))
            sources.update(dict.fromkeys(s for c in claims for s in self.sources.ends.get(c, ())))
        return Backing(origins=tuple(origins), sources=tuple(sources))

    def _own(self, span: Span, passages: dict[int, str]) -> str:
        """The origin of its report; of words that another of the reports has as well, the agency whose text they are, else that
        of the first of the two. `passages` are those met so far, with their origins."""
        home = self.home.get(span.article, span.article)
        stretches = self.passages.get(span.article, ())
        at = bisect_right(stretches, span.start, key=lambda one: one[0]) - 1
        if at < 0 or span.end > stretches[at][1]:
            return home
        number = stretches[at][2]
        return self.owners.get(number) or passages.setdefault(number, home)

    def figures(self, many: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures with the backing of their readings."""
        return tuple(
            replace(f, readings=tuple(replace(r, backing=self.backing(r.spans)) for r in f.readings)) for f in many
        )

    def items(self, many: Sequence[Item]) -> tuple[Item, ...]:
        """Events, positions or agreements with their backing."""
        return tuple(replace(one, backing=self.backing(one.spans)) for one in many)

    def quotes(self, many: Sequence[Quote]) -> tuple[Quote, ...]:
        """Quotes with the backing of the quote in all reports that carry it."""
        spans = {q.id: q.span for q in many}
        return tuple(
            replace(q, backing=self.backing([q.span, *(spans[i] for i in q.same_as if i in spans)])) for q in many
        )


def _either(source: Source, places: Mapping[Span, str], own: Mapping[str, str]) -> str | None:
    return next((places[s] for s in source.spans if s in places), own.get(source.name))


def backed(records: Sequence[Record], reuse: Sequence[Reuse], sources: Sources, every: tuple[Origin, ...]) -> Backed:
    """Ready to say what any statement of these records rests on."""
    claims: dict[Place, list[str]] = {}
    for record in records:
        for claim in record.claims:
            if claim.attribution is None:
                continue
            name = claim.id
            for span in claim.spans:
                claims.setdefault((span.article, span.start, span.end), []).append(name)
    shared = _shared(reuse, every)
    return Backed(every, sources, claims, _passages(shared), _owners(shared, every))


def _shared(reuse: Sequence[Reuse], every: Sequence[Origin]) -> list[Passage]:
    """Passages that reports of several origins share, the longest first."""
    home = {article: one.id for one in every for article in one.articles}
    passages = [p for one in reuse if one.kind != "quote" for p in one.passages]
    shared = [p for p in passages if len({home[s.article] for s in p.spans if s.article in home}) > 1]
    return sorted(shared, key=lambda p: -len(p.spans[0].text))


def _passages(shared: Sequence[Passage]) -> dict[str, list[tuple[int, int, int]]]:
    """Stretches that reports of several origins share; the longest counts where they overlap."""
    found: dict[str, list[tuple[int, int, int]]] = {}
    for number, passage in enumerate(shared):
        for span in passage.spans:
            kept = found.setdefault(span.article, [])
            if all(span.end <= start or end <= span.start for start, end, _ in kept):
                kept.append((span.start, span.end, number))
    return {article: sorted(many) for article, many in found.items()}


def _owners(shared: Sequence[Passage], every: Sequence[Origin]) -> dict[int, str]:
    """The agency whose text has a passage, where it is that of one agency alone."""
    wires = {article: one.id for one in every if one.kind == "agency" for article in one.articles}
    found = ({wires[s.article] for s in passage.spans if s.article in wires} for passage in shared)
    return {number: min(many) for number, many in enumerate(found) if len(many) == 1}
