"""Grade what a class handed in: one student at a time, apart, and a verdict for everyone.

In the order of the work: `roster` and `hand_ins` say who handed in what; `choosing` and `notebook_files`
find the notebook and read it; `exercise` and `matching` find in it what was asked for; `wall`, `box` and
`inside` run it apart, with `values` to cross over; `judging` has answers judged outside; `class_work` does so
for everyone and `record` keeps it; `tables`, `web_pages`, `mistakes` and `gradebook` tell it. `similar`
stands alone.
"""
