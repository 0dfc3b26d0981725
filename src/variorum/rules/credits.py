"""Which news agency a text credits, and whether the text is the agency's or only had a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from ..model import Article, Span
from .tables import table

START, END = 500, 700
"""Characters at the beginning and the end of a text that may credit somebody."""
LISTED = 80
"""Characters after an agency's name in which a credit may name more."""
SITE = re.compile(r"^(?:https?://)?(?:www\d?\.)?|\.(?:com|org|net|co\.[a-z]{2}|[a-z]{2})(?:/.*)?$|[\s_-]")
"""What a site's address has beside the name."""
LOOSE = 5
"""Letters of a name that is an agency's in small letters too: "reuters.com", "apnews"."""


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to credit an agency. `short`: whether short names count as well."""

    where: Literal["start", "end", "line", "anywhere"]
    whole: bool
    short: bool
    text: str


class Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """News agencies, other names for them, and the forms of credits."""

    names: list[str]
    short: list[str]
    same: list[tuple[str, str]]
    forms: list[Form]


@dataclass(frozen=True)
class Credit:
    """An agency that a text credits; `span` is None where the article's own metadata says so."""

    agency: str
    whole: bool
    span: Span | None = None


@cache
def _agencies(language: str = "en") -> Agencies:
    return table("agencies", Agencies, language=language)


@cache
def agency_names(language: str = "en") -> frozenset[str]:
    """The names of news agencies as credits have them."""
    return frozenset(_agencies(language).names)


@cache
def _forms(language: str = "en") -> tuple[tuple[Form, re.Pattern[str]], ...]:
    rules = _agencies(language)
    short = frozenset(rules.short)
    out = []
    for form in rules.forms:
        names = sorted((n for n in rules.names if form.short or n not in short), key=lambda n: (-len(n), n))
        agency = "(?<!\\w)(?P<agency{}>" + "|".join(map(re.escape, names)) + ")(?!\\w)"
        parts = form.text.split("{agency}")
        whole = "".join(part + agency.format(at) for at, part in enumerate(parts[:-1])) + parts[-1]
        out.append((form, re.compile(whole, re.MULTILINE)))
    return tuple(out)


@cache
def _known(language: str = "en") -> dict[str, str]:
    rules = _agencies(language)
    same = dict(rules.same)
    return {name: same.get(name, name) for name in rules.names}


@cache
def _loose(language: str = "en") -> dict[str, str]:
    """Small letters of a name -> the agency; without the short names, which are words."""
    return {
        re.sub(r"[\W_]", "", name.lower()): shown
        for name, shown in _known(language).items()
        if len(name) >= LOOSE and name not in _agencies(language).short
    }


def agency(name: str) -> str | None:
    """The agency that goes by this name, as it is to be shown; None for any other outlet."""
    plain = name.strip().removeprefix("the ").removeprefix("The ")
    return _known().get(name.strip()) or _known().get(plain) or _loose().get(SITE.sub("", plain.lower()))


def credited(article: Article) -> tuple[Credit, ...]:
    """The agencies that an article credits, each once, those whose text it is first."""
    found: dict[str, Credit] = {}
    for name in (article.outlet, *article.authors):
        known = agency(name) if name else None
        if known:
            found.setdefault(known, Credit(known, True))
    for one in _stated(article):
        old = found.get(one.agency)
        if old is None or (one.whole and not old.whole):
            found[one.agency] = one
    return tuple(sorted(found.values(), key=lambda c: not c.whole))


def _stated(article: Article) -> list[Credit]:
    text = article.text
    regions = _regions(text)
    read = "\n".join(text[start:end] for start, end in regions["line"])
    if not any(name in read for name in _agencies().names):
        return []  # most texts name none, and need no look at the forms
    out = []
    for form, pattern in _forms():
        for found in (one for region in regions[form.where] for one in pattern.finditer(text, *region)):
            name = next(name for name, words in found.groupdict().items() if words)
            out.append(Credit(_known()[found[name]], form.whole, article.cut(*found.span(name))))
            if not form.whole:
                out += _others(article, found.span(), found.end(name))
    return out


def _others(article: Article, line: tuple[int, int], at: int) -> list[Credit]:
    """The other agencies that the words of one credit name: "with Reuters and AFP"."""
    stop = article.text.find("\n", at)
    stop = min(stop if stop >= 0 else len(article.text), at + LISTED)
    text = article.text[line[0] : stop].split(".")[0]
    found = (f for f in _listing().finditer(text))
    return [Credit(_known()[f[0]], False, article.cut(line[0] + f.start(), line[0] + f.end())) for f in found]


@cache
def _listing(language: str = "en") -> re.Pattern[str]:
    """Any name of an agency."""
    names = sorted(_agencies(language).names, key=lambda n: (-len(n), n))
    return re.compile("(?<!\\w)(?:" + "|".join(map(re.escape, names)) + ")(?!\\w)")


def _regions(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where each kind of credit is looked for."""
    start, end = (0, min(len(text), START)), (max(0, len(text) - END), len(text))
    both = [start, end] if start[1] <= end[0] else [(0, len(text))]
    return {"start": [start], "end": [end], "line": both, "anywhere": both}
