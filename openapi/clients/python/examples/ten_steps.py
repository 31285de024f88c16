"""The README's ten steps. It needs a server whose mails are files:
BAILIWICK_URL, BAILIWICK_MAILS (the folder), BAILIWICK_PLATFORM_KEY (`bailiwick platform-key create --name NAME`)."""

import re
import time
from os import environ
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from bailiwick_client import AuthenticatedClient, Client
from bailiwick_client.api.access import evaluate, explain_access
from bailiwick_client.api.apps import create_app
from bailiwick_client.api.invitations import accept_invitation, create_invitation
from bailiwick_client.api.members import preview_grants, put_grants
from bailiwick_client.api.users import sign_up
from bailiwick_client.models import (
    AcceptIn,
    AccessAction,
    AccessEntity,
    AppIn,
    EvaluationRequest,
    ExplainIn,
    GrantIn,
    GrantsIn,
    InvitationIn,
    Problem,
    ResourceRefIn,
    SignUpIn,
)


T = TypeVar("T")


def done(answer: T | Problem | None) -> T:
    """The answer; a refusal ends the program."""
    if isinstance(answer, Problem):
        raise SystemExit(f"{answer.status} {answer.code}: {answer.detail}")
    assert answer is not None
    return answer


def mailed_token(address: str) -> str:
    """The token of the link in the mail to an address, once it is there."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for mail in Path(environ["BAILIWICK_MAILS"]).glob("*.eml"):
            text = mail.read_text()
            token = re.search(r"accept\?token=([\w-]+)", text)
            if token and f"To: {address}" in text:
                return token[1]
        time.sleep(0.1)
    raise SystemExit(f"no mail to {address} came")


url = environ["BAILIWICK_URL"]
run = uuid4().hex
bobs_address = f"bob-{run}@example.com"
anyone = Client(url, timeout=30)

# 1. Ada signs up: a user, an account under the role model `pubnub`, a session
adas_sign_up = SignUpIn(
    email=f"ada-{run}@example.com",
    password="correct horse",
    name="Ada",
    account_name="Acme",
    role_model="pubnub",
)
made = done(sign_up.sync(client=anyone, body=adas_sign_up))
ada = AuthenticatedClient(url, token=made.session.token or "", timeout=30)
acct = made.account.id

# 2. She makes an app
app = done(create_app.sync(acct, client=ada, body=AppIn(name="Chat")))
resource = ResourceRefIn(type_="app", id=app.id)

# 3. She invites Bob to view it
invitation = InvitationIn(
    email=bobs_address, first_name="Bob", grants=[GrantIn(role="app-viewer", resource=resource)]
)
done(create_invitation.sync(acct, client=ada, body=invitation))

# 4. Bob reads his mail
token = mailed_token(bobs_address)

# 5. and accepts
acceptance = AcceptIn(token=token, name="Bob", password="battery staple")
bob = done(accept_invitation.sync(client=anyone, body=acceptance)).member

# 6. What would change if Bob became the app's admin?
grants = GrantsIn(grants=[GrantIn(role="app-admin", resource=resource)])
preview = done(preview_grants.sync(acct, bob.id, client=ada, body=grants))
assert any(gain.permission == "key.manage" for gain in preview.gains)

# 7. Make him that
done(put_grants.sync(acct, bob.id, client=ada, body=grants))

# 8. Your product's back end gets a key
back_end = AuthenticatedClient(url, token=environ["BAILIWICK_PLATFORM_KEY"], timeout=30)

# 9. and asks: may Bob manage keys in this app?
assert bob.user is not None
question = EvaluationRequest(
    subject=AccessEntity(type_="user", id=bob.user.id),
    action=AccessAction(name="key.manage"),
    resource=AccessEntity(type_="app", id=app.id),
)
assert done(evaluate.sync(client=back_end, body=question)).decision

# 10. Why?
about = ExplainIn(member=bob.id, permission="key.manage", resource=resource)
why = done(explain_access.sync(acct, client=ada, body=about))
assert why.because[0].role_path[0] == "app-admin"

# And a refusal is typed: the address is taken.
again = sign_up.sync(client=anyone, body=adas_sign_up)
assert isinstance(again, Problem) and again.code == "email_taken"

print(f"Bob may manage keys in {app.name}, by {' → '.join(why.because[0].role_path)}")
