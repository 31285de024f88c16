"""A mail server for tests: aiosmtpd, and what goes wrong with mail servers on cue.

Takes its options from the command line and listens on a free port. Prints a JSON object a line: first the port, then each
connection and each message that it took. The recipient's local part says how it behaves; see RECIPIENTS.
"""

import argparse
import asyncio
import email
import email.policy
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("--tls", choices=["none", "starttls", "wrapped"], default="none")
arguments.add_argument("--certificate")
arguments.add_argument("--key")
arguments.add_argument("--user")
arguments.add_argument("--password")
arguments.add_argument("--greeting-delay", type=float, default=0)
arguments.add_argument("--most-in-a-session", type=int, default=0)
options = arguments.parse_args()

RECIPIENTS = {
    "unknown": "550 5.1.1 <{address}>: no such user here",
    "greylisted": "451 4.7.1 <{address}>: try again later",
    "relaying": "554 5.7.1 <{address}>: relay access denied",
}
TEXTS = {
    "spam": "554 5.6.0 <{address}> does not want this",
    "full": "452 4.2.2 the mailbox of <{address}> is full",
}


def say(**what):
    print(json.dumps(what), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        local = address.split("@")[0]
        if local in RECIPIENTS:
            return RECIPIENTS[local].format(address=address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        local = address.split("@")[0]
        if local in TEXTS:
            return TEXTS[local].format(address=address)
        if local == "slow":
            await asyncio.sleep(60)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(
            took=address,
            sender=envelope.mail_from,
            id=message["Message-ID"],
            subject=message["Subject"],
            text=message.get_body(("plain",)).get_content(),
            html=message.get_body(("html",)).get_content(),
            ascii=envelope.content.isascii(),
            encrypted=session.ssl is not None or options.tls == "wrapped",
            user=session.auth_data.login.decode() if session.auth_data else None,
        )
        if local == "cut-after-the-dot":
            server.transport.abort()
        server.taken += 1
        return "250 OK"


class Server(SMTP):
    taken = 0

    async def _handle_client(self):
        say(connected=True)
        await asyncio.sleep(options.greeting_delay)
        await super()._handle_client()

    async def smtp_DATA(self, arg):
        if self.envelope.rcpt_tos and self.envelope.rcpt_tos[0].startswith("cut-before-the-dot"):
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            await self._reader.readline()
            self.transport.abort()
            return
        await super().smtp_DATA(arg)

    async def smtp_MAIL(self, arg):
        if options.most_in_a_session and self.taken >= options.most_in_a_session:
            await self.push("421 4.4.5 that was enough for one session")
            self.transport.close()
            return
        await super().smtp_MAIL(arg)


def authenticate(server, session, envelope, mechanism, data):
    right = data.login.decode() == options.user and data.password.decode() == options.password
    return AuthResult(success=right, handled=False, auth_data=data if right else None)


def tls_context():
    if options.tls == "none":
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(options.certificate, options.key)
    return context


async def main():
    context = tls_context()

    def server():
        return Server(
            Handler(),
            hostname="localhost",
            enable_SMTPUTF8=False,
            tls_context=context if options.tls == "starttls" else None,
            require_starttls=options.tls == "starttls",
            authenticator=authenticate if options.user else None,
            auth_required=options.user is not None,
            auth_require_tls=options.tls == "starttls",
        )

    wrapped = context if options.tls == "wrapped" else None
    listener = await asyncio.get_running_loop().create_server(server, "127.0.0.1", 0, ssl=wrapped)
    say(port=listener.sockets[0].getsockname()[1])
    await listener.serve_forever()


asyncio.run(main())
