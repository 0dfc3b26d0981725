"""Names of countries, of their people and of their seats of government."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from .tables import ROOT, load


class Regions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/shared/regions.toml`."""

    regions: dict[str, list[str]]


NationForm = Literal["name", "adjective", "people", "capital"]


class Nation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `rules/shared/nations.toml`."""

    name: str
    also: list[str] = []
    adjective: list[str] = []
    people: list[str] = []
    capital: list[str] = []


@cache
def nations() -> dict[str, Nation]:
    """Code -> nation."""
    return load(ROOT / "shared" / "nations.toml", dict[str, Nation])


@cache
def forms() -> dict[str, tuple[str, NationForm]]:
    """Lower-case form -> (code, which form it is). The name of a country wins over a capital of the same name."""
    out: dict[str, tuple[str, NationForm]] = {}
    for kind in ("name", "adjective", "people", "capital"):
        for code, nation in nations().items():
            words = [nation.name, *nation.also] if kind == "name" else getattr(nation, kind)
            for word in words:
                out.setdefault(word.lower(), (code, kind))
    return out


def nation(text: str) -> tuple[str, NationForm] | None:
    """The nation that a name, adjective, people's name or capital belongs to; a leading article is no matter."""
    low = text.lower()
    found = forms().get(low)
    if found is None and low.startswith("the "):
        found = forms().get(low[4:])
    if found and text in ("us", "Us", "car", "rok"):  # the pronoun, not the country
        return None
    return found


@cache
def regions() -> dict[str, str]:
    """Lower-case form of a state, province or part of the world -> its name."""
    rows = load(ROOT / "shared" / "regions.toml", Regions).regions
    return {form.lower(): name for name, forms in rows.items() for form in [name, *forms]}
