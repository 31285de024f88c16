from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resource_ref_in import ResourceRefIn


T = TypeVar("T", bound="ResourceIn")


@_attrs_define
class ResourceIn:
    """A resource to be registered.

    Example:
        {'name': 'Sales', 'parent': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type': 'app'}}

    Attributes:
        parent (ResourceRefIn): A resource by its type and id. Example: {'id': 'acct_01h455vb4pex5vsknk084sn02q',
            'type': 'account'}.
        name (None | str | Unset): What people call it.
    """

    parent: ResourceRefIn
    name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        parent = self.parent.to_dict()

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parent": parent,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resource_ref_in import ResourceRefIn

        d = dict(src_dict)
        parent = ResourceRefIn.from_dict(d.pop("parent"))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        resource_in = cls(
            parent=parent,
            name=name,
        )

        return resource_in
