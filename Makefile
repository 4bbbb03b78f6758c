# A fresh machine needs Python 3.11 to 3.13 and make; everything else is pinned in the two lock files.
.DELETE_ON_ERROR:
# tests start hundreds of processes, and each would compile all modules anew
unexport PYTHONDONTWRITEBYTECODE
.PHONY: demo test check lock format reference web clean help bench-speed bench-quality bench-identity bench-versions bench-pages bench-language \
  bench-questions bench-find bench-serve bench-validate bench-views bench-tools gate

VENV ?= .venv
PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,\
  $(if $(shell $(p) -c 'import sys; (3, 11) <= sys.version_info < (3, 14) and print(1)' 2>/dev/null),$(p))))
PY := $(VENV)/bin/python
UV_VERSION := 0.13.9
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
SELF := $(INSTALL) --no-deps --no-build-isolation --editable .
OUT ?= output
JOBS ?= auto

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST)

$(PY):
	@test -n "$(PYTHON)" || { echo "no Python 3.11 to 3.13 found; install one or call make PYTHON=path" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(PY)
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(SELF)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml | $(PY)
	$(INSTALL) --require-hashes --requirement requirements-dev.lock
	$(SELF)
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed ## build a graph of the pages in examples/ and say where to look
	$(VENV)/bin/govgraph build examples/*.txt --out $(OUT)
	@echo
	@echo "The network:      $(OUT)/network.html  (open it in a browser)"
	@echo "The graph:        $(OUT)/graph.ttl"
	@echo "What was read:    $(OUT)/records/"
	@echo "Ask it:           $(VENV)/bin/govgraph who CIO Nordrhein-Westfalen"

test: $(VENV)/.installed-dev ## run all tests; a Chromium is found or installed
	tools/ensure-chromium $(PY)
	$(PY) -m pytest -n $(JOBS) --dist worksteal

check: $(VENV)/.installed-dev ## style, types, layers, dependencies
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports
	$(PY) -m deptry .

format: $(VENV)/.installed-dev ## put the code into the house form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

reference: $(VENV)/.installed-dev ## write the generated pages of docs/reference and docs/ontology
	$(PY) tools/generate_cli_reference.py
	$(PY) tools/generate_questions.py
	$(PY) tools/generate_ontology.py
	$(PY) tools/generate_relations.py
	$(PY) tools/generate_constructions.py

web: ## build the scripts of pages anew; needs Node.js 20.19 or newer
	npm --prefix web ci --no-audit --no-fund
	npm --prefix web run check
	npm --prefix web run build

bench-speed: $(VENV)/.installed-dev ## words per second on one core, into benchmarks/speed/RESULTS.md
	$(PY) benchmarks/speed/run.py

bench-quality: $(VENV)/.installed-dev ## figures on the annotated pages, into benchmarks/quality/RESULTS.md
	$(PY) benchmarks/quality/run.py

bench-identity: $(VENV)/.installed-dev ## who is who and when, on the stories, into benchmarks/identity/
	$(PY) benchmarks/identity/run.py --write
	$(PY) benchmarks/identity/scale.py --write

bench-versions: $(VENV)/.installed-dev ## versions of one text, into benchmarks/versions/
	$(PY) benchmarks/versions/run.py --write
	$(PY) benchmarks/versions/scale.py --write

bench-pages: $(VENV)/.installed-dev ## figures on the golden HTML pages beside bare extractors, into benchmarks/pages/RESULTS.md
	$(PY) benchmarks/pages/run.py --write

bench-language: $(VENV)/.installed-dev ## is it German, and what is it if not, into benchmarks/language/RESULTS.md
	$(PY) benchmarks/language/run.py --write

bench-find: $(VENV)/.installed-dev ## how long searches take, into benchmarks/find/RESULTS.md
	$(PY) benchmarks/find/run.py --write

bench-serve: $(VENV)/.installed-dev ## ten clients at once, and beside endless queries, into benchmarks/serve/RESULTS.md
	$(PY) benchmarks/serve/run.py --write

bench-validate: $(VENV)/.installed-dev ## how long validation takes, and beside pySHACL, into benchmarks/validate/RESULTS.md
	$(PY) benchmarks/validate/run.py --write

bench-views: $(VENV)/.installed-dev ## how long the pages take to open, beside pyvis, into benchmarks/views/RESULTS.md
	tools/ensure-chromium $(PY)
	$(PY) benchmarks/views/run.py --write

bench-questions: $(VENV)/.installed-dev ## the named questions on ten million quads, into benchmarks/questions/RESULTS.md
	$(PY) benchmarks/questions/measure.py --write

bench-tools: $(VENV)/.installed-dev ## install what the benchmarks compare with
	$(INSTALL) $$($(PY) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["bench"])')

gate: $(VENV)/.installed-dev ## fail if a figure is below the floors in benchmarks/
	$(PY) benchmarks/quality/gate.py
	$(PY) benchmarks/identity/run.py --gate
	$(PY) benchmarks/versions/run.py --gate
	$(PY) benchmarks/pages/run.py --gate

lock: | $(PY) ## pin anew what pyproject.toml allows
	$(INSTALL) uv==$(UV_VERSION)
	$(call COMPILE,requirements.lock,)
	$(call COMPILE,requirements-dev.lock,--group dev --all-extras)

COMPILE = $(PY) -m uv pip compile pyproject.toml tools/build-requirements.in $(2) --quiet --upgrade --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
  --custom-compile-command "make lock" --output-file $(1)

clean: ## remove what was built, but not the virtual environment
	rm -rf $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
