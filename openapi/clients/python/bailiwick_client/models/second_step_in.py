from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.second_step_in_credential_type_0 import SecondStepInCredentialType0


T = TypeVar("T", bound="SecondStepIn")


@_attrs_define
class SecondStepIn:
    """The second step of a sign-in: a code of the authenticator app, a recovery code, or a passkey.

    Example:
        {'challenge': 'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'code': '287082'}

    Attributes:
        challenge (str): The challenge that the first step gave.
        code (None | str | Unset): A code of the authenticator app.
        credential (None | SecondStepInCredentialType0 | Unset): What `navigator.credentials.get` gave for
            `/v1/sessions/two-factor/passkey-options`, by its `toJSON()`.
        recovery_code (None | str | Unset): A recovery code.
    """

    challenge: str
    code: None | str | Unset = UNSET
    credential: None | SecondStepInCredentialType0 | Unset = UNSET
    recovery_code: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.second_step_in_credential_type_0 import (
            SecondStepInCredentialType0,
        )

        challenge = self.challenge

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

        credential: dict[str, Any] | None | Unset
        if isinstance(self.credential, Unset):
            credential = UNSET
        elif isinstance(self.credential, SecondStepInCredentialType0):
            credential = self.credential.to_dict()
        else:
            credential = self.credential

        recovery_code: None | str | Unset
        if isinstance(self.recovery_code, Unset):
            recovery_code = UNSET
        else:
            recovery_code = self.recovery_code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if credential is not UNSET:
            field_dict["credential"] = credential
        if recovery_code is not UNSET:
            field_dict["recovery_code"] = recovery_code

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.second_step_in_credential_type_0 import (
            SecondStepInCredentialType0,
        )

        d = dict(src_dict)
        challenge = d.pop("challenge")

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        def _parse_credential(
            data: object,
        ) -> None | SecondStepInCredentialType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                credential_type_0 = SecondStepInCredentialType0.from_dict(data)

                return credential_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SecondStepInCredentialType0 | Unset, data)

        credential = _parse_credential(d.pop("credential", UNSET))

        def _parse_recovery_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        recovery_code = _parse_recovery_code(d.pop("recovery_code", UNSET))

        second_step_in = cls(
            challenge=challenge,
            code=code,
            credential=credential,
            recovery_code=recovery_code,
        )

        return second_step_in
