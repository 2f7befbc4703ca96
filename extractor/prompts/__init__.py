"""Profiles: the folders under prompts/ that say what an engine is asked and what it may answer."""

from extractor.prompts.fields import CleanDetails, ExtraField
from extractor.prompts.folders import find_profile, profile_names, prompts_folder
from extractor.prompts.profile import (
    GENERAL_KINDS,
    Kind,
    Profile,
    load_profile,
    read_profile,
)

__all__ = [
    "GENERAL_KINDS",
    "CleanDetails",
    "ExtraField",
    "Kind",
    "Profile",
    "find_profile",
    "load_profile",
    "profile_names",
    "prompts_folder",
    "read_profile",
]
