// The README's ten steps. It needs a server whose mails are files:
//   BAILIWICK_URL, BAILIWICK_MAILS (the folder), BAILIWICK_PLATFORM_KEY (`bailiwick platform-key create --name NAME`)

import { strict as assert } from "node:assert";
import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { connect, done, Refused } from "../src/index.js";

function setting(name: string): string {
  const value = process.env[name];
  assert(value, `${name} is not set`);
  return value;
}

/** The token of the link in the mail to an address, once it is there. */
async function mailedToken(address: string): Promise<string> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await setTimeout(100)) {
    const folder = setting("BAILIWICK_MAILS");
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((name) => name.endsWith(".eml"))) {
      const mail = await readFile(join(folder, name), "utf8");
      const token = /accept\?token=([\w-]+)/.exec(mail)?.[1];
      if (token && mail.includes(`To: ${address}`)) {
        return token;
      }
    }
  }
  throw new Error(`no mail to ${address} came`);
}

const url = setting("BAILIWICK_URL");
const run = randomUUID();
const bobsAddress = `bob-${run}@example.com`;
const anyone = connect(url);

// 1. Ada signs up: a user, an account under the role model `pubnub`, a session
const signUp = {
  email: `ada-${run}@example.com`,
  password: "correct horse",
  name: "Ada",
  account_name: "Acme",
  role_model: "pubnub",
};
const made = await done(anyone.POST("/v1/signup", { body: signUp }));
const ada = connect(url, made.session.token ?? undefined);
const acct = made.account.id;

// 2. She makes an app
const app = await done(ada.POST("/v1/accounts/{acct}/apps", { params: { path: { acct } }, body: { name: "Chat" } }));
const resource = { type: "app", id: app.id };

// 3. She invites Bob to view it
await done(
  ada.POST("/v1/accounts/{acct}/invitations", {
    params: { path: { acct } },
    body: { email: bobsAddress, first_name: "Bob", grants: [{ role: "app-viewer", resource }] },
  }),
);

// 4. Bob reads his mail
const token = await mailedToken(bobsAddress);

// 5. and accepts
const bob = await done(
  anyone.POST("/v1/invitations/accept", { body: { token, name: "Bob", password: "battery staple" } }),
);
const path = { acct, mbr: bob.member.id };

// 6. What would change if Bob became the app's admin?
const body = { grants: [{ role: "app-admin", resource }] };
const preview = await done(
  ada.POST("/v1/accounts/{acct}/members/{mbr}/grants/preview", { params: { path }, body }),
);
assert(preview.gains.some((gain) => gain.permission === "key.manage"));

// 7. Make him that
await done(ada.PUT("/v1/accounts/{acct}/members/{mbr}/grants", { params: { path }, body }));

// 8. Your product's back end gets a key
const backEnd = connect(url, setting("BAILIWICK_PLATFORM_KEY"));

// 9. and asks: may Bob manage keys in this app?
const user = bob.member.user?.id;
assert(user);
const question = { subject: { type: "user", id: user }, action: { name: "key.manage" }, resource };
const answer = await done(backEnd.POST("/access/v1/evaluation", { body: question }));
assert.equal(answer.decision, true);

// 10. Why?
const why = await done(
  ada.POST("/v1/accounts/{acct}/access/explain", {
    params: { path: { acct } },
    body: { member: bob.member.id, permission: "key.manage", resource },
  }),
);
assert.deepEqual(why.because[0]?.role_path[0], "app-admin");

// And a refusal is typed: the address is taken.
const again = await done(anyone.POST("/v1/signup", { body: signUp })).catch((error: unknown) => error);
assert(again instanceof Refused && again.problem.code === "email_taken");

console.log(`Bob may manage keys in ${app.name}, by ${why.because[0]?.role_path.join(" → ")}`);
