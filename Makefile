# `make help` lists what there is. The three to know: `make serve`, `make quick`, `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8000
CLASS ?= 20
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Whichever environment a shell has activated, packages go into this folder's own.
export VIRTUAL_ENV := $(CURDIR)/.venv
# The same numbers, pictures and messages on every machine.
export PYTHONHASHSEED := 0
export PYDEVD_DISABLE_FILE_VALIDATION := 1

SITE := _build/html/index.html
SOURCES := $(shell find book notebooks exercises src -type f -not -path '*/__pycache__/*' -not -path '*/page/static/*' 2>/dev/null) \
	_config.yml _toc.yml

EXERCISES := $(shell find solutions exercises -mindepth 1 -not -path '*/.*')

.PHONY: help serve book pdf zip hub test quick lint bench bench-page lighthouse bench-grade exercises notebooks catalogue lock clean setup browser

help:  ## list what there is
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/\1\t\2/p' Makefile | while IFS=$$'\t' read -r target words; do \
		printf '  make %-12s %s\n' "$$target" "$$words"; done

serve: book  ## install, build and serve the book on localhost, and print its address
	@python -m callcentre.page.serve _build/html $(PORT)

book: $(SITE)  ## build the book into _build/html

pdf: book browser  ## print the whole book as one PDF, with bookmarks and tags, into _build/html
	python -m callcentre.page.keep pdf _build/html "$$(python tests/page/chromium.py)"

zip: book  ## pack the built site, which opens from a disk, into _build/html
	python -m callcentre.page.keep zip _build/html

hub: .hub/ready  ## install a JupyterHub for a class into .hub; hub/README.md tells how it is used

test: setup  ## run every check: lint, model in both Pythons, notebooks, book, three browsers
	@$(MAKE) --jobs=2 --output-sync=target browser lint book
	@echo "== Running the tests (a few minutes) =="
	pytest --notebooks --numprocesses $$(nproc) --dist loadfile --no-loadscope-reorder

quick: lint  ## run lint, and the tests of model and labs that take no time
	pytest --quiet -p no:nbval --numprocesses $$(nproc) -m "not long" tests/model tests/labs

lint: setup .venv/exercises-checked  ## check code, spelling, notebooks' metadata and that exercises/ is made from solutions/
	@echo "== Checking code and words =="
	ruff check .
	ruff format --check .
	mypy
	biome check --error-on-warnings
	tsc --project .
	codespell
	python tests/book/prose.py
	python -m callcentre.teach clean --check
	python -m callcentre.teach data --check

bench: setup  ## measure the model beside its peers (installs them into .venv-bench)
	@bash tests/model/bench/run

bench-page: book browser .bench-page/ready  ## measure each lab's page in Chromium, beside one with Pyodide
	cd tests/page && python -m bench

bench-grade: setup  ## measure grading beside plain nbgrader, for a class of CLASS students (20)
	python tests/teach/bench_grade.py $(CLASS)

lighthouse: book browser .bench-page/ready  ## let Lighthouse judge each kind of page as a phone sees it
	cd tests/page && python -m bench.lighthouse

exercises: setup  ## make the data sets, and exercises/ from solutions/
	python -m callcentre.teach data
	python -m callcentre.teach exercises

notebooks: setup  ## run notebooks/ and solutions/ anew and store what they show
	python -m callcentre.teach run

catalogue: setup  ## collect every string of the labs for translators, in _build/callcentre.pot
	python -m callcentre.page.catalogue _build/callcentre.pot

lock: setup  ## pin every version anew in requirements.lock and in each package-lock.json
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		requirements.txt -o requirements.lock
	npm install --package-lock-only
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		hub/requirements.txt -o hub/requirements.lock
	npm install --package-lock-only --omit-lockfile-registry-resolved --prefix tests/page/bench
	npm install --package-lock-only --omit-lockfile-registry-resolved --prefix hub

clean:  ## remove what was built (keeps .venv and node_modules)
	rm -rf _build conf.py src/callcentre/page/static .pytest_cache .mypy_cache .ruff_cache .hypothesis grading

setup: .venv/ready node_modules/ready

# Only benchmarks need it, so it stays out of node_modules.
.bench-page/ready: tests/page/bench/package-lock.json tests/page/bench/package.json .npmrc | setup
	@echo "== Installing what benchmarks need into .bench-page =="
	mkdir -p .bench-page
	cp $^ .bench-page
	npm ci --prefix .bench-page
	@touch $@

.hub/packages: hub/requirements.lock hub/package-lock.json .npmrc | setup
	@echo "== Installing JupyterHub into .hub =="
	uv venv --quiet --clear --python .venv/bin/python .hub
	uv pip sync --quiet --python .hub --require-hashes hub/requirements.lock
	cp hub/package.json hub/package-lock.json .npmrc .hub
	PATH="$(CURDIR)/.hub/bin:$$PATH" npm ci --prefix .hub
	@touch $@

# The course as it is now: a hub with an older one would judge otherwise.
.hub/ready: .hub/packages pyproject.toml $(shell find src -name '*.py')
	uv pip install --quiet --python .hub --no-deps --reinstall-package callcentre .
	@touch $@

browser: setup
	@echo "== Finding Chromium, Firefox and WebKit =="
	@python tests/page/browsers.py

.venv/ready: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. On Debian or Ubuntu: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed, $$($(PYTHON) --version) was found. Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python's venv is missing. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "== Installing the Python packages that requirements.lock pins =="
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@awk '/^[a-z]/ {wanted = /^uv==/} wanted' requirements.lock > .venv/uv.lock
	python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.lock
	uv pip sync --require-hashes requirements.lock
	uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Asking nbgrader takes half a minute: only when what it reads or has made is newer than its last answer.
.venv/exercises-checked: $(EXERCISES) nbgrader_config.py src/callcentre/teach/exercises.py .venv/ready
	@echo "== Making exercises/ anew, to compare =="
	python -m callcentre.teach exercises --check
	@touch $@

node_modules/ready: package-lock.json package.json .npmrc .venv/ready
	@echo "== Installing the npm packages that package-lock.json pins =="
	npm ci
	@touch $@

$(SITE): $(SOURCES) requirements.lock package-lock.json | setup
	@echo "== Building the book =="
	rm -rf _build
	mkdir -p _build/vendor/katex/fonts
	cp node_modules/katex/dist/katex.min.css _build/vendor/katex/
	cp node_modules/katex/dist/fonts/*.woff2 _build/vendor/katex/fonts/
	jupyter-book config sphinx . >/dev/null
	sphinx-build -W -n --keep-going --jobs $$(( $$(nproc) + 1 )) -d _build/.doctrees . _build/html  # one of them hands out
	@touch $@
