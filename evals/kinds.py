"""Kinds of event, brought to those of the general profile so that profiles can be compared."""

from __future__ import annotations

from extractor.errors import ProfileError
from extractor.prompts import Profile, load_profile


class KindMap:
    """Translates kinds; reads each profile once."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile | None] = {}

    def general(self, kind: str | None, profile: str) -> str | None:
        """The general kind that `kind` of a profile (its name or its tag, `general@3fa9c1`) is.

        A kind that the profile does not have, or one of a profile that is not to be found, is
        compared as it stands.
        """
        if kind is None:
            return None
        known = self._profile(profile.partition("@")[0])
        return known.general_kind(kind) if known and kind in known.kinds else kind

    def _profile(self, name: str) -> Profile | None:
        if name not in self._profiles:
            try:
                self._profiles[name] = load_profile(name)
            except ProfileError:
                self._profiles[name] = None
        return self._profiles[name]
