from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.passkey_challenge_out_options_type_0 import (
        PasskeyChallengeOutOptionsType0,
    )


T = TypeVar("T", bound="PasskeyChallengeOut")


@_attrs_define
class PasskeyChallengeOut:
    """What a browser is to be asked. It is shown once: a repeated request gets nulls.

    Example:
        {'challenge': 'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'options': {'allowCredentials': [],
            'challenge': 'Vs4rm8Zl1x0pN2qT5uYwJcGdK7hBfE3aLvXo6iRnMzk', 'rpId': 'accounts.example.com', 'timeout': 300000,
            'userVerification': 'required'}}

    Attributes:
        challenge (None | str): What the answer is sent with. It is good once, for ten minutes.
        options (None | PasskeyChallengeOutOptionsType0): For `navigator.credentials`, once
            `PublicKeyCredential.parseCreationOptionsFromJSON` or
            `parseRequestOptionsFromJSON` has read them.
    """

    challenge: None | str
    options: None | PasskeyChallengeOutOptionsType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.passkey_challenge_out_options_type_0 import (
            PasskeyChallengeOutOptionsType0,
        )

        challenge: None | str
        challenge = self.challenge

        options: dict[str, Any] | None
        if isinstance(self.options, PasskeyChallengeOutOptionsType0):
            options = self.options.to_dict()
        else:
            options = self.options

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "challenge": challenge,
                "options": options,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.passkey_challenge_out_options_type_0 import (
            PasskeyChallengeOutOptionsType0,
        )

        d = dict(src_dict)

        def _parse_challenge(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        challenge = _parse_challenge(d.pop("challenge"))

        def _parse_options(data: object) -> None | PasskeyChallengeOutOptionsType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                options_type_0 = PasskeyChallengeOutOptionsType0.from_dict(data)

                return options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PasskeyChallengeOutOptionsType0, data)

        options = _parse_options(d.pop("options"))

        passkey_challenge_out = cls(
            challenge=challenge,
            options=options,
        )

        passkey_challenge_out.additional_properties = d
        return passkey_challenge_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
