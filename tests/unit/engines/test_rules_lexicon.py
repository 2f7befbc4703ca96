from __future__ import annotations

from pathlib import Path

import pytest

from extractor.engines.rules.lexicon import Lexicon, load_lexicon
from extractor.errors import ProfileError
from extractor.prompts import Profile, load_profile

PROFILE = """
name: small
description: Two kinds.
kinds:
  clash: {definition: "Fighting."}
  other: {definition: "The rest."}
"""


def small_profile(folder: Path, lexicon: str | None) -> Profile:
    (folder / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    if lexicon is not None:
        (folder / "lexicon.yaml").write_text(lexicon, encoding="utf-8")
    return load_profile(str(folder))


def test_the_bundled_lexicon_has_words_for_every_kind(profile: Profile, lexicon: Lexicon) -> None:
    kinds = {entry.kind for entries in lexicon.verbs.values() for entry in entries}
    assert kinds - {None} == set(profile.kinds)


def test_entries_that_want_more_come_first(tmp_path: Path) -> None:
    lexicon = load_lexicon(
        small_profile(
            tmp_path, "kinds: {other: {verbs: [take, take @place]}, clash: {verbs: [take up arms]}}"
        )
    )
    found = [(entry.kind, entry.further, entry.object) for entry in lexicon.verbs["takes"]]
    assert found == [
        ("clash", ("up", "arms"), None),
        ("other", (), "@place"),
        ("other", (), None),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "lexicon.yaml"),
        ("kinds: {weather: {verbs: [rain]}}", "kinds.weather"),
        ("kinds: {clash: {verbs: [fight], adverbs: [hard]}}", "kinds.clash.adverbs"),
        ("kinds: {clash: {verbs: [7]}}", "kinds.clash.verbs.0"),
        ("kinds: {clash: {verbs: ['hold @thing']}}", "kinds.clash.verbs.0"),
        ("kinds: {}\nharm_verbs: [kill]", "harm_verbs: 'kill'"),
        ("kinds: {}\nirregular: {go: []}", "irregular.go"),
        ("kinds: [", "lexicon.yaml"),
        ("just words", "lexicon.yaml"),
        ("", "lexicon.yaml"),
    ],
)
def test_a_wrong_lexicon_is_named_with_file_and_key(
    tmp_path: Path, text: str | None, words: str
) -> None:
    profile = small_profile(tmp_path, text)
    with pytest.raises(ProfileError) as raised:
        load_lexicon(profile)
    assert words in raised.value.message
    assert "lexicon.yaml" in raised.value.message
