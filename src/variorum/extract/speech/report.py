"""Report: one place where the text says that somebody says, thinks or wants something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.claim import VoiceKind
from ..kin import children
from . import chains, sources
from .lexicon import Cue
from .setting import named, setting
from .trees import phrase, trim, written

if TYPE_CHECKING:
    from spacy.tokens import Token

Tokens = tuple[int, int]
"""First token, and the token after the last."""
SILENT = "hearsay"
"""The group of reports without a source: "reportedly", "it is believed"."""


SAID = frozenset({"say", "utter", "carry", "predict", "bid", "urge", "commit", "judge", "frame", "talk", "tally"})
"""Groups of cues that are done aloud or in writing, at some place and time; nobody thinks at a press conference."""


@dataclass(frozen=True, slots=True)
class Report:
    """One cue with its source and content. `content` are character offsets; None where only a quote can be meant."""

    anchor: int
    """The token of the cue that the parse hangs on."""
    cue: Tokens
    group: str
    asserts: bool
    source: Tokens | None = None
    head: int | None = None
    """The head of the source's phrase."""
    content: tuple[int, int] | None = None
    addressee: Tokens | None = None
    place: Tokens | None = None
    """Where it was said."""
    occasion: Tokens | None = None
    """On what occasion or by what means."""
    voices: tuple[tuple[Tokens, VoiceKind], ...] = ()
    """The source, after the outlet that it spoke to and before the source that it names in turn."""


def made(
    anchor: Token, cue: Cue, speaker: Token, kind: VoiceKind | None, content: tuple[int, int] | None, *, asserts: bool
) -> Report:
    """A report of this cue, with what belongs to it by the parse."""
    cited = chains.relayed(anchor)
    place, occasion, heard = setting(anchor, content) if cue.group in SAID else (None, None, None)
    addressee = None if cited is not None else sources.addressee(anchor, content) or heard
    source = _before(phrase(cited if cited is not None else speaker), anchor)
    if content is not None:
        start, end = trim(written(anchor.doc), *content)
        content = (start, end) if start < end else None
    return Report(
        anchor=anchor.i,
        cue=extent(anchor, content),
        group=cue.group,
        asserts=asserts,
        source=source,
        head=(cited if cited is not None else speaker).i,
        content=content,
        addressee=named(addressee) if addressee is not None else None,
        place=place,
        occasion=occasion,
        voices=tuple(
            (_before(tokens, anchor), kind) for tokens, kind in chains.chain(anchor, speaker, kind, addressee, content)
        ),
    )


def silent(anchor: Token, cue: Tokens, content: tuple[int, int], kind: VoiceKind | None = None) -> Report:
    """A report of hearsay: the words of hearsay are all that there is of a source."""
    return Report(anchor.i, cue, SILENT, asserts=True, content=content, voices=((cue, kind or "anonymous"),))


def _before(tokens: Tokens, anchor: Token) -> Tokens:
    """A source's phrase without the cue and what follows it: "a letter" of "a letter calling for ..."."""
    start, end = tokens
    return (start, anchor.i) if start < anchor.i < end else tokens


def extent(anchor: Token, content: tuple[int, int] | None) -> Tokens:
    """The cue with its auxiliaries, its particle and the preposition that leads to the content, where they stand beside it."""
    start, end, doc = anchor.i, anchor.i + 1, anchor.doc
    own = {c.i: c.dep_ for c in children(anchor)}
    while own.get(start - 1) in {"aux", "auxpass", "neg", "advmod"} and not doc[start - 1].is_punct:
        start -= 1
    while end < len(doc) and (own.get(end) == "prt" or (own.get(end) == "prep" and _leads(doc[end], content))):
        end += 1
    while start < anchor.i and own.get(start) == "advmod":
        start += 1
    return start, end


def _leads(word: Token, content: tuple[int, int] | None) -> bool:
    return content is not None and 0 <= content[0] - word.idx <= len(word.text) + 1
