from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.app_configuration import AppConfiguration
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    acct: str,
    app: str,
    *,
    body: AppConfiguration,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/accounts/{acct}/apps/{app}/configuration".format(
            acct=quote(str(acct), safe=""),
            app=quote(str(app), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AppConfiguration | Problem | None:
    if response.status_code == 200:
        response_200 = AppConfiguration.from_dict(response.json())

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
) -> Response[AppConfiguration | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    acct: str,
    app: str,
    *,
    client: AuthenticatedClient,
    body: AppConfiguration,
    if_match: str | Unset = UNSET,
) -> Response[AppConfiguration | Problem]:
    """Replace an app's configuration

     As a whole. The 100 newest versions are kept. No secrets belong in it: the audit log tells what
    changed.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any
        body (AppConfiguration): A JSON object of the product's own: at most 256 KiB, at most 32
            deep. No secrets belong in it Example: {'retries': 3, 'theme': {'colour': 'teal'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AppConfiguration | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        app=app,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    acct: str,
    app: str,
    *,
    client: AuthenticatedClient,
    body: AppConfiguration,
    if_match: str | Unset = UNSET,
) -> AppConfiguration | Problem | None:
    """Replace an app's configuration

     As a whole. The 100 newest versions are kept. No secrets belong in it: the audit log tells what
    changed.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any
        body (AppConfiguration): A JSON object of the product's own: at most 256 KiB, at most 32
            deep. No secrets belong in it Example: {'retries': 3, 'theme': {'colour': 'teal'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AppConfiguration | Problem
    """

    return sync_detailed(
        acct=acct,
        app=app,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    acct: str,
    app: str,
    *,
    client: AuthenticatedClient,
    body: AppConfiguration,
    if_match: str | Unset = UNSET,
) -> Response[AppConfiguration | Problem]:
    """Replace an app's configuration

     As a whole. The 100 newest versions are kept. No secrets belong in it: the audit log tells what
    changed.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any
        body (AppConfiguration): A JSON object of the product's own: at most 256 KiB, at most 32
            deep. No secrets belong in it Example: {'retries': 3, 'theme': {'colour': 'teal'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AppConfiguration | Problem]
    """

    kwargs = _get_kwargs(
        acct=acct,
        app=app,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    acct: str,
    app: str,
    *,
    client: AuthenticatedClient,
    body: AppConfiguration,
    if_match: str | Unset = UNSET,
) -> AppConfiguration | Problem | None:
    """Replace an app's configuration

     As a whole. The 100 newest versions are kept. No secrets belong in it: the audit log tells what
    changed.

    Args:
        acct (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            acct_01h455vb4pex5vsknk084sn02q.
        app (str): A TypeID: what it is the id of, `_`, and a UUIDv7 in base32. Example:
            app_01h455vb4pex5vsknk084sn02q.
        if_match (str | Unset): An `ETag` with its quotes, or `*` for any
        body (AppConfiguration): A JSON object of the product's own: at most 256 KiB, at most 32
            deep. No secrets belong in it Example: {'retries': 3, 'theme': {'colour': 'teal'}}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AppConfiguration | Problem
    """

    return (
        await asyncio_detailed(
            acct=acct,
            app=app,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
