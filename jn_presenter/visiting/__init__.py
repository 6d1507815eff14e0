"""A deck made out for the guests of a visit: pure, slide by slide; what is not touched stays the very same object.

    made_out(deck, visit) -> Deck

`deck` is the one that its files say, read as far as it may be. The same slide made out for the same visit again is the
same object, for lay-outs are kept by identity. The deck made has

- `visit` set, and a frame theme ahead of all others with one slide, `welcome_id(deck)`, where there is a layout for it;
- covers whose `note` says who comes and when, closings whose `contact` is the host and whose `note` thanks the guests,
  each unless the slide has its own;
- of cards that stand for themes (`theme: <id>`) only those that the visit names, in its order;
- the visit's questions ahead of its own.
"""

from jn_presenter.visiting.made import made_out, welcome_id

__all__ = ["made_out", "welcome_id"]
