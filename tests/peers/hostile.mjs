// An OpenID provider that answers as it is told to, with keys of its own; and a twin of GitHub's endpoints. Its first line
// tells its issuer. POST /plan says what the next answers hold, and what is wrong with them.
import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { exportJWK, SignJWT } from "jose";

const CLIENT = ["bailiwick", "secret of the client"];
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { kid: randomUUID(), privateKey, publicKey };
}

let issuer;
let key = newKey();
let plan = {};
let lastToken;
let asked = { keys: 0, tokens: 0 };
const codes = new Map();

async function token(claims) {
  const sign = (body, { alg = "RS256", by = key.privateKey, kid = key.kid } = {}) =>
    new SignJWT(body).setProtectedHeader({ alg, kid }).sign(by);
  const now = Math.floor(Date.now() / 1000);
  switch (plan.flaw) {
    case "nonce": return sign({ ...claims, nonce: "of another sign-in" });
    case "no nonce": return sign({ ...claims, nonce: undefined });
    case "audience": return sign({ ...claims, aud: "another client" });
    case "second audience": return sign({ ...claims, aud: ["bailiwick", "another client"] });
    case "authorized party": return sign({ ...claims, azp: "another client" });
    case "expired": return sign({ ...claims, iat: now - 7200, exp: now - 3600 });
    case "future": return sign({ ...claims, iat: now + 3600, exp: now + 7200 });
    case "issuer": return sign({ ...claims, iss: "https://another.example" });
    case "none": return `${encode({ alg: "none" })}.${encode(claims)}.`;
    case "public key as secret": {
      const pem = key.publicKey.export({ type: "spki", format: "pem" });
      return sign(claims, { alg: "HS256", by: new TextEncoder().encode(pem) });
    }
    case "client secret": return sign(claims, { alg: "HS256", by: new TextEncoder().encode(CLIENT[1].padEnd(32, " ")) });
    case "another's key": return sign(claims, { by: newKey().privateKey });
    case "unknown key": { const other = newKey(); return sign(claims, { by: other.privateKey, kid: other.kid }); }
    case "changed": {
      const [head, , signature] = (await sign(claims)).split(".");
      return `${head}.${encode({ ...claims, sub: "someone else" })}.${signature}`;
    }
    default: return sign(claims);
  }
}

function authorize(url, response) {
  const query = url.searchParams;
  const code = randomUUID();
  codes.set(code, { nonce: query.get("nonce"), challenge: query.get("code_challenge"), uri: query.get("redirect_uri") });
  const back = new URL(query.get("redirect_uri"));
  back.searchParams.set("state", query.get("state"));
  if (plan.denied) back.searchParams.set("error", "access_denied");
  else back.searchParams.set("code", code);
  if (!url.pathname.startsWith("/login") && !plan.nameless) back.searchParams.set("iss", plan.iss ?? issuer);
  response.writeHead(302, { location: back.href }).end();
}

// A code is good once, for the client, its redirect URI, and the verifier of its challenge.
function redeem(form, authorization) {
  const basic = authorization && Buffer.from(authorization.split(" ")[1], "base64").toString().split(":");
  const client = basic ? basic.map((part) => decodeURIComponent(part.replaceAll("+", " "))) : [form.get("client_id"), form.get("client_secret")];
  const known = codes.get(form.get("code"));
  codes.delete(form.get("code"));
  const proof = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
  const right = known && client[0] === CLIENT[0] && client[1] === CLIENT[1];
  return right && known.challenge === proof && known.uri === form.get("redirect_uri") ? known : undefined;
}

async function answer(request, body) {
  const url = new URL(request.url, issuer);
  const now = Math.floor(Date.now() / 1000);
  const { subject = "1", email, email_verified = true, name } = plan;
  switch (url.pathname) {
    case "/plan":
      plan = JSON.parse(body);
      if (plan.rotate) key = newKey();
      return { ...asked };
    case "/last-token":
      return { id_token: lastToken };
    case "/.well-known/openid-configuration":
      return {
        issuer: plan.configured ?? issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        userinfo_endpoint: `${issuer}/me`,
        token_endpoint_auth_methods_supported: ["client_secret_basic"],
        authorization_response_iss_parameter_supported: true,
      };
    case "/keys":
      asked.keys += 1;
      return { keys: Array(plan.keys ?? 1).fill({ ...(await exportJWK(key.publicKey)), kid: key.kid, alg: "RS256", use: "sig" }) };
    case "/token": {
      asked.tokens += 1;
      const known = redeem(new URLSearchParams(body), request.headers.authorization);
      if (!known) return { status: 400, error: "invalid_grant" };
      const claims = { iss: issuer, aud: CLIENT[0], sub: subject, iat: now, exp: now + 300, nonce: known.nonce };
      const person = plan.by_user_info ? {} : { email, email_verified, name };
      lastToken = await token({ ...claims, ...person });
      return { access_token: "for /me", token_type: "Bearer", id_token: lastToken };
    }
    case "/me":
      return { sub: plan.other_subject ?? subject, email, email_verified, name };
    case "/login/oauth/access_token":
      return redeem(new URLSearchParams(body)) ? { access_token: "for the API" } : { error: "bad_verification_code" };
    case "/api/user":
      return { id: Number(subject), login: "octocat", name: name ?? null };
    case "/api/user/emails":
      return [{ email: "other@example.com", primary: false, verified: true }, { email, primary: true, verified: email_verified }];
    default:
      return { status: 404 };
  }
}

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", async () => {
    const url = new URL(request.url, issuer);
    if (["/auth", "/login/oauth/authorize"].includes(url.pathname)) return authorize(url, response);
    const shown = await answer(request, body);
    response.writeHead(shown.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(shown));
  });
});
server.listen(0, "127.0.0.1", () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ issuer }));
});
