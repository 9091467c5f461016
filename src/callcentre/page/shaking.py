"""What of the labs' Python a page need not get: functions, classes and tables that nothing it gets names.

It goes by names alone: a name that is used anywhere keeps everything of that name. So more may stay than is
needed, and nothing that is needed goes; what a text names only within quotes it would not find. What only the
frame of a lab shows, which the build leaves in the page, need not travel as Python either.
"""

import ast

LAB = "LAB"
OF_THE_FRAME = (
    "needs",
    "presets",
    "purpose",
    "question",
    "figures_stay",
    "guess",
    "scenes",
)  # arguments of labs and controls


def shaken(files, entry):
    """Return Python files, {path: text}, without what neither the entry's lab nor what it names ever names.

    What a module does beside defining and importing names stays. Functions lose their types, which the page's
    Python does not read, and a lab what is `OF_THE_FRAME`.
    """
    trees = {path: without_types(ast.parse(text)) for path, text in files.items()}
    trees[entry] = without_frame(trees[entry])
    used = names_used(trees)
    for tree in trees.values():
        tree.body = [node for node in tree.body if is_kept(node, used)]
    return {path: ast.unparse(tree) + "\n" for path, tree in trees.items()}


def without_types(tree):
    """Return a module whose functions say nothing of the types they take and return."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
    return tree


def without_frame(tree):
    """Return a module whose calls hand on nothing that only a lab's frame shows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.keywords = [keyword for keyword in node.keywords if keyword.arg not in OF_THE_FRAME]
    return tree


def names_used(trees):
    """Return the lab's name, and those in what is defined, in any file, under a name so found."""
    defining = {}
    waiting = {LAB}
    for tree in trees.values():
        for node in tree.body:
            names = names_defined(node)
            if names is None:
                waiting |= names_in(node)
            for name, of in names or ():
                defining.setdefault(name, []).append(of)
    used = set()
    while waiting:
        name = waiting.pop()
        used.add(name)
        for node in defining.get(name, ()):
            waiting |= names_in(node) - used
    return used


def names_defined(node):
    """Return (name, what it stands for) of each name that a statement defines or imports; None for others."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [(node.name, node)]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(name.asname or name.name, name) for name in node.names]
    if isinstance(node, ast.Assign):
        targets = [each for target in node.targets for each in ast.walk(target)]
        return [(each.id, node) for each in targets if isinstance(each, ast.Name)]
    return None


def names_in(node):
    """Return every name that stands in a statement, as such, after a dot or in an import."""
    found = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            found.add(each.id)
        elif isinstance(each, ast.Attribute):
            found.add(each.attr)
        elif isinstance(each, ast.alias):
            found.add(each.name)
    return found


def is_kept(node, used):
    """Tell whether anything stays of a statement that stands in a module by itself; an import keeps less."""
    names = names_defined(node)
    if isinstance(node, ast.Import | ast.ImportFrom):
        node.names = [name for name in node.names if (name.asname or name.name) in used]
        return bool(node.names)
    return names is None or any(name in used for name, _ in names)
