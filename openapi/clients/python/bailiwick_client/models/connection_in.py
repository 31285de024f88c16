from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ConnectionIn")


@_attrs_define
class ConnectionIn:
    """A connection to an identity provider that speaks OpenID Connect.

    Example:
        {'client_id': 'bailiwick', 'client_secret': 's3cr3t-of-the-client', 'default_role': 'member', 'issuer':
            'https://id.acme.example', 'strict': False}

    Attributes:
        client_id (str): The client's id there.
        issuer (str): The issuer's URL, as it names itself.
        client_secret (None | str | Unset): The client's secret there. It is not shown again; without it, the one of the
            same issuer stays.
        default_role (None | str | Unset): The role that newcomers get at the account; without it, only the invited
            become members.
        strict (bool | Unset): Whether members must come through it, owners excepted; false without it. Default: False.
    """

    client_id: str
    issuer: str
    client_secret: None | str | Unset = UNSET
    default_role: None | str | Unset = UNSET
    strict: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        issuer = self.issuer

        client_secret: None | str | Unset
        if isinstance(self.client_secret, Unset):
            client_secret = UNSET
        else:
            client_secret = self.client_secret

        default_role: None | str | Unset
        if isinstance(self.default_role, Unset):
            default_role = UNSET
        else:
            default_role = self.default_role

        strict = self.strict

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "issuer": issuer,
            }
        )
        if client_secret is not UNSET:
            field_dict["client_secret"] = client_secret
        if default_role is not UNSET:
            field_dict["default_role"] = default_role
        if strict is not UNSET:
            field_dict["strict"] = strict

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        issuer = d.pop("issuer")

        def _parse_client_secret(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        client_secret = _parse_client_secret(d.pop("client_secret", UNSET))

        def _parse_default_role(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        default_role = _parse_default_role(d.pop("default_role", UNSET))

        strict = d.pop("strict", UNSET)

        connection_in = cls(
            client_id=client_id,
            issuer=issuer,
            client_secret=client_secret,
            default_role=default_role,
            strict=strict,
        )

        return connection_in
