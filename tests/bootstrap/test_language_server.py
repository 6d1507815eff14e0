"""The language server of the tests: installed once, in the versions of its list, and never taken for granted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import language_server

ROOT = Path(__file__).parents[2]
LIST = json.loads((ROOT / "tests/lsp/package-lock.json").read_text("utf-8"))
NPM = '#!/bin/sh\necho "$@" >>ran\nmkdir -p node_modules\nexit {code}\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout, and a PATH that leads to nothing."""
    lists = tmp_path / "checkout" / "tests" / "lsp"
    lists.mkdir(parents=True)
    for name in language_server.LISTS:
        (lists / name).write_text("{}")
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}")
    return tmp_path / "checkout"


def put(root: Path, *, npm: int = 0, node: str = "v20.1.0") -> Path:
    """Commands named npm and node on PATH; the file that tells how often npm ran."""
    bin = root.parent / "bin"  # noqa: A001
    for name, script in (("npm", NPM.format(code=npm)), ("node", f"#!/bin/sh\necho {node}\n")):
        (bin / name).write_text(script.replace("mkdir", "/bin/mkdir"))
        (bin / name).chmod(0o755)
    return language_server.folder(root) / "ran"


def test_it_is_installed_once(root: Path) -> None:
    ran = put(root)
    assert [language_server.provide(root) for _ in range(2)] == [True, True]
    assert ran.read_text() == "ci --ignore-scripts --no-audit --no-fund\n"


def test_another_list_is_installed_anew(root: Path) -> None:
    ran = put(root)
    assert language_server.provide(root)
    (root / "tests/lsp/package-lock.json").write_text('{"lockfileVersion": 3}')
    assert language_server.provide(root)
    assert len(ran.read_text().splitlines()) == 2


def test_an_installation_that_failed_is_none_and_is_tried_again(root: Path) -> None:
    ran = put(root, npm=1)
    assert [language_server.provide(root) for _ in range(2)] == [False, False]
    assert len(ran.read_text().splitlines()) == 2


def test_what_a_failed_installation_left_is_not_taken_for_the_one_before(root: Path) -> None:
    ran, wanted = put(root), root / "tests/lsp/package-lock.json"
    assert language_server.provide(root)
    wanted.write_text('{"lockfileVersion": 3}')
    put(root, npm=1)
    assert not language_server.provide(root)
    wanted.write_text("{}")
    put(root)
    assert language_server.provide(root)
    assert len(ran.read_text().splitlines()) == 3


@pytest.mark.parametrize("node", ["v16.20.2", "what?"])
def test_with_an_old_node_it_is_not_there(root: Path, node: str) -> None:
    assert not put(root, node=node).exists()
    assert not language_server.provide(root)


def test_without_npm_it_is_not_there(root: Path) -> None:
    assert not language_server.provide(root)


def test_the_list_has_versions_and_hashes_and_no_addresses() -> None:
    packages = {path: package for path, package in LIST["packages"].items() if path}
    assert f"node_modules/{language_server.NAME}" in packages
    for path, package in packages.items():
        assert package["version"], path
        assert package["integrity"].startswith("sha512-"), path
        assert "resolved" not in package, path
