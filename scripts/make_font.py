"""Make resources/fonts/*.otf from Noto Sans CJK: fewer characters, and a PDF gives back what was typed.

Usage: python scripts/make_font.py [FOLDER with NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc]

The same source gives the same bytes. resources/fonts/README.md says what is kept, what is changed and why.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from fontTools.otlLib import builder
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "scripts" / "data" / "tongyong-guifan-hanzi.txt"
OUTPUT = ROOT / "resources" / "fonts"
DEBIAN_FOLDER = Path("/usr/share/fonts/opentype/noto")

CHINESE = "JN Sans SC"
QUOTES_FAMILY = "JN Sans SC Quotes"
JAPANESE = "JN Sans JP"
SOURCES = {CHINESE: "Noto Sans CJK SC", QUOTES_FAMILY: "Noto Sans CJK SC", JAPANESE: "Noto Sans CJK JP"}
QUOTES = "‘’“”…"
JOYO_BEYOND_JIS = "剝塡頰𠮟"
"""The characters of 常用漢字表 that JIS X 0208 has in another form, or not at all."""
WEIGHTS = ("Regular", "Bold")
SOURCE_VERSION = "Version 2.004"
FEATURES = ["kern"]
DROPPED_TABLES = ["BASE", "GDEF", "GSUB", "VORG", "vhea", "vmtx"]

# Whole blocks, as far as the source has them. Left out on purpose: Kangxi radicals (2F00), the radicals supplement
# (2E80) and compatibility ideographs (F900), which share glyphs with the real characters; Hangul; vertical, small and
# half-width forms.
BLOCKS = (
    (0x0020, 0x024F),  # Latin
    (0x0250, 0x02FF),  # pinyin letters and tone marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x218F),  # punctuation, superscripts, currency, letterlike, numerals
    (0x2190, 0x2328),  # arrows, mathematics, technical
    (0x232B, 0x23FF),  # without U+2329 and U+232A, which Unicode itself equates with 〈 and 〉
    (0x2460, 0x277F),  # enclosed numbers, box drawing, geometric shapes, symbols
    (0x2794, 0x27FF),  # without the second set of circled digits, U+2780 to U+2793
    (0x2900, 0x2B8F),  # more arrows and mathematics
    (0x2E3A, 0x2E3B),  # two- and three-em dash
    (0x3000, 0x312F),  # CJK punctuation, kana, bopomofo
    (0x3200, 0x32FF),  # enclosed CJK
    (0x3371, 0x33DF),  # units: ㎡ ㎞ ㎏
    (0xFF01, 0xFF60),  # full-width forms
    (0xFFE0, 0xFFE6),
)


def standard_characters() -> str:
    """The 8105 characters of 通用规范汉字表, in the table's order."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))


def gb2312_characters() -> str:
    """Every character of GB2312; where GBK reads a code otherwise (— and ·), both readings."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    found: dict[str, None] = {}
    for pair in pairs:
        if character := pair.decode("gb2312", errors="ignore"):
            found[character] = None
            found[pair.decode("gbk")] = None
    return "".join(found)


def jis_characters() -> str:
    """Every character of JIS X 0208; where Windows reads a code otherwise (〜 and ～), both readings."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    characters = "".join(pair.decode("euc_jp", errors="ignore") for pair in pairs)
    return characters + characters.encode("shift_jis").decode("cp932")


def wanted_code_points(characters: str) -> set[int]:
    """What the font of so many characters shall cover, before asking what the source has."""
    return set(map(ord, characters)).union(*(range(first, last + 1) for first, last in BLOCKS))


def make_chinese_font(source: Path, weight: str) -> TTFont:
    """JN Sans SC, ready to save. SystemExit if `source` has not the expected version."""
    return _text_font(source, CHINESE, weight, standard_characters() + gb2312_characters())


def make_japanese_font(source: Path, weight: str) -> TTFont:
    """JN Sans JP, ready to save. SystemExit if `source` has not the expected version."""
    font = _text_font(source, JAPANESE, weight, jis_characters() + JOYO_BEYOND_JIS)
    _set_kana_solid(font)
    return font


def _text_font(source: Path, family: str, weight: str, characters: str) -> TTFont:
    font = _open(source, SOURCES[family], weight)
    _subset(font, wanted_code_points(characters))
    _one_glyph_per_code_point(font)
    _join_dashes(font)
    _rename(font, family, weight)
    return font


def make_quotes_font(source: Path, weight: str) -> TTFont:
    """JN Sans SC Quotes, ready to save: the proportional forms of QUOTES under their ordinary code points."""
    font = _open(source, SOURCES[QUOTES_FAMILY], weight)
    proportional, cmap = _substitutions(font, "pwid"), font.getBestCmap()
    _write_cmap(font, {ord(quote): proportional[cmap[ord(quote)]] for quote in QUOTES})
    _subset(font, {ord(quote) for quote in QUOTES})
    _rename(font, QUOTES_FAMILY, weight)
    return font


def _open(folder: Path, family: str, weight: str) -> TTFont:
    path = folder / f"NotoSansCJK-{weight}.ttc"
    if not path.exists():
        sys.exit(
            f"{path} 不存在，请先安装 fonts-noto-cjk，或给出其所在文件夹。\n"
            f"{path} does not exist: install fonts-noto-cjk, or give the folder that has it."
        )
    fonts = TTCollection(path, lazy=True, recalcTimestamp=False, recalcBBoxes=False).fonts
    font: TTFont = next(font for font in fonts if font["name"].getBestFamilyName() == family)
    version = font["name"].getDebugName(5)
    if not version.startswith(SOURCE_VERSION):
        sys.exit(
            f"{path}: 版本是 {version}，需要 {SOURCE_VERSION}。\n"
            f"{path} is {version}, but the font is made from {SOURCE_VERSION}."
        )
    return font


def _substitutions(font: TTFont, feature: str) -> dict[str, str]:
    table = font["GSUB"].table
    indices = {i for r in table.FeatureList.FeatureRecord if r.FeatureTag == feature for i in r.Feature.LookupListIndex}
    subtables = [subtable for i in sorted(indices) for subtable in table.LookupList.Lookup[i].SubTable]
    found: dict[str, str] = {}
    for subtable in subtables:
        found |= getattr(subtable, "ExtSubTable", subtable).mapping
    return found


def _subset(font: TTFont, code_points: set[int]) -> None:
    options = Options()
    options.layout_features = FEATURES
    options.drop_tables += DROPPED_TABLES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.harfbuzz_repacker = False  # its output depends on an optional library being there
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)


def _one_glyph_per_code_point(font: TTFont) -> None:
    """Write the cmap anew, one to one: a glyph of two code points is copied, as a PDF can name only one of them."""
    best: dict[int, str] = font.getBestCmap()
    taken: set[str] = set()
    mapping: dict[int, str] = {}
    fresh = _unused_cids(best.values())
    for code_point, glyph in sorted(best.items()):
        mapping[code_point] = glyph if glyph not in taken else _copy_glyph(font, glyph, next(fresh))
        taken.add(glyph)
    font["maxp"].numGlyphs = len(font.getGlyphOrder())
    _write_cmap(font, mapping)


def _write_cmap(font: TTFont, mapping: dict[int, str]) -> None:
    cmap = font["cmap"] = newTable("cmap")
    cmap.tableVersion = 0
    bmp = {code_point: glyph for code_point, glyph in mapping.items() if code_point <= 0xFFFF}
    cmap.tables = [_windows_cmap(4, 1, bmp), _windows_cmap(12, 10, mapping)]


def _unused_cids(used: Iterable[str]) -> Iterator[str]:
    names = set(used)
    return (name for cid in range(65534, 0, -1) if (name := f"cid{cid:05d}") not in names)


def _copy_glyph(font: TTFont, glyph: str, name: str) -> str:
    top = font["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    index = len(strings.charStringsIndex)
    original = strings.charStrings[glyph]
    strings.charStringsIndex.append(copy.copy(strings.charStringsIndex[original]))
    strings.charStrings[name] = index
    top.FDSelect.gidArray.append(top.FDSelect.gidArray[original])
    top.charset.append(name)
    if font.glyphOrder is not top.charset:
        font.glyphOrder.append(name)
    font["hmtx"].metrics[name] = font["hmtx"].metrics[glyph]
    return name


def _windows_cmap(table_format: int, encoding: int, mapping: dict[int, str]) -> CmapSubtable:
    subtable = CmapSubtable.newSubtable(table_format)
    subtable.platformID, subtable.platEncID, subtable.language = 3, encoding, 0
    subtable.cmap = mapping
    return subtable


def _join_dashes(font: TTFont) -> None:
    """Kern — and — into the one line that the source draws by substituting ⸺, which a PDF would give back as ⸺."""
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    dash = cmap[0x2014]
    overlap = metrics[cmap[0x2E3A]][0] - 2 * metrics[dash][0]
    pairs = {(dash, dash): (builder.buildValue({"XAdvance": overlap}), None)}
    lookup = builder.buildLookup(builder.buildPairPosGlyphs(pairs, font.getReverseGlyphMap()))
    positioning = font["GPOS"].table
    positioning.LookupList.Lookup.append(lookup)
    positioning.LookupList.LookupCount += 1
    for record in positioning.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex.append(positioning.LookupList.LookupCount - 1)
            record.Feature.LookupCount += 1


def _set_kana_solid(font: TTFont) -> None:
    """Take kana out of the kerning: the source means those pairs for kana set close, which nothing here asks for."""
    kana = {glyph for code_point, glyph in font.getBestCmap().items() if 0x3041 <= code_point <= 0x30FF}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in (getattr(subtable, "ExtSubTable", subtable) for subtable in lookup.SubTable):
            kept = [k for k, glyph in enumerate(subtable.Coverage.glyphs) if glyph not in kana]
            if subtable.Format == 1:
                subtable.PairSet = [subtable.PairSet[k] for k in kept]
                subtable.PairSetCount = len(kept)
            subtable.Coverage.glyphs = [subtable.Coverage.glyphs[k] for k in kept]


def _rename(font: TTFont, family: str, weight: str) -> None:
    """Give every name that identifies the font to `family`; copyright, designers and licence stay."""
    postscript = f"{family.replace(' ', '')}-{weight}"
    full = family if weight == "Regular" else f"{family} {weight}"
    names = font["name"]
    identity = {
        1: family,
        2: weight,
        3: f"2.004;NONE;{postscript}",
        4: full,
        5: f"{SOURCE_VERSION};JN 1",
        6: postscript,
        10: "Modified version, for JN Presenter: fewer characters, one glyph per code point, own names.",
    }
    for name_id, text in identity.items():
        names.setName(text, name_id, 3, 1, 0x409)
    for about_the_original in (7, 8, 11):
        names.removeNames(nameID=about_the_original)
    font["OS/2"].achVendID = "NONE"

    cff: Any = font["CFF "].cff
    cff.fontNames[0] = postscript
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName, top.Weight = family, full, weight
    for part in top.FDArray:
        part.FontName = f"{postscript}-{part.FontName.rpartition('-')[2]}"


def main() -> None:
    """Write all fonts and print their checksums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=DEBIAN_FOLDER, metavar="FOLDER")
    source: Path = parser.parse_args().source
    for weight in WEIGHTS:
        for make in (make_chinese_font, make_quotes_font, make_japanese_font):
            font = make(source, weight)
            path = OUTPUT / f"{font['name'].getDebugName(6)}.otf"
            font.save(path, reorderTables=True)
            size, characters = path.stat().st_size, len(font.getBestCmap())
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            print(f"{digest}  {path.name}  ({size:,} bytes, {characters:,} characters)")


if __name__ == "__main__":
    main()
