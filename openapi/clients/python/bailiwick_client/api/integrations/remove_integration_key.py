from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    acct: str,
    sint: str,
    key: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/v1/accounts/{acct}/integrations/{sint}/keys/{key}".format(
            acct=quote(str(acct), safe=""),
            sint=quote(str(sint), safe=""),
            key=quote(str(key), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())

        return response_410

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
) -> Response[Any | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    acct: str,
    sint: str,
    key: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any | Problem]:
    """Remove a key of a service integration

     It is good for nothing from then on.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        key (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            key_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        sint=sint,
        key=key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    sint: str,
    key: str,
    *,
    client: AuthenticatedClient,
) -> Any | Problem | None:
    """Remove a key of a service integration

     It is good for nothing from then on.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        key (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            key_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        acct=acct,
        sint=sint,
        key=key,
        client=client,
    ).parsed


async def asyncio_detailed(
    acct: str,
    sint: str,
    key: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any | Problem]:
    """Remove a key of a service integration

     It is good for nothing from then on.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        key (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            key_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        sint=sint,
        key=key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    sint: str,
    key: str,
    *,
    client: AuthenticatedClient,
) -> Any | Problem | None:
    """Remove a key of a service integration

     It is good for nothing from then on.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        sint (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            sint_01h455vb4pex5vsknk084sn02q.
        key (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            key_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            acct=acct,
            sint=sint,
            key=key,
            client=client,
        )
    ).parsed
