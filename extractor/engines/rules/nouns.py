"""Finds the nouns of a sentence that name a kind of happening, or a thing that does harm."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of a kind at word `index`. `thing`: it does not happen ("bus")."""

    index: int
    kind: str
    thing: bool = False


def find_nouns(sentence: Sentence, lexicon: Lexicon) -> list[Noun]:
    """All nouns of a kind, outside date words and quotations."""
    nouns = []
    for index, word in enumerate(sentence.lower):
        if sentence.date[index] >= 0 or sentence.quoted[index]:
            continue
        for entry in lexicon.nouns.get(word, ()):
            if sentence.lower[index : index + len(entry.words)] == list(entry.words):
                nouns.append(Noun(index, entry.kind, entry.thing))
                break
    return nouns
