"""Place each order once: a ledger of what was sent, and a desk that sends, looks and decides; needs the extra `ordering`."""
