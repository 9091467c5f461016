"""Tells mypy what `callable` and `iter` mean as types: MicroPython has no typing to say it better."""

from mypy.plugin import Plugin
from mypy.types import AnyType, TypeOfAny

NAMES = ("builtins.callable", "builtins.iter")


class BuiltinTypes(Plugin):
    def get_type_analyze_hook(self, fullname):
        return (lambda context: AnyType(TypeOfAny.explicit)) if fullname in NAMES else None


def plugin(version):
    return BuiltinTypes
