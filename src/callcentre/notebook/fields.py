"""A widget for each kind of control, with its label, its line of help and the message beside it.

A field's widget holds what the reader sees (30 for 30 %); ``read`` and ``write`` deal in the model's units.
"""

import codecs
import contextlib
import math
from html import escape

import traitlets
from ipywidgets import (
    HTML,
    Button,
    Checkbox,
    Dropdown,
    FileUpload,
    FloatSlider,
    Play,
    RadioButtons,
    SelectionSlider,
    Text,
    Textarea,
    ToggleButton,
    VBox,
    jslink,
)

from ..labs.shared.refusals import reading
from ..model.check import InputError
from ..model.numerics.written_number import unmistakable
from .markup import message_html
from .numbers import in_pattern, text_words, with_unit

FULL_WIDTH = {"width": "100%"}
FEW_OPTIONS = 4
MILLISECONDS_A_STEP = 600
WORKBOOK = b"PK\x03\x04"


class Field:
    """A control's widget, help and message, one above the other in ``box``."""

    def __init__(self, control):
        self.control = control
        self.widget = self.make_widget(control.as_data())
        if self.widget.has_trait("description"):  # a box with a tooltip and no description is not drawn
            self.widget.tooltip = control.explanation
        self.message = HTML()
        self.help_line = HTML()
        self.beside = self.companions()
        self.box = VBox([self.widget, *self.beside, self.message, self.help_line], layout=FULL_WIDTH)
        self.turn_off("")
        self.box.add_class("callcentre-field")

    def make_widget(self, data):
        raise NotImplementedError

    def companions(self):
        """Return the widgets that stand under the main one and move it."""
        return []

    def read(self):
        return self.widget.value

    def write(self, value):
        self.widget.value = value

    def turn_off(self, reason):
        """Have the control off and its help say why; without a reason it is on, and its help explains it."""
        words = escape(reason or self.control.explanation)
        self.help_line.value = f'<div class="callcentre-help">{words}</div>'
        for widget in (self.widget, *self.beside):
            widget.disabled = bool(reason)

    def reading(self):
        """Return how what was typed is read, where it can mean something else, too."""
        return ""

    def explain(self, words):
        """Show beside the widget why its value cannot be used, or how it was read; no words clear that."""
        self.message.value = message_html(words)


class Typed(traitlets.Unicode):
    """What stands in a field; a number is taken too, as a reader would type it."""

    def validate(self, obj, value):
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return super().validate(obj, typed_words(value) if is_number else value)


class NumberText(Text):
    """A field that holds a number as it was typed."""

    value = Typed().tag(sync=True)


def typed_words(number):
    """Return a number in plain digits, so that it can be read in one way only."""
    return unmistakable(f"{number:.{NumberField.digits}f}") if math.isfinite(number) else str(number)


class NumberField(Field):
    """A field to type a number into. It takes any text, so that what is no number can be answered."""

    digits = 10  # more than a reader types, fewer than binary fractions show (28.999…96 is 29)

    def make_widget(self, data):
        self.factor = data["factor"]
        label = with_unit(data["label"], data["pattern"])
        value = typed_words(self.as_shown(data["default"]))
        return NumberText(value=value, description=label, continuous_update=False, layout=FULL_WIDTH)

    def as_shown(self, value):
        return round(value * self.factor, self.digits)

    def read(self):
        return self.control.read(self.widget.value)

    def reading(self):
        typed = self.widget.value
        said = reading(typed, self.control) if isinstance(typed, str) else None  # a track has but numbers
        return text_words(said.as_data()) if said else ""

    def write(self, value):
        self.widget.value = self.as_shown(value)


class SliderField(NumberField):
    """A number moved along a track, or by the button that leads on."""

    def make_widget(self, data):
        self.factor = data["factor"]
        return FloatSlider(
            value=self.as_shown(data["default"]),
            min=self.as_shown(data["low"]),
            max=self.as_shown(data["high"]),
            step=self.as_shown(data["step"]),
            readout_format=f",.{data['decimals']}f",
            description=with_unit(data["label"], data["pattern"]),
            layout=FULL_WIDTH,
        )

    def companions(self):
        label = self.control.next_label
        if label is None:
            return []
        button = Button(description=label, layout=FULL_WIDTH)
        button.on_click(self.go_on)
        return [button]

    def go_on(self, _):
        new = self.widget.value + self.widget.step
        self.widget.value = self.widget.min if new > self.widget.max else new

    def read(self):
        return round(self.widget.value, self.digits) / self.factor


class LogarithmicField(NumberField):
    """A field to type into, and a track that leads through round numbers over several powers of ten."""

    def companions(self):
        data = self.control.as_data()
        self.stops = data["stops"]
        pattern = data["pattern"]
        options = [(in_pattern(pattern, f"{self.as_shown(stop):,.10g}"), stop) for stop in self.stops]
        self.track = SelectionSlider(options=options, layout=FULL_WIDTH)
        self.follow()
        self.track.observe(self.take_stop, "value")
        self.widget.observe(self.follow, "value")
        return [self.track]

    def take_stop(self, change):
        if change.new != self.nearest_stop():
            self.write(change.new)

    def follow(self, *_):
        """Put the track where it is nearest to the number in the field, if there is one."""
        nearest = self.nearest_stop()
        if nearest is not None:
            self.track.value = nearest

    def nearest_stop(self):
        """Return the stop nearest to the number in the field, as such tracks measure it; None without one."""
        try:
            value = self.control.check(self.read())
        except InputError:
            return None
        return min(self.stops, key=lambda stop: abs(math.log(stop / value)))


class PlayerField(SliderField):
    """A whole number that moves on by itself until it is stopped."""

    def companions(self):
        play = Play(
            value=int(self.widget.value),
            min=int(self.widget.min),
            max=int(self.widget.max),
            step=int(self.widget.step),
            interval=MILLISECONDS_A_STEP,
            show_repeat=False,
        )
        jslink((play, "value"), (self.widget, "value"))
        return [play]


class LinesField(Field):
    """Several lines of text, typed, pasted or read from a file."""

    def make_widget(self, data):
        return Textarea(
            value=data["default"],
            description=data["label"],
            rows=6,
            continuous_update=False,
            layout=FULL_WIDTH,
        )

    def companions(self):
        upload = FileUpload(accept=".csv,.txt,text/plain,text/csv", description="Read a file")
        upload.observe(self.read_file, "value")
        return [upload]

    def read_file(self, change):
        """Take over a file's text, or say why it cannot be read."""
        for file in change.new:
            text = decoded(bytes(file["content"]))
            if text is None:
                words = f"{file['name']} is not text. Save it as CSV UTF-8, and try again."
                self.message.value = message_html(words)
            else:
                self.widget.value = text


def decoded(content):
    """Return text in UTF-8, or as spreadsheets write it too: in UTF-16, or in the letters of Windows.

    None where it is no text, as a workbook is none, nor what holds a zero byte.
    """
    is_utf_16 = content.startswith(codecs.BOM_UTF16_LE)
    if content.startswith(WORKBOOK) or (b"\0" in content and not is_utf_16):
        return None
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return None


class RecordField(Field):
    """What the lab remembers; not shown."""

    def make_widget(self, data):
        return Text(value=data["default"])


class ChoiceField(Field):
    """One of several options: all in sight when they are few, else in a list that opens."""

    def make_widget(self, data):
        options = [(option["label"], option["value"]) for option in data["options"]]
        kind = RadioButtons if len(options) <= FEW_OPTIONS else Dropdown
        return kind(options=options, value=data["default"], description=data["label"], layout=FULL_WIDTH)


class Checkboxes(VBox):
    """Boxes to tick; ``value`` lists the ticked options in the options' order."""

    value = traitlets.List(traitlets.Unicode())
    disabled = traitlets.Bool()

    def __init__(self, label, options, value):
        self.boxes = {
            name: Checkbox(value=name in value, description=words, indent=False, layout=FULL_WIDTH)
            for name, words in options
        }
        super().__init__([HTML(f'<div class="callcentre-label">{escape(label)}</div>'), *self.boxes.values()])
        self.value = self.ticked()
        for box in self.boxes.values():
            box.observe(self._ticked, "value")

    def ticked(self):
        return [name for name, box in self.boxes.items() if box.value]

    def _ticked(self, change):
        self.value = self.ticked()

    @traitlets.observe("disabled")
    def _turned(self, change):
        for box in self.boxes.values():
            box.disabled = change.new

    @traitlets.observe("value")
    def _chosen(self, change):
        with self.hold_trait_notifications():
            for name, box in self.boxes.items():
                box.value = name in change.new


class ManyOfField(Field):
    """Any of several options."""

    def make_widget(self, data):
        options = [(option["value"], option["label"]) for option in data["options"]]
        return Checkboxes(data["label"], options, data["default"])

    def write(self, value):
        self.widget.value = list(value)


class SwitchField(Field):
    """Yes or no."""

    def make_widget(self, data):
        if data["is_button"]:
            return ToggleButton(value=data["default"], description=data["label"], layout=FULL_WIDTH)
        return Checkbox(value=data["default"], description=data["label"], indent=False, layout=FULL_WIDTH)


FIELDS = {
    "number": NumberField,
    "slider": SliderField,
    "logarithmic": LogarithmicField,
    "choice": ChoiceField,
    "many-of": ManyOfField,
    "switch": SwitchField,
    "player": PlayerField,
    "text": LinesField,
    "record": RecordField,
}


def field_for(control):
    """Return the field for a control, by its kind."""
    return FIELDS[control.kind](control)
