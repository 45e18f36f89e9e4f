"""The packages of each extra, and the install command for errors about missing packages.

The package with this name on package indexes is another one, so the command does not name it. It installs the missing
packages directly, which works for a checkout and for a wheel.
"""

from __future__ import annotations

BRINGS: dict[str, tuple[str, ...]] = {
    "async": ("aiohttp>=3.12.14",),
    "sandbox": ("starlette>=0.40", "uvicorn>=0.30", "jinja2>=3.1"),
    "cli": (
        "typer>=0.29",
        "rich>=14.3",
        "tomlkit>=0.13.3",
        "starlette>=0.40",
        "uvicorn>=0.30",
        "jinja2>=3.1",
        "sqlalchemy>=2.0.36,<3",
        "psycopg[binary]>=3.2.1",
    ),
    "keyring": ("keyring>=25",),
    "ordering": ("sqlalchemy>=2.0.36,<3", "psycopg[binary]>=3.2.1"),
    "workers": ("procrastinate>=3.8,<4", "sqlalchemy>=2.0.36,<3", "psycopg[binary]>=3.2.1"),
    "parquet": ("pyarrow>=18",),
    "socks": ("PySocks>=1.7.1", "aiohttp-socks>=0.10"),
    "otel": ("opentelemetry-api>=1.27",),
}


def missing(what: str, *extras: str) -> str:
    """Return an error text with the command that installs the missing packages.

    Args:
        what: which feature needs which package.
        extras: the extras that have the package.
    """
    needed = dict.fromkeys(each for extra in extras for each in BRINGS[extra])
    named = " and ".join(f'"{each}"' for each in extras)
    packages = " ".join(f'"{each}"' for each in needed)
    return f"{what} (the extra{'s' if len(extras) > 1 else ''} {named}): pip install {packages}"
