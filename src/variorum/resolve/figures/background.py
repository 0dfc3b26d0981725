"""Tolls of a whole war told behind those of one attack: "a strike killed 30; more than 250,000 have died since the war began".

Such a number is no later reading of the attack's toll. It is known by a word for what runs on for years, or by "since", in its
sentence, and by its size beside the tolls of the same article, or of the story where the article has no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from statistics import median

import msgspec

from ...model import FigureClaim
from ...rules.tables import table
from .item import Item

LARGE = 20.0
"""Times the story's own toll from which on a number counts something wider; a slip of one digit makes ten."""
VAST = 2000.0
"""The same without any such word; a slip between thousands and millions makes a thousand."""
_KIND = ("killed", "actual", "event")
_FRAME = "rate"


class Frames(msgspec.Struct, frozen=True):
    """What is read here of `scopes.toml`."""

    running: tuple[str, ...]


class Scopes(msgspec.Struct, frozen=True):
    """What is read here of `scopes.toml`."""

    frames: Frames


@cache
def _running(language: str = "en") -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("scopes", Scopes, language=language).frames.running))
    return re.compile(rf"\b(?:{words})\b")


def grounded(many: Sequence[Item]) -> list[Item]:
    """The items; tolls of what runs on for years are framed as statistics, their parts with them."""
    tolls = [i for i in many if _toll(i.claim)]
    named = {i.claim.id for i in tolls if _running().search(i.claim.sentence.text.lower())}
    own = _own([i.claim for i in tolls if i.claim.id not in named])
    usual = median(own.values()) if own else 0.0
    fresh = {}
    for claim in (i.claim for i in tolls):
        beside = own.get(claim.article, usual)
        if _value(claim) > (LARGE if claim.id in named else VAST) * beside > 0:
            fresh[claim.id] = msgspec.structs.replace(claim, frame=_FRAME)
    return [_framed(i, fresh) for i in many] if fresh else list(many)


def _own(claims: Sequence[FigureClaim]) -> dict[str, float]:
    """Article -> its largest toll, vast ones left aside."""
    least: dict[str, float] = {}
    for claim in claims:
        least[claim.article] = min(_value(claim), least.get(claim.article, _value(claim)))
    out: dict[str, float] = {}
    for claim in claims:
        if _value(claim) <= VAST * least[claim.article]:
            out[claim.article] = max(_value(claim), out.get(claim.article, 0.0))
    return out


def _toll(claim: FigureClaim) -> bool:
    return (claim.measure, claim.modality, claim.frame) == _KIND and not claim.subset_of and _value(claim) > 0


def _value(claim: FigureClaim) -> float:
    return claim.number or 0.0


def _framed(item: Item, fresh: dict[str, FigureClaim]) -> Item:
    claim = fresh.get(item.claim.id)
    if claim is None and item.claim.subset_of in fresh:
        claim = msgspec.structs.replace(item.claim, frame=_FRAME, subset_of=fresh[item.claim.subset_of].id)
    if claim is None:
        return item
    measure, modality, _, group = item.kind
    return replace(item, claim=claim, kind=(measure, modality, _FRAME, group))
