"""The dossier: the published result. Field meanings are the contract `variorum/1`; `variorum schema` prints it."""

from __future__ import annotations

from typing import Literal

from .actor import Actor, ActorRole, Alias, Merge, StandsFor
from .agreement import Agreement
from .article import Article
from .claim import (
    Attribution,
    QuoteKind,
    Role,
    VoiceKind,
)
from .event import Event, EventLink, Participant, Telling
from .figure import Figure, Reading
from .frozen import Frozen
from .origin import Backing, Origin
from .span import Span
from .stand import Position, Same, Stage, Stand
from .value import When

FORMAT = "variorum/1"
FindingKind = Literal["agreement", "update", "revision", "conflict", "scope", "subset", "misprint", "repeat", "garbled"]

WordingKind = Literal["people", "event", "deed", "thing", "actor"]
Precision = Literal["day", "days", "month", "period", "between", "told", "none"]
EntryStatus = Literal["planned", "held", "ongoing", "cancelled", "unclear", "reported", "conflicting"]


class Quote(Frozen, frozen=True, kw_only=True):
    """What somebody is reported to have said. The text is the article's own characters."""

    id: str
    speaker: str | None
    speaker_text: str
    addressee: str | None = None
    place: str | None = None
    """Where it was said, as the text has it."""
    occasion: str | None = None
    """On what occasion or by what means, as the text has it."""
    kind: QuoteKind
    text: str
    cue: str
    span: Span
    sentence: Span
    attribution: Attribution | None = None
    same_as: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    backing: Backing | None = None
    """Of the quote in all reports that carry it."""


class Source(Frozen, frozen=True, kw_only=True):
    """Somebody or something that reports rest on."""

    id: str
    name: str
    kind: VoiceKind
    articles: tuple[str, ...]
    claims: int
    same_as_why: str | None = None
    spans: tuple[Span, ...] = ()
    """Where reports cite it."""


class Use(Frozen, frozen=True, kw_only=True):
    """A word where a report uses it, and what stands about it in its sentence."""

    span: Span
    context: Span


class WordingTerm(Frozen, frozen=True, kw_only=True):
    """A word used for a referent, how often, and by which articles. `quoted` of the uses stand within quotation marks; `uses`
    are the first of each report, one of its own words before one that it quotes, of twenty reports at most."""

    text: str
    count: int
    articles: tuple[str, ...]
    quoted: int = 0
    uses: tuple[Use, ...] = ()


class Wording(Frozen, frozen=True, kw_only=True):
    """The words that the reports use for one and the same."""

    referent: str
    kind: WordingKind = "thing"
    """`people` of a kind, a `thing`, an `actor`, or a happening of the timeline: the nouns for it (`event`), the verbs that
    tell of one deed in it (`deed`)."""
    about: str | None = None
    """Id of the actor, or of the timeline's entry."""
    terms: tuple[WordingTerm, ...]


class Passage(Frozen, frozen=True, kw_only=True):
    """The same words in several articles."""

    spans: tuple[Span, ...]


class Reuse(Frozen, frozen=True, kw_only=True):
    """Articles that share passages."""

    articles: tuple[str, ...]
    passages: tuple[Passage, ...]
    kind: Literal["copy", "wire", "quote"]
    why: str


class Witness(Frozen, frozen=True, kw_only=True):
    """One side of a finding: the id of a figure, event, quote or position, and where it says so."""

    id: str
    article: str
    span: Span


class Finding(Frozen, frozen=True, kw_only=True):
    """Where reports agree or differ, of which kind, and why it is thought so, in one sentence."""

    id: str
    kind: FindingKind
    about: str
    readings: tuple[Witness, ...]
    why: str
    lone: bool = False
    """An agreement of one: no other independent report bears it out."""

    @property
    def sort(self) -> str:
        """What to list it under: its kind, or "lone"."""
        return "lone" if self.lone else self.kind


class Line(Frozen, frozen=True, kw_only=True):
    """A sentence of the digest with its evidence."""

    text: str
    evidence: tuple[Span, ...]


class Entry(Frozen, frozen=True, kw_only=True):
    """One thing on a story's timeline: a happening with all mentions of it, or a new count. `precision` says how closely its
    moment is known: `between` where only bounds could be worked out, `told` where no time is told and `when` is that of the
    report, `none` where nothing dates it. `why` says so in words."""

    id: str
    kind: Literal["event", "count"]
    text: str
    when: When | None
    precision: Precision
    status: EntryStatus
    rank: int
    """1 is what matters most: most independent reports, then figures attached and participants."""
    events: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    evidence: tuple[Span, ...]
    why: str = ""


class Story(Frozen, frozen=True, kw_only=True):
    """One developing story."""

    id: str
    title: str
    articles: tuple[str, ...]
    period: When | None
    actors: tuple[Actor, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    ledger: tuple[Stand, ...] = ()
    sources: tuple[Source, ...] = ()
    origins: tuple[Origin, ...] = ()
    wording: tuple[Wording, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    findings: tuple[Finding, ...] = ()
    digest: tuple[Line, ...] = ()
    timeline: tuple[Entry, ...] = ()


class Problem(Frozen, frozen=True, kw_only=True):
    """An input that was not read, or only in part, and why."""

    source: str
    error: str


class Generator(Frozen, frozen=True, kw_only=True):
    """What made the dossier."""

    version: str
    rules: str
    model: str


class Dossier(Frozen, frozen=True, kw_only=True):
    """Everything."""

    format: str = FORMAT
    generator: Generator
    articles: tuple[Article, ...] = ()
    stories: tuple[Story, ...] = ()
    problems: tuple[Problem, ...] = ()


__all__ = [
    "FORMAT",
    "Actor",
    "ActorRole",
    "Alias",
    "Backing",
    "Dossier",
    "Entry",
    "Event",
    "EventLink",
    "Figure",
    "Finding",
    "Generator",
    "Line",
    "Merge",
    "Origin",
    "Participant",
    "Passage",
    "Position",
    "Problem",
    "Quote",
    "Reading",
    "Reuse",
    "Role",
    "Same",
    "Source",
    "Stage",
    "Stand",
    "StandsFor",
    "Story",
    "Telling",
    "Use",
    "Witness",
    "Wording",
    "WordingKind",
    "WordingTerm",
]
