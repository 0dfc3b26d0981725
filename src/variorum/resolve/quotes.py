"""Quotes with their speakers; the same quote in several records joined."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Calendar, Cast, Quote, Record


def quotes(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Quote, ...]:
    return ()
