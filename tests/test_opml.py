"""Lists of feeds in and out."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from bot.opml import KINDS, STARTER, Listed, OpmlError, export_feeds, import_feeds, read, write

NESTED = """\ufeff<?xml version="1.0"?>
<opml version="1.1"><head/><body>
 <outline text="Regulator"><outline text="Watchdog" title="The Watchdog" xmlUrl="https://watchdog.example/rss"/></outline>
 <outline text="Blogs"><outline text="Slow Lane" xmlurl=" https://slowlane.example/feed.json "/>
   <outline text="Docks" category="/daily,court" xmlUrl="https://court.example/rss"/></outline>
 <outline text="Watchdog again" xmlUrl="https://watchdog.example/rss"/>
 <outline text="Local" xmlUrl="file:///etc/passwd"/>
 <outline text="No host" xmlUrl="https:///x"/>
</body></opml>""".encode()


def test_folders_kinds_doubles_and_other_schemes():
    feeds, problems = read(NESTED, "mine.opml")
    assert feeds == [
        Listed("https://watchdog.example/rss", "The Watchdog", "regulator"),
        Listed("https://slowlane.example/feed.json", "Slow Lane", "press"),
        Listed("https://court.example/rss", "Docks", "court"),
    ]
    assert len(problems) == 2
    assert problems[0].startswith("mine.opml: Local has the address 'file:///etc/passwd'")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not OPML"),
        (b"not xml", "is not OPML"),
        (b"<rss version='2.0'><channel/></rss>", "begins with <rss>"),
        (b"<opml><body><outline text='x'/></body></opml>", "lists no feed"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused(data, message):
    with pytest.raises(OpmlError, match=message):
        read(data)


def test_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("topsecret")
    data = (
        f'<!DOCTYPE opml [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        '<opml><body><outline text="T" xmlUrl="https://o.example/rss">&x;&b;</outline></body></opml>'
    ).encode()
    feeds, _ = read(data)
    assert feeds == [Listed("https://o.example/rss", "T")]
    assert b"topsecret" not in write([{"url": f.url, "title": f.title, "kind": f.kind} for f in feeds])


def test_a_bomb_of_entities_is_refused():
    lines = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    data = f'<!DOCTYPE opml [<!ENTITY e0 "x">{lines}]><opml><body><outline text="&e11;" xmlUrl="https://o.example/"/></body></opml>'
    with pytest.raises(OpmlError):
        read(data.encode())


def test_there_and_back(ledger, now, tmp_path):
    (tmp_path / "mine.opml").write_bytes(NESTED)
    done = import_feeds(ledger, tmp_path / "mine.opml", now)
    assert (done.added, done.known, len(done.problems)) == (3, 0, 2)
    ledger.wire.add_feed(
        "https://odd.example/rss?a=1&b=<2>", kind="market", title="Odd \x00& \ud800sons", now=now
    )
    again, problems = read(export_feeds(ledger))
    assert not problems
    assert {(f.url, f.kind) for f in again} == {(f["url"], f["kind"]) for f in ledger.wire.feeds()}
    assert "Odd & sons" in {f.title for f in again}
    (tmp_path / "out.opml").write_bytes(export_feeds(ledger))
    done = import_feeds(ledger, tmp_path / "out.opml", now)
    assert (done.added, done.known) == (0, 4)


def test_importing_does_not_wake_a_muted_feed(ledger, now, tmp_path):
    (tmp_path / "mine.opml").write_bytes(NESTED)
    import_feeds(ledger, tmp_path / "mine.opml", now)
    muted = ledger.wire.feeds()[0]
    ledger.wire.save_feed(muted["id"], state="muted")
    import_feeds(ledger, tmp_path / "mine.opml", now)
    assert {f["id"]: f["state"] for f in ledger.wire.feeds()}[muted["id"]] == "muted"


def test_a_missing_file_is_named(ledger, now, tmp_path):
    with pytest.raises(OpmlError, match=r"none\.opml cannot be read"):
        import_feeds(ledger, tmp_path / "none.opml", now)


def test_characters_that_xml_cannot_hold_are_left_out():
    feeds, _ = read(write([{"url": "https://o.example/", "title": "a\x00b\ud800c\uffff", "kind": "press"}]))
    assert feeds[0].title == "abc"


def test_the_starter_list():
    feeds, problems = read(STARTER.read_bytes())
    assert not problems
    assert 15 <= len(feeds) <= 30
    assert {f.kind for f in feeds} <= set(KINDS)
    assert sum(f.kind == "regulator" for f in feeds) >= 5
    assert all(f.title and urlsplit(f.url).scheme == "https" for f in feeds)


def test_addresses_that_would_not_be_fetched_are_named_and_the_rest_imported(ledger, now, tmp_path):
    (tmp_path / "bad.opml").write_text(
        '<opml version="2.0"><body><outline text="a" xmlUrl="https://bob:hunter2secret@example.com/feed"/>'
        '<outline xmlUrl="http://169.254.169.254/x"/><outline xmlUrl="http://localhost/x"/><outline xmlUrl="https://fine.example/rss"/></body></opml>'
    )
    done = import_feeds(ledger, tmp_path / "bad.opml", now)
    assert [feed["url"] for feed in ledger.wire.feeds()] == ["https://fine.example/rss"]
    assert (done.added, len(done.problems)) == (1, 3)
    assert "hunter2secret" not in str(done.problems)
    assert import_feeds(ledger, tmp_path / "bad.opml", now, allow_private=True).added == 2
