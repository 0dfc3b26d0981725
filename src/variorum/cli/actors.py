"""`variorum actors`: who is in the stories of a database, and what users decide about their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing

import click

from ..errors import RunError, UsageError
from ..model import Actor, Dossier, Judged
from ..store import Store, open_store
from .show import only

VERBS = ("merge", "split", "forget")
FEW = 8
"""Names of one actor in a line."""


def actors(database: str, words: Sequence[str], *, story: str | None, why: str) -> int:
    """Lists the actors, or keeps a judgement and makes the dossier anew; the exit code."""
    if not words:
        with closing(open_store(database, fresh=False)) as store:
            dossier, judged = _dossier(store, database), store.judgements()
        for line in _listed(only(dossier, story) if story else dossier, judged):
            click.echo(line)
        return 0
    if words[0] not in VERBS or len(words) != 3:
        raise UsageError("after the database give merge, split or forget, and two names in quotation marks")
    with closing(open_store(database, fresh=False)) as store:
        dossier = _dossier(store, database)
    left, right = sorted(_name(dossier, word) for word in words[1:])
    if left == right:
        raise UsageError(f"{words[1]!r} and {words[2]!r} are one name: give two names that the reports use")
    with closing(open_store(database)) as store:
        return _judged(store, words[0], left, right, why)


def _judged(store: Store, verb: str, left: str, right: str, why: str) -> int:
    from ..run import remake  # what it needs takes half a second to import

    if verb == "forget":
        if not store.forget(left, right):
            raise UsageError(f"nothing was decided about {left!r} and {right!r}")
    else:
        store.judge(Judged(left, right, "same" if verb == "merge" else "different", why))
    dossier = remake(store)
    homes = {name: {a.id for s in dossier.stories for a in s.actors if name in _names(a)} for name in (left, right)}
    one = not homes[left].isdisjoint(homes[right])
    click.echo(f"{left} and {right} are {'one actor' if one else 'two actors'} now; kept for later reads")
    return 0


def _dossier(store: Store, database: str) -> Dossier:
    dossier = store.dossier()
    if dossier is None:
        raise RunError(f"database {database} has no finished dossier: run `variorum read --db {database}` to make one")
    return dossier


def _name(dossier: Dossier, word: str) -> str:
    """The name that a user means: a name or id of an actor, however its letters are written. Raises `UsageError`."""
    wanted, near = word.casefold().strip(), dict[str, None]()
    for actor in (a for story in dossier.stories for a in story.actors):
        if word == actor.id:
            return actor.name
        for name in _names(actor):
            if name.casefold() == wanted:
                return name
            if wanted and wanted in name.casefold():
                near[name] = None
    more = f"; there is {', '.join(repr(name) for name in list(near)[:FEW])}" if near else ""
    raise UsageError(f"nobody is called {word!r} in these reports{more}")


def _names(actor: Actor) -> list[str]:
    return list(dict.fromkeys([actor.name, *(alias.text for alias in actor.aliases)]))


def _listed(dossier: Dossier, judged: Sequence[Judged]) -> Iterator[str]:
    for number, story in enumerate(dossier.stories, 1):
        yield f"{number}. {story.title}"
        for actor in story.actors:
            names = _names(actor)[1:]
            more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
            also = f", also {', '.join(names[:FEW])}{more}" if names else ""
            yield f"   {actor.id[:12]}  {actor.kind:12}  {actor.name}{also}"
            yield from (f"      {m.left} = {m.right}: {m.why}" for m in actor.merges)
        yield ""
    for one in judged:
        kept = "one actor" if one.judgement == "same" else "not one actor"
        yield f"decided: {one.left} and {one.right} are {kept}{f' ({one.why})' if one.why else ''}"
