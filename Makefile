# Variorum. `make demo` and `make test` need nothing but Python 3.11 or newer and a network for the first install.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.installed

.PHONY: install demo test check evaluate evaluate-fast bench golden clean help

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

install: $(DONE) ## make .venv with the project, its tools and the language model

$(DONE): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/variorum model --quiet
	touch $(DONE)

demo: $(DONE) ## read the example reports and print what they say
	$(BIN)/variorum demo

test: $(DONE) ## run the tests (under five minutes)
	$(BIN)/python -m pytest

check: $(DONE) ## style, types and import direction
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(DONE) ## score against gold data (../shared if there, else the example stories)
	$(BIN)/python -m evaluation

evaluate-fast: $(DONE) ## the small part that CI holds to the floors
	$(BIN)/python -m evaluation --fast

bench: $(DONE) ## speed against a bare spaCy pass, copies against MinHash, times against other taggers (pip install '.[bench]')
	$(BIN)/python -m evaluation.bench
	$(BIN)/python -m evaluation.minhash
	$(BIN)/python -m evaluation.taggers

golden: $(DONE) ## make the golden dossiers of the example stories anew; read the difference before committing it
	$(BIN)/python -m pytest tests/golden --update-golden

clean: ## delete what was installed and cached
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis evaluation/.cache
