from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="VerifyKeyIn")


@_attrs_define
class VerifyKeyIn:
    """A key to be verified.

    Example:
        {'key': 'bwl_01h455vb4pex5vsknk084sn02q_00041061050r3gg28a1c60t3gf0g2491650n2rbhg68t3ce1t7gz_1nt9qkm'}

    Attributes:
        key (str): The whole text of it, as its holder sent it.
    """

    key: str

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key")

        verify_key_in = cls(
            key=key,
        )

        return verify_key_in
