"""From claims to what they are about: dates, actors, series of figures, events, quotes, sources."""

from .actors import actors
from .dates import dates
from .events import events
from .figures import figures
from .positions import positions
from .quotes import quotes
from .sources import sources
from .wording import wording

__all__ = ["actors", "dates", "events", "figures", "positions", "quotes", "sources", "wording"]
