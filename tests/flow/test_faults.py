"""One article or story that this program fails on costs no other, and is never lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pytest

from tests.floods import report
from variorum import __version__, compose, extract, pipeline, resolve
from variorum.annotate import Annotator
from variorum.errors import RulesError
from variorum.model import Article, Dossier, Record, Span
from variorum.model.page import Page
from variorum.read import article

STRIKE = """Tram drivers walk out in Valdora

The drivers' union said 300 of its members had stopped work in Valdora on Monday over pay.
"We cannot live on this," said union leader Piet Arran. Talks with the transport company are planned for Thursday.
"""
TEXTS = (report(1), report(2), STRIKE)

Read = Callable[..., Dossier]


@pytest.fixture
def dossier(annotator: Annotator) -> Read:
    """As for other tests, but a fault is kept and looked at."""

    def make(*texts: str) -> Dossier:
        articles = [article({"id": str(i), "text": text}, f"{i}.txt") for i, text in enumerate(texts)]
        return pipeline.assemble(pipeline.prepare(articles, annotator), version=__version__)

    return make


def _only(inner: Callable[..., Any], word: str) -> Callable[..., Any]:
    """The same stage, failing where a text holds the word."""

    def stage(records: Sequence[Record], *rest: Any) -> Any:
        if any(word in record.article.text for record in records):
            raise KeyError(word)
        return inner(records, *rest)

    return stage


@pytest.mark.parametrize("stage", ["dates", "actors", "figures", "events", "quotes", "positions", "sources", "wording"])
def test_a_story_that_fails_is_left_bare_and_named(stage: str, dossier: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dossier(*TEXTS)
    monkeypatch.setattr(resolve, stage, _only(getattr(resolve, stage), "Valdora"))
    broken = dossier(*TEXTS)
    assert [a.id for a in broken.articles] == [a.id for a in whole.articles]
    assert [s.articles for s in broken.stories] == [s.articles for s in whole.stories]
    flood, strike = broken.stories
    assert flood == whole.stories[0]
    assert not strike.quotes
    assert [p.source for p in broken.problems] == ["2.txt"]
    assert "2.txt" in broken.problems[0].error
    assert "KeyError" in broken.problems[0].error


def test_a_span_that_is_not_true_never_gets_out(dossier: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    true = resolve.quotes

    def false(*given: Any) -> Any:
        return tuple(msgspec.structs.replace(q, span=_moved(q.span)) for q in true(*given))

    monkeypatch.setattr(resolve, "quotes", false)
    broken = dossier(STRIKE)
    assert not broken.stories[0].quotes
    assert "ProvenanceError" in broken.problems[0].error


def _moved(span: Span) -> Span:
    return msgspec.structs.replace(span, start=span.start + 1, end=span.end + 1)


def test_an_article_that_fails_keeps_its_place(dossier: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    true = extract.claims

    def claims(page: Page) -> Any:
        if "Valdora" in page.article.text:
            raise RecursionError("too deep")
        return true(page)

    monkeypatch.setattr(extract, "claims", claims)
    broken = dossier(*TEXTS)
    assert len(broken.articles) == 3
    assert [p.source for p in broken.problems] == ["2.txt"]
    assert "RecursionError: too deep" in broken.problems[0].error


def test_broken_rules_stop_the_run(record: Callable[..., Record], monkeypatch: pytest.MonkeyPatch) -> None:
    made = record(STRIKE)

    def dates(records: Sequence[Record]) -> Any:
        raise RulesError("measures.toml: row 3 has no name")

    monkeypatch.setattr(resolve, "dates", dates)
    with pytest.raises(RulesError):
        pipeline.assemble([made], version=__version__)


def test_every_span_is_found_in_every_part(dossier: Read) -> None:
    """The quick walk over the fields that can hold spans meets the same ones as a walk over everything."""
    for item in (*(made := dossier(*TEXTS)).stories, *made.articles):
        assert sorted(compose.spans(item)) == sorted(_everywhere(item))


def _everywhere(item: object) -> list[Span]:
    if isinstance(item, Span):
        return [item]
    if isinstance(item, msgspec.Struct):
        return [s for name in item.__struct_fields__ for s in _everywhere(getattr(item, name))]
    if isinstance(item, (tuple, list)):
        return [s for one in item for s in _everywhere(one)]
    if isinstance(item, dict):
        return [s for one in item.values() for s in _everywhere(one)]
    return []


def test_an_article_that_is_not_english_has_its_reason(dossier: Read) -> None:
    text = "Der Bürgermeister sagte am Montag, dass die Brücke über den Fluss gesperrt bleibe, bis sie geprüft sei."
    made = dossier(text * 3)
    assert made.articles[0].language == "de"
    assert "'de'" in made.problems[0].error
    assert isinstance(made.articles[0], Article)
