"""The table of rules: each rule that is written is tried, and once, in whichever process."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable

from report import check


def written() -> set[Callable[..., object]]:
    """Every public function of the room that takes a survey alone and gives faults."""
    found: set[Callable[..., object]] = set()
    for module in pkgutil.iter_modules(check.__path__, "report.check."):
        for _, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            signature = inspect.signature(function)
            takes = [parameter.annotation for parameter in signature.parameters.values()] == ["Survey"]
            if takes and signature.return_annotation == "Iterator[Fault]" and not function.__name__.startswith("_"):
                found.add(function)
    return found


def test_every_rule_is_tried_once() -> None:
    assert max(Counter(check.RULES).values()) == 1
    assert len(written()) > 40
    assert written() - set(check.RULES) == set()


def test_what_is_tried_beside_is_of_the_table() -> None:
    assert set(check._BESIDE) <= set(check.RULES)  # pyright: ignore[reportPrivateUsage]
