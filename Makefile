# Every command of this project. Type `make` to list them; type `make site` to build the guide.
PYTHON ?= python3
export NO_MKDOCS_2_WARNING = 1
GUIDE = .venv/bin/guide
# How findings are told: text, github (on the line of a pull request) or json.
FORMAT ?= text

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .venv/ready ## build the guide into site/ and say which page to open
	@$(GUIDE) build

test: lint browser vnu ## run everything that CI runs
	@.venv/bin/pytest --quiet --numprocesses 2 --dist loadfile

serve: .venv/ready ## show the guide while you write, at an address on this computer
	@.venv/bin/mkdocs serve --quiet

check: .venv/ready ## look for mistakes in the pages; takes seconds
	@$(GUIDE) check --format $(FORMAT)

figures: .venv/ready ## draw the charts anew from docs/figures.yml, and give each drawing the colours of the guide
	@$(GUIDE) figures --write

offline: site ## make the copies to take along, in dist/ and on the site: folder, one page, PDF, e-book
	@$(MAKE) --no-print-directory --silent browser || true
	@$(GUIDE) pack

links: site vnu ## look for dead links, strangers and broken HTML in the built site
	@$(GUIDE) links --format $(FORMAT)

links-external: site ## ask other hosts, slowly, whether the pages that the guide links to are still there
	@$(GUIDE) links-external

portable: .venv/ready .venv-properdocs/ready .venv-zensical/ready ## build the guide with ProperDocs and Zensical too, and compare
	@sh scripts/portable.sh

bench: .venv/ready-dev browser ## measure weight and speed against their bounds; about ten minutes
	@.venv/bin/python -m bench

lint: .venv/ready-dev ## look at the style and the types of the program
	@.venv/bin/ruff check --quiet scripts tests
	@.venv/bin/ruff format --quiet --check scripts tests
	@.venv/bin/mypy

compare: .venv/ready ## say what the last change did to each page: words, reading grade, weight
	@sh scripts/compare.sh

weekly: site ## what GitHub runs once a week: outside links and overdue reviews, told in one issue
	@sh scripts/weekly.sh

release: ## what GitHub runs for a new tag: put the copies in dist/ into a release
	@sh scripts/release.sh

browser: .venv/ready-dev
	@.venv/bin/python -m guide.browser

vnu: .venv/ready
	@.venv/bin/python -m guide.links.nu_setup

lock: ## choose new versions of everything the project needs (maintainers)
	@sh scripts/lock.sh

clean: ## remove everything that the commands above made
	@rm -rf .venv .venv-properdocs .venv-zensical .build site dist

.venv/ready: requirements.txt pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" sh scripts/setup.sh requirements.txt $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	@PYTHON="$(PYTHON)" sh scripts/setup.sh requirements-dev.txt $@

# The environments of the other programs that can build the guide.
.venv-%/ready: requirements-%.txt pyproject.toml scripts/setup.sh
	@PYTHON="$(PYTHON)" sh scripts/setup.sh $< $@

.PHONY: help site test serve check figures offline links links-external portable bench lint compare weekly release browser vnu lock clean
.DEFAULT_GOAL := help
