"""An event claim with its names looked up and its time on the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Calendar, Cast, EventClaim, Party, Record, When

PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "who", "his", "their", "its", "we", "us", "you", "i", "me"}
)
EMPTY = PRONOUNS | frozenset(
    {
        "attendees",
        "participants",
        "delegates",
        "guests",
        "people",
        "others",
        "one",
        "some",
        "many",
        "both",
        "all",
        "those",
        "most",
        "side",
        "sides",
        "group",
        "part",
        "number",
    }
)


FRESH = 3
"""Days that news of an event is news."""


@dataclass(frozen=True)
class Who:
    """A party: the actor that it means, if one was found."""

    party: Party
    actor: str | None

    @property
    def key(self) -> str:
        """What two parties must share to be one."""
        return self.actor or self.party.span.text.casefold()


@dataclass(frozen=True)
class Node:
    """One claim. `stated` is False where the day is only that of the report; `at` is its place in its article."""

    claim: EventClaim
    who: tuple[Who, ...]
    places: tuple[str, ...]
    when: When | None
    stated: bool
    at: int
    published: When | None

    @property
    def article(self) -> str:
        return self.claim.article

    @property
    def actors(self) -> frozenset[str]:
        """Who takes part, by key."""
        return frozenset(w.key for w in self.who)


def nodes(record: Record, calendar: Calendar, cast: Cast) -> list[Node]:
    """The events that an article tells, in its order; left out where nobody in them is known and no place or time is told."""
    claims = [c for c in record.claims if isinstance(c, EventClaim)]
    published = calendar.published.get(record.article.id) or record.article.published
    day = _day(claims, calendar, published)
    return [n for i, c in enumerate(claims) if (n := _node(c, i, day, published, calendar, cast)) is not None]


def _day(claims: Sequence[EventClaim], calendar: Calendar, published: When | None) -> When | None:
    """The day that a report is about: the first one that it states for an event, if that is at most three days before it came
    out; else its own day."""
    if published is None or not (published.earliest and published.latest):
        return None
    for claim in claims:
        told = calendar.when(claim.times) if claim.status == "held" else None
        if (
            told
            and told.earliest
            and told.latest
            and told.earliest[:10] == told.latest[:10]
            and 0 <= days(told.latest, published.earliest) <= FRESH
        ):
            return When(
                told.earliest[:10],
                told.latest[:10],
                "inferred",
                "no time is told: the day that the report is about",
                told.evidence,
            )
    return When(
        published.earliest, published.latest, "inferred", "no time is told: the report's own day", published.evidence
    )


def days(low: str, high: str) -> int:
    """Days from one ISO date or datetime to another; a large number where one is no date."""
    try:
        return (date.fromisoformat(high[:10]) - date.fromisoformat(low[:10])).days
    except ValueError:
        return 10**6


def _node(
    claim: EventClaim, at: int, day: When | None, published: When | None, calendar: Calendar, cast: Cast
) -> Node | None:
    who = tuple(w for p in claim.parties if (w := _who(p, cast)) is not None)
    places = tuple(dict.fromkeys(cast.find(s) or s.text for s in claim.places))
    told = calendar.when(claim.times)
    if not who and not places and told is None:
        return None
    if claim.type == "CONSULT" and claim.mode == "meet" and len(who) < 2 and not (places or told or claim.again):
        return None  # one party alone, nowhere and at no time: nobody met
    return Node(
        claim,
        who,
        places,
        told or (day if claim.status in ("held", "ongoing") else None),
        told is not None,
        at,
        published,
    )


def _who(party: Party, cast: Cast) -> Who | None:
    actor = cast.find(party.span)
    if actor is None and party.span.text.casefold() in EMPTY:
        return None
    return Who(party, actor)
