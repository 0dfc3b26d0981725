"""Claims: what one article says at one place. Immutable, named by their content, never without a span."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..errors import ProvenanceError
from .article import Article, PartKind
from .span import Span, key
from .value import Expression, Hedge

VoiceKind = Literal["named", "anonymous", "institution", "outlet", "document"]
ActorKind = Literal["person", "organisation", "group", "place"]
Form = Literal["name", "nominal", "pronoun"]
Modality = Literal["actual", "planned", "proposed", "conditional", "denied"]
EventStatus = Literal["planned", "held", "ongoing", "cancelled", "unclear"]
QuoteKind = Literal["direct", "indirect", "mixed", "term"]
Stance = Literal["proposes", "offers", "demands", "accepts", "rejects", "conditions", "supports", "denies"]
Frame = Literal["event", "rate", "past"]
Toll = Literal["", "victims", "attacker", "all"]
TermKind = Literal["duration", "count", "ratio", "order", "guarantee", "condition", "deadline", "actor"]
AgreementStep = Literal["agreed", "in force", "extended", "suspended", "breached", "left", "ended"]
ProvisionKind = Literal["length", "exchange", "extension", "term"]


class Voice(msgspec.Struct, frozen=True):
    """One link of an attribution chain. `actor` is filled when names are resolved."""

    text: str
    kind: VoiceKind
    actor: str | None = None
    span: Span | None = None
    stands: Span | None = None
    """The words of the same article that a pronoun stands for, where they are another source's."""
    open: bool = False
    """A pronoun that may stand for several; nobody's name is to be given for it."""


class Attribution(msgspec.Struct, frozen=True):
    """Who says so: the one whom the article cites first, then that one's source, and so on. `span` holds the words."""

    chain: tuple[Voice, ...]
    span: Span


class Role(msgspec.Struct, frozen=True):
    """What a text calls a person beside the name: "foreign minister of ..."."""

    text: str
    span: Span


class Mention(msgspec.Struct, frozen=True):
    """A place in the text that names or means somebody, some body or somewhere.

    `antecedent` is the mention that a pronoun, a definite phrase or a bare acronym stands for within the article.
    """

    span: Span
    kind: ActorKind
    form: Form = "name"
    roles: tuple[Role, ...] = ()
    antecedent: Span | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True, tag_field="claim"):
    """What every claim has. Raises `ProvenanceError` when built without a span."""

    article: str
    spans: tuple[Span, ...]
    """The words that carry the claim, the most telling first."""
    sentence: Span
    """The sentence that it stands in."""
    part: PartKind = "body"
    attribution: Attribution | None = None

    def __post_init__(self) -> None:
        if not self.spans:
            raise ProvenanceError(f"a claim of article {self.article} has no span")

    @property
    def id(self) -> str:
        """The claim's name: a hash of its content."""
        return key(msgspec.json.encode(self, order="deterministic").decode())


class FigureClaim(Claim, frozen=True, kw_only=True, tag="figure"):
    """A number of something: the reading of one figure in one sentence."""

    measure: str
    of: str
    """Who or what is counted, as the text says it; empty where it does not."""
    of_span: Span | None = None
    low: float | None
    high: float | None
    hedge: Hedge
    text: str
    """The number with its hedge, as the text has it."""
    unit: str | None = None
    place: Span | None = None
    modality: Modality = "actual"
    more: bool = False
    """An increment on an earlier count."""
    times: tuple[Expression, ...] = ()
    """Time expressions that bear on the figure, the nearest first."""
    subset_of: str | None = None
    """The id of the claim that this one is an inclusive part of."""
    group: str = ""
    """The group of `rules/<lang>/groups.toml` that is counted; empty where no noun says it."""
    side: str = ""
    """The people or nationality that the phrase names, as the text has it ("Kenyan", "Kurds")."""
    frame: Literal["event", "rate", "past"] = "event"
    """Whether it counts the event reported, a rate or statistic, or something earlier."""
    inferred: bool = False
    """Added up from persons told of one by one, or from people hit of whom not all are said to have died."""
    role: Toll = ""
    """Of the dead: whether it counts those whom somebody killed, the one who did it, or both together; empty where not said."""
    fate: bool = False
    """Whether it says what became of people counted before: the hurt who have died since are hurt no longer, and "a third
    victim has died" makes three."""
    weak: bool = False
    """Whether it only takes up people told of before ("both men", "the other two"): no total of the article."""

    @property
    def number(self) -> float | None:
        """The number printed: the lower end of a range, the one end of an open interval."""
        return self.low if self.low is not None else self.high


class Party(msgspec.Struct, frozen=True):
    """Somebody in an event, as the text has it."""

    span: Span
    part: Literal["source", "target", "both"] = "both"
    """Who does it, to whom it is done, or both alike (a meeting)."""


class EventClaim(Claim, frozen=True, kw_only=True, tag="event"):
    """Something that happened, happens or is planned. `spans[0]` is the trigger."""

    type: str
    """PLOVER type."""
    mode: str | None = None
    title: str
    """The event in the text's own words, short."""
    status: EventStatus
    parties: tuple[Party, ...] = ()
    places: tuple[Span, ...] = ()
    times: tuple[Expression, ...] = ()
    again: bool = False
    """Whether it goes on about an event told before in the article: "the meeting will also include"."""
    earlier: bool = False
    """Whether it was over before what the article is about: "had rejected"."""


class QuoteClaim(Claim, frozen=True, kw_only=True, tag="quote"):
    """Speech or thought given to somebody. `spans[0]` is the quote itself."""

    kind: QuoteKind
    speaker: Span | None
    cue: Span | None
    addressee: Span | None = None
    place: Span | None = None
    """Where it was said: "in Cairo"."""
    occasion: Span | None = None
    """On what occasion or by what means: "a press conference", "a statement", "an interview with the BBC"."""
    flags: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True):
    """One term of an offer, demand or agreement; `value` is normalised (P60D, 700-1000, after ...)."""

    kind: TermKind
    text: str
    value: str


class PositionClaim(Claim, frozen=True, kw_only=True, tag="position"):
    """What a party wants, offers, accepts or rejects."""

    party: Span
    stance: Stance
    about: str
    terms: tuple[Term, ...] = ()
    toward: Span | None = None
    times: tuple[Expression, ...] = ()


class AgreementClaim(Claim, frozen=True, kw_only=True, tag="agreement"):
    """What one sentence tells of an agreement that was made: a step in its life, one of its terms, or what it is. `spans[0]`
    holds the words that tell it."""

    kind: str
    """A row of `agreements.toml`; "deal" where nothing says more."""
    name: Span
    """The phrase that names it; of a pronoun, the phrase that it takes up."""
    step: AgreementStep | None = None
    planned: bool = False
    """Whether the step is still to come: "will take effect on", "expires on"."""
    provision: ProvisionKind | None = None
    """What a term is about; None for a step or a bare mention."""
    length: Term | None = None
    """How long it is to last, where its name says so: "a four-day truce"."""
    parties: tuple[Span, ...] = ()
    mediators: tuple[Span, ...] = ()
    by: Span | None = None
    accuser: Span | None = None
    terms: tuple[Term, ...] = ()
    times: tuple[Expression, ...] = ()


AnyClaim = FigureClaim | EventClaim | QuoteClaim | PositionClaim | AgreementClaim


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one article on its own: the unit that workers return and the store keeps."""

    article: Article
    expressions: tuple[Expression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    model: str = ""
    problem: str | None = None
    """Why the article was left without claims, where it was."""
