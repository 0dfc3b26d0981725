"""`variorum show` and `variorum schema`."""

from __future__ import annotations

import json
from contextlib import closing
from typing import Any

import msgspec

from ..errors import RunError, UsageError
from ..model import Dossier, Story, single
from ..store import open_store
from .output import Outputs, digest, put


def show(database: str, story: str | None, outputs: Outputs) -> int:
    """Prints or writes the dossier of a database; the exit code."""
    outputs.check()
    with closing(open_store(database, fresh=False)) as store:
        dossier = store.dossier()
    if dossier is None:
        raise RunError(f"database {database} has no finished dossier: run `variorum read --db {database}` to make one")
    if story is not None:
        dossier = only(dossier, story)
    outputs.write(dossier)
    if not outputs:
        digest(dossier)
    return 0


def only(dossier: Dossier, wanted: str) -> Dossier:
    """The part of a dossier that is about one story: its number, its id, or words of its title. Raises `UsageError`."""
    return single(dossier, _story(dossier, wanted))


def _story(dossier: Dossier, wanted: str) -> Story:
    stories = dossier.stories
    if wanted.isdecimal() and 1 <= int(wanted) <= len(stories):
        return stories[int(wanted) - 1]
    words = wanted.casefold()
    found = [one for one in stories if one.id == wanted] or [one for one in stories if words in one.title.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} stories have {wanted!r} in their title: give the number or id of one")
    raise UsageError(f"no story {wanted!r}: give a number from 1 to {len(stories)}, an id, or words of a title")


def schema() -> int:
    """Prints the JSON Schema of the dossier; the exit code."""
    made: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Dossier)}
    put("-", json.dumps(made, indent=1, ensure_ascii=False).encode() + b"\n")
    return 0
