"""Planted copies: passages of one report put into another, cut, put into another order and reworded, and found again.

    python -m evaluation.reuse [SET ...]     the whole table, by share of words changed; with speed

Texts come from the gold data's articles, one report of each story, so that what two of them share was planted; without gold
data from the example reports. Of each passage of 30 to 150 words a share of the words is exchanged for others, left out or
added; half of the passages of several sentences lose one or have two parts change places. Decoys are reworded by 60 %: no copy.
What the untouched texts share as they are (legal notices) counts neither way.

recall     of the words planted in a host, the share that a passage with the right two reports covers
passages   of the pieces planted, the share of which that is true of two thirds or more
precision  of the words found in a host, the share that was planted
decoys     share of the decoys of which a half or more is called a copy
speed      articles a second for a whole collection, from texts to aligned passages, by one process's CPU time
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.examples import ROOT
from variorum import group
from variorum.group.passages import pairs
from variorum.group.tokens import tokens
from variorum.model import Article, Reuse

SETS = ("newsevents", "gva", "fakes")
RATES = (0.0, 0.05, 0.1, 0.2)
DECOY = 0.6
SEEDS = (7, 8, 9)
"""Rounds, with other passages and hosts in each."""
SHORT = 15
"""Words under which a piece need not be found: as much may be said alike by chance."""
SPEED = 5000
"""Articles of the collection that is timed; texts are used again with other first words."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
Cover = dict[tuple[str, str], list[tuple[int, int]]]
SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[”\"]?\s*")


@dataclass
class Planted:
    """A host's text with what was put into it: (start, end, donor) of each piece."""

    text: str
    pieces: list[tuple[int, int, str]] = field(default_factory=list)


def texts(folder: Path, sets: Sequence[str] = SETS) -> dict[str, str]:
    """One text of each story, by id; the example reports where there is no gold data."""
    out: dict[str, str] = {}
    for name in sets:
        path, gold = folder / name / "articles.jsonl", folder / name / "gold.jsonl"
        if not path.is_file():
            continue
        stories = dict(pair for row in _rows(gold) for pair in _members(row))
        seen: set[str] = set()
        for row in _rows(path):
            story = stories.get(row["id"], row["id"])
            if story not in seen and len(WORD.findall(row["text"])) > 150:
                seen.add(story)
                out[row["id"]] = row["text"]
    return out or {p.name: p.read_text(encoding="utf-8") for p in sorted(ROOT.glob("*/*.txt"))}


def _members(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Ids of articles with their story, of a row of gold: an article's, or a story's with its articles."""
    if "event" in row:
        yield row["article"], row["event"]
    for one in row.get("articles", ()):
        yield (one if isinstance(one, str) else one["id"]), row.get("story") or row.get("group") or ""


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def planted(found: dict[str, str], rate: float, seed: int) -> dict[str, Planted]:
    """Every second text as a host, with a passage of one of the others at one of its sentences' ends."""
    ids = sorted(found)
    chance = random.Random(seed)
    vocabulary = sorted({w for i in ids for w in WORD.findall(found[i])})
    out = {}
    for host in ids[::2]:
        donor = chance.choice(ids[1::2])
        out[host] = _host(found[host], _pieces(found[donor], chance), donor, rate, vocabulary, chance)
    return out


def _pieces(text: str, chance: random.Random) -> list[str]:
    """Consecutive sentences of 30 to 150 words in all, as pieces that stay together."""
    sentences = [m[0] for m in SENTENCE.finditer(text)] or [text]
    wanted, at = chance.randint(30, 120), chance.randrange(len(sentences))
    taken: list[str] = []
    while sum(len(WORD.findall(s)) for s in taken) < wanted and at < len(sentences):
        taken.append(sentences[at])
        at += 1
    if len(taken) > 2 and chance.random() < 0.5:
        where = chance.randrange(1, len(taken) - 1)
        if chance.random() < 0.5:
            return ["".join(taken[:where]), "".join(taken[where + 1 :])]
        return ["".join(taken[where:]), "".join(taken[:where])]
    return ["".join(taken)]


def _host(
    text: str, pieces: list[str], donor: str, rate: float, vocabulary: list[str], chance: random.Random
) -> Planted:
    ends = [m.end() for m in SENTENCE.finditer(text)] or [len(text)]
    at = ends[chance.randrange(len(ends))]
    made = Planted(text[:at])
    for piece in pieces:
        start = len(made.text)
        made.text += reworded(piece, rate, vocabulary, chance)
        made.pieces.append((start, len(made.text), donor))
    made.text += text[at:]
    return made


def reworded(text: str, rate: float, vocabulary: list[str], chance: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        if chance.random() >= rate:
            return found[0]
        new = chance.choice(vocabulary)
        return chance.choice((new, new, "", f"{found[0]} {new}"))

    return WORD.sub(other, text)


@dataclass
class Counts:
    """Words and pieces planted, and what was found of them."""

    words: int = 0
    right: int = 0
    pieces: int = 0
    whole: int = 0
    claimed: int = 0
    good: int = 0


def score(folder: Path, rates: Sequence[float] = RATES, sets: Sequence[str] = SETS) -> dict[str, float]:
    """All figures by name; `recall10` is recall with a word in ten changed."""
    found = texts(folder, sets)
    own = _own(found)
    out: dict[str, float] = {}
    for rate in rates:
        made, name = _rounds(found, rate, own, 2 / 3), f"{round(100 * rate)}"
        out[f"recall{name}"] = made.right / max(1, made.words)
        out[f"passages{name}"] = made.whole / max(1, made.pieces)
        out[f"precision{name}"] = made.good / max(1, made.claimed)
    decoys = _rounds(found, DECOY, own, 1 / 2)
    out["decoys"] = decoys.whole / max(1, decoys.pieces)
    return out


def _own(found: dict[str, str]) -> set[frozenset[str]]:
    """Pairs of untouched texts that share something as they are."""
    made = group.reuse([Article(id=i, source=i, text=t) for i, t in found.items()])
    return {frozenset((a, b)) for one in made for a in one.articles for b in one.articles if a != b}


def _rounds(found: dict[str, str], rate: float, own: set[frozenset[str]], least: float) -> Counts:
    """All rounds counted together; a piece is found when `least` of its words are."""
    counts = Counts()
    for seed in SEEDS:
        hosts = planted(found, rate, seed)
        texts = {**{i: one.text for i, one in hosts.items()}, **{i: found[i] for i in sorted(found)[1::2]}}
        cover = _covered(group.reuse([Article(id=i, source=i, text=t) for i, t in texts.items()]))
        for i, one in hosts.items():
            _recall(one, i, cover, counts, least)
            _precision(one, i, cover, counts, own, hosts)
    return counts


def _recall(one: Planted, host: str, cover: Cover, counts: Counts, least: float) -> None:
    for start, end, donor in one.pieces:
        words = [m.start() for m in WORD.finditer(one.text, start, end)]
        if len(words) < SHORT:
            continue
        hit = sum(any(low <= at < high for low, high in cover.get((host, donor), ())) for at in words)
        counts.words, counts.right = counts.words + len(words), counts.right + hit
        counts.pieces, counts.whole = counts.pieces + 1, counts.whole + (hit >= least * len(words))


def _precision(
    one: Planted, host: str, cover: Cover, counts: Counts, own: set[frozenset[str]], hosts: dict[str, Planted]
) -> None:
    """Words found in a host; those shared with another host are right where both have them of one donor."""
    for (left, other), spans in cover.items():
        kin = [host, *(d for _, _, d in one.pieces)]
        if left != host or any(frozenset((i, other)) in own for i in kin):
            continue
        donors = {d for _, _, d in hosts[other].pieces} if other in hosts else {other}
        zones = [(start, end) for start, end, donor in one.pieces if donor in donors]
        inside = [m.start() for low, high in spans for m in WORD.finditer(one.text, low, high)]
        counts.claimed += len(inside)
        counts.good += sum(any(low <= at < high for low, high in zones) for at in inside)


def _covered(every: Sequence[Reuse]) -> Cover:
    """(article, other article) -> what the first shares with the other."""
    cover: Cover = defaultdict(list)
    for one in every:
        for passage in one.passages:
            for span in passage.spans:
                for other in passage.spans:
                    if other.article != span.article:
                        cover[span.article, other.article].append((span.start, span.end))
    return cover


def speed(found: Sequence[str]) -> float:
    """Articles a second: `SPEED` texts, one in five of them with a paragraph of the text before it."""
    base = [" ".join(WORD.findall(t)[:450]) for t in found]
    made = []
    chance = random.Random(3)
    for at in range(SPEED):
        words = base[at % len(base)].split()
        chance.shuffle(words)
        made.append(" ".join(words))
    for at in range(1, SPEED, 5):
        made[at] += ". " + made[at - 1][:600]
    articles = [Article(id=f"{at:05}", source="", text=text) for at, text in enumerate(made)]
    began = time.process_time()
    pairs(tokens(articles))
    return len(articles) / (time.process_time() - began)


def main() -> None:
    from evaluation.__main__ import DATA

    sets = tuple(sys.argv[1:]) or SETS
    for name, value in score(DATA, sets=sets).items():
        print(f"{name:14} {value:.3f}")
    print(f"{'speed':14} {speed(list(texts(DATA, sets).values())):.0f} articles/s")


if __name__ == "__main__":
    main()
