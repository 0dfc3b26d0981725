"""Statuses of readings, and findings between them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Figure, Finding, Record, Reuse


def figures(many: Sequence[Figure], records: Sequence[Record], reuse: Sequence[Reuse]) -> tuple[tuple[Figure, ...], tuple[Finding, ...]]:
    """The figures with their readings' statuses, and the findings."""
    return tuple(many), ()
