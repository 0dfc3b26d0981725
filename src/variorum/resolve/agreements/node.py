"""What is known of one agreement while claims are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from ...model import AgreementClaim, Calendar, Cast, Span, When
from ...rules.agreements import GENERAL, telling, years
from ...rules.nations import nation
from ..speakers import party

APART = timedelta(days=10)
"""Days between two beginnings from which on they are those of two agreements: one report may give the day of signing and
another the day on which it took effect."""


@dataclass
class Node:
    """Claims on one agreement. `who`: ids or words of its parties, where a report names two; `named`: words of its names that
    tell it from others."""

    claims: list[AgreementClaim] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    who: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    """Words of the names of parties and mediators: these may stand in its name too."""
    years: set[str] = field(default_factory=set)
    begun: list[When] = field(default_factory=list)

    @property
    def general(self) -> bool:
        """Whether nothing tells it from any other."""
        return self.kinds <= {GENERAL} and not (self.who or self.named or self.years or self.begun)

    def add(self, other: Node) -> None:
        """Takes over all claims of another."""
        self.claims += other.claims
        self.kinds |= other.kinds
        self.who |= other.who
        self.named |= other.named
        self.sides |= other.sides
        self.years |= other.years
        self.begun += other.begun


def node(claim: AgreementClaim, calendar: Calendar, cast: Cast) -> Node:
    """What one claim tells of which agreement it is."""
    sides = [side(cast, span) for span in claim.parties]
    begun = calendar.when(claim.times) if claim.step in ("agreed", "in force") else None
    return Node(
        [claim],
        {claim.kind},
        {one for one in sides if one} if len(sides) > 1 else set(),
        set(telling(claim.name.text)),
        {w for span in (*claim.parties, *claim.mediators) for w in span.text.casefold().split()},
        set(years(claim.name.text)),
        [begun] if begun else [],
    )


def who(cast: Cast, span: Span) -> str:
    """The actor of a span, else its words; empty for a pronoun of somebody unknown."""
    found = party(cast, span)
    return found or ("" if span.text.lower() in ("it", "they", "he", "she", "who", "we") else span.text.casefold())


def side(cast: Cast, span: Span) -> str:
    """The same, a country and its seat of government as one: "Tehran" and "Iran" are not two parties."""
    found = who(cast, span)
    code = _nation(cast, found, span) if cast.kinds.get(found) in (None, "place") else None
    return f"nation {code}" if code else found


def _nation(cast: Cast, actor: str, span: Span) -> str | None:
    names = [span.text, *(a.name for a in cast.actors if a.id == actor)]
    known = (nation(name) for name in names)
    return next((one[0] for one in known if one and one[1] in ("name", "capital")), None)


def fits(one: Node, other: Node) -> bool:
    """Whether the two may be one agreement: nothing that one says is against the other."""
    if not _kinds(one.kinds, other.kinds) or _apart(one.years, other.years) or _apart(one.who, other.who):
        return False
    own = one.sides | other.sides
    if _apart(one.named - own, other.named - own):
        return False
    return not (one.begun and other.begun) or any(_near(a, b) for a in one.begun for b in other.begun)


def _kinds(one: set[str], other: set[str]) -> bool:
    left, right = one - {GENERAL}, other - {GENERAL}
    return not left or not right or bool(left & right)


def _apart(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _near(one: When, other: When) -> bool:
    """Whether two beginnings can be that of one agreement."""
    first, second = _bounds(one), _bounds(other)
    return first[0] <= second[1] + APART and second[0] <= first[1] + APART


def _bounds(when: When) -> tuple[date, date]:
    """First and last day; open ends are far away, yet not so far that days cannot be added."""
    low, high = date(1000, 1, 1), date(9000, 1, 1)
    return (
        date.fromisoformat(when.earliest[:10]) if when.earliest else low,
        date.fromisoformat(when.latest[:10]) if when.latest else high,
    )
