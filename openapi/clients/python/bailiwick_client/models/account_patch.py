from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AccountPatch")


@_attrs_define
class AccountPatch:
    """A change of an account. What is left out stays.

    Example:
        {'legal_name': 'Analytical Engines Ltd', 'name': 'Analytical Engines', 'region': None}

    Attributes:
        legal_name (None | str | Unset): The company's name in law; null empties it.
        mcp_access (bool | Unset): Whether agents may use it over MCP.
        name (str | Unset): What people call it.
        region (None | str | Unset): Where its data is to be kept; null empties it.
        require_two_factor (bool | Unset): Whether its members need a second factor. Needs `two_factor.enforce`, and a
            second factor of one's own.
    """

    legal_name: None | str | Unset = UNSET
    mcp_access: bool | Unset = UNSET
    name: str | Unset = UNSET
    region: None | str | Unset = UNSET
    require_two_factor: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        legal_name: None | str | Unset
        if isinstance(self.legal_name, Unset):
            legal_name = UNSET
        else:
            legal_name = self.legal_name

        mcp_access = self.mcp_access

        name = self.name

        region: None | str | Unset
        if isinstance(self.region, Unset):
            region = UNSET
        else:
            region = self.region

        require_two_factor = self.require_two_factor

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if legal_name is not UNSET:
            field_dict["legal_name"] = legal_name
        if mcp_access is not UNSET:
            field_dict["mcp_access"] = mcp_access
        if name is not UNSET:
            field_dict["name"] = name
        if region is not UNSET:
            field_dict["region"] = region
        if require_two_factor is not UNSET:
            field_dict["require_two_factor"] = require_two_factor

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_legal_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        legal_name = _parse_legal_name(d.pop("legal_name", UNSET))

        mcp_access = d.pop("mcp_access", UNSET)

        name = d.pop("name", UNSET)

        def _parse_region(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        region = _parse_region(d.pop("region", UNSET))

        require_two_factor = d.pop("require_two_factor", UNSET)

        account_patch = cls(
            legal_name=legal_name,
            mcp_access=mcp_access,
            name=name,
            region=region,
            require_two_factor=require_two_factor,
        )

        return account_patch
