from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="IdentityStartIn")


@_attrs_define
class IdentityStartIn:
    """Where the browser goes in the end.

    Example:
        {'code_challenge': 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'return_to':
            'https://accounts.example.com/profile'}

    Attributes:
        code_challenge (str): The SHA-256 of a random verifier, in base64url without padding.
        return_to (str): A URL of this service or of one of its `cors_origins`. There it has `#code=…`, or `#error=…`.
    """

    code_challenge: str
    return_to: str

    def to_dict(self) -> dict[str, Any]:
        code_challenge = self.code_challenge

        return_to = self.return_to

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code_challenge": code_challenge,
                "return_to": return_to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        code_challenge = d.pop("code_challenge")

        return_to = d.pop("return_to")

        identity_start_in = cls(
            code_challenge=code_challenge,
            return_to=return_to,
        )

        return identity_start_in
