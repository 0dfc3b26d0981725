"""From the claims on one agreement to what the dossier says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ...model import (
    Agreement,
    AgreementClaim,
    Attribution,
    Calendar,
    Cast,
    Provision,
    Side,
    Span,
    Step,
    Term,
    When,
    key,
)
from ...model.agreement import AgreementStatus
from ...rules.agreements import GENERAL, days
from ...rules.nations import nation
from ...rules.phrases import phrases
from ..positions import alike
from ..speakers import attributed, party
from .node import Node, side, who

RANK = {"agreed": 0, "in force": 1, "extended": 2, "suspended": 3, "ended": 4}
"""Steps that make the status, in the order in which they come."""
SHORT = 14
"""Words of a title; a longer name is taken only for want of another."""


def agreement(one: Node, calendar: Calendar, cast: Cast) -> Agreement:
    """All that the reports say of it."""
    claims = one.claims
    steps = _steps([c for c in claims if c.step], calendar, cast)
    spans = tuple(dict.fromkeys(s for c in claims for s in (*c.spans, c.name)))
    return Agreement(
        id=key("agreement", *sorted(c.id for c in claims)),
        kind=_kind(one),
        title=_title(claims),
        parties=_sides((s for c in claims for s in c.parties), cast, but=[s for c in claims for s in c.mediators]),
        mediators=_sides((s for c in claims for s in c.mediators), cast),
        status=_status(steps, calendar),
        starts=_starts(steps),
        ends=next((s.when for s in steps if s.what == "ended" and s.when), None),
        provisions=_provisions(claims, cast),
        steps=steps,
        spans=spans,
    )


def _kind(one: Node) -> str:
    counts = Counter(c.kind for c in one.claims if c.kind != GENERAL)
    return min(counts, key=lambda k: (-counts[k], k), default=GENERAL)


def _title(claims: Sequence[AgreementClaim]) -> str:
    """The name that says most: with both sides, then with the most words; of the longer ones, none."""
    names = Counter(" ".join(c.name.text.split()) for c in claims)
    return min(names, key=lambda n: (len(n.split()) > SHORT, "between" not in n.split(), -len(n.split()), -names[n], n))


def _sides(spans: Iterable[Span], cast: Cast, *, but: Sequence[Span] = ()) -> tuple[Side, ...]:
    """Each party once, with all places that name it."""
    left = {side(cast, s) for s in but}
    found: dict[str, list[Span]] = {}
    for span in spans:
        name = side(cast, span)
        if name and name not in left:
            same = next((old for old in found if _fuller(old, name) or _fuller(name, old)), name)
            found.setdefault(same, []).append(span)
    return tuple(_side(many, cast) for many in found.values())


def _fuller(one: str, other: str) -> bool:
    """Whether one phrase says of which kind the other's people are: "striking unions", "unions"."""
    return " " in one and one.endswith(f" {other}")


def _side(spans: Sequence[Span], cast: Cast) -> Side:
    """Named as the country, where a report also has its seat of government for it."""
    seats = {s.text for s in spans if (known := nation(s.text)) and known[1] == "capital"}
    lead = next((s for s in spans if s.text not in seats), spans[0])
    return Side(
        actor=party(cast, lead),
        text=lead.text,
        spans=tuple(dict.fromkeys(spans)),
        seats=tuple(sorted(seats - {lead.text})),
    )


def _steps(claims: Sequence[AgreementClaim], calendar: Calendar, cast: Cast) -> tuple[Step, ...]:
    """What became of it, in the order of time; the same step told again is one with all its places."""
    found: list[tuple[Step, list[AgreementClaim]]] = []
    for claim in claims:
        step = _step(claim, calendar, cast)
        same = next((pair for pair in found if _same(pair[0], step)), None)
        if same is None:
            found.append((step, [claim]))
        else:
            same[1].append(claim)
            found[found.index(same)] = (_merged(same[0], step), same[1])
    steps = [step for step, _ in found]
    return tuple(sorted((_bounded(step, steps) for step in steps), key=_order))


def _bounded(step: Step, steps: Sequence[Step]) -> Step:
    """A date of signing that is only roughly known ends where the agreement took effect."""
    begun = next((s.when for s in steps if s.what == "in force" and s.when and s.when.latest and not s.planned), None)
    when = step.when
    if step.what != "agreed" or not (when and begun and begun.latest) or not (when.earliest and when.latest):
        return step
    if not when.earliest <= begun.latest < when.latest:
        return step
    return replace(
        step, when=When(when.earliest, begun.latest, "inferred", phrases().agreements["bounded"], when.evidence)
    )


def _step(claim: AgreementClaim, calendar: Calendar, cast: Cast) -> Step:
    assert claim.step is not None
    return Step(
        what=claim.step,
        planned=claim.planned,
        text=claim.spans[0].text,
        when=calendar.when(claim.times),
        by=_side([claim.by], cast) if claim.by and who(cast, claim.by) else None,
        accuser=_side([claim.accuser], cast) if claim.accuser and who(cast, claim.accuser) else None,
        terms=claim.terms,
        attribution=attributed(cast, claim.attribution),
        spans=claim.spans,
    )


def _same(one: Step, other: Step) -> bool:
    """Whether two tell of the same step: nobody else does it, at no other time."""
    if (one.what, one.planned) != (other.what, other.planned):
        return False
    left, right = one.by or one.accuser, other.by or other.accuser
    if left and right and (left.actor or left.text.casefold()) != (right.actor or right.text.casefold()):
        return one.what not in ("breached", "left")
    if one.what in ("breached", "extended") and one.spans[0].article == other.spans[0].article:
        return False
    return not (one.when and other.when) or _meet(one.when, other.when)


def _meet(one: When, other: When) -> bool:
    return (one.earliest or "") <= (other.latest or "~") and (other.earliest or "") <= (one.latest or "~")


def _merged(one: Step, other: Step) -> Step:
    """One step with the places of both; the closer time and the fuller words."""
    lead, rest = (
        (other, one) if (len(other.terms), bool(other.when)) > (len(one.terms), bool(one.when)) else (one, other)
    )
    when = min((w for w in (one.when, other.when) if w), key=_width, default=None)
    return replace(
        lead,
        when=when,
        by=lead.by or rest.by,
        accuser=lead.accuser or rest.accuser,
        spans=tuple(dict.fromkeys((*lead.spans, *rest.spans))),
    )


def _telling(step: Step) -> tuple[bool, bool, int]:
    """Sorts the plainest account last: one that quotes nobody, with its time and terms."""
    return not any(mark in step.text for mark in '"“”'), bool(step.when), len(step.terms)


def _width(when: When) -> tuple[bool, str, str]:
    """Sorts the closest interval first; both ends known before one alone."""
    return (not (when.earliest and when.latest), when.latest or "~", when.earliest or "~")


def _order(step: Step) -> tuple[bool, str, int, str]:
    """What is told with a time by that; without one, what is made stands first and what befalls it last."""
    undated = "" if step.what == "agreed" else "~"
    day = (step.when.earliest or step.when.latest or undated) if step.when else undated
    return (step.planned, day, RANK.get(step.what, 2), step.text)


def _status(steps: Sequence[Step], calendar: Calendar) -> AgreementStatus:
    """The last step that makes one, by time where it is told."""
    made = [s for s in steps if s.what in RANK and not s.planned]
    if not made:
        return "reported"
    last = max(made, key=lambda s: ((s.when.earliest or "") if s.when else _day(s, calendar), RANK[s.what]))
    return last.what  # type: ignore[return-value]


def _day(step: Step, calendar: Calendar) -> str:
    when = calendar.told(step.spans[0])
    return (when.earliest or "") if when and step.what != "agreed" else ""


def _starts(steps: Sequence[Step]) -> When | None:
    effect = next((s.when for s in steps if s.what == "in force" and s.when), None)
    return effect or next((s.when for s in steps if s.what == "agreed" and s.when), None)


def _provisions(claims: Sequence[AgreementClaim], cast: Cast) -> tuple[Provision, ...]:
    """Its terms, the length first; the same one said again is one with all its places."""
    lengths: dict[str, tuple[Term, list[Span]]] = {}
    told: list[Provision] = []
    for claim in claims:
        if claim.length:
            lengths.setdefault(days(claim.length.value), (claim.length, []))[1].append(claim.name)
        if claim.provision:
            one = _provision(claim, attributed(cast, claim.attribution))
            at = next((i for i, old in enumerate(told) if alike(old.text, one.text)), None)
            if at is None:
                told.append(one)
            else:
                told[at] = replace(told[at], spans=tuple(dict.fromkeys((*told[at].spans, *one.spans))))
    first = [
        Provision(kind="length", text=term.text, terms=(term,), spans=tuple(dict.fromkeys(spans)))
        for term, spans in lengths.values()
    ]
    order = {"exchange": 0, "extension": 1, "term": 2}
    return (*first, *sorted(told, key=lambda p: order[p.kind]))


def _provision(claim: AgreementClaim, said: Attribution | None) -> Provision:
    return Provision(
        kind=claim.provision or "term",
        text=claim.spans[0].text,
        terms=claim.terms,
        attribution=said,
        spans=claim.spans,
    )
