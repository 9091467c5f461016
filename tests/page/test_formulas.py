"""The process that sets formulas is started once, however slow it is, and never left behind."""

import subprocess
import sys

import pytest
from sphinxcontrib import katex

from callcentre.page.formulas import start_and_connect

SERVER = """
import socket, sys, time
server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
server.bind(sys.argv[1])
time.sleep({seconds})
server.listen()
server.accept()
time.sleep(60)
"""


@pytest.fixture
def started(monkeypatch):
    """The processes that are started, by a server that is told what to do."""
    processes = []

    class Noted(subprocess.Popen):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **named)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def serve(monkeypatch, text):
    command = staticmethod(lambda socket: [sys.executable, "-c", text, socket])
    monkeypatch.setattr(katex.KaTeXServer, "build_command", command)


def test_a_socket_that_does_not_listen_yet_is_asked_again(monkeypatch, started, tmp_path):
    serve(monkeypatch, SERVER.format(seconds=0.5))
    process, connection = start_and_connect(tmp_path, timeout=30)
    connection.close()
    assert started == [process]


@pytest.mark.parametrize(("text", "seconds"), [(SERVER.format(seconds=60), 1.5), ("raise SystemExit(3)", 30)])
def test_one_that_does_not_come_up_is_ended(monkeypatch, started, tmp_path, text, seconds):
    serve(monkeypatch, text)
    with pytest.raises(katex.KaTeXError):
        start_and_connect(tmp_path, seconds)
    (process,) = started
    assert process.wait(timeout=10) in (3, -9)
