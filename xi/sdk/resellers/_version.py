"""The version of this package, read by its build and sent in its User-Agent."""

__version__ = "2.1.0"
