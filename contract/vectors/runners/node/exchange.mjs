/** Exchanges: when a call is sent, sent again, held back or given up, and what is known if it fails. */

import { contentOf, decoded, errorsIn, resultOf } from "./answers.mjs";
import { fitsHeader, headerValue, requestOf, splitHost } from "./requests.mjs";

const POLICY = { attempts: 4, deadline: 300, waitCap: 120, base: 0.5, quotaWindow: 60 };
const REFUSALS = [400, 401, 403, 404, 405, 413, 415, 422, 429]; // these prove that nothing was done
const NAMES_PO = [400, 409, 422]; // these can say that the purchase order number exists
const FAILURES = [500, 502, 503, 504]; // after these a harmless call is sent again
const KINDS = {
  400: "bad-request", 401: "unauthorized", 403: "forbidden", 404: "not-found", 405: "method-not-allowed",
  409: "conflict", 422: "unprocessable", 429: "too-many-requests",
};
const LONGEST_LIFE = 86400; // of a token
const UNSTATED_LIFE = 3600;
const LONGEST_MARGIN = 300; // a token is renewed when a tenth of its life is left, but at most this
const RENEWAL_PAUSE = 30; // between an early renewal that failed and the next one
const LONGEST_RESET = 121; // a quota that is renewed later is not credible

/** A request that got no answer; `kind` is not-sent or unanswered. */
export class TransportError extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** A call that failed. No text of it has a secret. */
export class CallError extends Error {
  constructor(facts, secrets = []) {
    const hide = (value) => {
      if (typeof value === "string") return secrets.reduce((text, each) => text.replaceAll(each, "***"), value);
      if (Array.isArray(value)) return value.map(hide);
      if (value === null || typeof value !== "object") return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hide(each)]));
    };
    const shown = hide(facts);
    const said = shown.errors.map((each) => each.message ?? each.type).filter(Boolean);
    super([`${shown.operation}: ${shown.kind}`, shown.status, shown.reason, ...said].filter(Boolean).join(", "));
    Object.assign(this, shown);
  }
}

export class Exchange {
  #token = null;
  #refused = null;
  #notBefore = -Infinity;
  #quotas = new Map();
  #ids = new Set();
  #subjects = new Set();

  constructor({ contract, settings }, world) {
    this.contract = contract;
    this.settings = settings;
    this.world = world;
    this.policy = { ...POLICY, ...settings.policy };
  }

  /** Returns the result of a call. */
  async run(call, policy = this.policy) {
    const started = this.world.monotonic();
    const state = {
      call, policy, started, until: started + policy.deadline, attempts: 0, extra: 0, doubt: false,
      secrets: call.secrets.filter(Boolean),
    };
    let token = call.operation.authorized ? await this.#current(state) : null;
    let last = null;
    let wait = 0;
    while (wait !== null && (await this.#enter(state))) {
      last = await this.#attempt(state, token);
      if (last.answer?.status === 401 && token !== null && state.extra === 0) {
        const fresh = await this.#another(state, token, last.answer);
        if (fresh !== null) {
          token = fresh;
          state.extra = 1;
          continue;
        }
      }
      wait = this.#waitAfter(state, last);
      if (wait === null) break;
      state.doubt ||= last.outcome === "unanswered" || last.outcome === "failed";
      await this.world.sleep(wait);
    }
    return this.#end(state, last);
  }

  async #attempt(state, token) {
    const { operation, request, correlationId, subject } = state.call;
    state.attempts += 1;
    if (operation.authorized) {
      if (correlationId !== null) this.#ids.add(correlationId.toLowerCase());
      for (const each of subject) if (each !== null) this.#subjects.add(each.trim().toUpperCase());
    }
    const headers = { ...request.headers };
    if (token !== null) {
      headers.Authorization = `Bearer ${token}`;
      state.secrets.push(token);
    }
    let answer = null;
    let outcome;
    try {
      answer = await this.world.send({ ...request, headers });
      outcome = answer.status === 429 ? "refused" : FAILURES.includes(answer.status) ? "failed" : "answered";
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      outcome = error.kind;
    }
    if (operation.authorized) this.#quotaOf(operation).settle(answer, this.world.wall(), outcome !== "not-sent");
    const echoed = answer?.headers["im-correlationid"]?.trim().toLowerCase();
    const mine = correlationId?.trim().toLowerCase();
    if (echoed && mine && echoed !== mine && this.#ids.has(echoed)) return { answer: null, outcome: "unanswered" };
    return { answer, outcome };
  }

  #waitAfter(state, { answer, outcome }) {
    const { operation } = state.call;
    const { policy } = state;
    const now = this.world.wall();
    let asked = null;
    if (outcome === "refused") {
      asked = askedWait(answer.headers, now) ?? policy.quotaWindow;
      if (operation.authorized) this.#quotaOf(operation).refused(Math.min(asked, policy.waitCap), now);
    } else if (outcome === "failed") asked = positive(retryAfter(answer.headers, now));
    const isHarmless = outcome === "not-sent" || outcome === "refused" || operation.repeat !== "ONCE";
    if (outcome === "answered" || !isHarmless || state.attempts - state.extra >= policy.attempts) return null;
    const bound = policy.base * 2 ** (state.attempts - state.extra - 1);
    const chance = this.world.chance();
    const wait = Math.min(policy.waitCap, asked === null ? chance * Math.min(policy.waitCap, bound) : asked + chance * policy.base);
    return this.world.monotonic() - state.started + wait >= policy.deadline ? null : wait;
  }

  /** Waits until the quota permits an attempt; returns whether there is time for one. */
  async #enter(state) {
    const { operation } = state.call;
    if (operation.authorized) {
      const quota = this.#quotaOf(operation);
      for (let pause = quota.until(this.world.wall()); pause > 0; pause = quota.until(this.world.wall())) {
        if (this.world.monotonic() + pause >= state.until) return false;
        await this.world.sleep(pause);
      }
    }
    return this.world.monotonic() < state.until;
  }

  #quotaOf(operation) {
    if (!this.#quotas.has(operation.id)) {
      const limit = operation.method === "GET" ? this.settings.callsPerMinute ?? null : null;
      this.#quotas.set(operation.id, new Quota(limit));
    }
    return this.#quotas.get(operation.id);
  }

  // The end of a call

  #end(state, last) {
    const { call } = state;
    if (last === null || last.answer === null) {
      const kind = state.doubt || last?.outcome === "unanswered" ? "unanswered" : "not-sent";
      throw this.#error(state, kind, null, kind === "unanswered");
    }
    const { answer } = last;
    if (answer.status >= 200 && answer.status < 300) {
      const result = resultOf(this.contract, call, answer);
      if (typeof result !== "string" && !this.#isAboutAnother(call, result.value)) return result;
      throw this.#error(state, "unreadable", answer, true);
    }
    const isUnapproved = answer.status === 401 && /apiproduct/i.test(Buffer.from(answer.body).toString("latin1"));
    const kind = isUnapproved ? "not-approved" : KINDS[answer.status] ?? (answer.status >= 500 ? "service" : "other");
    throw this.#error(state, kind, answer, state.doubt || !REFUSALS.includes(answer.status));
  }

  /** Returns whether an answer names the order of another call. */
  #isAboutAnother({ subject }, value) {
    const named = [value?.customerOrderNumber ?? null, value?.ingramOrderNumber ?? null];
    return named.some((said, n) => {
      const [one, other] = [said, subject[n]].map((each) => (each ?? "").trim().toUpperCase());
      return one !== "" && other !== "" && one !== other && this.#subjects.has(one);
    });
  }

  #error({ call, attempts, secrets }, kind, answer, leavesDoubt) {
    const { operation } = call;
    const content = answer === null ? undefined : contentOf(answer);
    const errors = errorsIn(content);
    const status = answer?.status ?? null;
    const texts = errors.flatMap((each) => [each.message, each.type, each.id, ...each.fields.map((field) => field.message)]);
    return new CallError({
      kind,
      status,
      operation: operation.id,
      correlationId: answer?.headers["im-correlationid"] || call.correlationId,
      attempts,
      mayHaveBeenActedOn: leavesDoubt && operation.repeat !== "SAFE" && operation.authorized,
      isDuplicatePo: NAMES_PO.includes(status) && texts.some((text) => /CUSTOMER-PO-EXISTS/i.test(text ?? "")),
      retryAfter: status === 429 ? askedWait(answer.headers, this.world.wall()) : null,
      errors,
      reason: answer?.reason ?? "",
      headers: answer?.headers ?? {},
      body: answer === null ? null : decoded(answer.body, answer.headers["content-type"]),
    }, secrets);
  }

  // Tokens

  /** Returns the token for the first attempt. */
  async #current(state) {
    if (this.settings.credentials === undefined) return headerValue("token", this.settings.token);
    return this.#obtain(state, this.world.monotonic());
  }

  async #obtain(state, began) {
    const now = this.world.monotonic();
    const held = this.#token !== null && this.#token.value !== this.#refused ? this.#token : null;
    if (held !== null && (held.came >= began || now < held.renewAt || (now < this.#notBefore && now < held.endsAt))) {
      return held.value;
    }
    const isEarly = held !== null && now < held.endsAt;
    try {
      this.#token = await this.#fetch(state.until - now, isEarly);
    } catch (error) {
      if (!isEarly || !(error instanceof CallError)) throw error;
      this.#notBefore = this.world.monotonic() + RENEWAL_PAUSE;
    }
    return this.#token.value;
  }

  async #another(state, refused, answer) {
    if (this.settings.credentials === undefined) return null;
    if (/apiproduct/i.test(Buffer.from(answer.body).toString("latin1"))) return null;
    this.#refused = refused;
    try {
      const fresh = await this.#obtain(state, this.world.monotonic());
      return fresh === refused || this.world.monotonic() >= state.until ? null : fresh;
    } catch (error) {
      if (state.doubt && error instanceof CallError) throw this.#error(state, "unanswered", null, true);
      throw error;
    }
  }

  async #fetch(patience, isEarly) {
    const operation = [...this.contract.operations.values()].find((each) => !each.authorized);
    const { credentials, host, tokenUrl } = this.settings;
    const request = requestOf(this.contract, operation, { grant_type: "client_credentials", ...credentials }, host);
    if (tokenUrl !== undefined) {
      const { origin, prefix } = splitHost(tokenUrl, "tokenUrl");
      Object.assign(request, { origin, path: prefix.replace(/^\/sandbox(?=\/oauth\/)/, "") || "/" });
    }
    const secrets = [credentials.client_secret];
    const call = { operation, request, correlationId: null, subject: [null, null], secrets };
    const began = this.world.monotonic();
    try {
      const { value } = await this.run(call, { ...this.policy, deadline: patience, ...(isEarly && { attempts: 1 }) });
      if (!value?.access_token || !fitsHeader(value.access_token)) throw this.#noToken(operation, secrets);
      const seconds = Number(value.expires_in ?? NaN);
      const life = seconds > 0 ? Math.min(seconds, LONGEST_LIFE) : UNSTATED_LIFE;
      const renewAt = began + life - Math.min(life / 10, LONGEST_MARGIN);
      return { value: value.access_token, renewAt, endsAt: began + life, came: this.world.monotonic() };
    } catch (error) {
      const isSaid = error instanceof CallError && !["unanswered", "unreadable", "service"].includes(error.kind);
      throw isSaid || !(error instanceof CallError) ? error : this.#noToken(operation, secrets);
    }
  }

  #noToken(operation, secrets) {
    const call = { operation, correlationId: null };
    return this.#error({ call, attempts: 0, secrets }, "not-sent", null, false);
  }
}

/** What is known about the quota of an operation. Times are in seconds since the epoch. */
class Quota {
  #left = null;
  #reset = null;
  #ended = [];

  constructor(limit) {
    this.limit = limit;
  }

  /** Returns the seconds until a call may be made. */
  until(now) {
    if (this.#reset !== null && (now >= this.#reset || this.#reset - now > LONGEST_RESET)) this.#left = this.#reset = null;
    this.#ended = this.#ended.filter((each) => now - each >= 0 && now - each < 60);
    const stated = this.limit !== null && this.#ended.length >= this.limit ? this.#ended[0] + 60 - now : 0;
    return Math.max(stated, this.#left === 0 ? this.#reset - now + 0.01 : 0);
  }

  settle(answer, now, isSent) {
    if (!isSent) return;
    if (this.limit !== null) this.#ended.push(now);
    const left = answer?.headers["x-ratelimit-remaining"] ?? "";
    if (/^\s*\d{1,11}\s*$/.test(left)) {
      const text = answer.headers["x-ratelimit-reset"] ?? "";
      const seconds = resetIn(text, now);
      const rounded = seconds !== null && Number(text) < 1e11 ? seconds + 1 : seconds;
      const isCredible = rounded !== null && rounded > 0 && rounded <= LONGEST_RESET;
      this.#reset = isCredible ? now + rounded : this.#reset ?? now + 60;
      this.#left = Number(left);
    } else if (this.#left > 0) this.#left -= 1;
  }

  refused(wait, now) {
    this.#left = 0;
    this.#reset = now + wait;
  }
}

// Headers that say when to come back

const positive = (seconds) => (seconds !== null && seconds > 0 ? seconds : null);
const number = (text) => (/^\s*\d+(\.\d*)?\s*$/.test(text) ? Number(text) : null);

function askedWait(headers, now) {
  return positive(retryAfter(headers, now)) ?? positive(resetIn(headers["x-ratelimit-reset"] ?? "", now));
}

function retryAfter(headers, now) {
  const text = headers["retry-after"] ?? "";
  const seconds = number(text);
  if (seconds !== null || !/^\s*[A-Z][a-z]+,? /.test(text)) return seconds;
  const moment = Date.parse(/GMT|[+-]\d{4}/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(moment) ? null : moment / 1000 - now;
}

/** A small number is seconds to wait, a large one a moment in seconds, a very large one in milliseconds. */
function resetIn(text, now) {
  const value = number(text);
  if (value === null || value < 1e9) return value;
  return (value >= 1e11 ? value / 1000 : value) - now;
}
