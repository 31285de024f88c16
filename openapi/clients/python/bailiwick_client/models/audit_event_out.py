from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_out import PartyOut


T = TypeVar("T", bound="AuditEventOut")


@_attrs_define
class AuditEventOut:
    """An event of an audit chain. `hash` is the SHA-256, in hex, of this event without `hash` in RFC 8785 canonical JSON.

    Example:
        {'action': 'member.suspended', 'actor': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}, 'after':
            {'status': 'suspended'}, 'at': '2027-01-15T08:00:00Z', 'before': {'status': 'active'}, 'hash':
            '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'id': 'audit_01h455vb4pex5vsknk084sn02q',
            'previous_hash': '0000000000000000000000000000000000000000000000000000000000000000', 'request_id':
            '01965d3f0c2b7f6ea0c1c5b1a2d3e4f5', 'seq': 7, 'source_ip': '203.0.113.7', 'target': {'id':
            'mbr_01h455vb4pex5vsknk084sn02r', 'type': 'member'}}

    Attributes:
        action (str): What.
        actor (PartyOut): Who did it, or what it was done to.
        after (Any): What is: ids and settings.
        at (datetime.datetime): When.
        before (Any): What was: ids and settings.
        hash_ (str): The hash of this event.
        id (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            audit_01h455vb4pex5vsknk084sn02q.
        previous_hash (str): The hash of the event before it; 64 zeros for the first.
        request_id (str): The request that did it.
        seq (int): Its number in the chain, from 1.
        source_ip (None | str): The address that the request came from.
        target (PartyOut): Who did it, or what it was done to.
    """

    action: str
    actor: PartyOut
    after: Any
    at: datetime.datetime
    before: Any
    hash_: str
    id: str
    previous_hash: str
    request_id: str
    seq: int
    source_ip: None | str
    target: PartyOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        actor = self.actor.to_dict()

        after = self.after

        at = self.at.isoformat()

        before = self.before

        hash_ = self.hash_

        id = self.id

        previous_hash = self.previous_hash

        request_id = self.request_id

        seq = self.seq

        source_ip: None | str
        source_ip = self.source_ip

        target = self.target.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "actor": actor,
                "after": after,
                "at": at,
                "before": before,
                "hash": hash_,
                "id": id,
                "previous_hash": previous_hash,
                "request_id": request_id,
                "seq": seq,
                "source_ip": source_ip,
                "target": target,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.party_out import PartyOut

        d = dict(src_dict)
        action = d.pop("action")

        actor = PartyOut.from_dict(d.pop("actor"))

        after = d.pop("after")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        before = d.pop("before")

        hash_ = d.pop("hash")

        id = d.pop("id")

        previous_hash = d.pop("previous_hash")

        request_id = d.pop("request_id")

        seq = d.pop("seq")

        def _parse_source_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source_ip = _parse_source_ip(d.pop("source_ip"))

        target = PartyOut.from_dict(d.pop("target"))

        audit_event_out = cls(
            action=action,
            actor=actor,
            after=after,
            at=at,
            before=before,
            hash_=hash_,
            id=id,
            previous_hash=previous_hash,
            request_id=request_id,
            seq=seq,
            source_ip=source_ip,
            target=target,
        )

        audit_event_out.additional_properties = d
        return audit_event_out

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
