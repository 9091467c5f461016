"""Evaluate calls of the package and write what comes of them as exact text, in CPython and in MicroPython.

A call is ``{"call": "typology.classify", "args": [...], "kwargs": {...}}`` with encoded values. Floats are
written as the hexadecimal of their eight bytes, dicts as sorted pairs: equal text means equal values.
"""

import json
import struct


def encode(value):
    """Return a value as JSON can carry it, nothing lost."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, float):
        return {"float": struct.pack(">d", value).hex()}
    if isinstance(value, tuple):
        return {"tuple": [encode(item) for item in value]}
    if isinstance(value, list):
        return {"list": [encode(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[encode(key), encode(value[key])] for key in sorted(value, key=str)]}
    return {"object": type(value).__name__, "attributes": encode(value.__dict__)}


def decode(data):
    """Return the value that `encode` wrote; not for objects."""
    if not isinstance(data, dict):
        return data
    if "int" in data:
        return int(data["int"])
    if "float" in data:
        return struct.unpack(">d", bytes.fromhex(data["float"]))[0]
    if "tuple" in data:
        return tuple([decode(item) for item in data["tuple"]])
    if "list" in data:
        return [decode(item) for item in data["list"]]
    return {decode(key): decode(value) for key, value in data["dict"]}


def function(name):
    """Return the function of the package with this name: ``"model.erlang.erlang_b"``."""
    module, _, attribute = name.rpartition(".")
    imported = __import__("callcentre." + module, None, None, [attribute])
    return getattr(imported, attribute)


def outcome(case):
    """Return what a call returns, encoded, or the error it raises."""
    try:
        called = function(case["call"])
        args = [decode(value) for value in case["args"]]
        kwargs = {name: decode(value) for name, value in case["kwargs"].items()}
        return {"value": encode(called(*args, **kwargs))}
    except Exception as problem:
        return {"error": type(problem).__name__, "message": str(problem)}


def importing(module):
    """Return what importing a module of the package comes to."""
    try:
        __import__("callcentre." + module, None, None, ["x"])
        return {"value": True}
    except Exception as problem:
        return {"error": type(problem).__name__, "message": str(problem)}


def evaluate(request):
    """Return, as JSON text, the outcomes of ``{"modules": [...], "cases": [...]}``."""
    request = json.loads(request)
    return json.dumps(
        {
            "modules": [importing(module) for module in request["modules"]],
            "cases": [outcome(case) for case in request["cases"]],
        }
    )
