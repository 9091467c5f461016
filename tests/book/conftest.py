"""Lets the tests of the book import the helpers that stand beside them: chapters, site_pages."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
