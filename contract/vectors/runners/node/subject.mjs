/**
 * A small SDK, written from the contract and the rules alone, to show that the vectors need no more than these. All that
 * it knows of operations, arguments and answers it reads from contract.json.
 */

import { Exchange } from "./exchange.mjs";
import { Refused, requestOf } from "./requests.mjs";

export { afterSend, ask, decide, NEW_BREAKER, NEW_ROW, NotPermitted } from "./desk.mjs";
export { CallError } from "./exchange.mjs";
export { items, RepeatedPages } from "./paging.mjs";
export { Refused } from "./requests.mjs";
export { eventsOf, statusOf, verify } from "./webhooks.mjs";

/** The contract, as calls need it. */
export class Contract {
  constructor(document) {
    this.document = document;
    this.host = document.servers[0].url;
    for (const schema of Object.values(document.components.schemas)) {
      const parent = document.components.schemas[schema["x-subclass-of"]];
      if (parent !== undefined) schema.properties = { ...parent.properties, ...schema.properties };
    }
    this.operations = new Map();
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, given] of Object.entries(item)) {
        this.operations.set(given.operationId, this.#operation(path, method, given));
      }
    }
  }

  resolve(node) {
    let found = node;
    while (found.$ref !== undefined) {
      found = found.$ref.slice(2).split("/").reduce((inner, name) => inner[name], this.document);
    }
    return found;
  }

  #operation(path, method, given) {
    const [type, content] = Object.entries(given.requestBody?.content ?? {})[0] ?? [null, null];
    const isForm = type === "application/x-www-form-urlencoded";
    const fields = isForm ? this.resolve(content.schema) : { properties: {} };
    const parameters = (given.parameters ?? []).map((each) => this.resolve(each));
    for (const [name, schema] of Object.entries(fields.properties)) {
      parameters.push({ name, in: "form", required: fields.required.includes(name), schema, example: schema.example });
    }
    if (type !== null && !isForm) {
      const { required = false, "x-told-by": toldBy = [] } = given.requestBody;
      parameters.push({ name: "body", in: "body", required, schema: content.schema, toldBy, example: content.example });
    }
    return {
      id: given.operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      type,
      authorized: given.security?.length !== 0,
      repeat: given["x-repeat"],
      mayBeEmpty: given["x-empty"] ?? null,
      proof: given["x-proof"] ?? null,
      listing: given["x-listing"] ?? null,
      responses: given.responses,
    };
  }

  /** Returns the schema of a successful answer; null if it has no JSON. */
  answerSchema(operation, status) {
    const of = (name) => this.resolve(operation.responses[name] ?? {}).content?.["application/json"]?.schema ?? null;
    const successes = Object.keys(operation.responses).filter((name) => name.startsWith("2"));
    const schema = of(String(status)) ?? successes.map(of).find((each) => each !== null) ?? null;
    const [first] = schema?.anyOf ?? schema?.oneOf?.filter((each) => each.type !== "null") ?? [schema];
    return first;
  }
}

export class Client {
  /**
   * `settings`: host, token or credentials, tokenUrl, callsPerMinute, policy, and `mint`, which makes correlation IDs.
   * `world`: what it may use of the world: `send(request)`, `sleep(seconds)`, `monotonic()`, `wall()` and `chance()`.
   */
  constructor(contract, settings, world) {
    this.contract = contract;
    this.settings = { host: contract.host, ...settings };
    this.exchange = new Exchange(this, world);
  }

  /** Returns the result of a call; throws Refused or a CallError. */
  async call(id, given) {
    const operation = this.contract.operations.get(id);
    if (operation === undefined) throw new Refused("operation", "", `is ${id}, which the contract does not have`);
    return this.exchange.run(this.prepared(operation, given));
  }

  prepared(operation, given) {
    const takes = operation.parameters.some((each) => each.name === "IM-CorrelationID");
    const given2 = { ...given };
    if (takes && given2["IM-CorrelationID"] === undefined && this.settings.mint !== undefined) {
      given2["IM-CorrelationID"] = this.settings.mint();
    }
    const { mint, host, ...rest } = this.settings;
    const request = requestOf(this.contract, operation, given2, host);
    const number = operation.parameters.find((each) => each.name.toLowerCase() === "ordernumber");
    return {
      operation,
      request,
      correlationId: given2["IM-CorrelationID"] ?? null,
      subject: [given2.body?.customerOrderNumber, given2[number?.name]].map((each) => (each == null ? null : String(each))),
      secrets: operation.parameters.filter((each) => each.schema?.format === "password").map((each) => given2[each.name]),
      settings: rest,
    };
  }
}
