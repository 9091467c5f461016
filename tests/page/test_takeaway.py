"""What a reader takes away from a lab gives the same numbers elsewhere: Python, CSV and SVG."""

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from built_site import watched_tab
from specimen import LAB
from test_every_kind import IS_OPEN, change
from visits import CLIPBOARD, copied_call, go_to_fragment, open_live

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def clip(browser, specimen_site):
    with watched_tab(browser, specimen_site, permissions=["clipboard-read", "clipboard-write"]) as page:
        yield page


@pytest.fixture
def live(clip, specimen_site):
    section = open_live(clip, f"{specimen_site}/index.html")
    section.evaluate(IS_OPEN)
    return section


def test_python_names_only_what_differs(clip, live):
    change(clip, live, lambda: live.locator("[name=field]").fill("12.5"))
    change(clip, live, lambda: live.locator("[name=twice]").press("Space"))
    change(clip, live, lambda: live.locator("[name=many]").first.press("Space"))
    change(clip, live, lambda: live.locator("textarea").fill('say "x"\n\\n é \u2028'))
    assert copied_call(clip, live) == (
        "specimen",
        {"many": [], "twice": True, "text": 'say "x"\n\\n é \u2028'},
    )


def test_python_without_a_change_is_the_lab_alone(clip, live):
    assert copied_call(clip, live) == ("specimen", {})


def test_large_whole_numbers_are_grouped_as_python_does(clip, site, browser):
    with watched_tab(browser, site, permissions=["clipboard-read", "clipboard-write"]) as tab:
        section = open_live(tab, f"{site}/notebooks/cost-scenarios.html")
        go_to_fragment(tab, section, "cost-scenarios?calls_per_month=21400")
        assert copied_call(tab, section)[1]["calls_per_month"] == 21_400
        assert "calls_per_month=21_400" in tab.evaluate(CLIPBOARD)


def test_the_table_is_saved_unrounded_with_units_in_its_head(clip, live):
    with clip.expect_download() as saved:
        live.locator("[data-action=table]").press("Enter")
    assert saved.value.suggested_filename == "specimen.csv"
    text = Path(saved.value.path()).read_bytes().decode("utf-8-sig")
    head, first, second, third = csv.reader(io.StringIO(text))
    assert head == ["Name, or kind", "Cost (€)", "Share (%)"]
    assert first == ["one, two", str(20 / 3), "7"]
    assert [second[0], second[1], float(second[2])] == ['say "three"', "", pytest.approx(100 / 3, rel=1e-15)]
    assert third == ["<b>four</b>", "-1234.565", "0"]


def test_the_picture_stands_alone(clip, live):
    with clip.expect_download() as saved:
        live.locator("[data-action=picture]").press("Enter")
    assert saved.value.suggested_filename == "specimen.svg"
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.find(f"{SVG}title").text == LAB.title
    assert "Ranges. It shows 20 and €40 & <so on>." in root.find(f"{SVG}desc").text
    assert len(root.findall(f"{SVG}svg")) == len(LAB.view({}).charts)
    assert "var(" not in text
    assert "currentColor" not in text
    ids = {one.get("id") for one in root.iter() if one.get("id")}
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= ids
    for wanted in ("Wage", "In-house", "Benefit (%)", "rgb(11, 98, 168)"):
        assert wanted in text


def test_where_the_clipboard_is_refused_the_words_can_be_copied_by_hand(browser, specimen_site):
    with watched_tab(browser, specimen_site, permissions=[]) as tab:
        tab.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        section = open_live(tab, f"{specimen_site}/index.html")
        section.evaluate(IS_OPEN)
        section.locator("[data-action=copy-python]").press("Enter")
        field = section.locator(".callcentre-copied textarea")
        assert 'callcentre.lab("specimen")' in field.input_value()
