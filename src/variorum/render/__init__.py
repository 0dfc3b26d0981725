"""A dossier for reading: terminal digest, web page, Markdown, JSON."""

from .html import html
from .json import json
from .markdown import markdown
from .terminal import terminal

__all__ = ["html", "json", "markdown", "terminal"]
