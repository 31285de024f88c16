from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SignInIn")


@_attrs_define
class SignInIn:
    """A sign-in.

    Example:
        {'email': 'ada@example.com', 'password': 'correct horse battery staple'}

    Attributes:
        email (str): The address.
        password (str): The password.
    """

    email: str
    password: str

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        sign_in_in = cls(
            email=email,
            password=password,
        )

        return sign_in_in
