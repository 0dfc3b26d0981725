"""From counts to claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model import Expression, FigureClaim, Span
from ...model.page import Page
from ..attribution import attribution
from . import scope
from .entry import Told
from .phrase import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = 4
"""Expressions kept for a figure; those further off date something else."""


class Context:
    """What claims of one page share: where each measure is counted first, and the time expressions in order."""

    def __init__(self, page: Page, found: Sequence[Told]) -> None:
        self.page = page
        self.first: dict[str, int] = {}
        for one in found:
            if not one.counted.single:
                self.first[one.measure] = min(one.counted.start, self.first.get(one.measure, one.counted.start))
        self.expressions = sorted(page.expressions, key=lambda e: e.span.start)
        self.starts = [e.span.start for e in self.expressions]

    def times(self, token: Token) -> tuple[Expression, ...]:
        """The time expressions of the token's sentence, the nearest first, at most `_TIMES`."""
        sentence, at = token.sent, token.idx
        low, high = bisect_left(self.starts, sentence.start_char), bisect_left(self.starts, sentence.end_char)
        middle = bisect_left(self.starts, at, low, high)
        near = self.expressions[max(low, middle - _TIMES) : min(high, middle + _TIMES)]
        ranked = sorted(near, key=lambda e: (min(abs(e.span.start - at), abs(e.span.end - at)), e.span.start))
        return tuple(ranked[:_TIMES])


def claim(context: Context, one: Told) -> FigureClaim:
    """The claim of one count."""
    page = context.page
    counted, hit = one.counted, one.hit
    number = page.cut(counted.start, counted.end)
    of = page.cut(*counted.of) if counted.of and counted.of[0] < counted.of[1] else None
    trigger = hit.trigger if one.whole is None else page.doc[counted.start]
    earlier = context.first[one.measure] < counted.start
    return FigureClaim(
        article=page.article.id,
        spans=(number,),
        sentence=page.sentence(page.doc[counted.start]),
        part=page.kind(number.start),
        attribution=attribution(page, hit.trigger),
        measure=one.measure,
        of=_label(of),
        of_span=of,
        low=counted.low,
        high=counted.high,
        hedge=counted.hedge,
        text=number.text,
        place=scope.place(page, hit) or _placed(page, counted),
        modality=one.modality,
        more=counted.more and earlier,
        times=context.times(trigger),
        frame=one.frame,
        subset_of=claim(context, one.whole).id if one.whole is not None else None,
        group=_group(counted),
        side=next((page.doc[i].text for i in range(*counted.of) if page.doc[i].ent_type_ == "NORP"), "")
        if counted.of
        else "",
    )


def _placed(page: Page, counted: Counted) -> Span | None:
    """The place in the phrase itself: "Ohio residents"."""
    inside = [i for i in range(*(counted.of or (0, 0))) if page.doc[i].ent_type_ == "GPE"]
    return page.cut(inside[0], inside[-1] + 1) if inside else None


def _label(of: Span | None) -> str:
    return " ".join(of.text.split()) if of else ""


def _group(counted: Counted) -> str:
    """The group's name in groups.toml; that of the first part of a coordination where all are persons is people."""
    if counted.members:
        return "people"
    return counted.noun.group.name if counted.noun else ""
