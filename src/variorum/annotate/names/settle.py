"""Which kind each name has: by its form, by what stands beside it, by the rest of the article."""

from __future__ import annotations

from collections import Counter, defaultdict

from ...model.claim import ActorKind
from ...rules.nations import nation, regions
from ...rules.people import genders, name_rules, role_words, seats, shared, titles
from .marks import OFFICES, PROPER
from .nominals import nominals
from .words import Name, Words


def settle(words: Words, names: list[Name]) -> list[Name]:
    """Gives each name the kind that its form or the rest of the article speaks for."""
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    families: dict[str, int] = {}
    called: set[str] = set()
    bare: set[str] = set()
    for name in names:
        sure = _form_kind(words, name)
        if sure:
            name.kind = sure
        key = words.piece(name.start, name.end).lower()
        votes[key][name.kind] += 5 if sure else 1
        if name.kind == "person" and name.end - name.start > 1:
            families[words.low[name.end - 1]] = families.get(words.low[name.end - 1], 0) + 1
            called.add(words.low[name.start])
        elif name.kind == "person":
            bare.add(words.low[name.start])
    for name in names:
        key = words.piece(name.start, name.end).lower()
        if name.end - name.start == 1 and key in families and not nation(words.text[name.start]):
            name.kind = "person"
            continue
        if name.end - name.start == 1 and key in called and _given(words, name):
            name.kind = "person"
            continue
        if (
            name.kind in ("organisation", "place")
            and name.end - name.start in (2, 3)
            and words.low[name.end - 1] in bare
            and words.low[name.start] not in name_rules()["directions"]
            and _form_kind(words, name) is None
        ):
            name.kind = "person"  # "Lena Orr" where the text goes on with "Orr said"
            continue
        count = votes[key]
        best = max(count.values())
        if count[name.kind] < best:
            name.kind = min(k for k, v in count.items() if v == best)
    return names


def _person(words: Words, name: Name) -> bool:
    """Whether a name has the shape of a person's in full: two or three words with capitals, the last no body's."""
    titled = all(w.istitle() for w in words.text[name.start : name.end])
    return titled and 1 < name.end - name.start < 4 and words.low[name.end - 1] not in name_rules()["bodies"]


def _given(words: Words, name: Name) -> bool:
    """Whether the given name of somebody told of in full stands alone, and not where a place would."""
    before = words.low[name.start - 1] if name.start else ""
    return before not in name_rules()["located"] and nation(words.text[name.start]) is None


def _plural(words: Words, name: Name) -> bool:
    """Whether an article and a plural tell a band or team: "the Lanterns", but for "the Reeds", a family."""
    last = words.text[name.end - 1]
    if words.low[max(0, name.start - 1)] not in nominals().lists["definite"] or not last.endswith("s") or len(last) < 5:
        return False
    alone = name.end >= len(words.tag) or words.tag[name.end] not in (*PROPER, "NN", "NNS", "POS")
    return alone and last[:-1].lower() not in words.low


def _bodily(words: Words, name: Name) -> bool:
    """Whether an article right before two words or more, which no noun follows, tells a body: "the Harven Sentinel"."""
    if name.end - name.start < 2 or name.start == 0 or words.low[name.start - 1] != "the":
        return False
    if (
        words.low[name.start] in {*titles(), *role_words(), *name_rules()["particles"]}
        or words.text[name.start - 1].isupper()
    ):
        return False
    return name.end >= len(words.tag) or words.tag[name.end] not in (*PROPER, "NN", "NNS", "POS", "HYPH")


def _somewhere(words: Words, name: Name) -> bool:
    """Whether what was taken for a person is a place by what it begins with or by the word before it."""
    if name.end - name.start > 1:
        return words.low[name.start] in name_rules()["directions"] and words.text[name.start].istitle()
    if words.low[name.start] not in genders() and (_in_country(words, name.end) or _ruled(words, name)):
        return True
    if (
        name.start < 2
        or words.low[name.start] in genders()
        or words.sentence[name.start - 1] != words.sentence[name.start]
    ):
        return False
    if name.end < len(words.tag) and (words.tag[name.end] in ("POS", *PROPER) or words.text[name.end] in ("'", "’")):
        return False
    located, before = name_rules()["located"], words.low[name.start - 1]
    return before in located or (before == "of" and f"{words.low[name.start - 2]} of" in located)


def _ruled(words: Words, name: Name) -> bool:
    """Whether a word follows that somewhere has, and hardly anybody: "Acme police", "the Acme area"."""
    return words.low[name.end : name.end + 1] != [] and words.low[name.end] in name_rules()["ruled"]


def _in_country(words: Words, end: int) -> bool:
    """Whether a comma and the name of a country or region follow: "Lund, Sweden"."""
    if words.low[end : end + 1] != [","] or words.low[end + 2 : end + 3] in (["'s"], ["’s"]):
        return False
    piece = words.text[end + 1] if end + 1 < len(words.text) else ""
    here = nation(piece)
    return bool(here and here[1] == "name") or piece.lower() in regions()


def _form_kind(words: Words, name: Name) -> ActorKind | None:
    """The kind that the words of a name settle, or None."""
    rules, low = name_rules(), words.low[name.start : name.end]
    piece = words.piece(name.start, name.end)
    here = nation(piece)
    if here and not (here[0] in ("GE", "TD", "JO") and name.kind == "person"):
        return "group" if here[1] == "people" else "place"
    if piece.lower() in seats():
        return "organisation"
    if piece.lower() in regions() and name.kind != "person":
        return "place"
    if len(low) > 1 and low[-1] in rules["ways"]:
        return "place"
    if name.kind == "person" and _somewhere(words, name):
        return "place"
    if (
        name.kind == "organisation"
        and len(low) == 2
        and len(low[0]) == 2
        and low[0][1] == "."
        and low[1] not in rules["bodies"]
    ):
        return "person"  # "P. Reed"
    before = words.low[name.start - 1] if name.start else ""
    if before in rules["called"] and words.tag[name.start - 1] == "NN" and name.kind == "person":
        return "organisation"
    if before in titles() and before != "the" and name.kind != "place":
        return "person"
    if before in OFFICES and words.text[name.start - 1][0].isupper() and len(low) < 3 and name.label != "GPE":
        return "person"
    if name.kind == "organisation" and before in role_words() and before not in shared() and _person(words, name):
        return "person"  # "actress Dana Reed"
    if name.kind == "person" and (_plural(words, name) or _bodily(words, name)):
        return "organisation"
    if (len(low) > 1 or name.kind == "person") and low[-1] in rules["bodies"]:
        return "organisation"
    if len(low) > 1 and low[0] in rules["fronts"]:
        return "organisation"
    if len(low) > 1 and low[-1] in rules["sites"] and name.kind != "person":
        return "place"
    if (
        len(low) > 1
        and low[0] in genders()
        and name.kind == "organisation"
        and all(words.text[i].istitle() for i in range(name.start, name.end))
        and len(low) < 4
    ):
        return "person"
    return None
