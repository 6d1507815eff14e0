"""A drawing put elsewhere."""

from msgspec import structs

from jn_presenter.model.marks import Box, Gradient, Path, ShapeMark


def moved(
    mark: ShapeMark, prefix: str, dx: float, dy: float, strength: float, clip: tuple[float, float, float, float]
) -> ShapeMark:
    """A mark of boxes or paths, by (dx, dy) px, inside `clip`; its key begins with `prefix`, its opacity is a share."""
    shape, fill = mark.shape, mark.fill
    if isinstance(shape, Path):
        shape = Path(tuple((op, _put(values, (dx, dy))) for op, values in shape.segments))
    elif isinstance(shape, Box):
        shape = structs.replace(shape, x=shape.x + dx, y=shape.y + dy)
    else:
        shape = structs.replace(shape, cx=shape.cx + dx, cy=shape.cy + dy)
    if isinstance(fill, Gradient):
        fill = structs.replace(fill, x0=fill.x0 + dx, x1=fill.x1 + dx, y0=fill.y0 + dy, y1=fill.y1 + dy)
    return structs.replace(
        mark, key=prefix + mark.key, shape=shape, fill=fill, opacity=mark.opacity * strength, clip=clip
    )


def _put(values: tuple[float, ...], by: tuple[float, float]) -> tuple[float, ...]:
    return tuple(value + by[k % 2] for k, value in enumerate(values))
