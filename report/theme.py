"""Find a theme, follow `extends`, merge its tokens, and render its CSS and templates (sandboxed, autoescaped).

A theme is a folder: theme.toml (name, extends, [tokens], [tokens.<language>]), book.css for all outputs, print.css for
the PDF, ebook.css for the EPUB, cards.css for flash cards, and templates/*.html. What a theme lacks it takes from the one it
extends.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, cast

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from report import assets
from report.fault import Place, Stopped, error
from report.script import languages

Output = Literal["print", "ebook", "cards"]
DEFAULT = "naskh"
ENTRY_POINTS = "kurrasa.themes"
_KEYS = {"name", "extends", "description", "tokens"}
_VAR = re.compile(r"var\(\s*--([A-Za-z0-9-]+)\s*\)")
_URL = re.compile(r"""url\(\s*["']?(?![a-z]+:|#)([^"')]+?)["']?\s*\)""")
_LIMIT = 1_000_000  # bytes of one theme file


@dataclass(frozen=True)
class Theme:
    """A theme with those it extends: `folders` from the nearest to the farthest, `tokens` merged for one language."""

    name: str
    folders: tuple[Path, ...]
    tokens: dict[str, str]

    def css(self, output: Output, issue: str = "student") -> str:
        """book.css then print.css, ebook.css or cards.css of each theme, farthest first, every var(--token) resolved; behind
        them that of an edition, print-teacher.css, in the teacher's.

        E-readers and page margins know no custom properties, so none is left in. Raises Stopped (K404, K405).
        """
        parts: list[str] = []
        for folder, name, css in self.sheets(output, issue):
            resolved = _resolve(css, self.tokens, Place(f"{folder.name}/{name}"))
            parts.append(_URL.sub(rf"url(theme:{self.folders.index(folder)}/\1)", resolved))
        return "\n".join(parts)

    def sheets(self, output: Output, issue: str = "student") -> Iterator[tuple[Path, str, str]]:
        """Folder, name and text of each style sheet as it was written, in the order of css()."""
        for folder in reversed(self.folders):
            for name in ("book.css", f"{output}.css", f"{output}-{issue}.css"):
                if (folder / name).is_file():
                    yield folder, name, _read(folder / name, folder)

    def file(self, address: str) -> Path:
        """The file a `theme:<n>/<path>` address in css() stands for; LookupError when it is not in that folder."""
        index, _, relative = address.removeprefix("theme:").partition("/")
        folder = self.folders[int(index)]
        path = (folder / relative).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            raise LookupError(address)
        return path

    @property
    def font_folders(self) -> tuple[Path, ...]:
        """Folders of faces the theme brings along."""
        return tuple(f / "fonts" for f in self.folders if (f / "fonts").is_dir())

    def token(self, name: str) -> str:
        """A token's value, with the tokens it names resolved."""
        return _resolve(f"var(--{name})", self.tokens, Place(f"{self.folders[0].name}/theme.toml"))

    def render(self, template: str, **context: object) -> str:
        """A filled template. Raises Stopped with the template's line when it is missing, wrong or not allowed (K403)."""
        try:
            return self._environment.get_template(template).render(context)
        except jinja2.TemplateSyntaxError as fault:
            place = Place(self.shown_template(fault.name or template), fault.lineno)
            raise Stopped([error("K403", place, reason=fault.message or "syntax")]) from None
        except jinja2.TemplateError as fault:
            line = _line_in_template(fault)
            raise Stopped([error("K403", Place(self.shown_template(template), line), reason=str(fault))]) from None
        except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError) as fault:
            place = Place(self.shown_template(template), _line_in_template(fault))
            raise Stopped([error("K403", place, reason=f"{type(fault).__name__}: {fault}")]) from None

    def shown_template(self, template: str) -> str:
        return f"{self.folders[0].name}/templates/{template}"

    @cached_property
    def _environment(self) -> jinja2.Environment:
        return ImmutableSandboxedEnvironment(
            loader=jinja2.FunctionLoader(self._template),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )

    def _template(self, name: str) -> str | None:
        for folder in self.folders:
            path = folder / "templates" / name
            if path.is_file():
                return _read(path, folder)
        return None


def load(wanted: str, language: str, booklet: Path, place: Place, override: str = "") -> Theme:
    """The theme called `override` (from the command) or `wanted` (from the booklet).

    A folder inside the booklet comes before an installed theme of that name. Raises Stopped (K401, K402, K407).
    """
    folder = _find(override or wanted, booklet, place, outside=bool(override))
    folders, heads = _chain(folder, booklet, place)
    tokens: dict[str, str] = {}
    primary, script = language.split("-")[0], languages.find(language).script
    for head, at in zip(reversed(heads), reversed(folders), strict=True):
        table = _table(head, at)
        tokens |= _flat(table)
        for key in (script, primary):
            tokens |= _flat(cast("dict[str, object]", table.get(key, {})))
    return Theme(str(heads[0].get("name", folder.name)), tuple(folders), tokens)


def installed() -> dict[str, Path]:
    """Themes by name: those of installed packages, and the ones in styles/, which a package cannot replace."""
    found: dict[str, Path] = {}
    from importlib.metadata import entry_points  # here: asking every package takes as long as the theme

    for point in entry_points(group=ENTRY_POINTS):
        module = point.load()
        found[point.name] = Path(str(module.__file__)).resolve().parent
    return found | _own()


def _own() -> dict[str, Path]:
    return {p.parent.name: p.parent for p in sorted(assets.styles().glob("*/theme.toml"))}


def _find(name: str, booklet: Path, place: Place, *, outside: bool) -> Path:
    inside = booklet / name
    if (inside / "theme.toml").is_file() and inside.resolve().is_relative_to(booklet.resolve()):
        return inside.resolve()
    if outside and (Path(name) / "theme.toml").is_file():
        return Path(name).resolve()
    known = own if name in (own := _own()) else installed()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 1, 0.5)
    raise Stopped([error("K401", place, name=name, near=near[0] if near else "", known=", ".join(sorted(known)))])


def _chain(folder: Path, booklet: Path, place: Place) -> tuple[list[Path], list[dict[str, object]]]:
    folders, heads = [folder], [_head(folder)]
    while parent := heads[-1].get("extends"):
        at = Place(f"{folders[-1].name}/theme.toml")
        beside = folders[-1].parent / str(parent)
        following = beside if (beside / "theme.toml").is_file() else _find(str(parent), booklet, at, outside=False)
        if following in folders:
            raise Stopped([error("K407", at, name=str(parent))])
        folders.append(following)
        heads.append(_head(following))
    return folders, heads


def _head(folder: Path) -> dict[str, object]:
    place = Place(f"{folder.name}/theme.toml")
    try:
        head = cast("dict[str, object]", tomllib.loads(_read(folder / "theme.toml", folder)))
    except tomllib.TOMLDecodeError as fault:
        raise Stopped([error("K402", place, reason=str(fault))]) from None
    if unknown := sorted(set(head) - _KEYS):
        raise Stopped([error("K402", place, reason=f"unknown key {unknown[0]!r}")])
    if not isinstance(head.get("extends", ""), str):
        raise Stopped([error("K402", place, reason="'extends' is not a name")])
    return head


def _table(head: Mapping[str, object], folder: Path) -> dict[str, object]:
    """[tokens]: text values, and tables of text values for one language or script."""
    table = head.get("tokens", {})
    values = list(cast("dict[str, object]", table).values()) if isinstance(table, dict) else [None]
    inner = [v for t in values if isinstance(t, dict) for v in cast("dict[str, object]", t).values()]
    if not all(isinstance(v, str) for v in (*inner, *(v for v in values if not isinstance(v, dict)))):
        raise Stopped([error("K402", Place(f"{folder.name}/theme.toml"), reason="a token is not a text")])
    return cast("dict[str, object]", table)


def _flat(table: Mapping[str, object]) -> dict[str, str]:
    return {key: value for key, value in table.items() if isinstance(value, str)}


def _resolve(css: str, tokens: Mapping[str, str], place: Place) -> str:
    """Replace var(--name) until none is left; a token may name others, but not itself in a circle."""
    for _ in range(20):
        missing = sorted({m[1] for m in _VAR.finditer(css)} - set(tokens))
        if missing:
            near = difflib.get_close_matches(missing[0], tokens, 1, 0.5)
            raise Stopped([error("K404", place, name=missing[0], near=near[0] if near else "")])
        resolved = _VAR.sub(lambda m: tokens[m[1]], css)
        if resolved == css:
            return css
        css = resolved
    raise Stopped([error("K405", place, name=_VAR.findall(css)[0])])


def _read(path: Path, folder: Path) -> str:
    """A theme's file; never one outside its folder, whatever a link says."""
    place = Place(f"{folder.name}/{path.name}")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Stopped([error("K409", place)])
    try:
        data = path.read_bytes()
        if len(data) > _LIMIT:
            raise Stopped([error("K410", place, limit=_LIMIT)])
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Stopped([error("K411", place)]) from None
    except OSError as fault:
        raise Stopped([error("K412", place, reason=fault.strerror or str(fault))]) from None


def _line_in_template(fault: BaseException) -> int:
    """The template line a failure came from: the last frame that jinja2 compiled from a template."""
    line, frame = 0, fault.__traceback__
    while frame:
        if "/" not in frame.tb_frame.f_code.co_filename and frame.tb_frame.f_code.co_filename.startswith("<"):
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
