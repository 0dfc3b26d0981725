"""Who met whom, drawn: a table of people by people, and a graph as inline SVG with everybody on a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations, pairwise
from math import cos, pi, sin

from ..model import Event
from ..rules.page import page
from ..rules.phrases import clip, count

MOST = 14
"""People drawn: those who meet most; more cannot be told apart on a circle."""
WIDTH, LEAST, EACH, EDGE = 720, 36, 6, 22
"""Of the drawing; the circle's radius, at least and for each name; room above and below for labels."""
LONGEST = 30
"""Letters of a label."""
CLOSE = 15
"""Least distance of two labels on one side, from top to bottom."""


@dataclass(frozen=True)
class Network:
    """Who met whom: names in drawing order, and for each pair the meetings that both took part in, the most reported first."""

    names: tuple[str, ...]
    pairs: Mapping[tuple[int, int], tuple[str, ...]]
    """Positions in `names`, the lower first -> ids of events."""
    planned: frozenset[tuple[int, int]]
    """Pairs that are only to meet, or whose meeting was called off or is unclear."""
    left_out: int


def network(events: Sequence[Event], names: Mapping[str, str]) -> Network:
    """The meetings of those who have a name; `events` are in order of weight, `names` are by actor's id."""
    met: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        sides = [p.actor for p in event.participants if p.actor and p.actor in names and p.actor not in event.places]
        for pair in combinations(sorted(set(sides)), 2):
            met.setdefault(pair, []).append(event)
    weight = Counter(one for pair, many in met.items() for one in pair for _ in many)
    kept = sorted(weight, key=lambda a: (-weight[a], names[a], a))[:MOST]
    order = _circle(kept, met)
    at = {actor: n for n, actor in enumerate(order)}
    held = {(min(at[a], at[b]), max(at[a], at[b])): many for (a, b), many in met.items() if a in at and b in at}
    planned = frozenset(pair for pair, many in held.items() if all(e.status not in ("held", "ongoing") for e in many))
    pairs = {pair: tuple(e.id for e in held[pair]) for pair in sorted(held)}
    return Network(tuple(names[a] for a in order), pairs, planned, len(weight) - len(kept))


def _circle(kept: Sequence[str], met: Mapping[tuple[str, str], Sequence[Event]]) -> list[str]:
    """An order in which those who meet often stand side by side: each time the one with most links to the last one, then to
    all who are placed."""
    links: Counter[tuple[str, str]] = Counter()
    for (a, b), many in met.items():
        links[a, b] = links[b, a] = len(many)
    order = list(kept[:1])
    rest = list(kept[1:])
    while rest:
        best = max(rest, key=lambda a: (links[a, order[-1]], sum(links[a, b] for b in order), -kept.index(a)))
        order.append(best)
        rest.remove(best)
    return order


def matrix(net: Network, link: Callable[[str], str]) -> str:
    """A table of people by people: in each cell how many meetings, which leads to the most reported of them."""
    size = range(len(net.names))
    short = [escape(clip(name, LONGEST)) for name in net.names]
    head = "".join(f'<th scope="col"><span>{name}</span></th>' for name in short)
    cells = ["".join(_cell(net, n, m, link) for m in size) for n in size]
    rows = "".join(f'<tr><th scope="row">{name}</th>{row}</tr>' for name, row in zip(short, cells, strict=True))
    inner = f"<thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="scroll"><table class="matrix">{inner}</table></div>'


def _cell(net: Network, n: int, m: int, link: Callable[[str], str]) -> str:
    events = net.pairs.get((min(n, m), max(n, m)), ()) if n != m else ()
    if not events:
        return '<td class="self"></td>' if n == m else "<td></td>"
    kind = ' class="planned"' if (min(n, m), max(n, m)) in net.planned else ""
    title = escape(f"{net.names[n]}, {net.names[m]}")
    return f'<td{kind}><a href="{link(events[0])}" title="{title}">{len(events)}</a></td>'


def graph(net: Network) -> str:
    """A circle of names with a line for each pair that met, thicker for more meetings, broken where one is only planned."""
    total = len(net.names)
    if total < 3:
        return ""
    radius = LEAST + EACH * total
    spots = [_spot(n, total, radius) for n in range(total)]
    heights = _labels(spots)
    height = 2 * (radius + EDGE)
    lines = "".join(_line(net, pair, spots) for pair in net.pairs)
    marks = "".join(
        _mark(name, spot, y, sum(len(many) for pair, many in net.pairs.items() if n in pair))
        for n, (name, spot, y) in enumerate(zip(net.names, spots, heights, strict=True))
    )
    label = escape(page().network.format(names=", ".join(net.names)))
    return (
        f'<figure class="chart network"><div class="scroll"><svg viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{label}">{lines}{marks}</svg></div><figcaption>{escape(page().network_key)}</figcaption></figure>'
    )


def _spot(n: int, total: int, radius: int) -> tuple[float, float]:
    angle = 2 * pi * (n + 0.5) / total - pi / 2
    return WIDTH / 2 + radius * cos(angle), radius + EDGE + radius * sin(angle)


def _labels(spots: Sequence[tuple[float, float]]) -> list[float]:
    """Heights at which labels cover no other: on each side, from the top down, at least a line apart."""
    out = [y for _, y in spots]
    for right in (True, False):
        side = sorted((n for n, (x, _) in enumerate(spots) if (x >= WIDTH / 2) == right), key=lambda n: spots[n][1])
        for before, n in pairwise(side):
            out[n] = max(out[n], out[before] + CLOSE)
    return out


def _line(net: Network, pair: tuple[int, int], spots: Sequence[tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = spots[pair[0]], spots[pair[1]]
    many = len(net.pairs[pair])
    broken = ' stroke-dasharray="4 3"' if pair in net.planned else ""
    tip = escape(f"{net.names[pair[0]]}, {net.names[pair[1]]}: {count('meeting', many)}")
    return (
        f'<path class="link" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke-width="{min(1 + 0.8 * many, 6):.1f}"{broken}>'
        f"<title>{tip}</title></path>"
    )


def _mark(name: str, spot: tuple[float, float], height: float, weight: int) -> str:
    x, y = spot
    right = x >= WIDTH / 2
    shift = 12 if right else -12
    lead = (
        f'<path class="lead" d="M{x:.1f} {y:.1f}L{x + shift * 0.8:.1f} {height:.1f}"/>' if abs(height - y) > 2 else ""
    )
    return (
        f'{lead}<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{min(3 + 0.5 * weight, 8):.1f}"/>'
        f'<text class="said" x="{x + shift:.1f}" y="{height + 4:.1f}" text-anchor="{"start" if right else "end"}">'
        f"{escape(clip(name, LONGEST))}</text>"
    )
