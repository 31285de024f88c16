from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.removal_preview_out import RemovalPreviewOut
from ...types import Response


def _get_kwargs(
    acct: str,
    mbr: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/accounts/{acct}/members/{mbr}/removal/preview".format(
            acct=quote(str(acct), safe=""),
            mbr=quote(str(mbr), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RemovalPreviewOut | None:
    if response.status_code == 200:
        response_200 = RemovalPreviewOut.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Problem | RemovalPreviewOut]:
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
) -> Response[Problem | RemovalPreviewOut]:
    """Preview a removal

     Changes nothing.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RemovalPreviewOut]
    """

    kwargs = _get_kwargs(
        acct=acct,
        mbr=mbr,
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
) -> Problem | RemovalPreviewOut | None:
    """Preview a removal

     Changes nothing.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RemovalPreviewOut
    """

    return sync_detailed(
        acct=acct,
        mbr=mbr,
        client=client,
    ).parsed


async def asyncio_detailed(
    acct: str,
    mbr: str,
    *,
    client: AuthenticatedClient,
) -> Response[Problem | RemovalPreviewOut]:
    """Preview a removal

     Changes nothing.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RemovalPreviewOut]
    """

    kwargs = _get_kwargs(
        acct=acct,
        mbr=mbr,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    mbr: str,
    *,
    client: AuthenticatedClient,
) -> Problem | RemovalPreviewOut | None:
    """Preview a removal

     Changes nothing.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        mbr (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            mbr_01h455vb4pex5vsknk084sn02q.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RemovalPreviewOut
    """

    return (
        await asyncio_detailed(
            acct=acct,
            mbr=mbr,
            client=client,
        )
    ).parsed
