"""Findings between reports on positions: a party that turns round, and reports that give what it wants differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..model import Finding, Position, Witness, key
from ..model.dossier import FindingKind
from ..model.moment import before
from ..rules.phrases import phrases
from ..rules.tables import table
from ..rules.topics import matter, turned

FOR = frozenset({"proposes", "offers", "demands", "accepts", "supports"})
AGAINST = frozenset({"rejects", "denies"})
ALIKE = 0.6
"""Share of the words of the shorter wording that the longer one has, from which on two are on the same thing."""
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
        if _same(left, right)
        for finding in (*_opposite(left, right, called), *_terms(left, right, called))
    )


def _day(one: Position) -> tuple[str, str, str]:
    when = one.when
    return (when.earliest or when.latest or "~", when.latest or "~", one.id) if when else ("~", "~", one.id)


def _same(left: Position, right: Position) -> bool:
    """Whether the two are on the same thing."""
    one, other = matter(left.about), matter(right.about)
    less = min(len(one), len(other))
    if less == 0 or (less == 1 and one != other):
        return False
    return len(one & other) / less >= ALIKE and len(one & other) / max(len(one), len(other)) >= ALIKE / 2


def _opposite(left: Position, right: Position, names: dict[str, str]) -> Iterator[Finding]:
    stances = {left.stance, right.stance}
    if not (stances & FOR and stances & AGAINST) or turned(left.about, right.about):
        return
    if before(left.when, right.when):
        yield _finding("update", left, right, "then", names)
    elif left.spans[0].article != right.spans[0].article:
        yield _finding("conflict", left, right, "against", names)


def _terms(left: Position, right: Position, names: dict[str, str]) -> Iterator[Finding]:
    """The same stance with another length of time, or another count of the same thing."""
    if left.stance != right.stance or {s.article for s in left.spans} & {s.article for s in right.spans}:
        return
    for kind in ("duration", "deadline"):
        one, other = ({t.value for t in p.terms if t.kind == kind} for p in (left, right))
        if one and other and not one & other:
            yield _finding("update" if before(left.when, right.when) else "conflict", left, right, "terms", names)
            return


def _finding(kind: FindingKind, left: Position, right: Position, reason: str, names: dict[str, str]) -> Finding:
    said = phrases().stances
    why = table("stands", dict[str, str])[f"{reason}_{kind}" if reason == "terms" else reason].format(
        party=names.get(left.party or "", left.party_text), one=said[left.stance], two=said[right.stance]
    )
    sides = tuple(Witness(id=p.id, article=p.spans[0].article, span=p.spans[0]) for p in (left, right))
    return Finding(id=key("position", kind, left.id, right.id), kind=kind, about=left.id, readings=sides, why=why)
