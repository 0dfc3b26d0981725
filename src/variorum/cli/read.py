"""`variorum read` and `variorum demo`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic

import click

import variorum

from ..errors import RunError, UsageError
from ..model import Dossier, Problem
from ..run import read as run
from ..settings import Settings
from ..store import DEFAULT, shown
from .output import Outputs, digest, heavy
from .progress import watched

FEW = 5
"""Problems told in full, unless more is asked for."""
REPORTS = frozenset({".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".csv", ".zip"})


def read(
    paths: Sequence[str],
    outputs: Outputs,
    *,
    urls: Sequence[str],
    db: str | None,
    published: str | None,
    model: str | None,
    private: bool,
    workers: int,
    quiet: bool,
    verbose: bool,
) -> int:
    """Reads, keeps, writes; the exit code."""
    db, paths = _database(db, paths)
    if not paths and not urls and db is None:
        raise UsageError("nothing to read: name files or folders, or pages with --url")
    outputs.check()
    settings = Settings(model=model, published=_date(published), private=private, workers=workers)
    began = monotonic()
    with watched(quiet=quiet) as progress:
        dossier = run(paths, urls=urls, settings=settings, store=db, progress=progress, stdin=sys.stdin.buffer)
    if not dossier.articles:
        raise RunError(_nothing(dossier.problems))
    written = outputs.write(dossier)
    plain = not outputs and db is None
    if plain:
        digest(dossier)
    if not quiet:
        _report(
            dossier,
            [*written, *([shown(db)] if db else [])],
            monotonic() - began,
            digested=plain,
            verbose=verbose,
            html=outputs.html,
        )
    return 0


def demo(outputs: Outputs, *, quiet: bool, verbose: bool) -> int:
    """Reads the reports that come with the program; the exit code."""
    folders = [str(path) for path in sorted(examples().iterdir()) if path.is_dir()]
    return read(
        folders,
        outputs,
        urls=(),
        db=None,
        published=None,
        model=None,
        private=False,
        workers=0,
        quiet=quiet,
        verbose=verbose,
    )


def examples() -> Path:
    """The folder of example reports, installed or in a checkout. Raises `RunError`."""
    home = Path(variorum.__file__).parent
    for folder in (home / "examples", home.parent.parent / "examples"):
        if folder.is_dir():
            return folder
    raise RunError("the example reports are missing: reinstall the package")


def _database(db: str | None, paths: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """`--db reports/` means the default database and a folder to read: what is plainly a report is no database."""
    if db is None or not Path(db).exists() or not (Path(db).is_dir() or Path(db).suffix.lower() in REPORTS):
        return db, paths
    return DEFAULT, (db, *paths)


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--published {text!r} is not a date: give it as 2024-03-21") from None
    return text


def _nothing(problems: Sequence[Problem]) -> str:
    if not problems:
        return "there was nothing to read"
    return "nothing could be read\n" + "\n".join(_line(one) for one in problems)


def _line(problem: Problem) -> str:
    text = f"  {problem.source}: {problem.error}"
    return "".join(
        c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text
    )  # names of files may hold anything


def _report(
    dossier: Dossier, written: Sequence[str], seconds: float, *, digested: bool, verbose: bool, html: str | None
) -> None:
    """What was done, in a line or a few, on standard error."""
    articles, stories, problems = len(dossier.articles), len(dossier.stories), len(dossier.problems)
    click.echo(
        f"{_count(articles, 'article')}, {_count(stories, 'story', 'stories')}, {_count(problems, 'problem')}"
        f", {seconds:.1f} s{' -> ' + ', '.join(written) if written else ''}",
        err=True,
    )
    for target in written:
        if len(dossier.stories) > 1 and target == html and heavy(target):
            click.echo(f"{target} is large: --html {Path(target).stem}/ writes one page for each story", err=True)
    if verbose:
        click.echo(
            f"made by variorum {dossier.generator.version}, rules {dossier.generator.rules}, model {dossier.generator.model}",
            err=True,
        )
    shown = dossier.problems if verbose else () if digested else dossier.problems[:FEW]
    for problem in shown:
        click.echo(_line(problem), err=True)
    if not digested and len(shown) < problems:
        click.echo(f"  and {problems - len(shown)} more: --verbose tells all", err=True)


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
