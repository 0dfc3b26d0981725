"""What docs/store.md says is so: every table is told of, and every query runs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from floods import folder

import variorum
from variorum.store.tables import schema

PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("store")
    variorum.read(
        [folder(place / "in", range(4))], store=str(place / "x.sqlite"), settings=variorum.Settings(workers=1)
    )
    return place / "x.sqlite"


def test_every_table_is_told_of_and_no_other() -> None:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    assert sorted(name for row in rows for name in re.findall(r"`(\w+)`", row)) == sorted(schema.tables)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0][:40])
def test_every_query_runs(database: Path, query: str) -> None:
    with closing(sqlite3.connect(database)) as link:
        link.execute(query).fetchall()


def test_there_are_queries() -> None:
    assert len(QUERIES) >= 6


def test_queries_by_article_and_by_story_use_an_index(database: Path) -> None:
    with closing(sqlite3.connect(database)) as link:
        for query in (
            "SELECT * FROM claims WHERE article = 'x'",
            "SELECT * FROM spans WHERE article = 'x' AND start > 5",
            "SELECT * FROM evidence WHERE story = 'x'",
            "SELECT * FROM figures WHERE story = 'x'",
        ):
            plan = " ".join(row[3] for row in link.execute(f"EXPLAIN QUERY PLAN {query}"))
            assert "USING" in plan and "SCAN" not in plan, (query, plan)
