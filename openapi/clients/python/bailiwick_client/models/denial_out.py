from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.item_error_out import ItemErrorOut
    from ..models.resource_ref_out import ResourceRefOut


T = TypeVar("T", bound="DenialOut")


@_attrs_define
class DenialOut:
    """Why something is not allowed.

    Attributes:
        code (str): The reason's stable code.
        reference (str): What the log knows this denial by.
        error (ItemErrorOut | Unset): What is wrong with an item of a batch.
        permission (str | Unset): The permission that was asked for.
        resource (ResourceRefOut | Unset): A resource by its type and id. Example: {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}.
    """

    code: str
    reference: str
    error: ItemErrorOut | Unset = UNSET
    permission: str | Unset = UNSET
    resource: ResourceRefOut | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        reference = self.reference

        error: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error, Unset):
            error = self.error.to_dict()

        permission = self.permission

        resource: dict[str, Any] | Unset = UNSET
        if not isinstance(self.resource, Unset):
            resource = self.resource.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "reference": reference,
            }
        )
        if error is not UNSET:
            field_dict["error"] = error
        if permission is not UNSET:
            field_dict["permission"] = permission
        if resource is not UNSET:
            field_dict["resource"] = resource

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.item_error_out import ItemErrorOut
        from ..models.resource_ref_out import ResourceRefOut

        d = dict(src_dict)
        code = d.pop("code")

        reference = d.pop("reference")

        _error = d.pop("error", UNSET)
        error: ItemErrorOut | Unset
        if isinstance(_error, Unset):
            error = UNSET
        else:
            error = ItemErrorOut.from_dict(_error)

        permission = d.pop("permission", UNSET)

        _resource = d.pop("resource", UNSET)
        resource: ResourceRefOut | Unset
        if isinstance(_resource, Unset):
            resource = UNSET
        else:
            resource = ResourceRefOut.from_dict(_resource)

        denial_out = cls(
            code=code,
            reference=reference,
            error=error,
            permission=permission,
            resource=resource,
        )

        denial_out.additional_properties = d
        return denial_out

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
