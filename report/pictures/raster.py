"""A photograph or scan made fit for a book: upright, in sRGB, eight bits deep, and no larger than it can be seen.

What is fit already is handed on byte for byte. Both outputs come here, so that one picture looks alike in both.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageCms, ImageFile

MOST: Final = 100_000_000
"""Pixels that are opened at all: an A3 page at 800 to the inch. As a PNG they take 400 MB of memory."""

TOO_LARGE: Final = Image.DecompressionBombError
BROKEN: Final = (OSError, ValueError, SyntaxError, EOFError, TOO_LARGE)
"""What Pillow raises for what is no whole picture."""

_TURNS: Final = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,), 3: (Image.Transpose.ROTATE_180,), 4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,), 6: (Image.Transpose.ROTATE_270,), 7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}  # fmt: skip
"""How the values of Exif's Orientation are undone."""

_ORIENTATION: Final = 0x0112
_PLACE: Final = 0x8825  # where a telephone was: not for the readers of a book
_FORMATS: Final = ("JPEG", "PNG")  # of a JPEG with a second picture behind it, as telephones write it, Pillow says MPO
_QUALITY: Final = 90
_TO_COPY: Final = {"JPEG": {"RGB", "L"}, "PNG": {"1", "L", "LA", "P", "RGB", "RGBA"}}
_DEPTH: Final = 24  # where the head of a PNG has its bits a channel


@dataclass(frozen=True, slots=True)
class Room:
    """What an output has room for: width and height in pixels, both together, and bytes; 0 is as many as there are."""

    width: int
    height: int
    pixels: int
    weight: int = 0

    def held(self, size: tuple[int, int]) -> tuple[int, int]:
        """The size a picture may have, in its proportions."""
        width, height = size
        scale = min(1, self.width / width, self.height / height, math.sqrt(self.pixels / (width * height)))
        return size if scale == 1 else (max(1, int(width * scale)), max(1, int(height * scale)))


EBOOK: Final = Room(4000, 4000, 4_000_000, 1_500_000)
"""Weak readers open no more than 4 megapixels (Standard Ebooks f-016, f-018)."""


def printed(page: tuple[float, float]) -> Room:
    """A whole page (in mm) at 400 pixels an inch, more than any press resolves of a photograph."""
    width, height = (round(side / 25.4 * 400) for side in page)
    return Room(width, height, width * height)


def fit(data: bytes, room: Room) -> bytes:
    """The file itself if it is fit and is no JPEG or PNG that is not, else a new one. Raises what is in BROKEN."""
    if not data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        return data
    with opened(data) as picture:
        if _is_fit(picture, data, room):
            picture.load()
            return data
        photograph = picture.format != "PNG"
        made = _plain(picture, room)
    return _written(made, photograph, room.weight)


@contextmanager
def opened(data: bytes) -> Generator[Image.Image]:
    """A JPEG or PNG, its head read. Half a picture is none here; the PDF engine tells Pillow otherwise, for all."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height > MOST:
                    raise TOO_LARGE(f"{picture.width} × {picture.height}")
                yield picture
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _is_fit(picture: Image.Image, data: bytes, room: Room) -> bool:
    return (
        picture.mode in _TO_COPY.get(picture.format or "", ())
        and not (picture.format == "PNG" and data[_DEPTH] > 8)
        and getattr(picture, "n_frames", 1) == 1
        and picture.getexif().get(_ORIENTATION, 1) not in _TURNS
        and _PLACE not in picture.getexif()
        and _profile(picture) is None
        and room.held(picture.size) == picture.size
        and not 0 < room.weight < len(data)
    )


def _profile(picture: Image.Image) -> Any:
    """The colour profile, if there is one that says anything else than sRGB, and says it of such a picture."""
    kinds = {"CMYK": "CMYK", "RGB": "RGB", "RGBA": "RGB", "P": "RGB"}  # greys differ in gamma alone: that is not seen
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        given = picture.info.get("icc_profile")
        profile: Any = ImageCms.ImageCmsProfile(io.BytesIO(given)) if given else None
        if profile and profile.profile.xcolor_space.strip() == kinds.get(picture.mode):
            return None if "sRGB" in ImageCms.getProfileDescription(profile) else profile
    return None


def _plain(picture: Image.Image, room: Room) -> Image.Image:
    """Upright, sRGB or grey, eight bits, held by the room. A large JPEG is read at a half, a quarter or an eighth."""
    turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 1), ())
    upright = picture.size[::-1] if picture.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8) else picture.size
    width, height = room.held((upright[0], upright[1]))
    size = (width, height) if upright == picture.size else (height, width)
    profile = _profile(picture)
    picture.draft(None, size)
    picture.load()
    made = _eight_bits(picture)
    if made.size != size:
        made = made.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    if made.mode == "CMYK" and "adobe" not in picture.info:
        made = made.point(lambda value: 255 - value)  # only Adobe writes ink as its absence; Pillow takes it of all
    made = _in_srgb(made, profile)
    for step in turn:
        made = made.transpose(step)
    return made


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen bits of grey to eight, which Pillow would cut off instead; a palette to its colours."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if "transparency" in picture.info:
        return picture.convert("RGBA")
    wanted = {"1": "L", "P": "RGB", "PA": "RGBA"}.get(picture.mode, picture.mode)
    return picture if wanted == picture.mode else picture.convert(wanted)  # which would copy


def _in_srgb(picture: Image.Image, profile: Any) -> Image.Image:
    """CMYK without a profile is turned as plainly as screens do."""
    wanted = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile is not None:
        with suppress(ImageCms.PyCMSError):
            alpha = picture.getchannel("A") if wanted == "RGBA" else None
            opaque = picture.convert("RGB") if alpha else picture
            made = ImageCms.profileToProfile(opaque, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if made and alpha:
                made.putalpha(alpha)
            return made or picture
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _written(picture: Image.Image, photograph: bool, weight: int) -> bytes:
    """JPEG stays JPEG, PNG stays PNG unless that is too heavy; what is still too heavy has fewer pixels."""
    photograph = photograph and picture.mode in ("RGB", "L")
    data = _bytes(picture, photograph)
    if 0 < weight < len(data) and not photograph and picture.mode in ("RGB", "L"):
        data = _bytes(picture, photograph := True)
    while 0 < weight < len(data):
        scale = min(0.9, 0.95 * math.sqrt(weight / len(data)))
        size = max(1, int(picture.width * scale)), max(1, int(picture.height * scale))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
        data = _bytes(picture, photograph)
    return data


def _bytes(picture: Image.Image, photograph: bool) -> bytes:
    """Nothing that the camera noted goes along, the place least of all."""
    for name in ("exif", "icc_profile", "transparency", "dpi"):
        picture.info.pop(name, None)
    out = io.BytesIO()
    if photograph:
        picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(out, "PNG")
    return out.getvalue()
