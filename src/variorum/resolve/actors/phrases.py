"""Groups, bodies and persons that the reports never name: "the hostages", "the company", "the suspect"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from ...model import Mention, Merge, Record
from ...model.claim import ActorKind
from ...rules.nations import nation
from ...rules.people import links, titles
from ...rules.phrasing import anyone, nobody, owners, plain, vague
from ...rules.wording import referents
from .draft import Spot, spot_of
from .fold import fold
from .nodes import Node

NOBODY: Mapping[Spot, str] = MappingProxyType({})
LEAST = 2
"""Mentions that an unnamed actor needs: one is no thread through a story."""
OFTEN = 6
"""The same for a vague noun ("users"): told of so often, it is a party of the story."""


def phrases(
    mentions: Sequence[Mention], said: frozenset[str] = frozenset(), whose: Mapping[Spot, str] = NOBODY
) -> Iterator[tuple[str, ActorKind, list[Mention], list[Merge]]]:
    """(name, kind, mentions, merges) of each unnamed actor, by its words without articles and numbers. Vague ones ("officials")
    and what belongs to somebody whom a pronoun means ("his lawyer") are nobody in particular. `said` are words of the
    story's names, which keep their capitals; `whose` the words of phrases that begin with a name, with the name in one form."""
    together: dict[tuple[str, ActorKind], list[Mention]] = defaultdict(list)
    for mention in mentions:
        words = mention.span.text.split()
        name = _plain(words)
        if name and name.lower() not in nobody() and not _loose(words, mention.kind):
            together[(whose.get(spot_of(mention.span)) or fold(name), mention.kind)].append(mention)
    for names, kind in _alike(together):
        found = [m for name in names for m in together[(name, kind)]]
        if len(found) >= (OFTEN if names[0] in vague() else LEAST):
            shown = {name: _shown(together[(name, kind)], said) for name in names}
            best = max(names, key=lambda n: (len(together[(n, kind)]), n))
            yield (
                shown[best],
                kind,
                found,
                [Merge(left=shown[n], right=shown[best], why=WHY) for n in names if n != best],
            )


def owned(records: Sequence[Record], owner: Mapping[Spot, Node], shown: Mapping[Node, str]) -> dict[Spot, str]:
    """Phrase for a body or people that begins with a name -> its words, with the name that is shown for its owner: "Reed's
    campaign", "Mr. Reed's campaign" and "the Dana Reed campaign" are one."""
    out: dict[Spot, str] = {}
    for record in records:
        named = [m for m in record.mentions if m.form == "name" and spot_of(m.span) in owner]
        for mention in (m for m in record.mentions if m.form == "nominal" and m.kind != "person"):
            start, end = mention.span.start, mention.span.end
            first = next((m for m in named if start <= m.span.start and m.span.end < end), None)
            if first is None or (mention.kind == "group" and owner[spot_of(first.span)][0] in ("place", "people")):
                continue  # peoples are told apart by their nations
            before = record.article.text[start : first.span.start].lower().split()
            rest = record.article.text[first.span.end : end].replace("’", "'").removeprefix("'s").removeprefix("'")
            if all(word in plain() or word in titles() for word in before) and rest[:1] == " ":
                out[spot_of(mention.span)] = fold(f"{shown[owner[spot_of(first.span)]]}{rest}")
    return out


def _loose(words: Sequence[str], kind: ActorKind) -> bool:
    """Whether a phrase means whoever belongs to somebody told of ("his lawyer"), or anyone at all ("the owner of a ship")."""
    if kind == "group":
        return False
    return words[0].lower() in owners() or any(w in anyone() and words[i] in links() for i, w in enumerate(words[1:]))


WHY = "two words for the same people, and the reports speak of no other such people of another nation"
MERGED = ("people held", "people in custody")
"""Referents of the wording table whose words mean the same people wherever they stand side by side in one story."""


def _alike(together: dict[tuple[str, ActorKind], list[Mention]]) -> Iterator[tuple[list[str], ActorKind]]:
    """Names that mean the same people: a nation's and the bare word where no second nation has any; some synonyms."""
    rows: dict[tuple[str, ActorKind], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, kind in sorted(together):
        land, _, head = name.rpartition(" ")
        referent = referents().get(head, (head, head))[0]
        code = here[0] if (here := nation(land)) else land
        grouped = kind == "group" and (not land or here)
        rows[(referent if referent in MERGED and grouped else head if grouped else name, kind)][
            code if grouped else ""
        ].append(name)
    for (referent, kind), by_land in sorted(rows.items()):
        lands = sorted(land for land in by_land if land)
        if len(lands) == 1 and referent in MERGED:
            yield sorted({*by_land.get("", []), *by_land[lands[0]]}), kind
        else:
            yield from ((names, kind) for _, names in sorted(by_land.items()))


def _plain(words: Sequence[str]) -> str:
    return " ".join(w for w in words if w.lower() not in plain() and not w[:1].isdigit())


def _shown(found: Sequence[Mention], said: frozenset[str]) -> str:
    """The commonest form, with small letters but for names."""
    forms = Counter(_plain(m.span.text.split()) for m in found)
    best = max(forms.items(), key=lambda item: (item[1], item[0][:1].islower(), item[0]))[0]
    first, _, rest = best.partition(" ")
    begins = first.istitle() and not nation(first) and all(m.span.text.split()[0].istitle() for m in found)
    named = first in said or (rest and ("'" in best or "’" in best or rest != rest.lower()))
    return f"{first.lower()} {rest}".strip() if begins and not named else best
