"""A speaker told by role, then by name: "the ministry's spokesman said ... “We hope so,” said Dana Reed."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from ...model import Mention, QuoteClaim, Record
from ...rules.people import gendered, genders, titles
from .draft import Draft, Spot, spot_of
from .infer import office
from .nodes import Node

FAR = 3
"""Sentences that the name may come after the role."""
WHY = "the report goes on to quote this name, which no report gives a role, right after the role that spoke"


def handed(
    record: Record, free: Sequence[Mention], owner: Mapping[Spot, Node], drafts: Mapping[Node, Draft]
) -> Iterator[tuple[Mention, Node]]:
    """(role, who it is): a role that speaks and of which no report tells the holder, where the next to speak is somebody with a
    full name and no role, first told of there, with nobody between them and no gender against it."""
    roles = {m.span.start: m for m in free if m.span.article == record.article.id and _speaks_for(m)}
    if not roles:
        return
    people = [m for m in record.mentions if m.form == "name" and m.kind == "person" and spot_of(m.span) in owner]
    starts = [start for start, _ in record.article.sentences]
    pending: Mention | None = None
    for quote in sorted(_quotes(record), key=lambda q: q.speaker.start if q.speaker else 0):
        speaker = quote.speaker
        assert speaker is not None, "only quotes with a speaker are looked at"
        role = next((m for at, m in sorted(roles.items()) if speaker.start <= at < speaker.end), None)
        if role is not None:
            pending = role
            continue
        name = next((m for m in people if speaker.start <= m.span.start and m.span.end <= speaker.end), None)
        if pending is None or name is None:
            continue
        node = owner[spot_of(name.span)]
        between = [m for m in people if pending.span.start < m.span.start < name.span.start]
        near = bisect_right(starts, name.span.start) - bisect_right(starts, pending.span.start) <= FAR
        first = min(m.span.start for m in people if owner[spot_of(m.span)] == node) == name.span.start
        if near and first and not between and len(node) > 2 and not drafts[node].roles and _agree(pending, node):
            yield pending, node
        pending = None


def _quotes(record: Record) -> list[QuoteClaim]:
    return [claim for claim in record.claims if isinstance(claim, QuoteClaim) and claim.speaker]


def _speaks_for(mention: Mention) -> bool:
    """Whether the phrase names an office and whose it is."""
    made = office(mention.span.text)
    return made is not None and bool(made.nations or made.names) and mention.span.text[:2].lower() not in ("a ", "an")


def _agree(role: Mention, node: Node) -> bool:
    last = role.span.text.rpartition(" ")[2].lower()
    told, own = gendered().get(last) or titles().get(last), genders().get(node[1])
    return told is None or own is None or told == own
