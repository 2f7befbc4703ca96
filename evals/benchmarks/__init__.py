"""Other people's benchmarks with the metrics that they are published with.

Each metric is a port that is tested on cases worked out by hand. Scores of this project's own
kind are in `evals.metrics`; nothing here changes them.
"""
