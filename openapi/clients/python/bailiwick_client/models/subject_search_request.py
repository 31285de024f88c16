from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.access_action import AccessAction
    from ..models.access_context import AccessContext
    from ..models.access_entity import AccessEntity
    from ..models.access_kind import AccessKind
    from ..models.search_page import SearchPage


T = TypeVar("T", bound="SubjectSearchRequest")


@_attrs_define
class SubjectSearchRequest:
    """Who may do something at a resource?

    Example:
        {'action': {'name': 'app.view'}, 'page': {'limit': 50}, 'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q',
            'type': 'app'}, 'subject': {'type': 'user'}}

    Attributes:
        action (AccessAction): An action, as a decision asks for it.
        resource (AccessEntity): An entity by its type and id, as a decision asks for it.
        subject (AccessKind): An entity of which only the type is asked.
        context (AccessContext | None | Unset): Ignored.
        page (None | SearchPage | Unset): Which page.
    """

    action: AccessAction
    resource: AccessEntity
    subject: AccessKind
    context: AccessContext | None | Unset = UNSET
    page: None | SearchPage | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.access_context import AccessContext
        from ..models.search_page import SearchPage

        action = self.action.to_dict()

        resource = self.resource.to_dict()

        subject = self.subject.to_dict()

        context: dict[str, Any] | None | Unset
        if isinstance(self.context, Unset):
            context = UNSET
        elif isinstance(self.context, AccessContext):
            context = self.context.to_dict()
        else:
            context = self.context

        page: dict[str, Any] | None | Unset
        if isinstance(self.page, Unset):
            page = UNSET
        elif isinstance(self.page, SearchPage):
            page = self.page.to_dict()
        else:
            page = self.page

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "resource": resource,
                "subject": subject,
            }
        )
        if context is not UNSET:
            field_dict["context"] = context
        if page is not UNSET:
            field_dict["page"] = page

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.access_action import AccessAction
        from ..models.access_context import AccessContext
        from ..models.access_entity import AccessEntity
        from ..models.access_kind import AccessKind
        from ..models.search_page import SearchPage

        d = dict(src_dict)
        action = AccessAction.from_dict(d.pop("action"))

        resource = AccessEntity.from_dict(d.pop("resource"))

        subject = AccessKind.from_dict(d.pop("subject"))

        def _parse_context(data: object) -> AccessContext | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                context_type_1 = AccessContext.from_dict(data)

                return context_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessContext | None | Unset, data)

        context = _parse_context(d.pop("context", UNSET))

        def _parse_page(data: object) -> None | SearchPage | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                page_type_1 = SearchPage.from_dict(data)

                return page_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SearchPage | Unset, data)

        page = _parse_page(d.pop("page", UNSET))

        subject_search_request = cls(
            action=action,
            resource=resource,
            subject=subject,
            context=context,
            page=page,
        )

        subject_search_request.additional_properties = d
        return subject_search_request

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
