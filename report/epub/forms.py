"""The files an EPUB is made of, as forms to fill: templates/ of this room (not of a theme, and not sandboxed)."""

from __future__ import annotations

from pathlib import Path

import jinja2

_FORMS = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    undefined=jinja2.StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def fill(form: str, **values: object) -> bytes:
    """A filled form as UTF-8; raises jinja2.UndefinedError when a value is missing."""
    return _FORMS.get_template(form).render(values).encode("utf-8")
