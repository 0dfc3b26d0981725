"""The system under test, in this process: the scorers' `read` without a new interpreter and model for each run.

Parses are kept in `evaluation/.cache`, since the model does not change between two runs of an evaluation; delete the folder to
parse anew. Everything after the parse runs each time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from variorum import __version__ as version
from variorum import annotate, pipeline
from variorum.annotate import Annotator
from variorum.model import Article, Dossier, Record
from variorum.model.page import Page
from variorum.read import article as from_row

CACHE = Path(__file__).parent / ".cache"
ATTRIBUTES = ("ORTH", "SPACY", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START")


class CachedAnnotator(Annotator):
    """An annotator that parses a text once and keeps the parse on disk."""

    def pages(self, articles: Sequence[Article]) -> list[Page]:
        from spacy.tokens import DocBin

        CACHE.mkdir(exist_ok=True)
        paths = [CACHE / f"{self._key(article)}.spacy" for article in articles]
        missing = [(a, p) for a, p in zip(articles, paths, strict=True) if not p.exists()]
        for page, (_, path) in zip(super().pages([a for a, _ in missing]), missing, strict=True):
            path.write_bytes(DocBin(attrs=ATTRIBUTES, docs=[page.doc]).to_bytes())
        docs = [next(iter(DocBin().from_bytes(path.read_bytes()).get_docs(self.nlp.vocab))) for path in paths]
        return [annotate.page(article, doc) for article, doc in zip(articles, docs, strict=True)]

    def _key(self, article: Article) -> str:
        starts = sorted({part.start for part in article.parts})
        return hashlib.sha1(json.dumps([self.title, article.text, starts]).encode()).hexdigest()


class Local:
    """Takes the place of the scorers' `System`: articles in, dossier out."""

    def __init__(self) -> None:
        self.annotator = CachedAnnotator()
        self.failures: list[str] = []
        self.last = None
        self._records: dict[str, Record] = {}

    def read(self, articles: Sequence[dict[str, Any]]) -> dict[str, Any]:
        return json.loads(self.read_twice(articles, [{}])[0])  # type: ignore[no-any-return]

    try_read = read

    def read_twice(self, articles: Sequence[dict[str, Any]], environments: Sequence[dict[str, str]]) -> list[bytes]:
        """Records are kept by content, so a suite that reads one article many times pays once."""
        rows = [from_row(row, f"articles.jsonl#{row['id']}") for row in articles]
        keys = [msgspec.json.encode(article).decode() for article in rows]
        fresh = [(k, a) for k, a in zip(keys, rows, strict=True) if k not in self._records]
        for at in range(0, len(fresh), 32):
            part = fresh[at : at + 32]
            for (k, _), record in zip(part, pipeline.prepare([a for _, a in part], self.annotator), strict=True):
                self._records[k] = record
        records = list({self._records[k].article.id: self._records[k] for k in keys}.values())
        return [msgspec.json.encode(_sound(pipeline.assemble(records, version=version))) for _ in environments]


def _sound(dossier: Dossier) -> Dossier:
    """The dossier; raises `RuntimeError` when a part of it failed, which a run survives and an evaluation must not."""
    faults = [problem.error for problem in dossier.problems if "this program failed" in problem.error]
    if faults:
        raise RuntimeError(f"{len(faults)} part(s) of the dossier failed; the first: {faults[0]}")
    return dossier
