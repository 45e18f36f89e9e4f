// Calls every operation that the published JavaScript client has; prints what came of each, as one JSON object.
//
// It runs where that client is installed: node every.cjs URL KNOWN; KNOWN is as for every.py, and so is what it prints.

const { createRequire } = require("node:module");

const sdk = createRequire(`${process.cwd()}/`)("xi_sdk_resellers");
const who = ["20-222222", "US", "published-js-every"];
const line = { customerLineNumber: "1", ingramPartNumber: "DF4128", quantity: 2 };
const added = { customerLineNumber: "2", ingramPartNumber: "TSXML1", quantity: 1, addUpdateDeleteLine: "ADD" };
const event = { topic: "resellers/orders", event: "im::updated", eventId: "E1", resource: [{ eventType: "im::x" }] };
const hook = ["http://127.0.0.1:9/", "c2lnbmVk", event];
const quote = "QUO-20417001-A1B2C3";
const contact = "anna@example.com";
const sender = {
  companyName: "Shop",
  contact: "Anna",
  addressLine1: "1 Main Street",
  city: "Irvine",
  state: "CA",
  postalCode: "92612",
  countryCode: "US",
  email: contact,
};

// All methods by name; each with the class that has it.
const methods = Object.fromEntries(
  Object.entries(sdk)
    .filter(([name]) => name.endsWith("Api"))
    .flatMap(([, Kind]) =>
      Object.getOwnPropertyNames(Kind.prototype)
        .filter((name) => name !== "constructor" && !name.endsWith("WithHttpInfo"))
        .map((name) => [name, Kind]),
    ),
);
const calls = {};

// Calls an operation and keeps what `read` takes from its answer; returns that.
function call(name, read, ...given) {
  return new Promise((done) => {
    new methods[name]()[name](...given, (error, data) => {
      try {
        calls[name] = error ? `${error.status} ${error.response ? error.response.text : error.stack}` : read(data);
      } catch (unread) {
        calls[name] = `${unread}`;
      }
      calls[name] ??= null;
      done(calls[name]);
    });
  });
}

async function main(url, known) {
  const client = sdk.ApiClient.instance;
  client.basePath = url;
  client.authentications.application.accessToken = "demo-token";
  await call("getAccesstoken", (data) => data.token_type, "client_credentials", "any", "secret");

  const number = (data) => data.orders[0].ingramOrderNumber;
  const part = (data) => data.lines[0].ingramPartNumber;
  await call("postCreateorderV6", number, ...who, { customerOrderNumber: "every-6", lines: [line] }, {});
  await call("postCreateorderV7", (data) => data.confirmationNumber, ...who, { customerOrderNumber: "every-7", lines: [line] }, {});
  await call("getResellersV6Ordersearch", number, ...who, { customerOrderNumber: "held" });
  await call("getOrderdetailsV61", part, known.held, ...who, {});
  await call("putOrdermodify", part, known.held, ...who, { lines: [added] }, {});
  await call("deleteOrdercancel", () => null, known.held, ...who, {});

  await call("getResellerV6Productsearch", (data) => data.catalog[0].ingramPartNumber, who[0], who[2], who[1], { vendorPartNumber: ["AC-KM550"] });
  await call("getResellerV6Productdetail", (data) => data.ingramPartNumber, "DF4128", ...who, {});
  await call("getResellerV6Productdetailcmp", (data) => data.ingramPartNumber, ...who, { vendorPartNumber: "AC-KM550" });
  const asked = { priceAndAvailabilityRequest: { products: [{ ingramPartNumber: "DF4128" }] } };
  await call("postPriceandavailability", (data) => data[0].ingramPartNumber, true, true, ...who, asked);
  const freight = { freightRequest: { lines: [{ ...line, quantity: "2" }] } };
  await call("postFreightestimate", (data) => data.freightEstimateResponse.currencyCode, ...who, contact, freight);

  await call("getQuotessearchV6", (data) => data.quotes[0].quoteNumber, who[0], who[1], contact, who[2], { quoteNumber: quote });
  await call("getResellersV6Quotes", (data) => data.quoteNumber, ...who, quote, {});
  await call("getResellerV6ValidateQuote", (data) => data.quoteNumber, quote, ...who, {});
  await call("getResellersV6Dealssearch", (data) => data.deals[0].dealId, ...who, { endUser: "Dogwood" });
  await call("getResellersV6Dealsdetails", (data) => data.dealId, ...who, "shop", "NW-2231-T");
  const open = { status: { OpporutinyStatus: { value: "Open", subStatus: "Ready to order" } } };
  await call("postRenewalssearch", (data) => data.renewals[0].renewalId, ...who, { renewalsSearchRequest: open });
  await call("getResellersV6Renewalsdetails", (data) => data.renewalId, ...who, "4410001", {});

  await call("getResellersV6Invoicesearch", (data) => data.invoices[0].invoiceNumber, "shop", ...who, { orderNumber: known.order });
  await call("getInvoicedetailsV61", (data) => data.invoiceNumber, known.invoice, ...who, "shop", {});
  const entry = {
    invoiceNumber: known.invoice,
    invoiceDate: known.day,
    ingramPartNumber: "DF4128",
    quantity: 1,
    primaryReason: "Damaged",
    secondaryReason: "The box was wet",
    numberOfBoxes: 1,
    referenceNumber: "every-ref",
    shipFromInfo: [sender],
  };
  const filed = (data) => data.returnsClaims[0].caseRequestNumber;
  await call("postReturnscreate", filed, ...who, { returnsCreateRequest: { list: [entry] } });
  const case_ = await call("getResellersV6Returnssearch", filed, ...who, { referenceNumber: "every-ref" });
  await call("getResellersV6Returnsdetails", (data) => data.caseRequestNumber, ...who, case_, {});
  await call("resellersV1WebhooksOrderstatuseventPost", () => null, ...hook);
  await call("resellersV1WebhooksAvailabilityupdatePost", () => null, ...hook);

  const missed = Object.keys(methods).filter((name) => !(name in calls));
  process.stdout.write(JSON.stringify({ calls, missed: missed.sort() }));
}

main(process.argv[2], JSON.parse(process.argv[3]));
