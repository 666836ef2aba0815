"""What a company posts on an account of its own is read; other posts in its plural are cheap, and silence is not."""

from __future__ import annotations

import pytest

from bot.read.screen import screen
from tests.llm.conftest import document

ANSWERS = [
    ("en", "Morning all.\n\nThere is no lead in our kettles. There never was.\n\nThe shop opens at nine."),
    ("fr", "Bonjour à tous.\n\nAucun poulet malade n’a quitté nos élevages. Jamais.\n\nBonne journée."),
    ("de", "Guten Morgen.\n\nIn unseren Kesseln ist kein Blei.\n\nDer Laden öffnet um neun."),
    ("es", "Buenos días.\n\nEn nuestras ollas no hay plomo.\n\nAbrimos a las nueve."),
    ("it", "Buongiorno.\n\nNelle nostre pentole non c’è piombo.\n\nApriamo alle nove."),
    ("pt", "Bom dia.\n\nNão há chumbo nas nossas panelas.\n\nAbrimos às nove."),
    ("ja", "おはようございます。\n\n当社の鍋に鉛は含まれていません。"),
    ("zh", "各位早上好。\n\n我们的锅里没有铅。"),
    ("ko", "안녕하세요.\n\n저희 냄비에는 납이 들어 있지 않습니다."),
]


@pytest.mark.parametrize(("lang", "text"), ANSWERS, ids=[lang for lang, _ in ANSWERS])
def test_a_company_s_own_post_is_read_though_it_names_no_report(lang: str, text: str) -> None:
    assert screen(document(text, lang=lang, kind="social", title="@fernkettles")).passes


def test_the_same_words_in_a_newspaper_are_nobody_s_answer() -> None:
    assert not screen(document(ANSWERS[0][1], kind="newspaper", title="Letters")).passes


def test_a_post_that_says_nothing_of_the_kind_is_held_back() -> None:
    text = "Our summer range is here, and we love it. Come and see us on Saturday."
    assert not screen(document(text, kind="social", title="@fernkettles")).passes


ADMITTED = [
    ("en", "Larne Cable, which was asked on Monday, confirmed that it had moved its stock to another shed.", True),
    ("en", "“There is no buyer. I have asked all our partners,” its chairwoman said. “Nobody has been to see us.” The factory employs 90.", True),
    ("en", "Their sauce is made up of eight herbs, says the chief, who runs a plant in the valley.", False),
    ("en", "The officer said that my papers were late. “They were not!” Bring two copies, and a map of the bank.", False),
    ("fr", "« Il n’y a pas un mot de vrai », répond la directrice financière, Anne Roy.", True),
]


@pytest.mark.parametrize(("lang", "text", "passes"), ADMITTED)
def test_an_admission_passes_and_what_is_made_up_of_herbs_does_not(lang: str, text: str, passes: bool) -> None:
    assert screen(document(text, lang=lang, kind="newspaper", title="From the valley")).passes is passes
