"""How whoever answers is called, in the languages of the East and in companies' own papers. Everybody is invented."""

from __future__ import annotations

import pytest

from tests.read.test_claims import read


@pytest.mark.parametrize(
    ("lang", "lead", "answer", "speaker"),
    [
        ("zh", "两名知情人士称，云岭汽车拟出售电池业务。", "云岭汽车财务总监林秋岚回应称：“公司没有出售计划，相关说法不实。”", "林秋岚, 财务总监"),
        ("ja", "浜屋食品が工場を閉鎖することが、関係者への取材で分かった。", "浜屋食品の小野田恵総務部長は「工場を閉鎖する事実は一切ない」と述べた。", "小野田恵, 総務部長"),
        ("ja", "浜屋食品が工場を閉鎖することが、関係者への取材で分かった。", "浜屋食品の広報室は「工場を閉鎖する事実は一切ない」と文書で回答した。", "the press office"),
        ("ja", "浜屋食品が工場を閉鎖することが、関係者への取材で分かった。", "浜屋食品の広報担当者は「工場を閉鎖する事実は一切ない」と述べた。", "a spokesperson"),
        ("ko", "복수의 관계자에 따르면 하람식품이 공장을 닫기로 했다.", "하람식품 홍보팀은 “공장을 닫는다는 보도는 사실무근”이라고 밝혔다.", "the press office"),
        ("ko", "복수의 관계자에 따르면 하람식품이 공장을 닫기로 했다.", "하람식품 한서진 대표는 “공장을 닫는다는 보도는 사실무근”이라고 밝혔다.", "한서진, 대표"),
        ("en", "Lomax Trams is to close its depot, three people close to it said.", '"That is untrue," the owner of Lomax Trams said in a statement.', "the company"),
        ("en", "Lomax Trams is to close its depot, three people close to it said.", '"That is untrue," the Lomax Trams press office said.', "the press office"),
    ],
)
def test_who_answers(lang: str, lead: str, answer: str, speaker: str) -> None:
    assert [r.speaker for r in read(lang, lead[:24], f"{lead}\n\n{answer}").responses] == [speaker]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [("The Board confirms that it", "the Board (exchange announcement)"), ("Lomax Trams plc confirms that it", "the company (exchange filing)")],
)
def test_a_filing_speaks_for_the_board_where_it_says_so(subject: str, speaker: str) -> None:
    text = f"Statement re press speculation\n\nLomax Trams plc notes the press report of an offer. {subject} is in talks with Harrow Capital about a possible offer."
    assert [r.speaker for r in read("en", "Statement re press speculation", text, "Lomax Trams plc", "filing").responses] == [speaker]
