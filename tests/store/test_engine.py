"""Databases that cannot be used are told apart, each in one sentence, and left as they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from variorum.errors import StoreError
from variorum.store import open_store, shown


def _make(path: Path, *statements: str) -> bytes:
    with closing(sqlite3.connect(path)) as link:
        for statement in statements:
            link.execute(statement)
        link.commit()
    return path.read_bytes()


@pytest.mark.parametrize(
    "statements", [("CREATE TABLE birds (name TEXT)",), ("PRAGMA application_id = 7",), ("PRAGMA user_version = 3",)]
)
def test_another_programs_database_is_refused_and_not_touched(tmp_path: Path, statements: tuple[str, ...]) -> None:
    path = tmp_path / "birds.sqlite"
    before = _make(path, *statements)
    with pytest.raises(StoreError, match="of another program: name another file"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The ferry left at nine. " * 100)
    with pytest.raises(StoreError, match="not a database of this program"):
        open_store(str(path))
    assert path.read_text().startswith("The ferry")


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    path.touch()
    with closing(open_store(str(path))) as store:
        assert store.known() == {} and store.dossier() is None


def test_a_newer_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    open_store(str(path)).close()
    _make(path, "PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="newer version"):
        open_store(str(path))


def test_reading_needs_a_database_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        open_store(str(tmp_path / "none.sqlite"), fresh=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_has_nothing_to_show(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        open_store(str(path), fresh=False)


@pytest.mark.parametrize("where", ["nothing://x", "://", "postgresql+nodriver://u@h/x"])
def test_a_url_that_names_no_database(where: str) -> None:
    with pytest.raises(StoreError, match="names no database"):
        open_store(where)


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path / "no" / "such.sqlite"))


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "bad.sqlite"
    open_store(str(path)).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000)
    with pytest.raises(StoreError, match=r"damaged|not a database"):
        open_store(str(path)).known()


def test_a_locked_database_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "used.sqlite"
    open_store(str(path)).close()
    monkeypatch.setattr("variorum.store.engine.WAIT", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, closing(open_store(str(path))) as store:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another program is using it"):
            store.note(["a.txt"], {}, [])


def test_a_url_and_a_path_mean_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "one.sqlite"
    open_store(f"sqlite:///{path}").close()
    with closing(open_store(str(path), fresh=False)) as store:
        assert store.known() == {}


def test_passwords_are_not_shown() -> None:
    assert shown("postgresql://ann:secret@host/db") == "postgresql://ann:***@host/db"
    assert shown("C:/reports/db.sqlite") == "C:/reports/db.sqlite"
