"""What takes long is shown as far as it is known, step by step, until it is final."""


def refine_by(step, view_of, state_of=None, is_shown=None):
    """Return the ``refine`` of a `Lab` that is made of a step and of a view of what is known.

    Parameters
    ----------
    step : callable
        From a complete dict of values and a state, None at first, to what is known after one more step.
    view_of : callable
        From the values and what is known to a View; its ``progress`` is 1 once no step is left.
    state_of : callable, optional
        From what is known to the next step's state, as data that JSON can hold; without it what is known is
        the state.
    is_shown : callable, optional
        Whether a view is worth making of what is known, given the state before; where it is not, the view is
        None and the last one stays. The final view is always worth making. Without it each step has its view.
    """

    def refine(values, state):
        known = step(values, state)
        later = state_of(known) if state_of else known
        if is_shown and not is_shown(values, state, known):
            return None, later
        view = view_of(values, known)
        return view, None if view.progress == 1 else later

    return refine
