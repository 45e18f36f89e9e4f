"""Lets `python -m xi.sdk.resellers.cli` do what `xi-orders` does."""

from xi.sdk.resellers.cli import main

main()
