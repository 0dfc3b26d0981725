"""Statuses of readings, and findings between them: agreement, update, revision, conflict, scope, subset, misprint, lone."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Figure, Finding, Origin, Record
from .cases import sentences_of
from .finding import differences, parts, scopes, told_within
from .misprint import suspects
from .plain import plain
from .status import settled
from .sums import sums
from .tale import tale
from .witness import lone

__all__ = ["figures"]


def figures(
    many: Sequence[Figure], records: Sequence[Record], origins: Sequence[Origin]
) -> tuple[tuple[Figure, ...], tuple[Finding, ...]]:
    """The figures with their readings' statuses, and the findings, misprints first."""
    told = sentences_of(records)
    slips = suspects(many, records, told)
    story = tale(many, records, told, slips)
    done = tuple(settled(figure, slips, story) for figure in many)
    within = told_within(done)
    findings = [
        *(slip.finding for slip in slips.values()),
        *(f for figure in done for f in differences(figure, within, story)),
        *parts(done),
        *sums(done, records),
        *scopes(done),
        *lone(done, records, origins),
        *plain(done, records),
    ]
    return done, tuple({f.id: f for f in findings}.values())
