"""What tokens cost, in USD: by the user's own price, else by public price tables, else unknown.

Works offline: the tables are those that `genai-prices` carries.
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.schema import Usage

Pricer = Callable[[Usage], float | None]
"""USD for an amount of tokens; None where the price is not known."""

_MILLION = 1_000_000


def price_by(
    *, provider: str | None, model: str, price: tuple[float, float] | None = None
) -> Pricer:
    """The pricer of a model.

    `price`: USD per million tokens, in and out, whatever is cached. `provider`: its name in the
    price tables; None for a server of the user's own, whose price nobody publishes.
    """
    if price is not None:
        per_input, per_output = price
        return lambda usage: (
            (usage.input_tokens * per_input + usage.output_tokens * per_output) / _MILLION
        )
    if provider is None:
        return lambda usage: None
    return lambda usage: _by_tables(usage, provider, model)


def _by_tables(usage: Usage, provider: str, model: str) -> float | None:
    import genai_prices  # here: loading the tables takes a quarter of a second

    tokens = genai_prices.Usage(
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cache_read_tokens=usage.cached_tokens,
    )
    try:
        return float(genai_prices.calc_price(tokens, model, provider_id=provider).total_price)
    except LookupError:
        return None
