from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.integration_state import IntegrationState

if TYPE_CHECKING:
    from ..models.grant_out import GrantOut


T = TypeVar("T", bound="IntegrationOut")


@_attrs_define
class IntegrationOut:
    """A service integration: a machine member of an account.

    Example:
        {'created_at': '2027-01-15T08:00:00Z', 'grants': [{'id': 'grant_01h455vb4pex5vsknk084sn02q', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'role': 'developer'}], 'id':
            'sint_01h455vb4pex5vsknk084sn02q', 'maker': 'mbr_01h455vb4pex5vsknk084sn02q', 'name': 'Deploy', 'status':
            'active'}

    Attributes:
        created_at (datetime.datetime): When it was made.
        grants (list[GrantOut]): What it holds, as far as its maker does.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example: sint_01h455vb4pex5vsknk084sn02q.
        maker (None | str): The member who answers for it, beyond whom it can do nothing; null once they are no member
            any more.
        name (str): What people call it.
        status (IntegrationState): Whether a service integration can do something.
    """

    created_at: datetime.datetime
    grants: list[GrantOut]
    id: str
    maker: None | str
    name: str
    status: IntegrationState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        grants = []
        for grants_item_data in self.grants:
            grants_item = grants_item_data.to_dict()
            grants.append(grants_item)

        id = self.id

        maker: None | str
        maker = self.maker

        name = self.name

        status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "grants": grants,
                "id": id,
                "maker": maker,
                "name": name,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.grant_out import GrantOut

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        grants = []
        _grants = d.pop("grants")
        for grants_item_data in _grants:
            grants_item = GrantOut.from_dict(grants_item_data)

            grants.append(grants_item)

        id = d.pop("id")

        def _parse_maker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        maker = _parse_maker(d.pop("maker"))

        name = d.pop("name")

        status = IntegrationState(d.pop("status"))

        integration_out = cls(
            created_at=created_at,
            grants=grants,
            id=id,
            maker=maker,
            name=name,
            status=status,
        )

        integration_out.additional_properties = d
        return integration_out

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
