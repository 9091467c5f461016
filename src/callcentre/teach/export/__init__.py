"""The chapters' questions, for a learning platform.

`writing` goes from names to a file. `choosing` turns names into quizzes; `sources` reads questions from the
chapters, and `essays` the tasks in words from the exercises. Each format has a file: `moodle`, `canvas`,
`cartridge`, `qti21`, `scorm`. Canvas and the cartridge share `qti12`; `kinds` turns a question into one of a
simpler kind for a format that lacks it. `elements` writes XML, and `packing` zips.
"""

COURSE = "Call centres, and who should run them"  # as _config.yml calls the book
