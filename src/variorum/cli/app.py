"""The commands and their options. What they do is imported when they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from .. import __version__
from .output import Outputs

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT = "variorum.sqlite"


def outputs(command: F) -> F:
    """The options of every command that has a dossier to give."""
    for name, what in (
        ("markdown", "Write Markdown to FILE; - is standard output."),
        ("html", "Write one web page to FILE; to a folder (name/): a page for each story, and a list of them."),
        ("json", "Write the dossier as JSON to FILE; - is standard output."),
    ):
        option = click.option(f"--{name}", metavar="FILE", help=what)
        command = option(command)
    return command


def loudness(command: F) -> F:
    """--quiet and --verbose."""
    command = click.option("-v", "--verbose", is_flag=True, help="Say more: every problem, and what made the dossier.")(
        command
    )
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="variorum %(version)s")
def app() -> None:
    """Reads many news reports of one developing story and says what is reported, by whom, when,
    and where the reports differ. Every statement comes with the sentence it rests on.

    \b
    Examples:
      variorum demo                              what it does, on reports that come with it
      variorum read reports/                     read a folder, print the digest
      variorum read a.txt b.html --html out.html
      variorum read reports/ --db story.sqlite   keep what was read; read more later
      variorum show story.sqlite
    """


@app.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--url", "urls", multiple=True, metavar="URL", help="Fetch and read a page; may be given again.")
@outputs
@click.option(
    "--db",
    metavar="[FILE|URL]",
    is_flag=False,
    flag_value=DEFAULT,
    help=f"Keep everything in a database, {DEFAULT} if not named; what it has already counts too.",
)
@click.option("--published", metavar="DATE", help="Date of texts that do not tell their own, as 2024-03-21.")
@click.option("--model", metavar="NAME", help="spaCy model or folder of one; else the first default that is installed.")
@click.option("--private", is_flag=True, help="Let --url open private and local addresses.")
@click.option("--workers", type=click.IntRange(0, 256), default=0, metavar="N", help="Processes; 0: as many as help.")
@loudness
def read(paths: tuple[str, ...], **options: Any) -> int:
    """Read reports and say what they report.

    PATH is a file, a folder, a pattern, or - for standard input: .txt .md .html .htm .json .jsonl .csv .zip.
    Without --json, --html, --markdown or --db the digest is printed. Inputs that cannot be read are listed, and the others
    are read; the command fails only when nothing can be read at all.

    \b
    Examples:
      variorum read reports/*.txt
      variorum read page.html --published 2024-03-21 --json -
      variorum read --url https://example.org/report --db
      variorum read --db                         bring a database up to date
    """
    from .read import read as work

    given = Outputs(**{name: options.pop(name) for name in ("json", "html", "markdown")})
    return work(paths, given, **options)


@app.command()
@outputs
@loudness
def demo(**options: Any) -> int:
    """Read the example reports that come with the program."""
    from .read import demo as work

    given = Outputs(**{name: options.pop(name) for name in ("json", "html", "markdown")})
    return work(given, **options)


@app.command()
@click.argument("database", metavar="DB")
@click.argument("story", required=False, metavar="[STORY]")
@outputs
def show(database: str, story: str | None, **options: Any) -> int:
    """Show the dossier that a database keeps. Needs no language model.

    STORY is a number, an id, or words of a title; without it all stories are shown.

    \b
    Examples:
      variorum show story.sqlite
      variorum show story.sqlite 2 --html story.html
    """
    from .show import show as work

    return work(database, story, Outputs(**options))


@app.command()
@click.argument("database", metavar="DB")
@click.argument("words", nargs=-1, metavar="[merge|split|forget NAME [NAME]]")
@click.option(
    "--in",
    "places",
    multiple=True,
    metavar="REPORT[:START]",
    help="With split or forget and one NAME: a report, or the mention that starts at a character of it, where another person "
    "with that name is meant. REPORT is its number, its id, or the end of its path or address. May be given again.",
)
@click.option("--story", metavar="STORY", help="List one story only: its number, id, or words of its title.")
@click.option("--why", default="", metavar="TEXT", help="Why you decide so; shown beside the merge.")
def actors(database: str, words: tuple[str, ...], places: tuple[str, ...], story: str | None, why: str) -> int:
    """List who is in the stories of a database, and put right which names are one actor's.

    What you decide is kept, holds in later reads and can be taken back with forget. NAME is any name that the reports use, or
    the id from the list. Needs no language model.

    \b
    Examples:
      variorum actors story.sqlite
      variorum actors story.sqlite merge "J. Smith" "Jo Smith" --why "same office"
      variorum actors story.sqlite split "Dana Reed" "D. Reed"
      variorum actors story.sqlite split "Dana Reed" --in 3 --in 5
      variorum actors story.sqlite forget "Dana Reed" "D. Reed"
    """
    from .actors import actors as work

    return work(database, words, places=places, story=story, why=why)


@app.command()
def schema() -> int:
    """Print the JSON Schema of the dossier."""
    from .show import schema as work

    return work()


@app.command()
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def model(quiet: bool) -> int:
    """Fetch the language model with pip, if none is installed. This is the only command that installs anything."""
    from .model import model as work

    return work(quiet=quiet)
