from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResourceRefIn")


@_attrs_define
class ResourceRefIn:
    """A resource by its type and id.

    Example:
        {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}

    Attributes:
        id (str): Its id.
        type_ (str): Its type: `account`, `app`, `keyset`, or one that the role model declares.
    """

    id: str
    type_: str

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        type_ = d.pop("type")

        resource_ref_in = cls(
            id=id,
            type_=type_,
        )

        return resource_ref_in
