"""What stands on printed pages."""

import io

from pypdf import PdfReader


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
