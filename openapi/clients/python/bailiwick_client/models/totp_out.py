from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TotpOut")


@_attrs_define
class TotpOut:
    """A secret for an authenticator app. It is shown once: a repeated request gets nulls.

    Example:
        {'otpauth_uri': 'otpauth://totp/accounts%2Eexample%2Ecom:ada%40example%2Ecom?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3T
            QOJQ&issuer=accounts%2Eexample%2Ecom&algorithm=SHA1&digits=6&period=30', 'qr':
            'data:image/svg+xml;base64,PD94bWwgdmVyc2lvbj0iMS4wIj8+', 'secret': 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'}

    Attributes:
        otpauth_uri (None | str): To be opened by an app.
        qr (None | str): The same as a QR code: a `data:` URL of an SVG image.
        secret (None | str): To be typed into an app: base32.
    """

    otpauth_uri: None | str
    qr: None | str
    secret: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        otpauth_uri: None | str
        otpauth_uri = self.otpauth_uri

        qr: None | str
        qr = self.qr

        secret: None | str
        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "otpauth_uri": otpauth_uri,
                "qr": qr,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_otpauth_uri(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        otpauth_uri = _parse_otpauth_uri(d.pop("otpauth_uri"))

        def _parse_qr(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        qr = _parse_qr(d.pop("qr"))

        def _parse_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        secret = _parse_secret(d.pop("secret"))

        totp_out = cls(
            otpauth_uri=otpauth_uri,
            qr=qr,
            secret=secret,
        )

        totp_out.additional_properties = d
        return totp_out

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
