"""What a company says of other things is no answer to a denial; what it says of the very thing is."""

from __future__ import annotations

import pytest

from bot.judge.offline import OfflineJudge
from bot.read.offline import OfflineReader
from tests.judge.stories import Later, Story, denial, document, reading

_PROBE = ("en", "Norwick Bank is under investigation by the financial regulator over mis-sold loans to farmers",
          "Norwick is not under investigation by any regulator")  # fmt: skip
_SALE = ("en", "Norwick Bank is in talks to sell its leasing arm to a private equity fund", "There are no such talks")
_BREACH = ("en", "Hackers stole the data of 300,000 customers of Norwick Bank", "No customer data was stolen")
_JOBS = ("de", "Die Norwick Bank will 1200 Stellen streichen", "Das ist falsch, es gibt keine Pläne für einen Stellenabbau")

_OTHER = [
    (_PROBE, "en", "Norwick Bank names new finance chief",
     "Norwick Bank said on Thursday it had appointed Lena Marsh as chief financial officer. She joins from Tolvane Foods."),
    (_SALE, "en", "Norwick Bank sells 500 million bond", "Norwick Bank said it had sold a 500 million pound green bond."),
    (_BREACH, "en", "Norwick Bank wins security award", "Norwick Bank said it had won an award for the protection of customer data."),
    (_JOBS, "de", "Norwick Bank stellt 300 Berater ein", "Die Norwick Bank kündigte am Freitag an, 300 Berater einzustellen."),
]  # fmt: skip
_SAME = [
    (_PROBE, "en", "Norwick Bank confirms inquiry into farm loans",
     "Norwick Bank said on Friday that the financial regulator was investigating its sale of loans to farmers."),
    (_SALE, "en", "Norwick Bank sells leasing arm", "Norwick Bank said on Monday it had agreed to sell its leasing arm to a fund."),
    (_JOBS, "de", "Norwick Bank streicht 1200 Stellen", "Die Norwick Bank kündigte am Montag den Abbau von 1200 Stellen an."),
]  # fmt: skip


def _verdicts(matter: tuple[str, str, str], lang: str, title: str, text: str, kind: str | None) -> set[str]:
    of, claim, words = matter
    story = Story("", of, "Norwick Bank", ("Norwick Bank",), "Harbour Post", claim, "flat_denial", words, "2025-03-03T08:00")
    outlet = "Norwick Bank" if kind else "Daily Herald"
    later = Later("2025-05-03T08:00", outlet, kind, title, text, None, lang=lang)
    found = OfflineJudge().judge(document(story, later), reading(story, later), [denial(story)])
    return {b.verdict for b in found} - {"no_bearing"}


@pytest.mark.parametrize("kind", [None, "press_release"])
@pytest.mark.parametrize(("matter", "lang", "title", "text"), _OTHER)
def test_other_news_of_the_company_bears_on_nothing(matter, lang, title, text, kind):
    assert _verdicts(matter, lang, title, text, kind) == set()


@pytest.mark.parametrize("kind", [None, "press_release"])
@pytest.mark.parametrize(("matter", "lang", "title", "text"), _SAME)
def test_the_very_thing_said_undercuts(matter, lang, title, text, kind):
    assert _verdicts(matter, lang, title, text, kind) == {"undercuts"}


_DATED = [
    (_BREACH, "Norwick Bank buys insurer Pell", "Norwick Bank has agreed to buy the insurer Pell. Talks began in November 2024."),
    (_SALE, "Norwick Bank and Pell agree partnership",
     "Norwick Bank will offer the insurance of Pell to its customers. The contract was signed on 14 February 2025."),
]  # fmt: skip


@pytest.mark.parametrize(("matter", "title", "text"), _DATED)
def test_a_date_in_a_paper_about_other_business_shows_nothing(matter, title, text):
    assert _verdicts(matter, "en", title, text, "press_release") == set()


def test_a_date_in_a_paper_about_the_matter_undercuts():
    text = "Norwick Bank has sold its leasing arm to Carrow Capital. Talks with the fund began in November 2024."
    assert _verdicts(_SALE, "en", "Norwick Bank sells leasing arm", text, "press_release") == {"undercuts"}


@pytest.mark.parametrize(("fined", "verdicts"), [("Tolvane Bank", set()), ("Norwick Bank", {"undercuts"})])
def test_what_an_authority_found_is_about_whom_it_fined(fined: str, verdicts: set[str]) -> None:
    other = "Norwick Bank" if fined == "Tolvane Bank" else "Tolvane Bank"
    text = (
        f"The financial regulator has fined {fined} for mis-selling loans to farmers between March and June 2024. The investigation "
        f"found that {fined} mis-sold 400 loans to farmers.\n\nThe regulator said that {other} had helped with the investigation."
    )
    of, claim, words = _PROBE
    story = Story("", of, "Norwick Bank", ("Norwick Bank",), "Harbour Post", claim, "flat_denial", words, "2025-03-03T08:00")
    later = Later("2025-05-03T08:00", "Financial Regulator", "press_release", f"Regulator fines {fined}", text, None, lang="en")
    doc = document(story, later)
    found = OfflineJudge().judge(doc, OfflineReader().read(doc), [denial(story)])
    assert {b.verdict for b in found} - {"no_bearing"} == verdicts
