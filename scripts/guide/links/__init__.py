"""What is wrong with a built, finished site, told as problems of the pages it was made from.

`site` reads the site once, `addresses` finds every address in a page and what it means. Three readers look at it:
`reader` (ours: `targets`, `hosts`, `shape`, `policy`), `linkchecker` (run by `linkcheckerrc`) and `nu` (the Nu HTML
checker, which `nu_setup` brings onto the machine). `outside` asks other hosts, once a week and never in a test run.
`command` is what the `guide` command calls.
"""
