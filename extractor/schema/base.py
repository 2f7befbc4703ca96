"""What all records share: strict fields, no surprises, dates that are checked."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from extractor import edtf

SCHEMA_VERSION: Final = 1


class Record(BaseModel):
    """An immutable value; a field that it does not know is an error.

    It is written with all its fields, also those that hold a default, but for `Evidence.context`.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )


def _check_edtf(text: str) -> str:
    return str(edtf.parse(text))


EdtfText = Annotated[str, AfterValidator(_check_edtf)]
"""A date of the EDTF subset, as text (see `extractor.edtf`)."""


def first_problem(error: ValidationError, *, whole: str = "the record") -> str:
    """Field and reason of the first problem, without the value: that may be article text.

    `whole` names the record itself, for a problem that is in no field of it.
    """
    problem = error.errors(include_input=False, include_url=False)[0]
    field = ".".join(str(part) for part in problem["loc"]) or whole
    return f"{field}: {problem['msg']}"
