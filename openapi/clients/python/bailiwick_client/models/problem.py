from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.field_error_out import FieldErrorOut
    from ..models.grant_ref_out import GrantRefOut
    from ..models.resource_ref_out import ResourceRefOut


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """Why a request was not done (RFC 9457).

    Example:
        {'code': 'permission_denied', 'detail': 'this needs the permission `member.invite`', 'permission':
            'member.invite', 'request_id': '01965d3f0c2b7f6ea0c1c5b1a2d3e4f5', 'resource': {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}, 'status': 403, 'title': 'Permission denied', 'type':
            'urn:bailiwick:problem:permission_denied'}

    Attributes:
        code (str): The stable code, for programs.
        detail (str): What is wrong this time.
        status (int): The HTTP status.
        title (str): The kind of problem in words.
        type_ (str): A URI for this kind of problem: `urn:bailiwick:problem:` and the code.
        challenge (str | Unset): Of `two_factor_required`: what the second step of the sign-in sends back. It is shown
            once.
        errors (list[FieldErrorOut] | Unset): The fields at fault.
        grants (list[GrantRefOut] | Unset): The grants in conflict.
        permission (str | Unset): The permission that was missing.
        request_id (str | Unset): The request's id, by which an operator finds it in the log.
        resolve (str | Unset): What would resolve it.
        resource (ResourceRefOut | Unset): A resource by its type and id. Example: {'id':
            'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}.
        trace_id (str | Unset): The trace's id, where the server sends traces to a collector.
        violations (list[Problem] | Unset): Every broken rule, where there is more than one.
    """

    code: str
    detail: str
    status: int
    title: str
    type_: str
    challenge: str | Unset = UNSET
    errors: list[FieldErrorOut] | Unset = UNSET
    grants: list[GrantRefOut] | Unset = UNSET
    permission: str | Unset = UNSET
    request_id: str | Unset = UNSET
    resolve: str | Unset = UNSET
    resource: ResourceRefOut | Unset = UNSET
    trace_id: str | Unset = UNSET
    violations: list[Problem] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        detail = self.detail

        status = self.status

        title = self.title

        type_ = self.type_

        challenge = self.challenge

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        grants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.grants, Unset):
            grants = []
            for grants_item_data in self.grants:
                grants_item = grants_item_data.to_dict()
                grants.append(grants_item)

        permission = self.permission

        request_id = self.request_id

        resolve = self.resolve

        resource: dict[str, Any] | Unset = UNSET
        if not isinstance(self.resource, Unset):
            resource = self.resource.to_dict()

        trace_id = self.trace_id

        violations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.violations, Unset):
            violations = []
            for violations_item_data in self.violations:
                violations_item = violations_item_data.to_dict()
                violations.append(violations_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "status": status,
                "title": title,
                "type": type_,
            }
        )
        if challenge is not UNSET:
            field_dict["challenge"] = challenge
        if errors is not UNSET:
            field_dict["errors"] = errors
        if grants is not UNSET:
            field_dict["grants"] = grants
        if permission is not UNSET:
            field_dict["permission"] = permission
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if resolve is not UNSET:
            field_dict["resolve"] = resolve
        if resource is not UNSET:
            field_dict["resource"] = resource
        if trace_id is not UNSET:
            field_dict["trace_id"] = trace_id
        if violations is not UNSET:
            field_dict["violations"] = violations

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.field_error_out import FieldErrorOut
        from ..models.grant_ref_out import GrantRefOut
        from ..models.resource_ref_out import ResourceRefOut

        d = dict(src_dict)
        code = d.pop("code")

        detail = d.pop("detail")

        status = d.pop("status")

        title = d.pop("title")

        type_ = d.pop("type")

        challenge = d.pop("challenge", UNSET)

        _errors = d.pop("errors", UNSET)
        errors: list[FieldErrorOut] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = FieldErrorOut.from_dict(errors_item_data)

                errors.append(errors_item)

        _grants = d.pop("grants", UNSET)
        grants: list[GrantRefOut] | Unset = UNSET
        if _grants is not UNSET:
            grants = []
            for grants_item_data in _grants:
                grants_item = GrantRefOut.from_dict(grants_item_data)

                grants.append(grants_item)

        permission = d.pop("permission", UNSET)

        request_id = d.pop("request_id", UNSET)

        resolve = d.pop("resolve", UNSET)

        _resource = d.pop("resource", UNSET)
        resource: ResourceRefOut | Unset
        if isinstance(_resource, Unset):
            resource = UNSET
        else:
            resource = ResourceRefOut.from_dict(_resource)

        trace_id = d.pop("trace_id", UNSET)

        _violations = d.pop("violations", UNSET)
        violations: list[Problem] | Unset = UNSET
        if _violations is not UNSET:
            violations = []
            for violations_item_data in _violations:
                violations_item = Problem.from_dict(violations_item_data)

                violations.append(violations_item)

        problem = cls(
            code=code,
            detail=detail,
            status=status,
            title=title,
            type_=type_,
            challenge=challenge,
            errors=errors,
            grants=grants,
            permission=permission,
            request_id=request_id,
            resolve=resolve,
            resource=resource,
            trace_id=trace_id,
            violations=violations,
        )

        problem.additional_properties = d
        return problem

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
