"""The demo's wire over real HTTP: feeds that parse, pages that extract, validators, order, updates."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
import trafilatura

from bot.sandbox.newsroom import WIRE, Newsroom, read_wire, whole_weeks

NOW = datetime(2027, 3, 3, 12, 0, tzinfo=UTC)


def asked(url, method="GET", **headers):
    """A request to this machine, for the host that an address names: not every resolver knows names under .localhost."""
    parts = urlsplit(url)
    here = f"http://127.0.0.1:{parts.port}{parts.path}"
    return urllib.request.Request(here, method=method, headers={"Host": parts.netloc} | {k.replace("_", "-"): v for k, v in headers.items()})


def get(url, **headers):
    request = asked(url, **headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


@pytest.fixture(scope="module")
def full():
    with Newsroom(seconds_total=0, now=NOW) as newsroom:
        assert newsroom.done.wait(60)
        yield newsroom


@pytest.fixture
def manual():
    with Newsroom(manual=True, now=NOW) as newsroom:
        yield newsroom


def entries(url):
    body = get(url)[2]
    if url.endswith(".json"):
        return [(e["url"], e["date_modified"]) for e in json.loads(body)["items"]]
    parsed = feedparser.parse(body)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return [(e.link, e.get("updated") or e.get("published")) for e in parsed.entries]


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def test_the_feeds_are_of_four_formats_and_list_every_page_once(full):
    names = {url.rsplit("/", 1)[1] for url, _ in full.feeds}
    assert names == {"rss.xml", "atom.xml", "feed.json", "index.rdf"}
    assert {kind for _, kind in full.feeds} == {"press", "company", "regulator", "court", "market"}
    listed = [url for feed, _ in full.feeds for url, _ in entries(feed)]
    assert sorted(listed) == sorted({story.url for story in full.released})
    assert len(full.released) == full.total == len(listed) + 1  # one page has two versions


def test_kinds_of_feeds_follow_who_publishes_there(full):
    kinds = {urlsplit(url).hostname: kind for url, kind in full.feeds}
    assert kinds["mirefield-water.localhost"] == "company"
    assert kinds["goods-inspectorate.localhost"] == "regulator"
    assert kinds["marlowe-exchange.localhost"] == "market"
    assert kinds["halyardnews.localhost"] == "press"


def test_pages_give_back_the_article_and_nothing_else(full):
    latest = {story.url: story for story in full.released}
    for story in latest.values():
        html = get(story.url)[2].decode()
        assert squeeze(trafilatura.extract(html, fast=True, include_comments=False)) == squeeze(story.text), (
            story.url
        )
        assert f'<html lang="{story.lang}">' in html
        assert f'og:site_name" content="{story.outlet}"' in html
    busy = next(s for s in latest.values() if s.host == "halyardnews.example")
    assert '<aside class="related">' in get(busy.url)[2].decode()


def test_story_time_is_kept_and_ends_just_before_now(full):
    rows, _ = read_wire(WIRE)
    assert [s.published - full.shift for s in full.released] == [row["published"] for row in rows]
    assert full.shift % timedelta(weeks=1) == timedelta(0)
    assert NOW - timedelta(weeks=1) < full.released[-1].published <= NOW


def test_whole_weeks_never_pass_now():
    now = datetime(2026, 1, 15, tzinfo=UTC)
    assert whole_weeks(now, now) == timedelta(0)
    assert now + whole_weeks(now, now - timedelta(hours=1)) <= now - timedelta(hours=1)


def test_validators_spare_what_did_not_change(full):
    url = full.feeds[0][0]
    status, headers, body = get(url)
    assert status == 200
    assert body
    assert get(url, If_None_Match=headers["ETag"])[0] == 304
    assert get(url, If_None_Match=f'"other", W/{headers["ETag"]}')[0] == 304
    assert get(url, If_None_Match="*")[2] == b""
    assert get(url, If_Modified_Since=headers["Last-Modified"])[0] == 304
    assert get(url, If_None_Match='"other"', If_Modified_Since=headers["Last-Modified"])[0] == 200
    assert get(url, If_Modified_Since="yesterday")[0] == 200


def test_a_release_changes_its_feed_alone(manual):
    before = {url: get(url)[1]["ETag"] for url, _ in manual.feeds}
    story = manual.release_next()
    changed = {url for url, _ in manual.feeds if get(url, If_None_Match=before[url])[0] == 200}
    assert {urlsplit(url).hostname for url in changed} == {urlsplit(story.url).hostname}


def test_nothing_is_out_before_its_time(manual):
    assert all(not entries(url) for url, _ in manual.feeds)
    rows, _ = read_wire(WIRE)
    assert get(manual.address(rows[0]["url"]))[0] == 404
    story = manual.release_next()
    assert story.original == rows[0]["url"]
    assert get(story.url)[0] == 200
    assert [s.url for s in manual.released] == [story.url]
    assert not manual.done.is_set()


def test_a_page_updated_under_the_same_address_is_served_anew(manual):
    seen = {}
    while (story := manual.release_next()) is not None:
        if story.url in seen:
            break
        seen[story.url] = get(story.url)
    assert story is not None
    _, _, body = get(story.url, If_None_Match=seen[story.url][1]["ETag"])
    html = body.decode()
    assert squeeze(story.text) in squeeze(trafilatura.extract(html, fast=True))
    assert "article:modified_time" in html
    assert "article:modified_time" not in seen[story.url][2].decode()
    feed = next(url for url, _ in manual.feeds if url.startswith(manual.address(f"https://{story.host}/")))
    assert [url for url, _ in entries(feed)].count(story.url) == 1
    while manual.release_next():
        pass
    assert manual.done.is_set()
    assert manual.release_next() is None


def test_robots_front_pages_and_unknown_paths(full):
    status, _, body = get(full.url + "/robots.txt")
    assert (status, body.decode().splitlines()[0]) == (200, "User-agent: *")
    front = get(full.address("https://halyardnews.example/"))[2].decode()
    assert 'rel="alternate"' in front
    assert front.count("<li>") == len({s.url for s in full.released if s.host == "halyardnews.example"})
    assert get(full.address("https://halyardnews.example/no/such"))[0] == 404
    assert get(full.address("https://unknown.example/"))[0] == 404
    request = asked(full.feeds[0][0], "HEAD")
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.read() == b""


def test_released_at_a_pace(tmp_path):
    (tmp_path / "d.json").write_text(json.dumps([article(i) for i in range(4)]))
    with Newsroom(tmp_path, seconds_total=0.2) as newsroom:
        assert newsroom.done.wait(60)
    assert [s.title for s in newsroom.released] == ["t0", "t1", "t2", "t3"]


def test_an_update_waits_until_the_page_was_read(tmp_path):
    rows = [article(0), {**article(1), "url": article(0)["url"]}]
    (tmp_path / "d.json").write_text(json.dumps(rows))
    with Newsroom(tmp_path, seconds_total=40, manual=True) as newsroom:
        first = newsroom.release_next()
        waiting = threading.Thread(target=newsroom._let_be_read)
        waiting.start()
        waiting.join(0.05)
        assert waiting.is_alive()
        assert get(first.url)[0] == 200
        waiting.join(60)
        assert not waiting.is_alive()


def test_stopping_ends_the_releases(tmp_path):
    (tmp_path / "d.json").write_text(json.dumps([article(i) for i in range(4)]))
    newsroom = Newsroom(tmp_path, seconds_total=600).start()
    assert threading.active_count() > 1
    newsroom.stop()
    assert not newsroom.done.is_set()
    Newsroom(tmp_path).stop()  # one that was never started


def article(i):
    return {
        "published": f"2026-01-0{i + 1}T08:00:00Z", "outlet": "O", "kind": "newspaper", "lang": "en",
        "url": f"https://o.example/{i}", "title": f"t{i}", "text": "Text.",
    }  # fmt: skip


def test_a_bad_wire_is_named(tmp_path):
    with pytest.raises(ValueError, match="holds no articles"):
        Newsroom(tmp_path)
    (tmp_path / "x.json").write_text('{"articles": [{}]}')
    with pytest.raises(ValueError, match=r"x\.json is not an episode"):
        Newsroom(tmp_path)


def test_the_wire_is_sound():
    """What ../shared/wire/check.py asks of a wire, and what the demo needs of this one."""
    episodes = [json.loads(p.read_text("utf-8")) for p in sorted(WIRE.glob("*.json"))]
    episodes = [e for e in episodes if isinstance(e, dict)]
    assert len(episodes) >= 12
    urls, finals, foreign = [], set(), 0
    for episode in episodes:
        articles = {a["id"]: a for a in episode["articles"]}
        assert [a["published"] for a in articles.values()] == sorted(
            a["published"] for a in articles.values()
        )
        gold = episode["gold"]
        for row, words in [(c, "span") for c in gold["claims"]] + [(r, "quote") for r in gold["responses"]]:
            assert row[words] in articles[row["article"]]["text"]
        assert all(b["span"] in articles[b["article"]]["text"] for b in gold["bearings"])
        finals |= {f["status"] for f in gold["final"]}
        foreign += articles["a1"]["lang"] != "en"
        urls += sorted({a["url"] for a in articles.values()})
    assert finals == {"undercut", "upheld", "overtaken", "open", "partly_undercut"}
    assert foreign >= 5
    assert len(urls) == len(set(urls))
    assert all(".example/" in url for url in urls)


@pytest.mark.shared
def test_the_wire_passes_the_checks_of_wires():
    check = Path(__file__).resolve().parents[3] / "shared" / "wire" / "check.py"
    if not check.is_file():
        pytest.skip(f"{check} is not here")
    done = subprocess.run([sys.executable, check, WIRE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "errors 0")
