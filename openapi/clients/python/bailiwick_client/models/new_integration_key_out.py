from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NewIntegrationKeyOut")


@_attrs_define
class NewIntegrationKeyOut:
    """A new key of a service integration, with its text. That is shown once: a repeated request gets null.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'expires_at': '2027-04-15T08:00:00Z', 'id':
            'key_01h455vb4pex5vsknk084sn02q', 'name': 'CI', 'secret':
            'bwk_01h455vb4pex5vsknk084sn02q_00000000000000000000000000000000000000000000000000000_0000000'}

    Attributes:
        created_at (datetime.datetime): When it was made.
        expires_at (datetime.datetime | None): When it expires; null for never.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: key_01h455vb4pex5vsknk084sn02q.
        name (str): What people call it.
        secret (None | str): What is sent as `Authorization: Bearer`.
    """

    created_at: datetime.datetime
    expires_at: datetime.datetime | None
    id: str
    name: str
    secret: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        id = self.id

        name = self.name

        secret: None | str
        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "expires_at": expires_at,
                "id": id,
                "name": name,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        id = d.pop("id")

        name = d.pop("name")

        def _parse_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        secret = _parse_secret(d.pop("secret"))

        new_integration_key_out = cls(
            created_at=created_at,
            expires_at=expires_at,
            id=id,
            name=name,
            secret=secret,
        )

        new_integration_key_out.additional_properties = d
        return new_integration_key_out

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
