"""The bundled fonts hold what the slides need, and nothing that makes a PDF copy wrong characters."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
TABLE = ROOT / "scripts" / "data" / "tongyong-guifan-hanzi.txt"
CHINESE, QUOTES_FILE, JAPANESE = FAMILIES = ("JNSansSC", "JNSansSCQuotes", "JNSansJP")
TEXT_FAMILIES = (CHINESE, JAPANESE)
WEIGHTS = ("Regular", "Bold")
LANGUAGES = frozenset({"zh", "en", "ja", "ko", "de", "fr", "ru"})
"""Those of the shipped decks."""
NARROW_SPACE = "\u202f"
"""It is drawn as room, whatever a font has of it."""
QUOTES = "‘’“”…"

NAME_IDS_THAT_IDENTIFY = (1, 2, 3, 4, 5, 6, 16, 17)
COPYRIGHT, LICENCE, LICENCE_URL = 0, 13, 14

RADICALS = range(0x2E80, 0x2FE0)
COMPATIBILITY_IDEOGRAPHS = (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))


def path(family: str, weight: str) -> Path:
    return FONTS / f"{family}-{weight}.otf"


def font(family: str, weight: str) -> TTFont:
    return TTFont(BytesIO(path(family, weight).read_bytes()))


@pytest.fixture(scope="module", params=[(family, weight) for family in TEXT_FAMILIES for weight in WEIGHTS])
def text_font(request: pytest.FixtureRequest) -> TTFont:
    return font(*request.param)


@pytest.fixture(scope="module", params=WEIGHTS)
def chinese(request: pytest.FixtureRequest) -> TTFont:
    return font(CHINESE, request.param)


@pytest.fixture(scope="module", params=WEIGHTS)
def japanese(request: pytest.FixtureRequest) -> TTFont:
    return font(JAPANESE, request.param)


@pytest.fixture(scope="module", params=[(family, weight) for family in FAMILIES for weight in WEIGHTS])
def any_font(request: pytest.FixtureRequest) -> TTFont:
    return font(*request.param)


def characters(some: TTFont) -> set[str]:
    return {chr(code_point) for code_point in some.getBestCmap()}


def standard_table() -> list[str]:
    """One string for each level of the table."""
    levels: list[str] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if "级字表: " in line:
            levels.append("")
        elif not line.startswith("#"):
            levels[-1] += line
    return levels


def test_the_standard_table_has_8105_different_characters_in_three_levels() -> None:
    levels = standard_table()
    assert [len(level) for level in levels] == [3500, 3000, 1605]
    assert len(set("".join(levels))) == 8105


def test_every_character_of_the_standard_table_is_there(chinese: TTFont) -> None:
    assert set("".join(standard_table())) <= characters(chinese)


def test_every_character_of_gb2312_is_there(chinese: TTFont) -> None:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    gb2312 = set("".join(pair.decode("gb2312", errors="ignore") for pair in pairs))
    assert len(gb2312) == 6763 + 682  # ideographs and the rest
    assert gb2312 <= characters(chinese)


def test_every_character_of_jis_x_0208_is_there(japanese: TTFont) -> None:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    jis = set("".join(pair.decode("euc_jp", errors="ignore") for pair in pairs))
    assert len(jis) == 6355 + 524  # ideographs and the rest
    assert jis - characters(japanese) == {"≒"}  # the source has no glyph for it
    assert set("剝塡頰𠮟") <= characters(japanese)  # of 常用漢字表, but not of JIS X 0208


def test_kana_are_one_em_wide_and_not_kerned(japanese: TTFont) -> None:
    cmap, metrics = japanese.getBestCmap(), japanese["hmtx"].metrics
    kana = {cmap[code_point] for code_point in range(0x3041, 0x3100) if code_point in cmap}
    kana -= {cmap[0x3099], cmap[0x309A]}  # voicing marks that combine
    assert {metrics[glyph][0] for glyph in kana} == {1000}
    lookups = japanese["GPOS"].table.LookupList.Lookup
    subtables = [getattr(subtable, "ExtSubTable", subtable) for lookup in lookups for subtable in lookup.SubTable]
    assert not kana.intersection(*[{glyph for subtable in subtables for glyph in subtable.Coverage.glyphs}])
    assert all(len(subtable.PairSet) == len(subtable.Coverage.glyphs) for subtable in subtables if subtable.Format == 1)


@pytest.mark.parametrize(
    "needed",
    [
        "".join(map(chr, range(0x20, 0x7F))),
        "".join(map(chr, range(0xA0, 0x100))),
        "āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ",
        "—–…“”‘’·•《》「」『』【】（），。、；：？！～％",
        "≥≤≈×÷±−√∞→←↑↓¥€£℃㎡²³①⑩■□▲△●○★☆",
    ],
    ids=["ASCII", "Latin-1", "pinyin", "punctuation", "signs"],
)
def test_what_is_needed_beside_ideographs_is_there(text_font: TTFont, needed: str) -> None:
    assert set(needed) <= characters(text_font)


def strings(value: Any, language: str = "") -> Iterator[tuple[str, str]]:
    """(language, words) of all scalars in a YAML tree; keys are words too."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield "", key
            yield from strings(part, key if key in LANGUAGES else language)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, language)
    else:
        yield language, value


def shipped(japanese: bool) -> set[str]:
    """The characters of the shipped decks in Japanese, or in all else; Korean ones come from the machine."""
    files = [path for folder in ("slides", "examples") for path in (ROOT / folder).rglob("*.yaml")]
    trees = [yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in files]
    wanted = {"ja"} if japanese else LANGUAGES - {"ja", "ko"} | {""}
    found = (words for tree in trees for language, words in strings(tree) if language in wanted)
    return set("".join(found)) - {"\n", NARROW_SPACE}


def test_every_character_of_the_shipped_decks_is_there(chinese: TTFont, japanese: TTFont) -> None:
    assert len(shipped(japanese=False)) > 500
    assert shipped(japanese=False) - characters(chinese) == set()
    assert shipped(japanese=True) - characters(japanese) == set()


def test_no_radicals_and_no_compatibility_ideographs(text_font: TTFont) -> None:
    assert not characters(text_font) & {chr(code_point) for code_point in (*RADICALS, *COMPATIBILITY_IDEOGRAPHS)}


def test_a_glyph_stands_for_one_code_point(any_font: TTFont) -> None:
    cmap = any_font.getBestCmap()
    assert len(set(cmap.values())) == len(cmap)


def test_nothing_is_substituted_and_only_kerning_moves_glyphs(any_font: TTFont) -> None:
    assert "GSUB" not in any_font
    assert {record.FeatureTag for record in any_font["GPOS"].table.FeatureList.FeatureRecord} <= {"kern"}


@pytest.mark.parametrize("family", FAMILIES)
def test_both_weights_have_the_same_characters(family: str) -> None:
    regular, bold = (font(family, weight) for weight in WEIGHTS)
    assert characters(regular) == characters(bold)


def test_digits_have_one_width(text_font: TTFont) -> None:
    cmap, metrics = text_font.getBestCmap(), text_font["hmtx"].metrics
    assert len({metrics[cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_ideographs_are_one_em_wide(text_font: TTFont) -> None:
    cmap, metrics = text_font.getBestCmap(), text_font["hmtx"].metrics
    assert {metrics[glyph][0] for code_point, glyph in cmap.items() if 0x4E00 <= code_point < 0xA000} == {1000}
    assert text_font["head"].unitsPerEm == 1000


def test_chinese_quotation_marks_are_one_em_wide_and_english_ones_narrow() -> None:
    for weight in WEIGHTS:
        wide, narrow = font(CHINESE, weight), font(QUOTES_FILE, weight)
        assert characters(narrow) == set(QUOTES)
        assert {wide["hmtx"].metrics[wide.getBestCmap()[ord(quote)]][0] for quote in QUOTES} == {1000}
        assert all(narrow["hmtx"].metrics[narrow.getBestCmap()[ord(quote)]][0] < 600 for quote in "‘’“”")


def test_all_fonts_give_lines_of_one_height() -> None:
    fonts = [font(family, weight) for family in FAMILIES for weight in WEIGHTS]
    heights = {(f["hhea"].ascent, f["hhea"].descent, f["hhea"].lineGap) for f in fonts}
    heights_of_windows = {(f["OS/2"].usWinAscent, f["OS/2"].usWinDescent, f["OS/2"].sTypoAscender) for f in fonts}
    assert len(heights) == len(heights_of_windows) == 1


@pytest.mark.parametrize(
    ("file", "family"), list(zip(FAMILIES, ("JN Sans SC", "JN Sans SC Quotes", "JN Sans JP"), strict=True))
)
@pytest.mark.parametrize(("weight", "number", "bold"), [("Regular", 400, False), ("Bold", 700, True)])
def test_the_two_weights_are_one_family_of_its_own_name(
    file: str, family: str, weight: str, number: int, bold: bool
) -> None:
    subject = font(file, weight)
    names = subject["name"]
    assert (names.getDebugName(1), names.getDebugName(2)) == (family, weight)
    assert names.getDebugName(6) == subject["CFF "].cff.fontNames[0] == f"{file}-{weight}"
    assert subject["OS/2"].usWeightClass == number
    assert bool(subject["head"].macStyle & 1) == bool(subject["OS/2"].fsSelection & 1 << 5) == bold


def test_the_name_of_the_original_identifies_nothing_but_its_copyright_and_licence_stay(any_font: TTFont) -> None:
    names = {record.nameID: record.toUnicode() for record in any_font["name"].names}
    top = any_font["CFF "].cff.topDictIndex[0]
    own = [names[key] for key in NAME_IDS_THAT_IDENTIFY if key in names]
    own += [top.FullName, top.FamilyName, *(part.FontName for part in top.FDArray)]
    assert not [name for name in own if "noto" in name.lower()]
    assert "Adobe" in names[COPYRIGHT]
    assert "SIL Open Font License" in names[LICENCE]
    assert "OFL" in names[LICENCE_URL]
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright 2014-2021 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_all_fonts_together_are_small_enough_to_bundle() -> None:
    sizes = {(family, weight): path(family, weight).stat().st_size for family in FAMILIES for weight in WEIGHTS}
    assert max(sizes.values()) < 2_100_000
    assert sum(sizes.values()) < 7_600_000
