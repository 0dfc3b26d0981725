"""First persons in quotes: "I" is who speaks, "we" the body whose statement it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ...model import QuoteClaim, Record, Span, cut
from ...rules.pronouns import pronouns
from .nodes import Node

WORD = re.compile(r"(?<![\w.’'-])[A-Za-z]+(?![\w-])")
LOUD = frozenset({"US", "ME", "i"})
"""Forms that are no pronouns: a country, a state, a letter."""
THE = 4
"""Characters of an article before a name that a source's words begin with."""
Ends = Mapping[tuple[str, int], list[tuple[int, Node]]]
"""Article and where mentions end -> (where they start, who is meant)."""


def speaking(records: Sequence[Record], owner: Mapping[tuple[str, int, int], Node]) -> Iterator[tuple[Span, Node]]:
    """(pronoun, who is meant) within the words of direct and mixed quotes; the innermost quote decides. A person's "we" may be
    anybody, and is left open."""
    ends: dict[tuple[str, int], list[tuple[int, Node]]] = defaultdict(list)
    for (article, start, end), node in sorted(owner.items()):
        ends[(article, end)].append((start, node))
    for record in records:
        made: dict[tuple[int, int], Node] = {}
        for quote in sorted(_spoken(record), key=lambda q: (q.spans[0].start - q.spans[0].end, q.spans[0])):
            who = _who(quote.speaker, ends) if quote.speaker else None
            if who:
                made.update(dict.fromkeys(_firsts(quote.spans[0], who), who))
        for (start, end), node in sorted(made.items()):
            yield cut(record.article.id, record.article.text, start, end), node


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
