"""Files that are no PowerPoint file, or one that would stall the program, are refused before they are parsed."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jn_presenter.moving_in import vetting
from jn_presenter.moving_in.found import ImportFileError
from jn_presenter.moving_in.pptx_file import read_pptx
from tests.imported import office, saved

OLE = vetting.OLD


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(office(), tmp_path_factory.mktemp("sound") / "x.pptx")


def changed(sound: Path, path: Path, parts: dict[str, bytes | None]) -> Path:
    """The sound file with other parts; None takes one away."""
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry.filename, old.read(entry))
        for name, data in parts.items():
            if data is not None:
                new.writestr(name, data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(ImportFileError) as caught:
        read_pptx(path)
    assert caught.value.hint.zh
    assert caught.value.hint.en
    return caught.value.message.en


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no whole .pptx"),
        (b"PK\x03\x04 and then nothing", "no whole .pptx"),
        (b"just words", "no whole .pptx"),
        (OLE + b"\0" * 600, "old format"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_such_file_is_said_to_be_what_it_is(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    path.write_bytes(data)
    assert said in refusal(path)


def test_another_document_of_office_has_no_presentation(sound: Path, tmp_path: Path) -> None:
    assert "no presentation" in refusal(changed(sound, tmp_path / "x.pptx", {"ppt/presentation.xml": None}))


def test_a_bomb_is_refused_by_what_it_says_of_itself(sound: Path, tmp_path: Path) -> None:
    bomb = {"ppt/slides/slide1.xml": b"<" + b" " * (vetting.MOST_XML_PART + 1)}
    assert "complicated" in refusal(changed(sound, tmp_path / "a.pptx", dict(bomb)))
    hidden = {"ppt/media/image9.png": b"<?xml " + b" " * (vetting.MOST_XML_PART + 1)}
    assert "complicated" in refusal(changed(sound, tmp_path / "b.pptx", dict(hidden)))
    tags = {"ppt/slides/slide1.xml": b"<a/>" * (vetting.MOST_TAGS + 1)}
    assert "complicated" in refusal(changed(sound, tmp_path / "c.pptx", dict(tags)))


def test_what_unpacks_to_very_much_is_refused(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vetting, "MOST_UNPACKED", 100_000)
    assert "unpacked" in refusal(changed(sound, tmp_path / "a.pptx", {"ppt/media/a.png": b"\0" * 100_000}))
    monkeypatch.setattr(vetting, "MOST_BYTES", 1000)
    assert "larger than" in refusal(sound)


def test_very_many_parts_are_refused(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vetting, "MOST_ENTRIES", 100)
    assert "parts" in refusal(changed(sound, tmp_path / "a.pptx", {f"x/{k}.png": b"" for k in range(101)}))


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_entities_are_refused(sound: Path, tmp_path: Path, code: str) -> None:
    document = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'.encode(code)
    assert "DOCTYPE" in refusal(changed(sound, tmp_path / "x.pptx", {"ppt/slides/slide1.xml": document}))


@pytest.mark.parametrize(
    "part",
    [
        "ppt/slides/slide2.xml",
        "[Content_Types].xml",
        "_rels/.rels",
        "ppt/slideLayouts/slideLayout2.xml",
        "ppt/_rels/presentation.xml.rels",
    ],
)
def test_missing_parts_are_told(sound: Path, tmp_path: Path, part: str) -> None:
    path = changed(sound, tmp_path / "x.pptx", {part: None})
    try:
        found = read_pptx(path)
    except ImportFileError as error:
        told = error.message.en
    else:
        told = " ".join(message.en for one in found.parts for sheet in one.sheets for message in sheet.left)
    assert "no whole" in told or "damaged" in told


def test_deep_nesting_is_told(sound: Path, tmp_path: Path) -> None:
    deep = b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">' + b"<p:grpSp>" * 5000
    assert "no whole" in refusal(changed(sound, tmp_path / "x.pptx", {"ppt/slides/slide1.xml": deep}))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_broken_files_raise_nothing_else(sound: Path, tmp_path: Path, data: st.DataObject) -> None:
    """Bytes changed, cut or doubled anywhere: in the archive, or in a part of it that is packed anew."""
    path = tmp_path / "x.pptx"
    if data.draw(st.booleans()):
        path.write_bytes(broken(sound.read_bytes(), data))
    else:
        with zipfile.ZipFile(sound) as archive:
            name = data.draw(st.sampled_from([one for one in archive.namelist() if one.endswith((".xml", ".rels"))]))
            part = broken(archive.read(name), data)
        changed(sound, path, {name: part})
    with suppress(ImportFileError):
        read_pptx(path)


def broken(content: bytes, data: st.DataObject) -> bytes:
    start = data.draw(st.integers(0, len(content)))
    end = min(len(content), start + data.draw(st.integers(0, 40)))
    return content[:start] + data.draw(st.binary(max_size=12) | st.just(content[start:end] * 3)) + content[end:]
