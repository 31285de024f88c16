from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SsoCodeIn")


@_attrs_define
class SsoCodeIn:
    """What a page got in its URL's fragment, with what shows that it is the page that began.

    Example:
        {'code': 'AZZdPwwrf26gwcWxotPk9QGWXT8ML39uoMHFsaLT5PU', 'code_verifier': 'dBjftJeZ4CVP-
            mB92K27uhbUJU1p1r_wW1gFWFOEjXk'}

    Attributes:
        code (str): The `code` of the fragment.
        code_verifier (str): What `code_challenge` was made of.
    """

    code: str
    code_verifier: str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        code_verifier = self.code_verifier

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "code_verifier": code_verifier,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        code = d.pop("code")

        code_verifier = d.pop("code_verifier")

        sso_code_in = cls(
            code=code,
            code_verifier=code_verifier,
        )

        return sso_code_in
