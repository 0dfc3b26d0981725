"""Reports: the places where the text says that somebody says, thinks or wants something, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.claim import VoiceKind
from ...model.page import Page
from . import lexicon, voices
from .contents import clause, fronted, nominal, verbal
from .lexicon import Cue
from .trees import SUBJECTS, child, passive, phrase, subject, trim

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "speech.reports"
QUOTES = frozenset({"“", "”", '"', "''", "``", "»", "«"})
NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
Tokens = tuple[int, int]
"""First token, and the token after the last."""


@dataclass(frozen=True, slots=True)
class Report:
    """One cue with its source and content. `content` are character offsets; None where only a quote in marks can be meant."""

    anchor: int
    """The token of the cue that the parse hangs on."""
    cue: Tokens
    group: str
    asserts: bool
    source: Tokens | None
    head: int | None
    """The head of the source's phrase."""
    content: tuple[int, int] | None
    addressee: Tokens | None = None
    voices: tuple[tuple[Tokens, VoiceKind], ...] = ()
    """The source, after the outlet that it spoke to and before the source that it names in turn."""


def reports(page: Page) -> tuple[Report, ...]:
    """All reports of a page, in text order; worked out once."""
    found = page.memo.get(MEMO)
    if found is None:
        found = page.memo[MEMO] = tuple(sorted(_all(page), key=lambda r: (r.anchor, r.content or (0, 0))))
    return found  # type: ignore[no-any-return]


def _all(page: Page) -> Iterator[Report]:
    verbs, nouns, adjectives, hearsay = lexicon.verbs(), lexicon.nouns(), lexicon.adjectives(), lexicon.hearsay()
    for sentence in page.sentences:
        for token in sentence:
            word, tag = token.text.lower(), token.tag_
            if tag.startswith("V") and word in verbs:
                yield from _verb(page, token, verbs[word], word in hearsay)
            elif tag.startswith("V") and word == "according":
                yield from _according(page, token)
            elif tag in {"NN", "NNS"} and word in nouns:
                yield from _noun(page, token, nouns[word])
            elif tag.startswith("JJ") and word in adjectives:
                yield from _adjective(page, token, adjectives[word])
            elif word in hearsay and tag == "RB":
                yield from _adverb(page, token)


def _verb(page: Page, verb: Token, cues: tuple[Cue, ...], hearsay: bool) -> Iterator[Report]:
    if verb.dep_ in {"amod", "aux", "auxpass", "compound"}:
        return
    usable = [c for c in cues if not c.particle or _particle(verb, c.particle)]
    phrasal = [c for c in usable if c.particle]
    speaker, silent = _speaker(verb)
    if speaker is None and not silent:
        return
    kind = voices.kind(speaker) if speaker is not None else None
    done = False
    for cue in phrasal or usable:
        if cue.weak and kind is None and not silent:
            continue
        if silent and not hearsay:
            continue
        content = verbal(verb, cue)
        if content is None or done:
            continue
        done = True
        yield _report(page, verb, cue, speaker, kind, content, asserts=_asserting(verb, cue, usable, content))
    if not done and speaker is not None and any("that" in c.takes for c in usable):
        cue = next(c for c in usable if "that" in c.takes)
        if cue.weak and kind is None:
            return
        around = fronted(verb) if cue.group in {"say", "predict", "think", "show"} else None
        yield _report(page, verb, cue, speaker, kind, around, asserts=cue.asserts)


def _asserting(verb: Token, cue: Cue, usable: list[Cue], content: tuple[int, int]) -> bool:
    """Whether the source puts the content forward as so: a clause with a finite verb, or the object of a verb of counting."""
    if cue.asserts:
        return True
    finite = child(verb, "ccomp")
    return finite is not None and finite.tag_ != "VB" and any(c.asserts for c in usable)


def _particle(verb: Token, rest: str) -> bool:
    words = rest.split()
    after = verb.doc[verb.i + 1 : verb.i + 1 + len(words)]
    if [t.text.lower() for t in after] == words:
        return True
    return len(words) == 1 and any(c.text.lower() == rest and c.dep_ in {"prt", "advmod"} for c in verb.children)


def _speaker(verb: Token) -> tuple[Token | None, bool]:
    """Who speaks, and whether the text leaves it open ("it is believed")."""
    agent = child(verb, "agent")
    if passive(verb) or (verb.tag_ == "VBN" and (verb.dep_ == "acl" or agent is not None)):
        by = child(agent, "pobj") if agent is not None else None
        return by, by is None and verb.dep_ != "acl"
    found = subject(verb)
    if found is None or _across(verb, found):
        found = beside(verb)
    if found is not None and found.text.lower() in {"that", "this", "there", "what", "which", "these"}:
        return None, False
    return found, False


def _across(verb: Token, found: Token) -> bool:
    """Whether a quote ends or begins between a verb and its subject: then the parse has taken words of the quote for it."""
    left, right = sorted((verb.i, found.i))
    return any(t.text in QUOTES for t in verb.doc[left + 1 : right])


def beside(verb: Token) -> Token | None:
    """The noun next to a verb that stands after a quote: before the verb, else behind it ("..., asked the mayor")."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start - 4 and at >= 0 and verb.i - at < 16 and doc[at].text not in QUOTES:
        at -= 1
    if at < 0 or doc[at].text not in QUOTES:
        return None
    before = [t for t in doc[at + 1 : verb.i] if t.tag_ in NAMES]
    if before:
        return next((t for t in before if t.head.i <= at or t.head.i >= verb.i or t.head.i == t.i), before[-1])
    if verb.i - at > 2:
        return None
    behind = next((t for t in doc[verb.i + 1 : verb.i + 8] if t.tag_ in NAMES), None)
    while behind is not None and behind.dep_ in {"compound", "poss", "nmod", "amod"} and behind.head.i > behind.i:
        behind = behind.head
    return behind


def _report(page: Page, anchor: Token, cue: Cue, speaker: Token | None, kind: VoiceKind | None, content: tuple[int, int] | None,
            *, asserts: bool) -> Report:
    source = phrase(speaker) if speaker is not None else None
    addressee = _addressee(anchor, content)
    if content is not None:
        start, end = trim(page.doc.text, *content)
        content = (start, end) if start < end else None
    return Report(
        anchor=anchor.i, cue=_extent(anchor, content), group=cue.group, asserts=asserts, source=source,
        head=speaker.i if speaker is not None else None, content=content,
        addressee=phrase(addressee) if addressee is not None else None, voices=_chain(anchor, speaker, kind, addressee),
    )


def _extent(anchor: Token, content: tuple[int, int] | None) -> Tokens:
    """The cue with its auxiliaries, its particle and the preposition that leads to the content, where they stand beside it."""
    start, end, doc = anchor.i, anchor.i + 1, anchor.doc
    own = {c.i: c.dep_ for c in anchor.children}
    while own.get(start - 1) in {"aux", "auxpass", "neg", "advmod"} and not doc[start - 1].is_punct:
        start -= 1
    while own.get(end) == "prt" or (content and own.get(end) == "prep" and 0 <= content[0] - doc[end].idx <= len(doc[end].text) + 1):
        end += 1
    while start < anchor.i and own.get(start) == "advmod":
        start += 1
    return start, end


def _addressee(verb: Token, content: tuple[int, int] | None) -> Token | None:
    found = child(verb, "dative", "dobj")
    if found is not None and found.dep_ == "dative" and found.tag_ == "IN":
        found = child(found, "pobj")
    if found is None or found.i < verb.i:
        return None
    if content is not None and content[0] <= found.idx < content[1]:
        return None
    return found if found.tag_.startswith(("N", "PRP")) else None


def _chain(anchor: Token, speaker: Token | None, kind: VoiceKind | None, addressee: Token | None) -> tuple[tuple[Tokens, VoiceKind], ...]:
    """Outlet spoken to, source, the source's own source."""
    if speaker is None:
        return ((_extent(anchor, None), "anonymous"),)
    out: list[tuple[Tokens, VoiceKind]] = [(phrase(speaker), kind or _guess(speaker))]
    if addressee is not None and voices.outlet(addressee):
        out.insert(0, (phrase(addressee), "outlet"))
    cited = _cited(anchor)
    if cited is not None:
        out.append((phrase(cited), voices.kind(cited) or _guess(cited)))
    return tuple(out)


def _guess(speaker: Token) -> VoiceKind:
    return "anonymous" if speaker.tag_ in {"NN", "NNS"} else "named"


def _cited(verb: Token) -> Token | None:
    """Whom the source names as its own: "citing an official", "quoted a witness as saying"."""
    if verb.text.lower() in {"cited", "cites", "quoted", "quotes", "cite", "quote", "citing", "quoting"}:
        return child(verb, "dobj")
    for one in verb.children:
        if one.text.lower() in {"citing", "quoting"}:
            return child(one, "dobj")
    return None


def _according(page: Page, token: Token) -> Iterator[Report]:
    to = child(token, "prep")
    source = child(to, "pobj") if to is not None and to.text.lower() == "to" else None
    if to is None or source is None:
        return
    content = clause(token, to.right_edge.idx + len(to.right_edge.text))
    name = phrase(source)
    yield Report(anchor=token.i, cue=(token.i, to.i + 1), group="according", asserts=True, source=name, head=source.i,
                 content=content, voices=((name, voices.kind(source) or _guess(source)),))


def _noun(page: Page, noun: Token, cues: tuple[Cue, ...]) -> Iterator[Report]:
    source = _owner(noun)
    kind = voices.kind(source) if source is not None else None
    if source is None or kind is None:
        return
    for cue in cues:
        content = nominal(noun, cue)
        if content is not None:
            yield _report(page, noun, cue, source, kind, content, asserts=cue.asserts and child(noun, "acl", "ccomp") is not None)
            return


def _owner(noun: Token) -> Token | None:
    """Whose claim, plan or view it is."""
    own = child(noun, "poss")
    if own is not None:
        return own
    for one in noun.children:
        if one.dep_ in {"prep", "agent"} and one.text.lower() in {"by", "from"}:
            return child(one, "pobj")
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun.head
    if noun.dep_ in {"dobj", "pobj"} and verb.tag_.startswith("V"):
        return subject(verb)
    return None


def _adjective(page: Page, word: Token, cues: tuple[Cue, ...]) -> Iterator[Report]:
    verb = word.head
    if word.dep_ not in {"acomp", "oprd", "ROOT", "conj", "advcl"} or not (verb.tag_.startswith("V") or word.dep_ == "advcl"):
        return
    speaker = subject(verb) if word.dep_ != "advcl" else subject(word)
    kind = voices.kind(speaker) if speaker is not None else None
    if speaker is None or kind is None:
        return
    for cue in cues:
        content = verbal(word, cue)
        if content is not None:
            yield _report(page, word, cue, speaker, kind, content, asserts=cue.asserts and child(word, "ccomp") is not None)
            return


def _adverb(page: Page, word: Token) -> Iterator[Report]:
    verb = word.head
    content = clause(word, word.idx + len(word.text)) if verb.tag_.startswith(("V", "J", "N")) else None
    if content is not None:
        extent = (word.i, word.i + 1)
        yield Report(anchor=word.i, cue=extent, group="hearsay", asserts=True, source=None, head=None, content=content,
                     voices=((extent, "anonymous"),))


__all__ = ["SUBJECTS", "Report", "reports"]
