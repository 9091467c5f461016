"""Lets the tests of the model import the helpers that stand beside them: parity, bad_input."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
