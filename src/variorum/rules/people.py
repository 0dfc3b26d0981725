"""Roles, titles and given names: the look-ups that finding and joining names share."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from .forms import nouns, verb
from .spelling import skeleton
from .tables import ROOT, load, table

Gender = Literal["male", "female"]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of words."""

    words: list[str]


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/<language>/roles.toml`: classes of offices, words that make another office of one, callings, kin."""

    heads: dict[str, list[str]]
    sole: Words
    lower: Words
    others: Words
    shared: Words
    past: Words
    dead: Words
    callings: dict[str, list[str]]
    made: dict[str, list[str]]
    links: Words
    namings: Words
    kin: Words
    female: Words
    male: Words
    small: Words
    fields: Words
    alike: dict[str, list[str]]


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/<language>/titles.toml`."""

    male: list[str]
    female: list[str]
    either: list[str]
    pairs: list[str]
    married: list[str]
    styles: list[str]
    written: dict[str, str]


class Nicknames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/shared/nicknames.toml`: full name -> forms."""

    names: dict[str, list[str]]


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/shared/given.toml`: names in running lists."""

    male: str
    female: str


class Families(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/shared/families.toml`: for each language rows of spellings of one family name."""

    korean: list[list[str]]
    chinese: list[list[str]]
    vietnamese: list[list[str]]
    japanese: list[list[str]]
    hungarian: list[list[str]]
    khmer: list[list[str]]
    turning: str
    spelled: list[list[str]]
    unlike: list[tuple[str, str]]


class NameRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/<language>/names.toml`."""

    particles: list[str]
    leading: list[str]
    bound: list[str]
    double: list[str]
    honoured: list[str]
    dropped: list[str]
    bound_ends: list[str]
    burmese_male: list[str]
    burmese_female: list[str]
    heirs: list[str]
    suffixes: list[str]
    bodies: list[str]
    turned: list[str]
    skipped: list[str]
    wholly: list[str]
    legal: list[str]
    forces: list[str]
    splits: list[str]
    sites: list[str]
    broad: list[str]
    trades: list[str]
    things: list[str]
    credits: list[str]
    located: list[str]
    ruled: list[str]
    happenings: list[str]
    junk: list[str]
    called: list[str]
    fronts: list[str]
    ways: list[str]
    directions: list[str]
    owners: list[str]
    openers: list[str]
    closers: list[str]
    verbs: list[str]
    ranks: list[str]
    codes: list[str]
    seats: dict[str, str]
    generations: dict[str, str]
    british: dict[str, str]


@cache
def name_rules(language: str = "en") -> dict[str, frozenset[str]]:
    """List of `names.toml` -> its words."""
    rules = table("names", NameRules, language=language)
    return {field: frozenset(getattr(rules, field)) for field in NameRules.__struct_fields__}


@cache
def seats(language: str = "en") -> dict[str, str]:
    """Building that stands for a government, lower-case -> nation code."""
    return table("names", NameRules, language=language).seats


@cache
def role_words(language: str = "en") -> dict[str, frozenset[str]]:
    """Role noun or phrase in the singular -> classes of offices that it may mean (none for callings)."""
    rules = table("roles", Roles, language=language)
    out: dict[str, set[str]] = {word: set() for word in [*rules.others.words, *rules.kin.words]}
    for kind, words in rules.heads.items():
        for word in words:
            out.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in out.items()}


@cache
def role_last(language: str = "en") -> frozenset[str]:
    """The nouns that role phrases hang on, singular: "minister" of "prime minister", "head" of "head of state"."""
    return frozenset(re.split(r" (?:of|in|to|for) ", word)[0].rsplit(" ", 1)[-1] for word in role_words(language))


@cache
def role_plurals(language: str = "en") -> dict[str, str]:
    """Plural of a role noun -> its singular."""
    return {form: base for form, base in nouns(sorted(role_last(language)), language).items() if form != base}


@cache
def kin(language: str = "en") -> frozenset[str]:
    """Kin and company."""
    return frozenset(table("roles", Roles, language=language).kin.words)


@cache
def lower(language: str = "en") -> frozenset[str]:
    """Words that make another office of one: deputy, former."""
    return frozenset(table("roles", Roles, language=language).lower.words)


@cache
def shared(language: str = "en") -> frozenset[str]:
    """Callings that bodies have as well: "the owner Acme Lines"."""
    return frozenset(table("roles", Roles, language=language).shared.words)


@cache
def past(language: str = "en") -> frozenset[str]:
    """Words that say that somebody has an office no longer, or how things stand with its holder."""
    return frozenset(table("roles", Roles, language=language).past.words)


@cache
def dead(language: str = "en") -> frozenset[str]:
    """Words before a calling that say that its bearer is dead."""
    return frozenset(table("roles", Roles, language=language).dead.words)


@cache
def callings(language: str = "en") -> dict[str, tuple[str, ...]]:
    """Noun -> the other callings that it can take up, the likeliest first."""
    return {word: tuple(others) for word, others in table("roles", Roles, language=language).callings.items()}


@cache
def made(language: str = "en") -> dict[str, tuple[str, ...]]:
    """Participle of a verb, as in "was charged" -> what its object is called from then on ("suspect")."""
    out: dict[str, tuple[str, ...]] = {}
    for calling, bases in table("roles", Roles, language=language).made.items():
        for form, kind in ((f, k) for base in bases for f, k in verb(base, language).items()):
            if kind in ("participle", "past"):
                out[form] = (*out.get(form, ()), calling)
    return out


@cache
def namings(language: str = "en") -> frozenset[str]:
    """Participles after which a name says who somebody is: "was identified as"."""
    return frozenset(table("roles", Roles, language=language).namings.words)


@cache
def links(language: str = "en") -> frozenset[str]:
    """Small words within a role: "secretary of state", "ambassador to the council"."""
    return frozenset(table("roles", Roles, language=language).links.words)


@cache
def sole(language: str = "en") -> frozenset[str]:
    """Offices of which a story mostly has one holder."""
    return frozenset(table("roles", Roles, language=language).sole.words)


@cache
def gendered(language: str = "en") -> dict[str, Gender]:
    """Role noun -> the gender that it tells."""
    rules = table("roles", Roles, language=language)
    out: dict[str, Gender] = dict.fromkeys(rules.male.words, "male")
    return out | dict.fromkeys(rules.female.words, "female")


@cache
def small(language: str = "en") -> frozenset[str]:
    """Words of a role that say nothing about which office it is."""
    return frozenset(table("roles", Roles, language=language).small.words)


@cache
def fields(language: str = "en") -> frozenset[str]:
    """Words for the field of an office: never a part of a body's name in a role, however they are written."""
    return frozenset(table("roles", Roles, language=language).fields.words)


@cache
def alike(language: str = "en") -> tuple[frozenset[str], ...]:
    """Groups of words for one field of office."""
    rows = table("roles", Roles, language=language).alike
    return tuple(frozenset([word, *others]) for word, others in sorted(rows.items()))


@cache
def titles(language: str = "en") -> dict[str, Gender | None]:
    """Title, lower-case -> the gender it tells."""
    rules = table("titles", Titles, language=language)
    out: dict[str, Gender | None] = dict.fromkeys(rules.either, None)
    out |= dict.fromkeys(rules.male, "male")
    return out | dict.fromkeys(rules.female, "female")


@cache
def pairs(language: str = "en") -> frozenset[str]:
    """Titles of two words."""
    return frozenset(table("titles", Titles, language=language).pairs)


@cache
def married(language: str = "en") -> frozenset[str]:
    """Titles that a wife has before her husband's name."""
    return frozenset(table("titles", Titles, language=language).married)


@cache
def styles(language: str = "en") -> frozenset[str]:
    """Titles that are said with a given name alone: "Pope", "Queen"."""
    return frozenset(table("titles", Titles, language=language).styles)


@cache
def written(language: str = "en") -> dict[str, str]:
    """Abbreviated rank -> the role it stands for."""
    return table("titles", Titles, language=language).written


@cache
def genders() -> dict[str, Gender]:
    """Given name, lower-case -> the pronoun that news uses for its bearers, where there is one."""
    rules = load(ROOT / "shared" / "given.toml", Given)
    male, female = set(rules.male.split()), set(rules.female.split())
    out: dict[str, Gender] = dict.fromkeys(sorted(male - female), "male")
    return out | dict.fromkeys(sorted(female - male), "female")


@cache
def british(language: str = "en") -> dict[str, str]:
    """Ending of a word in British spelling -> in American."""
    return table("names", NameRules, language=language).british


@cache
def generations(language: str = "en") -> dict[str, str]:
    """Ending of a personal name, without its dot -> the generation that it tells."""
    return table("names", NameRules, language=language).generations


FIRST = ("korean", "chinese", "vietnamese", "japanese", "hungarian", "khmer")
"""The languages of `families.toml` whose family names may stand first."""


@cache
def spelled() -> dict[str, str]:
    """Name -> the first spelling of its row of `families.toml`, for spellings that no rule gives."""
    rows = load(ROOT / "shared" / "families.toml", Families).spelled
    return {word: row[0] for row in rows for word in row}


@cache
def unlike() -> frozenset[frozenset[str]]:
    """Pairs of given names that sound alike and are two names."""
    return frozenset(frozenset(pair) for pair in load(ROOT / "shared" / "families.toml", Families).unlike)


@cache
def turning() -> frozenset[str]:
    """Given names of peoples that say the family name first."""
    return frozenset(load(ROOT / "shared" / "families.toml", Families).turning.split())


@cache
def families() -> dict[str, frozenset[str]]:
    """Family name that may stand first -> the rows that hold it, as "language number"; spellings of one name share a row."""
    rules, out = load(ROOT / "shared" / "families.toml", Families), dict[str, set[str]]()
    for language in FIRST:
        for number, row in enumerate(getattr(rules, language)):
            for word in row:
                out.setdefault(word, set()).add(f"{language} {number}")
    return {word: frozenset(rows) for word, rows in out.items()}


@cache
def _full() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for full, forms in load(ROOT / "shared" / "nicknames.toml", Nicknames).names.items():
        for form in [full, *forms]:
            out.setdefault(form, set()).add(full)
    return {form: frozenset(full) for form, full in out.items()}


def listed(left: str, right: str) -> bool:
    """Whether the table has one of two given names, lower-case, as a form of the other."""
    here, there = _full().get(left, frozenset()), _full().get(right, frozenset())
    return left in there or right in here


def akin(left: str, right: str) -> bool:
    """Whether two given names, lower-case, can be the same one: equal, a short form by the table, two spellings of one row of
    it, or a short form and another spelling of the row's full name ("Yekaterina", "Katya"). Two short forms of one name are not
    enough: Jack is not Jake."""
    if left == right or listed(left, right):
        return True
    one, two = skeleton(left), skeleton(right)
    shared = _full().get(left, frozenset()) & _full().get(right, frozenset())
    if one == two and len(one) >= 3:
        return bool(shared)
    return any(len(bones) >= 3 and bones in (one, two) for bones in map(skeleton, sorted(shared)))
