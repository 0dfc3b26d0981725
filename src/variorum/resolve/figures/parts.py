"""Parts of a count over the reports: told beside the whole by one report ("14 killed, among them two pilots"), and alone by
another ("two pilots died"). Both are readings of one figure, which stands under that of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from .item import Item, groups

Key = tuple[str, str, str, str, float | None]


def attached(many: Sequence[Item]) -> list[Item]:
    """The items; a count that stands alone in its report, of the same people and number as what another report tells as a part,
    is put under that report's whole, its own parts with it."""
    known: dict[Key, list[tuple[str, Item]]] = {}
    wholes = {i.claim.id: i for i in many if not i.claim.subset_of}
    for item in many:
        whole = wholes.get(item.claim.subset_of or "")
        if whole is not None and (not item.side or whole.side != item.side):
            for key in _keys(item):
                known.setdefault(key, []).append((item.side, whole))
    if not known:
        return list(many)
    fresh: dict[str, str] = {}
    out: dict[int, Item] = {}
    for at, item in sorted(
        enumerate(many), key=lambda i: (-(i[1].claim.number or 0), bool(i[1].claim.subset_of), i[0])
    ):
        old = item.claim.subset_of or _whole(item, known)
        out[at] = _under(item, fresh.get(old, old)) if old else item
        fresh[item.claim.id] = out[at].claim.id
    return [out[at] for at in range(len(many))]


def _whole(item: Item, known: dict[Key, list[tuple[str, Item]]]) -> str | None:
    """The first whole that has such a part, where it is larger and no other people is named."""
    for key in _keys(item):
        for side, whole in known.get(key, ()):
            if (not (side and item.side) or side == item.side) and (whole.claim.number or 0) > (item.claim.number or 0):
                return whole.claim.id
    return None


def _under(item: Item, whole: str) -> Item:
    if item.claim.subset_of == whole:
        return item
    return replace(item, claim=msgspec.structs.replace(item.claim, subset_of=whole))


def _keys(item: Item) -> Iterator[Key]:
    """A count by the people named, and by the group where it says more than that they are persons."""
    measure, modality, frame, _ = item.kind
    for whose in (item.side, _group(item)):
        if whose:
            yield measure, modality, frame, whose, item.claim.number


def _group(item: Item) -> str:
    group = groups().get(item.claim.group)
    return group.name if group is not None and not group.general else ""


def alike(many: Sequence[Item]) -> Iterator[list[Item]]:
    """The parts of one whole, those that are of the same people together: called the same, or of one country and either of one
    group ("Danes", "Danish tourists") or of one number."""
    made: list[list[Item]] = []
    for item in many:
        same = [one for one in made if any(_same(item, other) for other in one)]
        for one in same:
            made.remove(one)
        made.append([*(i for one in same for i in one), item])
    for one in made:
        yield sorted(one, key=lambda i: (i.claim.article, i.claim.spans[0].start))


def _same(left: Item, right: Item) -> bool:
    if left.label == right.label:
        return True
    number = left.claim.number == right.claim.number
    if left.side and right.side:
        return left.side == right.side and (number or left.claim.group == right.claim.group)
    return number and bool(_group(left)) and _group(left) == _group(right)
