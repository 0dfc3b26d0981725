"""One story of a dossier by itself."""

from __future__ import annotations

import msgspec

from .dossier import Dossier, Story


def single(dossier: Dossier, story: Story) -> Dossier:
    """The dossier of this story alone, with its articles; problems of other inputs are left out."""
    members = set(story.articles)
    articles = tuple(one for one in dossier.articles if one.id in members)
    return msgspec.structs.replace(dossier, stories=(story,), articles=articles, problems=())
