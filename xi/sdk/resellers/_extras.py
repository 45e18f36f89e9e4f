"""What each extra brings, and what to type where it is missing.

The package on the index under this one's name is another one's, so no line to type names it: what is missing is
installed by itself, which is right for a checkout and for a wheel.
"""

from __future__ import annotations

BRINGS: dict[str, tuple[str, ...]] = {
    "async": ("aiohttp>=3.11",),
    "sandbox": ("starlette>=0.40", "uvicorn>=0.30", "jinja2>=3.1"),
    "cli": ("typer>=0.15", "rich>=13", "starlette>=0.40", "uvicorn>=0.30", "jinja2>=3.1"),
    "socks": ("PySocks>=1.7.1", "aiohttp-socks>=0.10"),
    "otel": ("opentelemetry-api>=1.27",),
}


def missing(what: str, *extras: str) -> str:
    """Return the line that says what is missing, and what to type.

    Args:
        what: what needs which package.
        extras: where that package belongs.
    """
    needed = dict.fromkeys(each for extra in extras for each in BRINGS[extra])
    named = " and ".join(f'"{each}"' for each in extras)
    packages = " ".join(f'"{each}"' for each in needed)
    return f"{what} (the extra{'s' if len(extras) > 1 else ''} {named}): pip install {packages}"
