from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="TransferIn")


@_attrs_define
class TransferIn:
    """A transfer of ownership.

    Example:
        {'keep_roles': ['admin'], 'member': 'mbr_01h455vb4pex5vsknk084sn02r'}

    Attributes:
        member (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        keep_roles (list[str] | Unset): The roles, at the account, that the former owner holds afterwards.
    """

    member: str
    keep_roles: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        member = self.member

        keep_roles: list[str] | Unset = UNSET
        if not isinstance(self.keep_roles, Unset):
            keep_roles = self.keep_roles

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "member": member,
            }
        )
        if keep_roles is not UNSET:
            field_dict["keep_roles"] = keep_roles

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        member = d.pop("member")

        keep_roles = cast(list[str], d.pop("keep_roles", UNSET))

        transfer_in = cls(
            member=member,
            keep_roles=keep_roles,
        )

        return transfer_in
