"""The table `rules/<lang>/incidents.toml`: which words tell of one event that is told again and again."""

from __future__ import annotations

from functools import cache

import msgspec

from . import forms
from .tables import table


class Incidents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """families: family -> words; once: row -> words; the others: lists of words."""

    families: dict[str, list[str]]
    general: dict[str, list[str]]
    other: dict[str, list[str]]
    once: dict[str, list[str]]
    named: dict[str, list[str]]
    between: dict[str, list[str]]
    back: dict[str, list[str]]
    spots: dict[str, list[str]]
    vague: dict[str, list[str]]
    folk: dict[str, list[str]]
    several: dict[str, list[str]]
    mishap: dict[str, list[str]]
    weak: dict[str, list[str]]
    minor: dict[str, list[str]]
    tail: dict[str, list[str]]
    reign: dict[str, list[str]]
    steps: dict[str, list[str]]


def _table(language: str) -> Incidents:
    return table("incidents", Incidents, language=language)


@cache
def families(language: str = "en") -> dict[str, frozenset[str]]:
    """Every form of a word -> the families that it stands in; a general word stands in none."""
    rules = _table(language)
    found: dict[str, set[str]] = {}
    for family, bases in rules.families.items():
        for form in (*forms.verbs(bases), *forms.nouns(bases)):
            found.setdefault(form, set()).add(family)
    for form in (*forms.verbs(rules.general["words"]), *forms.nouns(rules.general["words"])):
        found[form] = set()
    return {form: frozenset(names) for form, names in found.items()}


@cache
def other(language: str = "en") -> tuple[str, ...]:
    """Words, each between blanks, that set the incident of a sentence apart from the one that the report is about."""
    return tuple(f" {word} " for word in _table(language).other["words"])


@cache
def once(language: str = "en") -> dict[str, str]:
    """Every form of a word for what happens to a person once -> its row."""
    return {
        form: name
        for name, bases in _table(language).once.items()
        for form in (*forms.verbs(bases), *forms.nouns(bases))
    }


@cache
def named(language: str = "en") -> frozenset[str]:
    """Names of days and months, in small letters."""
    return frozenset(_table(language).named["words"])


@cache
def between(language: str = "en") -> frozenset[str]:
    """Words that, between two blows in one sentence, tell two incidents apart."""
    return frozenset(_table(language).between["words"])


@cache
def back(language: str = "en") -> frozenset[str]:
    """Words with which a time begins that the text has told before."""
    return frozenset(_table(language).back["words"])


@cache
def spots(language: str = "en") -> frozenset[str]:
    """Words for a part of a town or district, with which its name ends."""
    return frozenset(_table(language).spots["words"])


@cache
def vague(language: str = "en") -> frozenset[str]:
    """Words for those hit that say nothing of who they were."""
    return frozenset(_table(language).vague["words"])


@cache
def reign(language: str = "en") -> frozenset[str]:
    """Nouns for those whom somebody leads, who may be told by the leader's name."""
    return frozenset(_table(language).reign["words"])


@cache
def folk(language: str = "en") -> frozenset[str]:
    """Nouns for a person, singular and plural."""
    return frozenset(forms.nouns(_table(language).folk["words"], language))


@cache
def several(language: str = "en") -> frozenset[str]:
    """Words that tell of more than one person, or of another one."""
    return frozenset(_table(language).several["words"])


@cache
def mishap(language: str = "en") -> frozenset[str]:
    """Words by which a report says that nobody meant it."""
    return frozenset(_table(language).mishap["words"])


@cache
def weak(language: str = "en") -> frozenset[str]:
    """Words that begin a title which does not stand alone."""
    return frozenset(_table(language).weak["words"])


@cache
def minor(language: str = "en") -> frozenset[str]:
    """Words in a title that make it a side of what happened, or another thing."""
    return frozenset(_table(language).minor["words"])


@cache
def tail(language: str = "en") -> frozenset[str]:
    """Words after a name with which something else begins."""
    return frozenset(_table(language).tail["words"])


@cache
def steps(language: str = "en") -> tuple[str, ...]:
    """Rows of `once` that follow one another in a case."""
    return tuple(_table(language).steps["words"])
