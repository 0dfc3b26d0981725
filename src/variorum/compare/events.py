"""Findings between reports on events."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Event, Finding, Record


def events(many: Sequence[Event], records: Sequence[Record]) -> tuple[Finding, ...]:
    return ()
