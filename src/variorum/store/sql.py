"""The store in a database, by SQLAlchemy Core: SQLite in a file, or another database by its URL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Delete, Table, bindparam, delete, insert, inspect, select, update

from ..model import Article, Dossier, Judged, Problem, Record, Story
from . import claims, stories, tables
from .base import Entry, Known, pack, shown, unpack
from .engine import failing, opened

MANY = 500
"""Values in one statement; SQLite takes 999 in its older versions."""
ROWS = 20_000
"""Rows held before they are written."""


class Database:
    """See `Store`. Every change is one transaction."""

    def __init__(self, where: str, *, fresh: bool = True) -> None:
        """Opens the database at a path or URL; raises `StoreError`."""
        self.where = shown(where)
        self.engine = opened(where, fresh=fresh)

    def known(self) -> dict[str, Known]:
        """Every article that is kept, by id."""
        columns = tables.articles.c.source, tables.records.c.dated, tables.records.c.content, tables.records.c.stamp
        query = select(tables.articles.c.id, *columns).join(tables.records)
        with failing(self.where), self.engine.connect() as link:
            return {key: Known(*rest) for key, *rest in link.execute(query)}

    def raw(self, article: str) -> Article:
        """The article with this id, as it was read."""
        query = select(tables.records.c.raw).where(tables.records.c.article == article)
        with failing(self.where), self.engine.connect() as link:
            return unpack(link.execute(query).scalar_one(), Article)

    def save(self, entries: Sequence[Entry]) -> None:
        """Adds these articles; one with the same id is replaced."""
        latest = {entry.raw.id: entry for entry in entries}
        with failing(self.where), self.engine.begin() as link:
            have = _have(link, list(latest))
            for table in (*tables.ARTICLE, tables.records):
                _clear(link, table, sorted(have))
            for table, made in ((tables.articles, claims.article), (tables.records, claims.kept)):
                known = have if table is tables.articles else set()
                _put(link, table, [made(entry) for key, entry in latest.items() if key not in known])
            changed = [claims.article(entry) for key, entry in latest.items() if key in have]
            if changed:
                one = tables.articles.c.id == bindparam("key")
                link.execute(update(tables.articles).where(one), [{**row, "key": row["id"]} for row in changed])
            _write(link, (pair for entry in latest.values() for pair in claims.rows(entry.record)))

    def note(self, seen: Iterable[str], copies: Mapping[str, Iterable[str]], problems: Iterable[Problem]) -> None:
        """Replaces what is known of the sources in `seen`; see `Store`."""
        gone = sorted(set(seen))
        with failing(self.where), self.engine.begin() as link:
            _clear(link, tables.problems, gone)
            _clear(link, tables.copies, gone)
            kept = _have(link, list(copies))
            pairs = sorted(
                {(article, source) for article, sources in copies.items() if article in kept for source in sources}
            )
            _put(link, tables.copies, [{"article": article, "source": source} for article, source in pairs])
            rows = sorted({(one.source, one.error) for one in problems})
            _put(link, tables.problems, [{"source": source, "error": error} for source, error in rows])

    def copies(self) -> dict[str, tuple[str, ...]]:
        """The sources of every article, by its id, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        with failing(self.where), self.engine.connect() as link:
            for article, source in link.execute(select(tables.copies.c.article, tables.copies.c.source)):
                found[article].append(source)
        return {article: tuple(sorted(found[article])) for article in sorted(found)}

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read."""
        with failing(self.where), self.engine.connect() as link:
            rows = sorted(tuple(row) for row in link.execute(select(tables.problems)))
        return tuple(Problem(source=source, error=error) for source, error in rows)

    def records(self) -> Iterator[Record]:
        """What was found in every article, by article id."""
        with failing(self.where), self.engine.connect() as link:
            for (body,) in link.execute(select(tables.records.c.body).order_by(tables.records.c.article)):
                yield unpack(body, Record)

    def judge(self, one: Judged) -> None:
        """Keeps what a user has decided about two names."""
        with failing(self.where), self.engine.begin() as link:
            link.execute(_about(one.left, one.right))
            link.execute(insert(tables.judgements), msgspec.structs.asdict(one))

    def forget(self, left: str, right: str) -> bool:
        """Drops what was decided about two names; whether there was anything."""
        with failing(self.where), self.engine.begin() as link:
            return link.execute(_about(left, right)).rowcount > 0

    def judgements(self) -> tuple[Judged, ...]:
        """What users have decided, sorted; nothing in a database older than the table."""
        with failing(self.where), self.engine.connect() as link:
            if not inspect(link).has_table(tables.judgements.name):
                return ()
            return tuple(sorted(Judged(*row) for row in link.execute(select(tables.judgements))))

    def publish(self, dossier: Dossier) -> None:
        """Puts this dossier in the place of the one before."""
        frame = msgspec.structs.replace(dossier, articles=(), stories=())
        with failing(self.where), self.engine.begin() as link:
            for table in tables.STORY:
                link.execute(delete(table))
            _write(link, stories.rows(dossier))
            one = tables.articles.c.id == bindparam("key")
            dates = [{**claims.dates(article), "key": article.id} for article in dossier.articles]
            if dates:
                link.execute(update(tables.articles).where(one), dates)
            link.execute(delete(tables.meta).where(tables.meta.c.name == "dossier"))
            link.execute(insert(tables.meta), {"name": "dossier", "value": pack(frame)})

    def dossier(self) -> Dossier | None:
        """The dossier that was published last; None when no run was finished."""
        with failing(self.where), self.engine.connect() as link:
            frame = link.execute(select(tables.meta.c.value).where(tables.meta.c.name == "dossier")).scalar()
            if frame is None:
                return None
            return msgspec.structs.replace(
                unpack(frame, Dossier),
                articles=tuple(_bodies(link, tables.published, Article)),
                stories=tuple(_bodies(link, tables.stories, Story)),
            )

    def close(self) -> None:
        """Ends the use of the database."""
        self.engine.dispose()


def _about(left: str, right: str) -> Delete:
    """Deletes what was decided about two names."""
    return delete(tables.judgements).where(tables.judgements.c.left == left, tables.judgements.c.right == right)


def _have(link: Connection, keys: Sequence[str]) -> set[str]:
    """Those of these articles that have a row."""
    return {
        key
        for at in range(0, len(keys), MANY)
        for (key,) in link.execute(select(tables.articles.c.id).where(tables.articles.c.id.in_(keys[at : at + MANY])))
    }


def _clear(link: Connection, table: Any, keys: Sequence[str]) -> None:
    """Deletes the rows of these articles, or of these sources where a table goes by source."""
    column = table.c.source if table in (tables.problems, tables.copies) else table.c.article
    for at in range(0, len(keys), MANY):
        link.execute(delete(table).where(column.in_(keys[at : at + MANY])))


def _put(link: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows, all of the same columns; past SQLAlchemy's handling of each value, which takes longer than the database."""
    if not rows:
        return
    names = list(rows[0])
    statement = insert(table).compile(dialect=link.dialect, column_keys=names)
    order = statement.positiontup
    if order is None:
        link.execute(insert(table), list(rows))
    else:
        link.exec_driver_sql(str(statement), [tuple(row[name] for name in order) for row in rows])


def _write(link: Connection, pairs: claims.Rows) -> None:
    """Writes rows table by table, in bounded lots, owners before what they own."""
    lots: dict[Any, list[claims.Row]] = {table: [] for table in tables.schema.sorted_tables}
    count = 0
    for table, row in pairs:
        lots[table].append(row)
        count += 1
        if count >= ROWS:
            _flush(link, lots)
            count = 0
    _flush(link, lots)


def _flush(link: Connection, lots: dict[Any, list[claims.Row]]) -> None:
    for table, rows in lots.items():
        _put(link, table, rows)
        rows.clear()


def _bodies(link: Connection, table: Any, kind: type[Any]) -> Iterator[Any]:
    return (unpack(body, kind) for (body,) in link.execute(select(table.c.body).order_by(table.c.place)))
