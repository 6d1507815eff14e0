"""A Sankey diagram."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.bound import Bound, InUnit
from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.currents import Stream, Streams, lay_out
from jn_presenter.draw.entries import one_of, unit_name
from jn_presenter.draw.figures import value_words
from jn_presenter.draw.flow_rows import flows_of
from jn_presenter.draw.flows import Flow, Network, circle, layers, network, unbalanced
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.native import digits, words_in
from jn_presenter.draw.node_words import NodeWords, Words, set_words
from jn_presenter.draw.remainder import Remark, set_remarks
from jn_presenter.draw.shades import tinted
from jn_presenter.draw.table_cells import ColumnNames
from jn_presenter.draw.tags import under_badge
from jn_presenter.draw.words import NO_DATA_FOR
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Datum, Path, ShapeMark, State, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message, Text

MOST = 120
"""Flows; more cannot be followed."""
LEAST_SHARE = 0.3
"""The share of the height that what flows is to take, for which words are set smaller."""
NARROWEST = 0.25
"""The share of the width that nodes and bands are to have between their words."""
BAND = 0.45
"""How much of its source's colour a band has: words are read on it."""
QUIET_BAND = 0.28
LIST_GAP = 16.0
LIST_MOST = 0.2


class FlowItem(Struct, frozen=True, kw_only=True):
    """One flow."""

    source: Annotated[Text, doc("从哪里来", "where it comes from")]
    target: Annotated[Text, doc("到哪里去", "where it goes to")]
    value: Annotated[Number | None, doc("数值，缺数写null", "value, null where it is missing")]


class Sankey(Bound, frozen=True, kw_only=True):
    """What flows from where to where, in layers from left to right, each band as high as its amount."""

    about = "桑基图：从哪里流向哪里，带子的高度是数量"
    negatives: ClassVar[bool] = False

    flows: Annotated[tuple[FlowItem, ...], doc("各条流向", "the flows"), Meta(max_length=MOST)] = ()
    data: Annotated[
        Feed | None,
        doc("数据表：来处、去处、数值三列", "a table with three columns: where from, where to, how much"),
    ] = None
    source: Annotated[
        ColumnNames, doc("来处所在的列，默认是第一列；可按语言分列", "the column of where from, by default the first")
    ] = ""
    target: Annotated[
        ColumnNames, doc("去处所在的列，默认是第二列；可按语言分列", "the column of where to, by default the second")
    ] = ""
    value: Annotated[str, doc("数值所在的列，默认是第三列", "the column of figures, by default the third")] = ""
    unit: InUnit = None

    def measured(self) -> tuple[str, ...]:
        return (self.value,) if self.value else ()

    def as_table(self, env: Env) -> Table:
        flows, _ = self._read(env)
        rows = ((words_in(one.source, env), words_in(one.target, env), digits(one.value)) for one in flows)
        return Table(columns=("", "", ""), rows=tuple(rows))

    def fit(self, rect: Rect, env: Env) -> "FittedSankey":
        sample = self.badge
        place, badge = under_badge(rect, env, sample)
        flows, findings = self._read(env)
        graph = network(flows)
        blank = FittedSankey(rect=rect, fixed=badge, findings=(*findings, *_wrong(flows, graph)))
        if not graph.links or circle(graph):
            return blank
        place, missing = _above_missing(flows, place, env)
        layer = layers(graph)
        words = {
            node: Words(name, value_words(graph.through(node), self.unit, env.facts, env.languages))
            for node, name in graph.names
        }
        named, streams = _fitting(graph, layer, words, place, env)
        first = [node for node, _ in graph.names if layer[node] == 0]
        look = _Look(
            colours=_colours(first, env),
            names={node: name.pick(env.languages[0], env.fallbacks)[1] for node, name in graph.names},
            style=env.style,
            unit=unit_name(self.unit, env),
            state="sample" if sample else "achieved",
        )
        return structs.replace(
            blank,
            overflow=named.cut or streams.px <= 0.0 or named.place.w < NARROWEST * place.w,
            findings=(*blank.findings, *named.findings),
            fixed=(*badge, *missing),
            place=place,
            nodes=tuple(
                Layered(_node(node, graph, streams, look), layer[node], words)
                for node, words in named.marks(streams.nodes, first).items()
            ),
            bands=tuple(_band(stream, layer[stream.link.source], look) for stream in streams.streams),
            layers=max(layer.values()) + 1,
            stagger=env.style.motion.stagger,
        )

    def _read(self, env: Env) -> tuple[tuple[Flow, ...], tuple[Finding, ...]]:
        """The flows as they are now, and what is wrong with them."""
        given = [name for name, there in (("flows", self.flows), ("data", self.data)) if there]
        wrong = one_of(given, ("flows", "data"))
        if self.data is None:
            return tuple(Flow(one.source, one.target, one.value) for one in self.flows), wrong
        snapshot = self.snapshot(env)
        if snapshot is None:
            return (), wrong
        flows, findings = flows_of(snapshot, self.source, self.target, self.value, MOST)
        return flows, (*wrong, *findings)


class Layered(Struct, frozen=True):
    """A node with its words or a band, in full, and its layer; of a band that of its source."""

    mark: ShapeMark
    layer: int
    words: TextMark | None = None


class FittedSankey(Fitted, frozen=True, kw_only=True):
    """Nodes and bands in full; they enter layer by layer, each band on its way from its node to the next."""

    fixed: tuple[AnyMark, ...]
    place: Rect = Rect(0.0, 0.0, 0.0, 0.0)
    nodes: tuple[Layered, ...] = ()
    bands: tuple[Layered, ...] = ()
    layers: int = 1
    stagger: float = 0.0

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = ease_out(phase.presence())
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in self.fixed]
        shown += (self._drawn(band, t) for band in self.bands if (t := self._entrance(phase, 2 * band.layer + 1)) > 0.0)
        words: list[AnyMark] = []
        for node in self.nodes:
            t = self._entrance(phase, 2 * node.layer)
            if t > 0.0:
                shown.append(faded(node.mark, t))
                words += (faded(node.words, t),) if node.words else ()
        return (*shown, *words)

    def _entrance(self, phase: Phase, order: int) -> float:
        """Nodes and bands take turns."""
        return cascade(phase, 0, 1, order, 2 * self.layers - 1, self.stagger)

    def _drawn(self, band: Layered, t: float) -> ShapeMark:
        """The band as far as it has come."""
        if t >= 1.0:
            return band.mark
        assert isinstance(band.mark.shape, Path)
        start, end = band.mark.shape.segments[0][1][0], band.mark.shape.segments[2][1][0]
        return structs.replace(band.mark, clip=(start, self.place.y, (end - start) * t, self.place.h))


class _Look(Struct, frozen=True):
    """What all marks have in common."""

    colours: Mapping[str, str]
    names: Mapping[str, str]
    style: Style
    unit: str
    state: State

    def datum(self, value: Decimal, label: str) -> Datum:
        return Datum(value=value, unit=self.unit, label=label, state=self.state)


def _fitting(
    graph: Network, layer: Mapping[str, int], words: Mapping[str, Words], place: Rect, env: Env
) -> tuple[NodeWords, Streams]:
    """The words in the first way that leaves what flows enough of the height, else in the one that leaves it most."""
    sources = sum(float(graph.out_of(node)) for node, at in layer.items() if at == 0)
    best: tuple[NodeWords, Streams] | None = None
    for named in set_words(words, layer, place, env):
        streams = lay_out(graph, layer, named.place, named.heights)
        if best is None or streams.px > best[1].px:
            best = (named, streams)
        if streams.px * sources >= LEAST_SHARE * place.h:
            break
    assert best is not None
    return best


def _colours(first: Sequence[str], env: Env) -> dict[str, str]:
    """A colour for each node of the first layer, one for all where there are more than can be told apart."""
    palette = env.style.series
    if len(first) > len(palette):
        return dict.fromkeys(first, env.style.accent)
    return dict(zip(first, palette, strict=False))


def _node(node: str, graph: Network, streams: Streams, look: _Look) -> ShapeMark:
    rect = streams.nodes[node]
    return ShapeMark(
        key=f"node.{node}",
        shape=Box(rect.x, rect.y, rect.w, rect.h),
        fill=look.colours.get(node, look.style.quiet),
        datum=look.datum(graph.through(node), look.names[node]),
    )


def _band(stream: Stream, layer: int, look: _Look) -> Layered:
    link = stream.link
    colour = look.colours.get(link.source)
    fill = tinted(colour, look.style, BAND) if colour else tinted(look.style.quiet, look.style, QUIET_BAND)
    datum = look.datum(link.value, f"{look.names[link.source]} → {look.names[link.target]}")
    return Layered(ShapeMark(key=f"link.{link.key}", shape=stream.path, fill=fill, datum=datum), layer)


def _above_missing(flows: Sequence[Flow], place: Rect, env: Env) -> tuple[Rect, tuple[TextMark, ...]]:
    """What is left of the place above the line that names the flows without a figure, and that line."""
    unknown = [flow for flow in flows if flow.value is None]
    if not unknown:
        return place, ()
    remarks = [Remark("", _arrow(flow, env), Text(())) for flow in unknown]
    words = set_remarks(remarks, env, place.w, place.h * LIST_MOST, intro=NO_DATA_FOR).setting
    top = place.bottom - words.block.height
    return Rect(place.x, place.y, place.w, top - LIST_GAP - place.y), (words.mark("missing", place.x, top),)


def _arrow(flow: Flow, env: Env) -> Text:
    ends = [
        (one, flow.source.pick(one, env.fallbacks)[1], flow.target.pick(one, env.fallbacks)[1]) for one in env.languages
    ]
    return Text(tuple((language, f"{source} → {target}") for language, source, target in ends))


def _wrong(flows: Sequence[Flow], graph: Network) -> tuple[Finding, ...]:
    """Flows below zero, flows in a circle, and nodes that keep something back or make something."""
    found: list[Finding] = []
    below = [flow for flow in flows if flow.value is not None and flow.value < 0]
    if below:
        names = "、".join(f"{flow.source.pick('')[1]} → {flow.target.pick('')[1]}" for flow in below[:3])
        message = Message(f"流向不能是负数：{names}", f"flows cannot be negative: {names}")
        hint = Message("反过来写：对调来处和去处", "turn them round: swap where from and where to")
        found.append(Finding(code="negative", path="data", message=message, hint=hint))
    if round_trip := " → ".join(circle(graph)):
        message = Message(f"流向绕成了圈：{round_trip}", f"the flows go in a circle: {round_trip}")
        hint = Message(
            "桑基图从左流到右；给回流的一站另起名称", "a Sankey diagram goes one way; name what comes back differently"
        )
        return (*found, Finding(code="circle", path="data", message=message, hint=hint))
    for node in unbalanced(graph)[:3]:
        into, out = graph.into(node), graph.out_of(node)
        message = Message(f"“{node}”流入 {into}，流出 {out}", f"{into} flow into {node!r}, but {out} out of it")
        hint = Message("补上缺的流向，如“损耗”", "add the flow that is missing, such as a loss")
        found.append(Finding(code="unbalanced", path="data", severity="warning", message=message, hint=hint))
    return tuple(found)


ELEMENT = Sankey
