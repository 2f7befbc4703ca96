"""A real llama.cpp for tests, with a model of random weights: it proves the wire, never quality.

The model is made by a fixture (300 kB, the same bytes for the same seed) and never committed.
Some channels of its embeddings are not random: they tell the output what the last byte was, so
that constrained answers end. A number has one digit, a text a letter, a list one element.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFWriter, LlamaFileType, TokenType
from numpy.typing import NDArray

from extractor.prompts import prompts_folder

CONTEXT = 8192
_WIDTH, _HEADS, _HIDDEN = 64, 2, 128
_UNKNOWN, _BEGIN, _END, _FIRST_BYTE = 0, 1, 2, 3
_TOKENS = _FIRST_BYTE + 256
_LOUD = 4.0  # of a channel that tells something, beside random ones of 0.5
_NEVER, _SURELY = -40.0, 8.0
_DIGITS = range(ord("0"), ord("9") + 1)
_LETTERS = range(ord("a"), ord("z") + 1)
_TEMPLATE = (
    "{% for message in messages %}<|{{ message.role }}|>{{ message.content }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)

_SHORT_PROFILE = """
name: short
description: A profile for tests.
kinds:
  attack: {definition: "One side uses force."}
  movement: {definition: "People or forces move."}
  other: {definition: "What fits no other kind."}
fields:
  killed: {type: range, definition: "How many people died."}
"""

_SHORT_SYSTEM = """
Events of the kinds {{ kinds | join(", ") }}; {{ fields | map(attribute="name") | join(", ") }}.
"""

Floats = NDArray[np.float32]


def write_tiny_model(path: Path, *, seed: int = 0) -> Path:
    """A one-layer llama of 64 dimensions whose tokens are the 256 bytes."""
    writer = GGUFWriter(path, "llama")
    _describe(writer)
    _add_tokens(writer)
    random = np.random.default_rng(seed)
    for name, tensor in _weights(random).items():
        writer.add_tensor(f"{name}.weight", tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def write_short_profile(folder: Path) -> Path:
    """A profile folder with three kinds, one field and next to no instructions."""
    folder.mkdir()
    (folder / "profile.yaml").write_text(_SHORT_PROFILE, encoding="utf-8")
    (folder / "system.md.j2").write_text(_SHORT_SYSTEM, encoding="utf-8")
    shutil.copy(prompts_folder() / "general" / "user.md.j2", folder)
    return folder


@contextmanager
def serving(model: Path, *, context: int = CONTEXT, slots: int = 2) -> Iterator[str]:
    """llama.cpp's own HTTP server on a free port of 127.0.0.1; yields its base URL (…/v1)."""
    import xllamacpp

    parameters = one_thread(xllamacpp.CommonParams())
    parameters.model.path = str(model)
    parameters.hostnames = ["127.0.0.1"]
    parameters.n_ctx = context * slots
    parameters.n_parallel = slots
    parameters.verbosity = -1
    parameters.endpoint_metrics = True
    parameters.offline = True
    parameters.ui = False
    parameters.warmup = False
    server = xllamacpp.Server(parameters)
    server.handle_metrics()  # answered once its loop runs: freed before, it never ends
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server


def one_thread(parameters: Any) -> Any:
    """Parameters for a machine that is busy: threads that wait for each other spin."""
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    return parameters


def _describe(writer: Any) -> None:
    writer.add_name("tiny-random")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_HIDDEN)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_HEADS)
    writer.add_rope_dimension_count(_WIDTH // _HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_file_type(LlamaFileType.ALL_F32)
    writer.add_chat_template(_TEMPLATE)


def _add_tokens(writer: Any) -> None:
    names = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    kinds = [TokenType.UNKNOWN, TokenType.CONTROL, TokenType.CONTROL, *[TokenType.BYTE] * 256]
    writer.add_vocab_size(_TOKENS)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(names)
    writer.add_token_scores([0.0] * _TOKENS)
    writer.add_token_types(kinds)
    writer.add_unk_token_id(_UNKNOWN)
    writer.add_bos_token_id(_BEGIN)
    writer.add_eos_token_id(_END)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(False)


def _weights(random: np.random.Generator) -> dict[str, Floats]:
    def normal(rows: int, columns: int, spread: float) -> Floats:
        return random.normal(0.0, spread, (rows, columns)).astype(np.float32)

    embedding, output = normal(_TOKENS, _WIDTH, 0.5), normal(_TOKENS, _WIDTH, 0.15)
    for channel, (last, likings) in enumerate(_likings()):
        embedding[:, channel], output[:, channel] = 0.0, 0.0
        embedding[last, channel] = _LOUD
        for tokens, liking in likings:
            output[tokens, channel] = liking / _LOUD
    ones = np.ones(_WIDTH, np.float32)
    block = {
        **{f"attn_{part}": normal(_WIDTH, _WIDTH, 0.1) for part in ("q", "k", "v", "output")},
        "ffn_gate": normal(_HIDDEN, _WIDTH, 0.1),
        "ffn_up": normal(_HIDDEN, _WIDTH, 0.1),
        "ffn_down": normal(_WIDTH, _HIDDEN, 0.1),
        "attn_norm": ones,
        "ffn_norm": ones,
    }
    return {
        "token_embd": embedding,
        "output": output,
        "output_norm": ones,
        **{f"blk.0.{name}": tensor for name, tensor in block.items()},
    }


Tokens = list[int]


def _of(characters: str | Iterable[int]) -> Tokens:
    codes = map(ord, characters) if isinstance(characters, str) else characters
    return [_FIRST_BYTE + code for code in codes]


def _likings() -> list[tuple[Tokens, list[tuple[Tokens, float]]]]:
    """After which tokens the model likes which: the first after any, the later ones add to it."""
    anything = list(range(_TOKENS))
    no_text = _of([*range(0x20), *range(0x7F, 0x100)])  # control characters, no UTF-8
    always = [
        ([_UNKNOWN, _BEGIN], _NEVER),  # a grammar lets them pass as text of no length
        (no_text, _NEVER),
        (_of("\\ "), _NEVER),
        ([_END], _SURELY),
        (_of("{"), 4.0),
        (_of(_DIGITS), 3.0),
        (_of(_LETTERS), 2.0),
        (_of("]"), 1.0),
        (_of(",-"), -2.0),
    ]
    return [
        (anything, always),
        (_of(_DIGITS), [(_of(_DIGITS), -_SURELY)]),
        (_of([*_LETTERS, *_DIGITS, ord("{")]), [(_of('"'), _SURELY)]),
        (_of("}"), [(_of("]"), _SURELY)]),
    ]
