from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.passkey_in_credential import PasskeyInCredential


T = TypeVar("T", bound="PasskeyIn")


@_attrs_define
class PasskeyIn:
    """A new passkey.

    Example:
        {'challenge': 'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'credential':
            {'clientExtensionResults': {}, 'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'rawId': 'gX0XKgKhviEAq4jJuAI0oQ', 'response':
            {'attestationObject': 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVkA', 'clientDataJSON':
            'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0', 'transports': ['internal']}, 'type': 'public-key'}, 'name': 'Laptop'}

    Attributes:
        challenge (str): The registration's challenge.
        credential (PasskeyInCredential): What `navigator.credentials.create` gave, by its `toJSON()`.
        name (str): What the user calls it.
    """

    challenge: str
    credential: PasskeyInCredential
    name: str

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        credential = self.credential.to_dict()

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
                "credential": credential,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.passkey_in_credential import PasskeyInCredential

        d = dict(src_dict)
        challenge = d.pop("challenge")

        credential = PasskeyInCredential.from_dict(d.pop("credential"))

        name = d.pop("name")

        passkey_in = cls(
            challenge=challenge,
            credential=credential,
            name=name,
        )

        return passkey_in
