"""Actors in the dossier: who and what the reports name."""

from __future__ import annotations

from .claim import ActorKind
from .frozen import Frozen
from .span import Span


class Alias(Frozen, frozen=True, kw_only=True):
    """A name that the texts use for an actor, and how often."""

    text: str
    count: int


class ActorRole(Frozen, frozen=True, kw_only=True):
    """A role that the texts give an actor, with the places where they do. `inferred` where no text joins role and name."""

    text: str
    evidence: tuple[Span, ...]
    inferred: bool = False


class Merge(Frozen, frozen=True, kw_only=True):
    """Two names judged to be one actor, and why."""

    left: str
    right: str
    why: str


class StandsFor(Frozen, frozen=True, kw_only=True):
    """A second reading of a name: a capital or a seat that stands for a government where it speaks or takes a position."""

    text: str
    why: str
    evidence: tuple[Span, ...]


class Actor(Frozen, frozen=True, kw_only=True):
    """A person, organisation, group or place of the story."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    mentions: tuple[Span, ...] = ()
    merges: tuple[Merge, ...] = ()
    stands_for: StandsFor | None = None
    """Inferred, and kept apart: the place is not merged with the government."""
