"""List items as PDF/UA wants them: LI holds Lbl and LBody, whatever the item is made of (ISO 32000-1 §14.8.4.3.3)."""

from __future__ import annotations

from typing import Any

import pydyf

_PARTS = ("/Lbl", "/LBody")


def hold_bodies(pdf: Any) -> None:
    """Put what stands loose in an LI into an LBody. Upstream leaves paragraphs of an item directly in its LI."""
    elements = {
        e.reference: e for e in pdf.objects if isinstance(e, pydyf.Dictionary) and e.get("Type") == "/StructElem"
    }
    for item in [e for e in elements.values() if e["S"] == "/LI"]:
        loose = [kid for kid in item["K"] if _kind(kid, elements) not in _PARTS]
        if not loose:
            continue
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(loose), "P": item.reference})
        body["Pg"] = item["Pg"]
        pdf.add_object(body)
        first = item["K"].index(loose[0])
        item["K"] = pydyf.Array([kid for kid in item["K"] if kid not in loose])
        item["K"].insert(first, body.reference)
        for kid in loose:
            if kid in elements:
                elements[kid]["P"] = body.reference


def _kind(kid: Any, elements: dict[Any, Any]) -> str:
    return elements[kid]["S"] if kid in elements else ""
