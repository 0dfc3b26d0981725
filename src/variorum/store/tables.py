"""The tables. `docs/store.md` tells what each holds; a change here needs a new `VERSION`.

Offsets are in code points of `articles.text`: the characters from `start` up to, not with, `stop` (`end` is a word of SQL).
Moments are ISO 8601 text, an interval is two columns. Rows that belong to a story are replaced together when a run ends.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 3
"""Of this layout; in SQLite also `PRAGMA user_version`."""
APPLICATION = 0x56415249
"""`PRAGMA application_id` of our SQLite files: "VARI"."""

schema = MetaData()


def _id(name: str, **options: Any) -> Column[str]:
    return Column(name, String(64), **options)


def _article(**options: Any) -> Column[str]:
    return Column("article", ForeignKey("articles.id", ondelete="CASCADE"), **options)


def _story(**options: Any) -> Column[str]:
    return Column("story", ForeignKey("stories.id", ondelete="CASCADE"), nullable=False, **options)


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _numbers(*names: str) -> list[Column[float]]:
    return [Column(name, Float) for name in names]


def _number(name: str, **options: Any) -> Column[int]:
    return Column(name, Integer, autoincrement=False, nullable=False, **options)


def _blobs(*names: str) -> list[Column[bytes]]:
    return [Column(name, LargeBinary, nullable=False) for name in names]


def _spot() -> list[Column[Any]]:
    """Where: an article and the characters."""
    return [
        _article(nullable=False, index=True),
        _number("start"),
        _number("stop"),
        Column("text", Text, nullable=False),
    ]


def _owned(name: str, owner: str, *columns: Column[Any]) -> Table:
    """A table of rows that belong to one row of another table of a story, in the order of `place`."""
    single = owner.removesuffix("s")
    keys = ForeignKeyConstraint(["story", single], [f"{owner}.story", f"{owner}.id"], ondelete="CASCADE")
    return Table(
        name,
        schema,
        _story(primary_key=True),
        _id(single, primary_key=True),
        _number("place", primary_key=True),
        *columns,
        keys,
    )


def _items(name: str, *columns: Column[Any]) -> Table:
    """A table of a story's items."""
    return Table(name, schema, _story(primary_key=True), _id("id", primary_key=True), *columns)


# ---------------------------------------------------------------- the database itself
meta = Table("meta", schema, Column("name", String(64), primary_key=True), *_blobs("value"))

# ---------------------------------------------------------------- what users have decided
judgements = Table(
    "judgements",
    schema,
    Column("left", String(500), primary_key=True),
    Column("right", String(500), primary_key=True),
    *_texts("judgement", "why"),
)

# ---------------------------------------------------------------- what was read
articles = Table(
    "articles",
    schema,
    _id("id", primary_key=True),
    *_texts(
        "source",
        "title",
        "outlet",
        "language",
        "url",
        "published_earliest",
        "published_latest",
        "published_basis",
        "published_why",
        "updated_earliest",
        "updated_latest",
        "problem",
        "text",
    ),
)
authors = Table(
    "authors",
    schema,
    _article(primary_key=True),
    _number("place", primary_key=True),
    Column("name", Text, nullable=False),
)
records = Table(
    "records",
    schema,
    _article(primary_key=True),
    *_texts("stamp", "content"),
    Column("dated", Boolean, nullable=False),
    *_blobs("raw", "body"),
)
copies = Table("copies", schema, _article(primary_key=True), Column("source", String(2000), primary_key=True))
problems = Table("problems", schema, Column("source", Text, nullable=False), Column("error", Text, nullable=False))
parts = Table("parts", schema, *_spot()[:3], Column("kind", Text, nullable=False))
flags = Table("flags", schema, *_spot(), *_texts("kind", "why"))
mentions = Table("mentions", schema, *_spot(), *_texts("kind", "form"))
times = Table("times", schema, *_spot(), *_texts("type", "value", "earliest", "latest"))

# ---------------------------------------------------------------- what each article says
claims = Table(
    "claims",
    schema,
    _id("id", primary_key=True),
    _article(nullable=False, index=True),
    Column("kind", String(16), nullable=False, index=True),
    *_texts(
        "part",
        "text",
        "sentence",
        "said_by",
        "measure",
        "counted",
        "hedge",
        "unit",
        "modality",
        "type",
        "mode",
        "status",
        "form",
        "who",
        "stance",
        "about",
    ),
    *_numbers("low", "high"),
    Column("body", Text, nullable=False),
)
spans = Table(
    "spans",
    schema,
    Column("claim", ForeignKey("claims.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", Text, nullable=False),
    *_spot(),
)

# ---------------------------------------------------------------- what all articles say together
stories = Table(
    "stories",
    schema,
    _id("id", primary_key=True),
    _number("place"),
    *_texts("title", "earliest", "latest"),
    *_blobs("body"),
)
story_articles = Table(
    "story_articles", schema, _story(primary_key=True), _article(primary_key=True, index=True), _number("place")
)
published = Table("published", schema, _article(primary_key=True), _number("place"), *_blobs("body"))
actors = _items("actors", *_texts("name", "kind"))
aliases = _owned("aliases", "actors", *_texts("text"), _number("count"))
roles = _owned("roles", "actors", *_texts("text"), Column("inferred", Boolean))
figures = _items(
    "figures", *_texts("measure", "counted", "place", "unit", "modality", "earliest", "latest", "subset_of")
)
readings = _owned(
    "readings",
    "figures",
    _id("id"),
    *_numbers("low", "high"),
    *_texts("hedge", "text", "earliest", "latest", "said_by", "status", "why"),
)
events = _items("events", *_texts("type", "mode", "title", "status", "earliest", "latest", "said_by"))
participants = _owned("participants", "events", *_texts("actor", "text", "part"), Column("inferred", Boolean))
event_places = _owned("event_places", "events", *_texts("actor"))
tellings = _owned("tellings", "events", *_spot(), *_texts("sentence", "status", "earliest", "latest"))
quotes = _items(
    "quotes",
    *_texts("speaker", "speaker_text", "addressee", "place", "occasion", "kind", "text", "cue", "sentence", "said_by"),
)
positions = _items(
    "positions", *_texts("party", "party_text", "stance", "about", "toward", "earliest", "latest", "said_by")
)
terms = _owned("terms", "positions", *_texts("kind", "text", "value"))
stands = _items("stands", *_texts("party", "party_text", "matter", "term"))
stages = _owned("stages", "stands", *_texts("position", "stance", "text", "value", "earliest", "latest", "change"))
agreements = _items(
    "agreements",
    *_texts("kind", "title", "status", "starts_earliest", "starts_latest", "ends_earliest", "ends_latest"),
)
sides = _owned("sides", "agreements", *_texts("role", "actor", "text"))
provisions = _owned("provisions", "agreements", *_texts("kind", "text", "said_by"))
steps = _owned(
    "steps",
    "agreements",
    *_texts("what", "text", "earliest", "latest", "by", "accuser", "said_by"),
    Column("planned", Boolean),
)
moments = _items(
    "moments",
    _number("place"),
    *_texts("kind", "text", "earliest", "latest", "precision", "status", "why"),
    _number("rank"),
)
moment_items = _owned("moment_items", "moments", *_texts("kind"), _id("item"))
sources = _items("sources", *_texts("name", "kind", "same_as_why"), _number("claims"))
source_articles = _owned("source_articles", "sources", _article(nullable=False, index=True))
origins = _items("origins", *_texts("name", "kind", "why"))
origin_articles = _owned("origin_articles", "origins", _article(nullable=False, index=True), Column("cites", Boolean))
backings = Table(
    "backings", schema, _story(index=True), Column("kind", Text), _id("item", index=True), *_texts("origin", "source")
)
wording = Table("wording", schema, _story(index=True), *_texts("referent", "text"), _number("count"))
passages = Table(
    "passages", schema, _story(index=True), _number("reuse"), _number("place"), *_spot(), *_texts("kind", "why")
)
findings = _items("findings", *_texts("kind", "about", "why"))
witnesses = _owned("witnesses", "findings", _id("item"), *_spot())
voices = Table(
    "voices",
    schema,
    _story(index=True),
    Column("kind", Text),
    _id("item", index=True),
    _number("place"),
    *_texts("text", "voice", "actor"),
)
lines = Table("lines", schema, _story(primary_key=True), _number("place", primary_key=True), *_texts("text"))
links = Table("links", schema, _story(index=True), Column("kind", Text), *_texts("left", "right", "why"))
evidence = Table(
    "evidence", schema, _story(index=True), Column("kind", Text), _id("item", index=True), _number("place"), *_spot()
)

ARTICLE = (authors, parts, flags, mentions, claims)
"""Tables with rows of one article, replaced when the article is read anew; `spans` go with their claims."""
STORY = (
    aliases,
    roles,
    readings,
    participants,
    tellings,
    event_places,
    terms,
    stages,
    sides,
    provisions,
    steps,
    moment_items,
    source_articles,
    origin_articles,
    backings,
    wording,
    passages,
    witnesses,
    voices,
    lines,
    links,
    evidence,
    story_articles,
    actors,
    figures,
    events,
    quotes,
    positions,
    stands,
    agreements,
    moments,
    sources,
    origins,
    findings,
    stories,
    published,
    times,
)
"""Tables of the published dossier, those that point to others first."""
