"""Profiles: the folders under prompts/ that say what an engine is asked and what it may answer."""

from extractor.prompts.profile import (
    GENERAL_KINDS,
    Kind,
    Profile,
    load_profile,
    profile_names,
    prompts_folder,
)

__all__ = [
    "GENERAL_KINDS",
    "Kind",
    "Profile",
    "load_profile",
    "profile_names",
    "prompts_folder",
]
