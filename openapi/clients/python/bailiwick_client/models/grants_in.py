from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.grant_in import GrantIn


T = TypeVar("T", bound="GrantsIn")


@_attrs_define
class GrantsIn:
    """The whole set that a member is to hold.

    Example:
        {'grants': [{'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'developer'}]}

    Attributes:
        grants (list[GrantIn]): The grants; what is not among them is taken away.
    """

    grants: list[GrantIn]

    def to_dict(self) -> dict[str, Any]:
        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "grants": grants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.grant_in import GrantIn

        d = dict(src_dict)
        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantIn.from_dict(grants_item_data)

            grants.append(grants_item)

        grants_in = cls(
            grants=grants,
        )

        return grants_in
