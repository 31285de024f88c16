from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UserOut")


@_attrs_define
class UserOut:
    """A user.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'email': 'ada@example.com', 'email_verified': False, 'id':
            'user_01h455vb4pex5vsknk084sn02q', 'name': 'Ada Lovelace'}

    Attributes:
        created_at (datetime.datetime): When the user signed up.
        email (str): The address, by which the user signs in.
        email_verified (bool): Whether the address proved itself.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: user_01h455vb4pex5vsknk084sn02q.
        name (str): The user's name.
        email_verified_at (datetime.datetime | Unset): When the address proved itself.
    """

    created_at: datetime.datetime
    email: str
    email_verified: bool
    id: str
    name: str
    email_verified_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        email = self.email

        email_verified = self.email_verified

        id = self.id

        name = self.name

        email_verified_at: str | Unset = UNSET
        if not isinstance(self.email_verified_at, Unset):
            email_verified_at = self.email_verified_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "email": email,
                "email_verified": email_verified,
                "id": id,
                "name": name,
            }
        )
        if email_verified_at is not UNSET:
            field_dict["email_verified_at"] = email_verified_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        email = d.pop("email")

        email_verified = d.pop("email_verified")

        id = d.pop("id")

        name = d.pop("name")

        _email_verified_at = d.pop("email_verified_at", UNSET)
        email_verified_at: datetime.datetime | Unset
        if isinstance(_email_verified_at, Unset):
            email_verified_at = UNSET
        else:
            email_verified_at = datetime.datetime.fromisoformat(_email_verified_at)

        user_out = cls(
            created_at=created_at,
            email=email,
            email_verified=email_verified,
            id=id,
            name=name,
            email_verified_at=email_verified_at,
        )

        user_out.additional_properties = d
        return user_out

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
