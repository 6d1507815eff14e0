"""The parts of the file and how they refer to each other, by python-pptx; the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Iterable

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

DAY = (1980, 1, 1, 0, 0, 0)
"""The date of all that is in the file, the first that such archives know: it is made of the deck alone."""
PACKED = frozenset({"png", "jpeg", "jpg", "xlsx"})
"""What is not compressed a second time."""
PICTURES = {"png": CT.PNG, "jpeg": CT.JPEG}


class Parts:
    """Makes parts, each once, and the file of them all."""

    def __init__(self) -> None:
        self._package = Package("")
        self._numbers: dict[str, int] = {}
        self._pictures: dict[bytes, Part] = {}
        self.presentation = self.part("/ppt/presentation.xml", CT.PML_PRESENTATION_MAIN)
        self._package.relate_to(self.presentation, RT.OFFICE_DOCUMENT)

    def part(self, name: str, kind: str, blob: bytes = b"") -> Part:
        """A part, whose content may be given once what it refers to has its ids; `{}` in the name is its number."""
        number = self._numbers[name] = self._numbers.get(name, 0) + 1
        return Part(PackURI(name.format(number)), kind, self._package, blob)

    def belongs(self, part: Part, relation: str) -> None:
        """Part of the file as a whole, as its properties are."""
        self._package.relate_to(part, relation)

    def picture(self, content: bytes, suffix: str) -> Part:
        """A picture, once however often it is shown. suffix: png or jpeg."""
        if content not in self._pictures:
            name = f"/ppt/media/image{len(self._pictures) + 1}.{suffix}"
            self._pictures[content] = self.part(name, PICTURES[suffix], content)
        return self._pictures[content]

    def saved(self) -> bytes:
        """The file."""
        written = io.BytesIO()
        self._package.save(written)
        return dated(written)


def filled(part: Part, xml: str) -> Part:
    """The part with its content."""
    part.blob = xml.encode()
    return part


def related(part: Part, targets: Iterable[tuple[Part, str]]) -> list[str]:
    """The ids under which a part refers to others, each given with the kind of relation."""
    return [part.relate_to(target, kind) for target, kind in targets]


def dated(written: io.BytesIO) -> bytes:
    """The archive again with dates that say nothing of when and where it was made."""
    anew = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(anew, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, DAY)
            packed = name.rpartition(".")[2] in PACKED
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name), compresslevel=None if packed else 4)
    return anew.getvalue()
