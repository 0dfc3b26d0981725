"""Who proposes, offers, demands, accepts or rejects what."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Actor, Article, Line, Position, Story
from ...rules.phrases import capital, clean, clip, inside, phrases
from .words import evidence, names, part, reports, told

MOST, EACH = 4, 2
"""Lines, and lines of one party."""
WIDE = 170
"""Characters of what it is about; a longer account is left to the ledger, since a cut one may say something else."""
CROWD = 4
"""Reports from which on a position that one report tells must have terms, and be that of somebody of whom two speak."""
PLAN = ("proposes", "offers")
PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"))


def stands(story: Story, articles: Sequence[Article]) -> list[Line]:
    """Positions in few words: those of most reports first, then those with terms, then those of the parties most spoken of."""
    actors = {a.id: a for a in story.actors}
    fit = [p for p in story.positions if _plain(p) and (len(articles) < CROWD or _known(p, actors))]
    known, seen, out = names(story), set[tuple[str, str]](), list[Line]()
    for one in sorted(fit, key=lambda p: _weight(p, actors)):
        party = known.get(one.party or "") or clip(one.party_text, 60)
        if (party, one.stance) in seen or sum(who == party for who, _ in seen) == EACH:
            continue
        seen.add((party, one.stance))
        out.append(_line(one, party, known))
    return out[:MOST]


def _plain(one: Position) -> bool:
    """Whether it can be told away from its sentence: by somebody named, in several words but not too many, not cut within a
    quote, and more than a refusal to speak."""
    about, said = clean(one.about), phrases()
    first, _, rest = about.partition(" ")
    mute = one.stance == "rejects" and first.lower() == "to" and rest.partition(" ")[0].lower() in said.mute
    party = (one.party_text or "").lower()
    if (
        mute
        or not rest
        or first.lower() in said.pronouns
        or len(about) > WIDE
        or not (one.party or party)
        or (not one.party and party in said.pronouns)
    ):
        return False
    return about.count('"') % 2 == 0 and all(about.count(a) == about.count(b) or a == "‘" for a, b in PAIRS)


def _known(one: Position, actors: dict[str, Actor]) -> bool:
    return reports(one.spans) > 1 or (_spread(one, actors) > 1 and bool(one.terms or one.stance in PLAN))


def _spread(one: Position, actors: dict[str, Actor]) -> int:
    """Reports that speak of the party."""
    party = actors.get(one.party or "")
    return reports(party.mentions) if party else 0


def _weight(one: Position, actors: dict[str, Actor]) -> tuple[int, bool, int, str, str]:
    return -reports(one.spans), not one.terms, -_spread(one, actors), one.about, one.id


def _line(one: Position, party: str, known: dict[str, str]) -> Line:
    target = known.get(one.toward or "", one.toward or "")
    shown = "" if target.lower() in one.about.lower() or target == party else target
    text = (
        phrases()
        .digest["position"]
        .format(
            stance=phrases().stood[one.stance].format(party=inside(party)),
            about=clean(one.about).rstrip(" ,;:."),
            toward=part("toward", shown),
            reports=told(one.spans, [one.backing]),
        )
    )
    return Line(text=capital(text), evidence=evidence(one.spans))
