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


def test_brackets_in_the_same_script_are_no_name() -> None:
    assert also_known("Acme Holdings (AHD.L) and Acme Holdings (formerly a bank) fell", ["Acme Holdings"]) == []
