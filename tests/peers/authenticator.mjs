// A Chromium with a virtual authenticator (https://www.w3.org/TR/webauthn-3/#sctn-automation), at a page of a URL. It does as
// each line of its standard input says, `{"create": options}` or `{"get": options}`, and prints what the browser answers:
// `{"credential": …}` or `{"error": …}`. The page is made here: it needs no server.
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [executablePath, url] = process.argv.slice(2);
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({
  executablePath,
  args: [...quiet, "--no-sandbox", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
// The page itself does not matter: what passkeys look at is where it is.
await page.route("**", (route) => route.fulfill({ contentType: "text/html", body: "<title>A page</title>" }));
await page.goto(url);
const devtools = await page.context().newCDPSession(page);
await devtools.send("WebAuthn.enable");
await devtools.send("WebAuthn.addVirtualAuthenticator", {
  options: {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  },
});

const answer = ({ create, get }) =>
  page.evaluate(
    async ([create, get]) => {
      const given = create
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(create) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(get) });
      return given.toJSON();
    },
    [create, get],
  );

console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const outcome = await answer(JSON.parse(line)).then(
    (credential) => ({ credential }),
    (error) => ({ error: error.message }),
  );
  console.log(JSON.stringify(outcome));
}
await browser.close();
