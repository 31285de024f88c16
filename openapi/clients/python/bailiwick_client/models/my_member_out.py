from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.member_state import MemberState

T = TypeVar("T", bound="MyMemberOut")


@_attrs_define
class MyMemberOut:
    """One's own place in an account.

    Attributes:
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: mbr_01h455vb4pex5vsknk084sn02q.
        roles (list[str]): The roles held anywhere in the account.
        status (MemberState): Where a member stands.
    """

    id: str
    roles: list[str]
    status: MemberState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        roles = self.roles

        status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "roles": roles,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        roles = cast(list[str], d.pop("roles"))

        status = MemberState(d.pop("status"))

        my_member_out = cls(
            id=id,
            roles=roles,
            status=status,
        )

        my_member_out.additional_properties = d
        return my_member_out

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
