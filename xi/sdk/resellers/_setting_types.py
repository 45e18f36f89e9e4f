"""The types of what `Configuration` returns about hosts and credentials, under the names that 1.3.0 has for them."""

from __future__ import annotations

from typing import Literal, NotRequired, Protocol, TypedDict

ServerVariablesT = dict[str, str]
"""Values of the variables in the URL of a host, by name."""

GenericAuthSetting = TypedDict("GenericAuthSetting", {"type": str, "in": str, "key": str, "value": str})
"""A credential of any kind: where it goes (`in`), under which name (`key`), and its value."""

OAuth2AuthSetting = TypedDict(
    "OAuth2AuthSetting",
    {"type": Literal["oauth2"], "in": Literal["header"], "key": Literal["Authorization"], "value": str},
)
"""A bearer token from the token service."""

APIKeyAuthSetting = TypedDict(
    "APIKeyAuthSetting", {"type": Literal["api_key"], "in": str, "key": str, "value": str | None}
)
"""An API key; the API uses none."""

BasicAuthSetting = TypedDict(
    "BasicAuthSetting",
    {"type": Literal["basic"], "in": Literal["header"], "key": Literal["Authorization"], "value": str | None},
)
"""A user and a password; the API does not use them."""

BearerAuthSetting = TypedDict(
    "BearerAuthSetting",
    {"type": Literal["bearer"], "in": Literal["header"], "key": Literal["Authorization"], "value": str},
)
"""A bearer token of a program's own."""

BearerFormatAuthSetting = TypedDict(
    "BearerFormatAuthSetting",
    {
        "type": Literal["bearer"],
        "in": Literal["header"],
        "format": Literal["JWT"],
        "key": Literal["Authorization"],
        "value": str,
    },
)
"""A bearer token of a program's own that is a JWT."""

HTTPSignatureAuthSetting = TypedDict(
    "HTTPSignatureAuthSetting",
    {"type": Literal["http-signature"], "in": Literal["header"], "key": Literal["Authorization"], "value": None},
)
"""A signed request; the API does not use it."""


class AuthSettings(TypedDict, total=False):
    """How calls are authorized, by scheme."""

    application: OAuth2AuthSetting


class Repeats(Protocol):
    """A number of repeats as an object, such as a `urllib3.Retry`, of which only the total is read."""

    @property
    def total(self) -> bool | int | None: ...


class HostSettingVariable(TypedDict):
    """A variable in the URL of a host."""

    description: str
    default_value: str
    enum_values: list[str]


class HostSetting(TypedDict):
    """A known host."""

    url: str
    description: str
    variables: NotRequired[dict[str, HostSettingVariable]]
