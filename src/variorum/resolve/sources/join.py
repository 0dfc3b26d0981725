"""Sources that are one under two names."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model import Cast, Span, Voice
from ...model.claim import VoiceKind
from ...model.words import words
from ..actors.fold import body
from .keys import Name, table


@dataclass
class Found:
    """A source while it is put together."""

    kind: VoiceKind
    names: dict[str, int] = field(default_factory=dict)
    articles: dict[str, None] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)
    spans: dict[Span, None] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)
    """Claims of which it is the end: the outlet nearest to the reporting, or whoever the last outlet had it from."""
    why: str | None = None

    def add(self, voice: Voice, text: str, article: str, claim: str, *, end: bool) -> None:
        """Counts one claim that rests on the source."""
        self.names[text] = self.names.get(text, 0) + 1
        if voice.span:
            self.spans[voice.span] = None
        self.articles[article] = None
        self.claims.add(claim)
        if end:
            self.ends.add(claim)


def joined(found: dict[Name, Found]) -> dict[Name, Found]:
    """Bodies joined that are named alike but for a word that only keeps its distance ("the rebel-run Roads Office"), or but
    for the title of the one whose office it is."""
    out: dict[Name, Found] = {}
    for name, one in found.items():
        plain = (
            tuple(w for w in name if not w.endswith(tuple(table().distancing))) if one.kind == "institution" else name
        )
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


def bodies(found: dict[Name, Found], cast: Cast) -> dict[Name, Found]:
    """Bodies told in small letters joined with the cited one that is named so: "Acme police", "Acme Police Department"."""
    forms = {
        (*sorted(body(alias.text)),): ("actor", a.id)
        for a in cast.actors
        if a.kind == "organisation" and ("actor", a.id) in found
        for alias in a.aliases
        if len(alias.text.split()) > 1
    }
    out = dict(found)
    for name in [n for n in found if n[0] == "institution" and len(n) > 2]:
        home = forms.get(tuple(sorted(body(" ".join(name[1:])))))
        if home:
            said, kept = next(iter(found[name].names)), next(iter(out[home].names))
            out[home] = _both(out[home], out.pop(name), f"“{said}” and “{kept}” say the same in other words")
    return out


def authorities(found: dict[Name, Found], cast: Cast) -> dict[Name, Found]:
    """ "The health authorities" joined with the health ministry, where the reports cite one such ministry only."""
    forms = {
        a.id: {w for alias in a.aliases for w in words(alias.text)} for a in cast.actors if a.kind == "organisation"
    }
    out = dict(found)
    for name in [n for n in found if len(n) > 2 and n[0] == "institution" and n[-1] == table().authority]:
        fits = [n for n in found if n[0] == "actor" and {name[-2], table().ministry} <= forms.get(n[1], set())]
        if len(fits) == 1:
            said, kept = next(iter(found[name].names)), next(iter(found[fits[0]].names))
            why = f"“{said}” are taken for the only {name[-2]} ministry that the reports cite, “{kept}”"
            out[fits[0]] = _both(out[fits[0]], out.pop(name), why)
    return out


def _both(left: Found, right: Found, why: str) -> Found:
    names = dict(left.names)
    for name, count in right.names.items():
        names[name] = names.get(name, 0) + count
    return Found(
        kind=left.kind,
        names=names,
        articles=left.articles | right.articles,
        claims=left.claims | right.claims,
        spans=left.spans | right.spans,
        ends=left.ends | right.ends,
        why=why,
    )
