"""The command: arguments, progress, printing, exit codes (0 sound, 1 faults, 2 wrong use, 70 our own bug)."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, get_args

from report import __version__, assets, cache, exports, interrupts, mend, messages, outputs, source
from report.build import FORMATS, Format, Result, build, read
from report.fault import Fault, Stopped, in_order
from report.model import Booklet, Issue
from report.source import schemas
from report.speech import WORDS, language, say
from report.terminal import Terminal

_YOUNG = 100_000
"""Objects before Python looks for rings among the new ones; its own 700 costs a build an eighth of its time."""
_EXPORTS: dict[str, tuple[str, ...]] = {"cards": ("anki", "pdf"), "chronology": exports.FORMS}
SOUND, FAULTS, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 70, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; never a traceback for a user."""
    gc.set_threshold(_YOUNG, 20, 20)
    given = list(sys.argv[1:] if arguments is None else arguments)
    spoken = language(_early(given, "--lang", tuple(WORDS)))
    try:
        with interrupts.heard():
            options = _parser(spoken).parse_args(given)
            return options.run(options, spoken)
    except KeyboardInterrupt:
        print(say("stopped", spoken), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTS
    except Exception as fault:
        if os.environ.get("KURRASA_DEBUG"):
            traceback.print_exc()
        print(say("bug", spoken, reason=f"{type(fault).__name__}: {fault}"), file=sys.stderr)
        return BUG


def _early(given: Sequence[str], option: str, allowed: tuple[str, ...]) -> str | None:
    """The value of an option that must be known before arguments are parsed, so that help speaks that language."""
    for word, following in zip(given, [*given[1:], ""], strict=False):
        value = (
            following if word == option else word.removeprefix(f"{option}=") if word.startswith(f"{option}=") else ""
        )
        if value in allowed:
            return value
    return None


class _Parser(argparse.ArgumentParser):
    """Says what was wrong in the user's language, then where help is."""

    spoken = "en"

    def error(self, message: str) -> NoReturn:
        command = " ".join(self.prog.split()[1:])
        print(say("usage", self.spoken, reason=message), file=sys.stderr)
        print(say("see_help", self.spoken, command=command).replace("  ", " "), file=sys.stderr)
        sys.exit(WRONG_USE)


def _parser(spoken: str) -> argparse.ArgumentParser:
    _Parser.spoken = spoken
    words = WORDS[spoken]
    parser = _Parser(prog="kurrasa", description=words["description"], allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"kurrasa {__version__}")
    shared = _Parser(add_help=False, allow_abbrev=False)
    shared.add_argument("--lang", choices=tuple(WORDS), help=words["lang"])
    shared.add_argument("--terminal", choices=("logical", "visual"), default="logical", help=words["terminal"])
    _add_commands(parser, shared, words)
    return parser


def _add_commands(parser: _Parser, shared: _Parser, words: dict[str, str]) -> None:
    commands = parser.add_subparsers(
        required=True, metavar="build | check | verify | export | schema | doctor", parser_class=_Parser
    )

    def command(name: str, run: object) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words[name], description=words[name], parents=[shared], allow_abbrev=False)
        sub.set_defaults(run=run)
        return sub

    sub = command("build", _build)
    sub.add_argument("booklet", nargs="?", metavar="BOOKLET", help=words["booklet"])
    sub.add_argument("--to", type=_formats, default=FORMATS, metavar="pdf,epub", help=words["to"])
    sub.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=words["out"])
    sub.add_argument("--edition", choices=get_args(Issue), help=words["edition"])
    sub.add_argument("--theme", default="", metavar="NAME|DIR", help=words["theme"])
    sub.add_argument("--strict", action="store_true", help=words["strict"])
    sub.add_argument("--no-cache", action="store_true", help=words["no_cache"])
    sub.add_argument("--report", type=Path, metavar="FILE.json", help=words["report"])
    sub = command("check", _check)
    sub.add_argument("booklet", nargs="?", metavar="BOOKLET|FILE.epub", help=words["booklet_or_epub"])
    sub.add_argument("--format", choices=("text", "json"), default="text", help=words["format"])
    sub.add_argument("--strict", action="store_true", help=words["strict"])
    sub.add_argument("--fix", action="store_true", help=words["fix"])
    sub.add_argument("--dry-run", action="store_true", help=words["dry_run"])
    sub = command("verify", _verify)
    sub.add_argument("file", type=_finished, metavar="FILE.pdf|FILE.epub", help=words["file"])
    sub.add_argument("booklet", nargs="?", type=Path, metavar="BOOKLET", help=words["of_booklet"])
    sub = command("export", _export)
    _add_export(sub, words)
    sub = command("schema", _schema)
    sub.add_argument("which", nargs="?", choices=tuple(schemas()), metavar="FILE", help=words["which"])
    command("doctor", _doctor)


def _add_export(sub: argparse.ArgumentParser, words: dict[str, str]) -> None:
    sub.add_argument("what", choices=tuple(_EXPORTS), help=words["what"])
    sub.add_argument("booklet", nargs="?", metavar="BOOKLET", help=words["booklet"])
    sub.add_argument("--to", choices=[form for forms in _EXPORTS.values() for form in forms], help=words["to_export"])
    sub.add_argument("--paper", choices=exports.PAPERS, help=words["paper"])
    sub.add_argument("--count", type=int, choices=exports.COUNTS, help=words["count"])
    sub.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=words["out"])


def _formats(text: str) -> tuple[Format, ...]:
    chosen = [part.strip() for part in text.split(",")]
    if wrong := [part for part in chosen if part not in FORMATS]:
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is not one of {', '.join(FORMATS)}")
    return tuple(f for f in FORMATS if f in chosen)


def _finished(text: str) -> Path:
    if not text.lower().endswith((".pdf", ".epub")):
        raise argparse.ArgumentTypeError(f"{text!r} is no .pdf and no .epub")
    return Path(text)


def _booklet(given: str | None) -> tuple[Path, str]:
    """The folder to read and how to show it."""
    if given:
        return Path(given), given.rstrip("/") or given
    if Path("booklet.yaml").is_file():
        return Path.cwd(), ""
    built_in = assets.builtin_booklet()
    return built_in, f"content/{built_in.name}"


def _build(options: argparse.Namespace, spoken: str) -> int:
    terminal = Terminal(options.terminal)
    folder, shown = _booklet(options.booklet)

    def tell(stage: str) -> None:
        interrupts.stop_if_any()
        terminal.stage(say(f"stage.{stage}", spoken))

    try:
        result = build(
            folder, options.out, options.to, shown=shown, theme_name=options.theme, strict=options.strict,
            edition=options.edition, kept=cache.NONE if options.no_cache else cache.Cache(cache.home()),
            tell=tell,
        )  # fmt: skip
    finally:
        terminal.end()
    _tell_faults(terminal, result.faults, spoken)
    for path, _ in result.outputs.values():
        size = round(path.stat().st_size / 1024)
        key = "pages" if path.suffix == ".pdf" else "done"
        terminal.line(say(key, spoken, path=path, pages=result.pages, size=size), "bold")
    if not result.outputs:
        terminal.line(say("nothing", spoken), error=True)
    if options.report:
        try:
            outputs.write_all({options.report: _report(result, spoken).encode()})
        except Stopped as stopped:
            _tell_faults(terminal, stopped.faults, spoken)
            return FAULTS
    return SOUND if result.outputs else FAULTS


def _report(result: Result, spoken: str) -> str:
    made = {name: {"path": str(path), "sha256": digest} for name, (path, digest) in result.outputs.items()}
    data = {
        "booklet": result.booklet, "sound": bool(result.outputs), "pages": result.pages, "seconds": result.seconds,
        "outputs": made, "faults": [_plain(fault, spoken) for fault in result.faults],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _check(options: argparse.Namespace, spoken: str) -> int:
    if (options.booklet or "").lower().endswith(".epub") and not Path(options.booklet).is_dir():
        from report import proofs  # here and below: they load all that reads finished files

        return _tell_checked(options, spoken, proofs.linted(Path(options.booklet), options.booklet))
    folder, shown = _booklet(options.booklet)
    if options.dry_run and not options.fix:
        print(say("usage", spoken, reason="--dry-run: --fix"), file=sys.stderr)
        return WRONG_USE
    if options.fix and not _fix(options, spoken, folder, shown):
        return FAULTS
    try:
        _, faults = read(folder, shown)
    except Stopped as stopped:
        faults = stopped.faults
    return _tell_checked(options, spoken, faults)


def _tell_checked(options: argparse.Namespace, spoken: str, faults: Sequence[Fault]) -> int:
    bad = any(f.severity == "error" for f in faults) or (options.strict and bool(faults))
    if options.format == "json":
        print(json.dumps([_plain(fault, spoken) for fault in faults], ensure_ascii=False, indent=2))
        return FAULTS if bad else SOUND
    terminal = Terminal(options.terminal)
    _tell_faults(terminal, faults, spoken)
    if not faults:
        terminal.line(say("sound", spoken))
    return FAULTS if bad else SOUND


def _fix(options: argparse.Namespace, spoken: str, folder: Path, shown: str) -> bool:
    """Mends the sources, or shows how; False if they could not be written. Nothing goes before JSON on stdout."""
    terminal, aside = Terminal(options.terminal), options.format == "json"
    draft, faults = source.read(folder, shown)
    if draft is None:
        return True
    found = mend.repairs(draft, faults)
    if found.faults:
        _tell_faults(terminal, found.faults, spoken)
        return False
    for path in found.alone:
        terminal.line(say("fix.alone", spoken, path=path), "yellow", error=True)
    for place in found.refused:
        terminal.line(say("fix.refused", spoken, place=place), "yellow", error=True)
    if options.dry_run:
        for line in (line for repair in found.files for line in repair.diff()):
            terminal.line(line, error=aside)
    else:
        try:
            mend.write(found)
        except Stopped as stopped:
            _tell_faults(terminal, stopped.faults, spoken)
            return False
    key = "fix.would" if options.dry_run else "fix.done"
    for repair in found.files:
        rules = ", ".join(f"{rule} × {count}" for rule, count in sorted(repair.rules.items()))
        terminal.line(say(key, spoken, path=repair.shown, rules=rules), error=aside or options.dry_run)
    return True


def _export(options: argparse.Namespace, spoken: str) -> int:
    terminal = Terminal(options.terminal)
    forms = _EXPORTS[options.what]
    form = options.to or forms[0]
    if form not in forms or (form != "pdf" and (options.paper or options.count)):
        allowed = " | ".join(forms) if form not in forms else "--paper, --count: pdf"
        print(say("usage", spoken, reason=f"--to {form}: {allowed}"), file=sys.stderr)
        return WRONG_USE
    folder, shown = _booklet(options.booklet)
    try:
        made, faults = read(folder, shown)
        _tell_faults(terminal, faults, spoken)
        if made is None:
            terminal.line(say("nothing", spoken), error=True)
            return FAULTS
        name, data, lost = _exported(made, form, options)
        _tell_faults(terminal, lost, spoken)
        path = options.out / name
        outputs.write_all({path: data})
    except Stopped as stopped:
        _tell_faults(terminal, stopped.faults, spoken)
        return FAULTS
    terminal.line(say("done", spoken, path=path, size=round(len(data) / 1024)), "bold")
    return SOUND


def _exported(made: Booklet, form: str, options: argparse.Namespace) -> tuple[str, bytes, tuple[Fault, ...]]:
    """The file's name, its bytes, and what the form could not hold. Raises Stopped (K251–K253)."""
    for known in exports.FORMS:
        if known == form:
            suffix = "timeline.json" if known == "timelinejs" else known
            return f"{made.name}-chronology.{suffix}", *exports.chronology(made, known)
    if form == "pdf":
        return f"{made.name}-cards.pdf", exports.sheets(made, options.paper or "A4", options.count or 8), ()
    return f"{made.name}.apkg", exports.anki(made), ()


def _tell_faults(terminal: Terminal, faults: Sequence[Fault], spoken: str) -> None:
    for fault in faults:
        head, _, hint = messages.describe(fault, spoken).partition("\n")
        terminal.line(head, "red" if fault.severity == "error" else "yellow", error=True)
        if hint:
            terminal.line(hint, error=True)
    if faults:
        errors = sum(f.severity == "error" for f in faults)
        terminal.line(say("faults", spoken, errors=errors, warnings=len(faults) - errors), "bold", error=True)


def _plain(fault: Fault, spoken: str) -> dict[str, object]:
    message, hint = messages.tell(fault, spoken)
    place = fault.place
    return {
        "code": fault.code, "severity": fault.severity, "path": place.path, "line": place.line,
        "column": place.column, "message": message, "hint": hint,
    }  # fmt: skip


def _verify(options: argparse.Namespace, spoken: str) -> int:
    terminal = Terminal(options.terminal)
    faults: list[Fault] = []
    from report import proofs

    for finding in proofs.examine(options.file, str(options.file), options.booklet):
        sign = "–" if finding.hindrance else "✗" if finding.faults else "✓"
        told = say(f"proof.{finding.proof}", spoken)
        if finding.hindrance:
            key, why = "not_installed" if finding.install else "not_run", say(f"proof.{finding.hindrance}", spoken)
            told = say(key, spoken, proof=told, reason=why, line=finding.install)
        terminal.line(f"{sign} {told}", "red" if finding.faults else "")
        faults += finding.faults
    _tell_faults(terminal, in_order(faults), spoken)
    if not faults:
        terminal.line(say("proved", spoken), "bold")
    return FAULTS if any(fault.severity == "error" for fault in faults) else SOUND


def _schema(options: argparse.Namespace, spoken: str) -> int:
    known = schemas()
    print(json.dumps(known[options.which] if options.which else known, ensure_ascii=False, indent=2))
    return SOUND


def _doctor(options: argparse.Namespace, spoken: str) -> int:
    from report import doctor

    terminal = Terminal(options.terminal)
    findings = list(doctor.examine())
    for finding in findings:
        word = say("ok" if finding.well else "missing", spoken)
        terminal.line(f"{'✓' if finding.well else '✗'} {say(finding.key, spoken, **finding.values)} · {word}")
    remedies = dict.fromkeys(f.remedy for f in findings if f.remedy)
    for line in remedies:
        terminal.line(say("doctor.install", spoken, line=line), "bold")
    if all(f.well for f in findings):
        terminal.line(say("doctor.well", spoken), "bold")
        return SOUND
    return FAULTS


if __name__ == "__main__":
    sys.exit(main())
