"""`[words]{keys}` as nodes of the model, always nested in one order: Anchor, Ref, IndexMark, Foreign, Digits."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final, cast

from report.fault import Fault, Place, error
from report.model import Anchor, Digits, Duration, Foreign, Gap, IndexMark, Inlines, NoEvent, Ref, RefKind
from report.script import slugs
from report.source.attributes import Attribute, Braces
from report.source.lines import Where
from report.source.schema import schemas

_REFS: Final[tuple[RefKind, ...]] = ("person", "term", "event", "source")
KEYS: Final = (*_REFS, "pages", "index", "to", "sort", "lang", "digits", "from", "count")
_CLASSES: Final = ("index", "main", "cite", "gap", "no-event")
_WORDLESS: Final = frozenset({"#", "index", ".index", "to", "sort", ".main", ".gap", "from", "count"})


def is_reference(braces: Braces) -> bool:
    """Whether the words become a link to something declared."""
    return any(item.key in _REFS for item in braces.attributes)


def language(braces: Braces) -> str:
    """The language that braces give to their words, blank if none."""
    return next((item.value for item in braces.attributes if item.key == "lang"), "")


def wrap(braces: Braces, words: Inlines, place: Place, where: Where, faults: list[Fault]) -> Inlines:
    """The words inside the nodes that the keys stand for. A key that is wrong is told and left out."""
    keys = _keys(braces, where, faults)
    if not words and (lonely := next((item for key, item in keys.items() if key not in _WORDLESS), None)):
        faults.append(error("K135", where.place(lonely.offset), reason="span"))
    if style := keys.get("digits"):
        allowed = cast("list[str]", schemas()["booklet"]["properties"]["digits"]["enum"])
        if style.value in allowed:
            words = (Digits(style.value, words),)
        else:
            faults.append(error("K305", where.place(style.offset), style=style.value, allowed=", ".join(allowed)))
    if foreign := keys.get("lang"):
        words = (Foreign(foreign.value, words, place),)
    if ".no-event" in keys:
        words = (NoEvent(words),)
    if "from" in keys:
        return _anchored(keys, (_duration(keys, words, place, where, faults),), place)
    if (stray := keys.get("count")) is not None:
        faults.append(error("K316", where.place(stray.offset), key="count"))
    if ".gap" in keys:
        words = (Gap(words, place),)
    elif mark := keys.get("index") or keys.get(".index"):
        to, sort = (keys[key].value.strip() if key in keys else "" for key in ("to", "sort"))
        words = (IndexMark(_heading(mark, where, faults), words, place, slugs.slug(to), ".main" in keys, sort),)
    elif stray := keys.get("to") or keys.get("sort") or keys.get(".main"):
        faults.append(error("K269", where.place(stray.offset), key=_shown(stray)))
    for kind in _REFS:
        if ref := keys.get(kind):
            words = (Ref(kind, ref.value, words, place, *_cited(kind, keys)),)
    if (stray := keys.get("pages") or keys.get(".cite")) and "source" not in keys:
        faults.append(error("K272", where.place(stray.offset), key=_shown(stray)))
    return _anchored(keys, words, place)


def _anchored(keys: dict[str, Attribute], words: Inlines, place: Place) -> Inlines:
    anchor = keys.get("#")
    return (Anchor(slugs.slug(anchor.value), words, place),) if anchor else words


def _duration(keys: dict[str, Attribute], words: Inlines, place: Place, where: Where, faults: list[Fault]) -> Duration:
    """`[444 days]{from=a to=b count=inclusive}`; what else stands with it is told."""
    count = keys.get("count")
    wrong = [key for key in keys if key not in ("from", "to", "count", "#", "lang", "digits", ".no-event")]
    for key in wrong:
        faults.append(error("K316", where.place(keys[key].offset), key=_shown(keys[key])))
    if "to" not in keys:
        faults.append(error("K316", where.place(keys["from"].offset), key="from"))
    if count and count.value not in ("inclusive", "exclusive"):
        faults.append(error("K316", where.place(count.offset), key="count"))
    end = keys["to"].value if "to" in keys else ""
    return Duration(keys["from"].value, end, bool(count and count.value == "inclusive"), words, place)


def name(braces: Braces, where: Where, faults: list[Fault]) -> str:
    """The id that braces give to a block, which take no other key."""
    found = ""
    for item in braces.attributes:
        at = where.place(item.offset)
        if item.key != "#":
            faults.append(error("K114", at, reason="block", key=_shown(item)))
        elif found:
            faults.append(error("K132", at, reason="id", first=slugs.written(found), second=item.value))
        elif good_id(item, where, faults):
            found = slugs.slug(item.value)
    return found


def good_id(item: Attribute, where: Where, faults: list[Fault]) -> bool:
    """Whether an id is one; if not, that is told."""
    if slugs.is_id(item.value):
        return True
    faults.append(error("K140", where.place(item.offset), id=item.value))
    return False


def _keys(braces: Braces, where: Where, faults: list[Fault]) -> dict[str, Attribute]:
    keys: dict[str, Attribute] = {}
    for item in braces.attributes:
        at = where.place(item.offset)
        if item.key not in KEYS and item.key != "#" and not (item.key == "." and item.value in _CLASSES):
            near = get_close_matches(item.value if item.key == "." else item.key, KEYS, 1)
            faults.append(error("K114", at, key=_shown(item), near=near[0] if near else "", known=", ".join(KEYS)))
        elif clash := _clash(item, keys):
            faults.append(error("K132", at, reason=clash, key=_shown(item)))
        elif item.key != "#" or good_id(item, where, faults):
            keys[_name(item)] = item
    return keys


def _clash(item: Attribute, keys: dict[str, Attribute]) -> str:
    """Why a key may not stand beside the ones before it, or nothing."""
    if _name(item) in keys:
        return "twice"
    if item.key in _REFS and any(key in keys for key in _REFS):
        return "refs"
    return "index" if {_name(item), *keys} >= {".index", "index"} else ""


def _heading(mark: Attribute, where: Where, faults: list[Fault]) -> tuple[str, ...]:
    if mark.key == ".":
        return ()
    path = tuple(" ".join(part.split()) for part in mark.value.split("!"))
    if not all(path):
        faults.append(error("K113", where.place(mark.offset), reason="index"))
    return path


def _cited(kind: RefKind, keys: dict[str, Attribute]) -> tuple[bool, str]:
    """Whether a source gets a note, and the pages cited in it."""
    if kind != "source":
        return False, ""
    return "pages" in keys or ".cite" in keys, " ".join(keys["pages"].value.split()) if "pages" in keys else ""


def _name(item: Attribute) -> str:
    """What a key is called among its neighbours: classes by their names, since several may stand together."""
    return f".{item.value}" if item.key == "." else item.key


def _shown(item: Attribute) -> str:
    return item.key + item.value if item.key in "#." else item.key
