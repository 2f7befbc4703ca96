"""The conversation about one article: ask, ask for more room, ask again, ask for corrections.

Every answer is paid for, so nothing of it is thrown away: what cannot be had whole is kept in
part, and the caller is told why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks import correction_message, find_problems, merge_corrections, worth_asking
from extractor.engines.llm.completion import AnswerForm, Completer, Completion, Ledger, Message
from extractor.engines.llm.salvage import (
    Part,
    find_answer,
    read_answer,
    valid_events,
    whole_events,
)
from extractor.errors import BadAnswerError, EngineError, TruncatedError
from extractor.request import Request
from extractor.schema import Dropped, WireAnswer

MORE_ROOM = 4
"""How many times the length limit is allowed to an answer that has reached it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A wire answer; `partial` says why it is not whole, None where it is.

    `dropped`: the events of the answer that did not have the form that was asked for.
    """

    wire: WireAnswer
    partial: str | None = None
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Asks one completer about one article. `max_tokens` limits an answer's length."""

    request: Request
    messages: Sequence[Message]
    form: AnswerForm
    completer: Completer
    max_tokens: int
    ledger: Ledger

    async def answer(self) -> Heard:
        """The answer, corrected once.

        Raises EngineError where nothing of it can be kept; its `spent` has what was dropped.
        """
        first = await self._complete(self.messages, self.max_tokens)
        if first.finish == "length":
            first = await self._with_more_room(first)
        if first.finish != "stop":
            return self._broken_off(first)
        wire = read_answer(first.text, self.form.model)
        heard = Heard(wire) if wire is not None else await self._asked_again(first)
        return heard if heard.partial else Heard(await self._corrected(heard.wire))

    async def _complete(self, messages: Sequence[Message], max_tokens: int) -> Completion:
        return await self.completer.complete(
            messages, form=self.form, max_tokens=max_tokens, ledger=self.ledger
        )

    async def _with_more_room(self, first: Completion) -> Completion:
        """The answer under a larger limit; the first one where that fails or holds less."""
        try:
            second = await self._complete(self.messages, MORE_ROOM * self.max_tokens)
        except EngineError:
            return first
        return first if second.finish == "length" and len(second.text) < len(first.text) else second

    def _broken_off(self, completion: Completion) -> Heard:
        """The whole events of an answer that broke off."""
        part = whole_events(completion.text, self.form.model)
        if part.wire is None:
            error = TruncatedError(
                "the answer broke off at its length limit before its first event",
                hint="allow more with --max-tokens, or give shorter articles",
            )
            raise _with_dropped(error, part)
        count = _events(len(part.wire.events))
        message = f"the answer broke off at its length limit after {count}"
        return Heard(part.wire, message, part.dropped)

    async def _asked_again(self, bad: Completion) -> Heard:
        """What comes after an answer that does not have the form; else what of it does."""
        completions = [bad]
        failure: EngineError | None = None
        try:
            again = await self.completer.complete_again(
                self.messages,
                bad,
                form=self.form,
                max_tokens=self.max_tokens,
                ledger=self.ledger,
            )
        except EngineError as error:
            failure = error
        else:
            wire = read_answer(again.text, self.form.model)
            if wire is not None:
                return Heard(wire)
            completions.insert(0, again)
        parts = [self._valid_part(completion) for completion in completions]
        for part in parts:
            if part.wire is not None:
                kept = f"{len(part.wire.events)} of {_events(part.told)}"
                message = f"only {kept} of the answer had the form that was asked for"
                return Heard(part.wire, message, part.dropped)
        bad_form = failure or BadAnswerError(
            "the answer does not have the form that was asked for, also after the re-ask",
            hint="try another --mode or another model",
        )
        raise _with_dropped(bad_form, next((part for part in parts if part.dropped), Part(None)))

    def _valid_part(self, completion: Completion) -> Part:
        value = find_answer(completion.text)
        if value is None:
            return whole_events(completion.text, self.form.model)
        return valid_events(value, self.form.model)

    async def _corrected(self, wire: WireAnswer) -> WireAnswer:
        """The answer with the corrections of what code has found wrong; itself without any."""
        problems = find_problems(self.request, wire)
        if not worth_asking(problems, wire):
            return wire
        told = correction_message(self.request, wire, problems)
        try:
            completion = await self._complete(_extended(self.messages, told), self.max_tokens)
        except EngineError:
            return wire  # the answer is there; what is wrong in it is flagged or dropped
        corrected = read_answer(completion.text, self.form.model)
        if corrected is None:
            return wire
        return merge_corrections(self.request, wire, corrected, problems)


def _with_dropped(error: EngineError, part: Part) -> EngineError:
    """The error, with the events of the answer that could not be kept."""
    if part.dropped:
        error.spent = {**error.spent, "dropped": part.dropped}
    return error


def _extended(messages: Sequence[Message], told: str) -> list[Message]:
    """The messages with more at the end of the last.

    One message of the user, not two: some models' templates demand that the roles alternate.
    """
    *before, last = messages
    return [*before, {**last, "content": f"{last['content']}\n\n{told}"}]


def _events(count: int) -> str:
    return f"{count} event{'' if count == 1 else 's'}"
