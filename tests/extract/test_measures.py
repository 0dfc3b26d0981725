"""Measures as data: a new table is a new measure; numbers pasted as text make no claims that a reader would laugh at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from variorum.extract.figures import figures
from variorum.extract.figures.lexicon import lexicon
from variorum.extract.figures.units import units
from variorum.model.page import Page
from variorum.rules import tables

TABLES = """
[[measure]]
name = "sculptures toppled"
class = "vehicle"
patient = ["topple"]

[[measure]]
name = "noise"
unit = "length"
nouns = ["noise"]
"""


@pytest.fixture
def grown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The rule tables with two measures more."""
    for folder in ("en", "shared"):
        shutil.copytree(tables.ROOT / folder, tmp_path / folder)
    with (tmp_path / "en" / "measures.toml").open("a", encoding="utf-8") as file:
        file.write(TABLES)
    monkeypatch.setattr(tables, "ROOT", tmp_path)
    lexicon.cache_clear()
    units.cache_clear()
    yield
    monkeypatch.undo()
    lexicon.cache_clear()
    units.cache_clear()


@pytest.mark.usefixtures("grown")
def test_a_measure_is_a_table(page: Callable[..., Page]) -> None:
    found = list(
        figures(page("Rioters toppled nine buses. The noise of 12 km of pipes was heard; noise reached 40 metres."))
    )
    assert ("sculptures toppled", 9, None) in [(c.measure, c.low, c.unit) for c in found]
    assert ("noise", 40, "m") in [(c.measure, c.low, c.unit) for c in found]


def test_an_amount_carries_its_unit_and_characters(page: Callable[..., Page]) -> None:
    one = page("Insurers put the damage at about $3.2 billion.")
    claim = next(iter(figures(one)))
    assert (claim.measure, claim.low, claim.hedge, claim.unit) == ("damage", 3.2e9, "about", "USD")
    assert one.article.text[claim.spans[0].start : claim.spans[0].end] == "about $3.2 billion"


def test_what_the_amount_is_of(page: Callable[..., Page]) -> None:
    found = figures(page("The new bridge will cost $90 million. A judge fined Dunmore Mills $750,000."))
    assert [(c.measure, c.of) for c in found] == [("cost", "new bridge"), ("fine", "Dunmore Mills")]


@pytest.mark.parametrize(
    "text",
    [
        "Harriers 3 1 2 4 41-22\nRovers 2 2 2 6 38-30\nUnited 1 0 5 3 22-47",
        "DNM 41.20 +1.4 %\nQRX 318.00 -0.2 %\nVLO 9.71 +3.0 %",
        "Mon 14 19 3 mm\nTue 12 17 0 mm\nWed 11 15 8 mm",
        "Seat 12A, row 40, gate 7, flight 118, 10.45, £89",
        "$ % km 12 $ 13 % 14 km",
        "$" * 200 + "12" + "%" * 200,
        "9" * 400 + " dollars in damage",
        "damage of $ damage of % turnout of",
        "-" * 50 + "40 C",
    ],
)
def test_tables_pasted_as_text(text: str, page: Callable[..., Page]) -> None:
    assert not list(figures(page(text)))


def test_an_article_of_five_thousand_numbers(page: Callable[..., Page]) -> None:
    one = page(" ".join(f"{i} {i * 3}.{i % 10} {i % 97} %" for i in range(1700)))
    assert len(one.quantities) > 4000
    assert not list(figures(one))
