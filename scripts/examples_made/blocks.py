"""What the example plan consists of: headings, paragraphs, boxes and a table."""

from __future__ import annotations

from dataclasses import dataclass

RUNNING_HEAD = "清河地区“十四五”规划纲要（虚构示例）"
FONT = "Noto Serif CJK SC"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the document's title, 2 篇, 3 章, 4 节, 5 一、."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True)
class Caption:
    """The title of the table that follows."""

    text: str


@dataclass(frozen=True)
class Box:
    """A box of projects (专栏): its title and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A table cell; its lines are parted by a newline."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Row:
    """A table row: the cells that begin in it."""

    cells: tuple[Cell, ...]
    head: bool = False
    starts_page: bool = False


@dataclass(frozen=True)
class Table:
    """A table; its first row is the header."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns of the grid."""
        return sum(cell.columns for cell in self.rows[0].cells)

    def with_repeated_head(self) -> Table:
        """The table with its header row once more wherever a printed page begins."""
        rows: list[Row] = []
        for row in self.rows:
            rows += [self.rows[0], row] if row.starts_page else [row]
        return Table(tuple(rows))

    def slots(self) -> list[list[tuple[int, Cell | None]]]:
        """For each row the cells with their first column, None below a cell that spans rows."""
        open_rows = [0] * self.width
        spans = [1] * self.width
        grid: list[list[tuple[int, Cell | None]]] = []
        for row in self.rows:
            cells = iter(row.cells)
            line: list[tuple[int, Cell | None]] = []
            column = 0
            while column < self.width:
                if open_rows[column]:
                    line.append((column, None))
                else:
                    cell = next(cells)
                    line.append((column, cell))
                    open_rows[column], spans[column] = cell.rows, cell.columns
                open_rows[column] -= 1
                column += spans[column]
            grid.append(line)
        return grid


Block = Heading | Paragraph | Caption | Box | Table


def title_of(blocks: list[Block]) -> str:
    """The document's title: its first heading."""
    return next(block.text for block in blocks if isinstance(block, Heading))
