"""Groups, bodies and persons that the reports never name: "the hostages", "the company", "the suspect"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import Mention
from ...model.claim import ActorKind
from ...rules.nations import nation
from .fold import fold

LEAST = 2
"""Mentions that an unnamed actor needs: one is no thread through a story."""
PLAIN = frozenset("""the a an this that these those some any all both many most several few other others another more further remaining additional such same its his her
their our your my one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands about around at least nearly only first last new top senior former
least local""".split())


def phrases(mentions: Sequence[Mention]) -> Iterator[tuple[str, ActorKind, list[Mention]]]:
    """(name, kind, mentions) of each unnamed actor, by its words without articles and numbers."""
    together: dict[tuple[str, ActorKind], list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = _plain(mention.span.text)
        if name:
            together[(name, mention.kind)].append(mention)
    for (name, kind), found in sorted(together.items()):
        if len(found) >= LEAST:
            yield name, kind, found


def _plain(text: str) -> str:
    words = [w for w in fold(text).split() if w not in PLAIN and not w[:1].isdigit()]
    shown = [w.title() if nation(w) and w != "us" else w.upper() if w == "us" else w for w in words]
    return " ".join(shown)
