"""The examples of docs/proxies-and-logging.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from urllib.parse import quote

from xi.sdk.resellers import Configuration

user, password = "DOMAIN\\me", "p@ss:word"
configuration = Configuration.from_env()
configuration.proxy = f"http://{quote(user, safe='')}:{quote(password, safe='')}@proxy.example:3128"


import logging

from xi.sdk.resellers import ApiClient, OrdersApi

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
logging.getLogger("xi.sdk.resellers").setLevel(logging.DEBUG)  # or Configuration(debug=True)

with ApiClient(Configuration.from_env()) as client:
    OrdersApi(client).bound().get_resellers_v6_ordersearch(order_status="SHIPPED")

logging.getLogger("xi.sdk.resellers").setLevel(logging.NOTSET)
