"""What matters most on a timeline."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Event
from .moments import precision
from .words import lame, words


def weight(events: Sequence[Event], text: str, reports: int, figures: int) -> int:
    """Reports count most, then figures and participants; a day that a text states speaks for an event, mere words and a text
    that says little by itself against it."""
    people = {p.actor or p.text for e in events for p in e.participants}
    stated = any(e.when and e.when.basis != "inferred" and precision(e.when) == "day" for e in events)
    spoken = all(e.type in words().spoken for e in events)
    return 4 * reports + 2 * min(figures, 3) + min(len(people), 4) + 2 * stated - 3 * spoken - 3 * lame(text)
