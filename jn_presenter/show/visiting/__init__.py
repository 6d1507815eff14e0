"""What a visit asks of a show, and where its names appear. Pure; the deck made out for it comes from `visiting`.

- `options.invitation(deck, visit) -> Invitation`: themes and their order, slides stressed and hidden, time, languages.
- `options.invited(state, deck, visit, now_ms, *, of_day_ms=None) -> ShowState`: the show as the visit wants it.
- `named.named(deck, visit) -> tuple[Named, ...]`: every place where one of its names appears.
"""
