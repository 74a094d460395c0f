"""One XHTML element, written safely."""

from __future__ import annotations

from markupsafe import Markup


def tag(name: str, content: Markup | str | None, **attributes: str | None) -> Markup:
    """An element; attributes that are None or empty are left out, `class_` is class and `aria_label` aria-label."""
    parts = [
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value)
        for key, value in attributes.items()
        if value
    ]
    opening = Markup("<{}{}").format(Markup(name), Markup().join(parts))
    return opening + Markup("/>") if content is None else opening + Markup(">") + content + Markup(f"</{name}>")
