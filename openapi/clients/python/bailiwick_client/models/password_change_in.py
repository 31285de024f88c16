from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PasswordChangeIn")


@_attrs_define
class PasswordChangeIn:
    """A new password.

    Example:
        {'current': 'correct horse battery staple', 'new': 'difference engine no 2'}

    Attributes:
        new (str): The new one: at least 8 characters, and not easy to guess.
        current (None | str | Unset): The present one. Who has none yet leaves it out, and must have signed in within
            the last 15 minutes.
    """

    new: str
    current: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        new = self.new

        current: None | str | Unset
        if isinstance(self.current, Unset):
            current = UNSET
        else:
            current = self.current

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "new": new,
            }
        )
        if current is not UNSET:
            field_dict["current"] = current

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        new = d.pop("new")

        def _parse_current(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        current = _parse_current(d.pop("current", UNSET))

        password_change_in = cls(
            new=new,
            current=current,
        )

        return password_change_in
