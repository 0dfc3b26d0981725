"""Which amounts with a unit are readings of one figure."""

from __future__ import annotations

from functools import cache

import msgspec

from ...model import FigureClaim
from ...rules.tables import table


class Measure(msgspec.Struct, frozen=True):
    """What is read here of a measure in `measures.toml`."""

    name: str
    unit: str = ""
    apart: bool = False


class Measures(msgspec.Struct, frozen=True):
    """What is read here of `measures.toml`."""

    measure: tuple[Measure, ...]


@cache
def _sized(language: str = "en") -> dict[str, Measure]:
    return {m.name: m for m in table("measures", Measures, language=language).measure if m.unit}


def scope(claim: FigureClaim) -> str | None:
    """What two amounts of one measure must share to be readings of one figure; None for a count.

    The unit, and where the measure belongs to its place and moment (winds, prices, fines) the value too: so that two winds are
    never an update or a conflict of one another.
    """
    measure = _sized().get(claim.measure)
    if measure is None:
        return None
    value = f" {claim.high if claim.low is None else claim.low}" if measure.apart else ""
    return f"{claim.unit or measure.unit}{value}"
