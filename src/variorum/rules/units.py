"""How an amount reads: "$3.2 billion", "1,200 hectares", "43 %"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from .tables import table


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of scale and the smallest number that is written with it."""

    size: float
    text: str


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `units.toml`."""

    units: dict[str, str]
    scale: tuple[Scale, ...]


@cache
def _table(language: str = "en") -> Units:
    return table("units", Units, language=language)


def amount(x: float, unit: str | None, number: Callable[[float], str]) -> str:
    """A number in its unit; `number` writes plain ones. Without a unit it is the number alone."""
    if not unit:
        return number(x)
    rules = _table()
    scale = next((s for s in rules.scale if abs(x) >= s.size), None)
    text = scale.text.format(value=number(round(x / scale.size, 3))) if scale else number(x)
    return rules.units.get(unit, "{value} {unit}").format(value=text, unit=unit)
