"""Positions in the dossier: what each party wants, and what it has said of a matter over time."""

from __future__ import annotations

from typing import Literal

from .claim import Attribution, Stance, Term, TermKind
from .frozen import Frozen
from .origin import Backing
from .span import Span
from .value import When


class Same(Frozen, frozen=True, kw_only=True):
    """Another position judged to be the same in other words, and why."""

    position: str
    why: str


class Position(Frozen, frozen=True, kw_only=True):
    """What a party wants, offers, accepts or rejects."""

    id: str
    party: str | None
    party_text: str
    stance: Stance
    about: str
    terms: tuple[Term, ...] = ()
    toward: str | None = None
    when: When | None = None
    attribution: Attribution | None = None
    spans: tuple[Span, ...]
    backing: Backing | None = None
    topic: str = ""
    """A word that the position shares with others of the story, by which they are laid side by side; empty where none does."""
    same_as: tuple[Same, ...] = ()
    """Positions of the party that ask for the same in other words; each of two names the other."""


StageChange = Literal["", "turned", "other", "open"]
"""`turned`: for it, then against it, or the other way; `other`: another value of the term; `open`: one of these, but which came
first is not known."""


class Stage(Frozen, frozen=True, kw_only=True):
    """What a party says of a matter, or of one term of it, at one time."""

    position: str
    """Id of the position that tells it."""
    stance: Stance
    text: str
    """The term, else what the position is about; of several terms of a kind, each after a semicolon."""
    value: str = ""
    """The term's value, or values."""
    when: When | None
    """The day that the reports give, else that of the report."""
    change: StageChange = ""
    """Beside the stage before it."""
    spans: tuple[Span, ...]


class Stand(Frozen, frozen=True, kw_only=True):
    """A party's stance on a matter, or on one term of it, over time."""

    id: str
    party: str | None
    party_text: str
    matter: str
    """Words that all its positions on it share."""
    term: TermKind | None
    """None: the matter as a whole."""
    stages: tuple[Stage, ...]
    """In the order of time, what has no date last; at least two."""
