"""Articles from files, for `walkback replay`: episodes, JSON lines, text bodies and saved pages. Only reading.

What happens to the articles is the desk's business. A file that cannot be read, or an article in it that lacks
something, makes one line among the problems; the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

from lxml import html as lxml_html

from bot.read.reading import ArticleKind
from bot.watch.articles import EXTRACTOR, Incoming, extract

SUFFIXES = (".json", ".jsonl", ".ndjson", ".txt", ".html", ".htm")
_KINDS = frozenset(get_args(ArticleKind))
_TITLE = 120
_SAME_FILE = 3  # problems told one by one for a file; the rest are counted


@dataclass(frozen=True)
class Loaded:
    """What was read: `articles` by time of publication, `problems` as lines that name the file and the fix."""

    articles: list[Incoming] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Given:
    """What the command line says for articles that do not say it themselves."""

    url: str | None = None
    published: datetime | None = None
    outlet: str | None = None
    lang: str | None = None


class _Bad(Exception):
    """Something to tell about one article or file: what is wrong, and the fix."""


def load(
    paths: Iterable[str | Path],
    *,
    url: str | None = None,
    published: datetime | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    now: datetime,
    live: bool = False,
) -> Loaded:
    """Read files, and the files of folders (not of their subfolders), in any mix.

    - `.json`: an episode (an object with `articles`), a list of articles, or one article; fields as in the wire's
      README: `url`, `published`, `title`, `text`, `outlet`, `kind`, `lang`, and `author`;
    - `.jsonl`, `.ndjson`: one article (or episode) a line;
    - `.txt`: a body in UTF-8; without a date it counts as published now, without an address it is `file:` + its name;
    - `.html`: a saved page; its own marks tell address, title, outlet, date and language.

    Args:
        url, published, outlet, lang: for articles that lack them. `url` names one page, so it is refused when
            several articles lack an address. `published` is aware.
        now: the present moment, aware: first sight of everything that is read.
        live: whether alerts about these articles are to be posted.
    """
    given = Given(url, published, outlet, lang)
    articles: list[Incoming] = []
    problems: list[str] = []
    nameless = 0
    for path in _files(paths, problems):
        mine: list[str] = []
        for where, found in _read(path):
            try:
                row = _checked(found, path, given, now)
                nameless += not found.get("url")
                articles.append(_incoming(row, now, live))
                if row["kind"] is None and found.get("kind"):
                    mine.append(
                        f"{where}: kind {found['kind']!r} is unknown and was left out; use one of {', '.join(sorted(_KINDS))}"
                    )
            except _Bad as bad:
                mine.append(f"{where}: {bad}")
        problems += mine[:_SAME_FILE]
        if len(mine) > _SAME_FILE:
            problems.append(
                f"{path}: {len(mine) - _SAME_FILE} more of its articles could not be taken as they are"
            )
    if url and nameless > 1:
        problems.append(
            f"--url {url} names one page, but {nameless} articles lack an address: replay them one at a time"
        )
        articles = [a for a in articles if a.url != url]
    return Loaded(sorted(articles, key=lambda a: (a.published or now, a.url)), problems)


def moment_of(text: object) -> datetime | None:
    """An ISO time as an aware UTC datetime: a time without zone counts as UTC, a bare date as its midnight.

    None for what is not an ISO time.
    """
    if not isinstance(text, str):
        return None
    try:
        when = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _files(paths: Iterable[str | Path], problems: list[str]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
            if not inside:
                problems.append(
                    f"{path}: holds no {', '.join(SUFFIXES)} file (subfolders are not entered; name them)"
                )
        elif not path.exists():
            problems.append(f"{path}: there is no such file; check the path")
            continue
        elif path.suffix.lower() not in SUFFIXES:
            problems.append(f"{path}: not a kind of file that is read; give {', '.join(SUFFIXES)}")
            continue
        else:
            inside = [path]
        for one in inside:
            if (real := one.resolve()) not in seen:
                seen.add(real)
                yield one


def _read(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The raw articles of a file, each with the words that say where it stands. `{"bad": ...}` carries a complaint."""
    try:
        data = path.read_bytes()
        suffix = path.suffix.lower()
        if not data.strip():
            raise _Bad("is empty; leave it out or fill it")
        if suffix in (".html", ".htm"):
            yield str(path), _page(data, path)
        elif suffix == ".txt":
            text = _text(data)
            yield str(path), {"text": text, "title": _headline(text), "file": True}
        else:
            yield from _objects(path, _text(data), suffix)
    except OSError as error:
        yield str(path), {"bad": f"cannot be read ({error.strerror}); check its permissions"}
    except _Bad as bad:
        yield str(path), {"bad": str(bad)}


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Bad(f"is not UTF-8 text (byte {error.start}); save it as UTF-8") from None


def _objects(path: Path, text: str, suffix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if suffix == ".json":
        try:
            yield from _articles(str(path), json.loads(text))
            return
        except json.JSONDecodeError as error:
            if error.msg != "Extra data":
                raise _Bad(
                    f"is not JSON ({error.msg}, line {error.lineno}); repair it or leave it out"
                ) from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                value = json.loads(line)
            except json.JSONDecodeError as error:
                value = {"bad": f"is not JSON ({error.msg}); repair the line or leave it out"}
            yield from _articles(f"{path} line {number}", value)


def _articles(where: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict) and "articles" not in value:
        yield where, value
        return
    rows = value["articles"] if isinstance(value, dict) else value
    if not isinstance(rows, list):
        yield (
            where,
            {"bad": "holds no articles; give an object with `articles`, a list of articles, or one article"},
        )
        return
    for number, row in enumerate(rows, 1):
        name = row.get("id") if isinstance(row, dict) else None
        label = f"{where} article {name or number}"
        yield (
            label,
            row if isinstance(row, dict) else {"bad": "is not an object with `url`, `published` and `text`"},
        )


def _page(data: bytes, path: Path) -> dict[str, Any]:
    address = _address(data)
    found = extract(data, address or f"file:{path.name}")
    if not found.text.strip():
        raise _Bad(
            f"no article was found on this page ({found.reason or 'no text'}); save its body as .txt instead"
        )
    return {
        "url": address,
        "title": found.title,
        "text": found.text,
        "published": found.published,
        "outlet": found.outlet,
        "author": found.author,
        "lang": found.lang,
        "page": True,
    }


def _address(data: bytes) -> str | None:
    """Where a saved page says it came from: `rel=canonical`, else `og:url`."""
    try:
        tree = lxml_html.fromstring(data)
    except (ValueError, lxml_html.etree.LxmlError):
        return None
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for value in tree.xpath(path):
            if urlsplit(str(value)).scheme in ("http", "https"):
                return str(value).strip()
    return None


def _checked(row: dict[str, Any], path: Path, given: Given, now: datetime) -> dict[str, Any]:
    """The article's fields, completed from the command line. Raises _Bad with the fix for what still lacks."""
    if "bad" in row:
        raise _Bad(row["bad"])
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _Bad("has no text; give it a `text` or leave it out")
    from_file = bool(row.get("file") or row.get("page"))
    url = row.get("url") or given.url or (f"file:{path.name}" if from_file else None)
    if not isinstance(url, str) or urlsplit(url).scheme not in ("http", "https", "file"):
        raise _Bad(
            "has no usable address; give it a `url` that begins with http:// or https://, or use --url"
        )
    published = row.get("published") or None
    if published is not None and not isinstance(published, datetime):
        published = moment_of(published)
        if published is None:
            raise _Bad(f"published {row['published']!r} is not a time; write it like 2026-03-02T07:15:00Z")
    published = published or given.published or (now if row.get("file") else None)
    if published is None:
        raise _Bad("has no date; give it `published` like 2026-03-02T07:15:00Z, or use --published")
    kind = row.get("kind")
    return {
        "url": url,
        "title": str(row.get("title") or _headline(text)),
        "text": text,
        "published": published.astimezone(UTC),
        "outlet": str(row.get("outlet") or given.outlet or urlsplit(url).hostname or ""),
        "kind": kind if kind in _KINDS else None,
        "lang": str((given.lang if from_file else None) or row.get("lang") or given.lang or ""),
        "author": str(row.get("author") or ""),
        "extractor": EXTRACTOR if row.get("page") else "",
    }


def _incoming(row: dict[str, Any], now: datetime, live: bool) -> Incoming:
    return Incoming(**row, feed_id=None, first_seen=now, live=live)


def _headline(text: str) -> str:
    """A title for a body that has none: its first line, cut at a word."""
    line = text.strip().split("\n", 1)[0].strip()
    if len(line) <= _TITLE:
        return line
    return line[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
