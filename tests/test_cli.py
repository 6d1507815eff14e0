"""The commands as they are typed: what they print where, and the exit code that a script can rely on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec import structs
from PIL import Image
from pypdfium2 import PdfDocument

from jn_presenter import __version__, cli_check
from jn_presenter.cli import CANNOT_RUN, DONE, INTERRUPTED, PROBLEMS, has_display, main
from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import offscreen, remembered, survey
from jn_presenter.show.screens import ScreenInfo

BRIEFING = """\
title:
  zh: 园区介绍
  en: The zone
languages: [zh, en]
themes: [start]
"""
THEME = """\
title:
  zh: 开场
  en: Opening
slides: [hello, goodbye]
"""
SLIDE = """\
layout: points
title:
  zh: 欢迎来到园区
  en: Welcome to the zone
points:
  - zh: 第一点
    en: The first point
  - zh: 第二点
    en: The second point
"""
JSON_KEYS = ["file", "line", "column", "end_column", "severity", "code", "message", "hint", "write"]
MISTYPED = ("points:\n", "poinst:\n")

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """Long messages in English; and the tests' own application, as there can be but one."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of two slides in which nothing is wrong."""
    folder = tmp_path / "deck"
    (folder / "start").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(BRIEFING, encoding="utf-8")
    (folder / "start" / "theme.yaml").write_text(THEME, encoding="utf-8")
    for name in ("hello", "goodbye"):
        (folder / "start" / f"{name}.yaml").write_text(SLIDE, encoding="utf-8")
    return folder


@pytest.fixture
def broken(deck: Path) -> Path:
    """The same with a slide that cannot be read."""
    (deck / "start" / "goodbye.yaml").write_text(SLIDE.replace(*MISTYPED), encoding="utf-8")
    return deck


def add_warning(deck: Path) -> None:
    """A text that lacks one of the languages."""
    slide = SLIDE.replace("  - zh: 第二点\n    en: The second point\n", "  - zh: 第二点\n")
    (deck / "start" / "goodbye.yaml").write_text(slide, encoding="utf-8")


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


WITHOUT_QT = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocker())
from jn_presenter.cli import main
sys.exit(main(sys.argv[1:]))
"""


def run_without_qt(*arguments: object) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the program in a process in which PySide6 cannot be imported."""
    command = [sys.executable, "-c", WITHOUT_QT, *map(str, arguments)]
    done = subprocess.run(command, env=os.environ | {"DISPLAY": ":0"}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


# The program as a whole


def test_version_and_help_go_to_stdout(capsys: Output) -> None:
    assert run("--version") == DONE
    assert capsys.readouterr().out == f"jn-presenter {__version__}\n"
    for option in ("--help", "-h"):
        assert run(option) == DONE
        helped = capsys.readouterr().out
        for command in ("present", "check", "export", "screens"):
            assert f"\n  {command} " in helped
        assert "放映" in helped


def test_what_cannot_be_read_is_said_on_stderr_with_exit_code_2(capsys: Output) -> None:
    assert run("check", "--jsno") == CANNOT_RUN
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "没有选项 --jsno；是否想写 --json？ / there is no option --jsno; did you mean --json?\n"


@pytest.mark.parametrize("command", [["check"], ["export", "-o", "x.pdf"]])
def test_a_deck_that_cannot_be_opened_is_said_in_one_line_with_exit_code_2(
    command: list[str], tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "briefing.yaml").write_text(BRIEFING, encoding="utf-8")
    (tmp_path / "none" / "start").mkdir()
    (tmp_path / "none" / "start" / "theme.yaml").write_text(THEME.replace("[hello, goodbye]", "[]"), encoding="utf-8")
    for folder, words in (("nowhere", "is not a folder"), ("empty", "briefing.yaml"), ("none", "no slide")):
        assert run(command[0], folder, *command[1:]) == CANNOT_RUN
        out, err = capsys.readouterr()
        assert out == ""
        assert words in err.splitlines()[0]
    assert not (tmp_path / "x.pdf").exists()


def test_an_interrupt_ends_the_program_without_a_trace(
    deck: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(folder: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_check, "read", interrupted)
    assert run("check", deck) == INTERRUPTED
    assert capsys.readouterr().err == ""


def test_python_m_starts_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "jn_presenter", "--version"], capture_output=True, check=True)
    assert done.stdout.decode() == f"jn-presenter {__version__}\n"


@pytest.mark.parametrize("command", [["--help"], ["check", "DECK", "--json"], ["check", "DECK"]])
def test_what_nobody_reads_any_more_ends_the_program_without_a_word(deck: Path, command: list[str]) -> None:
    """As with `| head`, which closes its end."""
    words = [str(deck) if word == "DECK" else word for word in command]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as out:
        program = [sys.executable, "-m", "jn_presenter", *words]
        done = subprocess.run(program, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 141
    assert b"BrokenPipe" not in done.stderr
    assert b"Exception" not in done.stderr


def test_a_terminal_without_chinese_letters_ends_nothing() -> None:
    environ = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "jn_presenter", "--help"], env=environ, capture_output=True, check=False
    )
    assert done.returncode == DONE
    assert b"\\u653e\\u6620" in done.stdout
    assert done.stderr == b""


def test_the_command_line_loads_neither_qt_nor_yaml_by_itself() -> None:
    code = "import sys, jn_presenter.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not {"PySide6", "yaml", "pyqtgraph", "numpy", "dataclasses"} & set(done.stdout.split())


# check


def test_a_clean_deck_has_a_summary_and_exit_code_0(deck: Path, capsys: Output) -> None:
    assert run("check", deck, "--strict") == DONE
    out, err = capsys.readouterr()
    assert out == "没有发现问题：2 页，1 个主题，数据 0/0 / nothing is wrong: 2 slides, 1 theme, 0/0 facts shown\n"
    assert err == ""


def test_problems_are_shown_with_place_excerpt_caret_and_hint(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.parent)
    assert run("check", "deck") == PROBLEMS
    *problems, summary = capsys.readouterr().out.split("\n\n")
    (unknown,) = (problem for problem in problems if "unknown-key" in problem)
    head, line, caret, hint, label, write = unknown.splitlines()
    assert head.startswith("deck/start/goodbye.yaml:5:1: error[unknown-key] ")
    assert line == " 5 | poinst:"
    assert caret == "   | ^^^^^^"
    assert "did you mean points?" in hint
    assert label == "   = write:"
    assert write == " 5 + points:"
    assert "2 slides, 1 theme" in summary
    assert "1 error, 0 warnings in 1 file" in summary


def test_what_a_slip_hides_is_told_with_it(broken: Path, capsys: Output) -> None:
    file = broken / "start" / "goodbye.yaml"
    file.write_text("depth：core\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    run("check", broken, "--json")
    found = [(one["line"], one["code"]) for one in json.loads(capsys.readouterr().out)["problems"]]
    assert found == [(1, "full-width-colon"), (6, "unknown-key")]


def test_problems_are_told_in_the_reader_s_language(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run("check", broken) == PROBLEMS
    assert "是否想写 points？" in capsys.readouterr().out


def test_json_has_exactly_what_programs_rely_on(broken: Path, capsys: Output) -> None:
    assert run("check", broken, "--json") == PROBLEMS
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert set(found) == {"slides", "themes", "facts", "problems"}
    assert (found["slides"], found["themes"]) == (2, 1)
    assert found["facts"] == {"total": 0, "shown": 0, "missing": []}
    for problem in found["problems"]:
        assert list(problem) == JSON_KEYS
        assert set(problem["message"]) == set(problem["hint"]) == {"zh", "en"}
    assert ("start/goodbye.yaml", 5, 1, "error", "unknown-key") in {
        tuple(problem[key] for key in ("file", "line", "column", "severity", "code")) for problem in found["problems"]
    }
    assert err == ""


def test_the_page_about_check_names_every_key_that_programs_rely_on() -> None:
    page = (Path(__file__).parents[1] / "docs" / "check.md").read_text(encoding="utf-8")
    for key in (*JSON_KEYS, "slides", "themes", "facts", "total", "shown", "missing", "--strict", "FORCE_COLOR"):
        assert f"`{key}`" in page, key


def test_a_second_check_says_the_same_as_the_first(deck: Path, capsys: Output) -> None:
    long = SLIDE.replace("The first point", "A point that goes on and on. " * 60)
    (deck / "start" / "goodbye.yaml").write_text(long, encoding="utf-8")
    told = []
    for more in ((), (), ("--no-cache",)):
        assert run("check", deck, *more) == PROBLEMS
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] == told[2]
    assert "error[overflow]" in told[0]


def test_any_file_of_a_deck_stands_for_it(broken: Path, capsys: Output) -> None:
    assert run("check", broken / "start" / "hello.yaml") == PROBLEMS
    assert "error[unknown-key]" in capsys.readouterr().out
    assert run("check", broken / "briefing.yaml") == PROBLEMS
    assert run("check", broken / "start") == PROBLEMS


def test_a_file_of_no_deck_is_told_so(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.yaml").write_text("title: A\n", encoding="utf-8")
    assert run("check", tmp_path / "a.yaml") == CANNOT_RUN
    assert "briefing.yaml" in capsys.readouterr().err


def test_github_is_told_where_each_problem_is(broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken.parent)
    assert run("check", "deck", "--format", "github") == PROBLEMS
    annotation, summary = capsys.readouterr().out.splitlines()
    assert annotation.startswith("::error file=deck/start/goodbye.yaml,line=5,col=1,endColumn=7,title=unknown-key::")
    assert "1 error" in summary


def test_github_is_told_nothing_that_was_not_asked_for(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check", broken) == PROBLEMS
    assert "::error" not in capsys.readouterr().out


def test_a_format_that_there_is_not_is_told_with_those_there_are(deck: Path, capsys: Output) -> None:
    assert run("check", deck, "--format", "xml") == CANNOT_RUN
    assert "text, json or github" in capsys.readouterr().err


def test_colours_are_forced_and_forbidden_by_the_environment(
    broken: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("check", broken)
    assert "\x1b[1;31merror[unknown-key]" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run("check", broken)
    assert "\x1b" not in capsys.readouterr().out


def test_a_deck_cannot_colour_the_terminal_it_is_checked_on(deck: Path, capsys: Output) -> None:
    evil = SLIDE.replace("points:\n", '"\\e[31mpoin\\e]0;title\\a": 1\npoints:\n')
    (deck / "start" / "goodbye.yaml").write_text(evil, encoding="utf-8")
    assert run("check", deck) == PROBLEMS
    out, err = capsys.readouterr()
    assert "unknown-key" in out
    assert "\x1b" not in out + err
    assert "\a" not in out + err


def test_warnings_count_only_where_check_is_strict(deck: Path, capsys: Output) -> None:
    add_warning(deck)
    assert run("check", deck) == DONE
    assert "warning[untranslated]" in capsys.readouterr().out
    assert run("check", deck, "--strict") == PROBLEMS


def test_texts_that_do_not_fit_are_found_by_the_real_font(deck: Path, capsys: Output) -> None:
    long = SLIDE.replace("The first point", "A point that goes on and on. " * 60)
    (deck / "start" / "goodbye.yaml").write_text(long, encoding="utf-8")
    assert run("check", deck) == PROBLEMS
    assert "error[overflow]" in capsys.readouterr().out


def test_check_does_all_else_without_qt_and_says_so(broken: Path) -> None:
    code, out, err = run_without_qt("check", broken)
    assert code == PROBLEMS
    assert "error[unknown-key]" in out
    assert "how texts fit was not checked" in err
    assert "No module named 'PySide6'" in err


def test_a_mistake_in_our_own_imports_is_not_taken_for_a_missing_qt(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing() -> None:
        raise ModuleNotFoundError("No module named 'jn_presenter.qt.typo'", name="jn_presenter.qt.typo")

    monkeypatch.setattr(offscreen, "application", failing)
    with pytest.raises(ModuleNotFoundError, match="typo"):
        run("check", deck)


# export


def test_a_pdf_is_written_and_its_place_printed(deck: Path, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "out.pdf"
    assert run("export", deck, "-o", file) == DONE
    out, err = capsys.readouterr()
    assert out == f"{file}\n"
    assert err == f"2 页，{file.stat().st_size / 1000:.0f} kB / 2 slides, {file.stat().st_size / 1000:.0f} kB\n"
    assert file.read_bytes().startswith(b"%PDF-")


def test_pictures_and_contact_sheet_have_the_size_asked_for(deck: Path, tmp_path: Path) -> None:
    folder, sheet = tmp_path / "pictures", tmp_path / "all.png"
    assert run("export", deck, "-o", folder, "--size", "540x960", "--lang", "zh,en") == DONE
    assert run("export", deck, "-o", sheet, "--size", "540x960") == DONE
    assert sorted(file.name for file in folder.iterdir()) == ["01-start-hello.png", "02-start-goodbye.png"]
    for file in folder.iterdir():
        with Image.open(file) as picture:
            assert picture.size == (540, 960)
    with Image.open(sheet) as picture:
        assert picture.width > picture.height


def test_minutes_choose_the_slides_as_a_show_does(deck: Path, tmp_path: Path) -> None:
    extra = "depth: extra\n" + SLIDE
    (deck / "start" / "goodbye.yaml").write_text(extra.replace("depth", "minutes: 5\ndepth"), encoding="utf-8")
    assert run("export", deck, "-o", tmp_path / "all", "--minutes", "6") == DONE
    assert run("export", deck, "-o", tmp_path / "short", "--minutes", "5") == DONE
    assert [len(list((tmp_path / name).iterdir())) for name in ("all", "short")] == [2, 1]


def test_a_broken_slide_is_left_out_and_named(broken: Path, tmp_path: Path, capsys: Output) -> None:
    assert run("export", broken, "-o", tmp_path / "pictures") == DONE
    assert [file.name for file in (tmp_path / "pictures").iterdir()] == ["01-start-hello.png"]
    err = capsys.readouterr().err
    assert "1 broken slide left out" in err
    assert "start/goodbye" in err


def test_what_was_drawn_in_a_show_is_on_the_pictures(deck: Path, tmp_path: Path, capsys: Output) -> None:
    ink = tmp_path / "visit.ink.json"
    line = '{"tool":"pen","colour":"coral","width":24,"points":[[0.2,0.9],[0.8,0.9]]}'
    ink.write_text(f'{{"ink":{{"start/hello":[{line}]}}}}', encoding="utf-8")
    assert run("export", deck, "-o", tmp_path / "out", "--ink", ink) == DONE
    with Image.open(tmp_path / "out" / "01-start-hello.png") as picture:
        assert picture.getpixel((960, 972)) == (255, 159, 140)
    with Image.open(tmp_path / "out" / "02-start-goodbye.png") as picture:
        assert picture.getpixel((960, 972)) != (255, 159, 140)
    ink.write_text(f'{{"ink":{{"start/gone":[{line}]}}}}', encoding="utf-8")
    assert run("export", deck, "-o", tmp_path / "other", "--ink", ink) == CANNOT_RUN
    assert "nothing of it is drawn on the slides" in capsys.readouterr().err


VISIT = """\
delegation: Sample City Delegation
date: 2026-11-23
hide: [start/goodbye]
languages: [en]
"""


def pages(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = PdfDocument(file)
    found = []
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        found.append(words.get_text_bounded())
        words.close()
        page.close()
    document.close()
    return found


def test_a_visit_chooses_slides_and_languages_where_the_options_do_not(deck: Path, tmp_path: Path) -> None:
    (deck / "visits").mkdir()
    (deck / "visits" / "sample.yaml").write_text(VISIT, encoding="utf-8")
    assert run("export", deck, "-o", tmp_path / "a.pdf", "--visit", "sample") == DONE
    welcome, hello = pages(tmp_path / "a.pdf")
    assert "Sample City Delegation" in welcome
    assert "The first point" in hello
    assert run("export", deck, "-o", tmp_path / "b.pdf", "--visit", "sample", "--lang", "zh") == DONE
    assert "第二点" in pages(tmp_path / "b.pdf")[1]


def test_a_souvenir_is_made_again_of_the_log_of_a_visit(deck: Path, tmp_path: Path, capsys: Output) -> None:
    log = tmp_path / "2026-11-23 deck.csv"
    log.write_text("次序 Order,专题 Theme,页 Slide\n1,x,start/goodbye\n2,x,start/gone\n", encoding="utf-8-sig")
    assert run("export", deck, "--to", "souvenir", "--log", log) == DONE
    out, err = capsys.readouterr()
    assert out == f"{log.with_suffix('.pdf')}\n"
    assert len(pages(log.with_suffix(".pdf"))) == 1
    assert "start/gone" in err
    assert "1 slide of the log cannot be read" in err
    log.write_text("a,b\n", encoding="utf-8")
    assert run("export", deck, "--to", "souvenir", "--log", log) == CANNOT_RUN
    assert "no log of a visit" in capsys.readouterr().err


def test_a_handout_is_of_the_style_for_paper_unless_another_is_asked_for(deck: Path, tmp_path: Path) -> None:
    darkest = []
    for more in ((), ("--style", "night")):
        file = tmp_path / "handout.pdf"
        assert run("export", deck, "-o", file, "--to", "handout", *more) == DONE
        document = PdfDocument(file)
        picture = document[0].render(scale=0.5).to_pil().convert("L")
        darkest.append(picture.getpixel((picture.width // 3, picture.height // 5)))
        document.close()
    assert darkest[0] > 200 > 60 > darkest[1]


@pytest.mark.parametrize("content", [None, "drawings"])
def test_a_file_without_ink_is_told_and_nothing_is_written(
    deck: Path, tmp_path: Path, capsys: Output, content: str | None
) -> None:
    ink = tmp_path / "visit.ink.json"
    if content is not None:
        ink.write_text(content, encoding="utf-8")
    assert run("export", deck, "-o", tmp_path / "out.pdf", "--ink", ink) == CANNOT_RUN
    assert str(ink) in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_without_a_slide_that_can_be_read_nothing_is_written(broken: Path, tmp_path: Path, capsys: Output) -> None:
    (broken / "start" / "hello.yaml").write_text("]", encoding="utf-8")
    assert run("export", broken, "-o", tmp_path / "out.pdf") == CANNOT_RUN
    assert "there is no slide to export" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_pictures_of_an_earlier_export_are_named(deck: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "03-start-old.png").touch()
    assert run("export", deck, "-o", tmp_path, "--to", "png", "--size", "64x64") == DONE
    err = capsys.readouterr().err
    assert "the folder has other pictures too" in err
    assert "03-start-old.png" in err
    assert "01-start-hello.png" not in err


@pytest.mark.parametrize(
    ("option", "words"),
    [(["--lang", "fr"], "there are: en, zh"), (["--style", "nihgt"], "did you mean night?")],
)
def test_names_that_the_deck_lacks_are_told_with_what_it_has(
    deck: Path, tmp_path: Path, capsys: Output, option: list[str], words: str
) -> None:
    assert run("export", deck, "-o", tmp_path / "out.pdf", *option) == CANNOT_RUN
    assert words in capsys.readouterr().err


def test_the_style_is_that_asked_for(deck: Path, tmp_path: Path) -> None:
    corners = []
    for style in ("night", "day"):
        run("export", deck, "-o", tmp_path / f"{style}.png", "--style", style)
        with Image.open(tmp_path / f"{style}.png") as picture:
            corners.append(picture.convert("L").getpixel((0, 0)))
    assert corners[0] < 64 < 192 < corners[1]  # type: ignore[operator]


def test_a_folder_in_the_place_of_the_file_is_said(deck: Path, tmp_path: Path, capsys: Output) -> None:
    assert run("export", deck, "-o", tmp_path, "--to", "pdf") == CANNOT_RUN
    assert "it is a folder" in capsys.readouterr().err


def test_a_file_in_the_place_of_the_folder_is_said(deck: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "pictures").touch()
    assert run("export", deck, "-o", tmp_path / "pictures", "--to", "png") == CANNOT_RUN
    assert "is no folder" in capsys.readouterr().err


def unwritable(tmp_path: Path) -> tuple[Path, list[str]]:
    """A folder that cannot be written, and the command to run others with: root passes mode bits, not a mount."""
    folder = tmp_path / "readonly"
    folder.mkdir()
    if os.geteuid() != 0:
        folder.chmod(0o555)
        return folder, []
    mount = f"mount -t tmpfs -o ro none '{folder}' && exec \"$@\""
    return folder, ["unshare", "-m", "sh", "-c", mount, "sh"]


@pytest.mark.skipif(sys.platform != "linux", reason="mounts are Linux's")
@pytest.mark.parametrize("name", ["out.pdf", "all.png", "pictures"])
def test_without_permission_to_write_a_line_says_so(deck: Path, tmp_path: Path, name: str) -> None:
    folder, wrapper = unwritable(tmp_path)
    command = [*wrapper, sys.executable, "-m", "jn_presenter", "export", str(deck), "-o", str(folder / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == CANNOT_RUN
    assert done.stdout == ""
    assert "no permission to write" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [["export", "-o", "out.pdf"], ["present"], ["screens"]])
def test_what_needs_qt_says_that_it_is_missing(command: list[str], deck: Path) -> None:
    code, out, err = run_without_qt(*command, *([] if command == ["screens"] else [deck]))
    assert (code, out) == (CANNOT_RUN, "")
    assert "无法加载 Qt" in err
    assert "Qt cannot be loaded: No module named 'PySide6'" in err


# present and screens


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "eglfs"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_known_by_the_environment(environ: dict[str, str], platform: str, expected: bool) -> None:
    assert has_display(environ, platform) is expected


@pytest.mark.parametrize("command", [[], ["present"], ["screens"]])
def test_without_a_display_a_line_says_so(command: list[str], capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert run(*command) == CANNOT_RUN
    assert capsys.readouterr() == (
        "",
        "没有显示器；可用 export 命令导出 / there is no display; the command export writes files\n",
    )


@pytest.fixture
def shows(monkeypatch: pytest.MonkeyPatch) -> list[PresentOptions]:
    """The shows that were started instead of windows."""
    from jn_presenter.qt import app

    started: list[PresentOptions] = []

    def run_show(options: PresentOptions, _say: object, _souvenir: object) -> int:
        started.append(options)
        return 7

    monkeypatch.setattr(app, "run", run_show)
    return started


def test_a_show_is_started_with_what_was_asked_for(deck: Path, shows: list[PresentOptions]) -> None:
    assert run(deck, "--lang", "zh,en", "--no-console") == 7
    assert shows == [PresentOptions(deck=str(deck), languages=("zh", "en"), console=False)]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (["--lang", "fr"], "there are: en, zh"),
        (["--console-lang", "fr"], "there are: en, zh"),
        (["--style", "dya"], "did you mean day?"),
        (["--start", "start/helo"], "did you mean start/hello?"),
    ],
)
def test_a_show_does_not_begin_with_what_the_deck_lacks(
    deck: Path, capsys: Output, option: list[str], words: str
) -> None:
    assert run("present", deck, *option) == CANNOT_RUN
    assert words in capsys.readouterr().err


def test_a_show_without_a_slide_that_can_be_read_does_not_begin(broken: Path, capsys: Output) -> None:
    (broken / "start" / "hello.yaml").write_text("]", encoding="utf-8")
    assert run("present", broken) == CANNOT_RUN
    first, *rest = capsys.readouterr().err.splitlines()
    assert "there is no slide that can be shown" in first
    assert any("start/goodbye.yaml:5:1: error[unknown-key]" in line for line in rest)


LAPTOP = ScreenInfo(name="eDP-1", x=0, y=0, width=1440, height=900, primary=True, ratio=2.0)
HALL = ScreenInfo(name="HDMI-1", x=1440, y=0, width=3840, height=1080, maker="Epson", serial="X7")


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "survey", lambda: (LAPTOP, HALL))


@pytest.mark.usefixtures("two_screens")
def test_screens_are_listed_with_shape_size_and_use(capsys: Output) -> None:
    assert run("screens") == DONE
    rows = capsys.readouterr().out.splitlines()
    assert [row.split() for row in rows] == [
        ["1", "eDP-1", "1440x900+0+0", "200%", "wide", "演讲者界面", "console", "eDP-1", "2880x1800"],
        ["2", "HDMI-1", "3840x1080+1440+0", "100%", "wall", "观众", "audience", "Epson", "X7"],
    ]


@pytest.mark.usefixtures("two_screens")
def test_screens_are_listed_for_programs_too(capsys: Output) -> None:
    assert run("screens", "--json") == DONE
    laptop, hall = json.loads(capsys.readouterr().out)
    told = {"shape": "wide", "use": "console", "id": "eDP-1 2880x1800", "number": 1}
    assert laptop == msgspec.to_builtins(LAPTOP) | told
    assert (hall["shape"], hall["use"], hall["id"]) == ("wall", "audience", "Epson X7")


@pytest.mark.usefixtures("two_screens")
def test_screens_that_were_swapped_here_before_are_listed_swapped(
    capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "screens_file", lambda: tmp_path / "screens.json")
    memory = remembered.Memory()
    memory.keep(["Epson X7", "eDP-1 2880x1800"], "eDP-1 2880x1800", "Epson X7")
    memory.finish()
    assert run("screens", "--json") == DONE
    assert [screen["use"] for screen in json.loads(capsys.readouterr().out)] == ["audience", "console"]


def test_a_mirrored_screen_is_listed_as_such(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "survey", lambda: (LAPTOP, structs.replace(HALL, x=0)))
    assert run("screens") == DONE
    assert [row.split()[6] for row in capsys.readouterr().out.splitlines()] == ["mirrored", "audience"]


def test_the_one_screen_there_is_shows_the_audience_s_view(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "survey", lambda: (LAPTOP,))
    assert run("screens") == DONE
    assert "观众 audience" in capsys.readouterr().out


def test_screens_are_asked_of_qt(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("screens", "--json") == DONE
    (screen,) = json.loads(capsys.readouterr().out)
    assert (screen["width"], screen["height"], screen["use"]) == (800, 800, "audience")
