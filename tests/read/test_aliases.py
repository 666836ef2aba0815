"""Other names that an article gives for a company."""

from __future__ import annotations

import pytest

from bot.read.aliases import also_known


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("The food maker Sorabel Foods (하늘담식품) said on Monday", "Sorabel Foods", "하늘담식품"),
        ("青葉食品株式会社（Aoba Foods）は20日、", "青葉食品", "Aoba Foods"),
        ("电池制造商澜桥科技(Lanqiao Technology)表示", "澜桥科技", "Lanqiao Technology"),
    ],
)
def test_a_name_in_another_script_stands_in_brackets(text: str, name: str, other: str) -> None:
    assert also_known(text, [name]) == [(name, other)]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Acme Holdings plc changes its name to Bolt Group plc on Friday.", "Acme Holdings", "Bolt Group"),
        ("Die Tannhof Versand AG firmiert ab heute als Nordlicht Handel SE. Die Aktie", "Tannhof Versand", "Nordlicht Handel SE"),
        ("Lumière Sud devient Groupe Mistral.", "Lumière Sud", "Groupe Mistral"),
        ("Grupo Aldea pasa a llamarse Nexo Rural.", "Grupo Aldea", "Nexo Rural"),
        ("青木電機は商号を「新青木」に変更いたします。", "青木電機", "新青木"),
        ("远山重工正式更名为“远山智造”。", "远山重工", "远山智造"),
        ("한빛상사는 내달부터 사명을 ‘새빛’으로 변경합니다.", "한빛상사", "새빛"),
    ],
)
def test_a_company_announces_its_new_name(text: str, name: str, other: str) -> None:
    ((known, new),) = also_known(text, [name], "press_release")
    assert known == name
    assert new.startswith(other)


def test_nobody_else_can_rename_a_company() -> None:
    text = "Acme Holdings plc changes its name to Bolt Group plc on Friday."
    assert also_known(text, ["Acme Holdings"], "blog") == []
    assert also_known(text, ["Acme Holdings"], None) == []


@pytest.mark.parametrize(
    ("text", "renamed", "others"),
    [
        ("远山重工更名为远山智造。受让方为长河电器。", ("远山重工", "远山智造"), "长河电器"),
        ("한빛상사는 사명을 새빛으로 변경합니다. 최대주주는 두산골전자입니다.", ("한빛상사", "새빛"), "두산골전자"),
    ],
)
def test_only_whoever_the_paper_says_it_of_is_renamed(text: str, renamed: tuple[str, str], others: str) -> None:
    assert also_known(text, [renamed[0], others], "press_release") == [renamed]


def test_brackets_in_the_same_script_are_no_name() -> None:
    assert also_known("Acme Holdings (AHD.L) and Acme Holdings (formerly a bank) fell", ["Acme Holdings"]) == []
