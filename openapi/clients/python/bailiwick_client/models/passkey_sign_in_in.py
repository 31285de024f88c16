from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.passkey_sign_in_in_credential import PasskeySignInInCredential


T = TypeVar("T", bound="PasskeySignInIn")


@_attrs_define
class PasskeySignInIn:
    """A sign-in by a passkey.

    Example:
        {'challenge': 'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'credential':
            {'clientExtensionResults': {}, 'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'rawId': 'gX0XKgKhviEAq4jJuAI0oQ', 'response':
            {'authenticatorData': 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ', 'clientDataJSON':
            'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0', 'signature': 'MEUCIQDx', 'userHandle': 'AZZdPwwrf26gwcWxotPk9Q'}, 'type':
            'public-key'}}

    Attributes:
        challenge (str): The sign-in's challenge.
        credential (PasskeySignInInCredential): What `navigator.credentials.get` gave, by its `toJSON()`.
    """

    challenge: str
    credential: PasskeySignInInCredential

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        credential = self.credential.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
                "credential": credential,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.passkey_sign_in_in_credential import PasskeySignInInCredential

        d = dict(src_dict)
        challenge = d.pop("challenge")

        credential = PasskeySignInInCredential.from_dict(d.pop("credential"))

        passkey_sign_in_in = cls(
            challenge=challenge,
            credential=credential,
        )

        return passkey_sign_in_in
