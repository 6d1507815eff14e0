"""The pointer over the audience's picture, by an injected clock."""

from jn_presenter.show.pointer import HIDE_MS, Pointer


def test_it_is_hidden_until_it_moves() -> None:
    assert not Pointer().visible(0.0)
    assert Pointer().due_ms() is None


def test_it_is_seen_while_it_moves_and_hides_two_seconds_after() -> None:
    pointer = Pointer().moved(1000.0)
    assert pointer.visible(1000.0)
    assert pointer.visible(1000.0 + HIDE_MS - 1)
    assert not pointer.visible(1000.0 + HIDE_MS)
    assert pointer.due_ms() == 3000.0


def test_every_move_gives_two_seconds_more() -> None:
    assert Pointer().moved(1000.0).moved(2500.0).visible(4499.0)
