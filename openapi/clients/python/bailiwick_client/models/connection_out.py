from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.provider_kind import ProviderKind

T = TypeVar("T", bound="ConnectionOut")


@_attrs_define
class ConnectionOut:
    """A connection to an identity provider.

    Example:
        {'acs_url': None, 'by_owner': True, 'certificates': [], 'client_id': 'bailiwick', 'created_at':
            '2027-01-15T08:00:00Z', 'default_role': 'member', 'entity_id': None, 'issuer': 'https://id.acme.example',
            'kind': 'oidc', 'redirect_uri':
            'https://accounts.example.com/v1/sso/accounts/acct_01h455vb4pex5vsknk084sn02q/callback', 'sso_url': None,
            'start_url': 'https://accounts.example.com/v1/sso/accounts/acct_01h455vb4pex5vsknk084sn02q/start', 'strict':
            False}

    Attributes:
        acs_url (None | str): Where a SAML provider posts its answers: the assertion consumer service.
        by_owner (bool): Whether an owner chose the provider, and owners may come through it.
        certificates (list[str]): The certificates in PEM of the keys that a SAML provider signs by.
        client_id (None | str): The client's id at an OpenID provider.
        created_at (datetime.datetime): When it was made.
        default_role (None | str): The role that newcomers get at the account.
        entity_id (None | str): By what a SAML provider knows this service, which is also where our metadata is read.
        issuer (str): What the provider calls itself: the issuer's URL, or its entity id.
        kind (ProviderKind): What an identity provider speaks.
        redirect_uri (None | str): What to register as the redirect URI at an OpenID provider.
        sso_url (None | str): Where a SAML provider's sign-in begins.
        start_url (str): Where members begin to sign in.
        strict (bool): Whether members must come through it, owners excepted.
    """

    acs_url: None | str
    by_owner: bool
    certificates: list[str]
    client_id: None | str
    created_at: datetime.datetime
    default_role: None | str
    entity_id: None | str
    issuer: str
    kind: ProviderKind
    redirect_uri: None | str
    sso_url: None | str
    start_url: str
    strict: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acs_url: None | str
        acs_url = self.acs_url

        by_owner = self.by_owner

        certificates = self.certificates

        client_id: None | str
        client_id = self.client_id

        created_at = self.created_at.isoformat()

        default_role: None | str
        default_role = self.default_role

        entity_id: None | str
        entity_id = self.entity_id

        issuer = self.issuer

        kind = self.kind.value

        redirect_uri: None | str
        redirect_uri = self.redirect_uri

        sso_url: None | str
        sso_url = self.sso_url

        start_url = self.start_url

        strict = self.strict

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acs_url": acs_url,
                "by_owner": by_owner,
                "certificates": certificates,
                "client_id": client_id,
                "created_at": created_at,
                "default_role": default_role,
                "entity_id": entity_id,
                "issuer": issuer,
                "kind": kind,
                "redirect_uri": redirect_uri,
                "sso_url": sso_url,
                "start_url": start_url,
                "strict": strict,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_acs_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        acs_url = _parse_acs_url(d.pop("acs_url"))

        by_owner = d.pop("by_owner")

        certificates = cast(list[str], d.pop("certificates"))

        def _parse_client_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        client_id = _parse_client_id(d.pop("client_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_default_role(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        default_role = _parse_default_role(d.pop("default_role"))

        def _parse_entity_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        entity_id = _parse_entity_id(d.pop("entity_id"))

        issuer = d.pop("issuer")

        kind = ProviderKind(d.pop("kind"))

        def _parse_redirect_uri(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        redirect_uri = _parse_redirect_uri(d.pop("redirect_uri"))

        def _parse_sso_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sso_url = _parse_sso_url(d.pop("sso_url"))

        start_url = d.pop("start_url")

        strict = d.pop("strict")

        connection_out = cls(
            acs_url=acs_url,
            by_owner=by_owner,
            certificates=certificates,
            client_id=client_id,
            created_at=created_at,
            default_role=default_role,
            entity_id=entity_id,
            issuer=issuer,
            kind=kind,
            redirect_uri=redirect_uri,
            sso_url=sso_url,
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
