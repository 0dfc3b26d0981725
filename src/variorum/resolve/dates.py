"""When each article was published, and its time expressions on the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Calendar, Record


def dates(records: Sequence[Record]) -> Calendar:
    return Calendar({r.article.id: r.article.published for r in records if r.article.published}, {})
