"""Files of data as office programs save them: CSV with a byte order mark, and XLSX with its texts in one list."""

import csv
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

BOM = "\ufeff"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATED = {
    "_rels/.rels": (("officeDocument", "xl/workbook.xml"),),
    "xl/_rels/workbook.xml.rels": (
        ("worksheet", "worksheets/sheet1.xml"),
        ("styles", "styles.xml"),
        ("sharedStrings", "sharedStrings.xml"),
    ),
}
CONTENT = (
    ("workbook", "sheet.main"),
    ("worksheets/sheet1", "worksheet"),
    ("styles", "styles"),
    ("sharedStrings", "sharedStrings"),
)

Rows = Sequence[Sequence[str | float]]


def as_csv(rows: Rows) -> bytes:
    """The rows, the names of the columns first."""
    text = io.StringIO(BOM, newline="")
    text.seek(0, io.SEEK_END)
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8")


def as_xlsx(rows: Rows) -> bytes:
    """The rows as the one sheet of a workbook."""
    found = dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str))
    texts = {text: k for k, text in enumerate(found)}
    sheet = "".join(_row(number, row, texts) for number, row in enumerate(rows, 1))
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    parts = {
        "[Content_Types].xml": _content_types(),
        **{name: _relations(targets) for name, targets in RELATED.items()},
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, HEAD + text)
    return made.getvalue()


def _row(number: int, row: Sequence[str | float], texts: dict[str, int]) -> str:
    cells = []
    for k, cell in enumerate(row):
        at = f"{chr(ord('A') + k)}{number}"
        text = isinstance(cell, str)
        cells.append(f'<c r="{at}" t="s"><v>{texts[str(cell)]}</v></c>' if text else f'<c r="{at}"><v>{cell}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{k}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for k, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def _content_types() -> str:
    listed = "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in CONTENT)
    packed = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{TYPES}">{packed}{listed}</Types>'
