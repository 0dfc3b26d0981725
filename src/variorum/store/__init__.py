"""Where records and dossiers are kept: SQLite by default, another database by its URL."""

from __future__ import annotations

from .base import Entry, Known, Store, known, shown
from .memory import Memory

DEFAULT = "variorum.sqlite"
"""The database that `--db` means when no name is given."""

__all__ = ["DEFAULT", "Entry", "Known", "Memory", "Store", "known", "open_store", "shown"]


def open_store(where: str = DEFAULT, *, fresh: bool = True) -> Store:
    """The database at a path or SQLAlchemy URL. With `fresh` it is made when it is missing, else it is opened for reading only.

    Raises `StoreError` in one sentence: it is not ours, is missing, cannot be written, was made by a newer version.
    """
    from .sql import Database  # SQLAlchemy takes a third of a second to import, and most runs need no database

    return Database(where, fresh=fresh)
