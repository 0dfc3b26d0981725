"""What the reports call an actor whom they name, beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import Actor, Cast, Record, Span
from ...rules.nations import nation
from ...rules.people import links
from ...rules.phrasing import articles, owners
from ...rules.wording import bodies, offices, referents, words
from .people import POSSESSIVE
from .uses import Referent, Uses

ACTORS = 30
"""Actors whose descriptions are compared, the most told of first."""
BEFORE = 2
"""Words before the head that a description keeps at most."""
WORD = re.compile(r"[^\s,;“”\"()]+")
PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def described(records: Sequence[Record], cast: Cast, uses: Uses) -> None:
    """Counts the phrases for each actor by their heads, where some report has one that tells more than the office or the kind
    of body: "president" and "city" is what every report says."""
    phrases = {(m.span.article, m.span.start, m.span.end) for r in records for m in r.mentions if m.form == "nominal"}
    for actor in [a for a in cast.actors if a.kind != "place" and not _counted(a)][:ACTORS]:
        found = list(_found(actor, phrases))
        if any(telling for _, telling, _, _ in found):
            for term, _, start, span in found:
                uses.add(Referent("actor", actor.name, actor.id), term, span.article, start, span.end)


def _counted(actor: Actor) -> bool:
    """Whether it is a group without a name that goes by words of the table, which stand under `people`."""
    return actor.kind == "group" and actor.name.rpartition(" ")[2].lower() in referents("people")


def _found(actor: Actor, phrases: set[tuple[str, int, int]]) -> Iterator[tuple[str, bool, int, Span]]:
    """Term, whether it tells anything, where it begins, and the phrase."""
    for span in actor.mentions:
        if (span.article, span.start, span.end) in phrases and (core := _core(span)):
            yield *core, span


def _core(span: Span) -> tuple[str, bool, int] | None:
    """The head of a phrase with the common words right before it that count, whether that tells anything, and where it
    begins; None where the head is a name."""
    found: list[re.Match[str]] = []
    for word in WORD.finditer(span.text):
        if found and word[0].lower() in links():
            break
        found.append(word)
    if not found:
        return None
    head = POSSESSIVE.sub("", found[-1][0])
    low = head.lower()
    known = low in offices() or low in bodies() or low in referents("people")
    if not PLAIN.fullmatch(head) or not (known or head.islower()) or low in owners():
        return None
    before = list(_before(found[:-1]))
    charged = [w for w in before if w[0] in words("charged")]
    kept = charged if low in offices() else before if low in bodies() else []
    start = span.start + (kept[-1] if kept else found[-1]).start()
    return (
        " ".join([*(w[0] for w in reversed(kept)), low]),
        bool(kept) or not known or low in referents("people"),
        start,
    )


def _before(found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The common words right before the head, the nearest first; no owner, nation, name, number or time among them."""
    for word in found[: -BEFORE - 1 : -1]:
        text = word[0]
        if (
            not text.islower()
            or not PLAIN.fullmatch(text)
            or nation(text)
            or text in words("aside")
            or text in owners() | articles()
        ):
            return
        yield word
