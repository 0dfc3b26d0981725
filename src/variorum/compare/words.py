"""The words of `rules/<language>/counts.toml`."""

from __future__ import annotations

from functools import cache

import msgspec

from ..rules.tables import table


class Counts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `counts.toml`; its comments say what each row is for."""

    definite: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    apart: tuple[frozenset[str], ...]
    of: frozenset[str]
    age: tuple[str, ...]
    old: tuple[str, ...]


@cache
def counts(language: str = "en") -> Counts:
    """The words of a language."""
    return table("counts", Counts, language=language)
