"""The event of a quote for webhooks."""

from collections.abc import Callable

from xi.sdk.resellers.sandbox.quotes.values import Quote


def quote_event(quote: Quote) -> Callable[[str, str], object]:
    """Return the function that makes the body of the event that a quote was made."""
    return lambda event_id, at: {
        "topic": "resellers/quotes",
        "event": "im::created",
        "eventType": "im::quote_create",
        "eventTimeStamp": at,
        "eventId": event_id,
        "rejectedSkus": [],
        "resource": {
            "quoteNumber": quote.number,
            "quoteName": quote.name,
            "message": "The quote was created",
            "reason": "",
            "links": [{"topic": "quotes", "href": f"/resellers/v6/quotes/{quote.number}", "type": "GET"}],
        },
    }
