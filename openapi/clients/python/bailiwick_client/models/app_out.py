from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.app_status import AppStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.app_limit_out import AppLimitOut


T = TypeVar("T", bound="AppOut")


@_attrs_define
class AppOut:
    """An app.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'id': 'app_01h455vb4pex5vsknk084sn02q', 'name': 'Shop', 'status':
            'active'}

    Attributes:
        created_at (datetime.datetime): When it was made.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: app_01h455vb4pex5vsknk084sn02q.
        name (str): What people call it.
        limits (list[AppLimitOut] | Unset): The limits on its usage; only to who may see the app's settings.
        status (AppStatus | Unset): Whether an app is in use. The product heeds it: nothing of the app is refused here
            while it is disabled.
    """

    created_at: datetime.datetime
    id: str
    name: str
    limits: list[AppLimitOut] | Unset = UNSET
    status: AppStatus | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        id = self.id

        name = self.name

        limits: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.limits, Unset):
            limits = []
            for limits_item_data in self.limits:
                limits_item = limits_item_data.to_dict()
                limits.append(limits_item)

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "id": id,
                "name": name,
            }
        )
        if limits is not UNSET:
            field_dict["limits"] = limits
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.app_limit_out import AppLimitOut

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        id = d.pop("id")

        name = d.pop("name")

        _limits = d.pop("limits", UNSET)
        limits: list[AppLimitOut] | Unset = UNSET
        if _limits is not UNSET:
            limits = []
            for limits_item_data in _limits:
                limits_item = AppLimitOut.from_dict(limits_item_data)

                limits.append(limits_item)

        _status = d.pop("status", UNSET)
        status: AppStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = AppStatus(_status)

        app_out = cls(
            created_at=created_at,
            id=id,
            name=name,
            limits=limits,
            status=status,
        )

        app_out.additional_properties = d
        return app_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
