"""Phrases beside a clause that say where it comes from: "according to", "reportedly", "Police: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import voices
from .contents import clause
from .report import Report, silent
from .sources import guess
from .trees import child, phrase, trim, written

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 6
"""Tokens before the colon of a headline at most, for them to be who says what follows."""
FEWEST = 3
"""Words after it at least."""
HEADS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def according(token: Token) -> Iterator[Report]:
    """The report of "according to" with its clause."""
    to = child(token, "prep")
    source = child(to, "pobj") if to is not None and to.text.lower() == "to" else None
    if to is None or source is None:
        return
    name = phrase(source)
    last = token.doc[name[1] - 1]
    yield Report(
        anchor=token.i,
        cue=(token.i, to.i + 1),
        group="according",
        asserts=True,
        source=name,
        head=source.i,
        content=clause(token, last.idx + len(last.text), relays=voices.outlet(source)),
        voices=((name, voices.kind(source) or guess(source)),),
    )


def adverb(token: Token) -> Iterator[Report]:
    """The report of an adverb of hearsay."""
    verb = token.head
    content = clause(token, token.idx + len(token.text)) if verb.tag_.startswith(("V", "J", "N")) else None
    if content is not None:
        yield silent(token, (token.i, token.i + 1), content)


def colon(sentence: Span) -> Iterator[Report]:
    """The report of a headline such as "Police: man held after fire"."""
    at = next((t for t in sentence[: LONGEST + 1] if t.text == ":"), None)
    if at is None or at.i == sentence.start or sentence.end - at.i <= FEWEST or at.nbor().tag_ == "CD":
        return
    name = list(sentence.doc[sentence.start : at.i])
    head = name[-1]
    if head.tag_ not in HEADS or voices.kind(head) is None or any(t.is_punct or t.tag_.startswith("V") for t in name):
        return
    start, end = trim(written(sentence.doc), at.idx + 1, sentence.end_char)
    if start < end:
        source = (sentence.start, at.i)
        yield Report(
            at.i,
            (at.i, at.i + 1),
            "say",
            asserts=True,
            source=source,
            head=head.i,
            content=(start, end),
            voices=((source, voices.kind(head) or guess(head)),),
        )
