"""The time of an event claim: what its sentence tells, where that can be its own, else the day that the report is about."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...model import Calendar, EventClaim, Record, When
from ...model.moment import parsed
from ...rules.incidents import back

FRESH = 3
"""Days that news of an event is news."""
LEAD = 700
"""Characters at a report's head in which it says which day it is about."""
WEEKS = 16
"""Days up to which an interval is a matter of days, to be cut at the report's own; a month or year is named as such."""
EARLIER = "no time is told: over before what the report is about"
POSTED = "no time is told: that of the post"
LIVE = ("held", "ongoing")
IN_DAY = ["in", "the", "day"]
"""The end of "earlier in the day", of a day told before."""


def told(claim: EventClaim, calendar: Calendar, published: When | None) -> When | None:
    """The first time told in the claim's clause that is a time of its own; None where there is none.

    "Now" and "recently" date nothing, and "that night" is a night told before. What has happened is not later than its report,
    a plan is not over before it: a time that says otherwise is that of something else in the sentence ("announced the end of
    the curfew on 26 July").
    """
    for one in claim.times:
        words = one.span.text.casefold().split()
        again = not back().isdisjoint(words[:1]) or words[1:] == IN_DAY
        when = None if one.value.endswith("_REF") or again else calendar.when((one,))
        if when is not None and not _amiss(claim, when, published):
            return _bounded(claim, when, published)
    return None


def _amiss(claim: EventClaim, when: When, published: When | None) -> bool:
    if published is None:
        return False
    if claim.status in LIVE:
        return _before(published.latest, when.earliest)
    return claim.status == "planned" and _before(when.latest, published.earliest)


def _bounded(claim: EventClaim, when: When, published: When | None) -> When:
    """A week or so cut at the report's own day: "this week" ends with it for what has happened, begins with it for a plan."""
    if published is None or not (when.earliest and when.latest) or not 0 < days(when.earliest, when.latest) <= WEEKS:
        return when
    if claim.status in LIVE and _before(published.latest, when.latest):
        return msgspec.structs.replace(when, latest=published.latest)
    if claim.status == "planned" and _before(when.earliest, published.earliest):
        return msgspec.structs.replace(when, earliest=published.earliest)
    return when


def _before(left: str | None, right: str | None) -> bool:
    return bool(left and right and left[:10] < right[:10])


def news(record: Record, calendar: Calendar, published: When | None) -> When | None:
    """The day that a report is about: the first that its lead or an event in it states, if that is at most three days before it
    came out; else its own day. None where that is not known."""
    if published is None or not (published.earliest and published.latest):
        return None
    for when in _stated(record, calendar):
        low, high = (when.earliest or "")[:10], (when.latest or "")[:10]
        if low and low == high and 0 <= days(high, published.earliest) <= FRESH:
            return When(low, high, "inferred", "no time is told: the day that the report is about", when.evidence)
    return When(
        published.earliest, published.latest, "inferred", "no time is told: the report's own day", published.evidence
    )


def posted(calendar: Calendar, claim: EventClaim) -> When | None:
    """The moment of the post in a live blog that tells of an event."""
    if claim.article not in calendar.posts:
        return None
    post = calendar.told(claim.spans[0])
    return When(post.earliest, post.latest, "inferred", POSTED, post.evidence) if post else None


def usual(claim: EventClaim, day: When | None) -> When | None:
    """The time of an event for which none is told: the day that the report is about (`news`), or some day up to it where it is
    told as over by then; None for what is still to come."""
    if day is None or claim.status not in LIVE:
        return None
    return When(None, day.latest, "inferred", EARLIER, day.evidence) if claim.earlier else day


def _stated(record: Record, calendar: Calendar) -> Iterator[When]:
    """The moments that the lead gives, in order, then those of what is told as held."""
    article = record.article
    body = min((p.start for p in article.parts if p.kind == "body"), default=0)
    lead = [e for e in record.expressions if body <= e.span.start < body + LEAD and e.stamp is None]
    held = [e for c in record.claims if isinstance(c, EventClaim) and c.status == "held" for e in c.times]
    for one in (*lead, *held):
        if one.type in ("DATE", "TIME") and not one.value.endswith("_REF"):
            when = calendar.when((one,))
            if when is not None:
                yield when


def days(low: str, high: str) -> int:
    """Days from one ISO date or datetime to another; a large number where one is no date."""
    first, last = parsed(low), parsed(high)
    return (last - first).days if first and last else 10**6
