from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TwoFactorOut")


@_attrs_define
class TwoFactorOut:
    """What is on.

    Example:
        {'passkeys': 1, 'recovery_codes_left': 10, 'totp_enabled_at': '2027-01-15T08:00:00Z'}

    Attributes:
        passkeys (int): How many passkeys there are.
        recovery_codes_left (int): How many recovery codes are left.
        totp_enabled_at (datetime.datetime | None): Since when an authenticator app is asked for; null when it is not.
    """

    passkeys: int
    recovery_codes_left: int
    totp_enabled_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        passkeys = self.passkeys

        recovery_codes_left = self.recovery_codes_left

        totp_enabled_at: None | str
        if isinstance(self.totp_enabled_at, datetime.datetime):
            totp_enabled_at = self.totp_enabled_at.isoformat()
        else:
            totp_enabled_at = self.totp_enabled_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "passkeys": passkeys,
                "recovery_codes_left": recovery_codes_left,
                "totp_enabled_at": totp_enabled_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        passkeys = d.pop("passkeys")

        recovery_codes_left = d.pop("recovery_codes_left")

        def _parse_totp_enabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                totp_enabled_at_type_0 = datetime.datetime.fromisoformat(data)

                return totp_enabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        totp_enabled_at = _parse_totp_enabled_at(d.pop("totp_enabled_at"))

        two_factor_out = cls(
            passkeys=passkeys,
            recovery_codes_left=recovery_codes_left,
            totp_enabled_at=totp_enabled_at,
        )

        two_factor_out.additional_properties = d
        return two_factor_out

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
