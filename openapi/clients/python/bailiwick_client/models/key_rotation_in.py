from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="KeyRotationIn")


@_attrs_define
class KeyRotationIn:
    """How a key is rotated.

    Example:
        {'overlap_seconds': 86400}

    Attributes:
        overlap_seconds (int): For how long the former secrets stay good, in seconds: up to 30 days.
    """

    overlap_seconds: int

    def to_dict(self) -> dict[str, Any]:
        overlap_seconds = self.overlap_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "overlap_seconds": overlap_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        overlap_seconds = d.pop("overlap_seconds")

        key_rotation_in = cls(
            overlap_seconds=overlap_seconds,
        )

        return key_rotation_in
