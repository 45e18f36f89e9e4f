// Takes an order through its life with the published JavaScript client; prints what each call gave, as one JSON object.
//
// It runs where that client is installed: node drive.cjs URL

const { createRequire } = require("node:module");

const sdk = createRequire(`${process.cwd()}/`)("xi_sdk_resellers");
const who = ["20-222222", "US", "published-js-1"];

function call(api, name, ...given) {
  return new Promise((done, failed) => {
    api[name](...given, (error, data, response) => {
      if (error) failed(new Error(`${name}: ${error.status} ${error.response ? error.response.text : error.stack}`));
      else done({ data, status: response.status });
    });
  });
}

async function main(url) {
  const client = sdk.ApiClient.instance;
  client.basePath = url;
  const token = await call(new sdk.AccesstokenApi(), "getAccesstoken", "client_credentials", "any", "secret");
  client.authentications.application.accessToken = token.data.access_token;
  const orders = new sdk.OrdersApi();
  const order = {
    customerOrderNumber: "published-js",
    lines: [
      { customerLineNumber: "1", ingramPartNumber: "DF4128", quantity: 2 },
      { customerLineNumber: "2", ingramPartNumber: "NO-SUCH", quantity: 1 },
    ],
    additionalAttributes: [{ attributeName: "allowOrderOnCustomerHold", attributeValue: "true" }],
  };
  const made = await call(orders, "postCreateorderV6", ...who, order, {});
  const number = made.data.orders[0].ingramOrderNumber;
  const added = { customerLineNumber: "3", ingramPartNumber: "TSXML1", quantity: 1, addUpdateDeleteLine: "ADD" };
  const changed = await call(orders, "putOrdermodify", number, ...who, { lines: [added] }, {});
  const seen = await call(orders, "getOrderdetailsV61", number, ...who, {});
  const found = await call(orders, "getResellersV6Ordersearch", ...who, { customerOrderNumber: "published-js" });
  const gone = await call(orders, "deleteOrdercancel", number, ...who, {});
  const line = { customerLineNumber: "1", ingramPartNumber: "DF4128", quantity: "1" };
  const later = { customerOrderNumber: "published-js-7", lines: [line] };
  const accepted = await call(orders, "postCreateorderV7", ...who, later, {});
  process.stdout.write(
    JSON.stringify({
      statuses: [token, made, changed, seen, found, gone, accepted].map((each) => each.status),
      rejected: made.data.orders[0].rejectedLineItems.map((each) => each.ingramPartNumber),
      carrier: made.data.orders[0].lines[0].shipmentDetails[0].carrierCode,
      modify: changed.data.lines.map((each) => each.ingramPartNumber),
      details: seen.data.lines.map((each) => each.ingramPartNumber),
      search: found.data.orders.map((each) => each.ingramOrderNumber === number),
      create_v7: accepted.data.confirmationNumber,
    }),
  );
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
