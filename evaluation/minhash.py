"""Candidates for copied passages: this project's index of five-word runs beside rensa's MinHash, on the same planted copies.

    python -m evaluation.minhash [--articles 5000]

Planted copies are those of `evaluation.reuse` (cut, put into another order, reworded). rensa (`pip install '.[bench]'`) signs
windows of `WINDOW` words by their runs of three, since it cannot see a paragraph in a whole text, and proposes pairs of texts
of which two windows fall together. Both proposals are aligned word by word in the same way.

found       share of the planted pieces whose two texts are proposed, by share of words changed
kept        the same after alignment
proposed    pairs of texts proposed for each pair that shares a piece
speed       articles a second of one process's CPU time, from texts to proposed pairs and to aligned passages; `plain`: texts in
            their own words, one in five with a paragraph of another; `wire`: a fifth are lightly edited copies of one text
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import random
import time
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from evaluation.reuse import SEEDS, SHORT, WORD, Planted, planted, reworded, texts
from variorum.group.passages import pairs
from variorum.group.seeds import regions
from variorum.group.tokens import Words, tokens
from variorum.model import Article

WINDOW, STEP, RUN = 60, 30, 3
"""Words of a window, words from one to the next, words of a run."""
PERM, BANDS = 64, 32
"""Of four settings the one with the best share found for its number of proposals."""
RATES = (0.0, 0.05, 0.1, 0.2)
Pairs = set[tuple[int, int]]


def exact(words: Words) -> Pairs:
    """Pairs with a region of equal runs."""
    return {(one.left, one.right) for one in regions(words)}


def signed(words: Words) -> Pairs:
    """Pairs of which two windows have a band of their signatures in common."""
    rensa: Any = importlib.import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=PERM, num_bands=BANDS)
    owners: list[int] = []
    made = []
    for at in range(len(words.articles)):
        row = list(map(str, words.numbers[words.bounds[at] : words.bounds[at + 1]]))
        for start in range(0, max(1, len(row) - WINDOW // 2), STEP):
            window = row[start : start + WINDOW]
            one = rensa.RMinHash(num_perm=PERM, seed=42)
            one.update([" ".join(window[i : i + RUN]) for i in range(max(1, len(window) - RUN + 1))])
            made.append(one)
            owners.append(at)
    for key, one in enumerate(made):
        index.insert(key, one)
    out: Pairs = set()
    for key, one in enumerate(made):
        for other in index.query(one):
            if owners[other] != owners[key]:
                out.add((min(owners[key], owners[other]), max(owners[key], owners[other])))
    return out


def kept(words: Words, proposed: Pairs) -> Pairs:
    """Those of the pairs that share a passage, when each is aligned on its own."""
    out = set()
    for left, right in sorted(proposed):
        if pairs(tokens([words.articles[left], words.articles[right]])):
            out.add((left, right))
    return out


SYSTEMS: dict[str, Callable[[Words], Pairs]] = {"five-word index": exact, "rensa windows": signed}


def share(found: dict[str, str], rate: float, propose: Callable[[Words], Pairs]) -> tuple[float, float, float]:
    """Share found, share kept, and pairs proposed for each true one, over all rounds."""
    pieces = hit = whole = many = true = 0
    for seed in SEEDS:
        hosts = planted(found, rate, seed)
        ids = [*hosts, *sorted(found)[1::2]]
        words = tokens([Article(id=i, source=i, text=hosts[i].text if i in hosts else found[i]) for i in ids])
        proposed = propose(words)
        sure = kept(words, proposed)
        place = {name: at for at, name in enumerate(ids)}
        wanted = [(place[h], place[d]) for h, one in hosts.items() for d in _donors(one)]
        wanted = [(min(p), max(p)) for p in wanted]
        pieces += len(wanted)
        hit += sum(pair in proposed for pair in wanted)
        whole += sum(pair in sure for pair in wanted)
        many, true = many + len(proposed), true + len(set(wanted))
    return hit / pieces, whole / pieces, many / true


def _donors(one: Planted) -> list[str]:
    long = [d for start, end, d in one.pieces if len(WORD.findall(one.text[start:end])) >= SHORT]
    return [name for name, _ in groupby(long)]


def corpus(found: Sequence[str], count: int, *, wire: bool) -> list[Article]:
    """Realistic texts: sentences of one text in another order, a tenth of the words exchanged."""
    chance = random.Random(3)
    vocabulary = sorted({w for text in found for w in WORD.findall(text)})
    out: list[str] = []
    for at in range(count):
        source = found[0] if wire and at % 5 == 0 else found[at % len(found)]
        words = source.split()[:450]
        if not (wire and at % 5 == 0):
            cuts = [words[i : i + 4] for i in range(0, len(words), 4)]
            chance.shuffle(cuts)
            words = [w for cut in cuts for w in cut]
        text = reworded(" ".join(words), 0.05, vocabulary, chance)
        if at % 5 == 1:
            text += ". " + out[-1][:600]
        out.append(text)
    return [Article(id=f"{at:05}", source="", text=text) for at, text in enumerate(out)]


def speeds(articles: Sequence[Article], propose: Callable[[Words], Pairs]) -> tuple[float, int]:
    """Articles a second to proposed pairs, and how many are proposed."""
    began = time.process_time()
    proposed = propose(tokens(articles))
    return len(articles) / (time.process_time() - began), len(proposed)


def whole(articles: Sequence[Article]) -> float:
    """Articles a second from texts to aligned passages, with this project's index."""
    began = time.process_time()
    pairs(tokens(articles))
    return len(articles) / (time.process_time() - began)


def main() -> None:
    from evaluation.__main__ import DATA

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=5000)
    count = parser.parse_args().articles
    found = texts(DATA)
    systems = dict(SYSTEMS)
    if importlib.util.find_spec("rensa") is None:
        print("rensa is not installed: pip install '.[bench]'")
        del systems["rensa windows"]
    for rate in RATES:
        for name, propose in systems.items():
            hit, sure, ratio = share(found, rate, propose)
            print(f"{100 * rate:3.0f} % changed  {name:16} found {hit:.3f}  kept {sure:.3f}  proposed {ratio:6.1f}")
    for kind in ("plain", "wire"):
        articles = corpus(list(found.values()), count, wire=kind == "wire")
        for name, propose in systems.items():
            rate, many = speeds(articles, propose)
            print(f"{kind:5} {name:16} {rate:7.0f} articles/s to {many} proposed pairs")
        print(f"{kind:5} {'aligned':16} {whole(articles):7.0f} articles/s, with the five-word index")


if __name__ == "__main__":
    main()
