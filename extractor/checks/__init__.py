"""Checks of an engine's answer against its article, and asking once more for what is wrong."""

from extractor.checks.correction import correction_message, merge_corrections, worth_asking
from extractor.checks.event import CheckedEvent, check_event
from extractor.checks.findings import DropFinding, Finding
from extractor.checks.problems import Problem, find_problems
from extractor.checks.publication import with_told_date
from extractor.checks.repeats import find_repeats

__all__ = [
    "CheckedEvent",
    "DropFinding",
    "Finding",
    "Problem",
    "check_event",
    "correction_message",
    "find_problems",
    "find_repeats",
    "merge_corrections",
    "with_told_date",
    "worth_asking",
]
