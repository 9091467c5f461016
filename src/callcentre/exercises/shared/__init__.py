"""What every unit's tasks are made of: the task, the kinds of answers, and the verdict."""
