"""Which actor a source is: stricter than for other mentions, since words put into the wrong mouth do harm."""

from __future__ import annotations

import msgspec

from ..model import Attribution, Cast, Span, Voice
from ..model.claim import VoiceKind
from ..rules.people import role_last, titles
from ..rules.stances import offices

TAILS = (
    ",",
    " (",
    " of ",
    " for ",
    " from ",
    " in ",
    " at ",
    " on ",
    " to ",
    " and ",
    " who ",
    " spokes",
    " –",
    " —",
    " -",
)
"""What may follow a name within the words of a source; "Reed administration official" is not Reed."""
FOR = frozenset({"for", "of", "to", "from", "with", "by", "behind", "under", "representing", "near"})
"""Prepositions that lead from a source to somebody else."""
SPEAKS: frozenset[VoiceKind] = frozenset({"named", "institution"})
"""Kinds that who the source is decides better than its words."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
PRONOUNS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "his", "their", "its", "my", "our"}
)


def speaker(cast: Cast, span: Span | None, kind: VoiceKind | None = None) -> str | None:
    """The actor that the words of a source stand for; None for the unnamed and where only a part of the words is a name."""
    if span is None:
        return None
    exact = cast.index.get((span.article, span.start, span.end))
    if exact or kind == "document":
        return exact
    last = span.text.split()[-1].lower() if span.text.split() else ""
    if last in titles() and last != "the":
        found = _next(cast, span)
        if found:
            return found
    if kind == "anonymous":
        return _described(cast, span)
    found = (_last(cast, span) if kind == "named" else None) or cast.find(span)
    if found is None or not _heads(cast, span, found) or _shared(cast, span, found):
        return None
    if _kind(cast, found) == "person" and _kept(cast, span, found):
        return None
    if "spokes" in span.text and _kind(cast, found) == "person" and not span.text.endswith(_names(cast, found)):
        return None
    return found


def party(cast: Cast, span: Span) -> str | None:
    """The actor that the words for a party mean: of a country also its people and offices, of anybody else only himself, not
    "Reed's advisers" or "half of the Liberal voters"."""
    found = cast.find(span)
    part = any(span.start <= s and e <= span.end for s, e, one in cast.spots.get(span.article, ()) if one == found)
    if found and cast.kinds.get(found) == "place":
        return found if _official(cast, span, found) else None
    if found and cast.kinds.get(found) == "group" and _some(cast, span, found):
        return None
    return found if found and not part else speaker(cast, span)


def _some(cast: Cast, span: Span, actor: str) -> bool:
    """Whether the words say which of a group: "lawmakers of the Reef Party" are not the lawmakers of another report."""
    ends = [end for _, end in _mentions(cast, span, actor)]
    rest = span.text[max(ends) - span.start :].split() if ends else []
    return bool(rest) and rest[0].lower() in FOR


def _official(cast: Cast, span: Span, actor: str) -> bool:
    """Whether the words mean the country itself or who acts for it: "Kenyan officials", not "Kenyan rebels"."""
    ends = [end for _, end in _mentions(cast, span, actor)]
    rest = span.text[max(ends) - span.start :].split() if ends else []
    head = next((at for at, word in enumerate(rest) if word.lower().strip(",") in FOR or word == ","), len(rest))
    told = [word.strip(",").lower() for word in rest[:head] if word not in POSSESSIVE]
    return not told or bool(offices() & set(told[-2:]))


def _next(cast: Cast, span: Span) -> str | None:
    """Whose name follows a title that the parse took for a sentence of its own: "Sgt. Dana Reed said"."""
    spots = cast.spots.get(span.article, ())
    return next(
        (who for start, _, who in spots if span.end <= start <= span.end + 2 and cast.kinds.get(who) == "person"), None
    )


def _last(cast: Cast, span: Span) -> str | None:
    """The person whose name ends the words: "ambassador to the council Dana Reed"."""
    spots = [(s, who) for s, end, who in cast.spots.get(span.article, ()) if span.start <= s and end == span.end]
    found = next(((s, who) for s, who in spots if cast.kinds.get(who) == "person"), None)
    return found[1] if found and not _anothers(span.text[: found[0] - span.start]) else None


def _anothers(lead: str) -> bool:
    """Whether the words before a name make it that of whom the source belongs to: "a spokesman for", "wife of President"."""
    words = lead.lower().split()
    while words and (words[-1].rstrip(".") in titles() or words[-1] in titles() or words[-1] in role_last()):
        words.pop()
    if lead.lower().split() != words and words and words[-1] not in FOR:
        words.pop()  # "House Speaker", "Prime Minister"
    own = lead.split()[: len(words)]
    while own and own[-1].islower() and own[-1] not in FOR and len(words) - len(own) < 2:
        own.pop()  # "a poster for the elder Mr."
    return bool(own) and own[-1].lower() in FOR


def _described(cast: Cast, span: Span) -> str | None:
    """The person whose name ends words that begin with what the person is: "aunt of a victim Dana Reed"."""
    named = _last(cast, span)
    spots = cast.spots.get(span.article, ())
    begins = [
        (s, e) for s, e, who in spots if who == named and span.start <= s <= span.start + len("the ") and e < span.end
    ]
    return named if named and begins else None


def _heads(cast: Cast, span: Span, actor: str) -> bool:
    """Whether the actor's name is what the words are about, not a part of another name."""
    ends = [end for start, end in _mentions(cast, span, actor)]
    if not ends:
        return False
    rest = span.text[max(ends) - span.start :]
    return not rest or rest in POSSESSIVE or rest.startswith(TAILS)


def _kept(cast: Cast, span: Span, actor: str) -> bool:
    """Whether the actor's name ends the words as that of whom the source belongs to."""
    starts = [start for start, end in _mentions(cast, span, actor) if end == span.end]
    return bool(starts) and _anothers(span.text[: min(starts) - span.start])


def _shared(cast: Cast, span: Span, actor: str) -> bool:
    """Whether the words name somebody else beside the actor: "the ministry and the army"."""
    at = span.text.find(" and ")
    if at < 0:
        return False
    after = span.start + at
    told = [(s, who) for s, e, who in cast.spots.get(span.article, ()) if span.start <= s and e <= span.end]
    own = {s < after for s, who in told if who == actor}
    return any(who != actor and (s < after) not in own for s, who in told)


def _mentions(cast: Cast, span: Span, actor: str) -> list[tuple[int, int]]:
    spots = cast.spots.get(span.article, ())
    return [(s, e) for s, e, who in spots if who == actor and span.start <= s and e <= span.end]


def _kind(cast: Cast, actor: str) -> str | None:
    return cast.kinds.get(actor)


def _names(cast: Cast, actor: str) -> tuple[str, ...]:
    return tuple(alias.text for a in cast.actors if a.id == actor for alias in a.aliases)


def voice(cast: Cast, one: Voice) -> Voice:
    """The voice with its actor, where that is known; a pronoun takes the kind of what it stands for."""
    actor = None if one.open else speaker(cast, one.stands or one.span, one.kind)
    kind = one.kind
    if actor and (
        kind in SPEAKS or one.text.lower() in PRONOUNS or (kind == "anonymous" and _settled(cast, one, actor))
    ):
        kind = "named" if _kind(cast, actor) == "person" else "institution"
    if actor is None and one.stands is not None:
        return msgspec.structs.replace(one, text=one.stands.text, span=one.stands, kind=kind)
    return msgspec.structs.replace(one, actor=actor, kind=kind)


def _settled(cast: Cast, one: Voice, actor: str) -> bool:
    """Whether words for somebody unnamed mean somebody whom the reports name."""
    return _definite(one.text) or (_kind(cast, actor) == "person" and one.text.endswith(_names(cast, actor)))


def _definite(text: str) -> bool:
    """Whether the words take up somebody known ("the group"), not some among many ("the officials")."""
    words = text.split()
    return len(words) == 2 and words[0].lower() in {"the", "this", "that"} and not words[1].endswith("s")


def attributed(cast: Cast, attribution: Attribution | None) -> Attribution | None:
    """The attribution with the actors of its chain, each once; a pronoun that stands for nobody known says nothing beside a
    source that does."""
    if attribution is None:
        return None
    chain: dict[object, Voice] = {}
    for one in attribution.chain:
        made = voice(cast, one)
        chain.setdefault(made.actor or (made.text, made.span), made)
    known = tuple(v for v in chain.values() if v.actor or v.text.lower() not in PRONOUNS)
    return msgspec.structs.replace(attribution, chain=known or tuple(chain.values()))
