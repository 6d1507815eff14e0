"""XLSX files by hand: sheets as XML, with as little around them as spreadsheets need."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/>'
    '</numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="9"/>'
    '<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
)
"""Cell styles by number: 0 general, 1 a date, 2 date and time, 3 and 4 in percent, 5 with a percent sign as a word."""


def workbook(
    sheets: dict[str, str], *, hidden: tuple[str, ...] = (), more: dict[str, str | bytes] | None = None
) -> bytes:
    """A workbook of sheets, each given by the rows of its XML; `more`: parts to be added or to stand instead."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{k}" r:id="rId{k}" state="{"hidden" if name in hidden else "visible"}"/>'
        for k, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{k}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{k}.xml"/>'
        for k in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>',
    }
    for k, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{k}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return zipped(parts | (more or {}))


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """The parts as one archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def row(number: int, *cells: str | float | None, first: str = "A") -> str:
    """A row of texts, numbers and, as they are, cells in XML with their reference as {at}."""
    words = []
    for k, cell in enumerate(cells):
        at = f"{chr(ord(first) + k)}{number}"
        if isinstance(cell, str) and cell.startswith("<c"):
            words.append(cell.replace("{at}", at))
        elif isinstance(cell, str):
            words.append(f'<c r="{at}" t="inlineStr"><is><t>{cell}</t></is></c>')
        elif cell is not None:
            words.append(f'<c r="{at}"><v>{cell}</v></c>')
    return f'<row r="{number}">{"".join(words)}</row>'
