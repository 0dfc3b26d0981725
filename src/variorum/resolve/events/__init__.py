"""One event over many reports: the claims that tell of it, who took part by all of them, and the plans that led to it."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Calendar, Cast, Event, Record
from .build import build, called
from .incident import Scene
from .join import clusters
from .link import linked
from .node import nodes
from .private import officials, private
from .steps import followed

__all__ = ["events"]


def events(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Event, ...]:
    """All events of a story in the order of time; the undated ones last, in the order of the texts."""
    public = officials(cast)
    told = [n for record in sorted(records, key=lambda r: r.article.id) for n in nodes(record, calendar, cast)]
    found = [n for n in told if not private(n.claim, n.who, cast.kinds, public)]
    names, labels = called(cast), {a.id: a.name for a in cast.actors}
    pairs = [(build(group, cast, names, labels), group) for group in clusters(found, cast)]
    scene = Scene.of(cast)
    return tuple(sorted(linked(followed(pairs, scene), scene), key=_order))


def _order(event: Event) -> tuple[str, str, int, str]:
    first = event.spans[0]
    when = event.when
    return (when.earliest or when.latest or "~") if when else "~", first.article, first.start, event.id
