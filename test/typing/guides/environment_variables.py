"""The examples of docs/environment-variables.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiValueError, Configuration

try:
    Configuration.from_env({"XI_HOST": "https://api.ingrammicro.com", "XI_CLIENT_ID": "a", "XI_CLIENT_SECRET": "b"})
except ApiValueError as error:
    print(error)
