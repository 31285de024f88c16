from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SignedInOut")


@_attrs_define
class SignedInOut:
    """How the user signed in.

    Attributes:
        at (datetime.datetime): When the user signed in.
        fresh_until (datetime.datetime): Until when that is fresh enough for what is hard to undo, such as a transfer of
            ownership; then those ask for a new
            sign-in.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: sess_01h455vb4pex5vsknk084sn02q.
        methods (list[str]): How: `password`, `totp`, `recovery_code`, `passkey`, `provider`, `account_sso`.
    """

    at: datetime.datetime
    fresh_until: datetime.datetime
    id: str
    methods: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        fresh_until = self.fresh_until.isoformat()

        id = self.id

        methods = self.methods

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "fresh_until": fresh_until,
                "id": id,
                "methods": methods,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        fresh_until = datetime.datetime.fromisoformat(d.pop("fresh_until"))

        id = d.pop("id")

        methods = cast(list[str], d.pop("methods"))

        signed_in_out = cls(
            at=at,
            fresh_until=fresh_until,
            id=id,
            methods=methods,
        )

        signed_in_out.additional_properties = d
        return signed_in_out

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
