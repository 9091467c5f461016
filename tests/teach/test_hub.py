"""The hub of hub/ is started: a student logs in, fetches what is due and hands it in; a link brings files."""

import os
import re
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).parents[2]
HUB = ROOT / ".hub"
PATIENCE = 180  # seconds, for a machine that does other things too
PASSWORD = "for this test"
UNIT = "types"
# What a test may not have: accounts of the computer, its ports and its folders.
HERE = """
load_subconfig({config!r})
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.Spawner.args = ["--allow-root"]
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
c.JupyterHub.db_url = "sqlite:///hub.sqlite"
"""


def free_ports(number):
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Return the environment of the hub, which `make` installs where it is missing, and its folder."""
    done = subprocess.run(["make", ".hub/ready"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    folder = tmp_path_factory.mktemp("hub")
    (folder / "class.csv").write_text("Name;Student ID\nAmina Diallo;amina\n", encoding="utf-8-sig")
    (folder / "exchange").mkdir(mode=0o777)
    (folder / "exchange").chmod(0o777)
    path = os.pathsep.join([str(HUB / "bin"), str(HUB / "node_modules/.bin"), os.environ["PATH"]])
    own = {
        "PATH": path,
        "CLASS_LIST": str(folder / "class.csv"),
        "NBGRADER_EXCHANGE": str(folder / "exchange"),
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_CONFIG_PATH": str(ROOT / "hub/each-server"),
    }
    return {**os.environ, **own}, folder


@pytest.fixture(scope="module")
def hub(environment):
    """Start the hub; yield its address."""
    own, folder = environment
    ports = free_ports(3)
    (folder / "here.py").write_text(
        HERE.format(
            config=str(ROOT / "hub/jupyterhub_config.py"),
            password=PASSWORD,
            homes=str(folder / "homes/{username}"),
            ports=ports,
        ),
        encoding="utf-8",
    )
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            ["jupyterhub", "--config", "here.py"], cwd=folder, env=own, stdout=log, stderr=log
        )
        address = f"http://127.0.0.1:{ports[0]}"
        try:
            wait_until(lambda: requests.get(f"{address}/hub/health", timeout=2).ok, process, folder / "log")
            yield address
        finally:
            process.terminate()
            process.wait(30)


def wait_until(holds, process, log):
    """Wait until something holds; raise with the hub's last words where it stops instead."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with suppress(requests.ConnectionError):
            if holds():
                return
        time.sleep(0.3)
    raise RuntimeError("no JupyterHub: " + log.read_text()[-3000:])


def log_in(hub, name, password=PASSWORD):
    """Return a session of who has logged in, and the answer to the login."""
    session = requests.Session()
    page = session.get(f"{hub}/hub/login", timeout=PATIENCE).text
    token = re.search(r'name="_xsrf" value="([^"]+)"', page)[1]
    words = {"username": name, "password": password, "_xsrf": token}
    return session, session.post(f"{hub}/hub/login", data=words, timeout=PATIENCE)


@pytest.fixture(scope="module")
def released(environment):
    """Hand out a unit, as an instructor does in the folder that `teach assign` made."""
    own, folder = environment
    shutil.copytree(ROOT / "exercises" / UNIT, folder / "mgt-210" / "exercises" / UNIT)
    shutil.copy(ROOT / "nbgrader_config.py", folder / "mgt-210")
    release = ["nbgrader", "release_assignment", UNIT]
    subprocess.run(release, cwd=folder / "mgt-210", env=own, check=True, capture_output=True)
    return folder / "exchange"


@pytest.fixture(scope="module")
def amina(hub, released):
    """Return the session of a student whose server runs, and the server's address."""
    session, answer = log_in(hub, "amina")
    until = time.monotonic() + PATIENCE
    while not answer.url.startswith(f"{hub}/user/") and time.monotonic() < until:
        time.sleep(0.5)
        answer = session.get(f"{hub}/user/amina/lab", timeout=PATIENCE)
    assert answer.ok
    return session, f"{hub}/user/amina"


@pytest.mark.long
def test_a_student_fetches_what_is_due_and_hands_it_in_and_it_is_collected(amina, environment):
    own, folder = environment
    session, server = amina
    listed = session.get(f"{server}/assignments?course_id=callcentre", timeout=PATIENCE).json()
    assert [(one["assignment_id"], one["status"]) for one in listed["value"]] == [(UNIT, "released")]
    asked = {"course_id": "callcentre", "assignment_id": UNIT}
    token = {"X-XSRFToken": session.cookies.get("_xsrf", path="/user/amina/")}
    for act, state in (("fetch", "fetched"), ("submit", "submitted")):
        done = session.post(f"{server}/assignments/{act}", data=asked, headers=token, timeout=PATIENCE).json()
        assert done["value"][-1]["status"] == state
    subprocess.run(
        ["nbgrader", "collect", UNIT], cwd=folder / "mgt-210", env=own, check=True, capture_output=True
    )
    # Without accounts, whose hand-in it is goes by the one account that runs this.
    (collected,) = folder.glob(f"mgt-210/submitted/*/{UNIT}/{UNIT}.ipynb")
    for theirs in (folder / "homes/amina" / UNIT / f"{UNIT}.ipynb", collected):
        assert theirs.read_bytes() == (ROOT / "exercises" / UNIT / f"{UNIT}.ipynb").read_bytes()


@pytest.mark.long
def test_a_link_brings_a_repository(amina, environment):
    folder = environment[1]
    course = folder / "course"
    course.mkdir()
    (course / "first.ipynb").write_text("{}")
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "A notebook"]):
        named = ["-c", "user.name=a", "-c", "user.email=a@x.org"]
        subprocess.run(["git", *named, *words], cwd=course, check=True)
    session, server = amina
    asked = {"repo": str(course), "branch": "main", "targetpath": "brought"}
    told = session.get(f"{server}/git-pull/api", params=asked, timeout=PATIENCE).text
    assert '"phase": "finished"' in told
    assert (folder / "homes/amina/brought/first.ipynb").read_text() == "{}"


@pytest.mark.long
def test_a_student_has_no_tools_of_the_instructors_and_a_stranger_does_not_come_in(amina, hub):
    session, server = amina
    assert session.get(f"{server}/formgrader", timeout=PATIENCE).status_code == 404
    assert session.get(f"{server}/api/kernelspecs", timeout=PATIENCE).json()["default"] == "python3"
    assert log_in(hub, "amina", "guessed")[1].status_code == 403
    assert log_in(hub, "stranger")[1].status_code == 403


def test_what_the_grading_container_copies_is_there_and_what_it_installs_is_pinned():
    """No container can be built here; the same commands install the hub's environment."""
    lines = (ROOT / "hub/grading.Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    steps = [line.split() for line in lines if line and not line.startswith("#")]
    assert {step[0] for step in steps} == {"FROM", "RUN", "WORKDIR", "COPY", "USER", "ENTRYPOINT"}
    copied = [path for step in steps if step[0] == "COPY" for path in step[1:-1]]
    assert [path for path in copied if not (ROOT / path).exists()] == []
    assert not {"solutions", "exercises", "."} & set(copied)
    installed = [" ".join(step) for step in steps if "pip" in step]
    assert [
        "--require-hashes -r hub/requirements.lock" in line or "--no-deps ." in line for line in installed
    ] == [
        True,
        True,
    ]
