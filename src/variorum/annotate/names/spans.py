"""From the model's entities to names: trimmed, split, joined, checked, and found again where the model missed them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from ...model.claim import ActorKind
from ...rules.nations import nation, regions
from ...rules.people import genders, name_rules, role_plurals, role_words, seats, titles, written
from .again import missed
from .marks import BREAKS, CLOSING, KINDS, NOT_NAMES, OFFICES, OPENING, PROPER
from .words import Name, Words


def found(words: Words) -> list[Name]:
    """Names in text order, without overlaps, in live parts only."""
    rough = [
        name
        for ent in words.ents
        if ent.label_ in KINDS and words.live[ent.start]
        for name in _pieces(words, ent.start, ent.end, ent.label_)
    ]
    names = _settle(words, _apart(sorted(rough, key=lambda n: (n.start, -n.end))))
    settled = _settle(words, _apart(sorted([*names, *missed(words, names)], key=lambda n: (n.start, -n.end))))
    return [name for name in settled if not _credited(words, name)]


def _credited(words: Words, name: Name) -> bool:
    """Whether a name stands in the credit of a picture: "Photo by Dana Reed", "(Dana Reed/Acme Pictures)"."""
    if name.kind != "person" or name.end - name.start < 2:
        return False
    before = words.text[name.end : name.end + 1] == ["/"] and name.end + 1 < len(words.text)
    if before and words.text[name.end + 1][:1].isupper():
        return True
    said = " ".join(words.low[max(0, name.start - 3) : name.start])
    return any(said == cue or said.endswith(f" {cue}") for cue in name_rules()["credits"])


def _apart(names: list[Name]) -> list[Name]:
    out: list[Name] = []
    for name in names:
        if not out or name.start >= out[-1].end:
            out.append(name)
    return out


def _pieces(words: Words, start: int, end: int, label: str) -> Iterator[Name]:
    """The names within an entity: cut at line ends and marks, trimmed, grown over broken tails."""
    at = start + (words.low[start] == "the" and end - start > 1)
    for i in range(at, end + 1):
        if i < end and i > at and label == "ORG" and _person_begins(words, at, i, end):
            piece = _trimmed(words, at, i, label)
            if piece:
                yield piece
            at, label = i, "PERSON"
        if (
            i == end
            or words.text[i] in BREAKS
            or "\n" in words.text[i]
            or (words.low[i] in ("'s", "’s") and i + 1 < end and label == "PERSON")
        ):
            piece = _trimmed(words, at, i, label)
            if piece:
                yield piece
            at = i + 1


def _person_begins(words: Words, start: int, i: int, end: int) -> bool:
    """Whether a body's name ends here and a person's begins, which the model took for one ("the U.N. Dana Reed")."""
    short = all(len(w) < 7 and w.isupper() for w in words.text[start:i])
    return short and words.low[i] in genders() and end - i in (2, 3) and all(w.istitle() for w in words.text[i:end])


def _trimmed(words: Words, start: int, end: int, label: str) -> Name | None:
    low, rules = words.low, name_rules()
    while start < end and (
        low[start] in rules["openers"]
        or low[start] in OPENING
        or (not low[start][0].isalnum() and low[start][0] not in "'’@")
    ):
        start += 1
    end = _cut_tail(words, start, end)
    while end - start > 1 and words.text[end - 1].istitle() and low[end - 1].rstrip(".") + "." in written():
        end -= 1  # "Harbour Police Capt.", where the parse ends the sentence
    if label == "PERSON":
        while end - start > 1 and _titled(words, start, end):
            start += 1
    while start < end and (low[end - 1] in rules["closers"] or low[end - 1] in CLOSING):
        end -= 1
    if start >= end:
        return None
    if label == "PERSON":
        start += end - start > 1 and _lost(words.text[start])
        end = _grown(words, start, end)
    half = (end - start) // 2
    if half > 1 and (end - start) % 2 == 0 and low[start : start + half] == low[start + half : end]:
        end = start + half
    if label == "NORP" and end - start == 1 and words.tag[start] in ("JJ", "AFX") and not nation(words.text[start]):
        return None  # "Arab", "liberal": what somebody is, nobody in itself
    name = Name(start, end, KINDS[label], label)
    return name if _sound(words, name, rules["junk"]) else None


def _titled(words: Words, start: int, end: int) -> bool:
    """Whether the name's first word is a title or a role before the name proper."""
    word = words.low[start]
    if word in titles():
        return True
    return word in role_words() or (word in name_rules()["ranks"] and end - start > 2)


def _cut_tail(words: Words, start: int, end: int) -> int:
    """End of the name before words that tell what happens ("Acme Talks"): never the first word."""
    happenings = name_rules()["happenings"]
    for i in range(start + 1, end):
        if words.low[i - 1] in ("of", "on", "for", "&"):
            continue  # "Bureau of Investigation"
        if words.low[i] in happenings and (i + 1 == end or words.tag[i] in ("NN", "NNS", "VBP", "VBZ")):
            return i
    return end


def _grown(words: Words, start: int, end: int) -> int:
    """Takes in the rest of a personal name that the model broke: a particle or hyphen and the capital word after it."""
    particles, count = name_rules()["particles"], len(words.text)
    while end < count and end - start < 9:
        i = end
        while (
            i < count and ((words.low[i] in particles and words.low[i] != "i") or words.text[i] == "-") and i - end < 3
        ):
            i += 1
        joined = i > end and i < count and _capital(words, i) and words.sentence[i] == words.sentence[start]
        if joined and not (words.low[end] in ("as", "at", "an", "e", "y", "o", "do") and words.tag[end] not in PROPER):
            end = i + 1
        elif words.low[end - 1] in particles and words.text[end - 1] != "-" and end < count and _capital(words, end):
            end += 1
        else:
            break
    if (
        end < count
        and words.low[end] in name_rules()["suffixes"]
        and words.text[end][0].isupper()
        and len(words.text[end]) > 1
    ):
        end += 1
    return end


def _capital(words: Words, i: int) -> bool:
    return words.text[i][0].isupper() and words.tag[i] in ("NNP", "NNPS", "NN", "JJ", "FW")


def _sound(words: Words, name: Name, junk: frozenset[str]) -> bool:
    """Whether these tokens can be a name at all."""
    text = words.text[name.start : name.end]
    if name.end - name.start > 12 or not any(w[0].isupper() or (w[0].isdigit() and w[1:2].isupper()) for w in text):
        return False
    piece = words.piece(name.start, name.end)
    if piece.lower() in junk or len(piece) < 2 or not any(c.isalpha() for c in piece) or len(piece) > 90:
        return False
    if "http" in piece or "www." in piece or "@" in piece or "#" in piece:
        return False
    if name.end - name.start == 1:
        return _single(words, name)
    if MODEL.fullmatch(text[-1]) and name.kind != "place":
        return False
    return not all(w in junk or not w[0].isalpha() for w in words.low[name.start : name.end])


MODEL = re.compile(r"[A-Za-z]{1,2}\d{1,3}[A-Za-z]?|\d{1,2}[A-Za-z]{1,2}")
"""The end of a product's name: "Acme R7"."""


def _lost(word: str) -> bool:
    """Whether a word is a nation's with the ending of a possessive whose apostrophe is lost."""
    return word.endswith("s") and nation(word) is None and (here := nation(word[:-1])) is not None and here[1] == "name"


def _single(words: Words, name: Name) -> bool:
    i = name.start
    if words.low[i] in role_plurals() or words.low[i] in role_words():
        return False
    if nation(words.text[i]) or words.low[i] in seats():
        return True
    if words.low[i] in titles():
        return False
    return words.tag[i] in PROPER or (words.tag[i] not in NOT_NAMES and not (words.text[i].islower()))


def _settle(words: Words, names: list[Name]) -> list[Name]:
    """Gives each name the kind that its form or the rest of the article speaks for."""
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    families: dict[str, int] = {}
    bare: set[str] = set()
    for name in names:
        sure = _form_kind(words, name)
        if sure:
            name.kind = sure
        key = words.piece(name.start, name.end).lower()
        votes[key][name.kind] += 5 if sure else 1
        if name.kind == "person" and name.end - name.start > 1:
            families[words.low[name.end - 1]] = families.get(words.low[name.end - 1], 0) + 1
        elif name.kind == "person":
            bare.add(words.low[name.start])
    for name in names:
        key = words.piece(name.start, name.end).lower()
        if name.end - name.start == 1 and key in families and not nation(words.text[name.start]):
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


def _somewhere(words: Words, name: Name) -> bool:
    """Whether what was taken for a person is a place by what it begins with or by the word before it."""
    if name.end - name.start > 1:
        return words.low[name.start] in name_rules()["directions"] and words.text[name.start].istitle()
    if words.low[name.start] not in genders() and _in_country(words, name.end):
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
    if len(low) > 1 and low[-1] in rules["bodies"]:
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
