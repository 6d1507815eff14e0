"""When a part is to be seen."""

from jn_presenter.model.element import Phase


def test_a_part_moves_in_its_own_step_alone() -> None:
    reveals = (0, 1, 2)
    before, during = Phase(step=0, t=0.25, reveals=reveals), Phase(step=1, t=0.25, reveals=reveals)
    assert [before.progress(part) for part in range(3)] == [0.25, 0.0, 0.0]
    assert [during.progress(part) for part in range(3)] == [1.0, 0.25, 0.0]


def test_what_belongs_to_step_0_stands_at_once() -> None:
    phase = Phase(step=0, t=0.0, reveals=(0, 1))
    assert [phase.presence(part) for part in range(2)] == [1.0, 0.0]
    assert Phase(step=1, t=0.5, reveals=(0, 1)).presence(1) == 0.5


def test_one_reveal_stands_for_all_parts() -> None:
    assert [Phase(step=2, t=0.5, reveals=(2,)).reveal(part) for part in range(3)] == [2, 2, 2]
