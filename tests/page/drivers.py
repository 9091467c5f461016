"""Three browsers behind the same few methods: what it takes to walk through a lab as a reader does.

Firefox is driven by Mozilla's own client for Marionette, which speaks to Debian's Firefox from this very
process; puppeteer would need a process of node beside it. WebKit is driven by Selenium, on a screen that is
not there, for WebKitGTK has no headless mode. Playwright drives Chromium, and its own builds that stand in.
"""

import gc
import os
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress

import browsers
import chromium

# What WebDriver calls the keys that Playwright names so.
KEYS = {
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "Enter": "\ue007",
    "Space": " ",
    "Control+v": "\ue009v",
}
CSS = "css selector"
PATIENCE = 60
POLL = 0.05


def started(name):
    """Start chromium, firefox or webkit; gives a Driver and ends the browser with the block.

    Raises
    ------
    FileNotFoundError
        If there is no such browser here; the message says how to get it.
    """
    if name in SYSTEMS and (path := browsers.find_in_system(name)):
        return SYSTEMS[name](path)
    path = browsers.find(name)
    if path is None:
        raise FileNotFoundError(f"No {name} was found. `make browser` installs one.")
    return playwrights(name, path)


class Driver:
    """A browser with one tab. ``evaluate`` calls a JavaScript function in the page and returns its answer."""

    def __init__(self, tab, error):
        self.tab = tab
        self.error = error

    def wait(self, condition, *values):
        """Wait until a JavaScript function of the values is true in the page."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(self.error):  # a page that makes way for the next gives no answer
                if self.evaluate(condition, *values):
                    return
            time.sleep(POLL)
        raise AssertionError(f"in {PATIENCE} s it was never true that {condition} of {values}")


class Firefox(Driver):
    def open(self, address):
        self.tab.navigate(address)

    def reload(self):
        self.tab.refresh()

    def evaluate(self, function, *values):
        return self.tab.execute_script(called(function), values, sandbox=None)

    def press(self, selector, key):
        self.tab.find_element(CSS, selector).send_keys(KEYS[key])


class WebKit(Driver):
    def open(self, address):
        self.tab.get(address)

    def reload(self):
        self.tab.refresh()

    def evaluate(self, function, *values):
        return self.tab.execute_script(called(function), *values)

    def press(self, selector, key):
        self.tab.find_element(CSS, selector).send_keys(KEYS[key])


class Playwrights(Driver):
    def open(self, address):
        self.tab.goto(address)

    def reload(self):
        self.tab.reload()

    def evaluate(self, function, *values):
        return self.tab.evaluate(f"values => ({function})(...values)", values)

    def press(self, selector, key):
        self.tab.locator(selector).first.press(key)


def called(function):
    """Return the body of a script that calls a function with the script's arguments."""
    return f"return ({function})(...arguments)"


@contextmanager
def firefox(path):
    from marionette_driver.errors import MarionetteException
    from marionette_driver.marionette import Marionette

    with tempfile.TemporaryDirectory() as folder:
        # Named as an app, Firefox is not asked for its version, which would be written to the screen.
        options = {"app": "fxdesktop", "headless": True, "workspace": folder, "gecko_log": f"{folder}/log"}
        marionette = Marionette(bin=path, port=0, **options)
        driver = Firefox(marionette, MarionetteException)
        try:
            marionette.start_session()
            yield driver
            marionette.quit()
        finally:
            marionette.cleanup()
            # Its profiles clean up as they go, which they cannot do any more when Python ends.
            del marionette, driver.tab
            gc.collect()


@contextmanager
def webkit(path):
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver import WebKitGTK
    from selenium.webdriver.webkitgtk.service import Service

    with invisible_screen() as number:
        # Where no graphics card draws the page, compositing it takes a fifth of the time.
        environment = {**os.environ, "DISPLAY": f":{number}", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        selenium = WebKitGTK(service=Service(path, env=environment, log_output=subprocess.DEVNULL))
        try:
            yield WebKit(selenium, WebDriverException)
        finally:
            selenium.quit()


@contextmanager
def invisible_screen():
    """Run an X server without a screen; gives the number it has chosen."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield number.readline().strip()
    finally:
        server.terminate()
        server.wait()


@contextmanager
def playwrights(name, path):
    from playwright.sync_api import Error, sync_playwright

    flags = chromium.FLAGS if name == "chromium" else ()
    with sync_playwright() as playwright:
        browser = getattr(playwright, name).launch(executable_path=path, args=flags)
        yield Playwrights(browser.new_page(), Error)
        browser.close()


SYSTEMS = {"firefox": firefox, "webkit": webkit}
