"""An actor under construction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ...model import Merge, Span
from ...model.claim import ActorKind
from .nodes import Node

Spot = tuple[str, int, int]


@dataclass
class Draft:
    """An actor under construction."""

    node: Node
    kind: ActorKind
    aliases: Counter[str] = field(default_factory=Counter)
    roles: dict[str, list[Span]] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    called: str = ""
    """The name of somebody whom no report names."""


def spot_of(span: Span) -> Spot:
    """Where a mention stands."""
    return span.article, span.start, span.end
