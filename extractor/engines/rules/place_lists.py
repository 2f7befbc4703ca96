"""Reads the place that begins at a word of a sentence, and the list that it may open.

Every name is cut from the sentence as it stands; `within` is the larger place told beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.phrases import Phrase
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.schema import WirePlace

DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest"}) | {
    "southeast",
    "southwest",
    "outskirts",
    "center",
    "centre",
    "most",
    "parts",
    "part",
    "rest",
    "much",
    "half",
    "kilometers",
    "kilometres",
    "km",
    "miles",
    "control",
}
"""Words that "of" joins to a place without being part of its name."""
_LIST_OPENERS = frozenset({"of", "like", "at", "including", "called", "named", "between"})
_SKIP_LIMIT = 9
"""Words between a preposition and the name that it leads to ("in the district town of")."""
_WITHIN_REACH = 7
"""Words between a name and the larger place ("Tavel, a market town in the Osk valley")."""


def read_list(
    sentence: Sentence,
    start: int,
    by_start: Mapping[int, Phrase],
    lexicon: Lexicon,
    is_object: bool,
) -> Iterator[WirePlace]:
    """The place that begins at `start`, and those that commas and "and" join to it."""
    first = _find_name(sentence, start, by_start, lexicon, is_object)
    if first is None:
        return
    owner, first = _owner(sentence, first, by_start)
    chain = [first]
    while following := _next_in_list(sentence, chain[-1], by_start, lexicon):
        chain.append(following)
    within = owner or _within(sentence, chain[-1].last, by_start, lexicon)
    if owner is None and within is None and _is_comma_pair(sentence, chain):
        within, chain = _name(sentence, chain[1], lexicon), chain[:1]
    for phrase in chain:
        yield WirePlace(name=_name(sentence, phrase, lexicon), within=within)


def _find_name(
    sentence: Sentence,
    start: int,
    by_start: Mapping[int, Phrase],
    lexicon: Lexicon,
    is_object: bool,
) -> Phrase | None:
    """The phrase that names the place: "the district town of Tavel" is Tavel."""
    common: Phrase | None = None
    for index in range(start, min(start + _SKIP_LIMIT, len(sentence))):
        word, phrase = sentence.lower[index], by_start.get(index)
        if sentence.date[index] >= 0:
            break
        if phrase and phrase.type == "group":
            return None
        shouted = sentence.shouting and phrase is not None and phrase.type == "place"
        if phrase and sentence.words[index][0].isupper() and not shouted:
            return None if _is_adjective(sentence, phrase, lexicon) else phrase
        if phrase and phrase.last - phrase.first > 1:
            return phrase
        if phrase or word in lexicon.place_heads:
            common = common or _with_modifiers(sentence, index, start, lexicon)
        elif not _may_precede_name(sentence, index, lexicon):
            break
    return common if is_object else None


def _may_precede_name(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    word = sentence.lower[index]
    before = sentence.lower[index - 1] if index else ""
    if "such" in (word, before):
        return "as" in (word, *sentence.lower[index + 1 : index + 2])
    if word in _LIST_OPENERS:
        return before in lexicon.place_heads or before in DIRECTIONS
    if word in grammar.DETERMINERS or word in DIRECTIONS:
        return True
    return word[0].isalpha() and word not in grammar.FUNCTION_WORDS and not word.endswith("ing")


def _with_modifiers(sentence: Sentence, index: int, start: int, lexicon: Lexicon) -> Phrase:
    """Common words for a place, from the determiner on: "border strip", "heart of the city"."""
    first, last = index, index + 1
    while first > start and sentence.lower[first - 1] not in grammar.FUNCTION_WORDS:
        first -= 1
    while last < len(sentence) and sentence.lower[last] in lexicon.place_heads:
        last += 1
    for link in (["of", "the"], ["of"]):
        end = last + len(link)
        if sentence.lower[last:end] == link and sentence.lower[end : end + 1]:
            last = end + 1 if sentence.lower[end] in lexicon.place_heads else last
    return Phrase(first, last, "place")


def _is_adjective(sentence: Sentence, phrase: Phrase, lexicon: Lexicon) -> bool:
    """As in "in Syrian prisons": one word that ends like an adjective, before a common noun."""
    after = phrase.last - (sentence.words[phrase.last - 1] in lexicon.plural_heads)
    if after - phrase.first > 1 or after >= len(sentence):
        return False
    following = sentence.lower[after]
    return (
        sentence.lower[phrase.first].endswith(
            ("ian", "ean", "ese", "ish", "can", "aqi", "eli", "ch", "ss")
        )
        and sentence.words[after][0].islower()
        and following not in grammar.FUNCTION_WORDS
        and following not in lexicon.finite
        and following not in lexicon.reporting
    )


def _owner(
    sentence: Sentence, phrase: Phrase, by_start: Mapping[int, Phrase]
) -> tuple[str | None, Phrase]:
    """As in "Osk’s Tavel district": the owner is the larger place, the next name is the place."""
    if not sentence.possessive[phrase.last - 1]:
        return None, phrase
    after = phrase.last
    if after < len(sentence) and sentence.words[after] in "'’":
        after += 1
    owned = by_start.get(after)
    if owned is None or owned.type == "group" or not sentence.words[owned.first][0].isupper():
        return None, phrase
    return sentence.verbatim(phrase.first, phrase.last), owned


def _next_in_list(
    sentence: Sentence, last: Phrase, by_start: Mapping[int, Phrase], lexicon: Lexicon
) -> Phrase | None:
    """The next name after a comma, an "and", or both."""
    index, size = last.last, len(sentence)
    comma = index < size and sentence.words[index] == ","
    index += comma
    joined = index < size and sentence.lower[index] in {"and", "or"}
    index += joined
    if not comma and not joined:
        return None
    index = after_such_as(sentence, index, index + _SKIP_LIMIT) or index
    phrase = by_start.get(index)
    if joined and phrase is None:
        phrase = _common_with_name(sentence, index, by_start)
    if phrase is None or phrase.type == "group" or sentence.possessive[phrase.last - 1]:
        return None
    if not sentence.words[phrase.first][0].isupper():
        return None
    following = sentence.lower[phrase.last] if phrase.last < size else "."
    if following in lexicon.finite or following in lexicon.reporting:
        return None
    return None if following in grammar.AUXILIARIES else phrase


def after_such_as(sentence: Sentence, index: int, end: int) -> int | None:
    """The word after a "such as" that opens a list or goes on with it, before word `end`."""
    for position in range(index, min(end, len(sentence) - 1)):
        if sentence.lower[position : position + 2] == ["such", "as"]:
            return position + 2
    return None


def _common_with_name(
    sentence: Sentence, index: int, by_start: Mapping[int, Phrase]
) -> Phrase | None:
    """As in "and the customs post at Arkel": the name within four words after the "and"."""
    if sentence.lower[index : index + 1] not in (["the"], ["in"], ["near"]):
        return None
    for position in range(index + 1, min(index + 6, len(sentence))):
        phrase = by_start.get(position)
        if phrase and phrase.type != "place":
            return phrase if sentence.lower[position - 1] in _LIST_OPENERS | {"in", "the"} else None
        if sentence.words[position] in BREAKS:
            return None
    return None


def _within(
    sentence: Sentence, last: int, by_start: Mapping[int, Phrase], lexicon: Lexicon
) -> str | None:
    """The larger place that follows word `last`: "Tavel, a town in the north of Osk"."""
    index = last
    if sentence.lower[index : index + 1] == [","]:
        index += 1
        if sentence.lower[index : index + 1] not in (["a"], ["an"], ["the"], ["in"], ["two"]):
            return None
    elif sentence.lower[index : index + 1] != ["in"]:
        return None
    for position in range(index, min(index + _WITHIN_REACH, len(sentence))):
        if sentence.words[position] in BREAKS or (position in by_start and position == index):
            return None
        if sentence.lower[position] == "in":
            return _larger_place(sentence, position + 1, by_start, lexicon)
    return None


def _larger_place(
    sentence: Sentence, start: int, by_start: Mapping[int, Phrase], lexicon: Lexicon
) -> str | None:
    """The name after "in", "in northern" or "in the countryside of"."""
    for position in range(start, min(start + _WITHIN_REACH, len(sentence))):
        phrase, word = by_start.get(position), sentence.lower[position]
        if phrase and sentence.words[position][0].isupper():
            return sentence.verbatim(phrase.first, phrase.last) if phrase.type != "group" else None
        before = sentence.lower[position - 1]
        of_place = word == "of" and (before in lexicon.place_heads or before in DIRECTIONS)
        leads = word == "the" or word.endswith(("ern", "ral")) or word in DIRECTIONS
        if not (of_place or leads or word in lexicon.place_heads):
            return None
    return None


def _is_comma_pair(sentence: Sentence, chain: Sequence[Phrase]) -> bool:
    """As in "in Austin, Texas": two names, a comma, no "and"."""
    if len(chain) != 2:
        return False
    return sentence.words[chain[0].last : chain[1].first] == [","]


def _name(sentence: Sentence, phrase: Phrase, lexicon: Lexicon) -> str:
    """The name without a plural that belongs to the whole list ("X and Y districts")."""
    last = phrase.last
    if last - phrase.first > 1 and sentence.words[last - 1] in lexicon.plural_heads:
        last -= 1
    return sentence.verbatim(phrase.first, last)
