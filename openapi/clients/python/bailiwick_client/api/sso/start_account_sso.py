from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    acct: str,
    *,
    return_to: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["return_to"] = return_to

    params["code_challenge"] = code_challenge

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/sso/accounts/{acct}/start".format(
            acct=quote(str(acct), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | None:
    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 410:
        response_410 = Problem.from_dict(response.json())

        return response_410

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

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
    *,
    client: AuthenticatedClient | Client,
    return_to: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
) -> Response[Any | Problem]:
    """Sign in through an account

     For a browser, as by a provider. The session is good for this account alone.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        return_to (str | Unset):
        code_challenge (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        return_to=return_to,
        code_challenge=code_challenge,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    return_to: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
) -> Any | Problem | None:
    """Sign in through an account

     For a browser, as by a provider. The session is good for this account alone.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        return_to (str | Unset):
        code_challenge (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        acct=acct,
        client=client,
        return_to=return_to,
        code_challenge=code_challenge,
    ).parsed


async def asyncio_detailed(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    return_to: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
) -> Response[Any | Problem]:
    """Sign in through an account

     For a browser, as by a provider. The session is good for this account alone.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        return_to (str | Unset):
        code_challenge (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        return_to=return_to,
        code_challenge=code_challenge,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    *,
    client: AuthenticatedClient | Client,
    return_to: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
) -> Any | Problem | None:
    """Sign in through an account

     For a browser, as by a provider. The session is good for this account alone.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        return_to (str | Unset):
        code_challenge (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            acct=acct,
            client=client,
            return_to=return_to,
            code_challenge=code_challenge,
        )
    ).parsed
