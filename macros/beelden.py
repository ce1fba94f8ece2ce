"""The photos in `docs/beelden`: what the gate has against one, and how one is made fit to be published.

A photo tells more than it shows: where it was taken, when, and with what. None of that belongs on the site.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageOps, UnidentifiedImageError

LANGSTE_ZIJDE = 1600
MEESTE_BYTES = 1_500_000
KWALITEITEN = (85, 75, 60, 45)

_VORMEN = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
_VERKLAPPERS = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Raw profile type exif")
_OPLOSSING = "maak er een schone foto van met: python3 scripts/regiovisie.py beeld FOTO"


class GeenFoto(Exception):  # noqa: N818 - the Dutch noun
    """What was given is not a photo that a browser shows."""


def bezwaren(naam: str, inhoud: bytes) -> Iterator[str]:
    """Yield what keeps a photo from being published, each with what to do."""
    try:
        foto = _open(inhoud)
    except GeenFoto:
        yield f"dit is geen JPG, PNG of WebP; {_OPLOSSING}"
        return
    if not naam.endswith(_VORMEN[str(foto.format)]):
        yield f"in dit bestand zit een {foto.format}; laat de naam eindigen op {_VORMEN[str(foto.format)][0]}"
    if any(foto.info.get(sleutel) for sleutel in _VERKLAPPERS) or foto.getexif() or getattr(foto, "text", None):
        yield f"in deze foto staan gegevens van de camera of de maker, misschien ook de plaats; {_OPLOSSING}"
    if max(foto.size) > LANGSTE_ZIJDE:
        yield f"deze foto is {foto.width} bij {foto.height} punten, en hoogstens {LANGSTE_ZIJDE} is genoeg; {_OPLOSSING}"
    if len(inhoud) > MEESTE_BYTES:
        yield f"deze foto is {len(inhoud) // 1000} kB groot, en hoogstens {MEESTE_BYTES // 1000} kB kan; {_OPLOSSING}"


def schoon(inhoud: bytes) -> tuple[str, bytes]:
    """Return the ending and the bytes of the photo drawn anew: upright, not too large, and with nothing written in it."""
    foto = ImageOps.exif_transpose(_open(inhoud))
    foto.thumbnail((LANGSTE_ZIJDE, LANGSTE_ZIJDE), Image.Resampling.LANCZOS)
    if foto.has_transparency_data:
        png = _opgeslagen(foto.convert("RGBA"), "PNG")
        if len(png) <= MEESTE_BYTES:
            return ".png", png
        foto = Image.alpha_composite(Image.new("RGBA", foto.size, "white"), foto.convert("RGBA"))
    kleur = foto.convert("RGB")
    jpg = b""
    for kwaliteit in KWALITEITEN:
        jpg = _opgeslagen(kleur, "JPEG", quality=kwaliteit)
        if len(jpg) <= MEESTE_BYTES:
            break
    return ".jpg", jpg


def _open(inhoud: bytes) -> Image.Image:
    try:
        foto = Image.open(io.BytesIO(inhoud), formats=tuple(_VORMEN))
        foto.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise GeenFoto from None
    return foto


def _opgeslagen(foto: Image.Image, vorm: str, **keuzes: int) -> bytes:
    """Return the bytes of a copy that holds the points of the photo, and nothing else."""
    kaal = Image.new(foto.mode, foto.size)
    kaal.paste(foto)
    uit = io.BytesIO()
    kaal.save(uit, vorm, optimize=True, **keuzes)
    return uit.getvalue()
