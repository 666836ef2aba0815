"""robots.txt as RFC 9309 reads it. Pure; the fetching and keeping of it is `bot.watch.http`'s."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote, unquote_to_bytes, urlsplit

#: A crawler must read at least this much (RFC 9309, 2.5); what comes after it is ignored.
MAX_BYTES = 512_000
_LINE = re.compile(r"^\s*([A-Za-z-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True)
class Rules:
    """What one crawler may fetch of one host: (path pattern, allowed), and the Crawl-delay asked for in seconds."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False, compare=False)

    def allows(self, url: str) -> bool:
        """May the page at `url` be fetched? The longest matching rule decides, `allow` where two are as long."""
        parts = urlsplit(url)
        path = _norm((parts.path or "/") + ("?" + parts.query if parts.query else ""))
        if path == "/robots.txt":
            return True
        best, verdict = -1, True
        for pattern, allowed in self.rules:
            if len(pattern) < best or (len(pattern) == best and not allowed):
                continue
            if self._match(pattern, path):
                best, verdict = len(pattern), allowed
        return verdict

    def _match(self, pattern: str, path: str) -> bool:
        if "*" not in pattern and "$" not in pattern:
            return path.startswith(pattern)
        compiled = self._compiled.get(pattern)
        if compiled is None:
            # a run of stars is one star, and no star backtracks into another's part: hostile patterns stay linear
            body, end = (pattern[:-1], r"\Z") if pattern.endswith("$") else (pattern, "")
            pieces = [re.escape(piece) for piece in re.split(r"\*+", body)]
            if len(pieces) > 1:
                pieces = [pieces[0], *(f"(?>.*?{piece})" for piece in pieces[1:-1]), f".*{pieces[-1]}"]
            compiled = self._compiled[pattern] = re.compile("".join(pieces) + end, re.DOTALL)
        return compiled.match(path) is not None


def parse(body: bytes, agent: str) -> Rules:
    """The rules for the crawler named `agent` (a product token such as "Walkback"); unreadable lines are skipped.

    The groups that name it are merged; where none does, those for "*" hold; where there are none, all is allowed.
    """
    text = body[:MAX_BYTES].decode("utf-8", "replace").lstrip("\ufeff")
    token = agent.casefold()
    named: list[tuple[str, bool]] = []
    everyone: list[tuple[str, bool]] = []
    delays: dict[bool, float] = {}
    found = False
    agents: list[str] = []
    in_rules = False
    for line in text.splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        key, value = match.group(1).casefold(), match.group(2).strip()
        if key == "user-agent":
            if in_rules:
                agents, in_rules = [], False
            agents.append(_token(value))
            found = found or agents[-1] == token
        elif key in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for mine, group in ((token, named), ("*", everyone)):
                if mine not in agents:
                    continue
                if key == "crawl-delay":
                    if re.fullmatch(r"\d{1,6}(\.\d+)?", value):
                        delays.setdefault(mine == token, float(value))
                elif value:  # an empty Disallow forbids nothing
                    group.append((_norm(value), key == "allow"))
    return Rules(tuple(named if found else everyone), delays.get(found))


def _token(value: str) -> str:
    return value if value == "*" else re.split(r"[/\s]", value, maxsplit=1)[0].casefold()


def _norm(path: str) -> str:
    """One spelling of a path: percent-encoding undone for what needs none, done for all else (RFC 9309, 2.2.2)."""
    # "%2F" stays apart from "/", and the pattern signs keep their meaning
    kept = re.sub(r"%2[fF]|%2[aA]|%24|%3[fF]", lambda m: "%25" + m.group()[1:].upper(), path)
    done = quote(unquote_to_bytes(kept), safe="/*$?&=+,;:@!()'-._~%")
    return done
