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
    """A question about a member or a service integration.

    Example:
        {'member': 'mbr_01h455vb4pex5vsknk084sn02q', 'permission': 'member.invite', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}}

    Attributes:
        permission (str): What.
        integration (None | str | Unset): Which service integration; either this or `member`.
        member (None | str | Unset): Who; either this or `integration`.
        resource (None | ResourceRefIn | Unset): Where; the account itself without it.
    """

    permission: str
    integration: None | str | Unset = UNSET
    member: None | str | Unset = UNSET
    resource: None | ResourceRefIn | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.resource_ref_in import ResourceRefIn

        permission = self.permission

        integration: None | str | Unset
        if isinstance(self.integration, Unset):
            integration = UNSET
        else:
            integration = self.integration

        member: None | str | Unset
        if isinstance(self.member, Unset):
            member = UNSET
        else:
            member = self.member

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
                "permission": permission,
            }
        )
        if integration is not UNSET:
            field_dict["integration"] = integration
        if member is not UNSET:
            field_dict["member"] = member
        if resource is not UNSET:
            field_dict["resource"] = resource

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_in import ResourceRefIn

        d = dict(src_dict)
        permission = d.pop("permission")

        def _parse_integration(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        integration = _parse_integration(d.pop("integration", UNSET))

        def _parse_member(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        member = _parse_member(d.pop("member", UNSET))

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
            permission=permission,
            integration=integration,
            member=member,
            resource=resource,
        )

        return explain_in
