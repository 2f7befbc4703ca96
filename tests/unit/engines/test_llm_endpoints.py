from __future__ import annotations

import pytest

from extractor.engines.llm.endpoints import NO_KEY, PROVIDERS, find_endpoint
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions, Mode
from extractor.errors import BadKeyError, ConfigurationError, UnknownEngineError

KEY = "sk-words-that-nobody-may-see"
VARIABLES = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "AZURE_OPENAI_ENDPOINT",
    *(provider.key_variable for provider in PROVIDERS.values()),
)


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("ollama", "127.0.0.1:11434"),
        ("vllm", "127.0.0.1:8000"),
        ("llamacpp", "127.0.0.1:8080"),
        ("lmstudio", "127.0.0.1:1234"),
    ],
)
def test_local_servers_have_their_usual_place_and_need_no_key(name: str, place: str) -> None:
    endpoint = find_endpoint(name, "tiny", EngineOptions())
    assert (endpoint.place, endpoint.key, endpoint.own) == (place, NO_KEY, True)


@pytest.mark.parametrize(
    ("name", "variable", "place"),
    [
        ("openai", "OPENAI_API_KEY", "api.openai.com:443"),
        ("openrouter", "OPENROUTER_API_KEY", "openrouter.ai:443"),
        ("anthropic", "ANTHROPIC_API_KEY", "api.anthropic.com:443"),
        ("google", "GEMINI_API_KEY", "generativelanguage.googleapis.com:443"),
    ],
)
def test_hosted_models_need_their_own_key(
    monkeypatch: pytest.MonkeyPatch, name: str, variable: str, place: str
) -> None:
    with pytest.raises(BadKeyError, match=rf"\${variable} is not set"):
        find_endpoint(name, "tiny", EngineOptions())
    monkeypatch.setenv(variable, f" {KEY}\n")
    endpoint = find_endpoint(name, "tiny", EngineOptions())
    assert (endpoint.place, endpoint.key) == (place, KEY)
    assert KEY not in repr(endpoint)


def test_a_key_goes_to_its_own_provider_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    for name in ("vllm", "ollama", "llamacpp", "lmstudio"):
        assert find_endpoint(name, "tiny", EngineOptions()).key == NO_KEY
    with pytest.raises(BadKeyError):
        find_endpoint("openrouter", "tiny", EngineOptions())


def test_another_variable_is_the_one_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINE", KEY)
    assert find_endpoint("openai", "m", EngineOptions(api_key_env="MINE")).key == KEY
    with pytest.raises(BadKeyError, match=r"\$YOURS is not set"):
        find_endpoint("vllm", "m", EngineOptions(api_key_env="YOURS"))


def test_an_address_is_the_option_s_else_the_variable_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://10.0.0.5:8000/v1")
    assert find_endpoint("openai", "m", EngineOptions()).place == "10.0.0.5:8000"
    options = EngineOptions(base_url="https://models.example/v1")
    endpoint = find_endpoint("openai", "m", options)
    assert (endpoint.place, endpoint.own, endpoint.key) == ("models.example:443", False, NO_KEY)
    assert find_endpoint("vllm", "m", EngineOptions()).place == "127.0.0.1:8000"


def test_azure_has_the_address_of_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match="azure has no address") as raised:
        find_endpoint("azure", "m", EngineOptions())
    assert raised.value.hint == "set $AZURE_OPENAI_ENDPOINT or --base-url"
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://mine.openai.azure.com/")
    with pytest.raises(BadKeyError, match="AZURE_OPENAI_API_KEY"):
        find_endpoint("azure", "m", EngineOptions())
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    endpoint = find_endpoint("azure", "m", EngineOptions())
    assert endpoint.base_url == "https://mine.openai.azure.com/openai/v1/"


@pytest.mark.parametrize(
    "address", ["models.example/v1", "ftp://models.example", "http://", "http://host:99999/v1"]
)
def test_what_is_no_address_is_said(address: str) -> None:
    with pytest.raises(ConfigurationError, match="not the address of a server"):
        find_endpoint("openai", "m", EngineOptions(base_url=address))


def test_an_address_with_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(ConfigurationError) as raised:
        find_endpoint("openai", "m", EngineOptions(base_url=f"http://me:{KEY}@host/v1"))
    assert KEY not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("rule", "did you mean rules?"),
        ("opnai/gpt-x", "did you mean openai/gpt-x?"),
        ("olama/qwen", "did you mean ollama/qwen?"),
        ("openai", "write openai/MODEL"),
        ("openai/", "write openai/MODEL"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(UnknownEngineError) as raised:
        open_engine(name)
    assert raised.value.hint == hint


def test_a_model_s_own_slashes_are_kept() -> None:
    assert open_engine("vllm/org/model:free").name == "vllm/org/model:free"


def test_the_fingerprint_holds_what_the_answers_depend_on_and_nothing_else() -> None:
    def fingerprint(mode: Mode = "auto", name: str = "vllm/tiny", **options: float) -> str:
        return open_engine(
            name,
            EngineOptions(mode=mode, base_url=f"http://127.0.0.1:{len(options) + 1}/v1", **options),  # type: ignore[arg-type]  # numbers of several options
        ).fingerprint

    usual = fingerprint()
    assert usual.startswith("llm/1 model=vllm/tiny mode=auto temperature=0 max_tokens=8192 wire=")
    assert usual == fingerprint(timeout=3.0) == fingerprint(retries=0, timeout=1)
    others = {fingerprint("tools"), fingerprint(max_tokens=9), fingerprint(name="vllm/big")}
    assert len(others | {usual}) == 4


@pytest.mark.parametrize("provider", ["anthropic", "google"])
def test_an_extra_that_is_missing_is_said_with_the_command(
    monkeypatch: pytest.MonkeyPatch, provider: str
) -> None:
    monkeypatch.setenv(PROVIDERS[provider].key_variable, KEY)
    monkeypatch.setattr("extractor.engines.llm.native.find_spec", lambda name: None)
    with pytest.raises(ConfigurationError) as raised:
        open_engine(f"{provider}/m")
    assert raised.value.hint == f"pip install 'timeline-extractor[{provider}]'"
