# Two commands do everything on a machine with Python 3.11 and make: `make demo` and `make test`.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEMO   := build/qinghe.plan.json

.PHONY: help demo test lint types contracts reference pictures docs lock clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Milepost needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: $(READY) ## Compile the plan that ships with the project, and show it
	mkdir -p build
	$(BIN)/milepost compile examples/qinghe/qinghe.txt -o $(DEMO)
	$(BIN)/milepost show $(DEMO)
	$(BIN)/milepost show $(DEMO) indicators
	@echo "The plan as data: $(DEMO). Next: $(BIN)/milepost show $(DEMO) commitments"

test: $(READY) ## Run the tests
	$(BIN)/python -m pytest -n auto

lint: $(READY) ## Check the style
	$(BIN)/ruff check src tests scripts examples

types: $(READY) ## Check the types
	$(BIN)/mypy

contracts: $(READY) ## Check which folder may import which
	$(BIN)/lint-imports

reference: $(READY) ## Write the generated pages of the documentation
	$(BIN)/python scripts/make_reference.py

pictures: $(READY) ## Draw the terminal pictures of the README
	$(BIN)/python scripts/make_pictures.py

docs: $(READY) ## Check the generated pages and build the documentation, warnings are errors
	$(BIN)/python scripts/make_reference.py --check
	$(BIN)/python scripts/make_pictures.py --check
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

lock: $(READY) ## Renew requirements.lock from pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --extra dev --strip-extras --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml

clean: ## Remove what the other targets made, the environment included
	rm -rf $(VENV) build dist site .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
