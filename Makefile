# `make demo` and `make test` are the two commands of the README.
PYTHON ?= python3
VENV ?= .venv
EXAMPLE = examples/shanwei-police-2022.txt
BIN = $(VENV)/bin

.PHONY: demo test check clean

demo: $(BIN)/python
	@rm -rf build
	$(BIN)/python -m pip install --quiet .
	$(BIN)/dutygraph report $(EXAMPLE) -o out --force

test: $(BIN)/python
	@rm -rf build
	$(BIN)/python -m pip install --quiet '.[test]'
	$(MAKE) check
	cd tests && ../$(BIN)/python -m pytest

# The checks read the installed package, from a folder where no other dutygraph can be found.
check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	cd tests && ../$(BIN)/lint-imports --config ../pyproject.toml
	cd tests && ../$(BIN)/mypy --config-file ../pyproject.toml -p dutygraph

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) build dist *.egg-info out
