"""From claims to what they are about: dates, actors, series of figures, events, quotes, sources."""

from .actors import actors
from .agreements import agreements
from .dates import dates
from .events import events
from .figures import figures
from .origins import backed, origins
from .positions import positions
from .quotes import quotes
from .sources import sources
from .wording import wording

__all__ = [
    "actors",
    "agreements",
    "backed",
    "dates",
    "events",
    "figures",
    "origins",
    "positions",
    "quotes",
    "sources",
    "wording",
]
