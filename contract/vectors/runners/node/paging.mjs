/** Lists: they are read to their end, page after page. */

import { isNumber, isObject, JsonError, read, write } from "./json.mjs";
import { CallError } from "./exchange.mjs";
import { Refused } from "./requests.mjs";

const NEARLY = 0.95; // the part of the stated items that has to come before a 400 may be the end
const EMPTY_WAIT = 2; // seconds
const CATALOG = { largest: 100, believed: false, emptyAgain: 2, badRequestEnds: true };
/** Of each list: what tells its items apart, the largest page, and how it ends if not as the others. */
const LISTS = {
  orders: { names: ["ingramOrderNumber"], largest: 100, heedsLinks: false, notFoundIsNone: false },
  catalog: { names: ["ingramPartNumber"], beside: "subscriptionCatalog", ...CATALOG },
  subscriptionCatalog: { names: ["groupName", "link"], beside: "catalog", ...CATALOG },
  quotes: { names: ["quoteGuid", "quoteNumber", "revision"] },
  invoices: { names: ["invoiceNumber"], largest: 100 },
  renewals: { names: ["renewalId", "referenceNumber"] },
  deals: { names: ["dealId", "version"], largest: 100 },
  returnsClaims: { names: ["caseRequestNumber", "returnClaimId"] },
};
const USUAL = { largest: Infinity, believed: true, heedsLinks: true, emptyAgain: 0, notFoundIsNone: true, badRequestEnds: false };

/** The server sends pages that it has sent before. */
export class RepeatedPages extends Error {}

/** Yields the items of a list. `sleep` waits for seconds. */
export async function* items(client, id, given, { list, pageSize, limit = null }, sleep) {
  const operation = client.contract.operations.get(id);
  const name = list ?? operation.listing;
  const rules = { ...USUAL, ...LISTS[name] };
  if (limit !== null && limit < 1) throw new Refused("limit", "", "is below 1");
  if (!(pageSize >= 1 && pageSize <= rules.largest)) throw new Refused("pageSize", "", "is not allowed");
  const state = { rules, number: 1, seen: 0, came: 0, stated: 0, empty: 0, last: new Set(), pages: new Set(), isRepeating: false };
  let left = limit ?? Infinity;
  while (state.number !== null && left > 0) {
    const page = await pageOf(client, operation, given, pageSize, state, name);
    for (const item of page.slice(0, left)) yield item;
    left -= page.length;
    if (state.pause > 0 && state.number !== null && left > 0) await sleep(state.pause);
  }
}

async function pageOf(client, operation, given, pageSize, state, name) {
  const argument = (pattern, value) => {
    const { name: wire, schema } = operation.parameters.find((each) => pattern.test(each.name));
    return { [wire]: schema.type === "string" ? String(value) : value };
  };
  const numbers = { ...argument(/^page(number)?$/i, state.number), ...argument(/^(page)?size$/i, pageSize) };
  try {
    return taken(state, await client.call(operation.id, { ...given, ...numbers }), name);
  } catch (error) {
    if (!(error instanceof CallError) || !isEnd(state, error)) throw error;
    state.number = null;
    return [];
  }
}

/** Counts a page, and returns its items. */
function taken(state, { nothing = false, value }, name) {
  state.pause = 0;
  if (nothing) return emptyPage(state, null);
  const { rules } = state;
  const found = value[name] ?? [];
  state.stated = Math.max(state.stated, Number(value.recordsFound ?? 0));
  if (found.length === 0 && !(value[rules.beside]?.length > 0)) return emptyPage(state, value.recordsFound);
  state.empty = 0;
  if (isRepetition(state, found)) return passedOver(state);
  state.isRepeating = false;
  state.came += found.length;
  state.seen += rules.believed ? fresh(state, found) : found.length;
  const isLast = rules.believed && state.stated > 0 && state.stated <= state.seen && !(rules.heedsLinks && value.nextPage);
  state.number = isLast ? null : state.number + 1;
  return found;
}

const cameAll = ({ stated, came }) => stated > 0 && stated <= came;

/** Returns how many items the page before did not have; those without a name cannot be told apart. */
function fresh(state, found) {
  const before = state.last;
  const named = found.filter((item) => nameOf(state.rules, item).some((part) => part !== null)).map(write);
  state.last = new Set(named);
  return found.length - named.filter((item) => before.has(item)).length;
}

const nameOf = ({ names }, item) => names.map((each) => item[each] ?? null);

function emptyPage(state, found) {
  state.empty += 1;
  const saidNone = isNumber(found) && Number(found) === 0 && state.stated === 0;
  if (state.empty > state.rules.emptyAgain || saidNone || cameAll(state)) state.number = null;
  else state.pause = EMPTY_WAIT;
  return [];
}

function isRepetition({ pages, rules }, found) {
  const names = found.map((item) => nameOf(rules, item));
  if (names.length === 0 || names.some((each) => each.every((part) => part === null))) return false;
  const page = write(names);
  const isKnown = pages.has(page);
  pages.add(page);
  return isKnown;
}

function passedOver(state) {
  if (cameAll(state)) state.number = null;
  else if (state.isRepeating) throw new RepeatedPages("the server repeats its pages");
  else {
    state.isRepeating = true;
    state.number += 1;
  }
  return [];
}

/** Returns whether an error only says that nothing was found, or that there are no more pages. */
function isEnd({ rules, seen, stated, isRepeating }, { status, body }) {
  const text = (body ?? "").trim();
  if (status === 204) return text === "";
  if (status === 200) return rules.notFoundIsNone && ["[]", "null"].includes(text);
  if (text !== "" && !isOfTheApi(text)) return false;
  const isFirst = seen === 0 && !isRepeating;
  if (status === 404) return rules.notFoundIsNone || !isFirst;
  const isAboutPage = !/\bquotas?\b|\bIM-(?:Customer|Country|Correlation|Sender|Application)/i.test(text); // not about the account or its calls
  return status === 400 && rules.badRequestEnds && !isFirst && seen >= stated * NEARLY && isAboutPage;
}

/** Returns whether the body of an error is one of the API, not of a gateway or a web server in front of it. */
function isOfTheApi(text) {
  let content;
  try {
    content = read(text);
  } catch (error) {
    if (error instanceof JsonError) return false;
    throw error;
  }
  const keys = isObject(content) ? Object.keys(content).map((key) => key.toLowerCase()) : [];
  return Array.isArray(content) || keys.some((key) => ["errors", "fields", "id", "traceid", "type"].includes(key));
}
