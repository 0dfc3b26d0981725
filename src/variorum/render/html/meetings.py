"""Who met whom on the page: the graph, the table of people by people, then the meetings, which its cells lead to."""

from __future__ import annotations

from dataclasses import replace

from ..network import Network, graph, matrix, network
from ..outline import Group, Section
from .tables import table
from .tags import Page, folded


def meetings(page: Page, one: Section, prefix: str) -> str:
    """The drawings where three or more are named, and the list."""
    group = one.groups[0]
    names = {event.id: f"{prefix}-met{n}" for n, event in enumerate(group.events, 1)}
    net = network(group.events, dict(group.names))
    ids = tuple(names[event.id] for event in group.events)
    shown, rest = slice(None, one.full), slice(one.full, None)
    lists = [table(page, one, [_part(one, part)], ids[part]) for part in (shown, rest) if group.rows[part]]
    return _drawings(net, names) + folded(lists[:1], lists[1:], len(group.rows))


def _part(one: Section, part: slice) -> Group:
    return replace(one.groups[0], rows=one.groups[0].rows[part])


def _drawings(net: Network, names: dict[str, str]) -> str:
    if len(net.names) < 3:
        return ""
    return graph(net) + matrix(net, lambda event: f"#{names[event]}")
