"""A QR code of an address, to be printed on a receipt or a poster."""

import io


def svg_code(link: str) -> bytes:
    return _code(link, "svg")


def png_code(link: str) -> bytes:
    return _code(link, "png")


def _code(link: str, kind: str) -> bytes:
    """Level Q: a receipt is crumpled."""
    import segno

    made = io.BytesIO()
    segno.make(link, error="q", micro=False).save(made, kind=kind, scale=8, border=4)
    return made.getvalue()
