"""instructor, handed a `create` of our own: it knows how each provider is asked and asked again.

Its templates over messages (`context=`), its streams and its lists are never used, and what it
validates is read again by our own reader.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from extractor.engines.llm.completion import AnswerForm, Completion
from extractor.errors import ConfigurationError


async def through_instructor(
    request: Mapping[str, Any],
    ask: Callable[[dict[str, Any]], Awaitable[Completion]],
    *,
    form: AnswerForm,
    mode: str,
    provider: str = "openai",
    bad: Completion | None = None,
) -> Completion:
    """What comes of a request that instructor has put into the provider's words.

    `ask` sends such a request. With `bad`, an answer that did not have the form, instructor is
    handed that answer as if it had just asked for it, and its re-ask is what is sent. Raises what
    `ask` raises.
    """
    import instructor
    from instructor.core.exceptions import InstructorError

    answers: list[Completion] = []
    failures: list[Exception] = []
    before = [] if bad is None else [bad.raw]

    async def create(**body: Any) -> Any:
        if before:
            return before.pop()
        try:
            answers.append(await ask(body))
        except Exception as error:  # kept, for instructor wraps it in its own
            failures.append(error)
            raise
        return answers[-1].raw

    patched: Any = instructor.patch(
        create=create,
        mode=instructor.Mode[mode.upper()],
        provider=instructor.Provider[provider.upper()],
    )
    try:
        read = await patched(
            response_model=instructor.response_schema(form.model),
            max_retries=0 if bad is None else 1,
            strict=False,
            **request,
        )
    except InstructorError as error:  # what came is recorded, and read by our own reader
        if failures:
            raise failures[0] from None
        if not answers and bad is None:
            message = f"instructor cannot ask {provider} in mode {mode}: {type(error).__name__}"
            raise ConfigurationError(message, hint="try another --mode") from None
        return answers[-1] if answers else bad or Completion("")
    return answers[-1] if answers else Completion(read.model_dump_json())
