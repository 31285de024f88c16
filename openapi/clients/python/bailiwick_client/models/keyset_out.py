from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment

if TYPE_CHECKING:
    from ..models.app_ref_out import AppRefOut


T = TypeVar("T", bound="KeysetOut")


@_attrs_define
class KeysetOut:
    """A keyset.

    Example:
        {'app': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'name': 'Shop'}, 'created_at': '2027-01-15T08:00:00Z',
            'environment': 'production', 'id': 'ks_01h455vb4pex5vsknk084sn02q', 'name': 'Production'}

    Attributes:
        app (AppRefOut): An app by its id and name.
        created_at (datetime.datetime): When it was made.
        environment (Environment): What a keyset is for: its keys' texts tell it.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: ks_01h455vb4pex5vsknk084sn02q.
        name (str): What people call it.
    """

    app: AppRefOut
    created_at: datetime.datetime
    environment: Environment
    id: str
    name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        app = self.app.to_dict()

        created_at = self.created_at.isoformat()

        environment = self.environment.value

        id = self.id

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "app": app,
                "created_at": created_at,
                "environment": environment,
                "id": id,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.app_ref_out import AppRefOut

        d = dict(src_dict)
        app = AppRefOut.from_dict(d.pop("app"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        environment = Environment(d.pop("environment"))

        id = d.pop("id")

        name = d.pop("name")

        keyset_out = cls(
            app=app,
            created_at=created_at,
            environment=environment,
            id=id,
            name=name,
        )

        keyset_out.additional_properties = d
        return keyset_out

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
