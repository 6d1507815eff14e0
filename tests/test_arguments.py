"""The command line is read into one frozen value, and what cannot be read is answered in both languages."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jn_presenter.arguments import COMMANDS, PARSERS, parse
from jn_presenter.export.kinds import KINDS
from jn_presenter.model.daytime import Daytime
from jn_presenter.model.handout import Handout
from jn_presenter.model.options import (
    CheckOptions,
    EditOptions,
    ExportOptions,
    ImportOptions,
    KioskOptions,
    NewOptions,
    OptionError,
    PresentOptions,
    ScreensOptions,
)
from jn_presenter.paths import shipped_slides

SHIPPED = str(shipped_slides())


def refusal(*arguments: str) -> str:
    """What is said of arguments that are refused, Chinese first."""
    with pytest.raises(OptionError) as caught:
        parse(arguments)
    message = caught.value.message
    assert message.zh
    assert message.en
    return f"{message.zh} | {message.en}"


@pytest.mark.parametrize("arguments", [(), ("present",)])
def test_no_word_at_all_presents_the_shipped_briefing(arguments: tuple[str, ...]) -> None:
    assert parse(arguments) == PresentOptions(deck=SHIPPED)


def test_a_deck_alone_is_presented(tmp_path: Path) -> None:
    assert parse([str(tmp_path)]) == PresentOptions(deck=str(tmp_path))


def test_a_relative_deck_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse(["check", "deck"]) == CheckOptions(deck=str(tmp_path / "deck"))


def test_an_option_alone_presents() -> None:
    assert parse(["--lang", "en"]) == PresentOptions(deck=SHIPPED, languages=("en",))


def test_the_pre_flight_can_be_asked_for() -> None:
    assert parse(["--preflight"]) == PresentOptions(deck=SHIPPED, preflight=True)


def test_the_interpreters_view_and_its_screen_can_be_asked_for() -> None:
    asked = PresentOptions(deck=SHIPPED, interpreter=True, interpreter_screen="B")
    assert parse(["--interpreter", "--interpreter-screen", "B"]) == asked


def test_every_option_of_present_is_read(tmp_path: Path) -> None:
    given = "--lang zh,en --console-lang en --minutes 12.5 --style day --start a/b --screen X --console-screen Y"
    switches = "--windowed --no-console --no-animation --fresh --log logs --no-log"
    assert parse(["present", str(tmp_path), *given.split(), *switches.split()]) == PresentOptions(
        deck=str(tmp_path),
        languages=("zh", "en"),
        console_language="en",
        minutes=Decimal("12.5"),
        style="day",
        start="a/b",
        screen="X",
        console_screen="Y",
        fresh=True,
        log="logs",
        logged=False,
        windowed=True,
        console=False,
        animate=False,
    )


def test_check_and_screens_are_read() -> None:
    assert parse(["check", "--json", "--strict"]) == CheckOptions(deck=SHIPPED, form="json", strict=True)
    assert parse(["check", "--format", "github", "--no-cache"]) == CheckOptions(
        deck=SHIPPED, form="github", cached=False
    )
    assert parse(["screens", "--json"]) == ScreensOptions(json=True)


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["-o", "a.pdf"], "pdf"),
        (["-o", "A.PDF"], "pdf"),
        (["-o", "a.png"], "contact"),
        (["-o", "folder"], "png"),
        (["-o", "v1.2/"], "png"),
        (["-o", "folder", "--to", "pdf"], "pdf"),
        (["-o", "a.jpeg", "--to", "contact"], "contact"),
    ],
)
def test_the_format_is_as_asked_for_or_by_the_suffix(arguments: list[str], kind: str) -> None:
    options = parse(["export", *arguments])
    assert isinstance(options, ExportOptions)
    assert options.kind == kind


def test_a_folder_that_exists_gets_pictures_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "2024.pdf"
    folder.mkdir()
    options = parse(["export", "-o", str(folder)])
    assert isinstance(options, ExportOptions)
    assert options.kind == "png"


def test_a_handout_is_as_asked_for() -> None:
    more = ["--per-page", "6", "--notes", "--paper", "Letter", "--address", " https://example.org "]
    options = parse(["export", "-o", "a.pdf", "--to", "handout", *more])
    assert isinstance(options, ExportOptions)
    assert options.handout == Handout(per_page=6, notes=True, paper="letter", address="https://example.org")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--notes"], "--notes is for --to handout alone"),
        (["--per-page", "3"], "--per-page is for --to handout alone"),
        (["--to", "handout", "--per-page", "4"], "write 2, 3 or 6"),
        (["--to", "handout", "--paper", "a3"], "write a4 or letter"),
        (["--to", "handout", "--address", " "], "at most 300 characters"),
        (["--to", "handout", "--address", "a" * 301], "at most 300 characters"),
        (["--to", "handout", "--address", "a\nb"], "at most 300 characters"),
    ],
)
def test_what_a_kind_has_no_use_for_is_told(arguments: list[str], words: str) -> None:
    assert words in refusal("export", "-o", "a.pdf", *arguments)


def test_a_souvenir_goes_beside_the_log_of_its_visit_by_itself() -> None:
    options = parse(["export", "--to", "souvenir", "--log", "there/2026-11-23 deck.csv"])
    assert isinstance(options, ExportOptions)
    assert Path(options.output) == Path("there/2026-11-23 deck.pdf")
    assert "name the log of the visit with --log" in refusal("export", "--to", "souvenir", "-o", "a.pdf")
    assert "--log is for --to souvenir alone" in refusal("export", "-o", "a.pdf", "--log", "x.csv")
    assert "required: -o/--output" in refusal("export", "--to", "pdf", "--log", "x.csv")


def test_help_says_of_each_kind_what_it_is() -> None:
    told = PARSERS["export"]().format_help()
    for kind in KINDS.values():
        assert kind.about.zh in told
        assert kind.about.en in " ".join(told.split())


@pytest.mark.parametrize("size", ["3840x1080", "3840X1080", "3840×1080", " 3840*1080 "])
def test_a_size_may_be_written_in_any_usual_way(size: str) -> None:
    options = parse(["export", "-o", "a.pdf", "--size", size])
    assert isinstance(options, ExportOptions)
    assert options.size == (3840, 1080)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ("1920", "1920x1080"),
        ("1920x", "1920x1080"),
        ("-5x100", "1920x1080"),
        ("63x100", "64 to 16384"),
        ("16385x9000", "64 to 16384"),
        ("16384x64", "8 times"),
        ("16384x8192", "8192x8192"),
        ("１９２０x1080", "1920x1080"),
    ],
)
def test_a_size_out_of_bounds_is_told_the_bounds(size: str, words: str) -> None:
    assert words in refusal("export", "-o", "a.pdf", f"--size={size}")


@pytest.mark.parametrize("minutes", ["soon", "0", "-3", "nan", "inf", "1e9"])
def test_minutes_are_a_positive_number(minutes: str) -> None:
    assert "such as 20" in refusal(f"--minutes={minutes}")


def test_a_show_may_have_an_end_instead_of_a_length() -> None:
    assert parse(["--until", "15:30"]) == PresentOptions(deck=SHIPPED, until=Daytime(15, 30))
    assert parse(["--until=24:00"]) == PresentOptions(deck=SHIPPED, until=Daytime(0, 0))


@pytest.mark.parametrize("arguments", [["--minutes", "20", "--until", "9:00"], ["--until", "9:00", "--minutes", "20"]])
def test_a_length_and_an_end_together_are_refused(arguments: list[str]) -> None:
    said = refusal(*arguments)
    assert "--minutes 和 --until 只写一个" in said
    assert "write --minutes or --until, not both" in said


@pytest.mark.parametrize("value", ["soon", "1530", "25:00", "12:61", "-1:00"])
def test_an_end_is_a_time_of_day(value: str) -> None:
    assert "such as 15:30" in refusal(f"--until={value}")


@pytest.mark.parametrize("value", ["none", "consecutive", "simultaneous"])
def test_a_show_may_be_interpreted(value: str) -> None:
    options = parse(["--interpreting", value])
    assert isinstance(options, PresentOptions)
    assert options.interpreting == value


def test_an_unknown_way_of_interpreting_is_told_the_known_ones() -> None:
    assert "consecutive or simultaneous" in refusal("--interpreting", "whispered")


@pytest.mark.parametrize("value", ["", "中文", "zh,", "zh;en", "english"])
def test_a_language_is_a_tag(value: str) -> None:
    assert "zh,en" in refusal(f"--lang={value}")


def test_a_language_named_twice_is_stacked_once() -> None:
    options = parse(["--lang", "en,zh,en"])
    assert isinstance(options, PresentOptions)
    assert options.languages == ("en", "zh")


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["--langs", "en"], "没有选项 --langs；是否想写 --lang？", "did you mean --lang?"),
        (["--qqqq"], "没有选项 --qqqq；请看 jn-presenter present --help", "see jn-presenter present --help"),
        (["check", "--lang", "zh"], "没有选项 --lang", "there is no option --lang"),
        (["export", "x"], "缺少 -o/--output", "required: -o/--output"),
        (["--lang"], "选项 --lang 后面缺一个值", "--lang: expected one argument"),
        (["check", "--json=1"], "选项 --json 不带值", "--json"),
        (["present", "a", "b"], "多余的参数：b", "one argument too many: b"),
        (["chekc"], "是否想用命令 check？", "did you mean the command check?"),
        (["export", "-o", "a.docx"], "看不出格式", ".pdf, .pptx or .png"),
        (["export", "-o", "a", "--to", "docx"], f"可以写 {'、'.join(KINDS)}", "write pdf, "),
        (["export", "-o", "a.png", "--to", "png"], "请用 --to contact", "use --to contact"),
        (["export", "-o", "a.png", "--to", "pdf"], "后缀与 --to pdf 不符", "does not go with --to pdf"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write_instead(arguments: list[str], zh: str, en: str) -> None:
    said = refusal(*arguments)
    assert zh in said
    assert en in said


def test_a_folder_with_the_name_of_a_mistyped_command_is_a_deck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chekc").mkdir()
    assert parse(["chekc"]) == PresentOptions(deck=str(tmp_path / "chekc"))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_option_is_in_both_languages(command: str, capsys: Any) -> None:
    with pytest.raises(SystemExit) as left:
        parse([command, "--help"])
    assert left.value.code == 0
    helped = capsys.readouterr().out
    assert COMMANDS[command].zh in helped
    assert COMMANDS[command].en in helped
    for block in helped.split("\n  -")[2:]:
        assert any("\u4e00" <= character <= "\u9fff" for character in block), block


def test_every_command_has_a_parser() -> None:
    assert set(PARSERS) == set(COMMANDS)


def test_every_option_of_kiosk_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = "--settings own.yaml --lang en --style day --screen 2 --windowed --no-animation --status --json"
    assert parse(["kiosk", str(tmp_path), *given.split()]) == KioskOptions(
        deck=str(tmp_path),
        settings=str(tmp_path / "own.yaml"),
        languages=("en",),
        style="day",
        screen="2",
        windowed=True,
        animate=False,
        status=True,
        json=True,
    )


def test_what_the_supervisor_tells_its_child_is_read_and_not_in_the_help(tmp_path: Path) -> None:
    given = ["--child", "--resume", '{"slide": "a/b"}', "--aside", "a/b,c/d", "--safe", "--folder", str(tmp_path)]
    assert parse(["kiosk", *given]) == KioskOptions(
        deck=SHIPPED, child=True, resume='{"slide": "a/b"}', aside=("a/b", "c/d"), safe=True, folder=str(tmp_path)
    )
    helped = PARSERS["kiosk"]().format_help()
    assert [option for option in given if option.startswith("--") and option in helped] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--status", "--set-pin"), "--status"),
        (("--usage", "x.csv", "--set-pin"), "--usage"),
        (("--json",), "--status"),
        (("--minutes", "3"), "--minutes"),
        (("--child",), "jn-presenter kiosk"),
    ],
)
def test_options_of_kiosk_that_do_not_go_together_are_refused(arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal("kiosk", *arguments)


def test_a_slide_or_a_theme_is_begun_in_a_deck(tmp_path: Path) -> None:
    asked = NewOptions(deck=SHIPPED, what="slide", name="industry/robots", title="机器人 产业")
    assert parse(["new", "slide", "industry/robots", "--title", " 机器人  产业"]) == asked
    asked = NewOptions(deck=str(tmp_path), what="theme", name="robots", layout="section")
    assert parse(["new", "主题", "robots", "--deck", str(tmp_path), "--layout", "section"]) == asked
    assert "slide" in refusal("new", "page", "x")
    assert "THEME/NAME" in refusal("new", "slide")


def test_a_file_is_imported_into_a_new_folder_called_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ImportOptions(file=str(tmp_path / "a" / "汇报.PPTX"), output=str(tmp_path / "汇报"))
    assert parse(["import", "a/汇报.PPTX"]) == asked
    asked = ImportOptions(file=str(tmp_path / "a.md"), output=str(tmp_path / "b"))
    assert parse(["import", "a.md", "-o", "b"]) == asked
    assert ".pptx" in refusal("import", "a.pdf")


def test_edit_takes_a_deck_a_slide_and_a_language(tmp_path: Path) -> None:
    (tmp_path / "briefing.yaml").touch()
    found = parse(["edit", str(tmp_path), "--start", "a/one", "--lang", "en"])
    assert found == EditOptions(deck=str(tmp_path), start="a/one", language="en")
