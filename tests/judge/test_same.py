"""Same matter or not: pairwise rules on invented statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.judge import same
from bot.judge.same import Gist

START = datetime(2026, 3, 2, tzinfo=UTC)


def gist(id: str, text: str, *, day: float = 0, company: str = "Quarrow Mills", **more: object) -> Gist:
    given: dict[str, object] = {
        "id": id, "article": f"a-{id}", "page": f"https://harbour.example/{id}", "company": company,
        "names": (company,), "text": text, "context": text, "outlet": "Harbour Wire", "credited": "Harbour Wire",
        "lang": "en", "published": START + timedelta(days=day),
    }  # fmt: skip
    return Gist(**{**given, **more})  # type: ignore[arg-type]


MILL = "Quarrow Mills plans to close its Ardmoor flour mill and cut 340 jobs"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Quarrow Mills is to shut the Ardmoor mill with the loss of 340 jobs", "en"),
        ("Quarrow Mills prévoit de fermer sa minoterie d’Ardmoor et de supprimer 340 emplois", "fr"),
        ("Quarrow Mills will die Mühle in Ardmoor schließen und 340 Stellen streichen", "de"),
    ],
)
def test_one_report_told_again_is_the_same_matter_in_any_language(text: str, lang: str) -> None:
    later = gist("b", text, day=1, lang=lang)
    assert same.same_matter(later, gist("a", MILL)) >= same.SAME_MATTER


@pytest.mark.parametrize(
    "text",
    [
        "Quarrow Mills has hired a bank to sell its pet-food brand",
        "The finance chief of Quarrow Mills will leave after an audit dispute",
    ],
)
def test_another_matter_of_the_same_company_is_not(text: str) -> None:
    assert same.same_matter(gist("b", text, day=1), gist("a", MILL)) < same.SAME_MATTER


def test_another_company_never_is() -> None:
    other = gist("b", MILL.replace("Quarrow Mills", "Tressel Foods"), day=1, company="Tressel Foods")
    assert same.same_matter(other, gist("a", MILL)) == 0.0


def test_links_point_back_in_time_only_and_not_beyond_reach() -> None:
    early, late = gist("a", MILL), gist("b", MILL, day=3)
    assert same.same_matter(late, early) >= same.SAME_MATTER
    assert same.same_matter(early, late) == 0.0
    assert same.same_matter(gist("c", MILL, day=500), early) == 0.0


def test_one_of_two_reports_of_the_same_second_came_first() -> None:
    a, b = gist("a", MILL), gist("b", MILL)
    assert same.before(a, b) != same.before(b, a)


def test_a_name_in_another_script_is_the_same_company_by_ear() -> None:
    korean = gist("b", "해룡마린이 수리 독을 매각한다", day=1, company="해룡마린", lang="ko")
    assert same.same_company(korean, gist("a", MILL, company="Haeryong Marine"))
    assert not same.same_company(korean, gist("a", MILL, company="Dodam Marine"))


def test_an_answer_without_names_goes_to_the_report_of_the_day_before() -> None:
    answer = gist("r", "We do not comment on market rumours", day=1, context="Quarrow Mills responds to press report")
    assert same.answers(answer, gist("a", MILL)) >= same.ANSWERS
    long_after = gist("r", "We do not comment on market rumours", day=90, context="Quarrow Mills names a new chair")
    assert same.answers(long_after, gist("a", MILL)) < same.ANSWERS
    assert same.answers(gist("r", "No", day=-1), gist("a", MILL)) == 0.0


DENIAL = "There is no plan to close Ardmoor, and there never was"


def test_a_denial_quoted_again_is_a_repetition() -> None:
    first = gist("a", DENIAL, kind="flat_denial")
    assert same.repeats(gist("b", DENIAL, day=2, kind="flat_denial"), first)
    assert same.repeats(gist("b", "There is no plan to close Ardmoor", day=2, kind="flat_denial"), first)
    assert not same.repeats(first, gist("b", DENIAL, day=2, kind="flat_denial"))


def test_what_a_company_told_somebody_else_is_a_repetition_in_translation_too() -> None:
    first = gist("a", DENIAL, kind="flat_denial")
    german = gist(
        "b", "einen Plan zur Schließung von Ardmoor gebe es nicht und habe es nie gegeben", day=2,
        kind="flat_denial", lang="de", outlet="Kontor", credited="Harbour Wire",
    )  # fmt: skip
    assert same.repeats(german, first)


def test_one_answer_put_into_the_same_english_is_one_answer_within_days() -> None:
    sense = "Quarrow Mills says that it does not close its Ardmoor mill."
    first = gist("a", "Le site d’Ardmoor n’est pas menacé", form="press_release", lang="fr", kind="flat_denial", statement=sense)

    def again(**more: object) -> Gist:
        given = {"day": 1.0, "lang": "en", "kind": "flat_denial", "statement": "Quarrow Mills says that the Ardmoor mill will not close."}
        return gist("b", "The maker of flour told reporters this was news to it", **{**given, **more})  # type: ignore[arg-type]

    assert same.repeats(again(), first)
    assert not same.repeats(again(day=9.0), first)  # by then it has been asked anew
    assert not same.repeats(again(kind="no_comment"), first)
    assert not same.repeats(again(form="press_release"), first)
    assert same.repeats(again(lang="fr"), first)  # the company had put it out itself
    assert not same.repeats(again(lang="fr", direct=True), first)  # its own words were compared already
    assert not same.repeats(again(lang="fr"), replace(first, form="newspaper"))  # another newsroom asked it, too
    assert not same.repeats(again(statement="Quarrow Mills says that its finance chief stays."), first)
    assert not same.repeats(again(statement=""), first)


def test_a_fresh_statement_is_not() -> None:
    first = gist("a", DENIAL, kind="flat_denial")
    fresh = gist("b", "We have not spoken to any bidder about the bakery business", day=2, kind="flat_denial")
    assert not same.repeats(fresh, first)
    filed = gist("c", DENIAL, day=9, kind="undecided", form="filing")
    assert not same.repeats(filed, first)


def test_the_same_silence_within_days_is_one_silence() -> None:
    first = gist("a", "Quarrow declined to comment.", kind="no_comment")
    assert same.repeats(gist("b", "Quarrow Mills would not comment.", day=1, kind="no_comment"), first)
    assert not same.repeats(gist("b", "Quarrow Mills would not comment.", day=30, kind="no_comment"), first)
    assert not same.repeats(gist("b", "Quarrow Mills did not reply.", day=1, kind="no_response"), first)


def test_a_new_version_of_a_page_repeats_what_the_old_one_quoted() -> None:
    first = gist("a", "Quarrow has been asked for comment.", kind="no_response")
    later = gist("b", "Quarrow had not replied by noon.", day=0.2, kind="no_response", page=first.page)
    assert same.repeats(later, first)


def test_a_report_passed_on_in_another_script_is_known_by_the_newsroom_it_credits() -> None:
    told = {"company": "Yunagi Seiki", "names": ("Yunagi Seiki", "夕凪精機")}
    first = gist("a", "夕凪精機は、主力の南浜工場を閉鎖する方針を固めた。", lang="ja", outlet="西雲経済新報", credited="西雲経済新報", **told)
    text = "Yunagi Seiki said that nothing had been decided about its southern plant after the newspaper reported that it would close"
    later = gist("b", text, day=0.5, outlet="Harbour Wire", credited="Nishigumo Keizai Shimpo", **told)
    assert same.same_matter(later, first) >= same.SAME_MATTER
    other = gist("c", text, day=0.5, outlet="Harbour Wire", credited="Ledger Street", **told)
    assert same.same_matter(other, first) < same.same_matter(later, first)


def test_what_a_column_passes_on_in_a_few_words_is_no_new_denial() -> None:
    first = gist("a", DENIAL, kind="flat_denial", direct=True)

    def passed(**more: object) -> Gist:
        given = {
            "day": 1.0, "kind": "flat_denial", "outlet": "Ledger Street", "credited": "",
            "context": "Mills and their large neighbours. Flour mills rarely fail quietly.",
            "answers": "Harbour Wire reported that Quarrow Mills would close its flour mill at Ardmoor",
        }  # fmt: skip
        return gist("b", "The miller called the report false.", **{**given, **more})  # type: ignore[arg-type]

    assert same.repeats(passed(), first)
    assert not same.repeats(passed(day=30), first)
    assert not same.repeats(passed(credited="Ledger Street"), first)  # it was asked by the newsroom itself
    assert not same.repeats(passed(answers="Tolvane Post reported that its finance chief resigned"), first)


def test_what_a_company_filed_and_an_agency_tells_in_another_language_is_one_answer() -> None:
    first = gist("a", "현재까지 확정된 사항은 없습니다", lang="ko", kind="undecided", form="filing", outlet="Exchange")
    told = {"kind": "undecided", "form": "wire", "credited": "a filing", "outlet": "Harbour Wire"}
    again = "Quarrow Mills said in a filing on Monday that nothing had been settled about its mill at Ardmoor"
    assert same.repeats(gist("b", again, day=0.2, **told), first)
    assert not same.repeats(gist("b", again, day=20, **told), first)
    assert not same.repeats(gist("b", again, day=0.2, **{**told, "kind": "flat_denial", "context": ""}), first)


def test_a_resignation_and_a_sale_are_two_matters() -> None:
    sale = gist("a", "Quarrow Lines is in talks to sell its terminals business to an infrastructure fund", company="Quarrow Lines")
    going = gist("b", "The chief executive of Quarrow Lines will step down this summer", company="Quarrow Lines", day=90, credited="")
    assert same.same_matter(going, sale) < same.SAME_MATTER
    assert same.closeness(going, sale) - same.same_matter(going, sale) == pytest.approx(same.APART)
