"""Whether two place names can be of one event: a city lies in its country, a country in its part of the world."""

from __future__ import annotations

from functools import cache

import msgspec

from ...rules.tables import table


class Nation(msgspec.Struct, frozen=True):
    """A row of `shared/nations.toml`, as far as it is needed here."""

    name: str
    also: list[str] = []
    capital: list[str] = []


class Regions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`shared/continents.toml`: part of the world -> codes of its countries."""

    regions: dict[str, list[str]]


@cache
def _levels() -> dict[str, frozenset[str]]:
    """Folded name -> the names of all that it lies in, itself included."""
    nations = table("nations", dict[str, Nation], language="shared")
    regions = table("continents", Regions, language="shared").regions
    found: dict[str, set[str]] = {name.casefold(): {name.casefold()} for name in regions}
    for code, nation in nations.items():
        above = {nation.name.casefold(), *(r.casefold() for r, codes in regions.items() if code in codes)}
        for name in (nation.name, *nation.also):
            found.setdefault(name.casefold(), set()).update(above)
        for city in nation.capital:
            found.setdefault(city.casefold(), set()).update(above | {city.casefold()})
    return {name: frozenset(many) for name, many in found.items()}


def placed(name: str) -> bool:
    """Whether it is known where the place lies."""
    return name.casefold().removeprefix("the ") in _levels()


def apart(left: str, right: str) -> bool:
    """Whether the two are known places neither of which lies in the other; unknown places are given the benefit of the doubt,
    unless both are unknown and named differently."""
    a, b = left.casefold().removeprefix("the "), right.casefold().removeprefix("the ")
    if a == b or a in b or b in a:
        return False
    first, second = _levels().get(a), _levels().get(b)
    if first is None or second is None:
        return first is None and second is None
    return a not in second and b not in first and not (first <= second or second <= first)
