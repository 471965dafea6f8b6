"""Tables of a web page that is called .xls, which is what most web applications export.

Also of a page saved as one file (.mht). Read by the standard library's parser: nothing is run, nothing fetched.
"""

from email import message_from_bytes
from html.parser import HTMLParser

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.sheets.text_encoding import decoded

Table = list[tuple[str, ...]]

_MOST_SPANNED = 256  # columns or rows that one cell may cover
_LEFT_OUT = frozenset({"script", "style", "template", "title", "xml"})
_LINE_ENDS = frozenset({"br", "p", "div", "li"})


def web_page_tables(data: bytes, most_cells: int) -> list[Table]:
    """Each table of the page, the inner ones of nested tables apart. Raises `SheetError`."""
    page = _TablesOfPage(most_cells)
    page.feed(decoded(data))
    page.close()
    return [table for table in page.finished() if table]


def saved_page_tables(data: bytes, most_cells: int) -> list[Table]:
    """The tables of every web page within a page saved as one file."""
    tables: list[Table] = []
    for part in message_from_bytes(data).walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(content, bytes):
            tables += web_page_tables(content, most_cells)
    return tables


class _OneTable:
    """A table under construction: cells that cover several rows push the later ones to the right."""

    def __init__(self) -> None:
        self.rows: Table = []
        self.row: list[str] | None = None
        self.cell: list[str] | None = None
        self.columns = self.lines = 1
        self._covered: dict[int, int] = {}  # column → rows still covered from above

    def end_cell(self) -> int:
        """Cells written."""
        if self.cell is None or self.row is None:
            return 0
        text = "\n".join(" ".join(line.split()) for line in "".join(self.cell).split("\n")).strip()
        self.cell = None
        self._past_covered()
        for more in range(self.columns):
            if self.lines > 1:
                self._covered[len(self.row)] = self.lines - 1
            self.row.append("" if more else text)
        return self.columns

    def _past_covered(self) -> None:
        assert self.row is not None  # noqa: S101
        while self._covered.get(len(self.row), 0) > 0:
            self._covered[len(self.row)] -= 1
            self.row.append("")

    def end_row(self) -> None:
        if self.row is None:
            return
        self._past_covered()
        self.rows.append(tuple(self.row))
        self.row = None


class _TablesOfPage(HTMLParser):
    def __init__(self, most_cells: int) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_OneTable] = []
        self._done: list[_OneTable] = []
        self._cells_left = most_cells
        self._left_out = 0

    def finished(self) -> list[Table]:
        while self._open:
            self._end_table()
        return [table.rows for table in self._done]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self._left_out += 1
        elif tag == "table":
            table = _OneTable()
            self._open.append(table)
            self._done.append(table)
        elif self._open:
            self._within_table(tag, dict(attrs))

    def _within_table(self, tag: str, told: dict[str, str | None]) -> None:
        table = self._open[-1]
        if tag == "tr":
            self._end_cell()
            table.end_row()
            table.row = []
        elif tag in ("td", "th"):
            self._end_cell()
            table.row = [] if table.row is None else table.row
            table.cell = []
            table.columns, table.lines = _span(told.get("colspan")), _span(told.get("rowspan"))
        elif tag in _LINE_ENDS and table.cell is not None:
            table.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self._left_out = max(self._left_out - 1, 0)
        elif not self._open:
            return
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_cell()
            self._open[-1].end_row()
        elif tag == "table":
            self._end_table()

    def handle_data(self, data: str) -> None:
        if self._open and not self._left_out and self._open[-1].cell is not None:
            # A line break of the page's source is a space; only its tags part lines.
            self._open[-1].cell.append(data.replace("\n", " ").replace("\r", " "))

    def _end_cell(self) -> None:
        self._cells_left -= self._open[-1].end_cell()
        if self._cells_left < 0:
            raise SheetError("sheet-bomb")

    def _end_table(self) -> None:
        self._end_cell()
        self._open.pop().end_row()


def _span(told: str | None) -> int:
    text = (told or "").strip()
    return min(max(int(text), 1), _MOST_SPANNED) if text.isascii() and text.isdigit() and len(text) < 9 else 1
