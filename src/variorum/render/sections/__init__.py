"""What a story's page holds, section by section, in the order in which a desk reads it."""

from __future__ import annotations

from collections.abc import Callable

from ..outline import Section
from ..view import StoryView, View
from .agreements import agreements
from .differences import differences
from .events import events, meetings
from .figures import counts, figures
from .ledger import ledger
from .people import people
from .positions import positions
from .problems import doubts, problems
from .quotes import quotes
from .reports import reports
from .shared import brief, shared
from .sources import origins, reuse, sources, wording
from .stands import stands
from .timeline import timeline

MEMBERS: tuple[Callable[[StoryView], Section], ...] = (
    brief,
    shared,
    differences,
    figures,
    counts,
    timeline,
    meetings,
    events,
    positions,
    stands,
    ledger,
    agreements,
    people,
    quotes,
    sources,
    origins,
    wording,
    reuse,
    doubts,
    reports,
)

__all__ = ["MEMBERS", "Section", "View", "problems", "sections"]


def sections(story: StoryView) -> list[Section]:
    """The story's sections that hold anything."""
    return [made for made in (member(story) for member in MEMBERS) if made.size]
