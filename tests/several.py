"""`python -m tests.several URL`: one of several hosts on a ledger. Says "ready", waits for a line, puts the whole wire of
`wire()` on file, whoever else does so at that moment, and takes what waits through the desk with two readers."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk import Desk
from bot.vectors import stored
from bot.watch.articles import Incoming, store_article
from store.ledger import Ledger, open_ledger
from tests.chaos.stories import BEGIN, Story, stories

STORIES = 5
#: Long after the last article.
NOW = BEGIN + timedelta(days=40)
READERS = 2


def wire() -> list[Incoming]:
    """Stories that several pages tell at once: a report that is denied, the same text on another page, the report in other
    words, a kin company's own denial of the same, and the announcement that shows the denial to have been untrue."""
    return [article for story in stories(STORIES, seed=4) for article in _told(story)]


def _told(story: Story) -> list[Incoming]:
    report, site = story.denied, story.company.lower()
    again = (
        f"{story.company} has been looking for a buyer of one of its units, the Pendle Courier reported this morning.\n\n"
        f'"We are not in talks to sell it. The report is false," a spokeswoman for {story.company} told the Tarn Gazette.'
    )
    kin = (
        f"{story.company} Shipping is in talks to sell its harbour offices, people close to the company told the Ember Tribune.\n\n"
        f'"This is untrue. We are not in talks to sell our offices," a spokesman for {story.company} Shipping said.'
    )

    def at(name: str, text: str, outlet: str, minutes: int) -> Incoming:
        url = f"https://{name}.example/{site}"
        return replace(report, url=url, text=text, outlet=outlet, published=_later(report, minutes))

    return [
        report,
        replace(report, url=f"https://copied.example/{site}", outlet="Copied Daily", published=_later(report, 20)),
        at("tarn-gazette", again, "Tarn Gazette", 50),
        replace(at("ember-tribune", kin, "Ember Tribune", 55), title=f"{story.company} Shipping denies sale"),
        story.announced,
    ]


def _later(article: Incoming, minutes: int) -> datetime | None:
    return article.published + timedelta(minutes=minutes) if article.published else None


def put(ledger: Ledger) -> None:
    """Put the whole wire on file."""
    for article in wire():
        store_article(ledger, article, NOW)


def work(ledger: Ledger) -> None:
    """Take what waits through the desk."""
    desk = Desk(ledger, lambda: NOW)
    while desk.work(1):
        pass


def main(url: str) -> None:
    """Be one of the hosts."""
    stored("what is loaded once is loaded now")
    with open_ledger(url) as ledger:
        print("ready", flush=True)
        sys.stdin.readline()
        put(ledger)
        readers = [threading.Thread(target=work, args=(ledger,)) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()


if __name__ == "__main__":
    main(sys.argv[1])
