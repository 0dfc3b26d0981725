"""`variorum actors`: who is in the stories of a database, and what users decide about their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

import click

from ..errors import RunError, UsageError
from ..model import Actor, Article, Dossier, Judged
from ..store import Store, open_store
from .show import only

VERBS = ("merge", "split", "forget")
FEW = 8
"""Names of one actor in a line."""


def actors(database: str, words: Sequence[str], *, places: Sequence[str], story: str | None, why: str) -> int:
    """Lists the actors, or keeps a judgement and makes the dossier anew; the exit code."""
    if not words:
        with closing(open_store(database, fresh=False)) as store:
            dossier, judged = _dossier(store, database), store.judgements()
        for line in _listed(only(dossier, story) if story else dossier, judged):
            click.echo(line)
        return 0
    if words[0] not in VERBS or len(words) != (2 if places else 3):
        raise UsageError(
            "after the database give merge, split or forget, and two names in quotation marks; or split or forget, one name, "
            "and --in with a report where another person has it"
        )
    with closing(open_store(database, fresh=False)) as store:
        dossier = _dossier(store, database)
    if places:
        if words[0] == "merge":
            raise UsageError("--in tells two people with one name apart: it goes with split or forget")
        name = _name(dossier, words[1])
        left, right = name, f"{name}\t{' '.join(sorted(_place(dossier, name, place) for place in places))}"
    else:
        left, right = sorted(_name(dossier, word) for word in words[1:])
    if left == right:
        raise UsageError(f"{words[1]!r} and {words[2]!r} are one name: give two names that the reports use")
    with closing(open_store(database)) as store:
        return _judged(store, words[0], left, right, why)


def _judged(store: Store, verb: str, left: str, right: str, why: str) -> int:
    from ..run import remake  # what it needs takes half a second to import

    if verb == "forget":
        if not store.forget(left, right):
            raise UsageError(f"nothing was decided about {left!r} and {_told(right)}")
    else:
        store.judge(Judged(left, right, "same" if verb == "merge" else "different", why))
    dossier = remake(store)
    homes = {name: {a.id for s in dossier.stories for a in s.actors if name in _names(a)} for name in (left, right)}
    if "\t" in right:
        count = len(homes[left])
        click.echo(f"{count} {'actor is' if count == 1 else 'actors are'} called {left} now; kept for later reads")
        return 0
    one = not homes[left].isdisjoint(homes[right])
    click.echo(f"{left} and {right} are {'one actor' if one else 'two actors'} now; kept for later reads")
    return 0


def _place(dossier: Dossier, name: str, word: str) -> str:
    """The id of the report that a user means, with the character at which the mention starts if one is given. Raises
    `UsageError` where there is no such report or it does not have the name."""
    report, colon, start = word.rpartition(":")
    if not (colon and start.isdecimal()):
        report, start = word, ""
    numbered = {str(number): one for number, one in enumerate(dossier.articles, 1)}
    found = [numbered[report]] if report in numbered else [a for a in dossier.articles if _is(a, report)]
    if len(found) != 1:
        raise UsageError(
            f"{'no report is' if not found else f'{len(found)} reports are'} {report!r}: "
            f"give a number from 1 to {len(dossier.articles)}, an id, or the end of a path or address"
        )
    spots = {
        m.start
        for s in dossier.stories
        for a in s.actors
        if name in _names(a)
        for m in a.mentions
        if m.article == found[0].id
    }
    if not spots or (start and int(start) not in spots):
        raise UsageError(f"{name!r} is not told of in report {word!r}")
    return f"{found[0].id}:{int(start)}" if start else found[0].id


def _is(article: Article, word: str) -> bool:
    return article.id == word or article.source == word or article.source.endswith(f"/{word}")


def _told(right: str) -> str:
    """The second name of a judgement, or where the first is another person's, in words."""
    name, tab, places = right.partition("\t")
    return f"where it is another person's ({places})" if tab else repr(name)


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
        shared = Counter(actor.name for actor in story.actors)
        for actor in story.actors:
            names = _names(actor)[1:]
            more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
            also = f", also {', '.join(names[:FEW])}{more}" if names else ""
            where = _where(dossier, actor) if shared[actor.name] > 1 else ""
            yield f"   {actor.id[:12]}  {actor.kind:12}  {actor.name}{also}{where}"
            yield from (f"      {m.left} = {m.right}: {m.why}" for m in actor.merges)
        yield ""
    for one in judged:
        kept = "one actor" if one.judgement == "same" else "not one actor"
        if "\t" in one.right:
            yield f"decided: {one.left} is {_told(one.right).removeprefix('where it is ')}{f': {one.why}' if one.why else ''}"
            continue
        yield f"decided: {one.left} and {one.right} are {kept}{f' ({one.why})' if one.why else ''}"


def _where(dossier: Dossier, actor: Actor) -> str:
    """The reports that tell of an actor, for telling namesakes apart."""
    here = {span.article for span in actor.mentions}
    return f" (reports {', '.join(str(number) for number, one in enumerate(dossier.articles, 1) if one.id in here)})"
