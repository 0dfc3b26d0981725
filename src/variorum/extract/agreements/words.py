"""The vocabulary of agreements (`rules/en/agreements.toml`)."""

from __future__ import annotations

from functools import cache

import msgspec

from ...rules import forms
from ...rules.tables import table
from ..lexicon import Lexicon, Row, compile_rows

GENERAL = "deal"
"""The kind that says least: any other goes before it."""
VERBS = frozenset({"brokering", "accusing", "prolonging", "approving", "making", "crafting", "announced"})
NOUNS = frozenset(
    {"breaching", "extending", "ending", "leaving", "agreeing", "suspending", "parts", "sought", "prolonging"}
)


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `[[kind]]`."""

    name: str
    nouns: list[str]
    of: list[str]
    weak: list[str] = []


class Agreements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`agreements.toml`."""

    kind: list[Kind]
    event: list[Row]
    words: dict[str, list[str]]


@cache
def words(name: str) -> frozenset[str]:
    """A list of the table; of verbs and nouns, all their forms."""
    return forms.listed(table("agreements", Agreements).words[name], verbal=name in VERBS, nominal=name in NOUNS)


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """A list of the table as phrases of words, the longest first."""
    return tuple(
        sorted((tuple(p.split()) for p in table("agreements", Agreements).words[name]), key=lambda p: (-len(p), p))
    )


@cache
def lexicon() -> Lexicon:
    """The patterns of steps and terms."""
    return compile_rows(table("agreements", Agreements).event)


@cache
def nouns() -> dict[str, str]:
    """Form of a noun that names an agreement by itself -> its kind."""
    rows = table("agreements", Agreements).kind
    return {form: row.name for row in rows for form in forms.nouns(row.nouns)}


@cache
def weak() -> dict[str, str]:
    """Form of a noun that names one beside a plain one only -> its kind."""
    rows = table("agreements", Agreements).kind
    return {form: row.name for row in rows for form in forms.nouns(row.weak)}


@cache
def before() -> dict[str, str]:
    """Word before a general noun -> the kind that it makes it."""
    return {word: row.name for row in table("agreements", Agreements).kind for word in row.of}
