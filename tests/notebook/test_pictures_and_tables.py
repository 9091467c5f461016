"""Pictures and tables in the notebooks: with words, with headings, and nothing that becomes markup."""

import subprocess
import sys

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from matplotlib.figure import Figure

from callcentre.notebook import picture, table


@pytest.fixture
def figure():
    figure = Figure(figsize=(2, 1))
    figure.add_subplot().plot([1, 2])
    return figure


def test_a_picture_carries_its_words(figure):
    shown = picture(figure, 'A line from 1 to 2, "up" & <away>.')
    image = BeautifulSoup(shown._repr_html_(), "html.parser").img
    assert image["alt"] == 'A line from 1 to 2, "up" & <away>.'
    assert image["src"].startswith("data:image/png;base64,")
    assert shown.png.startswith(b"\x89PNG")


@pytest.mark.parametrize("words", ["", "  "])
def test_a_picture_without_words_is_an_error(figure, words):
    with pytest.raises(ValueError, match="what the picture shows"):
        picture(figure, words)


def test_a_table_has_a_caption_headings_and_rounded_numbers():
    frame = pd.DataFrame({"What": ["<b>rent</b>", None], "EUR": [1234.565, float("nan")], "n": [7, 8]})
    shown = table(frame, "Costs & <more>", decimals={"EUR": 2})
    soup = BeautifulSoup(shown._repr_html_(), "html.parser")
    assert soup.caption.get_text() == "Costs & <more>"
    assert [(each.get_text(), each["scope"]) for each in soup.find_all("th")] == [
        ("What", "col"),
        ("EUR", "col"),
        ("n", "col"),
    ]
    cells = [[cell.get_text() for cell in row.find_all("td")] for row in soup.tbody.find_all("tr")]
    assert cells == [["<b>rent</b>", "1,234.57", "7"], ["–", "–", "8"]]


def test_a_table_says_its_rows_in_plain_text_too():
    assert repr(table(pd.DataFrame({"n": [7]}), "Sevens")).split() == ["Sevens", "n", "7"]


def test_importing_the_course_loads_nothing_heavy():
    code = "import sys, callcentre, callcentre.notebook; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"matplotlib", "pandas", "ipywidgets", "numpy"} & set(done.stdout.split())
