from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.grant_in import GrantIn


T = TypeVar("T", bound="IntegrationIn")


@_attrs_define
class IntegrationIn:
    """A new service integration.

    Example:
        {'grants': [{'role': 'developer'}], 'name': 'Deploy'}

    Attributes:
        name (str): What people call it.
        grants (list[GrantIn] | Unset): What it holds: no more than the caller has.
    """

    name: str
    grants: list[GrantIn] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        grants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.grants, Unset):
            grants = []
            for grants_item_data in self.grants:
                grants_item = grants_item_data.to_dict()
                grants.append(grants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if grants is not UNSET:
            field_dict["grants"] = grants

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.grant_in import GrantIn

        d = dict(src_dict)
        name = d.pop("name")

        _grants = d.pop("grants", UNSET)
        grants: list[GrantIn] | Unset = UNSET
        if _grants is not UNSET:
            grants = []
            for grants_item_data in _grants:
                grants_item = GrantIn.from_dict(grants_item_data)

                grants.append(grants_item)

        integration_in = cls(
            name=name,
            grants=grants,
        )

        return integration_in
