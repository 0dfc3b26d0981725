"""Positions with their parties; the same one said again is one row with all its spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from ..model import Calendar, Cast, Position, PositionClaim, Record, Span, When, key
from ..rules.people import gendered, genders
from ..rules.pronouns import personal, pronouns, told
from .dates.marks import quoted
from .speakers import attributed, party
from .topics import topics
from .wordings import linked

LIKE = 0.75
"""Share of words that two wordings of one demand have in common."""
MANY = 60
"""Positions of one party and stance that a new one is compared with."""
SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "for",
        "and",
        "or",
        "its",
        "his",
        "her",
        "their",
        "that",
        "this",
        "with",
        "on",
        "by",
        "as",
        "it",
        "they",
    ]
)
SINGLE = frozenset({"he", "she"})
EMPTY = frozenset({"he", "she", "it", "they", "who", "him", "her", "them", "one", "some", "others"})


def positions(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Position, ...]:
    """The ledger in the order of the texts. A party that is only a pronoun and means nobody known is left out."""
    found: dict[tuple[str, str], list[list[PositionClaim]]] = {}
    for record in records:
        meant = {m.span: m.antecedent for m in record.mentions if m.form == "pronoun" and m.antecedent}
        for claim in record.claims:
            if isinstance(claim, PositionClaim) and not _anothers(claim, record, meant, cast):
                _put(_called(claim, meant, cast), cast, found)
    rows = [_position(group, calendar, cast) for groups in found.values() for group in groups]
    ordered = sorted(rows, key=lambda p: (p.spans[0].article, p.spans[0].start, p.id))
    names = frozenset(word.casefold() for actor in cast.actors for word in actor.name.split())
    return linked(topics(ordered, names), names)


def _anothers(claim: PositionClaim, record: Record, meant: Mapping[Span, Span], cast: Cast) -> bool:
    """Whether "he" or "she" cannot mean whom it was taken for: it stands in his own words, or is of the other gender."""
    if claim.party.text.casefold() not in SINGLE:
        return False
    who = party(cast, claim.party)
    names = [a.name for a in cast.actors if a.id == who] or [s.text for s in [meant.get(claim.party)] if s]
    if any(_unlike(claim.party.text.casefold(), name) for name in names):
        return True
    said = attributed(cast, claim.attribution) if quoted(record.article.text, claim.party.start) else None
    return who is not None and said is not None and any(voice.actor == who for voice in said.chain[:1])


def _unlike(pronoun: str, name: str) -> bool:
    """Whether a pronoun cannot mean whom a phrase names: "she" not "the man", nor "her family"."""
    words = name.casefold().split()
    if words and words[0] in pronouns().reflexive and personal().get(words[0]) == personal()[pronoun]:
        return True
    known = (told(words[-1]) or gendered().get(words[-1]) or genders().get(words[0])) if words else None
    return known is not None and known != personal()[pronoun]


def _called(claim: PositionClaim, meant: Mapping[Span, Span], cast: Cast) -> PositionClaim:
    """With the words that a pronoun stands for as its party, where that is nobody in the cast: "families"."""
    if claim.party not in meant or cast.find(claim.party) is not None:
        return claim
    return msgspec.structs.replace(claim, party=meant[claim.party])


def _put(claim: PositionClaim, cast: Cast, found: dict[tuple[str, str], list[list[PositionClaim]]]) -> None:
    who = party(cast, claim.party)
    if who is None and claim.party.text.casefold() in EMPTY:
        return
    groups = found.setdefault((who or claim.party.text.casefold(), claim.stance), [])
    same = next((g for g in groups[-MANY:] if alike(g[0].about, claim.about)), None)
    if same is None:
        groups.append([claim])
    else:
        same.append(claim)


def alike(left: str, right: str) -> bool:
    """Whether two wordings say the same: as good as the same words, small ones left out."""
    a, b = _words(left), _words(right)
    return a == b or (bool(a and b) and len(a & b) / len(a | b) >= LIKE)


def _words(text: str) -> frozenset[str]:
    return frozenset(w.strip(".,;:'\"“”’") for w in text.casefold().split()) - SMALL


def _position(group: Sequence[PositionClaim], calendar: Calendar, cast: Cast) -> Position:
    lead = max(group, key=lambda c: (len(c.terms), len(c.about), c.id))
    return Position(
        id=key("position", *sorted(c.id for c in group)),
        party=party(cast, lead.party),
        party_text=lead.party.text,
        stance=lead.stance,
        about=lead.about,
        terms=lead.terms,
        toward=(party(cast, lead.toward) or lead.toward.text) if lead.toward else None,
        when=_when(group, calendar),
        attribution=attributed(cast, lead.attribution),
        spans=tuple(dict.fromkeys(s for c in group for s in c.spans)),
    )


def _when(group: Sequence[PositionClaim], calendar: Calendar) -> When | None:
    """When it was said, as a report tells; else the day of the first report."""
    told = [w for c in group if (w := calendar.when(c.times))]
    days = [w for c in group if (w := calendar.told(c.spans[0]))]
    return min(told or days, key=lambda w: (w.earliest or w.latest or "~", w.latest or ""), default=None)
