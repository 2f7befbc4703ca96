"""The engine that asks a language model: the one place that knows model clients."""
