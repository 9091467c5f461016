"""What a page with a lab loads: the labs' Python and nothing else of it, within the budget."""

import ast
import gzip

import pytest
from built_site import BUILT

from callcentre.page import bundle

BUDGET = 400_000


def without_docstrings(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if (
            isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and ast.get_docstring(node) is not None
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.dump(tree)


@pytest.mark.parametrize(("path", "text"), bundle.python_files(), ids=lambda words: words[:40])
def test_what_is_left_out_of_the_python_is_words_only(path, text):
    shipped = bundle.without_words(text)
    assert ast.dump(ast.parse(shipped)) == without_docstrings(text)


def test_words_in_code_stay_and_words_about_it_go():
    text = '"""About."""\nX = """a\n\n    # kept\n"""  # beside\n\n\n# gone\ndef f():\n    """Alone."""\n'
    assert bundle.without_words(text) == 'X = """a\n\n    # kept\n"""  # beside\ndef f():\n pass'


def test_the_first_lab_of_a_site_stays_within_its_budget(site):
    files = [BUILT / "_static" / name for name in (bundle.SCRIPT_NAME, bundle.STYLE_NAME)]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= BUDGET
