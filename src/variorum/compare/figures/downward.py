"""Ranges that run downward: nobody counts "150 to 18", so one of the two ends is likely wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Figure, Reading
from .cases import Slip
from .made import finding
from .say import reasons, what

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def downward(many: Sequence[Figure]) -> dict[str, Slip]:
    """Reading id -> slip, of the ranges of people or things whose first end is printed above the second."""
    out: dict[str, Slip] = {}
    for figure in many:
        for reading in figure.readings:
            if reading.hedge == "range" and figure.unit is None and _falls(reading):
                why = reasons().slip.range.format(value=reading.text, what=what(figure))
                out[reading.id] = Slip(finding("misprint", figure, [reading], why))
    return out


def _falls(reading: Reading) -> bool:
    ends = [float(n.replace(",", "")) for n in _NUMBER.findall(reading.text)]
    return len(ends) == 2 and ends[0] > ends[1] and (reading.low, reading.high) == (ends[1], ends[0])
