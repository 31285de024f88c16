from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.removed_out import RemovedOut
from ...types import UNSET, Response, Unset


def _get_kwargs(
    acct: str,
    mbr: str,
    *,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/v1/accounts/{acct}/members/{mbr}".format(
            acct=quote(str(acct), safe=""),
            mbr=quote(str(mbr), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RemovedOut | None:
    if response.status_code == 200:
        response_200 = RemovedOut.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())

        return response_410

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[Problem | RemovedOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    acct: str,
    mbr: str,
    *,
    client: AuthenticatedClient,
    if_match: str | Unset = UNSET,
) -> Response[Problem | RemovedOut]:
    """Remove a member, or leave

     Of an invited member it revokes the invitation. The answer tells what hung on the member.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RemovedOut]
    """

    kwargs = _get_kwargs(
        acct=acct,
        mbr=mbr,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    mbr: str,
    *,
    client: AuthenticatedClient,
    if_match: str | Unset = UNSET,
) -> Problem | RemovedOut | None:
    """Remove a member, or leave

     Of an invited member it revokes the invitation. The answer tells what hung on the member.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RemovedOut
    """

    return sync_detailed(
        acct=acct,
        mbr=mbr,
        client=client,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    acct: str,
    mbr: str,
    *,
    client: AuthenticatedClient,
    if_match: str | Unset = UNSET,
) -> Response[Problem | RemovedOut]:
    """Remove a member, or leave

     Of an invited member it revokes the invitation. The answer tells what hung on the member.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RemovedOut]
    """

    kwargs = _get_kwargs(
        acct=acct,
        mbr=mbr,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    mbr: str,
    *,
    client: AuthenticatedClient,
    if_match: str | Unset = UNSET,
) -> Problem | RemovedOut | None:
    """Remove a member, or leave

     Of an invited member it revokes the invitation. The answer tells what hung on the member.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RemovedOut
    """

    return (
        await asyncio_detailed(
            acct=acct,
            mbr=mbr,
            client=client,
            if_match=if_match,
        )
    ).parsed
