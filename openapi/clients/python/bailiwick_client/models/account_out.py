from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account_kind import AccountKind
from ..models.account_state import AccountState

T = TypeVar("T", bound="AccountOut")


@_attrs_define
class AccountOut:
    """An account.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'id': 'acct_01h455vb4pex5vsknk084sn02q', 'kind': 'organization',
            'legal_name': 'Analytical Engines Ltd', 'mcp_access': False, 'name': 'Engines', 'region': None,
            'require_two_factor': False, 'role_model': 'ably', 'role_model_version': 1, 'status': 'active'}

    Attributes:
        created_at (datetime.datetime): When it was made.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: acct_01h455vb4pex5vsknk084sn02q.
        kind (AccountKind): What an account is for.
        legal_name (None | str): The company's name in law.
        mcp_access (bool): Whether agents may use it over MCP.
        name (str): What people call it.
        region (None | str): Where its data is to be kept.
        require_two_factor (bool): Whether its members need a second factor.
        role_model (str): The role model that it follows.
        role_model_version (int): That model's version.
        status (AccountState): Whether an account is in use. A closed one allows nothing.
    """

    created_at: datetime.datetime
    id: str
    kind: AccountKind
    legal_name: None | str
    mcp_access: bool
    name: str
    region: None | str
    require_two_factor: bool
    role_model: str
    role_model_version: int
    status: AccountState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = self.id

        kind = self.kind.value

        legal_name: None | str
        legal_name = self.legal_name

        mcp_access = self.mcp_access

        name = self.name

        region: None | str
        region = self.region

        require_two_factor = self.require_two_factor

        role_model = self.role_model

        role_model_version = self.role_model_version

        status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "id": id,
                "kind": kind,
                "legal_name": legal_name,
                "mcp_access": mcp_access,
                "name": name,
                "region": region,
                "require_two_factor": require_two_factor,
                "role_model": role_model,
                "role_model_version": role_model_version,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        id = d.pop("id")

        kind = AccountKind(d.pop("kind"))

        def _parse_legal_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        legal_name = _parse_legal_name(d.pop("legal_name"))

        mcp_access = d.pop("mcp_access")

        name = d.pop("name")

        def _parse_region(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        region = _parse_region(d.pop("region"))

        require_two_factor = d.pop("require_two_factor")

        role_model = d.pop("role_model")

        role_model_version = d.pop("role_model_version")

        status = AccountState(d.pop("status"))

        account_out = cls(
            created_at=created_at,
            id=id,
            kind=kind,
            legal_name=legal_name,
            mcp_access=mcp_access,
            name=name,
            region=region,
            require_two_factor=require_two_factor,
            role_model=role_model,
            role_model_version=role_model_version,
            status=status,
        )

        account_out.additional_properties = d
        return account_out

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
