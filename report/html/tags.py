"""Elements as escaped fragments."""

from __future__ import annotations

from markupsafe import Markup, escape

from report.script import languages


def tag(name: str, content: Markup | str | None, **attributes: str | None) -> Markup:
    """An element; attributes that are None or empty are left out, `class_` is class and `aria_label` aria-label."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    if content is None:
        return Markup(f"<{name}{given}/>")
    return Markup(f"<{name}{given}>{escape(content)}</{name}>")


def language_attributes(language: str) -> dict[str, str]:
    return {"lang": language, "dir": languages.find(language).direction}
