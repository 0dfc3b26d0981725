"""Which counts of one measure are of the same people at the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .item import Item


def clusters(many: Sequence[Item]) -> Iterator[list[Item]]:
    """The items of one kind, parted by whom they count and where.

    Peoples named (Israelis, Palestinians) are never thrown together; a place belongs to the people that it is named with
    most. Places alone, and counts without either, join the largest cluster whose articles do not contradict it.
    """
    owner = {place: side for place, side in _owners(many).items() if not _contradicted(many, place, side)}
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in many:
        side = item.side or owner.get(item.place, "")
        side = _canon(side, owner)
        groups.setdefault((side, "" if side else item.place), []).append(item)
    yield from _merged(groups)


def _owners(many: Sequence[Item]) -> dict[str, str]:
    """Place -> the people counted there."""
    seen: dict[str, Counter[str]] = {}
    sides = {i.side for i in many if i.side}
    for item in many:
        if item.place in sides:
            seen.setdefault(item.place, Counter())[item.place] += 1
        if item.side and item.place and item.side != item.place:
            seen.setdefault(item.place, Counter())[item.side] += 1
    out = {}
    for place, count in seen.items():
        ranked = sorted(count.items(), key=lambda c: (-c[1], c[0]))
        other = [c for c in ranked if c[0] != place]
        if other and (len(other) == 1 or other[0][1] > other[1][1]):
            out[place] = other[0][0]
        elif place in count:
            out[place] = place
    return out


def _contradicted(many: Sequence[Item], place: str, side: str) -> bool:
    """Whether a report counts other numbers at a place than of the people who belong there, and none gives the same for both:
    "14 died in Kenya, two Kenyans among them"."""
    there = _values([i for i in many if i.place == place and not i.side])
    own = _values([i for i in many if i.side == side])
    apart = any(own[a].isdisjoint(there[a]) for a in own.keys() & there.keys())
    return apart and set().union(*own.values()).isdisjoint(set().union(*there.values()))


def _canon(side: str, owner: dict[str, str]) -> str:
    """ "Harven residents" and "islanders ... in Harven" are one people where texts count the one at the other."""
    seen = set()
    while owner.get(side, side) != side and side not in seen:
        seen.add(side)
        side = owner[side]
    return side


def _merged(groups: dict[tuple[str, str], list[Item]]) -> Iterator[list[Item]]:
    sided = [list(groups[k]) for k in sorted(groups, key=lambda k: (-_reports(groups[k]), k)) if k[0]]
    loose = [list(groups[k]) for k in sorted(groups, key=lambda k: (-_reports(groups[k]), k)) if not k[0]]
    # counts of one number are first put together: one report that tells the toll from those of one people tells it for all
    general = _joined([], loose, shared=bool(sided))
    for members in _joined(sided, general, shared=len(sided) > 1):
        yield sorted(members, key=lambda i: (i.claim.article, i.claim.spans[0].start))


def _joined(made: list[list[Item]], many: Sequence[list[Item]], *, shared: bool) -> list[list[Item]]:
    """The clusters with each of the others in the largest that it agrees with, or beside them."""
    for one in many:
        ranked = sorted(made, key=lambda m: -_reports(m))
        home = next((m for m in ranked if _agree(m, one, shared=shared)), None)
        if home is None:
            made.append(list(one))
        else:
            home += one
    return made


def _reports(many: Sequence[Item]) -> int:
    return len({i.claim.article for i in many})


def _agree(left: Sequence[Item], right: Sequence[Item], *, shared: bool) -> bool:
    """Whether two clusters can be one: no article gives them different values, and where asked for, one value is in both."""
    values = _values(left)
    for article, mine in _values(right).items():
        theirs = values.get(article)
        if theirs and not theirs & mine:
            return False
    if not shared:
        return True
    every = set().union(*values.values())
    return any(v in every for mine in _values(right).values() for v in mine)


def _values(many: Sequence[Item]) -> dict[str, set[float]]:
    out: dict[str, set[float]] = {}
    for item in many:
        value = item.claim.number
        if value is not None and not item.claim.inferred:
            out.setdefault(item.claim.article, set()).add(value)
    return out
