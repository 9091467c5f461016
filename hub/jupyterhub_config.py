"""A JupyterHub for one class on one computer, with nbgrader and nbgitpuller: see README.md beside it."""

import os
from pathlib import Path

from callcentre.teach.grade import roster

c = get_config()  # noqa: F821 (JupyterHub gives it)

HERE = Path(__file__).resolve().parent
CLASS = Path(os.environ.get("CLASS_LIST", HERE / "class.csv"))  # read as `callcentre teach grade` reads it
EXCHANGE = os.environ.get("NBGRADER_EXCHANGE", "/srv/nbgrader/exchange")
INSTRUCTORS = set(os.environ.get("INSTRUCTORS", "instructor").split())


def configured(spawner):
    """Have a server read the settings of all servers, and a student's those of students."""
    folders = [HERE / "each-server"]
    if spawner.user.name not in INSTRUCTORS:
        folders.insert(0, HERE / "students")
    spawner.environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(map(str, folders))
    spawner.environment["NBGRADER_EXCHANGE"] = EXCHANGE


# Accounts are those of the computer. Another way to log in is another authenticator_class.
STUDENTS = {one.student for one in roster.read(CLASS).students}  # the names that they log in with
c.Authenticator.allowed_users = STUDENTS | INSTRUCTORS
c.Authenticator.admin_users = INSTRUCTORS

# Reached from this computer alone: a web server before it brings TLS and the address.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

c.Spawner.default_url = "/lab"
# A class starts all its servers in the same minute.
c.Spawner.start_timeout = c.Spawner.http_timeout = 180
c.Spawner.pre_spawn_hook = configured
