// better-auth with its organization plugin, as its documentation sets it up, for `cargo xtask bench http --peer`.
//
// It makes its tables in the database of PEER_DATABASE_URL, fills them with the same shape as the run's own world, and
// serves. GET /world tells the load generator what is there. Its rate limiter is off, as the measured server's is; its
// cookie cache is off, which is its default: every request reads its session from the database. Invitations send nothing.
import { createHmac, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import { organization } from "better-auth/plugins";
import pg from "pg";

const ORGANIZATIONS = 64;
const MEMBERS = 20;
const LARGE = 100;

const secret = randomBytes(32).toString("hex");
const url = new URL(process.env.PEER_DATABASE_URL);
const server = createServer({ keepAliveTimeout: 60_000 });
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const baseURL = `http://127.0.0.1:${server.address().port}`;
const pool = new pg.Pool({ connectionString: url.href, max: Number(process.env.PEER_CONNECTIONS ?? 16) });
const options = {
  baseURL,
  secret,
  database: pool,
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  emailAndPassword: { enabled: true },
  plugins: [organization({ invitationLimit: 1e9, membershipLimit: 1e9, sendInvitationEmail: async () => {} })],
};
await (await getMigrations(options)).runMigrations();
const auth = betterAuth(options);
await fill();

const world = JSON.stringify(await read());
const handle = toNodeHandler(auth);
server.on("request", (request, response) => {
  if (request.url === "/healthz") return answer(response, "text/plain", "ok");
  if (request.url === "/world") return answer(response, "application/json", world);
  return handle(request, response);
});
console.log(`better-auth listens on ${baseURL}`);

function answer(response, type, body) {
  response.writeHead(200, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

// One owner of everything; one organization of 100 members, and 64 of 20, over which writes are spread.
async function fill() {
  const people = LARGE + ORGANIZATIONS * MEMBERS;
  await pool.query(`
    INSERT INTO "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
      SELECT 'user-' || i, 'Person ' || i, 'person' || i || '@example.com', true, now(), now()
      FROM generate_series(0, ${people - 1}) i`);
  await pool.query(`
    INSERT INTO session (id, token, "userId", "expiresAt", "createdAt", "updatedAt", "ipAddress", "userAgent")
      SELECT 'session-' || i, md5('token' || i) || md5('more' || i), 'user-' || i, now() + interval '7 days', now(), now(),
        '127.0.0.1', 'bench' FROM generate_series(0, ${LARGE - 1}) i`);
  await pool.query(`
    INSERT INTO organization (id, name, slug, "createdAt")
      SELECT 'org-' || o, 'Organization ' || o, 'org-' || o, now() FROM generate_series(0, ${ORGANIZATIONS}) o`);
  await pool.query(`
    INSERT INTO member (id, "organizationId", "userId", role, "createdAt")
      SELECT 'member-0-' || i, 'org-0', 'user-' || i, CASE i WHEN 0 THEN 'owner' ELSE 'member' END, now()
      FROM generate_series(0, ${LARGE - 1}) i
      UNION ALL
      SELECT 'member-' || o || '-owner', 'org-' || o, 'user-0', 'owner', now() FROM generate_series(1, ${ORGANIZATIONS}) o
      UNION ALL
      SELECT 'member-' || o || '-' || i, 'org-' || o, 'user-' || (${LARGE} + (o - 1) * ${MEMBERS} + i), 'member', now()
      FROM generate_series(1, ${ORGANIZATIONS}) o, generate_series(0, ${MEMBERS - 1}) i`);
  await pool.query("ANALYZE");
}

// What the load is made of. A session's cookie is its token with its signature.
async function read() {
  const rows = async (query) => (await pool.query(query)).rows;
  const signed = (token) => `${token}.${createHmac("sha256", secret).update(token).digest("base64")}`;
  const name = (await auth.$context).authCookies.sessionToken.name;
  const sessions = await rows(`SELECT token FROM session ORDER BY length(id), id`);
  const spread = await rows(`SELECT id, "organizationId" AS organization FROM member
    WHERE "organizationId" <> 'org-0' AND role = 'member' ORDER BY split_part(id, '-', 3)::int, "organizationId"`);
  return {
    origin: baseURL,
    cookies: sessions.map(({ token }) => `${name}=${encodeURIComponent(signed(token))}`),
    large: "org-0",
    spread,
  };
}
