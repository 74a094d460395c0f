"""The plan stays true: the import table of ARCHITECTURE.md, the ceilings, and where certain packages may appear."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
PACKAGE = TOP / "report"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(
    {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in MODULES} - {"__init__", "__main__", "_data"}
)
LINES, FUNCTION_LINES = 300, 30
LINE_CEILINGS = {"model.py": 600, "cli.py": 360}  # the whole tree, and every command, at a glance
EXTERNAL_HOMES = {
    "weasyprint": {"pdf"}, "pydyf": {"pdf"}, "arabic_reshaper": {"script"}, "bidi": {"script"},
    "icu": {"script"}, "hijridate": {"script"}, "edtf": {"script"}, "markdown_it": {"source"}, "rich": {"terminal"},
}  # fmt: skip


def allowed() -> dict[str, set[str]]:
    """Room → rooms it may import, read from ARCHITECTURE.md; `all above` means every room of an earlier row."""
    table: dict[str, set[str]] = {}
    for line in (TOP / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines():
        row = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("| `") or len(row) != 3:
            continue
        rooms = [name.removesuffix(".py").rstrip("/") for name in re.findall(r"`([a-z_./]+)`", row[0])]
        imports = set(table) if row[2] == "all above" else set(re.findall(r"[a-z_]+", row[2]))
        for room in rooms:
            table[room] = imports | ({*rooms} - {room} if len(rooms) > 1 else set())
    return table


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (
                {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "report" else {node.module}
            )
            found |= names
    return found


def test_every_room_is_in_the_plan() -> None:
    assert sorted(allowed()) == ROOMS


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_plan(path: Path) -> None:
    own = room(path)
    if own in ("__init__", "__main__"):
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("report.")} - {own, "__version__"}
    assert used <= allowed()[own], f"{own} may not import {sorted(used - allowed()[own])}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_packages_stay_in_their_rooms(path: Path) -> None:
    for name in imports(path):
        homes = EXTERNAL_HOMES.get(name.split(".")[0])
        assert homes is None or room(path) in homes, f"{name} is imported in {room(path)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINE_CEILINGS.get(path.name, LINES)
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES + 10
    ]
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_open_with_their_purpose_and_only_cli_prints(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    printing = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "print"]
    assert not printing or room(path) == "cli"


def test_no_silent_except() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, path
                assert not all(isinstance(s, ast.Pass) for s in node.body), f"{path}:{node.lineno}"


def test_css_speaks_in_logical_sides() -> None:
    """margin-left and the like only in the generated page rules; text-align never left or right; no letter-spacing."""
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)|letter-spacing"
    )
    for path in sorted((TOP / "styles").rglob("*.css")):
        assert not physical.findall(path.read_text(encoding="utf-8")), path


def test_no_presentation_forms_in_the_sources() -> None:
    forms = re.compile("[\ufb50-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
    folders = [TOP / name for name in ("content", "styles", "docs", "tests/booklets", "report")]
    for path in (
        p for f in folders for p in f.rglob("*") if p.suffix in {".md", ".yaml", ".html", ".css", ".toml", ".py"}
    ):
        assert not forms.search(path.read_text(encoding="utf-8")), path


def test_architecture_is_short() -> None:
    assert len((TOP / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 150
