"""An event claim with its names looked up and its time on the calendar."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Calendar, Cast, EventClaim, Party, Record, Span, When

PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "who", "his", "their", "its", "we", "us", "you", "i", "me"})
EMPTY = PRONOUNS | frozenset({"attendees", "participants", "delegates", "guests", "people", "others", "one", "some", "many", "both", "all",
                              "those", "most", "side", "sides", "group", "part", "number"})


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


def node(claim: EventClaim, at: int, record: Record, calendar: Calendar, cast: Cast) -> Node | None:
    """The claim with what it means; None where nobody in it is known and no place or time is told."""
    who = tuple(w for p in claim.parties if (w := _who(p, cast)) is not None)
    places = tuple(dict.fromkeys(cast.find(s) or s.text for s in claim.places))
    told = calendar.when(claim.times)
    published = calendar.published.get(claim.article) or record.article.published
    if not who and not places and told is None:
        return None
    return Node(claim, who, places, told or _reported(claim, published), told is not None, at, published)


def _who(party: Party, cast: Cast) -> Who | None:
    actor = cast.find(party.span)
    if actor is None and party.span.text.casefold() in EMPTY:
        return None
    return Who(party, actor)


def _reported(claim: EventClaim, published: When | None) -> When | None:
    """When an event without a time of its own was: news tells of its own day, and of plans that lie ahead of it."""
    if published is None or not (published.earliest and published.latest):
        return None
    if claim.status == "planned":
        return None
    if claim.status == "held" or claim.status == "ongoing":
        return When(published.earliest, published.latest, "inferred", "no time is told: the report's own day", published.evidence)
    return None


def words(span: Span) -> frozenset[str]:
    """The words of a span, for likeness."""
    return frozenset(span.text.casefold().split())
