"""A dossier for reading: terminal digest, web page, Markdown, JSON."""

from .html import html
from .html.folder import folder
from .json import json
from .markdown import markdown
from .terminal import terminal

__all__ = ["folder", "html", "json", "markdown", "terminal"]
