"""The words that each report uses for one referent."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Cast, Wording, Record


def wording(records: Sequence[Record], cast: Cast) -> tuple[Wording, ...]:
    return ()
