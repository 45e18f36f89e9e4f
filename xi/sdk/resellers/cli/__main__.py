"""Makes `python -m xi.sdk.resellers.cli` the same as `xi-orders`."""

from xi.sdk.resellers.cli import main

main()
