"""What takes long is done in steps, so that a reader sees it grow, can move on, and can stop it."""

import asyncio

from ipywidgets import Button, FloatProgress, HBox


class LongRun:
    """Repeats a step between the kernel's other work, with a bar for how far it is and a button to stop.

    Where no kernel is running nothing is repeated: who asks for the result finishes the run.

    Parameters
    ----------
    step : callable
        Takes the run a step further; returns whether there is more to do.
    give_up : callable
        What the button does.
    """

    PAUSE_SECONDS = 0.02

    def __init__(self, step, give_up):
        self.step = step
        self.next_step = None
        self.bar = FloatProgress(min=0, max=1, description="Refining", layout={"width": "60%"})
        button = Button(description="Stop", tooltip="Keep what is known so far")
        button.on_click(give_up)
        self.box = HBox([self.bar, button], layout={"display": "none"})

    def start(self, progress, is_needed):
        """Begin anew, dropping what was going on."""
        self.stop()
        if not is_needed:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self.show(progress)
        self.box.layout.display = "flex"
        self.next_step = loop.call_later(self.PAUSE_SECONDS, self.go_on, loop)

    def go_on(self, loop):
        if self.step():
            self.next_step = loop.call_later(self.PAUSE_SECONDS, self.go_on, loop)
        else:
            self.stop()

    def show(self, progress):
        self.bar.value = progress

    def stop(self):
        """Take no further step."""
        if self.next_step is not None:
            self.next_step.cancel()
            self.next_step = None
        self.box.layout.display = "none"
