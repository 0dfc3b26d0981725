"""Reports that look independent and are not, and the other way round."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import cases
from variorum import pipeline
from variorum.annotate import Annotator
from variorum.model import Article, When


@pytest.mark.parametrize("case", cases("origins"))
def test_cases(case: dict[str, Any], annotator: Annotator) -> None:
    articles = [
        Article(
            id=f"{n}",
            source=f"{n}.txt",
            text=text,
            outlet=outlet or None,
            published=When(earliest=day, latest=day, basis="metadata", why="given"),
        )
        for n, (outlet, day, text) in enumerate(case["reports"])
    ]
    story, _ = pipeline._story(pipeline.prepare(articles, annotator), ())
    found = {(one.name, tuple(map(int, one.articles))) for one in story.origins if one.articles}
    assert found == {(name, tuple(many)) for name, many in case["origins"]}
    cited = {(one.name, tuple(map(int, one.cited))) for one in story.origins if one.cited}
    assert cited == {(name, tuple(many)) for name, many in case.get("cited", ())}
    if "killed" in case:
        value, reports, origins = case["killed"]
        readings = [r for f in story.figures if f.measure == "killed" for r in f.readings if r.number == value]
        assert len({s.article for r in readings for s in r.spans}) == reports
        assert len({o for r in readings if r.backing for o in r.backing.origins}) == origins
