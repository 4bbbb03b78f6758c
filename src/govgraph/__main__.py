"""`python -m govgraph` is `govgraph`."""

from govgraph.cli.main import run

if __name__ == "__main__":
    run()
