"""What the gate has against a photo, and that a clean one is made of it."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from macros import beelden, inlezen

Draai = Callable[..., subprocess.CompletedProcess[str]]

OPLOSSING = "maak er een schone foto van met: python3 scripts/regiovisie.py beeld FOTO"
VERKLAPT = f"in deze foto staan gegevens van de camera of de maker, misschien ook de plaats; {OPLOSSING}"


def foto(vorm: str = "JPEG", maat: tuple[int, int] = (300, 200), soort: str = "RGB", **keuzes: object) -> bytes:
    uit = io.BytesIO()
    Image.new(soort, maat, 90).save(uit, vorm, **keuzes)
    return uit.getvalue()


def met_exif() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 51.0, 0.0), 3: "E", 4: (5.0, 41.0, 0.0)})
    return exif


def met_woorden() -> PngImagePlugin.PngInfo:
    woorden = PngImagePlugin.PngInfo()
    woorden.add_text("Author", "iemand")
    return woorden


def met_iptc() -> bytes:
    kaal = foto()
    deel = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x08\x1c\x02\x50\x00\x03abc"
    return kaal[:2] + b"\xff\xed" + (len(deel) + 2).to_bytes(2, "big") + deel + kaal[2:]


@pytest.mark.parametrize(
    ("naam", "inhoud", "gevonden"),
    [
        ("goed.jpg", foto(), []),
        ("goed.png", foto("PNG"), []),
        ("goed.webp", foto("WEBP"), []),
        ("gps.jpg", foto(exif=met_exif()), [VERKLAPT]),
        ("gps.webp", foto("WEBP", exif=met_exif()), [VERKLAPT]),
        ("xmp.jpg", foto(xmp=b"<x:xmpmeta/>"), [VERKLAPT]),
        ("iptc.jpg", met_iptc(), [VERKLAPT]),
        ("opmerking.jpg", foto(comment=b"hallo"), [VERKLAPT]),
        ("woorden.png", foto("PNG", pnginfo=met_woorden()), [VERKLAPT]),
        (
            "groot.jpg",
            foto(maat=(1601, 900)),
            [f"deze foto is 1601 bij 900 punten, en hoogstens 1600 is genoeg; {OPLOSSING}"],
        ),
        ("anders.png", foto(), ["in dit bestand zit een JPEG; laat de naam eindigen op .jpg"]),
        ("geen.jpg", b"geen foto", [f"dit is geen JPG, PNG of WebP; {OPLOSSING}"]),
        ("halve.jpg", foto()[:400], [f"dit is geen JPG, PNG of WebP; {OPLOSSING}"]),
        ("gif.jpg", foto("GIF", soort="L"), [f"dit is geen JPG, PNG of WebP; {OPLOSSING}"]),
    ],
)
def test_what_is_against_a_photo(naam: str, inhoud: bytes, gevonden: list[str]) -> None:
    assert list(beelden.bezwaren(naam, inhoud)) == gevonden


@pytest.mark.parametrize("inhoud", [foto(maat=(4000, 3000), exif=met_exif()), foto("PNG", soort="RGBA"), met_iptc()])
def test_a_cleaned_photo_has_nothing_against_it(inhoud: bytes) -> None:
    eind, schoon = beelden.schoon(inhoud)
    assert list(beelden.bezwaren(f"x{eind}", schoon)) == []


def test_a_photo_that_lay_on_its_side_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    _, schoon = beelden.schoon(foto(maat=(300, 200), exif=exif))
    with Image.open(io.BytesIO(schoon)) as recht:
        assert recht.size == (200, 300)


def test_the_gate_names_the_photo_and_the_command_makes_it_good(kopie: Path, draai: Draai) -> None:
    map_ = kopie / "docs" / "beelden"
    map_.mkdir(exist_ok=True)
    (map_ / "gps.jpg").write_bytes(foto(exif=met_exif()))
    (map_ / "Een Foto.JPG").write_bytes(foto())
    assert [str(fout) for fout in inlezen.controleer(kopie)] == [
        "docs/beelden/Een Foto.JPG:1:1: deze bestandsnaam kan niet in een adres; noem de foto een-foto.jpg",
        f"docs/beelden/gps.jpg:1:1: {VERKLAPT}",
    ]
    for naam in ("gps", "een-foto"):
        bron = "gps.jpg" if naam == "gps" else "Een Foto.JPG"
        gedaan = draai(kopie, "beeld", str(map_ / bron))
        assert gedaan.stdout.startswith(f"docs/beelden/{naam}.jpg is klaar, ")
        assert gedaan.stdout.endswith(
            f"\nSchrijf in het item: bestand: /beelden/{naam}.jpg, met bij alt wat er te zien is.\n"
        )
    assert inlezen.controleer(kopie) == ()
    weg = draai(kopie, "beeld", "weg.jpg")
    assert (weg.returncode, weg.stderr) == (1, "De foto 'weg.jpg' is niet te lezen (No such file or directory).\n")
    geen = draai(kopie, "beeld", str(kopie / "mkdocs.yml"))
    assert geen.stderr.endswith("is geen foto die hier gebruikt kan worden. Kies een JPG, PNG of WebP.\n")
