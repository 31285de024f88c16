from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resource_ref_out import ResourceRefOut


T = TypeVar("T", bound="EffectOut")


@_attrs_define
class EffectOut:
    """A permission gained or lost at a resource and everything below.

    Attributes:
        permission (str): The permission.
        resource (ResourceRefOut): A resource by its type and id. Example: {'id': 'acct_01h455vb4pex5vsknk084sn02q',
            'type': 'account'}.
        expires_at (datetime.datetime | Unset): Until when; for good without it.
        starts_at (datetime.datetime | Unset): From when on; at once without it.
    """

    permission: str
    resource: ResourceRefOut
    expires_at: datetime.datetime | Unset = UNSET
    starts_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        permission = self.permission

        resource = self.resource.to_dict()

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

        starts_at: str | Unset = UNSET
        if not isinstance(self.starts_at, Unset):
            starts_at = self.starts_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "permission": permission,
                "resource": resource,
            }
        )
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_out import ResourceRefOut

        d = dict(src_dict)
        permission = d.pop("permission")

        resource = ResourceRefOut.from_dict(d.pop("resource"))

        _expires_at = d.pop("expires_at", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        _starts_at = d.pop("starts_at", UNSET)
        starts_at: datetime.datetime | Unset
        if isinstance(_starts_at, Unset):
            starts_at = UNSET
        else:
            starts_at = datetime.datetime.fromisoformat(_starts_at)

        effect_out = cls(
            permission=permission,
            resource=resource,
            expires_at=expires_at,
            starts_at=starts_at,
        )

        effect_out.additional_properties = d
        return effect_out

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
