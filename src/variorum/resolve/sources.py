"""Whom the reports rest on."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Calendar, Cast, Source, Record


def sources(records: Sequence[Record], cast: Cast) -> tuple[Source, ...]:
    return ()
