from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resource_ref_in import ResourceRefIn


T = TypeVar("T", bound="ExplainIn")


@_attrs_define
class ExplainIn:
    """A question about a member.

    Example:
        {'member': 'mbr_01h455vb4pex5vsknk084sn02q', 'permission': 'member.invite', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}}

    Attributes:
        member (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        permission (str): What.
        resource (None | ResourceRefIn | Unset): Where; the account itself without it.
    """

    member: str
    permission: str
    resource: None | ResourceRefIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.resource_ref_in import ResourceRefIn

        member = self.member

        permission = self.permission

        resource: dict[str, Any] | None | Unset
        if isinstance(self.resource, Unset):
            resource = UNSET
        elif isinstance(self.resource, ResourceRefIn):
            resource = self.resource.to_dict()
        else:
            resource = self.resource

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "member": member,
                "permission": permission,
            }
        )
        if resource is not UNSET:
            field_dict["resource"] = resource

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_in import ResourceRefIn

        d = dict(src_dict)
        member = d.pop("member")

        permission = d.pop("permission")

        def _parse_resource(data: object) -> None | ResourceRefIn | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                resource_type_1 = ResourceRefIn.from_dict(data)

                return resource_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResourceRefIn | Unset, data)

        resource = _parse_resource(d.pop("resource", UNSET))

        explain_in = cls(
            member=member,
            permission=permission,
            resource=resource,
        )

        return explain_in
