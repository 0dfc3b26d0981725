"""Findings between reports on quotes."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Quote, Finding, Record


def quotes(many: Sequence[Quote], records: Sequence[Record]) -> tuple[Finding, ...]:
    return ()
