"""Agreements in the dossier: what was agreed, between whom, on which terms, and what has become of it."""

from __future__ import annotations

from typing import Literal

from .claim import AgreementStep, Attribution, ProvisionKind, Term
from .frozen import Frozen
from .origin import Backing
from .span import Span
from .value import When

AgreementStatus = Literal["reported", "agreed", "in force", "extended", "suspended", "ended"]


class Side(Frozen, frozen=True, kw_only=True):
    """Somebody who made an agreement, or brought it about."""

    actor: str | None
    text: str
    spans: tuple[Span, ...]
    seats: tuple[str, ...] = ()
    """Seats of government that reports name for the country: an inferred reading, for which the places are not one."""


class Provision(Frozen, frozen=True, kw_only=True):
    """One term of an agreement in a report's words; `terms` are the lengths, counts, conditions in them."""

    kind: ProvisionKind
    text: str
    terms: tuple[Term, ...] = ()
    attribution: Attribution | None = None
    spans: tuple[Span, ...]


class Step(Frozen, frozen=True, kw_only=True):
    """What has become of an agreement, as reports tell it. `by` did it; `accuser` says so of a breach."""

    what: AgreementStep
    planned: bool = False
    """Still to come when it was told."""
    text: str
    when: When | None = None
    by: Side | None = None
    accuser: Side | None = None
    terms: tuple[Term, ...] = ()
    attribution: Attribution | None = None
    spans: tuple[Span, ...]


class Agreement(Frozen, frozen=True, kw_only=True):
    """One agreement through all reports that tell of it as made; what is only proposed is a position.

    `status` is its last step that is no breach and no departure: agreed, in force, extended, suspended, ended; "reported"
    where reports only speak of its terms or of breaches. `starts` and `ends` are moments that reports tell, never worked out.
    """

    id: str
    kind: str
    """A row of `rules/<lang>/agreements.toml`: truce, exchange, treaty, contract, settlement, merger, coalition, deal."""
    title: str
    """What a report calls it, in its own words."""
    parties: tuple[Side, ...] = ()
    mediators: tuple[Side, ...] = ()
    status: AgreementStatus
    starts: When | None = None
    ends: When | None = None
    provisions: tuple[Provision, ...] = ()
    steps: tuple[Step, ...] = ()
    spans: tuple[Span, ...]
    backing: Backing | None = None
