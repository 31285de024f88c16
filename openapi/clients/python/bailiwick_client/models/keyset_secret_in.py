from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="KeysetSecretIn")


@_attrs_define
class KeysetSecretIn:
    """A secret's value.

    Example:
        {'value': 'correct horse battery staple'}

    Attributes:
        value (str): The value: up to 64 KiB. It is never told again.
    """

    value: str

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        value = d.pop("value")

        keyset_secret_in = cls(
            value=value,
        )

        return keyset_secret_in
