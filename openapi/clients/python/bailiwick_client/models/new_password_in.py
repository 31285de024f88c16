from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewPasswordIn")


@_attrs_define
class NewPasswordIn:
    """A password.

    Example:
        {'password': 'difference engine no 2'}

    Attributes:
        password (str): At least 8 characters, and not easy to guess.
    """

    password: str

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "password": password,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        password = d.pop("password")

        new_password_in = cls(
            password=password,
        )

        return new_password_in
