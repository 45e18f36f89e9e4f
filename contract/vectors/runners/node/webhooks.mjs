/** Statuses and webhooks. */

import { createHmac, timingSafeEqual } from "node:crypto";
import { isNumber, isObject, JsonError, Num, read } from "./json.mjs";
import { Refused } from "./requests.mjs";

// Statuses

const STATUSES = {
  open: "open", processing: "processing", inprogress: "processing", inprocess: "processing", onhold: "on hold",
  hold: "on hold", saleshold: "on hold", customerhold: "on hold", imonlinehold: "on hold", backordered: "backordered",
  backorder: "backordered", partiallyshipped: "partially shipped", shipped: "shipped", invoiced: "invoiced",
  delivered: "delivered", edelivered: "delivered", closed: "closed", canceled: "canceled", cancelled: "canceled",
  voided: "voided", void: "voided", rejected: "rejected",
};
const FINAL = ["delivered", "closed", "canceled", "voided", "rejected"];

/** Returns the status that a text stands for, the text, and whether no other status follows. */
export function statusOf(text) {
  const word = (text ?? "").trim().toLowerCase().replace(/^im::/, "").replace(/^order_/, "").replace(/[^a-z]/g, "");
  const status = Object.hasOwn(STATUSES, word) ? STATUSES[word] : "unknown";
  return { status, text, final: FINAL.includes(status) };
}

// Webhooks

const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/; // base64 of 64 bytes, in its only correct spelling
const KINDS = [
  "order_shipped", "order_invoiced", "order_hold", "order_voided", "order_backordered", "async_order_create",
  "stock_update",
];
const normal = (key) => key.toLowerCase().replace(/[^a-z0-9]/g, "");
const valuesAt = (object, ...names) =>
  Object.keys(object).filter((key) => names.map(normal).includes(normal(key))).map((key) => object[key]);
const textAt = (object, ...names) => {
  const found = valuesAt(object, ...names).find((each) => ["string", "boolean"].includes(typeof each) || isNumber(each));
  return found === undefined ? null : String(found);
};
const objectsAt = (object, name) => [valuesAt(object, name)[0] ?? null].flat().filter(isObject);
const distinct = (texts) => [...new Set(texts.filter(Boolean))];
const textsAt = (objects, ...names) => distinct(objects.map((each) => textAt(each, ...names)));

/** Returns whether all events of a body have one ID, and it was signed with one of the secrets. */
export function verify(body, signature, secrets) {
  const given = (signature ?? "").replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  if (!SIGNATURE.test(given)) return false;
  let ids;
  try {
    ids = new Set(eventsIn(body).map(eventId));
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
  const [id] = ids;
  if (ids.size !== 1 || id === null) return false;
  const sent = Buffer.from(given, "base64");
  const matches = secrets.map((each) => timingSafeEqual(createHmac("sha512", each).update(id).digest(), sent));
  return matches.includes(true);
}

/** Returns the events of a body. */
export function eventsOf(body) {
  return eventsIn(body).map(eventOf);
}

function eventsIn(body) {
  let found;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body).replace(/^\ufeff/, "");
    found = read(text, { unique: true, depth: 64, digits: 400 });
  } catch (error) {
    if (error instanceof JsonError || error instanceof TypeError) throw new Refused("body", "", error.message);
    throw error;
  }
  const listed = Array.isArray(found) ? found : [found];
  if (listed.length === 0 || !listed.every(isObject)) throw new Refused("body", "", "is not a list of events");
  return listed;
}

function eventId(event) {
  const ids = valuesAt(event, "eventId");
  const [found] = ids;
  if (ids.length !== 1 || found instanceof Num) return null;
  const text = isNumber(found) ? String(found) : found;
  const isWhole = !isNumber(found) || /^-?\d+$/.test(text);
  return typeof text === "string" && isWhole && text.trim() !== "" && text.isWellFormed() ? text : null;
}

function eventOf(event) {
  const resources = objectsAt(event, "resource");
  const eventType = [event, ...resources].map((each) => textAt(each, "eventType")).find(Boolean) ?? null;
  const word = (text) => (text ?? "").trim().toLowerCase();
  const name = word(eventType).replace(/^im::/, "");
  let kind = KINDS.includes(name) ? name : "other";
  if (eventType === null && word(textAt(event, "topic")) === "resellers/catalog") kind = "stock_update";
  else if (eventType === null && word(textAt(event, "event")) === "im::created") kind = "async_order_create";
  const orders = resources.flatMap((each) => [each, ...objectsAt(each, "orders")]);
  const purchaseOrders = textsAt([event, ...resources], "customerOrderNumber", "customerPoNumber");
  return {
    kind,
    eventId: eventId(event),
    eventType,
    timeStamp: textAt(event, "eventTimeStamp"),
    orderNumbers: textsAt(orders, "orderNumber", "ingramOrderNumber"),
    customerOrderNumbers: distinct(purchaseOrders.map((each) => each.toUpperCase())),
    ingramPartNumbers: kind === "stock_update" ? textsAt(resources, "ingramPartNumber") : [],
  };
}
