"""How much of a page's article is found: token F1 of the body text against a set of saved pages.

    python -m evaluation.html DATA/html [--plain]

Counted as in scrapinghub's article-extraction-benchmark: shingles of four words as a multiset, per page, then the mean over
pages of precision, recall and F1; a page that is refused counts 0. `--plain` scores trafilatura's own text, to compare.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from variorum.errors import SourceError
from variorum.read.html import article

SHINGLE = 4


def score(folder: str | Path, *, plain: bool = False) -> dict[str, float]:
    """Mean precision, recall and F1 of the bodies, and the pages refused, over `gold.jsonl` and `pages/` of a folder."""
    root = Path(folder)
    rows = [json.loads(line) for line in (root / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    found = [_page(root / row["page"], row["body"], _plain if plain else _ours) for row in rows]
    names = ("precision", "recall", "f1", "refused")
    return {
        "pages": len(rows),
        **{name: sum(one[i] for one in found) / max(len(found), 1) for i, name in enumerate(names)},
    }


def _page(path: Path, gold: str, extract: Callable[[bytes], str]) -> tuple[float, float, float, float]:
    try:
        own = _shingles(extract(path.read_bytes()))
    except SourceError:
        return 0.0, 0.0, 0.0, 1.0
    wanted = _shingles(gold)
    common = sum((own & wanted).values())
    precision, recall = common / max(sum(own.values()), 1), common / max(sum(wanted.values()), 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0, 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def _ours(page: bytes) -> str:
    """The article's text without the headline put before it and the captions put after it."""
    made = article(page, "page.html")
    end = min((p.start for p in made.parts), default=len(made.text))
    start = len(made.title) if made.title and made.text.startswith(f"{made.title}\n\n") else 0
    return made.text[start:end]


def _plain(page: bytes) -> str:
    from trafilatura import extract

    return extract(page) or ""


def main() -> None:
    """Prints the figures."""
    for name, value in score(sys.argv[1], plain="--plain" in sys.argv).items():
        print(f"{name:10} {value:.3f}")


if __name__ == "__main__":
    main()
