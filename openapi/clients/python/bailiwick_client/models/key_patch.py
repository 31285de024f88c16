from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.key_status import KeyStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="KeyPatch")


@_attrs_define
class KeyPatch:
    """A change of a key. What is left out stays.

    Example:
        {'status': 'disabled'}

    Attributes:
        name (str | Unset): What people call it.
        status (KeyStatus | Unset): Whether a key is good while its time lasts.
    """

    name: str | Unset = UNSET
    status: KeyStatus | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _status = d.pop("status", UNSET)
        status: KeyStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = KeyStatus(_status)

        key_patch = cls(
            name=name,
            status=status,
        )

        return key_patch
