"""Both stores keep records and dossiers exactly, and replace what they should."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from floods import report

from variorum import pipeline
from variorum.errors import StoreError
from variorum.model import Dossier, Judged, Problem, Record
from variorum.store import Entry, Memory, Store, known, open_store
from variorum.store.sql import Database


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = Memory() if request.param == "memory" else open_store(str(tmp_path / "x.sqlite"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def entries(record: Callable[..., Record]) -> list[Entry]:
    found = [record(report(n), id=str(n), published="2025-02-11") for n in range(3)]
    return [Entry(one.article, one, "stamp") for one in found]


@pytest.fixture(scope="module")
def made(entries: list[Entry]) -> Dossier:
    return pipeline.assemble([entry.record for entry in entries], [Problem(source="x.txt", error="empty")], version="0")


def test_records_come_back_exactly(store: Store, entries: list[Entry]) -> None:
    store.save(entries[:2])
    store.save(entries[2:])
    assert list(store.records()) == sorted((e.record for e in entries), key=lambda r: r.article.id)
    assert store.known() == {e.raw.id: known(e.raw, "stamp") for e in entries}
    assert store.raw(entries[1].raw.id) == entries[1].raw


def test_saving_again_replaces(store: Store, entries: list[Entry]) -> None:
    store.save(entries)
    changed = msgspec.structs.replace(entries[0].record, claims=(), problem="left without claims")
    store.save([Entry(entries[0].raw, changed, "later")])
    assert len(list(store.records())) == 3
    assert changed in list(store.records())
    assert store.known()[entries[0].raw.id].stamp == "later"


def test_the_dossier_comes_back_exactly(store: Store, entries: list[Entry], made: Dossier) -> None:
    assert store.dossier() is None
    store.save(entries)
    for _ in range(2):
        store.publish(made)
        assert store.dossier() == made


def test_copies_and_problems_of_sources_that_were_read_again_are_replaced(store: Store, entries: list[Entry]) -> None:
    store.save(entries)
    one = entries[0].raw.id
    store.note(["a", "b", "c"], {one: ["a", "b", "b"]}, [Problem(source="c", error="empty")])
    assert store.copies() == {one: ("a", "b")}
    store.note(["b", "c"], {}, [Problem(source="b", error="gone")])
    assert store.copies() == {one: ("a",)}
    assert store.problems() == (Problem(source="b", error="gone"),)


def test_copies_of_an_article_that_was_not_kept_are_left_out(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "x.sqlite"))) as store:
        store.note(["a"], {"nobody": ["a"]}, [])
        assert store.copies() == {}


def test_odd_characters_come_back(store: Store, entries: list[Entry]) -> None:
    raw = msgspec.structs.replace(entries[0].raw, text="a\0b \N{PILE OF POO} \u202e", title="\0", source="o'x;--.txt")
    store.save([Entry(raw, Record(article=raw), "")])
    assert [one.article for one in store.records()] == [raw]


def test_many_sources_at_once(store: Store, entries: list[Entry]) -> None:
    store.save(entries)
    names = [f"{n}.txt" for n in range(2500)]
    store.note(names, {entries[0].raw.id: names}, [])
    assert len(store.copies()[entries[0].raw.id]) == 2500


def _count(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as link:
        names = [name for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: link.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def test_doing_all_again_adds_no_row(tmp_path: Path, entries: list[Entry], made: Dossier) -> None:
    path = tmp_path / "x.sqlite"
    counts = []
    for _ in range(2):
        with closing(open_store(str(path))) as store:
            store.save(entries)
            store.publish(made)
        counts.append(_count(path))
    assert counts[0] == counts[1]
    assert counts[0]["articles"] == 3 and counts[0]["claims"] and counts[0]["spans"]


def test_foreign_keys_hold_and_offsets_are_right(tmp_path: Path, entries: list[Entry], made: Dossier) -> None:
    path = tmp_path / "x.sqlite"
    with closing(open_store(str(path))) as store:
        store.save(entries)
        store.publish(made)
    with closing(sqlite3.connect(path)) as link:
        assert link.execute("PRAGMA foreign_key_check").fetchall() == []
        assert link.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for table in ("spans", "evidence", "mentions"):
            wrong = link.execute(
                f"SELECT count(*) FROM {table} s JOIN articles a ON a.id = s.article"
                " WHERE substr(a.text, s.start + 1, s.stop - s.start) <> s.text"
            ).fetchone()
            assert wrong == (0,), table


def test_a_failed_publication_leaves_the_old_one(tmp_path: Path, entries: list[Entry], made: Dossier) -> None:
    with closing(open_store(str(tmp_path / "x.sqlite"))) as store:
        store.save(entries[:2])
        good = pipeline.assemble([entry.record for entry in entries[:2]], version="0")
        store.publish(good)
        with pytest.raises(StoreError):
            store.publish(made)  # tells of an article that the store does not have
        assert store.dossier() == good


def test_a_full_disk_is_one_sentence_and_costs_nothing_kept(tmp_path: Path, entries: list[Entry]) -> None:
    store = Database(str(tmp_path / "x.sqlite"))
    with closing(store):
        store.save(entries[:1])
        with store.engine.connect() as link:
            pages = link.exec_driver_sql("PRAGMA page_count").scalar_one()
            link.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        big = msgspec.structs.replace(entries[1].raw, text="x" * 1_000_000)
        with pytest.raises(StoreError, match="the disk is full: make room and run again, what was kept is safe"):
            store.save([Entry(big, Record(article=big), "")])
        assert len(list(store.records())) == 1


def test_reading_a_store_in_a_folder_that_cannot_be_written(
    tmp_path: Path, entries: list[Entry], made: Dossier
) -> None:
    path = tmp_path / "x.sqlite"
    with closing(open_store(str(path))) as store:
        store.save(entries)
        store.publish(made)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with closing(open_store(str(path), fresh=False)) as store:
            assert store.dossier() == made
    finally:
        tmp_path.chmod(0o755)


def test_a_store_opened_for_reading_cannot_be_written(tmp_path: Path, entries: list[Entry]) -> None:
    path = tmp_path / "x.sqlite"
    open_store(str(path)).close()
    with closing(open_store(str(path), fresh=False)) as store, pytest.raises(StoreError, match="cannot be written"):
        store.save(entries)


def test_judgements_are_kept_and_taken_back(store: Store, entries: list[Entry], made: Dossier) -> None:
    assert store.judgements() == ()
    store.judge(Judged("Ann", "Bea", "same", "twins"))
    store.judge(Judged("Ann", "Bea", "different"))
    store.judge(Judged("Ada", "Ann", "same"))
    store.save(entries)
    store.publish(made)
    assert store.judgements() == (Judged("Ada", "Ann", "same"), Judged("Ann", "Bea", "different"))
    assert store.forget("Ada", "Ann") and not store.forget("Ada", "Ann")
    assert store.judgements() == (Judged("Ann", "Bea", "different"),)


def test_a_database_without_the_table_has_no_judgements(tmp_path: Path) -> None:
    where = str(tmp_path / "old.sqlite")
    open_store(where).close()
    with closing(sqlite3.connect(where)) as link:
        link.execute("DROP TABLE judgements")
        link.commit()
    with closing(open_store(where, fresh=False)) as old:
        assert old.judgements() == ()
