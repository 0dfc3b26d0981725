"""An event of the dossier from the claims that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model import Cast, Event, Participant, Span, Telling, When, key
from ..speakers import attributed
from .lead import kind, leads, standing
from .node import Node, Who

SUBJECTS = frozenset({"he", "she", "it", "they", "who", "which", "that"})
"""Words for somebody told before, with which a title may begin."""
Names = dict[str, frozenset[str]]
"""What each actor is called, in lower case."""


def called(cast: Cast) -> Names:
    """The names of all actors; asked once a story, since both events and actors grow with it."""
    return {a.id: frozenset(x.text.casefold() for x in a.aliases) | {a.name.casefold()} for a in cast.actors}


def build(group: Sequence[Node], cast: Cast, names: Names, labels: Mapping[str, str]) -> Event:
    """One event: the clearest title, the narrowest time told, everybody whom a report names."""
    type_ = kind(group)
    best = leads(group, type_)
    lead = best[0]
    places = tuple(dict.fromkeys(p for n in group for p in n.places if p in names))
    return Event(
        id=key("event", *sorted(n.claim.id for n in group)),
        type=type_,
        mode=_mode([n for n in best if n.claim.type == type_]),
        title=_named(lead, {a: labels[a] for a in lead.actors if a in labels}),
        status=standing(group),
        when=_when(group),
        places=places,
        participants=_participants(group, names, places),
        attribution=attributed(cast, lead.claim.attribution),
        spans=_spans(group),
        tellings=tuple(_telling(n, names) for n in sorted(group, key=lambda n: (n.article, n.at))),
    )


def _named(lead: Node, labels: Mapping[str, str]) -> str:
    """The title with the name of the one whom it begins with where that is a pronoun: he who is told of by that word, else the
    only one who does it."""
    first, _, rest = lead.claim.title.partition(" ")
    if first.casefold() not in SUBJECTS or not rest:
        return lead.claim.title
    meant = [w for w in lead.who if w.party.span.text.casefold() == first.casefold()]
    doers = meant or [w for w in lead.who if w.party.part == "source"]
    known = {labels[w.actor] for w in doers if w.actor and w.actor in labels}
    return f"{known.pop()} {rest}" if len(known) == 1 else lead.claim.title


def _mode(best: Sequence[Node]) -> str | None:
    """The mode that says it best; whoever went there to meet somebody is told to meet them."""
    modes = [n.claim.mode for n in best if n.claim.mode]
    return "meet" if "visit" in modes and "meet" in modes else next(iter(modes), None)


def _telling(one: Node, names: Names) -> Telling:
    return Telling(
        span=one.claim.spans[0],
        sentence=one.claim.sentence,
        status=one.claim.status,
        when=one.when if one.stated else None,
        places=tuple(p for p in one.places if p in names),
    )


def _spans(group: Sequence[Node]) -> tuple[Span, ...]:
    """The words that tell it; a headline only where the article's text does not tell it again."""
    told = {n.article for n in group if n.claim.part != "headline"}
    return tuple(dict.fromkeys(n.claim.spans[0] for n in group if n.claim.part != "headline" or n.article not in told))


def _when(group: Sequence[Node]) -> When | None:
    """The narrowest time that a report states, of several the one that most reports do, with the words of all that state one;
    else the day of the first report."""
    told = sorted((n.when for n in group if n.stated and n.when), key=_narrow)
    if told:
        backed: dict[tuple[str, str], set[str]] = {}
        for n in group:
            if n.stated and n.when:
                backed.setdefault(_days(n.when), set()).add(n.article)
        same = [w for w in told if _narrow(w)[:2] == _narrow(told[0])[:2]]
        best = max(same, key=lambda w: len(backed[_days(w)]))  # the earliest where reports are split
        evidence = tuple(dict.fromkeys(s for w in told for s in w.evidence))
        return When(best.earliest, best.latest, best.basis, best.why, evidence or best.evidence)
    return min((n.when for n in group if n.when), key=_narrow, default=None)


def _days(when: When) -> tuple[str, str]:
    return (when.earliest or "")[:10], (when.latest or "")[:10]


def _narrow(when: When) -> tuple[bool, str, str]:
    """Days before months before open intervals; then the earlier."""
    open_ = not (when.earliest and when.latest)
    return open_, "" if open_ else _width(when.earliest or "", when.latest or ""), when.earliest or ""


def _width(low: str, high: str) -> str:
    same = next((n for n in (10, 7, 4) if low[:n] == high[:n]), 0)
    return {10: "0", 7: "1", 4: "2", 0: "3"}[same]


def _participants(group: Sequence[Node], names: Names, places: Sequence[str]) -> tuple[Participant, ...]:
    """Everybody whom a claim names; the place of the event is no party to it where two others are."""
    found: dict[str, list[Who]] = {}
    for one in group:
        for who in one.who:
            found.setdefault(who.key, []).append(who)
    people = {name: many for name, many in found.items() if name not in places}
    if len(people) >= 2:
        found = people
    return tuple(_participant(many, names) for many in _whole(found).values())


def _whole(found: Mapping[str, list[Who]]) -> dict[str, list[Who]]:
    """The parties, those without a name told with the one whose words hold theirs: "girl" with "girl of ten"."""
    kept = {name: list(many) for name, many in found.items()}
    words = {name: frozenset(name.split()) for name, many in found.items() if many[0].actor is None}
    for one in sorted(words, key=lambda k: len(words[k])):
        parts = {w.party.part for w in kept[one]}
        fuller = [k for k in words if k in kept and words[one] < words[k] and parts == {w.party.part for w in kept[k]}]
        if len(fuller) == 1:
            kept[fuller[0]] += kept.pop(one)
    return kept


def _participant(many: Sequence[Who], names: Names) -> Participant:
    """Called by the words that name the actor; inferred where no claim of the event does."""
    actor = many[0].actor
    known = names.get(actor or "", frozenset())
    named = [w for w in many if not actor or any(n in w.party.span.text.casefold() for n in known)]
    best = max(named or many, key=lambda w: (len(w.party.span.text), -w.party.span.start, w.party.span.article))
    parts = {w.party.part for w in many}
    return Participant(
        actor=actor,
        text=best.party.span.text,
        inferred=bool(actor) and not named,
        part=next(iter(parts)) if len(parts) == 1 else "both",
        spans=tuple(dict.fromkeys(w.party.span for w in many)),
    )
