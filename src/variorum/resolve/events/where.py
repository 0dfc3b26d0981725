"""Whether two place names can be of one event: a city lies in its country, a country in its part of the world.

Only countries, capitals and parts of the world are known. A gazetteer was tried (GeoNames: US states and 7,000 cities, each
name with all the places it can be): of the 301 reports of 80 incidents it joined 6 fewer, since reports name a suburb or the
next big city, and it kept apart 1 more of 13 that are two.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

import msgspec

from ...rules.incidents import spots
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
    unless both are unknown and named differently. A street or park may lie in any place unknown, and meet another there."""
    a, b = left.casefold().removeprefix("the "), right.casefold().removeprefix("the ")
    if a == b or a in b or b in a:
        return False
    first, second = _levels().get(a), _levels().get(b)
    if first is None or second is None:
        return first is None and second is None and not _spot(a) and not _spot(b)
    return a not in second and b not in first and not (first <= second or second <= first)


def _spot(name: str) -> bool:
    return any(word in spots() for word in name.split()[-1:])


def elsewhere(left: Collection[str], right: Collection[str], names: Mapping[str, str]) -> bool:
    """Whether no place of the one can be one of the other; `names`: actor id -> name, for places that are actors."""
    return bool(left and right) and all(apart(names.get(p, p), names.get(q, q)) for p in left for q in right)


def abroad(left: Collection[str], right: Collection[str], names: Mapping[str, str]) -> bool:
    """The same for places of which it is known where they lie; reports call one corner by many names."""
    known = [[p for p in many if placed(names.get(p, p))] for many in (left, right)]
    return elsewhere(known[0], known[1], names)
