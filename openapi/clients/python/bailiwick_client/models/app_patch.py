from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.app_status import AppStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="AppPatch")


@_attrs_define
class AppPatch:
    """A change of an app. What is left out stays.

    Example:
        {'name': 'Web shop', 'status': 'active'}

    Attributes:
        name (str | Unset): What people call it.
        status (AppStatus | Unset): Whether an app is in use. The product heeds it: nothing of the app is refused here
            while it is disabled.
    """

    name: str | Unset = UNSET
    status: AppStatus | Unset = UNSET

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
        status: AppStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = AppStatus(_status)

        app_patch = cls(
            name=name,
            status=status,
        )

        return app_patch
