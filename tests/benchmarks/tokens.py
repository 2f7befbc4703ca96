"""Tokens of prompts and answers, beside the method of langextract for the same articles and events.

    python tests/benchmarks/tokens.py RUN

RUN is a run folder with the answers of a model (`extractor batch … -m provider/model`). The same
events are written in both forms: line numbers here, verbatim quotes there; all else (instructions,
worked examples, fields) is the same text on both sides, so that the table compares methods, not
wordings. langextract's prompt and chunks are made by itself where it is installed. Counts are the
estimate of `extractor.prompts.tokens`: their ratios are what to read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.prompts.examples import load_examples
from extractor.prompts.rendering import render
from extractor.prompts.tokens import estimate_tokens
from extractor.runs.answers import parse_answer, recorded_lines
from extractor.runs.reading import read_articles
from extractor.schema import Article, WireEvent

WHOLE = 10**9
"""Characters a chunk: the whole article in one request."""
DEFAULT_CHUNK = 1_000
"""langextract's own default."""


def ours(article: Article, answer: str) -> tuple[int, int, int]:
    """Requests, tokens in, tokens out."""
    profile = load_profile("general")
    request = prepare(article, profile)
    messages = render(profile, article=article, lines=request.lines, published=request.published)
    return 1, estimate_tokens(messages.system + messages.user), estimate_tokens(answer)


def quoted(events: Sequence[WireEvent], lines: dict[int, str]) -> list[tuple[str, dict[str, Any]]]:
    """The events as langextract has them: a verbatim quote, and the rest as attributes."""
    found = []
    for event in events:
        quote = " ".join(lines.get(number, "") for number in event.lines)
        found.append((quote, event.model_dump(mode="json", exclude={"lines"})))
    return found


def theirs(
    article: Article, events: list[tuple[str, dict[str, Any]]], chunk: int
) -> tuple[int, int, int]:
    """Requests, tokens in, tokens out, with langextract's own prompt, chunks and answer format."""
    from langextract import chunking, data, prompting
    from langextract.core import format_handler, tokenizer

    profile = load_profile("general")
    handler = format_handler.FormatHandler(use_fences=False)
    examples = [
        data.ExampleData(
            text=example.article.text,
            extractions=[
                data.Extraction("event", quote, attributes=attributes)
                for quote, attributes in quoted(
                    example.answer.events,
                    {
                        line.number: example.article.text[line.start : line.end]
                        for line in example.lines
                    },
                )
            ],
        )
        for example in load_examples(profile)
    ]
    template = prompting.PromptTemplateStructured(description=_instructions(), examples=examples)
    generator = prompting.QAPromptGenerator(template=template, format_handler=handler)
    chunks = chunking.ChunkIterator(
        text=article.text, max_char_buffer=chunk, tokenizer_impl=tokenizer.RegexTokenizer()
    )
    prompts = [generator.render(each.chunk_text) for each in chunks]
    answer = [{"event": quote, "event_attributes": attributes} for quote, attributes in events]
    written = json.dumps({"extractions": answer}, ensure_ascii=False, separators=(",", ":"))
    return len(prompts), sum(map(estimate_tokens, prompts)), estimate_tokens(written)


def _instructions() -> str:
    """Our own instructions, without the examples."""
    profile = load_profile("general")
    article = Article(text="A ferry sank.")
    request = prepare(article, profile)
    system = render(
        profile, article=article, lines=request.lines, published=request.published
    ).system
    return system.partition("\n# Example 1")[0]


def main(run: Path) -> None:
    recorded = {answer.article_id: answer for answer in map(_parse, recorded_lines(run))}
    rows: dict[str, list[tuple[int, int, int]]] = {}
    for record in read_articles(run):
        answer = recorded.get(record.article_id)
        if answer is None or record.text is None:
            continue
        article = Article(text=record.text, title=record.title, published=record.published.edtf)
        lines = {i: record.text[a:b] for i, (a, b, _) in enumerate(answer.lines, start=1)}
        wire = answer.answer.model_dump_json()
        rows.setdefault("this project", []).append(ours(article, wire))
        if find_spec("langextract"):
            events = quoted(answer.answer.events, lines)
            rows.setdefault("langextract, whole article", []).append(theirs(article, events, WHOLE))
            rows.setdefault("langextract, its default chunks", []).append(
                theirs(article, events, DEFAULT_CHUNK)
            )
    print(f"{len(rows['this project'])} articles; tokens are estimates")
    print(f"{'':34}requests  tokens in  tokens out")
    for name, counted in rows.items():
        requests, tokens_in, tokens_out = (sum(column) for column in zip(*counted, strict=True))
        print(f"{name:34}{requests:8}{tokens_in:11,}{tokens_out:12,}")
    if not find_spec("langextract"):
        print("langextract is not installed: no peer to compare with")


def _parse(line: str) -> Any:
    return parse_answer(line.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
