"""Opens databases, and says in one sentence why one cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from ..errors import StoreError
from .base import shown
from .tables import APPLICATION, VERSION, meta, schema

WAIT = 30
"""Seconds to wait for another program that writes."""
NEWER = "{} was made by a newer version of this program: install that version, or name another file"
REASONS = {
    "locked": "another program is using it: try again when that has ended",
    "full": "the disk is full: make room and run again, what was kept is safe",
    "readonly": "it cannot be written: check its permissions, or name another file",
    "disk i/o": "the disk fails or is full: what was kept before is safe",
    "unable to open": "it cannot be opened: check that its folder exists and can be written",
    "malformed": "it is damaged: name another file and read the articles again",
    "not a database": "it is damaged or not a database of this program: name another file",
}
"""A word of the database's own message -> what it means for the user."""


def opened(where: str, *, fresh: bool) -> Engine:
    """An engine on our database at a path or URL; the tables are made when `fresh`. Raises `StoreError`."""
    if "://" not in where:
        return _file(Path(where), where, fresh=fresh)
    url, where = where, shown(where)
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite" and address.database:
            return _file(Path(address.database), where, fresh=fresh)
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise StoreError(
            f"{where} names no database: give a path, or a URL such as postgresql://user@host/name"
        ) from None
    except ImportError as error:
        raise StoreError(f"{where} needs the Python package {error.name}: install it first") from None
    return _checked(engine, where, fresh=fresh)


def _file(path: Path, where: str, *, fresh: bool) -> Engine:
    if not fresh and not path.exists():
        raise StoreError(f"there is no database {where}: make one with `variorum read PATH... --db {where}`")
    if path.is_dir():
        raise StoreError(f"{where} is a folder, not a database: name a file in it")
    connect = partial(_writable if fresh else _readable, path, where)
    return _checked(create_engine("sqlite://", creator=connect, poolclass=QueuePool), where, fresh=fresh)


def _writable(path: Path, where: str) -> sqlite3.Connection:
    """A connection that may write. Nothing is changed in a file before it is known to be ours."""
    link = sqlite3.connect(path, timeout=WAIT, check_same_thread=False)  # the pool hands it to one user at a time
    if not _ours(link, where):
        link.execute(f"PRAGMA application_id = {APPLICATION}")
        link.execute(f"PRAGMA user_version = {VERSION}")
    link.execute("PRAGMA journal_mode = WAL")
    link.execute("PRAGMA synchronous = NORMAL")  # with WAL a power cut costs at most the last chunk, never the file
    link.execute("PRAGMA foreign_keys = ON")
    return link


def _readable(path: Path, where: str) -> sqlite3.Connection:
    """A connection for reading only, even in a folder that cannot be written."""
    uri = path.resolve().as_uri() + "?mode=ro"
    link = sqlite3.connect(uri, uri=True, timeout=WAIT, check_same_thread=False)
    try:
        _ours(link, where)
    except sqlite3.OperationalError:
        if Path(f"{path}-wal").exists():
            raise
        link = sqlite3.connect(f"{uri}&immutable=1", uri=True, check_same_thread=False)
        _ours(link, where)
    return link


def _ours(link: sqlite3.Connection, where: str) -> bool:
    """Whether the file is marked as ours; an empty one is not yet.

    Raises `StoreError` when it has the tables of another program, or of a newer version of this one.
    """
    (mark,) = link.execute("PRAGMA application_id").fetchone()
    (version,) = link.execute("PRAGMA user_version").fetchone()
    (count,) = link.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mark != APPLICATION and (count or mark or version):
        raise StoreError(f"{where} is a database of another program: name another file")
    if mark == APPLICATION and version > VERSION:
        raise StoreError(NEWER.format(where))
    return bool(mark == APPLICATION)


def _checked(engine: Engine, where: str, *, fresh: bool) -> Engine:
    """The engine, when its database is ours; the tables are made where they are missing."""
    with failing(where):
        have = set(inspect(engine).get_table_names())
        if have and not have <= set(schema.tables) and meta.name not in have:
            raise StoreError(f"{where} is a database of another program: name another one")
        if fresh:
            schema.create_all(engine)
        elif meta.name not in have:
            raise StoreError(f"database {where} is empty: read into it with `variorum read PATH... --db {where}`")
        with engine.begin() as link:
            _version(link, where, fresh=fresh)
    return engine


def _version(link: Connection, where: str, *, fresh: bool) -> None:
    row = link.execute(select(meta.c.value).where(meta.c.name == "version")).first()
    if row is None and fresh:
        link.execute(insert(meta), {"name": "version", "value": str(VERSION).encode()})
    elif row is not None and int(row.value) > VERSION:
        raise StoreError(NEWER.format(where))


@contextmanager
def failing(where: str) -> Iterator[None]:
    """Turns the database's errors into one sentence."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        said = " ".join(str(getattr(error, "orig", None) or error).split())
        reason = next((means for word, means in REASONS.items() if word in said.lower()), None)
        raise StoreError(f"database {where}: {reason or said}") from None
