"""Verbs that report: "said", "hopes", "called for", "accused"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..kin import children
from . import voices
from .chains import relays
from .contents import undergone, verbal
from .lexicon import Cue, unnamed
from .report import Report, extent, made, silent
from .sources import speaker
from .trees import child, hull, reduced, trim, written
from .untied import about, fronted, inverted, led, parted, spelled

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE = frozenset({"amod", "aux", "auxpass", "compound"})
"""Uses of a verb form in which it reports nothing."""
MODAL = frozenset({"may", "might", "could", "should", "can", "must"})
WISHING = frozenset({"want", "commit", "consent", "urge", "bid", "judge"})
"""Groups that report only what is, not what might be: "they may want to" tells no wish."""
SPEAKING = frozenset({"say", "utter", "predict", "think", "show"})
TELLING = frozenset({"say", "utter", "show"})
"""Groups whose content is looked for after a "that" farther on."""
TELLING_OF = frozenset({"say", "judge", "talk", "want", "urge", "commit", "think"})
"""Groups whose relative clause tells of the noun that it hangs on."""
WHITHER = frozenset({"IN", "RP", "TO"})
"""Tags of words after "put it" that make it a deed."""
WAITING = frozenset({"expect", "hope"})
"""Verbs whose passive is an outlook of the text itself rather than hearsay."""


def verb(token: Token, cues: Sequence[Cue], *, hearsay: bool) -> Iterator[Report]:
    """The report that a verb makes, if any: at most one."""
    if token.dep_ in BARE or reduced(token):
        return
    usable = [c for c in cues if c.particle and _particle(token, c.particle)] or [c for c in cues if not c.particle]
    who, unsaid = speaker(token)
    if who is None:
        if unsaid and hearsay and usable and usable[0].base not in WAITING:
            yield from _unsaid(token)
        return
    kind = voices.kind(who)
    modal = any(c.dep_ == "aux" and c.text.lower() in MODAL for c in children(token))
    usable = [
        c
        for c in usable
        if (kind or not c.weak) and not (c.persons and kind != "named") and not (modal and c.group in WISHING)
    ]
    if relays(token):
        usable = [c for c in usable if "object" not in c.takes]  # "citing an official": a source, not what is said
    whole = parted(token)
    for cue, reading in [(c, r) for r in (verbal, undergone) for c in usable]:
        content = whole or reading(token, cue)
        if content is not None and _for_itself(written(token.doc)[slice(*content)].lower()):
            return
        if content is not None:
            yield made(token, cue, who, kind, content, asserts=_asserts(token, cue, usable))
            return
    for cue in usable:
        if cue.group in TELLING_OF and (content := about(token, cue)) is not None:
            yield made(token, cue, who, kind, content, asserts=False)
            return
    loose = next((c for c in usable if c.takes & {"that", "quote"}), None)
    if loose is not None:
        around = _around(token, who, loose.group) if loose.group in SPEAKING else None
        yield made(token, loose, who, kind, around, asserts=_asserts(token, loose, usable))


def _around(token: Token, who: Token, group: str) -> tuple[int, int] | None:
    return fronted(token) or inverted(token, who) or led(token) or (spelled(token) if group in TELLING else None)


def _for_itself(content: str) -> bool:
    """Whether a source asks not to be named; that is no statement of the source."""
    return any(words in content for words in unnamed())


def _particle(token: Token, rest: str) -> bool:
    words = rest.split()
    after = token.doc[token.i + 1 : token.i + 1 + len(words)]
    if [t.text.lower() for t in after] == words:
        return rest != "it" or after[-1].i + 1 == len(token.doc) or after[-1].nbor().tag_ not in WHITHER
    return len(words) == 1 and any(c.text.lower() == rest and c.dep_ in {"prt", "advmod"} for c in children(token))


def _asserts(token: Token, cue: Cue, usable: Sequence[Cue]) -> bool:
    """Whether the source puts the content forward as so: the cue does, or has a reading that does and a finite clause; a
    cue with "not" does not."""
    if any(c.dep_ == "neg" for c in children(token)):
        return False
    if cue.asserts:
        return True
    finite = child(token, "ccomp")
    return finite is not None and finite.tag_ != "VB" and any(c.asserts for c in usable)


def _unsaid(token: Token) -> Iterator[Report]:
    """Hearsay in the passive: "it is believed that", "the two are thought to be abroad"."""
    that = next((c for c in children(token) if c.dep_ == "ccomp" and c.i > token.i and not _infinitive(c)), None)
    if that is not None or any(c.dep_ in {"xcomp", "oprd", "ccomp"} for c in children(token)):
        yield silent(token, extent(token, None), trim(written(token.doc), *hull([that if that is not None else token])))


def _infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in children(token))
