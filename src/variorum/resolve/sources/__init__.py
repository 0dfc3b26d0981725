"""Whom the reports rest on: each source once, named and unnamed ones kept apart; and whose reporting each report is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Actor, Cast, Record, Source, Voice, key
from ...model.words import words
from ..actors.fold import fold
from .join import Found, authorities, bodies, joined
from .keys import LOOSE, Name, bare, name, shown, table, telling, voices

__all__ = ["Sources", "sources"]


@dataclass(frozen=True)
class Sources:
    """All sources, those with the most claims first; and by claim id the ends of its chain."""

    every: tuple[Source, ...]
    outlets: dict[str, tuple[str, ...]]
    """Ids of the outlets whose reporting a claim is, as far as the report says so."""
    ends: dict[str, tuple[str, ...]]
    """Ids of those who said it in the first place."""


def sources(records: Sequence[Record], cast: Cast) -> Sources:
    """All sources of a story."""
    found = authorities(bodies(joined(_found(records, cast)), cast), cast)
    names = {a.id: a for a in cast.actors}
    made = [(_source(who, one, names), one) for who, one in found.items()]
    made.sort(key=lambda pair: (-pair[0].claims, pair[0].kind, pair[0].name, pair[0].id))
    outlets, ends = (_ends([p for p in made if (p[0].kind == "outlet") == own]) for own in (True, False))
    return Sources(tuple(source for source, _ in made), outlets, ends)


def _found(records: Sequence[Record], cast: Cast) -> dict[Name, Found]:
    found: dict[Name, Found] = {}
    for record in records:
        heads: dict[str, Name] = {}
        ids = [(claim, claim.id) for claim in record.claims if claim.attribution]
        said = [(i, place, voice) for claim, i in ids for place, voice in voices(claim, cast)]
        last = _last(said)
        for claim, place, voice in sorted(said, key=lambda one: bare(one[2])):
            who = name(voice, record.article.id, heads)
            one = found.setdefault(who, Found(voice.kind))
            first = next(iter(one.names), None)
            end = last[claim, voice.kind == "outlet"] == place
            one.add(voice, shown(voice), record.article.id, claim, end=end)
            if (
                first
                and who[0] != "actor"
                and telling(voice) != tuple(w for w in words(first) if w not in table().small)
            ):
                one.why = f"“{shown(voice)}” takes up “{first}” in the same report"
    return found


def _last(said: Sequence[tuple[str, int, Voice]]) -> dict[tuple[str, bool], int]:
    """The last place in each claim's chain, of outlets and of all others."""
    out: dict[tuple[str, bool], int] = {}
    for claim, place, voice in said:
        which = claim, voice.kind == "outlet"
        out[which] = max(place, out.get(which, 0))
    return out


def _ends(made: Sequence[tuple[Source, Found]]) -> dict[str, tuple[str, ...]]:
    """Claim id -> ids of the sources that are its end, in their order."""
    out: dict[str, tuple[str, ...]] = {}
    for source, found in made:
        for claim in sorted(found.ends):
            out[claim] = (*out.get(claim, ()), source.id)
    return out


def _source(who: Name, one: Found, actors: dict[str, Actor]) -> Source:
    actor = actors.get(who[1]) if who[0] == "actor" and len(who) == 2 else None
    shown = actor.name if actor else None
    full = one.kind in LOOSE  # "the source" says less than "a source close to the talks"
    shown = shown or sorted(one.names, key=lambda n: (-len(n.split()) if full else 0, -one.names[n], -len(n), n))[0]
    return Source(
        id=key("source", *who),
        name=shown,
        kind=one.kind,
        articles=tuple(one.articles),
        claims=len(one.claims),
        spans=tuple(one.spans),
        same_as_why=one.why or (_merged(actor, one) if actor else None),
    )


def _merged(actor: Actor, one: Found) -> str | None:
    """Why a body cited under two names is one: the reason of the merge that joined them."""
    said = {fold(text) for text in one.names}
    if actor.kind == "person" or len(said) < 2:
        return None
    told = (m for m in actor.merges if all(any(name.endswith(fold(t)) for name in said) for t in (m.left, m.right)))
    return next((f"“{m.left}” and “{m.right}”: {m.why}" for m in told), None)
