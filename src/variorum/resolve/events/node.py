"""An event claim with its names looked up and its time on the calendar."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from ...model import Actor, Calendar, Cast, EventClaim, Party, Record, Span, When
from ...rules.forms import plural
from ...rules.incidents import folk, reign, tail
from .when import news, posted, told, usual

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


INCIDENTS = frozenset({"ASSAULT", "ACCIDENT", "DISASTER"})
"""Types of what happens once and is told again and again."""


OWNED = re.compile(r"['’]s\s")
MEETING = frozenset({"meet", "host", "call"})
"""Modes of a meeting that takes two."""
AFTER = 3
"""Words after a name among which the noun stands that it goes before."""
NESTED = 8
"""Mentions within one phrase that are looked at."""


@dataclass(frozen=True)
class Who:
    """A party: the actor that it means, if one was found."""

    party: Party
    actor: str | None
    body: str | None = None
    """The body or nation whose office it is, where a phrase has several: other reports may tell of that one alone."""

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
    def bare(self) -> bool:
        """Whether it says nothing of its own: "the attack". It is kept where it goes with others."""
        return not (self.who or self.places or self.stated)

    @cached_property
    def words(self) -> tuple[str, str]:
        """The word that tells it and its title, in lower case."""
        return self.claim.spans[0].text.casefold(), self.claim.title.casefold()

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who takes part, by key."""
        return frozenset(key for w in self.who for key in (w.key, w.body) if key)


def nodes(record: Record, calendar: Calendar, cast: Cast) -> list[Node]:
    """The events that an article tells, in its order; left out where nobody in them is known and no place or time is told."""
    claims = [c for c in record.claims if isinstance(c, EventClaim)]
    published = calendar.published.get(record.article.id) or record.article.published
    day = news(record, calendar, published)
    found = (
        _node(c, i, posted(calendar, c) or day, calendar.told(c.spans[0]) or published, calendar, cast)
        for i, c in enumerate(claims)
    )
    return [n for n in found if n is not None]


def _node(
    claim: EventClaim, at: int, day: When | None, published: When | None, calendar: Calendar, cast: Cast
) -> Node | None:
    who = tuple(w for p in claim.parties for w in _each(p, cast))
    places = tuple(dict.fromkeys(cast.find(s) or s.text for s in claim.places))
    when = told(claim, calendar, published)
    if not who and not places and when is None and claim.type not in INCIDENTS:
        return None
    if claim.type == "CONSULT" and claim.mode in MEETING and len(who) < 2 and not (places or when or claim.again):
        return None  # one party alone, nowhere and at no time: nobody met
    return Node(
        claim,
        who,
        places,
        when or usual(claim, day),
        when is not None,
        at,
        published,
    )


def _each(party: Party, cast: Cast) -> tuple[Who, ...]:
    """Whom a party means: each holder of "the Acme and Orlo chiefs" whom the reports name, else one or nobody."""
    one, holders = _who(party, cast), cast.each(party.span)
    if holders and all(_named(actor) for actor in cast.actors if actor.id in holders):
        return tuple(Who(party, actor, one.actor if one else None) for actor in holders)
    return () if one is None else (one,)


def _named(actor: Actor) -> bool:
    """Whether somebody has a name and is no office without one: "leader of the Orlo Watch", "Acme chief"."""
    words = actor.name.split()
    return words[0][:1].isupper() and words[-1][:1].isupper()


def _who(party: Party, cast: Cast) -> Who | None:
    """Whom a party means, if it is somebody of the cast; not the one who only goes before: "a Boston man", "his wife"."""
    actor = cast.find(party.span)
    if actor is None and party.span.text.casefold() in EMPTY:
        return None
    return Who(party, None if actor and (_before(party.span, actor, cast) or _body(party.span, actor, cast)) else actor)


def _body(span: Span, actor: str, cast: Cast) -> bool:
    """Whether a phrase with nobody of the cast in it but a country names a body of that country: "heads of Kenya's Blue Watch
    harbour service"."""
    if cast.kinds.get(actor) != "place":
        return False
    owner = OWNED.search(span.text)
    return owner is not None and any(
        w[:1].isupper() and w.casefold() not in folk() for w in span.text[owner.end() :].split()
    )


def _before(span: Span, actor: str, cast: Cast) -> bool:
    """Whether all that a phrase says of an actor stands right before its noun for a person."""
    spots = cast.spots.get(span.article, ())
    inside = [
        s for s in spots[bisect_left(spots, (span.start, 0, "")) :][:NESTED] if s[1] <= span.end and s[2] == actor
    ]
    rests = [span.text[end - span.start :] for _, end, _ in inside]
    person = cast.kinds.get(actor) == "person"
    return bool(rests) and all(_modifies(rest) or (person and _goes_on(rest)) for rest in rests)


def _goes_on(rest: str) -> bool:
    """Whether a phrase goes on after a person's name to a noun of its own: "Quist campaign aides", "Quist's lawyers"."""
    words = rest.removeprefix("'s").removeprefix("’s").split()
    return (
        bool(words)
        and words[-1].isalpha()
        and words[0].islower()
        and words[0] not in tail()
        and words[-1] not in reign()
    )


def _modifies(rest: str) -> bool:
    """Whether the words after a name go on to a noun for one person that heads the phrase: "'s wife", " police officer"; not
    "UN refugee agency", nor many of a country ("Norwegian soldiers"), who may stand for it."""
    words = rest.casefold().removeprefix("'s").removeprefix("’s").split()[: AFTER + 1]
    end = next((n for n, word in enumerate(words) if word in tail()), len(words))
    head = words[end - 1].rstrip(",.") if 0 < end <= AFTER else ""
    return head in folk() and not plural(head) and not any(w.endswith(",") for w in words[: end - 1])
