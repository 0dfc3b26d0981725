"""What several positions of a story are on: the word that most of them share, so that parties can be seen side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from ..model import Position
from ..rules.topics import spelled

MOST = 400
"""Positions of one story that are laid together; a table of more is not read."""


def topics(positions: Sequence[Position], names: frozenset[str]) -> tuple[Position, ...]:
    """The positions with their topics, in the same order. `names` are the words of actors' names, lower-case: a name is a topic
    only where a position is on nothing else."""
    keyed = {p.id: _keys(p, names) for p in positions[:MOST]}
    shown = {p.id: p for p in positions}
    found: dict[str, str] = {}
    waiting = dict(keyed)
    while waiting:
        best = _best(waiting, shown)
        if best is None:
            break
        members = [i for i, keys in waiting.items() if best in keys]
        label = _label(best, [waiting[i] for i in members])
        for one in members:
            found[one] = label
            del waiting[one]
    return tuple(msgspec.structs.replace(p, topic=found.get(p.id, "")) for p in positions)


def _keys(position: Position, names: frozenset[str]) -> dict[str, str]:
    """Key -> word, without names where there is anything else."""
    words = spelled(position.about)
    plain = [
        (word, key) for word, key in words if word.lower().removesuffix("'s") not in names and not word[0].isdigit()
    ]
    return {key: word for word, key in reversed(plain or words)}


def _best(waiting: dict[str, dict[str, str]], shown: dict[str, Position]) -> str | None:
    """The key that most parties and positions share; None where no two share any."""
    parties: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for one, keys in waiting.items():
        for key in keys:
            counts[key] += 1
            parties.setdefault(key, set()).add(_party(shown[one]))
    shared = [key for key, count in counts.items() if count > 1]
    return min(shared, key=lambda k: (-len(parties[k]), -counts[k], -len(k), k), default=None)


def _party(position: Position) -> str:
    return position.party or position.party_text.casefold()


def _label(key: str, members: Sequence[dict[str, str]]) -> str:
    """The word that the texts use most for it; of several, the shortest."""
    used = Counter(keys[key] for keys in members)
    return min(used, key=lambda w: (-used[w], len(w), w))
