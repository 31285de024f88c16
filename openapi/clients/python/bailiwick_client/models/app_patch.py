from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.app_status import AppStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.app_limit_in import AppLimitIn


T = TypeVar("T", bound="AppPatch")


@_attrs_define
class AppPatch:
    """A change of an app. What is left out stays.

    Example:
        {'name': 'Web shop', 'status': 'active'}

    Attributes:
        limits (list[AppLimitIn] | Unset): All limits on its usage; what is not among them is taken away.
        name (str | Unset): What people call it.
        status (AppStatus | Unset): Whether an app is in use. The product heeds it: nothing of the app is refused here
            while it is disabled.
    """

    limits: list[AppLimitIn] | Unset = UNSET
    name: str | Unset = UNSET
    status: AppStatus | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        limits: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.limits, Unset):
            limits = []
            for limits_item_data in self.limits:
                limits_item = limits_item_data.to_dict()
                limits.append(limits_item)

        name = self.name

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if limits is not UNSET:
            field_dict["limits"] = limits
        if name is not UNSET:
            field_dict["name"] = name
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.app_limit_in import AppLimitIn

        d = dict(src_dict)
        _limits = d.pop("limits", UNSET)
        limits: list[AppLimitIn] | Unset = UNSET
        if _limits is not UNSET:
            limits = []
            for limits_item_data in _limits:
                limits_item = AppLimitIn.from_dict(limits_item_data)

                limits.append(limits_item)

        name = d.pop("name", UNSET)

        _status = d.pop("status", UNSET)
        status: AppStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = AppStatus(_status)

        app_patch = cls(
            limits=limits,
            name=name,
            status=status,
        )

        return app_patch
