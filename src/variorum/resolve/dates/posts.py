"""The moments of a live blog's posts: the clock time of each on the day of its page, or of the date line above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import msgspec

from ...model import Post, Record, Time, When
from ...model.moment import parsed, single

TURN = 6
"""Hours by which the clock must jump against the order of the page for a night to lie between two posts: some are also moved
about within their hours."""
HALF = re.compile(r"[ap]\.?\s?m\b", re.I)
HEAD = 200
"""Characters before the first post in which a line with a day is that of the posts, not of the page."""
LATE = "on a page that goes on past midnight and bears the day of its first post"


class Head(NamedTuple):
    """A line with a day, by where it starts."""

    start: int
    day: date


def posts(record: Record, published: When | None, times: Sequence[Time]) -> tuple[Post, ...]:
    """The posts with their moments; None where the day of the page is not known to a single day.

    A page that runs past midnight bears the day of its first post, as pages keep the day on which they were opened; nothing on
    it says so, so that the moments then are inferred.
    """
    own = record.article.posts
    if not own or own[0].by:
        return tuple(_embedded(one, times) for one in own)
    nights, heads, day = _nights(own), list(_heads(record, times)), single(published)
    known = [n for n in nights if n is not None]
    late, first = max(known) > min(known), min(known)
    out = []
    for one, night in zip(own, nights, strict=True):
        told = parsed(one.value)
        head = next((h for h in reversed(heads) if h.start < one.start), None)
        if told is None and head is not None and night is not None:
            told = head.day + timedelta(night - _under(head, own, nights))
        on = told or (day + timedelta(night - first) if day and night is not None else None)
        out.append(msgspec.structs.replace(one, when=_moment(one, on, inferred=late and told is None)))
    return tuple(out)


def _under(head: Head, own: Sequence[Post], nights: Sequence[int | None]) -> int:
    """The night of the first post below a date line."""
    return next((n for p, n in zip(own, nights, strict=True) if p.start > head.start and n is not None), 0)


def _embedded(one: Post, times: Sequence[Time]) -> Post:
    """An embedded post, which is of the day under it."""
    when = next((t.when for t in times if t.span == one.stamp), None)
    return msgspec.structs.replace(one, when=when)


def _moment(one: Post, day: date | None, *, inferred: bool) -> When | None:
    if day is None:
        return None
    moment, why = f"{day}T{one.value.partition('T')[2][:5]}", f"the post is of {one.stamp.text}"
    if inferred:
        return When(moment, moment, "inferred", f"{why}, {LATE}", (one.stamp,))
    return When(moment, moment, "stated", why, (one.stamp,))


def _nights(own: Sequence[Post]) -> list[int | None]:
    """For each post, how many midnights lie between the first of the page and it, below 0 where the newest comes first: of the
    two orders it has the one that makes the page the shorter. None where half of the day was mistaken."""
    hours = [int(p.value.partition("T")[2][:2]) + int(p.value[-2:]) / 60 for p in own]
    sign = min((-1, 1), key=lambda one: sum(one * (after - before) % 24 for before, after in pairwise(hours)))
    out: list[int | None] = [0]
    last, night = hours[0], 0
    for hour, after, post in zip(hours[1:], [*hours[2:], None], own[1:], strict=True):
        slip = after is not None and HALF.search(post.stamp.text) and _slip(last, hour, after, sign)
        if not slip:
            night += sign if _turns(last, hour, sign) else 0
            last = hour
        out.append(None if slip else night)
    return out


def _slip(before: float, hour: float, after: float, sign: int) -> bool:
    """Whether an hour fits between its neighbours in the other half of the day alone: "12:05 a.m." after 12:15 p.m. and before
    11:40 a.m."""
    if _turns(before, after, sign) or not (_turns(before, hour, sign) or _turns(hour, after, sign)):
        return False
    low, high = sorted((before, after))
    return low <= (hour + 12) % 24 <= high


def _turns(before: float, after: float, sign: int) -> bool:
    """Whether a night lies between two hours, in the order of the page."""
    return (after - before) * sign <= -TURN


def _heads(record: Record, times: Sequence[Time]) -> Iterator[Head]:
    """Where a day stands alone in its line, which is that of the posts below it; not the page's own date."""
    text, own = record.article.text, record.article.posts
    first = min(own[0].start - HEAD, own[-1].start)
    stamps = {e.span for e in record.expressions if e.stamp in ("published", "updated")}
    for one in times:
        day = single(one.when) if one.type == "DATE" and first < one.span.start < own[-1].start else None
        line = text[text.rfind("\n", 0, one.span.start) + 1 :].partition("\n")[0]
        if day and one.span not in stamps and line.strip(" *#•-–—:|\r") == one.span.text:
            yield Head(one.span.start, day)
