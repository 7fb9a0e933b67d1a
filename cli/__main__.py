"""`python -m dutygraph.cli`: the command line where the script is not on the path."""

from .main import main

if __name__ == "__main__":  # processes of a pool import this module too
    main()
