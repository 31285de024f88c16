from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UsageRecordIn")


@_attrs_define
class UsageRecordIn:
    """What was used. It is counted once by its `id`.

    Attributes:
        account (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        at (datetime.datetime): When: within the last 7 days, and at most 5 minutes ahead.
        id (str): By what the record is told apart in its account: visible ASCII characters.
        metric (str): What: lower-case letters, digits, `.`, `_` and `-`, a letter first.
        quantity (int): How much: a whole number.
        app (None | str | Unset): In which app.
        keyset (None | str | Unset): By which keyset; it brings its app.
    """

    account: str
    at: datetime.datetime
    id: str
    metric: str
    quantity: int
    app: None | str | Unset = UNSET
    keyset: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        at = self.at.isoformat()

        id = self.id

        metric = self.metric

        quantity = self.quantity

        app: None | str | Unset
        if isinstance(self.app, Unset):
            app = UNSET
        else:
            app = self.app

        keyset: None | str | Unset
        if isinstance(self.keyset, Unset):
            keyset = UNSET
        else:
            keyset = self.keyset

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "account": account,
                "at": at,
                "id": id,
                "metric": metric,
                "quantity": quantity,
            }
        )
        if app is not UNSET:
            field_dict["app"] = app
        if keyset is not UNSET:
            field_dict["keyset"] = keyset

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        account = d.pop("account")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        id = d.pop("id")

        metric = d.pop("metric")

        quantity = d.pop("quantity")

        def _parse_app(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        app = _parse_app(d.pop("app", UNSET))

        def _parse_keyset(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        keyset = _parse_keyset(d.pop("keyset", UNSET))

        usage_record_in = cls(
            account=account,
            at=at,
            id=id,
            metric=metric,
            quantity=quantity,
            app=app,
            keyset=keyset,
        )

        return usage_record_in
