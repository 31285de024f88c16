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
    from ..models.batch_item import BatchItem
    from ..models.batch_options import BatchOptions


T = TypeVar("T", bound="BatchRequest")


@_attrs_define
class BatchRequest:
    """The questions of a batch.

    Example:
        {'action': {'name': 'app.view'}, 'evaluations': [{'resource': {'id': 'app_01h455vb4pex5vsknk084sn02q', 'type':
            'app'}}, {'resource': {'id': 'acct_01h455vb4pex5vsknk084sn02q', 'type': 'account'}}], 'options':
            {'evaluations_semantic': 'execute_all'}, 'subject': {'id': 'user_01h455vb4pex5vsknk084sn02q', 'type': 'user'}}

    Attributes:
        action (AccessAction | None | Unset): What, where an item does not say.
        context (AccessContext | None | Unset): How, where an item does not say.
        evaluations (list[BatchItem] | None | Unset): The questions. Without any, the request itself is the question.
        options (BatchOptions | None | Unset): How the batch is answered.
        resource (AccessEntity | None | Unset): Where, where an item does not say.
        subject (AccessEntity | None | Unset): Who, where an item does not say.
    """

    action: AccessAction | None | Unset = UNSET
    context: AccessContext | None | Unset = UNSET
    evaluations: list[BatchItem] | None | Unset = UNSET
    options: BatchOptions | None | Unset = UNSET
    resource: AccessEntity | None | Unset = UNSET
    subject: AccessEntity | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.access_action import AccessAction
        from ..models.access_context import AccessContext
        from ..models.access_entity import AccessEntity
        from ..models.batch_options import BatchOptions

        action: dict[str, Any] | None | Unset
        if isinstance(self.action, Unset):
            action = UNSET
        elif isinstance(self.action, AccessAction):
            action = self.action.to_dict()
        else:
            action = self.action

        context: dict[str, Any] | None | Unset
        if isinstance(self.context, Unset):
            context = UNSET
        elif isinstance(self.context, AccessContext):
            context = self.context.to_dict()
        else:
            context = self.context

        evaluations: list[dict[str, Any]] | None | Unset
        if isinstance(self.evaluations, Unset):
            evaluations = UNSET
        elif isinstance(self.evaluations, list):
            evaluations = []
            for evaluations_type_0_item_data in self.evaluations:
                evaluations_type_0_item = evaluations_type_0_item_data.to_dict()
                evaluations.append(evaluations_type_0_item)

        else:
            evaluations = self.evaluations

        options: dict[str, Any] | None | Unset
        if isinstance(self.options, Unset):
            options = UNSET
        elif isinstance(self.options, BatchOptions):
            options = self.options.to_dict()
        else:
            options = self.options

        resource: dict[str, Any] | None | Unset
        if isinstance(self.resource, Unset):
            resource = UNSET
        elif isinstance(self.resource, AccessEntity):
            resource = self.resource.to_dict()
        else:
            resource = self.resource

        subject: dict[str, Any] | None | Unset
        if isinstance(self.subject, Unset):
            subject = UNSET
        elif isinstance(self.subject, AccessEntity):
            subject = self.subject.to_dict()
        else:
            subject = self.subject

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if action is not UNSET:
            field_dict["action"] = action
        if context is not UNSET:
            field_dict["context"] = context
        if evaluations is not UNSET:
            field_dict["evaluations"] = evaluations
        if options is not UNSET:
            field_dict["options"] = options
        if resource is not UNSET:
            field_dict["resource"] = resource
        if subject is not UNSET:
            field_dict["subject"] = subject

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.access_action import AccessAction
        from ..models.access_context import AccessContext
        from ..models.access_entity import AccessEntity
        from ..models.batch_item import BatchItem
        from ..models.batch_options import BatchOptions

        d = dict(src_dict)

        def _parse_action(data: object) -> AccessAction | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_1 = AccessAction.from_dict(data)

                return action_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessAction | None | Unset, data)

        action = _parse_action(d.pop("action", UNSET))

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

        def _parse_evaluations(data: object) -> list[BatchItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                evaluations_type_0 = []
                _evaluations_type_0 = data
                for evaluations_type_0_item_data in _evaluations_type_0:
                    evaluations_type_0_item = BatchItem.from_dict(
                        evaluations_type_0_item_data
                    )

                    evaluations_type_0.append(evaluations_type_0_item)

                return evaluations_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[BatchItem] | None | Unset, data)

        evaluations = _parse_evaluations(d.pop("evaluations", UNSET))

        def _parse_options(data: object) -> BatchOptions | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                options_type_1 = BatchOptions.from_dict(data)

                return options_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BatchOptions | None | Unset, data)

        options = _parse_options(d.pop("options", UNSET))

        def _parse_resource(data: object) -> AccessEntity | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                resource_type_1 = AccessEntity.from_dict(data)

                return resource_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessEntity | None | Unset, data)

        resource = _parse_resource(d.pop("resource", UNSET))

        def _parse_subject(data: object) -> AccessEntity | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                subject_type_1 = AccessEntity.from_dict(data)

                return subject_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessEntity | None | Unset, data)

        subject = _parse_subject(d.pop("subject", UNSET))

        batch_request = cls(
            action=action,
            context=context,
            evaluations=evaluations,
            options=options,
            resource=resource,
            subject=subject,
        )

        batch_request.additional_properties = d
        return batch_request

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
