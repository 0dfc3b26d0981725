"""The words of time: each word or phrase has a class, which is one character, and a value.

M month  m its short form  W weekday  w its short form  D today, yesterday  H holiday  S s season (sure, unsure)
u unit, 1 the unit year, 4 the unit quarter  U plural unit  P part of the day  C clock time  z time zone
d whole number up to 31  y year  n other number  c number in words  o ordinal  q "several"  b half  a "a", "one"
I date in figures  t decade ("1990s")  Q "Q3"  Y fiscal  r "weeklong"  J "daily"  Z "now", "recently"
T the  O of  i this  j that  l last  p past  x next  X coming  F following  V previous  e every  g ago  v "from now"
E earlier  L later  f early  k late  K mid  h hedge  5 "year-end"  6 "more"  7 "half past"  @ at  & and  > to
R old  G times  N long
B a name that holds a word of time  $ currency and number signs  | line end  _ anything else; , . : / - ' ( ) themselves
"""

from __future__ import annotations

from functools import cache

import msgspec

from ...rules.tables import table
from .cut import TOKEN

KINDS = {
    "a": "a",
    "the": "T",
    "of": "O",
    "this": "i",
    "that": "j",
    "last": "l",
    "past": "p",
    "next": "x",
    "coming": "X",
    "following": "F",
    "previous": "V",
    "several": "q",
    "half": "b",
    "ago": "g",
    "hence": "v",
    "earlier": "E",
    "later": "L",
    "early": "f",
    "late": "k",
    "mid": "K",
    "fiscal": "Y",
    "at": "@",
    "zone": "z",
    "oclock": "#",
    "and": "&",
    "to": ">",
    "old": "R",
    "times": "G",
    "long": "N",
    "more": "6",
}


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules/en/times.toml."""

    months: dict[str, int]
    months_short: dict[str, int]
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    units: dict[str, str]
    units_more: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    seasons_unsure: dict[str, str]
    days: dict[str, str]
    vague: dict[str, str]
    lengths: dict[str, str]
    quarters: dict[str, int]
    every: dict[str, int]
    ends: dict[str, str]
    decades: dict[str, int]
    past_hour: dict[str, int]
    sets: dict[str, str]
    holidays: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    words: dict[str, list[str]]
    words_of_span: dict[str, list[str]]
    mods: dict[str, str]
    cues: dict[str, list[str]]
    names: dict[str, list[str]]
    orders: dict[str, list[str]]
    stamps: dict[str, list[str]]
    tense: dict[str, list[str]]


Entry = tuple[tuple[str, ...], str, str]
"""The words after the first, the class, the value."""


@cache
def words() -> Words:
    """The table of English."""
    return table("times", Words)


@cache
def cue(name: str) -> frozenset[str]:
    """A list of [cues]."""
    return frozenset(words().cues[name])


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """First word -> entries that begin with it, the longest first."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for kind, rows in _rows(words()):
        for phrase, value in rows.items():
            found[tuple(TOKEN.findall(phrase.replace("’", "'")))] = (kind, "" if value is None else str(value))
    out: dict[str, list[Entry]] = {}
    for phrase_, (kind, value) in found.items():
        out.setdefault(phrase_[0], []).append((phrase_[1:], kind, value))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in out.items()}


def _rows(w: Words) -> list[tuple[str, dict[str, object]]]:
    """Later rows win where a phrase stands in two."""
    units = {**w.units, **w.units_more}
    plural = {f"{word}s": code for word, code in w.units.items()} | w.units_more
    plain: list[tuple[str, dict[str, object]]] = [
        ("u", dict(units)),
        ("U", dict(plural)),
        ("1", {"year": "Y"}),
        ("4", {"quarter": "Q"}),
        ("P", {"night": "NI", **w.parts}),
        ("s", dict(w.seasons)),
        ("S", dict(w.seasons_unsure)),
        ("D", dict(w.days)),
        ("c", dict(w.numbers)),
        ("o", dict(w.ordinals)),
        ("h", dict(w.mods)),
        ("Z", dict(w.vague)),
        *(
            (KINDS[name], dict[str, object](zip(rows, map(w.vague.get, rows), strict=True)))
            for name, rows in w.words.items()
        ),
        ("Q", dict(w.quarters)),
        ("e", dict(w.every)),
        ("5", dict(w.ends)),
        ("7", dict(w.past_hour)),
        ("t", dict(w.decades)),
        ("r", dict(w.lengths)),
        ("J", dict(w.sets)),
        ("m", dict(w.months_short)),
        ("M", dict(w.months)),
        ("w", dict(w.weekdays_short)),
        ("W", dict(w.weekdays)),
        ("H", dict(w.holidays)),
        ("C", {"noon": "12:00", "midnight": "24:00", "12 noon": "12:00", "12 midnight": "24:00"}),
        ("B", dict.fromkeys(w.names["phrases"])),
    ]
    return plain
