"""Definite phrases and pronouns, and the name in the same article that each stands for, where that is safe."""

from __future__ import annotations

from ...rules.pronouns import personal, pronouns
from .definite import compound, nominal
from .memory import Memory, remember
from .nominals import nominals
from .pronouns import pronoun
from .words import Name, Words


def referring(words: Words, names: list[Name]) -> list[Name]:
    """Nominal and pronoun mentions, in text order."""
    roles = {i for name in names for pair in name.roles for i in range(*pair)}
    starts = {name.start: name for name in names}
    owners = {i: name for name in names for i in range(name.start, name.end)}
    covered = set(owners)
    genders = _genders(words, names)
    memory, out, table = Memory(), [], nominals()
    meant = {*personal(), *pronouns().neutral, *pronouns().plural}
    telling = {low for low in dict.fromkeys(words.low) if low in meant or low in table.heads or low in table.compounds}
    for i in (i for i, low in enumerate(words.low) if low in telling or i in starts):
        low = words.low[i]
        if not words.live[i]:
            continue
        if i in starts:
            name = starts[i]
            name.gender = name.gender or genders.get(words.low[name.end - 1])
            remember(words, memory, name)
        elif i in covered:
            continue
        elif low in meant:
            made = pronoun(words, memory, i)
            if made:
                out.append(made)
        elif (
            words.tag[i] in ("NN", "NNS", "NNP", "NNPS")
            and i not in roles
            and (low in table.heads or compound(words, i, table))
        ):
            made = nominal(words, memory, i, table, starts, owners)
            if made:
                out.append(made)
    return out


def _genders(words: Words, names: list[Name]) -> dict[str, str]:
    """Family name -> gender, where all bearers in the article are known and agree; two bearers may differ."""
    out: dict[str, set[str]] = {}
    bearers: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "person":
            family = words.low[name.end - 1]
            if name.gender:
                out.setdefault(family, set()).add(name.gender)
            if name.end - name.start > 1:
                bearers.setdefault(family, set()).add(words.low[name.start])
    return {f: min(found) for f, found in out.items() if len(found) == 1 and len(bearers.get(f, ())) < 2}
