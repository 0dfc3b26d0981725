"""The hurt who die later: a count of the injured that falls because that of the dead rises by as many.

"A girl is in critical condition" on Monday and "the girl has died" on Thursday are no two people. Where the sums come out even,
the later report's count of the injured is taken for what became of those counted before, not for a conflict; where it gives
none and nobody is left, that is put down as a count of nought that rests on the later report's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from .item import Item

_AGE = re.compile(r"\b(\d{1,3})-(?:year|month|week|day)")
_NAME = re.compile(r"[A-Z][a-z]{2,}")
DEAD, HURT = "killed", "injured"


def fates(many: Sequence[Item]) -> list[Item]:
    """The items, with those marked (and added) that say what became of people counted before."""
    main = [i for i in many if _main(i)]
    deaths = [i for i in main if i.claim.measure == DEAD]
    dead = _by_article([i for i in deaths if i.claim.role == "attacker"]) | _by_article(
        [i for i in deaths if i.claim.role != "attacker"]
    )
    hurt = _by_article([i for i in main if i.claim.measure == HURT])
    told: dict[str, Item] = {}
    nought: list[Item] = []
    for article, last in dead.items():
        for earlier, first in hurt.items():
            if earlier == article or _after(first, last):
                continue
            if earlier not in dead and any(_after(first, i) for i in dead.values()):
                continue  # it may leave the dead out
            risen = _value(last) - (_value(dead[earlier]) if earlier in dead else 0.0)
            left = _value(first) - risen
            if risen <= 0 or left < 0 or not _alike(first, last):
                continue
            if article in hurt and left and _value(hurt[article]) == left and _firm(hurt[article]):
                told[article] = hurt[article]
            elif not left and not set(dead) & set(hurt):
                nought.append(_none(last, first))
                break
    marked = {i.claim.id for i in told.values()}
    return [*(_fate(i) if i.claim.id in marked else i for i in many), *nought[:1]]


def _main(item: Item) -> bool:
    claim = item.claim
    plain = claim.modality == "actual" and claim.frame == "event" and claim.subset_of is None
    return (
        plain and claim.measure in (DEAD, HURT) and claim.low is not None and claim.low == claim.high and claim.low > 0
    )


def _firm(item: Item) -> bool:
    """Whether a count is told, not worked out from others."""
    return not item.claim.inferred or _value(item) == 1


def _by_article(many: Sequence[Item]) -> dict[str, Item]:
    """Article -> its largest count; of equal ones the first told."""
    out: dict[str, Item] = {}
    for item in many:
        if item.claim.article not in out or _value(item) > _value(out[item.claim.article]):
            out[item.claim.article] = item
    return out


def _value(item: Item) -> float:
    return item.claim.low or 0.0


def _after(first: Item, last: Item) -> bool:
    """Whether the count of the hurt is surely the later one."""
    a, b = first.as_of, last.as_of
    return bool(a and b and a.earliest and b.latest and a.earliest[:10] > b.latest[:10])


def _alike(first: Item, last: Item) -> bool:
    """Whether the words given show the same people: an age or a name in both, the same noun, or at least no other age."""
    a, b = (set(_AGE.findall(f"{i.claim.text} {i.claim.sentence.text}")) for i in (first, last))
    if a and b:
        return bool(a & b)
    names = [set(_NAME.findall(i.claim.text)) for i in (first, last)]
    return bool(names[0] & names[1]) or first.label == last.label or not _NAME.match(last.claim.text)


def _fate(item: Item) -> Item:
    return replace(item, claim=msgspec.structs.replace(item.claim, fate=True))


def _none(last: Item, first: Item) -> Item:
    """A count of nobody hurt any more, resting on the words that tell the death."""
    claim = msgspec.structs.replace(
        last.claim, measure=HURT, of=first.claim.of, low=0.0, high=0.0, inferred=True, fate=True, role=""
    )
    return replace(last, claim=claim, kind=first.kind, label=first.label)
