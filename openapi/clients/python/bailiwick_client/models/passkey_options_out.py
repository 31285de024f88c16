from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.passkey_options_out_options_type_0 import (
        PasskeyOptionsOutOptionsType0,
    )


T = TypeVar("T", bound="PasskeyOptionsOut")


@_attrs_define
class PasskeyOptionsOut:
    """What a browser is to be asked.

    Example:
        {'options': {'allowCredentials': [{'id': 'gX0XKgKhviEAq4jJuAI0oQ', 'type': 'public-key'}], 'challenge':
            'Vs4rm8Zl1x0pN2qT5uYwJcGdK7hBfE3aLvXo6iRnMzk', 'rpId': 'accounts.example.com', 'timeout': 300000,
            'userVerification': 'required'}}

    Attributes:
        options (None | PasskeyOptionsOutOptionsType0): For `navigator.credentials.get`, once
            `PublicKeyCredential.parseRequestOptionsFromJSON` has read them.
    """

    options: None | PasskeyOptionsOutOptionsType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.passkey_options_out_options_type_0 import (
            PasskeyOptionsOutOptionsType0,
        )

        options: dict[str, Any] | None
        if isinstance(self.options, PasskeyOptionsOutOptionsType0):
            options = self.options.to_dict()
        else:
            options = self.options

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "options": options,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.passkey_options_out_options_type_0 import (
            PasskeyOptionsOutOptionsType0,
        )

        d = dict(src_dict)

        def _parse_options(data: object) -> None | PasskeyOptionsOutOptionsType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                options_type_0 = PasskeyOptionsOutOptionsType0.from_dict(data)

                return options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PasskeyOptionsOutOptionsType0, data)

        options = _parse_options(d.pop("options"))

        passkey_options_out = cls(
            options=options,
        )

        passkey_options_out.additional_properties = d
        return passkey_options_out

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
