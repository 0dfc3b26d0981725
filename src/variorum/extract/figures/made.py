"""From counts to claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from ...model import Expression, FigureClaim, Span
from ...model.claim import Toll
from ...model.page import Page
from ...rules.nations import nation
from ..attribution import attribution
from ..kin import children
from . import scope
from .ago import own, past
from .doer import victims
from .entry import Told
from .lexicon import Lexicon
from .persons import ORDER
from .phrase import Counted
from .words import words

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
        self.olds = past(page)
        self.starts = [e.span.start for e in self.expressions]

    def times(self, token: Token, first: Expression | None = None) -> tuple[Expression, ...]:
        """The time expressions of the token's sentence, the one given and then the nearest first, at most `_TIMES`."""
        sentence, at = token.sent, token.idx
        low, high = bisect_left(self.starts, sentence.start_char), bisect_left(self.starts, sentence.end_char)
        middle = bisect_left(self.starts, at, low, high)
        near = self.expressions[max(low, middle - _TIMES) : min(high, middle + _TIMES)]
        near += [first] if first is not None and first not in near else []
        ranked = sorted(
            near, key=lambda e: (e != first, min(abs(e.span.start - at), abs(e.span.end - at)), e.span.start)
        )
        return tuple(ranked[:_TIMES])


def claim(context: Context, one: Told, lex: Lexicon) -> FigureClaim:
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
        unit=counted.quantity.unit if counted.quantity and counted.quantity.unit not in ("ratio", "time") else None,
        text=number.text,
        place=scope.place(page, hit) or _placed(page, counted),
        modality=one.modality,
        more=counted.more and earlier,
        times=context.times(trigger, own(page, one, context.olds) if one.frame == "past" else None),
        frame=one.frame,
        subset_of=claim(context, one.whole, lex).id if one.whole is not None else None,
        group=_group(counted),
        role=_role(one, lex),
        weak=_weak(one),
        fate=one.measure == ORDER[0] and one.counted.numbered,
        side=_side(page, counted) or (_home(counted.head, hit.trigger) if scope.native(hit) else ""),
    )


def under(made: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims, those that say how some of the counted fare put under the largest count of the article that can hold them."""
    wholes = [c for c in made if not c.weak and c.subset_of is None and c.low is not None and c.low == c.high]
    home: dict[str, str] = {}
    for one in made:
        above = [w for w in wholes if _holds(w, one)] if one.weak and one.subset_of is None else []
        whole = max(above, key=lambda w: (w.low or 0, -w.spans[0].start), default=None)
        if whole is not None:
            home[one.id] = whole.id
    return put(made, home)


def put(made: Sequence[FigureClaim], home: dict[str, str]) -> list[FigureClaim]:
    """The claims, each of those whose id `home` has under the claim that it gives; their own parts stay theirs."""
    if not home:
        return list(made)
    fresh = {c.id: msgspec.structs.replace(c, subset_of=home[c.id]) for c in made if c.id in home}
    new = {old: claim.id for old, claim in fresh.items()}
    out = []
    for one in made:
        whole = new.get(one.subset_of or "")
        out.append(fresh.get(one.id, one) if whole is None else msgspec.structs.replace(one, subset_of=whole))
    return out


def _holds(whole: FigureClaim, part: FigureClaim) -> bool:
    same = (whole.measure, whole.modality, whole.frame) == (part.measure, part.modality, part.frame)
    return same and part.low is not None and (whole.low or 0) > part.low


def _role(one: Told, lex: Lexicon) -> Toll:
    """Whether the dead counted are those whom somebody killed, or the one who did it."""
    if one.measure != ORDER[0] or one.whole is not None:
        return ""
    if not one.counted.members and one.counted.head.lower_ in words().attacker.nouns:
        return "attacker"
    return "victims" if victims(one, lex) else ""


def _weak(one: Told) -> bool:
    """Whether a count only says how those already counted fare ("two are in critical condition"), takes them up again, or names
    some of them ("Ann Lee and her two children")."""
    counted, hit, table = one.counted, one.hit, words()
    if any(m.single and m.head.ent_type_ == "PERSON" for m in counted.members):
        return True
    near = {t.lower_ for t in counted.head.doc[max(0, counted.start - 2) : counted.head.i + 1]}
    if near & table.state.rest and near & table.again.known:
        return True
    if counted.quantity is None and near & table.state.all:
        return True
    if one.measure == ORDER[0]:
        return False
    said = {c.lower_ for c in children(hit.trigger)} | {c.lower_ for c in children(counted.head)}
    at = hit.trigger.head.head if hit.kind == "phrase" else hit.trigger
    return bool((said | near | {at.lower_, hit.trigger.nbor(-1).lower_ if hit.trigger.i else ""}) & table.state.fares)


def _side(page: Page, counted: Counted) -> str:
    """The people or nationality in the phrase itself: "Kenyan pilots", "US citizens"."""
    inside = range(*(counted.of or (0, 0)))
    people = next((page.doc[i].text for i in inside if page.doc[i].ent_type_ == "NORP"), "")
    country = _named(page, counted)
    return people or (country.text if country is not None and nation(country.text) is not None else "")


def _home(*heads: Token) -> str:
    """The country behind "from", where there is one: "ten people from Kenya"."""
    behind = (c for h in heads for c in children(h) if c.dep_ == "prep" and c.lower_ in words().place.home)
    names = (" ".join(t.text for t in c.subtree if t.ent_type_ == "GPE") for c in behind)
    return next((name for name in names if nation(name) is not None), "")


def _placed(page: Page, counted: Counted) -> Span | None:
    """The place in the phrase itself: "Ohio residents". A country there says whose citizens they are, not where they were."""
    found = _named(page, counted)
    return found if found is not None and nation(found.text) is None else None


def _named(page: Page, counted: Counted) -> Span | None:
    inside = [i for i in range(*(counted.of or (0, 0))) if page.doc[i].ent_type_ == "GPE" and not _unit(page.doc[i])]
    return page.cut(inside[0], inside[-1] + 1) if inside else None


def _unit(token: Token) -> bool:
    """Whether it is written on to a number: "GB" of "16GB"."""
    return bool(token.i) and token.nbor(-1).like_num and not token.nbor(-1).whitespace_


def _label(of: Span | None) -> str:
    return " ".join(of.text.split()) if of else ""


def _group(counted: Counted) -> str:
    """The group's name in groups.toml; that of the first part of a coordination where all are persons is people."""
    if counted.members:
        return "people"
    return counted.noun.group.name if counted.noun else ""
