"""Inflected forms of English verbs and nouns, so that rule tables list base forms only.

Regular spelling after Quirk et al., A Comprehensive Grammar of the English Language, 3.5 to 3.10 and 5.79 to 5.81; the
irregular ones are a table (`rules/en/irregular.toml`).
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from .tables import table


class Irregular(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """verbs: base -> [past, participle] (several past forms or participles joined by "/"); nouns: singular -> plural;
    doubling: verbs of several syllables whose last consonant doubles."""

    verbs: dict[str, list[str]]
    nouns: dict[str, str]
    doubling: list[str]


@cache
def verb(base: str, language: str = "en") -> dict[str, str]:
    """Every form of a verb (or of the first word of a phrasal one: "carry out") -> base, s, past, participle or ing."""
    head, _, rest = base.partition(" ")
    irregular = table("irregular", Irregular, language=language)
    past, participle = irregular.verbs.get(head, [_past(head, irregular), _past(head, irregular)])
    forms: dict[str, str] = {}
    for kind, words in (
        ("ing", _ing(head, irregular)),
        ("participle", participle),
        ("past", past),
        ("s", _s(head)),
        ("base", head),
    ):
        for word in words.split("/"):
            forms[f"{word} {rest}".strip()] = kind
            if word.endswith(("lled", "lling")) and not head.endswith("ll"):  # cancelled and canceled
                forms[f"{word.replace('ll', 'l')} {rest}".strip()] = kind
    return forms


@cache
def noun(base: str, language: str = "en") -> tuple[str, str]:
    """Singular and plural of a noun; of a phrase, its last word changes."""
    head, space, last = base.rpartition(" ")
    plural = table("irregular", Irregular, language=language).nouns.get(last) or _s(last)
    return base, f"{head}{space}{plural}"


def verbs(bases: list[str], language: str = "en") -> dict[str, str]:
    """Any form of any of these verbs -> its base."""
    return {form: base for base in bases for form in verb(base, language)}


def nouns(bases: list[str], language: str = "en") -> dict[str, str]:
    """Singular and plural of these nouns -> singular."""
    return {form: base for base in bases for form in noun(base, language)}


def listed(bases: list[str], *, verbal: bool = False, nominal: bool = False) -> frozenset[str]:
    """These words; `verbal` and `nominal` ones with all their forms."""
    return frozenset((*bases, *(verbs(bases) if verbal else ()), *(nouns(bases) if nominal else ())))


def plural(word: str, language: str = "en") -> bool:
    """Whether a noun has the look of a plural: an irregular one of the table, or in -s, but not in -ss, -us or -is."""
    low = word.lower()
    return low in _plurals(language) or (low.endswith("s") and not low.endswith(("ss", "us", "is")))


@cache
def _plurals(language: str) -> frozenset[str]:
    return frozenset(table("irregular", Irregular, language=language).nouns.values())


def _s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("go", "do", "eto", "cho")) else "s")


def _doubles(word: str, irregular: Irregular) -> bool:
    if not re.search(r"(?:[^aeiou]|qu)[aeiou][bdfgklmnprtvz]$", word):
        return False
    return len(re.findall(r"[aeiouy]+", word)) == 1 or word in irregular.doubling


def _past(word: str, irregular: Irregular) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word, irregular) else "") + "ed"


def _ing(word: str, irregular: Irregular) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and word != "be":
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word, irregular) else "") + "ing"
