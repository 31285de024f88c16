from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.usage_out import UsageOut
from ...models.usage_record_in import UsageRecordIn
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: list[UsageRecordIn],
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/usage",
    }

    _kwargs["json"] = []
    for componentsschemas_usage_batch_item_data in body:
        componentsschemas_usage_batch_item = (
            componentsschemas_usage_batch_item_data.to_dict()
        )
        _kwargs["json"].append(componentsschemas_usage_batch_item)

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | UsageOut | None:
    if response.status_code == 200:
        response_200 = UsageOut.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | UsageOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: list[UsageRecordIn],
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | UsageOut]:
    """Record usage

     With a platform key. A batch is counted whole or not at all; each record once by its `id`, however
    often and wherever
    it is sent within 8 days: the first stands.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (list[UsageRecordIn]): Records that are counted together: up to 1,000, all or
            nothing. Example: [{'account': 'acct_01h455vb4pex5vsknk084sn02q', 'app':
            'app_01h455vb4pex5vsknk084sn02q', 'at': '2027-01-15T08:00:00Z', 'id': 'web-7:000042',
            'keyset': 'ks_01h455vb4pex5vsknk084sn02q', 'metric': 'messages', 'quantity': 25}].

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | UsageOut]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: list[UsageRecordIn],
    idempotency_key: str | Unset = UNSET,
) -> Problem | UsageOut | None:
    """Record usage

     With a platform key. A batch is counted whole or not at all; each record once by its `id`, however
    often and wherever
    it is sent within 8 days: the first stands.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (list[UsageRecordIn]): Records that are counted together: up to 1,000, all or
            nothing. Example: [{'account': 'acct_01h455vb4pex5vsknk084sn02q', 'app':
            'app_01h455vb4pex5vsknk084sn02q', 'at': '2027-01-15T08:00:00Z', 'id': 'web-7:000042',
            'keyset': 'ks_01h455vb4pex5vsknk084sn02q', 'metric': 'messages', 'quantity': 25}].

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | UsageOut
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: list[UsageRecordIn],
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | UsageOut]:
    """Record usage

     With a platform key. A batch is counted whole or not at all; each record once by its `id`, however
    often and wherever
    it is sent within 8 days: the first stands.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (list[UsageRecordIn]): Records that are counted together: up to 1,000, all or
            nothing. Example: [{'account': 'acct_01h455vb4pex5vsknk084sn02q', 'app':
            'app_01h455vb4pex5vsknk084sn02q', 'at': '2027-01-15T08:00:00Z', 'id': 'web-7:000042',
            'keyset': 'ks_01h455vb4pex5vsknk084sn02q', 'metric': 'messages', 'quantity': 25}].

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | UsageOut]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: list[UsageRecordIn],
    idempotency_key: str | Unset = UNSET,
) -> Problem | UsageOut | None:
    """Record usage

     With a platform key. A batch is counted whole or not at all; each record once by its `id`, however
    often and wherever
    it is sent within 8 days: the first stands.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (list[UsageRecordIn]): Records that are counted together: up to 1,000, all or
            nothing. Example: [{'account': 'acct_01h455vb4pex5vsknk084sn02q', 'app':
            'app_01h455vb4pex5vsknk084sn02q', 'at': '2027-01-15T08:00:00Z', 'id': 'web-7:000042',
            'keyset': 'ks_01h455vb4pex5vsknk084sn02q', 'metric': 'messages', 'quantity': 25}].

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | UsageOut
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
