"""Which of the claims on one event says it best, and what type of event they make of it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model.claim import EventStatus
from ...rules.incidents import minor, mishap, weak
from .node import INCIDENTS, Node

RANK = {"held": 0, "ongoing": 1, "cancelled": 2, "planned": 3, "unclear": 4}
"""What is surely told comes first."""
HEAD = 800
"""Characters at the head of a report in which it says what it is about."""
SHORT = 3
"""Words below which a title says little: "the shooting"."""
COMPANY = 4
"""Those who met, by whom a meeting is named better the more of them there are."""
SHARE = 0.25
"""Share of the sentences that call it a mishap from which it is no attack: who was hit is told in sentences that do not."""


def leads(group: Sequence[Node], kind: str) -> list[Node]:
    """The claims, the one that says it best first: who did what to whom, in words that stand alone, as most reports have it."""
    told = Counter(who for one in group for who in one.actors)
    status = standing(group)
    return sorted(group, key=lambda n: (-_worth(n, kind, status, told), n.claim.spans[0].start, n.claim.id))


def standing(group: Sequence[Node]) -> EventStatus:
    """How far the event has come: the surest that is told of it. An arrival for a meeting does not say that it was held."""
    met = [n for n in group if n.claim.mode != "visit" and n.claim.status != "unclear"]
    return min((n.claim.status for n in met or group), key=RANK.__getitem__)


def _worth(one: Node, kind: str, status: str, told: Counter[str]) -> int:
    claim, words = one.claim, one.claim.title.casefold().split()
    parts = {w.party.part for w in one.who}
    return (
        4 * (claim.status == status)
        + 3 * (claim.type == kind)
        + 2 * min(2, len(one.who), 1 + len(parts) + ("both" in parts))
        + (min(COMPANY, len(one.who)) if kind == "CONSULT" else 0)
        + min(3, sum(told[who] > 1 for who in one.actors))
        + 2 * (claim.spans[0].start < HEAD)
        + one.stated
        + bool(one.places)
        - 3 * (not words or words[0] in weak())
        - 3 * (len(words) < SHORT)
        - 2 * (words[:1] == claim.spans[0].text.casefold().split()[:1])  # no doer: "killing one person"
        - 2 * (not minor().isdisjoint(words))
        - (claim.part == "headline")
        - ("…" in words)
        - 3 * claim.sentence.text.rstrip().endswith("?")
        - 3 * (claim.mode == "visit")  # where somebody went says less than whom they met there
    )


def kind(group: Sequence[Node]) -> str:
    """The type that most of the claims have; of attack, accident and disaster an accident where the reports call it one."""
    types = Counter(n.claim.type for n in group)
    if len(group) > 1 and "ASSAULT" in types and types.keys() <= INCIDENTS:
        sentences = {n.claim.sentence for n in group}
        if sum(_mishap(s.text) for s in sentences) >= SHARE * len(sentences):
            return "ACCIDENT"
    return min(types, key=lambda t: (-types[t], t))


def _mishap(sentence: str) -> bool:
    return not mishap().isdisjoint(sentence.casefold().replace(",", " ").replace(".", " ").split())
