"""Whom the title of a meeting names: people first, and no country or body that only stands there as somebody's attribute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model import Actor, Event, Participant
from ...rules.incidents import minor
from ...rules.nations import nation

WORDS = 3
"""Words of a nation's name, at most."""


def company(event: Event, actors: Mapping[str, Actor]) -> Sequence[Participant]:
    """The participants, persons before others, those left out whom another one stands for: Kenya and the coast guard, where the
    "Kenyan coast guard chief Asha Mwangi" takes part. All of them where less than two would be left."""
    who = sorted(event.participants, key=lambda p: not _person(p, actors))
    texts = [" ".join(_texts(p, actors)) for p in who]
    kept = [
        p
        for n, p in enumerate(who)
        if _person(p, actors) or not (_vague(p) or any(_stands(q, t, p, actors) for q, t in _others(n, who, texts)))
    ]
    return kept if len(kept) >= 2 else who


def _vague(one: Participant) -> bool:
    """ "other mediators": nobody in particular."""
    return one.text.partition(" ")[0].casefold() in minor()


def _others(n: int, who: Sequence[Participant], texts: Sequence[str]) -> Iterator[tuple[Participant, str]]:
    return ((who[i], texts[i]) for i in range(len(who)) if i != n)


def _person(one: Participant, actors: Mapping[str, Actor]) -> bool:
    known = actors.get(one.actor or "")
    return known is not None and known.kind == "person"


def _texts(one: Participant, actors: Mapping[str, Actor]) -> Iterator[str]:
    """What a participant is called: in the event, by its names, by its offices."""
    known = actors.get(one.actor or "")
    yield from (one.text, *(s.text for s in one.spans))
    if known is not None:
        yield from (known.name, *(a.text for a in known.aliases), *(r.text for r in known.roles))


def _stands(other: Participant, text: str, one: Participant, actors: Mapping[str, Actor]) -> bool:
    """Whether another one (called `text`) stands for this one: a person for a body or country, a body for a country."""
    mine, theirs = actors.get(one.actor or ""), actors.get(other.actor or "")
    if mine is None or theirs is None or theirs.kind == "place" or (theirs.kind != "person" and mine.kind != "place"):
        return False
    words = f" {' '.join(_words(text))} "
    if any(f" {' '.join(_words(a.text))} " in words for a in mine.aliases):
        return True
    code = nation(mine.name)
    return code is not None and code[0] in _codes(_words(text))


def _words(text: str) -> list[str]:
    return text.replace("’", "'").replace("'s", "").replace("(", " ").replace(")", " ").replace(",", " ").split()


def _codes(words: Sequence[str]) -> set[str]:
    runs = (" ".join(words[i : i + n]) for n in range(1, WORDS + 1) for i in range(len(words)))
    return {found[0] for run in runs if (found := nation(run)) is not None}
