"""Phrases beside a clause that say where it comes from: "according to", "reportedly", "Police: ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...rules.nations import nation
from ..kin import children
from . import lexicon, voices
from .chains import links
from .contents import clause
from .report import Report, silent
from .trees import child, phrase, trim, written

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 6
"""Tokens before the colon of a headline at most, for them to be who says what follows."""
FEWEST = 3
"""Words after it at least."""
FORESEEN = frozenset({"would", "will", "shall", "must", "may", "could", "should"})
"""Auxiliaries of what a plan or agreement lays down."""
HEADS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def according(token: Token) -> Iterator[Report]:
    """The report of "according to" or "based on" with its clause."""
    to = child(token, "prep")
    source = child(to, "pobj") if to is not None and to.text.lower() == lexicon.grounds()[token.text.lower()] else None
    if to is None or source is None or (to.text.lower() != "to" and voices.kind(source) != "document"):
        return
    yield from _of(token, to.i + 1, source, phrase(source)[1])


def viewed(prep: Token) -> Iterator[Report]:
    """The report of a phrase that says whose view or account a clause is: "in the mayor’s view", "by her own account", "per the
    ministry", "under the proposal"."""
    noun, adjunct = child(prep, "pobj"), lexicon.adjuncts()[prep.text.lower()]
    if noun is None or prep.dep_ != "prep" or not prep.head.tag_.startswith(("V", "N", "J")):
        return
    if adjunct.direct:
        kind = voices.kind(noun)
        fits = (kind and not adjunct.nouns) or (kind == "document" and noun.text.lower() in adjunct.nouns)
        if fits and (
            not adjunct.modal or any(c.dep_ == "aux" and c.text.lower() in FORESEEN for c in children(prep.head))
        ):
            yield from _of(prep, prep.i + 1, noun, phrase(noun)[1])
    elif noun.text.lower() in adjunct.nouns and (owner := _owner(prep, noun)) is not None:
        yield from _of(prep, prep.i + 1, owner, max(noun.i, noun.right_edge.i) + 1)


def _owner(prep: Token, noun: Token) -> Token | None:
    """Whose view or account it is; with "own", the one whom the clause is about."""
    of = next((c for c in children(noun) if c.dep_ == "prep" and c.text.lower() == "of"), None)
    found = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if found is None or not voices.kind(found):
        return None
    told = child(prep.head, "nsubj", "nsubjpass")
    if found.tag_ == "PRP$" and any(c.text.lower() == "own" for c in children(noun)) and told is not None:
        return told if voices.kind(told) and told.i > prep.i else found
    return found


def _of(anchor: Token, end: int, source: Token, after: int) -> Iterator[Report]:
    """The report of an adjunct whose cue ends before token `end` and that itself ends before token `after`."""
    last, name = anchor.doc[after - 1], phrase(source)
    cue = (anchor.i, end)
    yield Report(
        anchor=anchor.i,
        cue=cue,
        group="according",
        asserts=True,
        source=name,
        head=source.i,
        content=clause(anchor, last.idx + len(last.text), relays=voices.outlet(source)),
        voices=links(source, voices.kind(source)),
    )


def adverb(token: Token) -> Iterator[Report]:
    """The report of an adverb of hearsay."""
    verb = token.head
    content = clause(token, token.idx + len(token.text)) if verb.tag_.startswith(("V", "J", "N")) else None
    if content is not None:
        yield silent(token, (token.i, token.i + 1), content)


def _topic(name: Sequence[Token]) -> bool:
    """Whether what stands before a headline's colon is what it is about: "Harven shooting", "Germany"."""
    words = {token.text.lower() for token in name if token.ent_type_ not in ("ORG", "PERSON")}
    place = nation(" ".join(token.text for token in name)) is not None or (
        len(name) == 1 and name[0].ent_type_ == "GPE"
    )
    return place or not words.isdisjoint(lexicon.subjects())


def colon(sentence: Span) -> Iterator[Report]:
    """The report of a headline such as "Police: man held after fire"."""
    at = next((t for t in sentence[: LONGEST + 1] if t.text == ":"), None)
    if at is None or at.i == sentence.start or sentence.end - at.i <= FEWEST or at.nbor().tag_ == "CD":
        return
    name = list(sentence.doc[sentence.start : at.i])
    head = name[-1]
    if (
        _topic(name)
        or head.tag_ not in HEADS
        or voices.kind(head) is None
        or any(t.is_punct or t.tag_.startswith("V") for t in name)
    ):
        return
    start, end = trim(written(sentence.doc), at.idx + 1, sentence.end_char)
    if start < end and not lexicon.rubric(written(sentence.doc)[start:end]):
        source = (sentence.start, at.i)
        yield Report(
            at.i,
            (at.i, at.i + 1),
            "say",
            asserts=True,
            source=source,
            head=head.i,
            content=(start, end),
            voices=((source, voices.kind(head) or voices.guess(head)),),
        )
