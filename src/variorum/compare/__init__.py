"""From what was resolved to findings: where reports agree, differ, and in which way."""

from .events import events
from .figures import figures
from .quotes import quotes

__all__ = ["events", "figures", "quotes"]
