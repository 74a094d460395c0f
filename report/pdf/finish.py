"""What the engine does not write: reading direction, page layout, page labels, bodies of list items, notes behind their calls."""

from __future__ import annotations

from typing import Any

import pydyf

from report.html.pages import label
from report.model import Meta
from report.pdf.engine import lists, structure
from report.script import languages


def finisher(meta: Meta, pages: int) -> Any:
    """A WeasyPrint finisher. ISO 32000-1 §12.2 (ViewerPreferences) and §12.4.2 (PageLabels)."""

    def finish(document: Any, pdf: Any) -> None:
        preferences = pdf.catalog.get("ViewerPreferences") or pydyf.Dictionary()
        direction = languages.find(meta.language).direction
        preferences["Direction"] = "/R2L" if direction == "rtl" else "/L2R"
        preferences["DisplayDocTitle"] = "true"
        pdf.catalog["ViewerPreferences"] = preferences
        pdf.catalog["PageLayout"] = "/TwoPageRight"
        lists.hold_bodies(pdf)
        structure.complete(pdf, direction)
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(_labels(meta, pages))})

    return finish


def _labels(meta: Meta, pages: int) -> list[Any]:
    """Decimal labels by one entry; other digits as a prefix on each page, since PDF numbers only in European ones."""
    if meta.digits in ("latin", "source"):
        return [0, pydyf.Dictionary({"S": "/D"})]
    labels: list[Any] = []
    for index in range(pages):
        labels += [index, pydyf.Dictionary({"P": pydyf.String(label(index + 1, meta.digits))})]
    return labels
