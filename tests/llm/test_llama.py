"""The whole path against a real llama.cpp server, where `xllamacpp` is installed (`pip install xllamacpp`).

The model is tests/fakes/tiny_gguf.py: it knows nothing, so what is shown is that our schemas are taken, that the
answers fit them, and that ungrounded words are thrown away; not how well a model reads.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.judge.llm import LlmJudge
from bot.llm import Llm, LlmGarbage
from bot.read.llm import LlmReader
from bot.read.reading import Reading
from bot.settings import Settings
from tests.fakes import tiny_gguf

from .conftest import document
from .test_judge import denial

xllamacpp = pytest.importorskip("xllamacpp", reason="xllamacpp is not installed")
pytestmark = pytest.mark.llama
TEXT = "Fern plc is selling its mill, people said. “We are not selling any mill,” Fern said."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    params = xllamacpp.CommonParams()
    params.model.path = str(tiny_gguf.write(tmp_path_factory.mktemp("model") / "tiny.gguf"))
    params.n_ctx, params.n_parallel, params.warmup = 65536, 1, False
    params.cpuparams.n_threads = min(2, os.cpu_count() or 1)
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


@pytest.fixture
def llama(address: str, ledger, clock) -> Iterator[Llm]:  # type: ignore[no-untyped-def]
    settings = Settings(openai_base_url=address, openai_model="tiny", openai_timeout=60.0)
    llm = Llm(settings, ledger.llm, clock)
    yield llm
    llm.close()


def test_it_reads_and_judges(llama: Llm, ledger) -> None:  # type: ignore[no-untyped-def]
    doc = document(TEXT)
    for ask in (
        lambda: LlmReader(llama).read(doc),
        lambda: LlmJudge(llama).judge(doc, Reading(reader="test"), [denial()]),
    ):
        try:
            got = ask()
        except LlmGarbage:
            continue  # it may talk till its context is full, which is an outcome too
        assert not getattr(got, "claims", got)
        assert not getattr(got, "responses", ())
    rows = ledger.llm.recent()
    assert {row["prompt"] for row in rows} == {"read", "judge"}
    assert {row["outcome"] for row in rows} <= {"ok", "truncated"}
    assert all(row["tokens_in"] > 5000 for row in rows)


def test_the_doctor_s_question(llama: Llm, address: str) -> None:
    assert llama.check().startswith(f"{address} answers with ")


def test_the_file_is_there(tmp_path: Path) -> None:
    assert tiny_gguf.write(tmp_path / "tiny.gguf").read_bytes().startswith(b"GGUF")
