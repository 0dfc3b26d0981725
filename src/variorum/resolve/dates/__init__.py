"""When each article was published, and its time expressions on the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Calendar, Record, When
from .bounds import bounds
from .infer import infer
from .lay import lay
from .posts import posts
from .tolls import narrowed

__all__ = ["dates"]


def dates(records: Sequence[Record]) -> Calendar:
    """Known days are kept; for the other articles an interval is inferred where the texts of the story bound it on both sides,
    and made narrower by tolls that rise from report to report.

    What can be said of the rest is kept apart, for readers alone: nothing is counted from half an interval.
    """
    published: dict[str, When] = {r.article.id: r.article.published for r in records if r.article.published}
    published |= infer(records)
    published |= narrowed(records, published)
    times = {r.article.id: lay(r, published.get(r.article.id)) for r in records}
    index = {(t.span.article, t.span.start, t.span.end): t for rows in times.values() for t in rows}
    blogs = {i: found for r in records if (found := posts(r, published.get(i := r.article.id), times[i]))}
    return Calendar(published, times, index, bounds(records, published), blogs)
