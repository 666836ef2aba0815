"""Same matter, or another? Whole stories through the desk, with the offline reader and judge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk import Desk
from bot.judge import same
from bot.watch.articles import Incoming, store_article
from store import near
from store.engine import Row
from store.ledger import Ledger

START = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)
NOW = START + timedelta(days=120)


def put(ledger: Ledger, day: float, outlet: str, path: str, title: str, text: str, kind: str = "newspaper", lang: str = "en") -> None:
    """Put one article on file and let the desk take it, and all that it brings back, through the rooms."""
    published = START + timedelta(days=day)
    url = f"https://{outlet.lower().replace(' ', '')}.example/{path}"
    incoming = Incoming(
        url=url, title=title, text=text, published=published, outlet=outlet, kind=kind, lang=lang, author="", feed_id=None,
        first_seen=published, live=False,
    )  # fmt: skip
    assert store_article(ledger, incoming, NOW)
    desk = Desk(ledger, lambda: NOW)
    while desk.work():
        pass


def cases(ledger: Ledger) -> list[Row]:
    found = [ledger.cases.view(c["id"]) for c in ledger.cases.recent(20)]
    return sorted((v for v in found if v and v["responses"]), key=lambda v: v["id"])


def denials(case: Row) -> list[tuple[str, str]]:
    return [(r["kind"], r["status"]) for r in case["responses"] if r["status"]]


PLANT = """Orrick Foods plans to close its Tarn biscuit factory and cut 410 jobs, two people familiar with the plan told Marlow Post.

"There is no plan to close Tarn, and the report is false," a spokesperson for Orrick Foods said."""
DATA = """Orrick Foods lost the personal data of 220,000 loyalty-card customers in a hack in November, three people familiar with the investigation told Marlow Post.

"This is untrue. No customer data was stolen," a spokesperson for Orrick Foods said."""


def test_two_matters_of_one_company_are_two_cases(ledger: Ledger) -> None:
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    put(ledger, 9, "Marlow Post", "hack", "Orrick Foods lost customer data in hack", DATA)
    assert [len(c["claims"]) for c in cases(ledger)] == [1, 1]
    assert [denials(c) for c in cases(ledger)] == [[("flat_denial", "open")]] * 2


def test_what_bears_on_one_matter_leaves_the_other_alone(ledger: Ledger) -> None:
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    put(ledger, 9, "Marlow Post", "hack", "Orrick Foods lost customer data in hack", DATA)
    notice = (
        "Orrick Foods will close its biscuit factory in Tarn on 30 June 2026. The decision was taken by the board on 8 January 2026 "
        "and affects 405 jobs. The company will offer places at its other sites."
    )
    put(ledger, 40, "Orrick Foods", "tarn", "Orrick Foods to close Tarn factory", notice, kind="press_release")
    assert [denials(c) for c in cases(ledger)] == [[("flat_denial", "undercut")], [("flat_denial", "open")]]


def test_one_matter_in_many_articles_and_languages_is_one_case(ledger: Ledger) -> None:
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    french = """Le groupe Orrick Foods veut fermer sa biscuiterie de Tarn et supprimer 410 emplois, a rapporté lundi le Marlow Post, citant deux personnes.

« Il n'y a aucun projet de fermeture », a déclaré au journal un porte-parole d'Orrick Foods."""
    put(ledger, 0.3, "La Dépêche du Sud", "tarn", "Orrick Foods veut fermer sa biscuiterie de Tarn", french, lang="fr")
    union = """The union at Orrick Foods called on Friday for talks about the Tarn biscuit factory, which Marlow Post said would close with the loss of 410 jobs.

Orrick Foods did not respond to a request for comment."""
    put(ledger, 4, "Valley Radio", "tarn", "Union wants talks on Tarn biscuit factory", union, kind="broadcast")
    assert len(cases(ledger)) == 1
    assert len(denials(cases(ledger)[0])) == 1  # told again in French, it is no second denial


def test_an_update_of_the_page_supersedes_it(ledger: Ledger) -> None:
    silent = PLANT.split("\n\n")[0] + "\n\nOrrick Foods did not respond to requests for comment on Sunday."
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", silent)
    assert cases(ledger) == [] or denials(cases(ledger)[0]) == []
    put(ledger, 0.4, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    (case,) = cases(ledger)
    assert denials(case) == [("flat_denial", "open")]


def test_a_correction_of_another_detail_changes_nothing(ledger: Ledger) -> None:
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    said = len(ledger.outbox.alerts(cases(ledger)[0]["id"]))
    correction = (
        "An article on 12 January about Orrick Foods and its Tarn biscuit factory gave a wrong age for the factory. It was built in 1931, "
        "not in 1913. The rest of the report stands."
    )
    put(ledger, 3, "Marlow Post", "corrections", "Correction: Tarn biscuit factory", correction)
    (case,) = cases(ledger)
    assert denials(case) == [("flat_denial", "open")]
    assert len(ledger.outbox.alerts(case["id"])) == said


def test_a_retraction_reverses_and_says_so(ledger: Ledger) -> None:
    put(ledger, 0, "Marlow Post", "hack", "Orrick Foods lost customer data in hack", DATA)
    witness = """HOST: Until December she ran the customer database of Orrick Foods.

LENA MARSH, former database manager: I saw it myself. On 28 November 2025 I opened the log and the data of 220,000 loyalty-card customers had been copied out in the hack.

HOST: Orrick Foods declined to comment."""
    put(ledger, 20, "Valley Radio", "hack", "Former manager: Orrick Foods customer data was copied in hack", witness, kind="broadcast")
    assert denials(cases(ledger)[0]) == [("flat_denial", "undercut")]
    retraction = (
        "On 12 January we reported that Orrick Foods had lost the personal data of 220,000 customers in a hack. That report was wrong and is "
        "withdrawn. A document from the independent laboratory that we have seen shows that no customer data was stolen. We apologise to Orrick Foods."
    )
    put(ledger, 45, "Marlow Post", "retraction", "Retraction: Orrick Foods did not lose customer data", retraction)
    (case,) = cases(ledger)
    assert denials(case) == [("flat_denial", "upheld")]
    changes = [a["body"] for a in ledger.outbox.alerts(case["id"]) if a["event"] == "status"]
    assert any('"undercut"' in body and '"upheld"' in body for body in changes)


@pytest.mark.parametrize("fake", ["Оrrick Foods", "Orriсk Foods"])  # Cyrillic letters
def test_a_name_in_look_alike_letters_is_another_company(ledger: Ledger, fake: str) -> None:
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    put(ledger, 5, "Odd Feed", "tarn", f"{fake} closes Tarn", PLANT.replace("Orrick Foods", fake).replace("is false", "is right"))
    real = ledger.companies.find("orrick foods")
    assert real is not None
    assert {r["company"] for c in cases(ledger) for r in c["responses"] if r["company_id"] == real["id"]} == {"Orrick Foods"}


def test_a_company_with_hundreds_of_claims_costs_no_more(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    put(ledger, 0, "Marlow Post", "tarn", "Orrick Foods to close Tarn biscuit factory", PLANT)
    company = ledger.companies.find("orrick foods")
    assert company
    for n in range(150):
        number(ledger, company["id"], n)
    compared: list[str] = []

    def counting(later: same.Gist, earlier: same.Gist) -> float:
        compared.append(earlier.id)
        return real(later, earlier)

    real = same.same_matter
    monkeypatch.setattr(same, "same_matter", counting)
    again = PLANT.replace("two people", "a third person")
    put(ledger, 90, "Valley Radio", "tarn", "Orrick Foods weighs end of Tarn biscuit factory", again, kind="broadcast")
    assert len(compared) <= near.IN_TIME + near.IN_WORDS
    (case,) = [c for c in cases(ledger) if "Tarn" in c["title"]]
    assert len(case["claims"]) == 2


def number(ledger: Ledger, company: int, n: int) -> None:
    """A claim of its own among many: a fine of so many crowns."""
    at, words = START + timedelta(days=1, hours=n), f"Orrick Foods must pay a fine of {n + 5000} crowns"
    row = {"id": f"a-{n}", "page": f"p-{n}", "url": f"https://court.example/{n}", "outlet": "Court", "title": "", "text": words}
    ledger.wire.add_article({**row, "text_hash": f"h-{n}", "extractor": "x", "published": at, "first_seen": at, "state": "read"})
    claim = {"id": f"c-{n}", "company_id": company, "company": "Orrick Foods", "statement": words, "span": words}
    ledger.cases.save_reading(row["id"], "test", [{**claim, "party_keys": ["orrick foods"]}], [], [])


ZH = ("南岸日报", "zh", "消息称Fernhall将关闭Ardmoor磨坊", "两名知情人士对本报表示，Fernhall将于6月关闭Ardmoor磨坊，裁员340人。\n\nFernhall回应称：“公司没有关闭Ardmoor磨坊的计划，相关说法不实。”")
EN = (
    "Dock Gazette", "en", "Fernhall to shut Ardmoor mill, Nan'an Ribao says",
    "Fernhall will close its Ardmoor mill in June and cut 340 jobs, Nan'an Ribao reported on Monday, citing two people.\n\n"
    "Fernhall told the newspaper that the report was untrue.",
)  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_newsroom_credited_in_another_script_is_the_one_that_reported_it(ledger: Ledger, order: tuple[int, int]) -> None:
    told = [(0.0, *ZH), (0.3, *EN)]
    for day, outlet, lang, title, text in (told[i] for i in order):
        put(ledger, day, outlet, "mill", title, text, lang=lang)
    (case,) = cases(ledger)
    assert {(c["outlet"], c["origin"]) for c in case["claims"]} == {("南岸日报", "南岸日报"), ("Dock Gazette", "南岸日报")}
