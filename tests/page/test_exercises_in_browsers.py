"""Exercises are alive in three browsers, from a server and from disk."""

import drivers
import pytest
from built_site import BUILT, served

PAGE = "exercises/cost/cost.html"
IS_LIVE = "() => document.querySelectorAll('section[data-state=live]').length > 0"
TELLS = """
([task, text]) =>
  document.querySelector(`[data-task='${task}'] [data-part=message]`).textContent.includes(text)
"""
PRESS = """
([task, action]) => document.querySelector(`section[data-task='${task}'] [data-action=${action}]`).click()
"""


@pytest.mark.parametrize("name", ["chromium", "firefox", "webkit"])
@pytest.mark.parametrize("from_disk", [False, True], ids=["server", "disk"])
def test_exercises_live_in_each_browser_from_a_server_and_from_disk(name, from_disk):
    with served() as site, drivers.started(name) as driver:
        driver.open(f"{BUILT.as_uri() if from_disk else site}/{PAGE}")
        driver.wait(IS_LIVE)
        driver.evaluate(PRESS, ["cost/desk-hour", "check"])
        driver.wait(TELLS, ["cost/desk-hour", "desk_hour is still empty"])
