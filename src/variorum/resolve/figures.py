"""Series: readings of one figure across records."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Calendar, Cast, Figure, Record


def figures(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Figure, ...]:
    return ()
