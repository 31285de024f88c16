from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.resource_ref_out import ResourceRefOut


T = TypeVar("T", bound="GrantRefOut")


@_attrs_define
class GrantRefOut:
    """A grant by its role and resource.

    Attributes:
        resource (ResourceRefOut): A resource by its type and id. Example: {'id': 'acct_01h455vb4pex5vsknk084sn02q',
            'type': 'account'}.
        role (str): The role.
    """

    resource: ResourceRefOut
    role: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        resource = self.resource.to_dict()

        role = self.role

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "resource": resource,
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_out import ResourceRefOut

        d = dict(src_dict)
        resource = ResourceRefOut.from_dict(d.pop("resource"))

        role = d.pop("role")

        grant_ref_out = cls(
            resource=resource,
            role=role,
        )

        grant_ref_out.additional_properties = d
        return grant_ref_out

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
