"""The digest: plain sentences built from fields, each with its evidence. It says what is reported, never what is so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from ..model import Event, Figure, Finding, Line, Position, Reading, Span, Story
from ..model.dossier import Status
from ..rules.phrases import (
    called,
    capital,
    chain,
    clean,
    clip,
    count,
    dated,
    inside,
    listing,
    measure,
    number,
    phrases,
    reading,
)

FIGURES, MEETINGS, EVENTS, POSITIONS, FINDINGS = 6, 4, 4, 5, 5
"""Most lines of each kind: a digest is read in a minute."""
MEETING = "CONSULT"
MOST = 4
"""Values of one figure that a line names."""
TELLING = ("misprint", "conflict", "revision")
"""Kinds of finding that a reader must know before using a number."""


def digest(story: Story) -> tuple[Line, ...]:
    """Current figures, meetings, events that several reports tell, positions and differences: the most reported first."""
    names = {a.id: a.name for a in story.actors}
    makers = (_figures, _meetings, _events, _positions, _findings)
    return tuple(line for maker in makers for line in maker(story, names))


def _figures(story: Story, names: dict[str, str]) -> Iterator[Line]:
    """A figure that only one report gives is told where it is a whole and counted, not planned or denied."""
    whole = [f for f in story.figures if f.modality == "actual" and f.subset_of is None and f.readings]
    ranked = sorted(whole, key=lambda f: (-_reports(_all(f)), -len(f.readings), f.measure, f.of, f.id))
    disputed = {f.about for f in story.findings if f.kind == "conflict"}
    for figure in ranked[:FIGURES]:
        yield _figure(figure, names, disputed=figure.id in disputed)


def _figure(figure: Figure, names: dict[str, str], *, disputed: bool) -> Line:
    """The current reading, or all that conflict; then what else was said. Reports that give the same value count with it."""
    of = {status: [r for r in figure.readings if r.status == status] for status in get_args(Status)}
    current = max(of["current"] or of["repeated"], key=_order, default=None)
    told = [current] if current and not of["conflicting"] else [r for r in (current, *of["conflicting"]) if r]
    told = told or list(figure.readings)
    shown = {reading(r, figure.unit) for r in told}
    same = [r for r in figure.readings if reading(r, figure.unit) in shown]
    rest = [
        ("others", [*of["current"], *of["repeated"], *of["apart"]]),
        ("earlier", of["superseded"]),
        ("doubtful", of["suspect"]),
    ]
    new = [(key, [r for r in many if r not in same]) for key, many in rest]
    lead = (
        _lead(figure, told, same, names) if len(shown) == 1 else _rivals(figure, told, same, names, disputed=disputed)
    )
    tail = [phrases().digest[key].format(values=_values(many, figure)) for key, many in new if many]
    spans = (s for r in (*same, *(r for _, many in new for r in many)) for s in r.spans)
    return Line(text=" ".join([lead, *tail]), evidence=_evidence(spans))


def _lead(figure: Figure, told: Sequence[Reading], same: Sequence[Reading], names: dict[str, str]) -> str:
    one, who = told[0], chain(told[0].attribution, lambda i: names.get(i, i))
    return (
        phrases()
        .digest["figure"]
        .format(
            value=reading(one, figure.unit),
            when=_part("when", dated(one.as_of)),
            by=_part("loose" if who.startswith("“") else "by", who),
            reports=_count(same),
            **_scope(figure, names),
        )
    )


def _rivals(
    figure: Figure, told: Sequence[Reading], same: Sequence[Reading], names: dict[str, str], *, disputed: bool
) -> str:
    """Readings that differ conflict only where a finding says so; else nobody knows which of them is later."""
    values = _values(told, figure, last=phrases().either)
    text = phrases().digest["differ" if disputed else "vary"]
    return text.format(values=values, reports=_count(same), **_scope(figure, names))


def _scope(figure: Figure, names: dict[str, str]) -> dict[str, str]:
    of, place = names.get(figure.of, figure.of), names.get(figure.place or "", figure.place or "")
    return {
        "measure": measure(figure.measure),
        "of": _part("of", of),
        "place": _part("place", "" if place.lower() in of.lower() else place),
    }


def _values(many: Sequence[Reading], figure: Figure, last: str | None = None) -> str:
    """Each value once, from small to large; where there are more than four, how many, the lowest and the highest."""
    ranked = sorted(many, key=_amount)
    words = list(dict.fromkeys(reading(r, figure.unit) for r in ranked))
    if len(words) <= MOST:
        return listing(words, last=last)
    return phrases().digest["spread"].format(n=number(len(words)), low=words[0], high=words[-1])


def _amount(one: Reading) -> tuple[float, float]:
    ends = [end for end in (one.low, one.high) if end is not None] or [0.0]
    return ends[0], ends[-1]


def _order(one: Reading) -> tuple[int, str, int, str]:
    """The one to tell: reported most, then the latest, then a single value before a range."""
    return _reports(one.spans), _day(one), one.hedge == "exact", one.id


def _day(one: Reading) -> str:
    return (one.as_of.latest or one.as_of.earliest or "") if one.as_of else ""


def _meetings(story: Story, names: dict[str, str]) -> Iterator[Line]:
    met = [e for e in story.events if e.type == MEETING and len(e.participants) > 1]
    for event in sorted(met, key=_weight)[:MEETINGS]:
        who = list(
            dict.fromkeys(
                called(p.text, p.actor, lambda i: names.get(i, i)) if p.actor not in names else names[p.actor]
                for p in event.participants
            )
        )
        if len(who) < 2:
            continue
        head = phrases().meetings[event.status]
        text = (
            phrases()
            .digest["meeting"]
            .format(
                status=head,
                who=_few(who),
                where=_where(event, names),
                time=_part("time", dated(event.when)),
                reports=_count([event]),
            )
        )
        yield Line(text=capital(text), evidence=_evidence(event.spans))


def _few(who: list[str]) -> str:
    return listing(who) if len(who) <= 7 else listing([*who[:6], f"{len(who) - 6} more"])


def _events(story: Story, names: dict[str, str]) -> Iterator[Line]:
    """Other events, where two or more reports tell them."""
    told = [e for e in story.events if e.type != MEETING and _reports(e.spans) > 1]
    for event in sorted(told, key=_weight)[:EVENTS]:
        state = "" if event.status == "held" else _part("status", phrases().happenings[event.status])
        text = (
            phrases()
            .digest["event"]
            .format(
                title=clip(event.title, 120),
                where=_where(event, names),
                time=_part("time", dated(event.when)),
                status=state,
                reports=_count([event]),
            )
        )
        yield Line(text=capital(text), evidence=_evidence(event.spans))


def _where(event: Event, names: dict[str, str]) -> str:
    """Its first place, unless the title holds it and is shown."""
    place = names.get(event.places[0], event.places[0]) if event.places else ""
    return "" if event.type != MEETING and place.lower() in event.title.lower() else _part("where", place)


def _weight(event: Event) -> tuple[int, int, str, str]:
    return -_reports(event.spans), -len(event.participants), (event.when.earliest or "") if event.when else "", event.id


def _positions(story: Story, names: dict[str, str]) -> Iterator[Line]:
    plain = [p for p in story.positions if " " in clean(p.about)]  # a single word says nothing away from its sentence
    ranked = sorted(plain, key=lambda p: (-_reports(p.spans), p.party is None, -len(p.terms), p.id))
    seen: set[tuple[str, str]] = set()
    for one in ranked:
        party = names.get(one.party or "") or clip(one.party_text, 60) or phrases().somebody
        if (party, one.stance) in seen or len(seen) == POSITIONS:
            continue
        seen.add((party, one.stance))
        yield _position(one, party, names)


def _position(one: Position, party: str, names: dict[str, str]) -> Line:
    target = names.get(one.toward or "", one.toward or "")
    toward = _part("toward", "" if target.lower() in one.about.lower() else target)
    text = (
        phrases()
        .digest["position"]
        .format(
            party=inside(party),
            stance=phrases().stances[one.stance],
            about=clip(one.about, 140),
            toward=toward,
            reports=_count([one]),
        )
    )
    return Line(text=capital(text), evidence=_evidence(one.spans))


def _findings(story: Story, names: dict[str, str]) -> Iterator[Line]:
    """What must be known of the figures and events, then at most two quotes that are given differently."""
    del names
    quotes = {q.id for q in story.quotes}
    found = [f for kind in TELLING for f in sorted(story.findings, key=_size) if f.kind == kind]
    hard, spoken = [f for f in found if f.about not in quotes], [f for f in found if f.about in quotes]
    for finding in [*hard[:FINDINGS], *spoken[:2]][:FINDINGS]:
        yield Line(text=_told(finding), evidence=_evidence(w.span for w in finding.readings))


def _told(finding: Finding) -> str:
    """The finding's reason as a sentence, with its kind before it where the reason does not name it."""
    why = finding.why if finding.why.endswith((".", "?", "!")) else f"{finding.why}."
    if finding.kind in why.lower():
        return capital(why)
    return phrases().digest["finding"].format(kind=phrases().findings[finding.kind], why=why)


def _size(finding: Finding) -> int:
    return -len({w.article for w in finding.readings})


def _part(name: str, text: str) -> str:
    """A part of a sentence; empty where its field is."""
    return phrases().digest[name].format(**{name: text}) if text else ""


def _all(figure: Figure) -> Iterator[Span]:
    return (span for one in figure.readings for span in one.spans)


def _reports(spans: Iterable[Span]) -> int:
    return len({s.article for s in spans})


def _count(items: Iterable[Reading | Event | Position]) -> str:
    return count("report", _reports(s for one in items for s in one.spans))


def _evidence(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
