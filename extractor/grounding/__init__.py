"""Whether words stand in a text, and which words of it a name of an answer stands for."""

from extractor.grounding.folding import contains, find_phrase, fold, own_words, visible
from extractor.grounding.lookup import LineWords, Standing

__all__ = ["LineWords", "Standing", "contains", "find_phrase", "fold", "own_words", "visible"]
