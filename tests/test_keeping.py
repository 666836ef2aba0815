"""The daily tidying, and what letting go of a text must not change."""

from __future__ import annotations

from datetime import timedelta

from bot.desk import Desk
from bot.export import case_page
from bot.keeping import PAGES_KEPT, tidy
from bot.settings import Settings
from store import retention
from store.ledger import Ledger
from tests.scripted import START, ScriptedJudge, ScriptedReader, article
from tests.store.conftest import NOW, Filler, days
from tests.test_desk import CLAIM, DENIAL, NOTICE, REPORT

AGAIN = "Quarrow Mills is to sell its bakeries, two people told Harbour Wire.\n\n“We are not selling bakeries,” a spokesperson for Quarrow Mills said."


def test_old_things_go(ledger: Ledger) -> None:
    fill = Filler(ledger)
    for n, at in (("a-old", days(-40)), ("a-new", days(-1))):
        fill.article(n, at, text="Words.", state="read")
        ledger.evidence.keep(n, "https://n.example/", b"page", "text/html", at)
    ledger.outbox.once("old", days(-4))
    assert tidy(ledger, Settings(text_days=30), NOW) == {"texts": 1, "pages": 1, "rows of teams that left": 0, "keys": 1}
    assert [r["article_id"] for r in ledger.evidence.of_articles(["a-old", "a-new"])] == ["a-new"]


def test_by_default_texts_are_kept(ledger: Ledger) -> None:
    Filler(ledger).article("a-old", days(-4000), text="Words.", state="read")
    assert tidy(ledger, Settings(), NOW)["texts"] == 0


def test_an_archive_of_no_size_keeps_nothing(ledger: Ledger) -> None:
    Filler(ledger).article("a-1")
    ledger.evidence.keep("a-1", "https://n.example/", b"page", "text/html", NOW)
    assert tidy(ledger, Settings(evidence_mb=0), NOW + PAGES_KEPT / 2)["pages"] == 1
    assert ledger.evidence.body("a-1") is None


def telling(ledger: Ledger, case: int) -> list[tuple[str, str, str]]:
    bearings = (ledger.cases.view(case) or {})["bearings"]
    return [(b["article_id"], b["verdict"], b["span"]) for b in bearings if b["verdict"] != "no_bearing"]


def test_what_was_judged_stands_when_its_text_is_gone(ledger: Ledger) -> None:
    reader, judge = ScriptedReader(), ScriptedJudge()
    at = START + timedelta(days=60)
    desk = Desk(ledger, lambda: at, reader=reader, judge=judge)
    first = reader.expect(
        article(ledger, "denied", REPORT), [("Quarrow Mills", CLAIM)], [("Quarrow Mills", DENIAL, "flat_denial", (0,))], ["Quarrow Mills"],
    )  # fmt: skip
    second = reader.expect(article(ledger, "closed", NOTICE, day=3, title="Quarrow Mills closes Ardmoor"), companies=["Quarrow Mills"])
    judge.expect(second, DENIAL, "undercuts", 1, "it will close its flour mill at Ardmoor")
    assert first["id"] != second["id"]
    while desk.work():  # what the denial took back is handled in a second round
        pass
    case = ledger.cases.all_ids()[0]
    ledger.cases.set_case(case, status="undercut")
    before = telling(ledger, case)
    assert before == [(second["id"], "undercuts", "it will close its flour mill at Ardmoor")]
    assert retention.drop_texts(ledger.db, at, at) == 2

    # a new denial of the same company looks for articles on file; what has no text is not looked at again
    reader.expect(
        article(ledger, "again", AGAIN, day=1), [("Quarrow Mills", "Quarrow Mills is to sell its bakeries")],
        [("Quarrow Mills", "We are not selling bakeries,", "flat_denial", (0,))], ["Quarrow Mills"],
    )  # fmt: skip
    desk.work()
    ledger.wire.save_article(second["id"], state="new", attempts=0)  # somebody asks for it to be read again
    (handled,) = desk.work()
    assert handled.state == "read"
    assert telling(ledger, case) == before
    assert "> There is no plan to close Ardmoor," in case_page(ledger, case)


def test_a_case_names_the_pages_behind_it(ledger: Ledger) -> None:
    fill = Filler(ledger)
    case = fill.denied(1, fill.company("Quillon"))
    ledger.evidence.keep("a-1", "https://n.example/1", b"<p>page</p>", "text/html", NOW)
    assert "page archived: 11 bytes at 2026-03-02 07:15 UTC, SHA-256 " in case_page(ledger, case)
    ledger.evidence.trim(0)
    assert "its bytes are not kept any more" in case_page(ledger, case)
