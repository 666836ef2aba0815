from __future__ import annotations

import random
from itertools import permutations

import pytest

from store.companies import begins, head, heard
from store.engine import StoreError
from store.ledger import Ledger
from tests.store.conftest import NOW, Filler, ids


def key_of(name: str) -> str:
    return name.casefold()


def family_names(ledger: Ledger, company: int) -> set[str]:
    return {(ledger.companies.get(i) or {})["name"] for i in ledger.companies.family(company)}


@pytest.mark.parametrize(
    ("longer", "shorter", "does"),
    [
        ("quillon", "quillon", True),
        ("quillon ferries", "quillon", True),
        ("quillonia", "quillon", False),
        ("quillon", "quillon ferries", False),
        ("first harbour bank", "first", False),
        ("bank of brask", "bank", False),
        ("bank of brask", "bank of", True),
        ("united brask", "united", False),
        ("new tarn relic", "new tarn", True),
        ("first", "first", True),
        ("三菱重工", "三菱", True),
        ("三菱重工", "三", False),
        ("日本海運", "日本", False),
        ("lg화학", "lg", True),
        ("lge", "lg", False),
        ("quillon", "", False),
    ],
)
def test_one_name_begins_another_word_by_word(longer: str, shorter: str, does: bool) -> None:
    assert begins(longer, shorter) is does
    if does:
        assert head(longer) == head(shorter)  # or the index would not find them


@pytest.mark.parametrize(("key", "first"), [("quillon ferries", "quillon"), ("三菱重工", "三菱"), ("lg화학", "lg"), ("仁", "仁"), ("", "")])
def test_head(key: str, first: str) -> None:
    assert head(key) == first


def test_a_name_is_resolved_to_one_company(ledger: Ledger) -> None:
    companies = ledger.companies
    first = companies.resolve("Quillon", "quillon", NOW)
    assert companies.resolve("QUILLON", "quillon", NOW) == first
    assert companies.resolve("Brask", "brask", NOW) != first
    assert (companies.find("quillon") or {})["id"] == first
    assert companies.find("nobody") is None
    assert companies.get(999) is None


@pytest.mark.parametrize("order", list(permutations(["Quillon", "QUILLON", "Quillon plc", "Ｑｕｉｌｌｏｎ"])))
def test_the_plainest_form_of_a_name_is_shown_whatever_came_first(ledger: Ledger, order: tuple[str, ...]) -> None:
    for name in order:
        company = ledger.companies.resolve(name, "quillon", NOW)
    assert (ledger.companies.get(company) or {})["name"] == "Quillon"
    assert ledger.companies.names([company]) == ["Quillon"]


def test_a_name_given_by_a_person_stays(ledger: Ledger) -> None:
    company = ledger.companies.resolve("Quillon Group plc", "quillon", NOW, by="U1")
    ledger.companies.resolve("Quillon", "quillon", NOW)
    assert (ledger.companies.get(company) or {})["name"] == "Quillon Group plc"


def test_a_name_without_a_letter_is_refused(ledger: Ledger) -> None:
    with pytest.raises(StoreError, match="not a name"):
        ledger.companies.resolve("…", "", NOW)


def test_an_alias_leads_to_its_company_and_a_person_outranks_readers(ledger: Ledger, fill: Filler) -> None:
    quillon, brask = fill.company("Quillon"), fill.company("Brask")
    ledger.companies.add_alias(brask, "The Ferryman", "ferryman", "reader")
    assert ledger.companies.resolve("Ferryman", "ferryman", NOW) == brask
    other = ledger.companies.resolve("Loom", "loom", NOW)
    ledger.companies.add_alias(quillon, "Loom", "loom", "U1")
    assert ledger.companies.resolve("Loom", "loom", NOW) == quillon != other
    assert (ledger.companies.find("loom") or {})["id"] == quillon


def test_all_companies_with_their_other_names(ledger: Ledger, fill: Filler) -> None:
    quillon, brask = fill.company("Quillon"), fill.company("Brask")
    ledger.companies.add_alias(brask, "Brask Motors", "brask motors", "U1")
    ledger.companies.set_parent(brask, quillon)
    assert [(c["name"], c["parent"], c["aliases"]) for c in ledger.companies.all()] == [
        ("Brask", "Quillon", ["Brask Motors"]),
        ("Quillon", None, []),
    ]
    assert ledger.companies.names([quillon, brask]) == ["Brask Motors", "Quillon", "Brask"]
    assert ledger.companies.names([]) == []
    assert ledger.companies.own_names(brask) == ["Brask Motors", "Brask"]


def test_mentioned_finds_aliases_by_their_first_word(ledger: Ledger, fill: Filler) -> None:
    for name in ("Quillon", "Quillon Ferries", "Quillonia", "三菱重工"):
        fill.company(name)
    found = ledger.companies.mentioned(["quillon", "三菱", *(f"word{i}" for i in range(900))])
    assert {row["name"] for row in found} == {"Quillon", "Quillon Ferries", "三菱重工"}
    assert {row["family"] for row in found if row["name"] != "三菱重工"} == {1}


# families -------------------------------------------------------------------------------------------------------


def test_a_general_first_word_makes_no_family(ledger: Ledger, fill: Filler) -> None:
    names = ["First", "First Harbour", "First Tarn Bank", "New", "New Loom", "New Brask Post", "Bank of Tarn", "Bank"]
    companies = [fill.company(name) for name in names]
    assert all(ledger.companies.family(company) == [company] for company in companies)


@pytest.mark.parametrize("seed", range(6))
def test_families_do_not_depend_on_the_order(ledger: Ledger, seed: int) -> None:
    names = ["Quillon", "Quillon Ferries", "Quillon Ferries Nordic", "Quill", "Brask Motors", "Brask", "Brask Oil", "三菱", "三菱重工"]
    shuffled = random.Random(seed).sample(names, len(names))
    companies = [ledger.companies.resolve(name, name.casefold(), NOW) for name in shuffled]
    assert {frozenset(family_names(ledger, c)) for c in companies} == {
        frozenset({"Quillon", "Quillon Ferries", "Quillon Ferries Nordic"}),
        frozenset({"Quill"}),
        frozenset({"Brask", "Brask Motors", "Brask Oil"}),
        frozenset({"三菱", "三菱重工"}),
    }


def test_a_shorter_name_that_comes_later_joins_two_families(ledger: Ledger, fill: Filler) -> None:
    north, south = fill.company("Brask Oil"), fill.company("Brask Motors")
    assert ledger.companies.family(north) == [north]
    short = fill.company("Brask")
    assert ledger.companies.family(south) == [north, south, short]


def test_the_family_of_an_unknown_company_is_itself(ledger: Ledger) -> None:
    assert ledger.companies.family(77) == [77]


def test_parents_and_subsidiaries_are_kin_until_they_are_not(ledger: Ledger, fill: Filler) -> None:
    quillon, brask, loom = (fill.company(n) for n in ("Quillon", "Brask", "Loom"))
    ledger.companies.set_parent(brask, quillon)
    ledger.companies.set_parent(loom, brask)
    assert ledger.companies.family(loom) == [quillon, brask, loom]
    ledger.companies.set_parent(brask, None)
    assert ledger.companies.family(quillon) == [quillon]
    assert ledger.companies.family(loom) == [brask, loom]


def test_nobody_owns_itself(ledger: Ledger, fill: Filler) -> None:
    quillon, brask, loom = (fill.company(n) for n in ("Quillon", "Brask", "Loom"))
    ledger.companies.set_parent(brask, quillon)
    ledger.companies.set_parent(loom, brask)
    for parent in (quillon, brask, loom):
        with pytest.raises(StoreError, match="own parent"):
            ledger.companies.set_parent(quillon, parent)
    with pytest.raises(StoreError, match="no company 999"):
        ledger.companies.set_parent(quillon, 999)
    with pytest.raises(StoreError, match="no company 999"):
        ledger.companies.set_parent(999, quillon)


def test_one_name_in_two_scripts_is_one_family(ledger: Ledger, fill: Filler) -> None:
    latin, han = fill.company("Haifeng Energy"), fill.company("海风能源")
    kana, other = fill.company("ハイフェング"), fill.company("Haifong")
    assert ledger.companies.family(latin) == [latin, han]
    assert ledger.companies.family(kana) == [kana]
    assert ledger.companies.family(other) == [other]


def test_a_general_first_word_is_not_told_by_ear(ledger: Ledger, fill: Filler) -> None:
    foods, fund = fill.company("Global Foods"), fill.company("グローバル財団")
    assert ledger.companies.family(foods) == [foods]
    assert ledger.companies.family(fund) == [fund]


@pytest.mark.parametrize(("key", "letters"), [("haifeng energy", "haife"), ("海风", "haife"), ("lg", ""), ("global foods", "")])
def test_heard(key: str, letters: str) -> None:
    assert heard(key) == letters


# merging --------------------------------------------------------------------------------------------------------


def test_merging_moves_everything_once(ledger: Ledger, fill: Filler) -> None:
    old, new = fill.company("Brask"), fill.company("Quillon")
    ledger.companies.add_alias(old, "Ferryman", "ferryman", "reader")
    ledger.companies.add_alias(new, "Ferryman", "ferryman", "U1")
    alone, both = fill.denied(1, old), fill.denied(2, old)
    third = fill.denied(3, old)
    ledger.cases.set_companies(both, [(old, "counterparty"), (new, "subject")])
    ledger.cases.set_companies(third, [(old, "subject"), (new, "counterparty")])
    ledger.outbox.subscribe("T", "C1", old, "U1", NOW)
    ledger.outbox.subscribe("T", "C1", new, "U1", NOW)
    ledger.outbox.subscribe("T", "C2", old, "U1", NOW)

    ledger.companies.merge(old, new)

    assert ledger.companies.get(old) is None
    assert ledger.companies.resolve("Brask", "brask", NOW) == new
    assert ledger.companies.names([new]) == ["Ferryman", "Quillon", "Brask"]
    assert {row["company_id"] for row in ledger.cases.claims(["c-1", "c-2"])} == {new}
    assert {row["company_id"] for row in ledger.cases.responses(["r-1", "r-2"])} == {new}
    assert [(c["id"], c["role"]) for c in ledger.cases.companies_of(both)] == [(new, "subject")]
    assert [(c["id"], c["role"]) for c in ledger.cases.companies_of(third)] == [(new, "subject")]
    assert [c["id"] for c in ledger.cases.companies_of(alone)] == [new]
    for channel in ("C1", "C2"):
        assert [s["company_id"] for s in ledger.outbox.subscriptions("T", channel)] == [new]


def test_merging_in_a_chain(ledger: Ledger, fill: Filler) -> None:
    a, b, c = (fill.company(n) for n in ("Brask", "Loom", "Quillon"))
    ledger.companies.merge(a, b)
    ledger.companies.merge(b, c)
    assert [ledger.companies.resolve(n, n.casefold(), NOW) for n in ("Brask", "Loom", "Quillon")] == [c, c, c]


def test_families_after_a_merge(ledger: Ledger, fill: Filler) -> None:
    brask, oil, quillon, owner = (fill.company(n) for n in ("Brask", "Brask Oil", "Quillon", "Tarn"))
    owned_by = fill.company("Loom")
    ledger.companies.set_parent(brask, owner)
    ledger.companies.set_parent(quillon, owned_by)
    ledger.companies.merge(brask, quillon)
    assert ledger.companies.family(quillon) == [oil, quillon, owned_by]  # by its old name, and its own owner
    assert ledger.companies.family(owner) == [owner]  # the owner of the old one is no kin any more
    assert (ledger.companies.get(quillon) or {})["parent_id"] == owned_by


def test_merging_up_and_down_the_line_of_owners_leaves_no_circle(ledger: Ledger, fill: Filler) -> None:
    companies = ledger.companies
    top, middle, low, top_owner = (fill.company(n) for n in ("Quillon", "Brask", "Loom", "Tarn"))
    companies.set_parent(top, top_owner)
    companies.set_parent(middle, top)
    companies.set_parent(low, middle)
    companies.merge(top, low)  # into its own grandchild
    assert (companies.get(low) or {})["parent_id"] == top_owner
    assert (companies.get(middle) or {})["parent_id"] == low
    companies.merge(middle, top_owner)  # into its grandparent
    assert (companies.get(low) or {})["parent_id"] == top_owner
    assert (companies.get(top_owner) or {})["parent_id"] is None
    companies.merge(top_owner, low)
    assert (companies.get(low) or {})["parent_id"] is None
    assert companies.family(low) == [low]


def test_the_merged_company_keeps_the_owner_of_the_old_one(ledger: Ledger, fill: Filler) -> None:
    brask, quillon, owner = (fill.company(n) for n in ("Brask", "Quillon", "Tarn"))
    ledger.companies.set_parent(brask, owner)
    ledger.companies.merge(brask, quillon)
    assert (ledger.companies.get(quillon) or {})["parent_id"] == owner


def test_an_owner_that_would_own_itself_is_let_go(ledger: Ledger, fill: Filler) -> None:
    brask, quillon, between = (fill.company(n) for n in ("Brask", "Quillon", "Tarn"))
    ledger.companies.set_parent(between, quillon)
    ledger.companies.set_parent(brask, between)
    ledger.companies.merge(brask, quillon)
    assert (ledger.companies.get(quillon) or {})["parent_id"] is None


def test_what_cannot_be_merged(ledger: Ledger, fill: Filler) -> None:
    company = fill.company("Quillon")
    with pytest.raises(StoreError, match="same company already"):
        ledger.companies.merge(company, company)
    with pytest.raises(StoreError, match="no company 99"):
        ledger.companies.merge(company, 99)
    with pytest.raises(StoreError, match="no company 99"):
        ledger.companies.merge(99, company)
    assert ledger.companies.get(company)


# splitting ------------------------------------------------------------------------------------------------------


def test_a_split_takes_back_what_was_merged(ledger: Ledger, fill: Filler) -> None:
    brask, quillon = fill.company("Brask"), fill.company("Quillon")
    theirs = fill.denied(1, quillon)
    fill.article("a-b")
    written = {"company": "BRASK"}
    fill.reading("a-b", [fill.claim("c-b", brask, **written)], [fill.response("r-b", brask, **written)], [("c-b", "r-b")])
    own = ledger.cases.open_case("Brask alone", NOW)
    ledger.cases.assign(own, ["c-b"], ["r-b"])
    ledger.cases.set_companies(own, [(brask, "subject")])
    ledger.outbox.subscribe("T", "C", quillon, "U1", NOW)
    ledger.companies.merge(brask, quillon)

    again = ledger.companies.split("brask", NOW, by="U1", key_of=key_of)

    assert again not in (brask, quillon)
    assert ledger.companies.resolve("Brask", "brask", NOW) == again
    assert (ledger.companies.get(again) or {})["name"] == "Brask"
    assert ledger.companies.names([quillon]) == ["Quillon"]
    assert ids(ledger.cases.claims_naming([again], limit=9)) == ["c-b"]
    assert ids(ledger.cases.responses_of_family([quillon], limit=9)) == ["r-1"]
    assert [c["id"] for c in ledger.cases.companies_of(own)] == [again]
    assert [c["id"] for c in ledger.cases.companies_of(theirs)] == [quillon]
    assert [s["company"] for s in ledger.outbox.subscriptions("T", "C")] == ["Brask", "Quillon"]
    assert ledger.companies.family(again) == [again]


def test_a_case_of_both_names_keeps_both_companies(ledger: Ledger, fill: Filler) -> None:
    quillon = fill.company("Quillon")
    ledger.companies.add_alias(quillon, "Brask", "brask", "U1")
    case = fill.denied(1, quillon)
    fill.article("a-b")
    fill.reading("a-b", [fill.claim("c-b", quillon, company="Brask")], [])
    ledger.cases.assign(case, ["c-b"], [])
    again = ledger.companies.split("brask", NOW, by="U1", key_of=key_of)
    assert {c["id"] for c in ledger.cases.companies_of(case)} == {quillon, again}


def test_what_cannot_be_split(ledger: Ledger, fill: Filler) -> None:
    fill.company("Quillon")
    with pytest.raises(StoreError, match="no company is known as 'brask'"):
        ledger.companies.split("brask", NOW, by="U1", key_of=key_of)
    with pytest.raises(StoreError, match="main name"):
        ledger.companies.split("quillon", NOW, by="U1", key_of=key_of)


# slips ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Quilon", "Quillon"),
        ("quillonn ", "Quillon"),
        ("Ardne", "Arden Savings and Loans"),
        ("arden svaings", "Arden Savings and Loans"),
        ("Uqillon", "Quillon"),
        ("brask moters", "Brask Motors"),
        ("Motors", "Brask Motors"),
        ("三菱重", "三菱重工"),
        ("LME", "LMEX"),
    ],
)
def test_slips_are_guessed(ledger: Ledger, fill: Filler, typed: str, meant: str) -> None:
    for name in ("Quillon", "Brask Motors", "三菱重工", "LMEX", "Harbour Post", "Tarn", "Arden Savings and Loans"):
        fill.company(name)
    assert ledger.companies.suggest(typed)[0] == meant


@pytest.mark.parametrize("typed", ["", " ", "x", "%", "__%!_", "🚢🚢🚢", "nothing like it", "a" * 3000, "'; DROP TABLE aliases"])
def test_what_is_like_nothing_on_file(ledger: Ledger, fill: Filler, typed: str) -> None:
    for name in ("Quillon", "Brask Motors"):
        fill.company(name)
    assert ledger.companies.suggest(typed) == []


def test_suggestions_come_once_a_company_and_not_too_many(ledger: Ledger, fill: Filler) -> None:
    for i in range(8):
        fill.company(f"Quillon {i}")
    ledger.companies.add_alias(1, "Quillon Nil", "quillon nil", "U1")
    found = ledger.companies.suggest("Quillon", limit=3)
    assert len(found) == len(set(found)) == 3


def test_a_longer_form_of_a_name_does_not_take_the_plain_one_s_place(ledger: Ledger) -> None:
    quillon = ledger.companies.resolve("Quillon", "quillon", NOW)
    ledger.companies.add_alias(quillon, "Quillon AG", "quillon", "person")
    assert ledger.companies.own_names(quillon) == ["Quillon"]
    ledger.companies.add_alias(quillon, "Quil", "quil", "person")
    assert set(ledger.companies.own_names(quillon)) == {"Quil", "Quillon"}
