"""Who is one and the same across short reports of one happening, and what is nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import cases
from variorum.model import Record
from variorum.resolve import actors


@pytest.mark.parametrize("case", cases("casts"))
def test_knows_who_is_meant(case: dict[str, Any], record: Callable[..., Record]) -> None:
    cast = actors([record(text, id=f"r{i}") for i, text in enumerate(case["reports"])])
    homes: dict[str, set[str]] = defaultdict(set)
    for actor in cast.actors:
        for mention in actor.mentions:
            homes[mention.text].add(actor.name)
    meant = [[homes[text] for text in chain] for chain in case["chains"]]
    assert all(len(set().union(*found)) == 1 and all(found) for found in meant), meant
    assert len({min(found[0]) for found in meant}) == len(meant), meant
    assert [text for text in case.get("nobody", []) if homes[text]] == []
    kinds = {actor.name: actor.kind for actor in cast.actors}
    assert [kinds.get(name) for name in case.get("places", [])] == ["place"] * len(case.get("places", []))
    assert set(case.get("called", [])) <= set(kinds)


@pytest.mark.parametrize("case", [c for c in cases("casts") if "offices" in c.values[0]])
def test_knows_whom_a_phrase_of_several_offices_means(case: dict[str, Any], record: Callable[..., Record]) -> None:
    records = [record(text, id=f"r{i}") for i, text in enumerate(case["reports"])]
    cast = actors(records)
    names = {actor.id: actor.name for actor in cast.actors}
    for phrase, wanted in case["offices"].items():
        found = [r.article for r in records if phrase in r.article.text]
        spans = [a.cut(a.text.index(phrase), a.text.index(phrase) + len(phrase)) for a in found]
        assert [[names[one] for one in cast.each(span)] for span in spans] == [wanted], names
