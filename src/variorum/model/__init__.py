"""Frozen values that the stages hand to each other. No input or output here."""

from .agreement import Agreement, Provision, Side, Step
from .article import QUIET, Article, Flag, Part, Post
from .claim import (
    AgreementClaim,
    AnyClaim,
    Attribution,
    Claim,
    EventClaim,
    FigureClaim,
    Mention,
    Party,
    PositionClaim,
    QuoteClaim,
    Record,
    Role,
    Term,
    Voice,
)
from .dossier import *  # noqa: F403  the contract's own __all__
from .dossier import __all__ as _contract
from .link import Calendar, Cast, Judged, Link
from .single import single
from .span import Span, cut, key
from .value import Expression, Quantity, Time, When

__all__ = [
    *_contract,
    "QUIET",
    "Agreement",
    "AgreementClaim",
    "AnyClaim",
    "Article",
    "Attribution",
    "Calendar",
    "Cast",
    "Claim",
    "EventClaim",
    "Expression",
    "FigureClaim",
    "Flag",
    "Judged",
    "Link",
    "Mention",
    "Part",
    "Party",
    "PositionClaim",
    "Post",
    "Provision",
    "Quantity",
    "QuoteClaim",
    "Record",
    "Role",
    "Side",
    "Span",
    "Step",
    "Term",
    "Time",
    "Voice",
    "When",
    "cut",
    "key",
    "single",
]
