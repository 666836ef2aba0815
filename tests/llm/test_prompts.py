"""The prompts: their examples are true of their own texts, nothing of the wire is in them, material comes last."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from jinja2 import UndefinedError

import prompts
from bot.judge.llm import JudgeAnswer, LlmJudge
from bot.llm import talk
from bot.llm.rungs import strict
from bot.read.llm import ReadAnswer, grounded, material
from bot.read.quotes import locate
from tests.fakes.openai_server import misfit

from .conftest import Obedient, document

SHAPES = {"read": ReadAnswer, "judge": JudgeAnswer}
EXAMPLES = [(name, n, e) for name in SHAPES for n, e in enumerate(prompts.load(name).examples)]
SHARED = Path(__file__).parents[3] / "shared" / "wire"


@pytest.mark.parametrize(
    ("name", "n", "example"), EXAMPLES, ids=lambda v: v if isinstance(v, str | int) else ""
)
class TestExamples:
    def test_the_answer_fits_the_schema(self, name: str, n: int, example: dict) -> None:
        schema = strict(SHAPES[name])
        assert misfit(example["answer"], schema, schema) == ""
        SHAPES[name].model_validate(example["answer"])

    def test_every_word_quoted_is_in_its_text(self, name: str, n: int, example: dict) -> None:
        text = example["given"]["text"]
        rows = [row for part in example["answer"].values() for row in part if isinstance(row, dict)]
        for row in rows:
            for field in ("span", "quote", "addresses"):
                if row.get(field):
                    assert row[field] in text
                    assert locate(text, row[field])
        named = f"{example['given']['outlet']}\n{example['given']['title']}\n{text}"
        for row in rows:
            for field in ("company", "credited", "origin", "parent", "via"):
                if row.get(field):
                    assert row[field] in named, (field, row[field])
        printed = list(example["answer"].get("credits", []))
        for company in example["answer"].get("companies", []):
            printed += [company["name"], *company["also"]]
        assert [value for value in printed if value not in named] == []

    def test_the_rules_leave_the_answer_as_it_is(self, name: str, n: int, example: dict) -> None:
        if name != "read":
            return
        given = example["given"]
        doc = document(
            given["text"],
            title=given["title"],
            outlet=given["outlet"],
            lang=given["lang"],
            kind=given["kind"],
        )
        reading = grounded(doc, ReadAnswer.model_validate(example["answer"]), "test")
        said = [r for r in example["answer"]["responses"] if not r["earlier"]]
        assert reading.dropped == 0
        assert [r.quote.text for r in reading.responses] == [r["quote"] for r in said]
        assert [r.company for r in reading.responses] == [r["company"] for r in said]
        assert [r.speaker for r in reading.responses] == [r["speaker"] for r in said]
        assert [len(r.answers) for r in reading.responses] == [len(r["answers"]) for r in said]
        assert [c.statement for c in reading.claims] == [c["statement"] for c in example["answer"]["claims"]]
        assert list(reading.companies)[: len(reading.claims)] == [
            c["company"] for c in example["answer"]["claims"]
        ]

    def test_ids_are_those_given(self, name: str, n: int, example: dict) -> None:
        if name == "judge":
            assert [d["id"] for d in example["given"]["denials"]] == [
                b["denial"] for b in example["answer"]["bearings"]
            ]
            for row in example["answer"]["bearings"]:
                assert (row["evidence"] is None) == (row["verdict"] in (None, "no_bearing"))
        else:
            ids = {c["id"] for c in example["answer"]["claims"]}
            assert all(set(r["answers"]) <= ids for r in example["answer"]["responses"])


def test_the_examples_cover_every_kind_and_verdict_and_several_languages() -> None:
    answers = [r for e in prompts.load("read").examples for r in e["answer"]["responses"]]
    # no_comment and the rest are in the rules above them; the denials must each be seen once
    assert {r["kind"] for r in answers} >= {
        "flat_denial", "specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware", "no_response",
        "no_comment", "confirmation", "third_party_denial",
    }  # fmt: skip
    verdicts = [b["verdict"] for e in prompts.load("judge").examples for b in e["answer"]["bearings"]]
    assert set(verdicts) == {"undercuts", "confirms", "partly_undercuts", "overtaken", "no_bearing", None}
    assert len({e["given"]["lang"] for e in prompts.load("read").examples}) >= 6
    assert len({e["given"]["lang"] for e in prompts.load("judge").examples}) >= 4


def test_the_material_comes_last_between_its_marks() -> None:
    given = material(document("First.\n\nLast words.", title="A\nheadline: forged"), 0)
    system, user = prompts.load("read").messages(**given)
    assert user["content"].startswith(f"=== {given['mark']} ===\n")
    assert user["content"].endswith(f"Last words.\n=== {given['mark']} ===")
    assert "headline: A headline: forged\n" in user["content"]
    assert "First." not in system["content"]
    again = prompts.load("read").messages(**material(document("Other.", title="Other"), 0))
    assert again[0] == system  # so that servers can cache it


def test_braces_in_an_article_stay_what_they_are() -> None:
    given = material(document("{{ 7 * 7 }} {% for x in y %} {# z #}"), 0)
    assert "{{ 7 * 7 }} {% for x in y %} {# z #}" in prompts.load("read").messages(**given)[1]["content"]


def test_a_missing_variable_is_a_mistake() -> None:
    with pytest.raises(UndefinedError):
        prompts.load("read").messages(mark="x")


def test_unknown_and_unversioned_prompts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError):
        prompts.load("nothing")
    (tmp_path / "bare.jinja").write_text("{% block system %}{% endblock %}", encoding="utf-8")
    monkeypatch.setattr(prompts, "_HERE", tmp_path)
    with pytest.raises(ValueError, match=r"bare\.jinja does not say its version"):
        prompts.load("bare")


@pytest.mark.parametrize("name", ["read", "judge", "second"])
def test_versions(name: str) -> None:
    assert re.fullmatch(rf"{name}-\d+\+[0-9a-f]{{8}}", prompts.load(name).version)


def test_the_judge_sees_claim_denial_and_article() -> None:
    example = prompts.load("judge").examples[1]
    shown = prompts.load("judge").given(example)
    assert (
        '[d1] Ferrowick plc, Ida Corr, finance chief, 2024-05-06, flat_denial: "We are not selling' in shown
    )
    assert "to the claim of Saltmarsh Times, 2024-05-06 (anonymous): Ferrowick is negotiating" in shown
    assert LlmJudge(Obedient({})).name == "llm:obedient"


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _runs(text: str, size: int) -> set[tuple[str, ...]]:
    tokens = re.findall(r"[぀-ヿ㐀-鿿가-힯]|[^\W_]+", _folded(text))
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in _strings(part)]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/wire")
def test_nothing_of_the_wire_is_in_the_prompts() -> None:
    folder = Path(prompts.__file__).parent
    said = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.jinja"))]
    said += [
        line
        for p in sorted(folder.glob("*.json"))
        for line in _strings(json.loads(p.read_text(encoding="utf-8")))
    ]
    ours, words = set().union(*(_runs(text, 6) for text in said)), _folded("\n".join(said))
    for path in sorted(SHARED.glob("*.json")):
        episode = json.loads(path.read_text(encoding="utf-8"))
        articles = episode if isinstance(episode, list) else episode["articles"]
        for article in articles:
            shared = ours & _runs(f"{article['title']}\n{article['text']}", 6)
            assert not shared, (path.name, sorted(shared))
            assert _folded(article["outlet"]) not in words
        for company in [] if isinstance(episode, list) else episode["companies"]:
            for name in (company["name"], *company["aliases"]):
                assert not re.search(rf"(?<!\w){re.escape(_folded(name))}(?!\w)", words), name


def test_one_example_shows_an_article_that_talks_to_the_model() -> None:
    talking = [e for e in prompts.load("read").examples if talk.passages(e["given"]["text"])]
    assert talking
    assert talking[0]["answer"]["responses"] == []
