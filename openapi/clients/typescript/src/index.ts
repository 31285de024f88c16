// A client of Bailiwick's API over openapi-fetch. `api.ts` is generated from the API document by `cargo xtask clients`;
// here are only how to connect, and how a refusal is thrown.

import createClient, { type Client } from "openapi-fetch";

import type { components, paths } from "./api.js";

export type { components, operations, paths } from "./api.js";

/** Why a request was not done (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

/** The server says why not. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly response: Response,
  ) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.name = "Refused";
  }
}

/** A client of the server at a base URL, as who holds the token: a session's, an API key, or a platform key. */
export function connect(url: string, token?: string): Client<paths> {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return createClient<paths>({ baseUrl: url.replace(/\/$/, ""), headers });
}

/** What a call answered; a refusal is thrown as `Refused`. */
export async function done<T>(
  call: Promise<{ data?: T; error?: Problem; response: Response }>,
): Promise<Exclude<T, undefined>> {
  const { data, error, response } = await call;
  if (error !== undefined) {
    throw new Refused(error, response);
  }
  return data as Exclude<T, undefined>;
}
