from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resource_ref_in import ResourceRefIn


T = TypeVar("T", bound="GrantIn")


@_attrs_define
class GrantIn:
    """A role for a member at one resource, which covers everything below it.

    Example:
        {'expires_at': '2027-12-31T00:00:00Z', 'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'},
            'role': 'developer'}

    Attributes:
        role (str): The role.
        expires_at (datetime.datetime | None | Unset): No longer in force from here on; for good without it.
        id (None | str | Unset): Taken and not looked at: a grant keeps its id as long as its role and its resource stay
            the same.
        resource (None | ResourceRefIn | Unset): Where; the account itself without it.
        starts_at (datetime.datetime | None | Unset): In force from here on; at once without it.
    """

    role: str
    expires_at: datetime.datetime | None | Unset = UNSET
    id: None | str | Unset = UNSET
    resource: None | ResourceRefIn | Unset = UNSET
    starts_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.resource_ref_in import ResourceRefIn

        role = self.role

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        id: None | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        resource: dict[str, Any] | None | Unset
        if isinstance(self.resource, Unset):
            resource = UNSET
        elif isinstance(self.resource, ResourceRefIn):
            resource = self.resource.to_dict()
        else:
            resource = self.resource

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
            }
        )
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at
        if id is not UNSET:
            field_dict["id"] = id
        if resource is not UNSET:
            field_dict["resource"] = resource
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_in import ResourceRefIn

        d = dict(src_dict)
        role = d.pop("role")

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        def _parse_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        id = _parse_id(d.pop("id", UNSET))

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

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("starts_at", UNSET))

        grant_in = cls(
            role=role,
            expires_at=expires_at,
            id=id,
            resource=resource,
            starts_at=starts_at,
        )

        return grant_in
