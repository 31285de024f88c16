from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.account_kind import AccountKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="AccountIn")


@_attrs_define
class AccountIn:
    """A new account.

    Example:
        {'kind': 'organization', 'name': 'Engines', 'role_model': 'ably'}

    Attributes:
        name (str): What people call it.
        kind (AccountKind | None | Unset): What it is for: `organization` without it. A user has at most one `personal`
            account.
        role_model (None | str | Unset): Its role model; `standard` without it.
    """

    name: str
    kind: AccountKind | None | Unset = UNSET
    role_model: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, AccountKind):
            kind = self.kind.value
        else:
            kind = self.kind

        role_model: None | str | Unset
        if isinstance(self.role_model, Unset):
            role_model = UNSET
        else:
            role_model = self.role_model

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if role_model is not UNSET:
            field_dict["role_model"] = role_model

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_kind(data: object) -> AccountKind | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_1 = AccountKind(data)

                return kind_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccountKind | None | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))

        def _parse_role_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        role_model = _parse_role_model(d.pop("role_model", UNSET))

        account_in = cls(
            name=name,
            kind=kind,
            role_model=role_model,
        )

        return account_in
