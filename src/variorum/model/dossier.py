"""The dossier: the published result. Field meanings are the contract `variorum/1`; `variorum schema` prints it."""

from __future__ import annotations

from typing import Literal

from .agreement import Agreement
from .article import Article
from .claim import (
    ActorKind,
    Attribution,
    EventStatus,
    Modality,
    QuoteKind,
    Role,
    Stance,
    Term,
    TermKind,
    VoiceKind,
)
from .frozen import Frozen
from .origin import Backing, Origin
from .span import Span
from .value import Hedge, When

FORMAT = "variorum/1"
Status = Literal["current", "superseded", "conflicting", "suspect", "repeated"]
Standing = Literal[Status, "apart"]
FindingKind = Literal["agreement", "update", "revision", "conflict", "scope", "subset", "misprint", "repeat", "garbled"]

WordingKind = Literal["people", "event", "deed", "thing", "actor"]
Precision = Literal["day", "days", "month", "period", "between", "told", "none"]
EntryStatus = Literal["planned", "held", "ongoing", "cancelled", "unclear", "reported", "conflicting"]


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


class Reading(Frozen, frozen=True, kw_only=True):
    """One value of a figure, as one or more places give it. `why` says how its status came about."""

    id: str
    low: float | None
    high: float | None
    hedge: Hedge
    text: str
    as_of: When | None
    attribution: Attribution | None
    spans: tuple[Span, ...]
    status: Status = "current"
    apart: bool = False
    """Not the current reading, yet no earlier one: it counts something else, or may."""
    why: str = ""
    inferred: bool = False
    """Added up from persons told of one by one; the text gives no number."""
    fate: bool = False
    """It says what became of people counted before, as when one who was hurt has died."""
    backing: Backing | None = None

    @property
    def number(self) -> float | None:
        """The number printed: the lower end of a range, the one end of an open interval."""
        return self.low if self.low is not None else self.high

    @property
    def last(self) -> str:
        """The end of the moment that it is as of; empty where none is known."""
        return (self.as_of.latest or self.as_of.earliest or "") if self.as_of else ""

    @property
    def standing(self) -> Standing:
        """What to call its status."""
        return "apart" if self.apart else self.status


class Figure(Frozen, frozen=True, kw_only=True):
    """One counted thing through all reports: its readings lined up by as-of date."""

    id: str
    measure: str
    of: str
    place: str | None = None
    unit: str | None = None
    window: When | None = None
    over: str | None = None
    """The length of the stretch that the count is bound to, in the reports' words: "four-day" of a pause."""
    modality: Modality = "actual"
    subset_of: str | None = None
    readings: tuple[Reading, ...] = ()
    frame: Literal["event", "rate", "past"] = "event"
    """Whether it counts the story's event, a rate or statistic, or something earlier."""


class Participant(Frozen, frozen=True, kw_only=True):
    """Somebody in an event. `inferred` where only a role was given and another report names the person."""

    actor: str | None
    text: str
    inferred: bool = False
    part: Literal["source", "target", "both"] = "both"
    spans: tuple[Span, ...] = ()


class EventLink(Frozen, frozen=True, kw_only=True):
    """How an event stands to another."""

    event: str
    kind: Literal["same", "follows", "planned_for"]
    why: str


class Telling(Frozen, frozen=True, kw_only=True):
    """One place where a report tells of an event, with what it says of it there."""

    span: Span
    sentence: Span
    status: EventStatus
    when: When | None = None
    """The time told there; None where there is none of its own."""
    places: tuple[str, ...] = ()
    """Ids of the places named there."""


class Event(Frozen, frozen=True, kw_only=True):
    """One event through all reports."""

    id: str
    type: str
    mode: str | None = None
    title: str
    status: EventStatus
    when: When | None
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    attribution: Attribution | None = None
    spans: tuple[Span, ...]
    tellings: tuple[Telling, ...] = ()
    """Every place where it is told, in the order of reports and texts."""
    links: tuple[EventLink, ...] = ()
    backing: Backing | None = None


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
