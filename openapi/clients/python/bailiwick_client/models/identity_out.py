from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="IdentityOut")


@_attrs_define
class IdentityOut:
    """A provider by which one signs in.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com', 'last_used_at': '2027-01-15T08:00:00Z',
            'provider': 'google'}

    Attributes:
        created_at (datetime.datetime): When it was added.
        email (None | str): The address that the provider last told.
        last_used_at (datetime.datetime): When it was last signed in with, or added.
        provider (str): The provider.
    """

    created_at: datetime.datetime
    email: None | str
    last_used_at: datetime.datetime
    provider: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        email: None | str
        email = self.email

        last_used_at = self.last_used_at.isoformat()

        provider = self.provider

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "email": email,
                "last_used_at": last_used_at,
                "provider": provider,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        last_used_at = datetime.datetime.fromisoformat(d.pop("last_used_at"))

        provider = d.pop("provider")

        identity_out = cls(
            created_at=created_at,
            email=email,
            last_used_at=last_used_at,
            provider=provider,
        )

        identity_out.additional_properties = d
        return identity_out

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
