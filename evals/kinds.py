"""Kinds of event, brought to those of the general profile so that profiles can be compared."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.prompts import Profile, load_profile, profile_names


class KindMap:
    """Translates kinds; reads each bundled profile once."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        """`own`: the map that a run has written down, for a profile of the user's."""
        self._own = own or {}
        self._profiles: dict[str, Profile] = {}

    def general(self, kind: str | None, profile: str) -> str | None:
        """The general kind that `kind` of a profile (its name or its tag, `general@3fa9c1`) is.

        A kind that neither the run's map nor the bundled profile has is compared as it stands.
        """
        if kind is None:
            return None
        if kind in self._own:
            return self._own[kind]
        known = self._profile(profile.partition("@")[0])
        return known.general_kind(kind) if known and kind in known.kinds else kind

    def _profile(self, name: str) -> Profile | None:
        if name not in self._profiles and name in profile_names():
            self._profiles[name] = load_profile(name)
        return self._profiles.get(name)
