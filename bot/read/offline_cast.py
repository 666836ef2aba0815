"""The cast of an article: everybody who is named, every form of each name and where it stands; and who speaks. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.read.companies import key

#: Two names with only this between them act together.
JOINED = re.compile(
    r"^,?\ ?(?:and|nor|or|et|und|y|e|ed|sowie|と|、|和|与|및|와|과)\ ?(?:the\ |la\ |le\ |l'|die\ |der\ |das\ |el\ |il\ |o\ |a\ )?$",
    re.I,
)
_FIRST = re.compile(
    r"\b(?:we|our|us|nous|notre|nos|wir|unser\w*|nosotros|nuestr\w+|nós|nosso\w*|nossa\w*|noi|nostr\w+)\b|当社|弊社|当行|当グループ|我们|我司|我行|本行|당사|당행|저희",
    re.I,
)


@dataclass(eq=False)
class Name:
    """One bearer of a name: every form met, where, and what it seems to be."""

    full: str
    forms: set[str] = field(default_factory=set)
    at: list[tuple[int, int]] = field(default_factory=list)
    score: float = 0.0
    person: float = 0.0
    news: float = 0.0
    office: bool = False
    title: bool = False
    lead: bool = False
    first: bool = False
    listed: str = ""  # the main name by which the gazetteer knows it

    @property
    def what(self) -> str:
        """ "company" | "office" | "person" | "news" | "" (a place, a product, a word)."""
        if self.office:
            return "office"
        if self.news >= 1.2 and self.news >= self.score - (2 if self.news > 1.5 else 0) and self.person < self.news + 2:
            return "news"
        if self.person >= 2 and self.person > self.score:
            return "person"
        if self.score >= 2 and self.score > self.person:
            return "company"
        if self.score >= 1 and len(self.at) >= 3 and self.person < 1 and self.news < 1:
            return "company"
        return ""

    @property
    def weight(self) -> float:
        return len(self.at) + 3 * self.title + 3 * self.first + 2 * self.lead + min(5.0, self.score)


@dataclass(frozen=True)
class Names:
    """All names of a page; `main` is the company it is about."""

    all: tuple[Name, ...]
    main: Name | None
    issuer: Name | None

    def within(self, start: int, end: int, *kinds: str) -> list[tuple[int, int, Name]]:
        """Mentions between two offsets, in order; of these kinds, if any are given."""
        found = [
            (a, b, name)
            for name in self.all
            if not kinds or name.what in kinds
            for a, b in name.at
            if start <= a and b <= end
        ]
        return sorted(found, key=lambda f: (f[0], -f[1]))

    def find(self, text: str) -> Name | None:
        wanted = key(text)
        for name in self.all:
            if wanted and (wanted == key(name.full) or any(wanted == key(f) for f in name.forms)):
                return name
        return None


@dataclass(frozen=True)
class Voice:
    """Whose words they are. `company` is None for people who speak for none. `sure`: named in the sentence itself."""

    company: Name | None
    speaker: str
    sure: bool = True
    others: tuple[Name, ...] = ()


def first_person(words: str) -> bool:
    """Does the company itself speak ("we have never")?"""
    return bool(_FIRST.search(words))
