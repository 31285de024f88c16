from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.grant_in import GrantIn


T = TypeVar("T", bound="InvitationIn")


@_attrs_define
class InvitationIn:
    """An invitation to be made.

    Example:
        {'email': 'charles@example.com', 'first_name': 'Charles', 'grants': [{'role': 'developer'}]}

    Attributes:
        email (str): Who is invited.
        first_name (None | str | Unset): What the mail calls them.
        grants (list[GrantIn] | None | Unset): What they will hold: only roles that may be put into an invitation. None
            without it.
    """

    email: str
    first_name: None | str | Unset = UNSET
    grants: list[GrantIn] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        first_name: None | str | Unset
        if isinstance(self.first_name, Unset):
            first_name = UNSET
        else:
            first_name = self.first_name

        grants: list[dict[str, Any]] | None | Unset
        if isinstance(self.grants, Unset):
            grants = UNSET
        elif isinstance(self.grants, list):
            grants = []
            for grants_type_0_item_data in self.grants:
                grants_type_0_item = grants_type_0_item_data.to_dict()
                grants.append(grants_type_0_item)

        else:
            grants = self.grants

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if grants is not UNSET:
            field_dict["grants"] = grants

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.grant_in import GrantIn

        d = dict(src_dict)
        email = d.pop("email")

        def _parse_first_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        first_name = _parse_first_name(d.pop("first_name", UNSET))

        def _parse_grants(data: object) -> list[GrantIn] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                grants_type_0 = []
                _grants_type_0 = data
                for grants_type_0_item_data in _grants_type_0:
                    grants_type_0_item = GrantIn.from_dict(grants_type_0_item_data)

                    grants_type_0.append(grants_type_0_item)

                return grants_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[GrantIn] | None | Unset, data)

        grants = _parse_grants(d.pop("grants", UNSET))

        invitation_in = cls(
            email=email,
            first_name=first_name,
            grants=grants,
        )

        return invitation_in
