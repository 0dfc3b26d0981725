"""Common nouns for people, bodies and places: the part of `rules/<language>/nominals.toml` that joins reports."""

from __future__ import annotations

from functools import cache

import msgspec

from .forms import nouns
from .people import Words
from .tables import table


class Vague(msgspec.Struct, frozen=True):
    """The lists of nouns that join reports; the other lists are read where names are found."""

    organisation: dict[str, list[str]]

    group: Words
    vague: Words
    nobody: Words
    plain: Words
    owners: Words
    definite: Words
    articles: Words
    any: Words


@cache
def bodies(language: str = "en") -> dict[str, frozenset[str]]:
    """Noun for a body -> words of names that it can stand for; those that can stand for any body are left out."""
    rows = table("nominals", Vague, language=language).organisation
    return {noun: frozenset(words) for noun, words in rows.items() if words}


@cache
def kinds(language: str = "en") -> frozenset[str]:
    """Nouns for bodies of every kind."""
    return frozenset(table("nominals", Vague, language=language).organisation)


@cache
def vague(language: str = "en") -> frozenset[str]:
    """Nouns, singular and plural, that mean nobody in particular."""
    return frozenset(nouns(table("nominals", Vague, language=language).vague.words, language))


@cache
def crowds(language: str = "en") -> frozenset[str]:
    """Nouns, singular and plural, for people of a kind."""
    return frozenset(nouns(table("nominals", Vague, language=language).group.words, language))


@cache
def articles(language: str = "en") -> frozenset[str]:
    """Words that begin a phrase set beside a name."""
    return frozenset(table("nominals", Vague, language=language).articles.words)


@cache
def definite(language: str = "en") -> frozenset[str]:
    """Words before a noun that point to what is known."""
    return frozenset(table("nominals", Vague, language=language).definite.words)


@cache
def anyone(language: str = "en") -> frozenset[str]:
    """Words that say that anybody at all is meant."""
    return frozenset(table("nominals", Vague, language=language).any.words)


@cache
def nobody(language: str = "en") -> frozenset[str]:
    """Nouns, singular and plural, that mean nobody, however often they are used."""
    return frozenset(nouns(table("nominals", Vague, language=language).nobody.words, language))


@cache
def plain(language: str = "en") -> frozenset[str]:
    """Words before a noun that do not tell one group from another."""
    return frozenset(table("nominals", Vague, language=language).plain.words)


@cache
def owners(language: str = "en") -> frozenset[str]:
    """Words that say whose it is without naming anybody."""
    return frozenset(table("nominals", Vague, language=language).owners.words)
