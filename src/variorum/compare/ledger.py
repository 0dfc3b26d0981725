"""The ledger: what each party says of a matter, and of each term of it, in the order of time, with what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from ..model import Calendar, Position, PositionClaim, Record, Span, Stage, Stand, Term, When, key
from ..model.claim import TermKind
from ..model.moment import before
from ..model.stand import StageChange
from ..rules.topics import head, spelled
from .matters import AGAINST, FOR, about, apart, opposite, plain, same

KINDS: tuple[TermKind, ...] = ("duration", "count", "deadline", "ratio", "guarantee", "condition", "order")
MEASURED = frozenset({"duration", "count", "deadline"})
"""Kinds whose values can be told apart; two conditions may both hold."""
MANY = 60
"""Positions of one party that are laid together."""
LABEL = 4
"""Words that name a matter."""
OWNER = ("'s", "’s")


@dataclass(frozen=True)
class Moment:
    """A position as told on one day; `terms` where only these, all of one kind, are looked at."""

    position: Position
    when: When | None
    spans: tuple[Span, ...]
    terms: tuple[Term, ...] = ()


def ledger(many: Sequence[Position], records: Sequence[Record], calendar: Calendar) -> tuple[Stand, ...]:
    """For each party each matter, and each term of it, on which it has said more than one thing."""
    told = {c.spans[0]: c for r in records for c in r.claims if isinstance(c, PositionClaim)}
    parties: dict[str, list[Position]] = {}
    for one in many:
        parties.setdefault(one.party or one.party_text.casefold(), []).append(one)
    return tuple(
        stand
        for held in parties.values()
        for group in _matters([p for p in held if p.stance != "denies"][:MANY])
        for stand in _stands(group, [m for p in group for m in _moments(p, told, calendar)])
    )


def _matters(held: Sequence[Position]) -> list[list[Position]]:
    """The positions of a party by matter, in their order; single ones too, since two reports may date them differently."""
    groups = [[one] for one in held]
    for left, right in combinations(held, 2):
        if _joined(left, right):
            a, b = (next(g for g in groups if one in g) for one in (left, right))
            if a is not b:
                a += b
                groups.remove(b)
    return groups


def _joined(left: Position, right: Position) -> bool:
    """Whether two are on one matter: the same words, or one thing of another length ("a 60-day pause", "a permanent truce")."""
    if same(left, right) or any(s.position == right.id for s in left.same_as):
        return True
    lasting = all(any(t.kind == "duration" for t in p.terms) for p in (left, right))
    return lasting and head(left.about) == head(right.about) != ""


def _moments(one: Position, told: Mapping[Span, PositionClaim], calendar: Calendar) -> Iterator[Moment]:
    """The position on each day on which a report dates it."""
    dated: dict[When | None, list[Span]] = {}
    for span in one.spans:
        claim = told.get(span)
        when = (calendar.when(claim.times) if claim else None) or calendar.told(span)
        dated.setdefault(_day(when, dated), []).append(span)
    return (Moment(one, when, tuple(spans)) for when, spans in dated.items())


def _day(when: When | None, dated: Mapping[When | None, object]) -> When | None:
    """An interval of the same bounds that is there already, else this one."""
    same_day = (w for w in dated if w and when and (w.earliest, w.latest) == (when.earliest, when.latest))
    return next(same_day, when)


def _stands(group: Sequence[Position], moments: Sequence[Moment]) -> Iterator[Stand]:
    label = _label(group)
    rows: list[tuple[TermKind | None, Sequence[Moment]]] = [(None, moments)]
    for kind in KINDS:
        rows += [(kind, [_only(m, terms) for m in moments if _only(m, terms).terms]) for terms in _terms(group, kind)]
    for of_kind, told in rows:
        stages = _stages(told)
        if _moves(stages, of_kind):
            yield _stand(group[0], label, of_kind, stages)


def _moves(stages: Sequence[Stage], kind: TermKind | None) -> bool:
    """Whether it tells more than one position does: a change, or something else on another day."""
    days = {(s.when.earliest, s.when.latest) if s.when else ("", "") for s in stages}
    told = {s.value if kind else s.stance for s in stages}
    return any(s.change for s in stages) or (len(days) > 1 and len(told) > 1)


def _only(one: Moment, terms: Sequence[Term]) -> Moment:
    return replace(one, terms=tuple(t for t in one.position.terms if t in terms))


def _terms(group: Sequence[Position], kind: TermKind) -> list[list[Term]]:
    """The terms of a kind that belong together: counts by what they count, prisoners apart from days."""
    by: dict[str, list[Term]] = {}
    for term in (t for p in group for t in p.terms if t.kind == kind):
        words = [w for w in term.text.split() if w.isalpha()] if kind == "count" else []
        by.setdefault(head(words[-1]) or words[-1].lower() if words else "", []).append(term)
    return list(by.values())


def _stages(told: Sequence[Moment]) -> list[Stage]:
    """One stage for each run of the same, with the change beside the one before it."""
    runs = [list(run) for _, run in groupby(sorted(told, key=_order), key=_said)]
    before_each = [None, *runs]
    return [
        _stage(run, _change(last[-1], run[0]) if last else "") for last, run in zip(before_each, runs, strict=False)
    ]


def _order(one: Moment) -> tuple[str, str, str]:
    """By the last day that it can be of: what may be of any day of a year tells no order."""
    when = one.when
    day = (when.latest or when.earliest or "~", when.earliest or "~") if when else ("~", "~")
    return *day, one.position.id


def _said(one: Moment) -> tuple[str, frozenset[str]]:
    """By which two moments are the same: the stance, or the values of the terms and whether they are wanted."""
    if not one.terms:
        return one.position.stance, frozenset()
    return ("against" if one.position.stance in AGAINST else ""), _values(one)


def _values(one: Moment) -> frozenset[str]:
    return frozenset(plain(t).casefold() for t in one.terms)


def _change(left: Moment, right: Moment) -> StageChange:
    if not (_differs(left, right) if left.terms else _turns(left, right)):
        return ""
    return ("other" if left.terms else "turned") if before(left.when, right.when) else "open"


def _turns(left: Moment, right: Moment) -> bool:
    one, other = left.position, right.position
    return same(one, other) and opposite(one, other)


def _differs(left: Moment, right: Moment) -> bool:
    """Whether the party wants both, and the one value cannot be the other."""
    if left.terms[0].kind not in MEASURED:
        return False
    return {left.position.stance, right.position.stance} <= FOR and apart(_values(left), _values(right))


def _stage(run: Sequence[Moment], change: StageChange) -> Stage:
    lead = run[0]
    return Stage(
        position=lead.position.id,
        stance=lead.position.stance,
        text="; ".join(t.text for t in lead.terms) or lead.position.about,
        value="; ".join(t.value for t in lead.terms),
        when=lead.when,
        change=change,
        spans=tuple(dict.fromkeys(s for m in run for s in m.spans)),
    )


def _label(group: Sequence[Position]) -> str:
    """The words that all share, as the shortest wording has them; that wording where no more than an owner's name is shared."""
    shared = frozenset.intersection(*(about(p) for p in group)) or {head(group[0].about)}
    lead = min(group, key=lambda p: (len(p.about), p.id))
    words = dict.fromkeys(word for word, one in spelled(lead.about) if one in shared and word[-2:] not in OWNER)
    return " ".join(list(words)[:LABEL]) or lead.about


def _stand(one: Position, label: str, kind: TermKind | None, stages: Sequence[Stage]) -> Stand:
    ids = [f"{s.position}{s.value}{s.when.earliest if s.when else ''}" for s in stages]
    return Stand(
        id=key("stand", one.party or one.party_text, kind or "", label, *ids),
        party=one.party,
        party_text=one.party_text,
        matter=label,
        term=kind,
        stages=tuple(stages),
    )
