"""From a page to claims. One file per kind; the explicit list below is the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model import AnyClaim
from ..model.page import Page
from .agreements import agreements
from .events import events
from .figures import figures
from .positions import positions
from .quotes import quotes

EXTRACTORS: tuple[Callable[[Page], Iterable[AnyClaim]], ...] = (
    figures,
    events,
    quotes,
    positions,
    agreements,
)


def claims(page: Page) -> tuple[AnyClaim, ...]:
    """All claims of a page, in text order, none twice."""
    found = {claim.id: claim for extractor in EXTRACTORS for claim in extractor(page)}
    return tuple(sorted(found.values(), key=lambda c: (c.spans[0].start, c.spans[0].end, type(c).__name__, c.id)))
