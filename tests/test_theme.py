"""Themes: found in order, extended, resolved, sandboxed, and readable in colour and contrast."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report import assets, theme
from report.fault import Place, Stopped

PLACE = Place("booklet.yaml", 7, 8)


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_css", ".css").replace("_toml", ".toml").replace(
            "_html", ".html"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def codes(stopped: pytest.ExceptionInfo[Stopped]) -> list[str]:
    return [f.code for f in stopped.value.faults]


def test_the_shipped_theme_resolves_every_token_for_both_outputs(tmp_path: Path) -> None:
    for language in ("ar", "fa", "ur", "he", "en", "ckb", "fr"):
        shipped = theme.load("naskh", language, tmp_path, PLACE)
        for output in ("print", "ebook"):
            css = shipped.css(output)
            assert "var(" not in css
            assert len(css) > 2000


def test_language_tokens_come_over_script_tokens_over_general(tmp_path: Path) -> None:
    sizes = {
        x: theme.load("naskh", x, tmp_path, PLACE).token("body-face") for x in ("ar", "fa", "ur", "he", "yi", "en")
    }
    assert "Amiri" in sizes["ar"]
    assert "Vazirmatn" in sizes["fa"]
    assert "Nastaliq" in sizes["ur"]
    assert sizes["he"] == sizes["yi"]
    assert sizes["en"].startswith("'Crimson")


def test_a_booklet_theme_extends_a_shipped_one(tmp_path: Path) -> None:
    write(
        tmp_path / "mine",
        theme_toml='name = "mine"\nextends = "naskh"\n[tokens]\naccent = "#102030"\n',
        book_css="p { color: var(--accent) }",
    )
    mine = theme.load("mine", "ar", tmp_path, PLACE)
    assert mine.token("accent") == "#102030"
    css = mine.css("print")
    assert css.rstrip().endswith("p { color: #102030 }")
    assert "url(theme:1/ornament.svg)" in css
    assert mine.file("theme:1/ornament.svg").is_file()


@pytest.mark.parametrize("address", ["theme:0/../booklet.yaml", "theme:0/missing.svg", "theme:0//etc/hostname"])
def test_a_theme_gives_no_file_outside_its_folder(address: str, tmp_path: Path) -> None:
    (tmp_path / "booklet.yaml").write_text("x")
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n')
    with pytest.raises(LookupError):
        theme.load("mine", "ar", tmp_path, PLACE).file(address)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n')
    (tmp_path / "secret.css").write_text("p { color: red }")
    (tmp_path / "mine" / "book.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(Stopped) as stopped:
        theme.load("mine", "ar", tmp_path, PLACE).css("print")
    assert codes(stopped) == ["K409"]


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n', book_css="/*" + "x" * 1_000_000 + "*/")
    with pytest.raises(Stopped) as stopped:
        theme.load("mine", "ar", tmp_path, PLACE).css("print")
    assert codes(stopped) == ["K410"]


def test_a_file_that_cannot_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not bind root, so the refusal is made here."""
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n')

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(Stopped) as stopped:
        theme.load("mine", "ar", tmp_path, PLACE)
    assert codes(stopped) == ["K412"]


def test_an_unknown_theme_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as stopped:
        theme.load("nashk", "ar", tmp_path, PLACE)
    (fault,) = stopped.value.faults
    assert (fault.code, fault.place, fault.values["near"]) == ("K401", PLACE, "naskh")


@pytest.mark.parametrize(
    ("text", "code"),
    [("name = ", "K402"), ('colour = "x"\n', "K402"), ("[tokens]\na = 3\n", "K402"), ('extends = "mine"\n', "K407")],
)
def test_a_bad_head_is_a_fault(text: str, code: str, tmp_path: Path) -> None:
    write(tmp_path / "mine", theme_toml=text)
    with pytest.raises(Stopped) as stopped:
        theme.load("mine", "ar", tmp_path, PLACE)
    assert codes(stopped) == [code]


@pytest.mark.parametrize(("css", "code"), [("p { color: var(--acent) }", "K404"), ("p { color: var(--a) }", "K405")])
def test_bad_tokens_are_faults(css: str, code: str, tmp_path: Path) -> None:
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n[tokens]\na = "var(--b)"\nb = "var(--a)"\n', book_css=css)
    with pytest.raises(Stopped) as stopped:
        theme.load("mine", "ar", tmp_path, PLACE).css("print")
    assert codes(stopped) == [code]


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>\n{{ missing }}</p>", 2),
        ("<p>{% if %}</p>", 1),
        ("<p>{{ ''.__class__.__mro__[1].__subclasses__() }}</p>", 1),
        ("<p>\n\n{{ 1 / 0 }}</p>", 3),
        ("{% include 'nothing.html' %}", 1),
    ],
)
def test_a_failing_template_is_a_fault_with_its_line(template: str, line: int, tmp_path: Path) -> None:
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n', templates__text_html=template)
    with pytest.raises(Stopped) as stopped:
        theme.load("mine", "ar", tmp_path, PLACE).render("text.html")
    (fault,) = stopped.value.faults
    assert (fault.code, fault.place) == ("K403", Place("mine/templates/text.html", line))


def test_templates_escape_what_they_are_given(tmp_path: Path) -> None:
    write(tmp_path / "mine", theme_toml='extends = "naskh"\n', templates__text_html="<p>{{ title }}</p>")
    assert theme.load("mine", "ar", tmp_path, PLACE).render("text.html", title="<b>&") == "<p>&lt;b&gt;&amp;</p>"


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_palette_is_readable(tmp_path: Path) -> None:
    shipped = theme.load("naskh", "ar", tmp_path, PLACE)
    assert contrast("#bbbbbb", "#ffffff") < 4.5  # the measure itself can fail
    for ink in ("ink", "quiet", "accent"):
        for paper in ("paper", "tint"):
            assert contrast(shipped.token(ink), shipped.token(paper)) >= 4.5, (ink, paper)
    assert contrast(shipped.token("on-accent"), shipped.token("accent")) >= 4.5


def test_the_tint_is_about_five_percent(tmp_path: Path) -> None:
    tint = theme.load("naskh", "ar", tmp_path, PLACE).token("tint")
    assert 0.9 <= luminance(tint) < 1


def test_every_class_in_the_css_is_one_the_press_writes() -> None:
    """An unused selector is a slip: classes in CSS come from templates, the Pen or the print tree."""
    styles = assets.styles() / "naskh"
    written = "".join(p.read_text(encoding="utf-8") for p in styles.glob("templates/*.html"))
    package = Path(theme.__file__).parent
    for folder in ("html", "pdf", "epub"):
        written += "".join(
            p.read_text(encoding="utf-8") for p in (package / folder).rglob("*") if p.suffix in (".py", ".xhtml")
        )
    for name in ("book", "print", "ebook"):
        css = re.sub(
            r"/\*.*?\*/|\{[^{}]*\}|url\([^)]*\)",
            "",
            (styles / f"{name}.css").read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        for used in set(re.findall(r"\.([a-z][a-z-]+)", css)):
            composed = used.startswith(("align-", "issue-", "shape-")) or used.endswith("-entry")
            assert re.search(rf"\b{used}\b", written) or composed, f"{name}.css: .{used}"
