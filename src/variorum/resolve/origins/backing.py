"""On which origins and sources each statement rests."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from ...model import Article, Backing, Event, Figure, Origin, Position, Quote, Record, Reuse, Source, Span
from ..sources import Sources

Place = tuple[str, int, int]
Item = TypeVar("Item", Event, Position)


@dataclass(frozen=True)
class Backed:
    """What is known of a story's origins, and the backing of anything in it."""

    every: tuple[Origin, ...]
    sources: Sources
    claims: Mapping[Place, Sequence[str]]
    """Ids of the claims that rest on a span."""
    passages: Mapping[str, Sequence[tuple[int, int, str]]]
    """By article, the stretches that it has in common with reports of other origins, and whose they are."""

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
        for span in spans:
            claims = self.claims.get((span.article, span.start, span.end), ())
            cited = [self.outlets[o] for c in claims for o in self.sources.outlets.get(c, ()) if o in self.outlets]
            origins.update(dict.fromkeys(cited or [self._own(span)]))
            sources.update(dict.fromkeys(s for c in claims for s in self.sources.ends.get(c, ())))
        return Backing(origins=tuple(origins), sources=tuple(sources))

    def _own(self, span: Span) -> str:
        """The origin of the passage that the span lies in, else of its report."""
        stretches = self.passages.get(span.article, ())
        at = bisect_right(stretches, span.start, key=lambda one: one[0]) - 1
        held = at >= 0 and span.end <= stretches[at][1]
        return stretches[at][2] if held else self.home.get(span.article, span.article)

    def figures(self, many: Sequence[Figure]) -> tuple[Figure, ...]:
        """The figures with the backing of their readings."""
        return tuple(
            replace(f, readings=tuple(replace(r, backing=self.backing(r.spans)) for r in f.readings)) for f in many
        )

    def items(self, many: Sequence[Item]) -> tuple[Item, ...]:
        """Events or positions with their backing."""
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
    articles = {r.article.id: r.article for r in records}
    return Backed(every, sources, claims, _passages(articles, reuse, every))


def _passages(
    articles: Mapping[str, Article], reuse: Sequence[Reuse], every: Sequence[Origin]
) -> dict[str, list[tuple[int, int, str]]]:
    """Stretches that reports of several origins share; the longest counts where they overlap."""
    home = {article: one for one in every for article in one.articles}
    found: dict[str, list[tuple[int, int, str]]] = {}
    passages = [p for one in reuse if one.kind != "quote" for p in one.passages]
    for passage in sorted(passages, key=lambda p: -len(p.spans[0].text)):
        origins = list(dict.fromkeys(home[s.article].id for s in passage.spans if s.article in home))
        if len(origins) < 2:
            continue
        whose = _whose([articles[s.article] for s in passage.spans], home)
        for span in passage.spans:
            kept = found.setdefault(span.article, [])
            if all(span.end <= start or end <= span.start for start, end, _ in kept):
                kept.append((span.start, span.end, whose))
    return {article: sorted(many) for article, many in found.items()}


def _whose(members: Sequence[Article], home: Mapping[str, Origin]) -> str:
    """Whose a passage is: an agency's, else that of the first of its reports by date, undated ones last, then as they stand."""
    agencies = [home[a.id].id for a in members if home[a.id].kind == "agency"]
    if agencies:
        return agencies[0]
    return home[min(members, key=_date).id].id


def _date(article: Article) -> str:
    when = article.published
    return (when.earliest or when.latest or "9") if when else "9"
