"""The folder of an old Office file (.xls, and .xlsx with a password): which streams it holds, and one stream's bytes.

Source: [MS-CFB]. Only what is needed to know an .xls and to find its formulas; the cells are read by calamine.
"""

import struct

from feedbackbot.domain.sheets.problem import SheetError

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA  # from here on, numbers are marks: end of chain, free
_ENTRY = 128  # bytes of one directory entry
_IN_HEADER = 109  # places of the allocation table that the header itself names


def is_compound(data: bytes) -> bool:
    return data.startswith(_MARK)


class CompoundFile:
    """Raises `SheetError("sheet-damaged")` for one that does not hold together."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._open()
        except (struct.error, IndexError, ValueError, OverflowError) as error:
            raise SheetError("sheet-damaged") from error

    @property
    def names(self) -> frozenset[str]:
        """The streams' names in lower case."""
        return frozenset(self._streams)

    def stream(self, *names: str) -> bytes:
        """The bytes of the first of these streams that there is; b"" where there is none."""
        for name in names:
            if name in self._streams:
                start, size = self._streams[name]
                try:
                    small = size < self._small_below
                    return (self._small_chain(start) if small else self._chain(start))[:size]
                except (struct.error, IndexError) as error:
                    raise SheetError("sheet-damaged") from error
        return b""

    def _open(self) -> None:
        data = self._data
        self._sector = 1 << struct.unpack_from("<H", data, 30)[0]
        self._small_sector = 1 << struct.unpack_from("<H", data, 32)[0]
        if not 512 <= self._sector <= 4096 or self._small_sector > self._sector:
            raise ValueError("no such sectors")
        first_folder, self._small_below, first_small = struct.unpack_from("<I4xII", data, 48)
        self._next = self._allocation_table()
        folder = self._chain(first_folder)
        self._streams: dict[str, tuple[int, int]] = {}
        root = 0, 0
        for place in range(0, len(folder) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", folder, place + 64)
            start, size = struct.unpack_from("<II", folder, place + 116)
            name = folder[place : place + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind == 5:
                root = start, size
            elif kind == 2:
                self._streams.setdefault(name.lower(), (start, size))
        self._small = self._chain(root[0]) if root[1] else b""
        table = self._chain(first_small) if first_small < _LAST_SECTOR else b""
        self._small_next = struct.unpack(f"<{len(table) // 4}I", table)

    def _allocation_table(self) -> tuple[int, ...]:
        places = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        more, count = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._sector)):
            part = struct.unpack(f"<{self._sector // 4}I", self._at(more))
            places += part[:-1]
            more = part[-1]
            if more >= _LAST_SECTOR:
                break
        table = b"".join(self._at(place) for place in places if place < _LAST_SECTOR)
        return struct.unpack(f"<{len(table) // 4}I", table)

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        found = self._data[start : start + self._sector]
        if not found:
            raise IndexError("a sector beyond the end")
        return found.ljust(self._sector, b"\0")

    def _chain(self, sector: int) -> bytes:
        found: list[bytes] = []
        while sector < _LAST_SECTOR:
            if len(found) > len(self._next):
                raise IndexError("a chain that bites its tail")
            found.append(self._at(sector))
            sector = self._next[sector]
        return b"".join(found)

    def _small_chain(self, sector: int) -> bytes:
        size = self._small_sector
        found: list[bytes] = []
        while sector < _LAST_SECTOR:
            if len(found) > len(self._small_next):
                raise IndexError("a chain that bites its tail")
            found.append(self._small[sector * size : (sector + 1) * size])
            sector = self._small_next[sector]
        return b"".join(found)
