"""A call for each documented answer of the operation that issues tokens."""

from walk_kit import Asked, Walks

FORM = {"grant_type": "client_credentials", "client_id": "app", "client_secret": "secret"}
ASKED: Asked = {
    "get-accesstoken": lambda walk: walk.ask("POST", "/oauth/oauth20/token", FORM),
}

WALKS: Walks = {
    ("get-accesstoken", "200"): ASKED["get-accesstoken"],
    ("get-accesstoken", "400"): lambda walk: walk.ask("POST", "/oauth/oauth20/token", {**FORM, "grant_type": "x"}),
    ("get-accesstoken", "401"): lambda walk: walk.ask("POST", "/oauth/oauth20/token", {**FORM, "client_id": "other"}),
}
