"""The table `rules/<language>/timeline.toml`, and how the texts of entries are made."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import msgspec

from ...model import Actor, Event, Figure, Participant, Reading
from ...rules.phrases import called, capital, clean, clip, count, listing, measure, phrases, reading, when, whom
from ...rules.tables import table
from .company import company

LONGEST = 160
"""Characters of a title."""
NAMED = 6
"""Participants named in a text; more are counted."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table; its comments say what each part is for."""

    incidents: list[str]
    spoken: list[str]
    relatives: list[str]
    auxiliaries: list[str]
    prepositions: list[str]
    meetings: dict[str, str]
    where: str
    others: str
    counts: dict[str, str]
    why: dict[str, str]


@cache
def words(language: str = "en") -> Words:
    """The words of a language; raises `RulesError` when the table is broken."""
    return table("timeline", Words, language=language)


def titled(event: Event, names: dict[str, str], actors: Mapping[str, Actor] = MappingProxyType({})) -> str:
    """An event in a few words: a meeting by who met, anything else by its title."""
    who = people(company(event, actors), event.places, names)
    pattern = words().meetings.get(event.mode or "") if event.type == "CONSULT" else None
    places = [names[p] for p in event.places if p in names]
    if pattern is not None and len(who) > 1:
        where = words().where.format(place=places[0]) if places else ""
        return capital(pattern.format(who=_few(who), where=where))
    text = clean(clip(event.title, LONGEST))
    if places and places[0].lower() not in text.lower() and not text.endswith("…"):
        text += words().where.format(place=places[0])
    return capital(text)


def lame(text: str) -> bool:
    """Whether a text says too little by itself: it begins with a pronoun, a relative, a verb or a preposition, or is cut."""
    said, first = words(), text.partition(" ")[0].lower()
    loose = (*phrases().pronouns, *said.relatives, *said.auxiliaries, *said.prepositions)
    return first in loose or text.endswith("…") or len(text.split()) < 3


def people(who: Sequence[Participant], places: Sequence[str], names: dict[str, str]) -> list[str]:
    """Who takes part, each once; in brackets where the name is inferred. The place of the event is no party to it."""
    found = []
    for one in who:
        if one.actor in places and len(who) > 1:
            continue
        name = names.get(one.actor or "") or clip(called(one.text, one.actor, lambda i: names.get(i, i)), 60)
        if not name or name == phrases().somebody:
            continue
        found.append(f"({name})" if one.inferred else name)
    return list(dict.fromkeys(found))


def _few(who: Sequence[str]) -> str:
    if len(who) <= NAMED:
        return listing(who)
    return listing([*who[: NAMED - 1], words().others.format(n=len(who) - NAMED + 1)])


def counted(figure: Figure, names: dict[str, str], *, window: bool = True) -> str:
    """What a figure counts, and the days that it covers: "Killed, crew, in Port Amal (3 March 2031)"."""
    said = words().counts
    of, place = names.get(figure.of, whom(figure.of, figure.measure)), names.get(figure.place or "", figure.place or "")
    text = capital(measure(figure.measure)) + (said["of"].format(of=clean(of)) if of else "")
    text += said["place"].format(place=clean(place)) if place and place.lower() not in of.lower() else ""
    return text + (said["window"].format(window=when(figure.window)) if window and figure.window else "")


def valued(readings: Sequence[Reading], figure: Figure) -> str:
    """The values of these readings, each once, the smallest first."""
    ranked = sorted(readings, key=lambda r: (r.low or r.high or 0.0, r.high or r.low or 0.0))
    return words().counts["both"].join(dict.fromkeys(reading(one, figure.unit) for one in ranked))


def reports(n: int) -> str:
    """ "1 report", "3 reports"."""
    return count("report", n)


def bare(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning: "attack", "attacks" and "attacked" share one."""
    stop = phrases().titles.stop
    return frozenset(w[:6].rstrip("s") for w in re.findall(r"[^\W\d_]{3,}", text.lower()) if w not in stop)
