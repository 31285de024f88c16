from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.provider_kind import ProviderKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="ConnectionIn")


@_attrs_define
class ConnectionIn:
    """A connection to an identity provider: by OpenID Connect with `issuer`, `client_id` and `client_secret`; or by SAML
    2.0 with
    `issuer`, `sso_url` and `certificates`, or with `metadata`, which holds the three.

        Example:
            {'client_id': 'bailiwick', 'client_secret': 's3cr3t-of-the-client', 'default_role': 'member', 'issuer':
                'https://id.acme.example', 'strict': False}

        Attributes:
            certificates (list[str] | None | Unset): The certificates in PEM of the keys that a SAML provider signs its
                assertions by: one, or up to three while they change.
            client_id (None | str | Unset): The client's id at an OpenID provider.
            client_secret (None | str | Unset): The client's secret there. It is not shown again; without it, the one of the
                same issuer stays.
            default_role (None | str | Unset): The role that newcomers get at the account; without it, only the invited
                become members.
            issuer (None | str | Unset): What the provider calls itself: the issuer's URL, or its entity id.
            kind (ProviderKind | Unset): What an identity provider speaks. Default: ProviderKind.OIDC.
            metadata (None | str | Unset): A SAML provider's metadata, an XML document.
            sso_url (None | str | Unset): Where a SAML provider's sign-in begins, by the binding HTTP-Redirect.
            strict (bool | Unset): Whether members must come through it, owners excepted; false without it. Default: False.
    """

    certificates: list[str] | None | Unset = UNSET
    client_id: None | str | Unset = UNSET
    client_secret: None | str | Unset = UNSET
    default_role: None | str | Unset = UNSET
    issuer: None | str | Unset = UNSET
    kind: ProviderKind | Unset = ProviderKind.OIDC
    metadata: None | str | Unset = UNSET
    sso_url: None | str | Unset = UNSET
    strict: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        certificates: list[str] | None | Unset
        if isinstance(self.certificates, Unset):
            certificates = UNSET
        elif isinstance(self.certificates, list):
            certificates = self.certificates

        else:
            certificates = self.certificates

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        else:
            client_id = self.client_id

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

        issuer: None | str | Unset
        if isinstance(self.issuer, Unset):
            issuer = UNSET
        else:
            issuer = self.issuer

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        metadata: None | str | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        else:
            metadata = self.metadata

        sso_url: None | str | Unset
        if isinstance(self.sso_url, Unset):
            sso_url = UNSET
        else:
            sso_url = self.sso_url

        strict = self.strict

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if certificates is not UNSET:
            field_dict["certificates"] = certificates
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if client_secret is not UNSET:
            field_dict["client_secret"] = client_secret
        if default_role is not UNSET:
            field_dict["default_role"] = default_role
        if issuer is not UNSET:
            field_dict["issuer"] = issuer
        if kind is not UNSET:
            field_dict["kind"] = kind
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if sso_url is not UNSET:
            field_dict["sso_url"] = sso_url
        if strict is not UNSET:
            field_dict["strict"] = strict

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_certificates(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                certificates_type_0 = cast(list[str], data)

                return certificates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        certificates = _parse_certificates(d.pop("certificates", UNSET))

        def _parse_client_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

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

        def _parse_issuer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        issuer = _parse_issuer(d.pop("issuer", UNSET))

        _kind = d.pop("kind", UNSET)
        kind: ProviderKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = ProviderKind(_kind)

        def _parse_metadata(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        def _parse_sso_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sso_url = _parse_sso_url(d.pop("sso_url", UNSET))

        strict = d.pop("strict", UNSET)

        connection_in = cls(
            certificates=certificates,
            client_id=client_id,
            client_secret=client_secret,
            default_role=default_role,
            issuer=issuer,
            kind=kind,
            metadata=metadata,
            sso_url=sso_url,
            strict=strict,
        )

        return connection_in
