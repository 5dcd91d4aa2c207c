"""The drawings of a guide: charts drawn from docs/figures.yml, one module a shape, and the style that each carries.

`data` reads docs/figures.yml, `draw` gives each figure to its shape (`ladder`, `studies`, `intervals`, `people`,
`timeline`), `parts` holds what the shapes share, `style` makes the `<style>` of a drawing from the style sheet of
the guide, and `files` compares all of it with what lies in docs/assets/figures/. The shapes know scales, rows and
marks; what they stand for is said in the data.
"""
