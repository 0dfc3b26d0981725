"""Speed: `variorum read` against a bare spaCy pass over the same texts, in alternation; and how soon `--help` answers.

    python -m evaluation.bench [--articles 200] [--turns 3] [--data FOLDER]

Texts are those of ../shared/data/gva where they exist, else the example reports, repeated with a line of their own in each so
that none is a copy. The bare pass is one process with all parts of the model; `variorum read` uses its own defaults, so that
its wall time shows what a user waits and its CPU time shows the work.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from variorum.annotate.model import locate

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "gva"
BARE = """
import json, sys, spacy
nlp = spacy.load(sys.argv[1])
texts = [json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf-8")]
print(sum(len(doc) for doc in nlp.pipe(texts)))
"""


class Cost(NamedTuple):
    """Seconds of one command."""

    wall: float
    cpu: float


def texts(folder: Path) -> Iterator[str]:
    """Article texts without end."""
    path = folder / "articles.jsonl"
    if path.is_file():
        found = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    else:
        found = [one.read_text(encoding="utf-8") for one in sorted((ROOT / "examples").glob("*/*.txt"))]
    for turn in count():
        yield from (text if turn == 0 else f"{text}\n\nEdition {turn} of this report.\n" for text in found)


def measure(command: Sequence[str]) -> Cost:
    """Runs a command to its end; its own and its children's time."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def compare(path: Path, turns: int) -> tuple[list[Cost], list[Cost]]:
    """Costs of `variorum read` and of the bare pass, in alternation."""
    ours = [sys.executable, "-m", "variorum", "read", str(path), "--quiet", "--json", str(path.with_suffix(".out"))]
    bare = [sys.executable, "-c", BARE, locate(), str(path)]
    pairs = [(measure(ours), measure(bare)) for _ in range(turns)]
    return [one for one, _ in pairs], [one for _, one in pairs]


def middle(costs: Sequence[Cost]) -> Cost:
    """The medians."""
    return Cost(median(cost.wall for cost in costs), median(cost.cpu for cost in costs))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--data", type=Path, default=DATA)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder) / "articles.jsonl"
        rows = [{"id": str(n), "text": text} for n, text in enumerate(islice(texts(args.data), args.articles))]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        ours, bare = (middle(costs) for costs in compare(path, args.turns))
    print(f"{args.articles} articles, {os.cpu_count()} cores, medians of {args.turns} turns, start-up included")
    for name, cost in (("variorum read", ours), ("bare spaCy pass", bare)):
        print(f"{name:16} {cost.wall:6.1f} s {args.articles / cost.wall:6.1f} articles/s {cost.cpu:6.1f} s CPU")
    print(f"{'ratio':16} {ours.wall / bare.wall:6.2f} of wall time {ours.cpu / bare.cpu:12.2f} of CPU time")
    quick = middle([measure([sys.executable, "-m", "variorum", "--help"]) for _ in range(7)])
    print(f"{'--help':16} {quick.wall:6.3f} s")


if __name__ == "__main__":
    main()
