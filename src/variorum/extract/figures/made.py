"""From counts to claims."""

from __future__ import annotations

from ...model import FigureClaim, Span
from ...model.page import Page
from ..attribution import attribution
from . import scope
from .entry import Told
from .phrase import Counted


def claim(page: Page, one: Told, known: list[Told]) -> FigureClaim:
    """The claim of one count."""
    counted, hit = one.counted, one.hit
    number = page.cut(counted.start, counted.end)
    of = page.cut(*counted.of) if counted.of and counted.of[0] < counted.of[1] else None
    trigger = hit.trigger if one.whole is None else page.doc[counted.start]
    earlier = any(t.measure == one.measure and t.counted.start < counted.start and not t.counted.single for t in known)
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
        times=scope.times(page, hit._replace(trigger=trigger)),
        frame=one.frame,
        subset_of=claim(page, one.whole, known).id if one.whole is not None else None,
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
