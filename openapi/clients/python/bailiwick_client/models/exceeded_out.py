from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bucket import Bucket

T = TypeVar("T", bound="ExceededOut")


@_attrs_define
class ExceededOut:
    """A limit that is reached.

    Attributes:
        account (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (None | str): Of which app alone; null for the whole account.
        limit (int): How much it limits to.
        metric (str): Of what.
        period (Bucket): A period of the calendar in UTC.
        used (int): How much was used in the present period.
    """

    account: str
    app: None | str
    limit: int
    metric: str
    period: Bucket
    used: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        app: None | str
        app = self.app

        limit = self.limit

        metric = self.metric

        period = self.period.value

        used = self.used

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "app": app,
                "limit": limit,
                "metric": metric,
                "period": period,
                "used": used,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        account = d.pop("account")

        def _parse_app(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        app = _parse_app(d.pop("app"))

        limit = d.pop("limit")

        metric = d.pop("metric")

        period = Bucket(d.pop("period"))

        used = d.pop("used")

        exceeded_out = cls(
            account=account,
            app=app,
            limit=limit,
            metric=metric,
            period=period,
            used=used,
        )

        exceeded_out.additional_properties = d
        return exceeded_out

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
