from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ConnectionOut")


@_attrs_define
class ConnectionOut:
    """A connection to an identity provider.

    Example:
        {'client_id': 'bailiwick', 'created_at': '2027-01-15T08:00:00Z', 'default_role': 'member', 'issuer':
            'https://id.acme.example', 'redirect_uri':
            'https://accounts.example.com/v1/sso/accounts/acct_01h455vb4pex5vsknk084sn02q/callback', 'start_url':
            'https://accounts.example.com/v1/sso/accounts/acct_01h455vb4pex5vsknk084sn02q/start', 'strict': False}

    Attributes:
        client_id (str): The client's id there.
        created_at (datetime.datetime): When it was made.
        default_role (None | str): The role that newcomers get at the account.
        issuer (str): The issuer's URL.
        redirect_uri (str): What to register as the redirect URI at the identity provider.
        start_url (str): Where members begin to sign in.
        strict (bool): Whether members must come through it, owners excepted.
    """

    client_id: str
    created_at: datetime.datetime
    default_role: None | str
    issuer: str
    redirect_uri: str
    start_url: str
    strict: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = self.client_id

        created_at = self.created_at.isoformat()

        default_role: None | str
        default_role = self.default_role

        issuer = self.issuer

        redirect_uri = self.redirect_uri

        start_url = self.start_url

        strict = self.strict

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "created_at": created_at,
                "default_role": default_role,
                "issuer": issuer,
                "redirect_uri": redirect_uri,
                "start_url": start_url,
                "strict": strict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        client_id = d.pop("client_id")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_default_role(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        default_role = _parse_default_role(d.pop("default_role"))

        issuer = d.pop("issuer")

        redirect_uri = d.pop("redirect_uri")

        start_url = d.pop("start_url")

        strict = d.pop("strict")

        connection_out = cls(
            client_id=client_id,
            created_at=created_at,
            default_role=default_role,
            issuer=issuer,
            redirect_uri=redirect_uri,
            start_url=start_url,
            strict=strict,
        )

        connection_out.additional_properties = d
        return connection_out

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
