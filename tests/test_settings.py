"""Settings: where they come from, what is refused, and that each one is explained."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load, variable

EXAMPLE = Path(__file__).resolve().parents[1] / ".env.example"
LINE = re.compile(r"^(#?)([A-Z][A-Z0-9_]*)=(.*)$", re.MULTILINE)


def test_each_variable_is_explained_and_no_other():
    written = [name for _, name, _ in LINE.findall(EXAMPLE.read_text("utf-8"))]
    assert len(written) == len(set(written))
    assert set(written) == {variable(field) for field in Settings.__annotations__}


def test_what_the_example_shows_is_the_default():
    shown = {name: value for mark, name, value in LINE.findall(EXAMPLE.read_text("utf-8")) if mark}
    assert load(shown, dotenv=None) == Settings()
    assert all(value for value in shown.values())


def test_a_copy_of_the_example_changes_nothing():
    assert load({}, dotenv=EXAMPLE) == Settings()


def test_each_explanation_stands_above_its_line():
    lines = EXAMPLE.read_text("utf-8").splitlines()
    for before, line in itertools.pairwise(lines):
        if LINE.match(line):
            assert before.startswith("#"), line
            assert before.strip("# -"), line


def test_the_environment_goes_before_the_file_and_overrides_before_both(tmp_path):
    dotenv = tmp_path / ".env"
    dotenv.write_text("WALKBACK_DB=file.db\nWALKBACK_TIME_ZONE=Asia/Tokyo\nOPENAI_MODEL=small\n")
    settings = load(
        {"WALKBACK_DB": "env.db", "OPENAI_MODEL": " "}, dotenv=dotenv, digest_hour=30, log_level=None
    )
    assert (settings.db, settings.time_zone, settings.openai_model) == ("env.db", "Asia/Tokyo", "gpt-6-luna")
    assert (settings.digest_hour, settings.log_level) == (30, "INFO")


def test_types_are_read():
    settings = load(
        {
            "WALKBACK_ADMINS": "U1, U2 ,", "WALKBACK_ALLOW_PRIVATE": "Yes", "WALKBACK_POLL_SECONDS": "2.5", "WALKBACK_DIGEST_HOUR": "17",
            "SLACK_API_URL": "http://127.0.0.1:1/api",
        },
        dotenv=None,
    )  # fmt: skip
    assert settings.admins == ("U1", "U2")
    assert settings.allow_private is True
    assert (settings.poll_seconds, settings.digest_hour) == (2.5, 17)
    assert settings.slack_api_url == "http://127.0.0.1:1/api/"
    assert load({"WALKBACK_ALLOW_PRIVATE": "off"}, dotenv=None).allow_private is False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WALKBACK_POLL_SECONDS", "soon"),
        ("WALKBACK_POLL_SECONDS", "-1"),
        ("WALKBACK_POLL_SECONDS", "nan"),
        ("WALKBACK_DIGEST_HOUR", "1.5"),
        ("WALKBACK_LLM_DAILY_BUDGET", "inf"),
        ("WALKBACK_ALLOW_PRIVATE", "maybe"),
        ("WALKBACK_HTTP_PORT", "https"),
    ],
)
def test_a_bad_value_is_named(name, value):
    with pytest.raises(SettingsError, match=name):
        load({name: value}, dotenv=None)


def test_a_model_is_configured_by_a_key_or_by_an_address():
    assert not Settings().llm
    assert Settings(openai_api_key="k").llm
    assert Settings(openai_base_url="http://127.0.0.1:8080/v1").llm


def test_the_bot_names_itself_and_a_contact():
    assert Settings(contact_url="https://desk.example").user_agent == "Walkback/0.1 (+https://desk.example)"


def test_settings_show_no_secret():
    shown = repr(Settings(db="postgresql://ann:hush@db.example/w", slack_bot_token="hush", openai_api_key="hush"))
    assert "hush" not in shown
