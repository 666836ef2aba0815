"""Articles from files: every kind of file, in order of publication, and one clear line for what is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.replay import load, moment_of
from bot.sandbox.newsroom import WIRE

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
SHARED = Path(__file__).resolve().parents[2] / "shared"

PAGE = """<!doctype html><html lang="en"><head><title>Velmont sells | Halyard News</title>
{head}<meta property="og:site_name" content="Halyard News"><meta property="og:title" content="Velmont sells its docks">
</head><body><nav><a href="/">Home</a></nav><article><h1>Velmont sells its docks</h1>
<p>Container carrier Velmont Lines has agreed to sell its terminals to a fund, the company said in a statement on Tuesday.</p>
<p>"We are pleased with the price," said its chairman, Sigrun Dahle, who had denied for months that there were any talks about a sale.</p>
<p>The sale must be approved by the shareholders at a meeting in the autumn, and by two competition authorities.</p></article></body></html>"""


def article(**fields):
    base = {
        "id": "a1", "published": "2026-03-01T07:00:00Z", "outlet": "Halyard", "kind": "wire", "lang": "en",
        "url": "https://halyard.example/1", "title": "Title", "text": "Velmont denied it.",
    }  # fmt: skip
    return {k: v for k, v in {**base, **fields}.items() if v is not None}


@pytest.fixture
def put(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(
                content if isinstance(content, str) else json.dumps(content, ensure_ascii=False),
                encoding="utf-8",
            )
        return path

    return write


def read(*paths, **given):
    return load(paths, now=NOW, **given)


def test_an_episode_in_order_of_publication(put):
    path = put("e.json", {"id": "e", "articles": [
        article(id="a2", published="2026-03-03T07:00:00+02:00", url="https://halyard.example/2"),
        article(author="Oona Brandt"),
    ]})  # fmt: skip
    loaded = read(path, live=True)
    assert not loaded.problems
    first, second = loaded.articles
    assert (first.url, first.title, first.outlet, first.kind, first.lang) == (
        "https://halyard.example/1",
        "Title",
        "Halyard",
        "wire",
        "en",
    )
    assert (first.author, first.feed_id, first.first_seen, first.live) == ("Oona Brandt", None, NOW, True)
    assert second.published == datetime(2026, 3, 3, 5, 0, tzinfo=UTC)
    assert not load([path], now=NOW).articles[0].live


def test_lists_single_articles_and_lines(put):
    put("list.json", [article(url="https://o.example/1"), article(url="https://o.example/2")])
    put("one.json", article(url="https://o.example/3"))
    put(
        "lines.jsonl",
        json.dumps(article(url="https://o.example/4"))
        + "\n\n"
        + json.dumps({"articles": [article(url="https://o.example/5")]}),
    )
    put(
        "also-lines.json",
        json.dumps(article(url="https://o.example/6"))
        + "\n"
        + json.dumps(article(url="https://o.example/7")),
    )
    folder = put("notes.md", "not read").parent
    loaded = read(folder)
    assert [a.url[-1] for a in loaded.articles] == list("1234567")
    assert not loaded.problems


def test_a_file_named_twice_is_read_once(put):
    path = put("e.json", article())
    assert len(read(path, path.parent, path).articles) == 1


def test_a_body_counts_as_published_now_and_its_address_is_its_name(put):
    path = put("seed.txt", "\ufeffUne première ligne.\nUne deuxième.")
    (a,) = read(path).articles
    assert (a.url, a.published, a.title, a.text) == (
        "file:seed.txt",
        NOW,
        "Une première ligne.",
        "Une première ligne.\nUne deuxième.",
    )
    given = {
        "url": "https://quartz.example/x",
        "published": datetime(2024, 9, 30, 15, tzinfo=UTC),
        "outlet": "Quartz",
        "lang": "fr",
    }
    (a,) = read(path, **given).articles
    assert (a.url, a.published, a.outlet, a.lang) == tuple(given.values())


def test_a_long_first_line_is_cut_at_a_word(put):
    (a,) = read(put("long.txt", "word, " * 60)).articles
    assert len(a.title) <= 121
    assert a.title.endswith("word…")


def test_a_saved_page_tells_its_address_date_and_outlet(put):
    head = '<link rel="canonical" href="https://halyardnews.example/velmont"><meta property="article:published_time" content="2026-05-19T06:00:00Z">'
    (a,) = read(put("page.html", PAGE.format(head=head))).articles
    assert a.url == "https://halyardnews.example/velmont"
    assert a.published.date().isoformat() == "2026-05-19"
    assert a.title == "Velmont sells its docks"
    assert a.outlet == "Halyard News"
    assert "denied for months" in a.text
    assert "Home" not in a.text


def test_a_page_without_a_date_needs_one(put):
    head = '<link rel="canonical" href="/relative"><meta property="og:url" content="https://halyardnews.example/og">'
    path = put("page.htm", PAGE.format(head=head))
    (line,) = read(path).problems
    assert "page.htm: has no date; give it `published` like 2026-03-02T07:15:00Z, or use --published" in line
    (a,) = read(path, published=NOW).articles
    assert a.url == "https://halyardnews.example/og"
    (a,) = read(put("bare.html", PAGE.format(head="")), published=NOW).articles
    assert a.url == "file:bare.html"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.json", "{", "is not JSON"),
        ("x.json", "", "is empty; leave it out or fill it"),
        ("x.json", "7", "holds no articles"),
        ("x.json", {"articles": 7}, "holds no articles"),
        ("x.json", [7], "article 1: is not an object"),
        ("x.json", b"\xff\xfe{}", "is not UTF-8 text (byte 0); save it as UTF-8"),
        ("x.jsonl", "nonsense", "line 1: is not JSON"),
        ("x.txt", b"caf\xe9", "is not UTF-8 text (byte 3)"),
        ("x.txt", " \n ", "is empty"),
        ("x.html", "<html><body></body></html>", "no article was found on this page"),
        ("x.html", "<!-- -->", "no article was found on this page"),
        ("x.json", article(text="  "), "has no text"),
        ("x.json", article(text=None), "has no text"),
        ("x.json", article(url=None), "has no usable address; give it a `url`"),
        ("x.json", article(url="javascript:alert(1)"), "has no usable address"),
        ("x.json", article(url=5), "has no usable address"),
        ("x.json", article(published=None), "has no date"),
        ("x.json", article(published="yesterday"), "published 'yesterday' is not a time"),
        ("x.json", article(published=20260301), "published 20260301 is not a time"),
        ("x.csv", "a,b", "not a kind of file that is read"),
    ],
)
def test_what_is_wrong_is_one_line_and_the_others_go_on(put, name, content, message):
    bad, good = put(name, content), put("good.json", article())
    loaded = read(bad, good)
    (line,) = loaded.problems
    assert message in line
    assert line.startswith(str(bad))
    assert "\n" not in line
    assert len(loaded.articles) == 1


def test_an_unknown_kind_is_left_out_and_told(put):
    loaded = read(put("k.json", article(kind="tabloid")))
    assert loaded.articles[0].kind is None
    assert "kind 'tabloid' is unknown" in loaded.problems[0]


def test_many_problems_of_one_file_are_counted(put):
    path = put("pairs.json", [{"a": {}, "b": {}}] * 40)
    problems = read(path).problems
    assert len(problems) == 4
    assert problems[-1] == f"{path}: 37 more of its articles could not be taken as they are"


def test_paths_that_lead_nowhere(put):
    folder = put("sub/deep/e.json", article()).parents[1]
    loaded = read(folder, folder / "none.json")
    assert "subfolders are not entered" in loaded.problems[0]
    assert "there is no such file" in loaded.problems[1]


def test_a_file_that_cannot_be_read_is_named(put, monkeypatch):
    path = put("locked.json", article())

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "cannot be read (Permission denied)" in read(path).problems[0]


def test_one_address_does_not_serve_several_articles(put):
    one, two = put("1.txt", "First."), put("2.txt", "Second.")
    named = put("3.json", article())
    loaded = read(one, two, named, url="https://o.example/x")
    assert [a.url for a in loaded.articles] == ["https://halyard.example/1"]
    assert "names one page, but 2 articles lack an address" in loaded.problems[0]


def test_missing_titles_outlets_and_languages_are_completed(put):
    (a,) = read(put("x.json", article(title=None, outlet=None, lang=None)), lang="fr").articles
    assert (a.title, a.outlet, a.lang) == ("Velmont denied it.", "halyard.example", "fr")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
        ("2026-03-02T07:15:00", datetime(2026, 3, 2, 7, 15, tzinfo=UTC)),
        (" 2026-03-02T07:15:00Z ", datetime(2026, 3, 2, 7, 15, tzinfo=UTC)),
        ("2026-03-02T07:15:00+09:00", datetime(2026, 3, 1, 22, 15, tzinfo=UTC)),
        ("soon", None),
        (None, None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_moments(text, wanted):
    assert moment_of(text) == wanted


def test_the_demo_wire_is_read_whole():
    loaded = read(WIRE)
    assert not loaded.problems
    assert len(loaded.articles) == 60
    assert [a.published for a in loaded.articles] == sorted(a.published for a in loaded.articles)


@pytest.mark.shared
def test_the_shared_wire_is_read_whole():
    if not (SHARED / "wire").is_dir():
        pytest.skip(f"{SHARED / 'wire'} is not here")
    loaded = read(SHARED / "wire")
    assert not loaded.problems
    assert len(loaded.articles) > 150
