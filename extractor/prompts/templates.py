"""Jinja templates of a profile, in a sandbox, with errors that name file and line.

A template is the profile's own text; what it is given are values, never templates.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import jinja2
import jinja2.loaders
from jinja2.sandbox import ImmutableSandboxedEnvironment

from extractor.prompts.folders import require_inside
from extractor.prompts.yamlfile import Finding

_FAULTS_OF_EXPRESSIONS = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template. A value that is None is printed as nothing."""

    path: Path
    compiled: jinja2.Template

    def render(self, **values: object) -> str:
        """The text. Raises ProfileError with the line of the template that failed."""
        with _named_errors(self.path):
            return self.compiled.render(values)


class _FolderLoader(jinja2.FileSystemLoader):
    """Reads templates of one folder, and none that a link leads out of it for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._folder = folder

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template. Raises ProfileError for a file outside the folder."""
        parts = jinja2.loaders.split_template_path(template)
        require_inside(self._folder, self._folder.joinpath(*parts))
        return super().get_source(environment, template)


def load_templates(folder: Path, *names: str) -> tuple[Template, ...]:
    """Compile templates of a folder; they may include others of it.

    Raises ProfileError with the line that is wrong. An unknown variable is an error when it is
    used.
    """
    environment = ImmutableSandboxedEnvironment(  # without autoescape: a prompt is no HTML
        loader=_FolderLoader(folder),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: "" if value is None else value,
    )
    return tuple(_load(environment, folder / name) for name in names)


def _load(environment: jinja2.Environment, path: Path) -> Template:
    with _named_errors(path):
        return Template(path, environment.get_template(path.name))


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    """Errors of a template as findings; what an expression in it raises is among them."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        file = path.parent / (error.name or path.name)
        raise Finding(file, error.lineno, error.message or "wrong syntax").error() from None
    except UnicodeDecodeError:
        raise Finding(path, 0, "is not UTF-8 text", "save it as UTF-8").error() from None
    except (jinja2.TemplateError, *_FAULTS_OF_EXPRESSIONS) as error:
        file, line = _line(error, path.parent) or (path, 0)
        raise Finding(file, line, *_explain(error)).error() from None


def _explain(error: Exception) -> tuple[str, str | None]:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no file {error.name!r} in the folder", "copy it from prompts/general"
    if isinstance(error, jinja2.UndefinedError):
        return str(error), "docs/profiles.md lists what a template is given"
    return str(error) or type(error).__name__, None


def _line(error: Exception, folder: Path) -> tuple[Path, int] | None:
    """The innermost line of a template that the error passed through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if folder in path.parents:
            return path, frame.lineno or 0
    return None
