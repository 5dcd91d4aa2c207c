# Every command of this project. Type `make` to list them; type `make site` to build the guide.
PYTHON ?= python3
export NO_MKDOCS_2_WARNING = 1
GUIDE = .venv/bin/guide

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

site: .venv/ready ## build the guide into site/ and say which page to open
	@$(GUIDE) build

test: .venv/ready-dev browser vnu ## run everything that CI runs
	@.venv/bin/ruff check --quiet scripts tests
	@.venv/bin/ruff format --quiet --check scripts tests
	@.venv/bin/mypy
	@.venv/bin/pytest --quiet --numprocesses 2 --dist loadfile

serve: .venv/ready ## show the guide while you write, at an address on this computer
	@.venv/bin/mkdocs serve --quiet

check: .venv/ready ## look for mistakes in the pages; takes seconds
	@$(GUIDE) check

offline: site ## make the copies to take along, in dist/ and on the site: folder, one page, PDF, e-book
	@$(MAKE) --no-print-directory --silent browser || true
	@$(GUIDE) pack

links: site vnu ## look for dead links, strangers and broken HTML in the built site
	@$(GUIDE) links

links-external: site ## ask other hosts, slowly, whether the pages that the guide links to are still there
	@$(GUIDE) links-external

portable: .venv/ready .venv-properdocs/ready .venv-zensical/ready ## build the guide with ProperDocs and Zensical too, and compare
	@sh scripts/portable.sh

bench: .venv/ready-dev browser ## measure weight and speed against their bounds; about ten minutes
	@.venv/bin/python -m bench

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

.PHONY: help site test serve check offline links links-external portable bench browser vnu lock clean
.DEFAULT_GOAL := help
