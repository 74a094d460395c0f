"""Photographs made fit: the same colours and the same top whatever the file, and never more than there is room for."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from report.pictures import raster
from report.pictures.raster import EBOOK, Room, fit

WIDE = Room(9000, 9000, 80_000_000)
RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 160, 60), (30, 60, 200), (255, 255, 255)
TURNED = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90", 7: "TRANSVERSE",
          8: "ROTATE_270"}  # fmt: skip


def quarters(size: tuple[int, int] = (90, 60)) -> Image.Image:
    """Red, green / blue, white: each turn of it is another picture."""
    small = Image.new("RGB", (2, 2))
    small.putdata([RED, GREEN, BLUE, WHITE])
    return small.resize(size, Image.Resampling.NEAREST)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def read(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def corners(picture: Image.Image) -> list[tuple[int, ...]]:
    wide, high = picture.size
    rgb = picture.convert("RGB")
    found = [rgb.getpixel((x, y)) for y in (high // 4, high * 3 // 4) for x in (wide // 4, wide * 3 // 4)]
    return [colour for colour in found if isinstance(colour, tuple)]


def near(found: list[tuple[int, ...]], wanted: list[tuple[int, ...]], by: int = 12) -> bool:
    return all(
        abs(a - b) <= by for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


def png16(colour: int, row: bytes, width: int) -> bytes:
    """A PNG of one row with sixteen bits a channel, which Pillow cannot write in colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, 1, 16, colour, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" + row)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def swapped() -> bytes:
    """A colour profile that calls red green: no reader that leaves it aside can show such a picture rightly."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = data.replace(b"rXYZ", b"____", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"____", b"gXYZ", 1)
    return data.replace("sRGB".encode("utf-16-be"), "odd!".encode("utf-16-be"))


@pytest.mark.parametrize(
    "data",
    [
        saved(quarters(), "JPEG"), saved(quarters().convert("L"), "JPEG"), saved(quarters(), "PNG"),
        saved(quarters().quantize(4), "PNG"), saved(quarters().convert("1"), "PNG"),
        saved(quarters().convert("LA"), "PNG"), saved(quarters().quantize(4), "PNG", transparency=1),
        saved(quarters(), "JPEG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
        saved(quarters(), "JPEG", icc_profile=b"nonsense"), b"GIF89a", b"<svg/>", b"",
    ],
)  # fmt: skip
def test_what_is_fit_is_handed_on_byte_for_byte(data: bytes) -> None:
    assert fit(data, EBOOK) is data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize(("value", "turn"), TURNED.items())
def test_exif_turns_are_carried_out(kind: str, value: int, turn: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = value
    made = read(fit(saved(quarters().transpose(Image.Transpose[turn]), kind, exif=exif, quality=95), EBOOK))
    assert made.size == (90, 60)
    assert near(corners(made), [RED, GREEN, BLUE, WHITE])
    assert 0x0112 not in made.getexif()


def test_a_large_turned_picture_keeps_its_proportions() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = read(
        fit(saved(quarters((900, 600)).transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif), Room(300, 300, 90_000))
    )
    assert made.size == (300, 200)
    assert near(corners(made), [RED, GREEN, BLUE, WHITE])


def test_cmyk_keeps_its_colours_inverted_or_not() -> None:
    """Adobe's programs write ink as its absence and say so in a segment APP14, which Pillow writes and reads."""
    data = saved(quarters().convert("CMYK"), "JPEG", quality=95)
    at = data.index(b"\xff\xee")
    length = struct.unpack(">H", data[at + 2 : at + 4])[0]
    ink = Image.frombytes("CMYK", (90, 60), bytes(255 - byte for byte in quarters().convert("CMYK").tobytes()))
    plain = saved(ink, "JPEG", quality=95)
    plain = plain[: plain.index(b"\xff\xee")] + plain[plain.index(b"\xff\xee") + 2 + length :]
    for given in (data, plain):
        made = read(fit(given, EBOOK))
        assert made.mode == "RGB"
        assert near(corners(made), [RED, GREEN, BLUE, WHITE])


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")])
def test_other_colour_spaces_become_srgb(kind: str, mode: str) -> None:
    data = saved(quarters().convert(mode), kind, icc_profile=swapped(), **({"quality": 95} if kind == "JPEG" else {}))
    made = read(fit(data, EBOOK))
    first = corners(made)[0]
    assert "icc_profile" not in made.info
    assert first[1] > 150 > 100 > first[0], "red is told in the profile's green"
    assert made.mode == mode


def test_sixteen_bits_are_scaled_and_not_cut_off() -> None:
    grey = read(fit(png16(0, struct.pack(">4H", 0, 0x4000, 0x8000, 0xFFFF), 4), EBOOK))
    assert (grey.mode, list(grey.tobytes())) == ("L", [0, 64, 128, 255])
    colour = read(fit(png16(2, struct.pack(">6H", 0xFFFF, 0, 0x8000, 0, 0xFFFF, 0), 2), EBOOK))
    assert (colour.mode, list(colour.tobytes())) == ("RGB", [255, 0, 128, 0, 255, 0])


def test_alpha_stays_and_scales() -> None:
    clear = quarters((400, 400)).convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((400, 400)))
    made = read(fit(saved(clear, "PNG"), Room(100, 100, 10_000)))
    assert (made.mode, made.size) == ("RGBA", (100, 100))
    assert abs(made.getchannel("A").tobytes()[50 * 100] - 128) < 4


def test_a_second_picture_and_what_the_camera_noted_stay_behind() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker of the camera", 3
    data = saved(quarters(), "MPO", save_all=True, append_images=[quarters((30, 20))], exif=exif)
    made = fit(data, EBOOK)
    assert read(made).format == "JPEG"
    assert b"Maker" in data
    assert b"Maker" not in made


def test_where_a_photograph_was_taken_is_not_handed_on() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    data = saved(quarters(), "JPEG", exif=exif, quality=95)
    made = fit(data, EBOOK)
    assert 0x8825 in read(data).getexif()
    assert not read(made).getexif()
    assert near(corners(read(made)), [RED, GREEN, BLUE, WHITE])


@pytest.mark.parametrize("room", [EBOOK, raster.printed((148, 210))])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_scan_fits_its_room_and_is_always_the_same(kind: str, room: Room) -> None:
    noise = Image.effect_noise((3300, 2200), 80).convert("RGB")
    data = saved(noise, kind, **({"compress_level": 1} if kind == "PNG" else {}))
    made = fit(data, room)
    picture = read(made)
    assert picture.width <= room.width
    assert picture.width * picture.height <= room.pixels
    assert not room.weight or len(made) <= room.weight
    assert abs(picture.width / picture.height - 1.5) < 0.01
    assert fit(data, room) == made


def test_a_heavy_picture_with_alpha_loses_pixels_and_not_its_alpha() -> None:
    noise = Image.merge("RGBA", [Image.effect_noise((400, 400), 90) for _ in range(4)])
    made = fit(saved(noise, "PNG"), Room(400, 400, 160_000, 100_000))
    assert len(made) <= 100_000
    assert read(made).mode == "RGBA"


def test_print_has_four_hundred_pixels_an_inch_of_its_page() -> None:
    assert raster.printed((148, 210)).held((30_000, 10_000)) == (2331, 777)
    assert raster.printed((148, 210)).held((2331, 3307)) == (2331, 3307)
    assert EBOOK.held((8660, 5774)) == (2449, 1633)
    assert EBOOK.held((1, 40_000)) == (1, 4000)


@pytest.mark.parametrize(
    "data",
    [
        saved(quarters(), "JPEG")[:700], saved(quarters((900, 900)), "PNG")[:-60], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff",
        saved(quarters(), "PNG").replace(b"IDAT", b"IDAX"),
    ],
)  # fmt: skip
def test_half_a_picture_is_none(data: bytes) -> None:
    with pytest.raises(raster.BROKEN):
        fit(data, EBOOK)


def test_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "MOST", 5000)
    with pytest.raises(Image.DecompressionBombError):
        fit(saved(quarters(), "PNG"), EBOOK)


@pytest.mark.slow
def test_fifty_megapixels_take_no_gigabyte(tmp_path: Path) -> None:
    """In a process of its own, whose memory is its own."""
    import subprocess
    import sys

    scan = quarters((8660, 5774))
    for kind in ("JPEG", "PNG"):
        path = tmp_path / kind
        path.write_bytes(saved(scan, kind, **({"compress_level": 1} if kind == "PNG" else {})))
        code = (
            "import re, sys; from pathlib import Path; from report.pictures.raster import EBOOK, fit\n"
            "made = fit(Path(sys.argv[1]).read_bytes(), EBOOK); assert len(made) < 1_500_000\n"
            # Its own high-water mark: ru_maxrss is that of the process it was forked from, if that was larger (getrusage(2)).
            "print(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
        )
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
        assert int(done.stdout) < 350_000, f"{kind}: {done.stdout} kB"
