"""Takes an order through its life with the published SDK; prints what each call gave, as one JSON object.

It runs in an environment of its own, where `xi.sdk.resellers` is the published 1.1.0: python drive.py URL TOKEN
"""

import json
import sys

from xi.sdk.resellers import ApiClient, Configuration, OrderCreateRequest, OrderModifyRequest, OrdersApi, __version__
from xi.sdk.resellers.api.accesstoken_api import AccesstokenApi
from xi.sdk.resellers.models.async_order_create_dto import AsyncOrderCreateDTO

WHO = {"im_customer_number": "20-222222", "im_country_code": "US", "im_correlation_id": "published-1"}


def order(purchase_order, *, held):
    hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}] if held else []
    return OrderCreateRequest.from_dict(
        {
            "customerOrderNumber": purchase_order,
            "lines": [
                {"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 2},
                {"customerLineNumber": "2", "ingramPartNumber": "RQ6000", "quantity": 1},
                {"customerLineNumber": "3", "ingramPartNumber": "NO-SUCH", "quantity": 1},
            ],
            "additionalAttributes": hold,
        }
    )


def main(url, token):
    done = {"version": __version__}
    client = ApiClient(Configuration(host=url, access_token=token))
    issued = AccesstokenApi(client).get_accesstoken("client_credentials", "any", "secret")
    done["token"] = bool(issued.access_token)
    orders = OrdersApi(client)
    made = orders.post_createorder_v6(order_create_request=order("published-po", held=True), **WHO)
    done["create"] = [each.ingram_order_number for each in made.orders]
    done["carrier"] = made.orders[0].lines[0].shipment_details[0].carrier_code
    number = done["create"][0]
    change = OrderModifyRequest.from_dict(
        {
            "lines": [
                {
                    "customerLineNumber": "4",
                    "ingramPartNumber": "TSXML1",
                    "quantity": 1,
                    "addUpdateDeleteLine": "ADD",
                }
            ]
        }
    )
    changed = orders.put_ordermodify(order_number=number, order_modify_request=change, **WHO)
    done["modify"] = [line.ingram_part_number for line in changed.lines]
    released = orders.put_ordermodify(
        order_number=number, order_modify_request=OrderModifyRequest(), action_code="release", **WHO
    )
    done["release"] = released is None or released.ingram_order_number is None
    seen = orders.get_orderdetails_v6_1(ordernumber=number, **WHO)
    done["details"] = [line.ingram_part_number for line in seen.lines]
    shipped = orders.get_orderdetails_v6_1(ordernumber=number, simulate_status="IM::SHIPPED", **WHO)
    done["shipped"] = shipped.lines[0].shipment_details[0].carrier_details[0].tracking_details[0].tracking_number
    found = orders.get_resellers_v6_ordersearch(customer_order_number="published-po", **WHO)
    done["search"] = sorted(each.ingram_order_number for each in found.orders)
    done["cancel"] = orders.delete_ordercancel(order_number=done["create"][1], **WHO) is None
    accepted = orders.post_createorder_v7(
        async_order_create_dto=AsyncOrderCreateDTO.from_dict(
            {
                "customerOrderNumber": "published-po-7",
                "lines": [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": "1"}],
            }
        ),
        **WHO,
    )
    done["create_v7"] = accepted.confirmation_number
    sys.stdout.write(json.dumps(done))


if __name__ == "__main__":
    main(*sys.argv[1:])
