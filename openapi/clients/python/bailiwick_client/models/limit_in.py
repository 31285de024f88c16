from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.bucket import Bucket
from ..types import UNSET, Unset

T = TypeVar("T", bound="LimitIn")


@_attrs_define
class LimitIn:
    """A limit on usage.

    Attributes:
        limit (int): How much.
        metric (str): Of what.
        period (Bucket): A period of the calendar in UTC.
        app (None | str | Unset): Of which app alone; of the whole account without it.
    """

    limit: int
    metric: str
    period: Bucket
    app: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        limit = self.limit

        metric = self.metric

        period = self.period.value

        app: None | str | Unset
        if isinstance(self.app, Unset):
            app = UNSET
        else:
            app = self.app

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "limit": limit,
                "metric": metric,
                "period": period,
            }
        )
        if app is not UNSET:
            field_dict["app"] = app

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        limit = d.pop("limit")

        metric = d.pop("metric")

        period = Bucket(d.pop("period"))

        def _parse_app(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        app = _parse_app(d.pop("app", UNSET))

        limit_in = cls(
            limit=limit,
            metric=metric,
            period=period,
            app=app,
        )

        return limit_in
