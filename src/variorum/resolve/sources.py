"""Whom the reports rest on: each source once, named and unnamed ones kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Cast, Record, Source, Span, Voice, key
from ..model.claim import VoiceKind
from ..model.words import words
from . import speakers
from .speakers import PRONOUNS, attributed

SMALL = frozenset({"the", "a", "an", "of", "for", "and", "'s", "its", "their", "his", "her", "this", "that", "our"})
DISTANCING = (
    "-run",
    "-controlled",
    "-backed",
    "-led",
    "-affiliated",
    "-aligned",
    "-linked",
    "-owned",
    "-based",
    "-funded",
    "-appointed",
)
"""Endings of words that say what a report thinks of a source, not which source it is."""
LOOSE: frozenset[VoiceKind] = frozenset({"anonymous", "document"})
"""Kinds whose words alone do not tell one from another: two reports' "officials" need not be the same."""
BEING = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had", "being"})
TAKING_UP = frozenset({"the", "this", "that", "these", "those"})


@dataclass
class Found:
    """A source while it is put together."""

    kind: VoiceKind
    names: dict[str, int] = field(default_factory=dict)
    articles: dict[str, None] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)
    why: str | None = None

    def add(self, name: str, article: str, claim: str) -> None:
        """Counts one claim that rests on the source."""
        self.names[name] = self.names.get(name, 0) + 1
        self.articles[article] = None
        self.claims.add(claim)


def sources(records: Sequence[Record], cast: Cast) -> tuple[Source, ...]:
    """All sources, those with the most claims first."""
    found: dict[tuple[str, ...], Found] = {}
    for record in records:
        heads: dict[str, tuple[str, ...]] = {}
        for claim, voice in sorted(_voices(record, cast), key=lambda pair: _bare(pair[1])):
            name = _key(voice, record.article.id, heads)
            one = found.setdefault(name, Found(voice.kind))
            first = next(iter(one.names), None)
            one.add(_shown(voice), record.article.id, claim)
            if first and name[0] != "actor" and _telling(voice) != tuple(w for w in words(first) if w not in SMALL):
                one.why = f"“{_shown(voice)}” takes up “{first}” in the same report"
    names = {a.id: a.name for a in cast.actors}
    made = [_source(name, one, names) for name, one in _authorities(_joined(found), cast).items()]
    return tuple(sorted(made, key=lambda s: (-s.claims, s.kind, s.name, s.id)))


def _voices(record: Record, cast: Cast) -> Iterator[tuple[str, Voice]]:
    """Claim ids with the voices that they rest on; a pronoun that stands for nobody known is no source, nor is hearsay."""
    for claim in record.claims:
        attribution = attributed(cast, claim.attribution)
        for voice in (v for one in (attribution.chain if attribution else ()) for v in _each(cast, one)):
            if voice.actor or not (voice.text.lower() in PRONOUNS or _hearsay(voice)):
                yield claim.id, voice


def _each(cast: Cast, one: Voice) -> tuple[Voice, ...]:
    """The two of "the ministry and the army", where both are somebody; else the voice as it is."""
    at = one.text.find(" and ") if one.span else -1
    while at > 0 and one.span:
        start, middle, end = one.span.start, one.span.start + at, one.span.end
        left = Span(one.span.article, start, middle, one.text[:at])
        right = Span(one.span.article, middle + len(" and "), end, one.text[at + len(" and ") :])
        two = tuple(speakers.voice(cast, Voice(s.text, one.kind, span=s)) for s in (left, right))
        if two[0].actor and two[1].actor and two[0].actor != two[1].actor:
            return two
        at = one.text.find(" and ", at + 1)
    return (one,)


def _bare(voice: Voice) -> bool:
    """Whether a headline's "source" may take up one that the report tells more of."""
    return voice.kind == "anonymous" and " " not in voice.text and not voice.text.endswith("s")


def _hearsay(voice: Voice) -> bool:
    """Whether the words of a voice name nobody: "reportedly", "is believed"."""
    said = voice.text.lower().split()
    return voice.kind == "anonymous" and (said[0] in BEING or (len(said) == 1 and said[0].endswith("ly")))


def _shown(voice: Voice) -> str:
    text = voice.text.strip(" ,-–—")
    return text[:-2] if text.endswith(("'s", "’s")) else text


def _key(voice: Voice, article: str, heads: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What makes two voices the same: the actor; else the words, for the unnamed within one report only."""
    if voice.actor and voice.kind not in LOOSE:
        return ("actor", voice.actor)
    said = _telling(voice)
    if _definite(voice, said) and said[0] in heads:
        return heads[said[0]]
    name = (voice.kind, article, *said) if voice.kind in LOOSE or _definite(voice, said) else (voice.kind, *said)
    for word in said:
        heads[word] = name
    return name


def _telling(voice: Voice) -> tuple[str, ...]:
    return tuple(w for w in words(_shown(voice)) if w not in SMALL)


def _definite(voice: Voice, said: tuple[str, ...]) -> bool:
    """Whether the words are a bare "the source", "the ministry", which takes up one that the report named before."""
    first, last = voice.text.split()[0], voice.text.split()[-1]
    return len(said) == 1 and (_bare(voice) or (first.lower() in TAKING_UP and last.islower()))


def _joined(found: dict[tuple[str, ...], Found]) -> dict[tuple[str, ...], Found]:
    """Bodies joined that are named alike but for a word that only keeps its distance ("the rebel-run Roads Office"), or but
    for the title of the one whose office it is."""
    out: dict[tuple[str, ...], Found] = {}
    for name, one in found.items():
        plain = tuple(w for w in name if not w.endswith(DISTANCING)) if one.kind == "institution" else name
        if plain not in out or name[0] == "actor":
            out[plain] = one
            continue
        kept, other = next(iter(out[plain].names)), next(iter(one.names))
        out[plain] = _both(
            out[plain], one, f"“{kept}” and “{other}” differ only in a word that says whose side it is on"
        )
    for name in [n for n in out if n[0] == "institution" and any(w.endswith("'s") for w in n)]:
        longer = [n for n in out if n[0] == name[0] and n != name and n[-len(name) + 1 :] == name[1:]]
        if len(longer) == 1:
            kept, other = next(iter(out[longer[0]].names)), next(iter(out[name].names))
            out[longer[0]] = _both(out[longer[0]], out.pop(name), f"“{other}” is “{kept}” without the title")
    return out


def _authorities(found: dict[tuple[str, ...], Found], cast: Cast) -> dict[tuple[str, ...], Found]:
    """ "The health authorities" joined with the health ministry, where the reports cite one such ministry only."""
    forms = {
        a.id: {w for alias in a.aliases for w in words(alias.text)} for a in cast.actors if a.kind == "organisation"
    }
    out = dict(found)
    for name in [n for n in found if len(n) > 2 and n[0] == "institution" and n[-1] == "authorities"]:
        fits = [n for n in found if n[0] == "actor" and {name[-2], "ministry"} <= forms.get(n[1], set())]
        if len(fits) == 1:
            said, kept = next(iter(found[name].names)), next(iter(found[fits[0]].names))
            why = f"“{said}” are taken for the only {name[-2]} ministry that the reports cite, “{kept}”"
            out[fits[0]] = _both(out[fits[0]], out.pop(name), why)
    return out


def _both(left: Found, right: Found, why: str) -> Found:
    names = dict(left.names)
    for name, count in right.names.items():
        names[name] = names.get(name, 0) + count
    return Found(left.kind, names, left.articles | right.articles, left.claims | right.claims, why)


def _source(name: tuple[str, ...], one: Found, actors: dict[str, str]) -> Source:
    shown = actors.get(name[1]) if name[0] == "actor" and len(name) == 2 else None
    full = one.kind in LOOSE  # "the source" says less than "a source close to the talks"
    shown = shown or sorted(one.names, key=lambda n: (-len(n.split()) if full else 0, -one.names[n], -len(n), n))[0]
    return Source(
        id=key("source", *name),
        name=shown,
        kind=one.kind,
        articles=tuple(one.articles),
        claims=len(one.claims),
        same_as_why=one.why,
    )
