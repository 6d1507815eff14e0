"""One slide being written: its part of the file, the numbers of its shapes, and what it refers to."""

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from jn_presenter.export.pptx.chart_space import BOOK
from jn_presenter.export.pptx.package import Parts
from jn_presenter.export.pptx.shapes import around, bounds, group, shape
from jn_presenter.export.pptx.sources import Recorder
from jn_presenter.export.pptx.text import xfrm
from jn_presenter.export.pptx.xml import Look, attribute
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, ShapeMark
from jn_presenter.qt.scene.cutout import cutout

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
BLEED = 8.0
"""px about a picture of marks, in which strokes may stand."""


class Page:
    """Gives out numbers and relations, and makes what stands in frames."""

    def __init__(self, package: Parts, part: Part, look: Look, recorder: Recorder) -> None:
        self.look = look
        self.recorder = recorder
        self._package = package
        self._part = part
        self._last = 1

    def ident(self) -> int:
        """A number that no shape of the slide has."""
        self._last += 1
        return self._last

    def shapes(self, marks: list[ShapeMark], name: str, alt: str = "") -> str:
        """The marks as one shape, or as a group of several."""
        made = [(mark, xml) for mark in marks if (xml := shape(self.ident(), mark, self.look))]
        if len(made) < 2:
            return "".join(xml for _, xml in made)
        return self.grouped([xml for _, xml in made], around(bounds(mark.shape) for mark, _ in made), name, alt)

    def grouped(self, inner: list[str], frame: Rect, name: str, alt: str) -> str:
        return group(self.ident(), name, alt, frame, inner, self.look)

    def picture(self, content: bytes, suffix: str, place: Rect, name: str, alt: str) -> str:
        """A picture in its place."""
        rel = self._part.relate_to(self._package.picture(content, suffix), RT.IMAGE)
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{self.ident()}" name={attribute(name)} descr={attribute(alt)}/>'
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{xfrm(place.x, place.y, place.w, place.h, self.look)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def painted(self, marks: list[AnyMark], place: Rect, name: str, alt: str) -> str:
        """The marks as a picture of what the screen shows, with nothing behind it."""
        wide = Rect(place.x - BLEED, place.y - BLEED, place.w + 2 * BLEED, place.h + 2 * BLEED)
        return self.picture(*cutout(marks, wide), wide, name, alt)

    def chart(self, xml: str, workbook: bytes, place: Rect, name: str, alt: str) -> str:
        """A chart with its workbook."""
        part = self._package.part("/ppt/charts/chart{}.xml", CT.DML_CHART)
        book = self._package.part("/ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", CT.SML_SHEET, workbook)
        before, _, after = xml.rpartition(BOOK)
        part.blob = part.relate_to(book, RT.PACKAGE).join((before, after)).encode()
        rel = self._part.relate_to(part, RT.CHART)
        inner = f'<c:chart xmlns:c="{CHART}" r:id="{rel}"/>'
        return self._frame(CHART, inner, place, name, alt)

    def table(self, xml: str, place: Rect, name: str, alt: str) -> str:
        return self._frame("http://schemas.openxmlformats.org/drawingml/2006/table", xml, place, name, alt)

    def _frame(self, uri: str, inner: str, place: Rect, name: str, alt: str) -> str:
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{self.ident()}" name={attribute(name)} '
            f"descr={attribute(alt)}/><p:cNvGraphicFramePr>"
            '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f"{xfrm(place.x, place.y, place.w, place.h, self.look, 'p:xfrm')}"
            f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
        )
