"""The parts of the offline judge: dates in nine languages, whose voice an article is, and what holds for any input."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.judge import offline_cues, offline_cues_newsroom, offline_cues_official, offline_fields
from bot.judge.bearing import ClaimOnFile, Denial
from bot.judge.offline import OfflineJudge
from bot.judge.offline_dates import dates
from bot.judge.offline_matter import matter, named
from bot.judge.offline_voice import cites, own_report, voice
from bot.read.reading import Claim, Document, Reading, Span
from tests.judge.stories import denial, document, reading, stories

STORIES = list(stories("first"))

DAY = date(2025, 12, 1)
SHARED = Path(__file__).parents[2] / "../shared/wire"


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("On 3 February 2025 the chair met them", "en", [("2025-02-03", "2025-02-03")]),
        ("signed on Nov. 24, and March 3", "en", [("2025-11-24", "2025-11-24"), ("2025-03-03", "2025-03-03")]),
        ("between June and November 2024", "en", [("2024-06-01", "2024-06-30"), ("2024-11-01", "2024-11-30")]),
        ("it may march on", "en", []),
        ("in May", "en", [("2025-05-01", "2025-05-31")]),
        ("a fine of 3 million, 30% more", "en", []),
        ("31 February 2025", "en", [("2025-02-01", "2025-02-28")]),
        ("le 1er mars 2025, en novembre", "fr", [("2025-03-01", "2025-03-01"), ("2025-11-01", "2025-11-30")]),
        ("in early November", "en", [("2025-11-01", "2025-11-10")]),
        ("fin septembre 2025", "fr", [("2025-09-20", "2025-09-30")]),
        ("9月中旬に", "ja", [("2025-09-10", "2025-09-20")]),
        ("지난 9월 초", "ko", [("2025-09-01", "2025-09-10")]),
        ("am 23. September 2025, Mitte Oktober", "de", [("2025-09-23", "2025-09-23"), ("2025-10-10", "2025-10-20")]),
        ("el 17 de julio", "es", [("2025-07-17", "2025-07-17")]),
        ("em 14 de julho de 2025", "pt", [("2025-07-14", "2025-07-14")]),
        ("il 12 giugno 2025", "it", [("2025-06-12", "2025-06-12")]),
        ("2025年9月19日、7月に", "ja", [("2025-09-19", "2025-09-19"), ("2025-07-01", "2025-07-31")]),
        ("2025년 9월 3일", "ko", [("2025-09-03", "2025-09-03")]),
        ("15/03/2025 e 2025-03-01", "it", [("2025-03-15", "2025-03-15"), ("2025-03-01", "2025-03-01")]),
        ("signed today", "en", [("2025-11-30", "2025-12-01")]),
        ("last month", "en", [("2025-11-01", "2025-11-30")]),
        ("上个月", "zh", [("2025-11-01", "2025-11-30")]),
        ("vor drei Monaten", "de", [("2025-08-18", "2025-09-17")]),
        ("three months ago", "en", [("2025-08-18", "2025-09-17")]),
        ("3か月前に", "ja", [("2025-08-18", "2025-09-17")]),
        ("há duas semanas", "pt", [("2025-11-14", "2025-11-20")]),
    ],
)
def test_dates(text, lang, expected):
    assert [(str(d.first), str(d.last)) for d in dates(text, DAY, lang)] == expected


def doc(text: str, **more: object) -> Document:
    given = {"id": "a-9", "url": "https://x.example/9", "outlet": "Daily", "title": "", "published": datetime(2025, 12, 1, tzinfo=UTC)}
    return Document(**{**given, "text": text, **more})


@pytest.mark.parametrize(
    ("kind", "outlet", "title", "text", "expected"),
    [
        ("newspaper", "Daily", "Tolbury Pumps", "Tolbury Pumps said.", "press"),
        ("press_release", "Tolbury Pumps", "News", "Something.", "own"),
        ("filing", "Exchange Announcements", "Tolbury Pumps plc: offer", "The offer is recommended.", "own"),
        ("press_release", "Health Office", "Fine", "The Office has fined Tolbury Pumps.", "authority"),
        ("filing", "Office of Consumer Protection", "Notice", "Tolbury Pumps writes that our systems were entered.", "own"),
        ("court", "High Court", "Tolbury Pumps v Gazette", "The claim is dismissed.", "court"),
        ("court", "High Court", "In the matter of Tolbury Pumps", "AFFIDAVIT of its treasurer. The Company was advised.", "own"),
        (None, "Kartellamt Nord", "Bußgeld", "Die Behörde hat ein Bußgeld gegen Tolbury Pumps verhängt.", "authority"),
        (None, "Northern News Agency", "Tolbury Pumps", "Tolbury Pumps said nothing.", "press"),
        (None, "Wire", "Tolbury Pumps plc", "Inside information. The Board of Tolbury Pumps announces that we sold it.", "own"),
    ],
)
def test_whose_voice(kind, outlet, title, text, expected):
    lang = "de" if "Kartell" in outlet else "en"
    assert voice(doc(text, kind=kind, outlet=outlet, title=title, lang=lang), denial(STORIES[0])) == expected


def test_a_report_is_a_newsrooms_own_by_its_words_or_by_its_reading():
    held = denial(STORIES[0])
    own = doc("Two people told Daily that letters were sent.", outlet="Daily")
    assert own_report(own, Reading(reader="t"), held)
    assert not own_report(doc("Letters were sent, the Marl Gazette reported. Two people told Daily."), Reading(reader="t"), held)
    assert not own_report(doc("Letters were sent."), Reading(reader="t"), held)
    span = Span(start=0, end=7, text="Letters")
    claim = Claim(company="Tolbury", statement="x", origin="Daily", sourcing="anonymous", span=span)
    assert own_report(doc("Letters were sent."), Reading(reader="t", claims=(claim,)), held)
    assert cites("The agency said that letters were sent.", held, own)


def test_a_renamed_company_is_known_by_its_own_names_and_a_sister_is_not():
    story = STORIES[-1]
    held = denial(story)
    assert named(held, doc("Orland Toys recalls Zip"))
    assert not named(held, doc("Orland Textiles recalls blankets"))
    renamed = held.model_copy(update={"own_names": ("Orland Toys", "Lumo Play")})
    assert named(renamed, doc("Lumo Play recalls Zip"))


def test_every_list_speaks_nine_languages():
    modules = (offline_cues, offline_cues_newsroom, offline_cues_official)
    lists = [v for m in modules for k, v in vars(m).items() if k.isupper() and isinstance(v, dict)]
    assert len(lists) > 20
    for lexicon in lists:
        assert set(lexicon) == {"en", "fr", "de", "es", "pt", "it", "ja", "zh", "ko"}
        assert not any(offline_cues.has(lexicon, "", lang) for lang in lexicon), "an empty alternative matches everything"
    assert offline_cues.has(offline_cues.NEGATION, "not so", "sv"), "English where a language has no list"
    assert offline_fields.weights("") == {}


def test_it_is_deterministic_and_speaks_only_of_later_articles():
    for story in STORIES:
        held = denial(story)
        for later in story.later:
            at = document(story, later)
            first = OfflineJudge().judge(at, reading(story, later), [held])
            assert first == OfflineJudge().judge(at, reading(story, later), [held])
            early = at.model_copy(update={"published": held.published - timedelta(hours=1)})
            assert OfflineJudge().judge(early, Reading(reader="t"), [held]) == []
            assert OfflineJudge().judge(at.model_copy(update={"id": held.article}), Reading(reader="t"), [held]) == []


@pytest.mark.parametrize("text", ["", "   ", "x", "。。。", "1.\n2.\n3.", "A" * 5000, "<div></div>" * 50])
def test_odd_texts_do_no_harm(text):
    held = denial(STORIES[0])
    assert [b.verdict for b in OfflineJudge().judge(doc(text), Reading(reader="t"), [held])] in ([], ["no_bearing"])


def test_a_denial_without_claims_is_held_against_its_own_words():
    bare = denial(STORIES[0]).model_copy(update={"claims": (), "context": ""})
    found = OfflineJudge().judge(document(STORIES[0], STORIES[0].later[1]), Reading(reader="t"), [bare])
    assert all(b.verdict in ("undercuts", "no_bearing") for b in found)
    assert matter(document(STORIES[0], STORIES[0].later[1]), bare).facts


def test_an_admitted_matter_whose_named_detail_is_absent_bears_the_company_out():
    claim = ClaimOnFile(
        id="c", article="a-0", company="Carrick Docks", statement="Carrick Docks will sell its repair dock to Nordwind Power",
        span="Carrick Docks will sell its repair dock to Nordwind Power", origin="Hull Trade", outlet="Hull Trade", published=datetime(2025, 9, 1, tzinfo=UTC),
    )  # fmt: skip
    held = Denial(
        id="r", article="a-0", company="Carrick Docks", names=("Carrick Docks",), kind="specific_denial", admits="We are selling the repair dock",
        quote="but Nordwind is not the buyer", outlet="Hull Trade", published=datetime(2025, 9, 1, tzinfo=UTC), claims=(claim,),
    )  # fmt: skip
    sold = doc("The Port Authority consents to the sale by Carrick Docks of its repair dock to Lime Freight.", kind="press_release", outlet="Port Authority", title="Sale of the Carrick Docks repair dock")
    assert [b.verdict for b in OfflineJudge().judge(sold, Reading(reader="t"), [held])] == ["confirms"]
    note = doc("On 1 September we wrote that Carrick Docks would sell its repair dock to Nordwind Power. It is not the buyer. The register shows Lime Freight.", outlet="Hull Trade", title="Correction: the Carrick repair dock")
    assert [(b.verdict, b.tier) for b in OfflineJudge().judge(note, Reading(reader="t"), [held])] == [("confirms", 1)]


@pytest.mark.shared
def test_no_name_of_the_development_wire_stands_in_the_lists():
    if not SHARED.is_dir():
        pytest.skip("../shared/wire is not here")
    code = "\n".join(p.read_text(encoding="utf-8") for p in (Path(__file__).parents[2] / "bot/judge").glob("*.py"))
    for path in sorted(SHARED.glob("[ab]-*.json")):
        for company in json.loads(path.read_text(encoding="utf-8"))["companies"]:
            for name in (company["name"], *company["aliases"]):
                if name != name.lower():
                    assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", code), name
