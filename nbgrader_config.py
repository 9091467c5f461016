"""Where nbgrader finds and puts things. solutions/ is the only source; exercises/ is made from it."""

from pathlib import Path

c = get_config()  # noqa: F821 (nbgrader gives it)

ROOT = Path(__file__).resolve().parent
c.CourseDirectory.root = str(ROOT)
c.CourseDirectory.course_id = "callcentre"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"

# What concerns a class stays on the instructor's machine: git ignores grading/.
# The folder is made here because nbgrader makes none for its database.
(ROOT / "grading").mkdir(exist_ok=True)
c.CourseDirectory.db_url = f"sqlite:///{ROOT}/grading/gradebook.db"

c.ClearSolutions.code_stub = {"python": "# Your answer here"}
c.ClearSolutions.text_stub = "Your answer here."
