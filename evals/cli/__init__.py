"""The command `evals`: the only place of this package that prints."""
