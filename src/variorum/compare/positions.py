"""Findings between reports on positions: a party that turns round, and reports that give what it wants differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..model import Finding, Position, Witness, key
from ..model.dossier import FindingKind
from ..model.moment import before, disjoint, ordinal
from ..rules.phrases import clip, phrases
from ..rules.tables import table
from .matters import TIMES, apart, opposite, same, values

WIDTH = 80
"""Characters of what one is about, in a reason."""
SPAN = 2
"""Days that the date of a position may be open by for it to be of the same time as another."""
MANY = 60
"""Positions of one party that are laid together."""


def positions(many: Sequence[Position], names: dict[str, str] | None = None) -> tuple[Finding, ...]:
    """Opposite stances of one party on the same thing, and the same stance on other terms; `names`: of actors."""
    parties: dict[str, list[Position]] = {}
    for one in many:
        parties.setdefault(one.party or one.party_text.casefold(), []).append(one)
    called = names or {}
    return tuple(
        finding
        for held in parties.values()
        for left, right in combinations(sorted(held[:MANY], key=_day), 2)
        if same(left, right)
        for finding in (*_opposite(left, right, called), *_terms(left, right, called))
    )


def _day(one: Position) -> tuple[str, str, str]:
    when = one.when
    return (when.earliest or when.latest or "~", when.latest or "~", one.id) if when else ("~", "~", one.id)


def _opposite(left: Position, right: Position, names: dict[str, str]) -> Iterator[Finding]:
    if not opposite(left, right):
        return
    if before(left.when, right.when):
        yield _finding("update", left, right, "then", names)
    elif _told_apart(left, right) and _together(left, right):
        yield _finding("conflict", left, right, "against", names)


def _told_apart(left: Position, right: Position) -> bool:
    """Whether no report tells both: one that does tells of a change, not another thing than the others."""
    return {s.article for s in left.spans}.isdisjoint(s.article for s in right.spans)


def _together(left: Position, right: Position) -> bool:
    """Whether both are of the same days, so that no time has passed between them."""
    days = [(p.when.earliest, p.when.latest) for p in (left, right) if p.when and p.when.earliest and p.when.latest]
    return len(days) == 2 and not disjoint(left.when, right.when) and all(_short(*day) for day in days)


def _short(earliest: str | None, latest: str | None) -> bool:
    first, last = ordinal(earliest), ordinal(latest)
    return first is not None and last is not None and last - first <= SPAN


def _terms(left: Position, right: Position, names: dict[str, str]) -> Iterator[Finding]:
    """The same stance with another length of time, or another count of the same thing."""
    if left.stance != right.stance or not _told_apart(left, right):
        return
    for kind in sorted(TIMES, reverse=True):
        if apart(values(left, kind), values(right, kind)):
            yield _finding("update" if before(left.when, right.when) else "conflict", left, right, "terms", names)
            return


def _finding(kind: FindingKind, left: Position, right: Position, reason: str, names: dict[str, str]) -> Finding:
    said = phrases().stances
    why = table("stands", dict[str, str])[f"{reason}_{kind}" if reason == "terms" else reason].format(
        party=names.get(left.party or "", left.party_text),
        one=said[left.stance],
        two=said[right.stance],
        left=clip(left.about, WIDTH),
        right=clip(right.about, WIDTH),
    )
    sides = tuple(Witness(id=p.id, article=p.spans[0].article, span=p.spans[0]) for p in (left, right))
    return Finding(id=key("position", kind, left.id, right.id), kind=kind, about=left.id, readings=sides, why=why)
