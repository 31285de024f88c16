from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_session_out import NewSessionOut
from ...models.problem import Problem
from ...models.second_step_in import SecondStepIn
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: SecondStepIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/sessions/two-factor",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> NewSessionOut | Problem | None:
    if response.status_code == 201:
        response_201 = NewSessionOut.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

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
) -> Response[NewSessionOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SecondStepIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewSessionOut | Problem]:
    """Finish a sign-in by the second factor

     A code is good once. After five wrong answers the sign-in has to begin anew.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (SecondStepIn): The second step of a sign-in: a code of the authenticator app, a
            recovery code, or a passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'code': '287082'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewSessionOut | Problem]
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
    client: AuthenticatedClient | Client,
    body: SecondStepIn,
    idempotency_key: str | Unset = UNSET,
) -> NewSessionOut | Problem | None:
    """Finish a sign-in by the second factor

     A code is good once. After five wrong answers the sign-in has to begin anew.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (SecondStepIn): The second step of a sign-in: a code of the authenticator app, a
            recovery code, or a passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'code': '287082'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewSessionOut | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SecondStepIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[NewSessionOut | Problem]:
    """Finish a sign-in by the second factor

     A code is good once. After five wrong answers the sign-in has to begin anew.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (SecondStepIn): The second step of a sign-in: a code of the authenticator app, a
            recovery code, or a passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'code': '287082'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[NewSessionOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: SecondStepIn,
    idempotency_key: str | Unset = UNSET,
) -> NewSessionOut | Problem | None:
    """Finish a sign-in by the second factor

     A code is good once. After five wrong answers the sign-in has to begin anew.

    Args:
        idempotency_key (str | Unset): Chosen by the client, one for each thing to be done once
        body (SecondStepIn): The second step of a sign-in: a code of the authenticator app, a
            recovery code, or a passkey. Example: {'challenge':
            'AZZdPwwrfw6gwcWxotPk9QmU3ZrV6yHc1Xo8Kd2Lp5Ns7Tt0Bb4Gg9Jj', 'code': '287082'}.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        NewSessionOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
