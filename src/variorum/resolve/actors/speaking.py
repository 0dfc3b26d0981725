"""First persons in quotes: "I" is who speaks, "we" the body whose statement it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model import QuoteClaim, Record, Span, cut
from ...rules.pronouns import pronouns
from .draft import Draft
from .infer import office
from .nodes import Node

WORD = re.compile(r"(?<![\w.’'-])[A-Za-z]+(?![\w-])")
LOUD = frozenset({"US", "ME", "i"})
"""Forms that are no pronouns: a country, a state, a letter."""
THE = 4
"""Characters of an article before a name that a source's words begin with."""
Ends = Mapping[tuple[str, int], list[tuple[int, Node]]]
"""Article and where mentions end -> (where they start, who is meant)."""


def speaking(
    records: Sequence[Record], owner: Mapping[tuple[str, int, int], Node], voices: Mapping[Node, Node]
) -> Iterator[tuple[Span, Node]]:
    """(pronoun, who is meant) within the words of direct and mixed quotes; the innermost quote decides. A person's "we" may be
    anybody, and is left open, but for those who speak for the one body that `voices` knows them to head or represent."""
    ends: dict[tuple[str, int], list[tuple[int, Node]]] = defaultdict(list)
    for (article, start, end), node in sorted(owner.items()):
        ends[(article, end)].append((start, node))
    for record in records:
        made: dict[tuple[int, int], Node] = {}
        for quote in sorted(_spoken(record), key=lambda q: (q.spans[0].start - q.spans[0].end, q.spans[0])):
            who = _who(quote.speaker, ends) if quote.speaker else None
            for one in (who, voices.get(who)) if who else ():
                made.update(dict.fromkeys(_firsts(quote.spans[0], one), one) if one else {})
        for (start, end), node in sorted(made.items()):
            yield cut(record.article.id, record.article.text, start, end), node


def voices(drafts: Mapping[Node, Draft], owner: Mapping[tuple[str, int, int], Node]) -> dict[Node, Node]:
    """Person -> the one body that the person is told to head or to speak for."""
    bodies: dict[str, list[tuple[int, int, Node]]] = defaultdict(list)
    for (article, start, end), node in sorted(owner.items()):
        if node[0] == "body":
            bodies[article].append((start, end, node))
    out: dict[Node, Node] = {}
    for node, draft in drafts.items():
        roles = [
            span
            for text, spans in sorted(draft.roles.items())
            if not VOICES.isdisjoint(_classes(text))
            for span in spans
        ]
        found = {
            body
            for span in roles
            for start, end, body in bodies[span.article]
            if span.start <= start and end <= span.end
        }
        if node[0] == "person" and len(found) == 1:
            out[node] = min(found)
    return out


VOICES = frozenset({"spokesperson", "executive", "officer", "founder", "chief", "coach", "principal"})
"""Classes of roles whose holders say "we" for the body."""


def _classes(text: str) -> frozenset[str]:
    made = office(text)
    return made.heads if made else frozenset()


def _firsts(quote: Span, node: Node) -> Iterator[tuple[int, int]]:
    """Where the words of a quote stand that mean its speaker."""
    wanted = pronouns().speaker if node[0] == "person" else pronouns().speakers
    for match in WORD.finditer(quote.text):
        if match[0].lower() in wanted and match[0] not in LOUD:
            yield quote.start + match.start(), quote.start + match.end()


def _spoken(record: Record) -> Iterator[QuoteClaim]:
    for claim in record.claims:
        if isinstance(claim, QuoteClaim) and claim.kind in ("direct", "mixed") and claim.speaker:
            yield claim


def _who(span: Span, ends: Ends) -> Node | None:
    """The body that the words of a source name, or the person whose name or pronoun ends them."""
    found = [(start, node) for start, node in ends.get((span.article, span.end), ()) if start >= span.start]
    for start, node in reversed(found):
        if node[0] == "person" or (node[0] == "body" and start <= span.start + THE):
            return node
    return None
